"""Every error probreader raises on purpose. Each message says what the user can do about it."""


class ProbreaderError(Exception):
    """Base of all errors that are the user's to see; ``str(error)`` is a whole sentence or two."""


class SourceError(ProbreaderError):
    """A named source cannot be read at all: absent, not readable, too large."""


class LibraryError(ProbreaderError):
    """The library file cannot be used."""


class LibraryLockedError(LibraryError):
    """Another probreader is writing to the library."""


class LibraryNewerError(LibraryError):
    """The library was written by a newer probreader, or is no library of ours; it was left untouched."""


class LibraryDamagedError(LibraryError):
    """SQLite says that the library file is damaged."""


class ConfigError(ProbreaderError):
    """The file of settings cannot be used; the message begins with file and line."""


class MarksError(ProbreaderError):
    """A file of marks cannot be merged, or must not be written over."""


class NotFoundError(ProbreaderError):
    """No post or entry answers to what the user named."""


class AmbiguousError(ProbreaderError):
    """What the user named fits several posts or entries."""


class QueryError(ProbreaderError):
    """A search query cannot be understood; the message says what would be."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = end
        """``query[start:end]`` is the place of the fault; empty when something is missing there."""


class NameTakenError(ProbreaderError):
    """There is something of that name already."""


class SearchCancelledError(ProbreaderError):
    """A search was given up by whoever asked; nothing is wrong."""
