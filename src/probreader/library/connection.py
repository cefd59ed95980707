"""Connections to the library file: many readers, one writer.

Readers open the file read-only: they never recover, checkpoint or lock anything. The lock between processes is held
while something is written, so that several may have the library open and write by turns.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock

from probreader.domain.clean import clean_line
from probreader.errors import LibraryError, LibraryLockedError
from probreader.library.failures import FAULTS, damaged_rows, translated
from probreader.library.locking import ProcessLock
from probreader.library.preparing import connect, prepared, refuse_other_schema

LOCK_SECONDS = 0.1
"""How long a write waits for another process to end its own; the screen waits with it, so it is short."""

WRITER_CACHE = 65_536
"""Kilobytes of pages that the writer keeps; with SQLite's 2,000 a large import writes the same pages many times."""


class Connections:
    """The connections of one process to one library; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        """Make ready to read the library at ``path``; raises what :func:`~.preparing.prepared` does."""
        self.path = path
        self._file = prepared(path)
        self._lock = ProcessLock(self._file)
        self._writer: sqlite3.Connection | None = None
        self._writing = Lock()
        self._readers: list[sqlite3.Connection] = []
        self._pool = Lock()
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees the library as it is at the first statement, whatever is written meanwhile."""
        with translated(self.path):
            connection = self._borrow()
            try:
                connection.execute("BEGIN")
                with self._understood():
                    yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.close()
                raise
            self._give_back(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The writer, in a transaction that is committed at the end and rolled back on any exception.

        Raises:
            LibraryLockedError: another process writes to the library.
            LibraryNewerError: another process has brought the library to a newer schema since it was opened.
        """
        with self._writing, translated(self.path), self._locked():
            connection = self._open_writer()
            try:
                connection.execute("BEGIN IMMEDIATE")
                refuse_other_schema(connection, self.path)
                with self._understood():
                    yield connection
                connection.execute("COMMIT")
            except BaseException:
                # To close it rolls back, whatever state a full disk or an interrupt has left it in.
                self._writer = None
                connection.close()
                raise

    def close(self) -> None:
        """Close what is open; a reader still in use by another thread is closed when that thread is done with it."""
        with self._writing:
            with self._pool:
                self._closed = True
                idle, self._readers = self._readers, []
            for connection in idle:
                connection.close()
            if self._writer is not None:
                self._close_writer(self._writer)

    def _close_writer(self, writer: sqlite3.Connection) -> None:
        """Close the writer, which checkpoints when it is the last connection, under the lock.

        Whoever holds the lock has a connection of its own, so that without the lock ours is not the last.
        """
        self._writer = None
        with suppress(LibraryLockedError), self._locked():
            writer.close()
        writer.close()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._lock.acquire(LOCK_SECONDS)
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def _understood(self) -> Iterator[None]:
        """Raise a :class:`LibraryDamagedError` for what is raised at a row that nobody can have written.

        Where the rows are as they should be, what is raised is none of their fault, and goes on.
        """
        try:
            yield
        except FAULTS as error:
            from probreader.library.doctor.nonsense import holds_nonsense

            # On its own connection, for what the present one may have half written.
            with closing(connect(self._file, "ro")) as connection:
                if holds_nonsense(connection):
                    raise damaged_rows(self.path) from error
            raise

    def _borrow(self) -> sqlite3.Connection:
        with self._pool:
            self._refuse_when_closed()
            if self._readers:
                return self._readers.pop()
        return connect(self._file, "ro")

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._pool:
            if not self._closed:
                self._readers.append(connection)
                return
        connection.close()

    def _open_writer(self) -> sqlite3.Connection:
        self._refuse_when_closed()
        if self._writer is None:
            self._writer = connect(self._file, "rw")
            self._writer.execute(f"PRAGMA cache_size = -{WRITER_CACHE}")
        return self._writer

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise LibraryError(f"The library {clean_line(str(self.path))} is closed.")
