"""Connections to the library file: many readers, one writer, and a lock between processes.

SQLite's own locks allow two processes to write by turns; a fault in WAL mode (SQLite 3.7.0 to 3.51.2) can then damage
the file. So whoever writes holds an advisory lock on ``<file>.lock`` as well, from the first write until the library
is closed. Readers open the file read-only: they never recover, checkpoint or lock anything.
"""

import fcntl
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from probreader.domain.clean import clean_line
from probreader.errors import LibraryError, LibraryNewerError
from probreader.library import migrations
from probreader.library.failures import locked, no_database, system_error, translated

BUSY_SECONDS = 2.0
"""How long SQLite waits for a lock of its own before it gives up."""

CREATION_SECONDS = 5.0
"""How long to wait for another process that is creating or upgrading the same library."""

PAGE_SIZE = 8192
"""Bytes; twice SQLite's default, as rows hold whole comments."""

SMALLEST_PAGE = 512
"""Bytes; no database but an empty one is smaller."""


class ProcessLock:
    """At most one holder on this machine; released by the system when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self, seconds: float = 0.0) -> None:
        """Take the lock, trying for ``seconds``.

        Raises:
            LibraryLockedError: another holder kept it.
            LibraryError: the lock file cannot be made.
        """
        if self._descriptor is not None:
            return
        try:
            descriptor = os.open(f"{self._path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise system_error(error, self._path) from error
        try:
            self._lock(descriptor, time.monotonic() + seconds)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor

    def _lock(self, descriptor: int, deadline: float) -> None:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise locked(self._path) from None
                time.sleep(0.02)
            except OSError as error:
                raise system_error(error, self._path) from error
            else:
                return

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held. The file stays: removing it would be a race."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class Connections:
    """The connections of one process to one library; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        """Make ready to read the library at ``path``, which is made or brought to the present schema first.

        Raises:
            LibraryNewerError: the file is a newer library, or somebody else's database.
            LibraryDamagedError: the file is no database.
            LibraryLockedError: it must be made or upgraded, and another process is busy with it.
            LibraryError: it cannot be opened.
        """
        self.path = path
        self._file = _prepared(path)
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
        return _connect(self._file, read_only=True)

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
            self._writer = _connect(self._file)
        return self._writer

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise LibraryError(f"The library {clean_line(str(self.path))} is closed.")


def _connect(file: Path, *, read_only: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(
        file.as_uri() + ("?mode=ro" if read_only else "?mode=rwc"),
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _prepared(path: Path) -> Path:
    """The absolute path of the library, which is of the present schema when this returns."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.resolve()
    except (OSError, RuntimeError) as error:
        raise system_error(error if isinstance(error, OSError) else OSError(), path) from error
    with translated(path):
        if _version(file, path) < migrations.schema_version():
            lock = ProcessLock(file)
            lock.acquire(CREATION_SECONDS)
            try:
                _bring_up(file, _version(file, path))
            finally:
                lock.release()
    return file


def _version(file: Path, path: Path) -> int:
    """The schema version of ``file``; 0 when it is absent or an empty database."""
    if not file.exists():
        return 0
    if 0 < file.stat().st_size < SMALLEST_PAGE:
        # SQLite would take it for an empty database, and overwrite it.
        raise no_database(path)
    with closing(_connect(file, read_only=True)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application == 0 and version == 0 and tables == 0:
        return 0
    if application != migrations.APPLICATION_ID or version < 1:
        raise LibraryNewerError(
            f"{clean_line(str(path))} is a database of another program; it was left untouched. Name another library."
        )
    if version > migrations.schema_version():
        raise LibraryNewerError(
            f"{clean_line(str(path))} was written by a newer probreader (version {version} of the library, this one "
            f"knows {migrations.schema_version()}); it was left untouched. Upgrade probreader or name another library."
        )
    return int(version)


def _bring_up(file: Path, version: int) -> None:
    if version == migrations.schema_version():
        return
    with closing(_connect(file)) as connection:
        if version == 0:
            connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            migrations.create(connection)
            connection.execute("COMMIT")
        else:
            _back_up(connection, file.with_name(f"{file.name}.version-{version}"))
            migrations.migrate(connection, version)


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as backup:
        connection.backup(backup)
