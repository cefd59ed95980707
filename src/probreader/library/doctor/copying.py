"""Copies of a damaged library: one that is kept as it is, and one that is opened, with a header that SQLite accepts."""

import os
import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from probreader.domain.clean import clean_line
from probreader.errors import LibraryError, LibraryNewerError
from probreader.library import migrations
from probreader.library.connection import LOCK_SECONDS
from probreader.library.failures import system_error
from probreader.library.locking import ProcessLock
from probreader.library.preparing import PAGE_SIZE, connect, prepared

# The header of the file, https://www.sqlite.org/fileformat2.html#the_database_header
_HEADER = 100
_MAGIC = b"SQLite format 3\x00"
_FIXED = slice(16, 24)
"""Page size, versions, reserved space, payload fractions: the same in all our files."""
_COUNTER = slice(24, 28)
_PAGES_AND_FREE = slice(28, 40)
"""How many pages there are, the first free one, how many are free."""
_VERSION = slice(60, 64)
_APPLICATION = slice(68, 72)
_VALID_FOR = slice(92, 96)


def back_up(path: Path, target: Path) -> Path:
    """Copy the library at ``path``, byte for byte, beside ``target``, which must not be there; the copy.

    Raises:
        LibraryLockedError: another process writes to the library.
        LibraryError: a file is in the way, or cannot be read or written.
    """
    copy = target.with_name(f"{target.name}.original")
    for name in (target, copy):
        if os.path.lexists(name):
            raise LibraryError(f"{clean_line(str(name))} is there already; nothing was done. Name a new file.")
    try:
        with _locked(path):
            _copy(path, copy)
    except OSError as error:
        raise system_error(error, path) from error
    return copy


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep others from writing to the library; a disk that may not be written needs no lock, and can have none."""
    file = Path(os.path.realpath(path))
    if not os.access(file.parent, os.W_OK):
        yield
        return
    lock = ProcessLock(file)
    lock.acquire(LOCK_SECONDS)
    try:
        yield
    finally:
        lock.release()


def working_copy(source: Path, folder: Path) -> Path:
    """Copy the library at ``source`` into ``folder``, such that SQLite opens the copy.

    Raises:
        LibraryNewerError: a newer probreader, or another program, made it.
    """
    work, model = folder / "work.db", prepared(folder / "model.db")
    _copy(source, work)
    pattern = model.read_bytes()
    with work.open("r+b") as file:
        header = file.read(_HEADER).ljust(_HEADER, b"\0")
        _refuse_other(header, source)
        # SQLite takes no table for one whose first page is not there.
        file.truncate(max(work.stat().st_size, len(pattern)))
        file.seek(0)
        file.write(_mended(header, pattern[:_HEADER], work.stat().st_size))
    if not _has_schema(work, model):
        _transplant(work, model, pattern)
    return work


def _copy(source: Path, target: Path) -> None:
    """Copy the file, and what was written ahead of it."""
    with source.open("rb") as given, target.open("xb") as taken:
        shutil.copyfileobj(given, taken, 1 << 20)
        taken.flush()
        os.fsync(taken.fileno())
    ahead = Path(f"{os.path.realpath(source)}-wal")
    if ahead.exists():
        shutil.copyfile(ahead, f"{target}-wal")


def _refuse_other(header: bytes, path: Path) -> None:
    """Refuse a file that says, in a header that is whole, that it is not of this version."""
    if not header.startswith(_MAGIC):
        return
    (version,) = struct.unpack(">i", header[_VERSION])
    (application,) = struct.unpack(">i", header[_APPLICATION])
    if application != migrations.APPLICATION_ID or version > migrations.schema_version():
        raise LibraryNewerError(
            f"{clean_line(str(path))} was made by a newer probreader, or by another program; nothing was saved of it. "
            "Use the program that made it."
        )


def _mended(header: bytes, pattern: bytes, size: int) -> bytes:
    """``header`` if it can be one of ours, else ``pattern``; with the pages that there are, of which none is free."""
    is_ours = header.startswith(_MAGIC) and header[_FIXED] == pattern[_FIXED]
    mended = bytearray(header if is_ours else pattern)
    mended[_PAGES_AND_FREE] = struct.pack(">III", max(1, -(-size // PAGE_SIZE)), 0, 0)
    mended[_VALID_FOR] = mended[_COUNTER]
    return bytes(mended)


def _has_schema(work: Path, model: Path) -> bool:
    """Whether the copy names all the tables that a new library has."""
    try:
        return _names(work) >= _names(model)
    except sqlite3.DatabaseError:
        return False


def _names(path: Path) -> set[str]:
    with closing(connect(path, "rw")) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}


def _transplant(work: Path, model: Path, pattern: bytes) -> None:
    """Give the copy the pages that tell a new library where its tables begin: in every library that is the same."""
    with closing(connect(model, "ro")) as connection:
        roots = {page for (page,) in connection.execute("SELECT rootpage FROM sqlite_schema WHERE rootpage")}
    with work.open("r+b") as file:
        for page in range(len(pattern) // PAGE_SIZE):
            if page + 1 not in roots:
                file.seek(page * PAGE_SIZE)
                file.write(pattern[page * PAGE_SIZE : (page + 1) * PAGE_SIZE])
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        file.write(_mended(b"", pattern[:_HEADER], size))
