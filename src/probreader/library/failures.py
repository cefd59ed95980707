"""SQLite's errors, said in the user's words."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from probreader.domain.clean import clean_line
from probreader.errors import LibraryDamagedError, LibraryError, LibraryLockedError

_PRIMARY = 0xFF
"""The part of an extended result code that names its family."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
FAULTS = (TypeError, ValueError, KeyError, AttributeError, IndexError, RecursionError, zlib.error)
"""What is raised at a value in a row that is none of its kind."""
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_ADVICE: dict[int | None, str] = {
    sqlite3.SQLITE_FULL: "The disk is full. What was not finished was undone; free some space and try again.",
    sqlite3.SQLITE_READONLY: "It may not be written. Change its permissions, or its folder's, or name another library.",
    sqlite3.SQLITE_CANTOPEN: "See that it is a file, and that it and its folder may be read and written.",
    sqlite3.SQLITE_IOERR: "The disk reported an error. Nothing was changed; check the disk and try again.",
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise a :class:`LibraryError` about the library at ``path`` where SQLite or the system raises its own."""
    try:
        yield
    except sqlite3.Error as error:
        raise library_error(error, path) from error


def library_error(error: sqlite3.Error, path: Path) -> LibraryError:
    """The error of ours that ``error`` stands for."""
    code = getattr(error, "sqlite_errorcode", None)
    family = None if code is None else code & _PRIMARY
    if family in _LOCKED:
        return locked(path)
    if family in _DAMAGED:
        return no_database(path)
    advice = _ADVICE.get(family, "Nothing was changed.")
    return LibraryError(f"The library {clean_line(str(path))} cannot be used: {error}. {advice}")


def locked(path: Path) -> LibraryLockedError:
    """What to say when another process writes to the library."""
    return LibraryLockedError(
        f"Another probreader is writing to the library; try again when it is done. Reading works meanwhile. "
        f"({clean_line(str(path))})"
    )


def no_database(path: Path) -> LibraryDamagedError:
    """What to say when the file is damaged, or never was a database."""
    return LibraryDamagedError(
        f"{clean_line(str(path))} is damaged or is no library at all. "
        "It was left as it is: put a backup in its place, name another library, or save what can be read with "
        "“probreader doctor --salvage FILE”."
    )


def damaged_rows(path: Path) -> LibraryDamagedError:
    """What to say when the file is a whole database, and what stands in its rows cannot be."""
    return LibraryDamagedError(
        f"The library {clean_line(str(path))} holds what cannot be understood. Nothing was changed. "
        "“probreader doctor” tells what it is and how to set it right."
    )


def system_error(error: OSError, path: Path) -> LibraryError:
    """What to say when the system refuses a file beside the library, or its folder."""
    reason = error.strerror or type(error).__name__
    return LibraryError(f"The library {clean_line(str(path))} cannot be used: {reason}. Name another library.")
