"""Screens: they put widgets together and speak with the library."""
