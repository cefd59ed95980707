"""Feeds and exports: XML and JSON read in pieces, whatever their size."""
