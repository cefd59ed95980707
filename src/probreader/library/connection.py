"""Connections to the library file: many readers, one writer.

Readers open the file read-only: they never recover, checkpoint or lock anything. The writer and the lock between
processes are taken at the first write and kept until the library is closed.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from probreader.domain.clean import clean_line
from probreader.errors import LibraryError
from probreader.library.failures import translated
from probreader.library.locking import ProcessLock
from probreader.library.preparing import connect, prepared


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
        """
        with self._writing, translated(self.path):
            connection = self._open_writer()
            try:
                connection.execute("BEGIN IMMEDIATE")
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
                self._writer.close()
                self._writer = None
            self._lock.release()

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
            self._lock.acquire()
            self._writer = connect(self._file, "rw")
        return self._writer

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise LibraryError(f"The library {clean_line(str(self.path))} is closed.")
