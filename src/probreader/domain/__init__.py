"""Frozen, slotted values every other package speaks in. Imports nothing of ours."""
