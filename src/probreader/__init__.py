"""probreader: a keyboard-driven terminal reader for threaded blog discussions."""

__version__ = "0.1.0"
