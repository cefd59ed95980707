"""What the process tells its caller when it ends."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes; a signal adds its number to 128."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    SOME_UNREADABLE = 3
    NONE_READABLE = 4
    LIBRARY_UNAVAILABLE = 5
    """The library is locked by another probreader, or newer than this one."""
    INTERRUPTED = 130
    """128 + SIGINT."""
    CLOSED_PIPE = 141
    """128 + SIGPIPE: whoever read our output has gone; nothing is said about it."""
