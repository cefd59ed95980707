"""Widgets: attributes come down, messages go up; none imports a screen, asks a sibling or opens the library."""
