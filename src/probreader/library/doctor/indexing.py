"""The full-text indexes: whether they tell what the entries hold, and building them anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

from probreader.library import indexing
from probreader.library.connection import LOCK_SECONDS
from probreader.library.doctor.values import Finding
from probreader.library.failures import translated
from probreader.library.locking import ProcessLock
from probreader.library.preparing import connect, prepared

_INDEXES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE % USING fts5 (%'"

_REBUILD = "“probreader doctor --rebuild-index” builds it anew."


def rebuild_index(path: Path) -> None:
    """Build every full-text index of the library at ``path`` anew.

    Raises:
        LibraryLockedError: another process writes to the library.
        LibraryDamagedError: what is indexed cannot be read.
        LibraryError: the library cannot be opened or written.
    """
    file = prepared(path)
    lock = ProcessLock(file)
    lock.acquire(LOCK_SECONDS)
    try:
        with translated(path), closing(connect(file, "rw")) as connection:
            connection.execute("BEGIN IMMEDIATE")
            rebuild(connection)
            connection.execute("COMMIT")
    finally:
        lock.release()


def rebuild(connection: sqlite3.Connection) -> None:
    """Build the indexes anew, in the caller's transaction."""
    indexing.rebuild(connection)


def check(connection: sqlite3.Connection) -> list[Finding]:
    """What is wrong with the indexes; ``connection`` must be one that may write, and nothing is written."""
    findings = []
    for name in _names(connection):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # A rank of 1 compares the index with what is indexed.
            connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            message = f"The index {name} does not tell what the library holds ({error}). {_REBUILD}"
            findings.append(Finding("index", message))
        finally:
            connection.execute("ROLLBACK")
    return findings


def _names(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute(_INDEXES)]
