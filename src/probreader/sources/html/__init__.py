"""Saved pages: parsed by one of two engines behind one door, and turned into prose."""
