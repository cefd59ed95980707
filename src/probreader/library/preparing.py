"""Making a library file, bringing an older one up, and refusing what is not ours to touch."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from probreader.domain.clean import clean_line
from probreader.errors import LibraryError, LibraryNewerError
from probreader.library import migrations
from probreader.library.failures import no_database, system_error, translated
from probreader.library.locking import ProcessLock

BUSY_SECONDS = 2.0
"""How long SQLite waits for a lock of its own before it gives up."""

CREATION_SECONDS = 5.0
"""How long to wait for another process that is making or upgrading the same library."""

PAGE_SIZE = 8192
"""Bytes; twice SQLite's default, as rows hold whole comments."""

SMALLEST_PAGE = 512
"""Bytes; no database but an empty one is smaller."""


def connect(file: Path, mode: str) -> sqlite3.Connection:
    """Open ``file`` to read (``ro``), to read and write (``rw``), or that and to make it (``rwc``).

    The connection may be used by any thread, and leaves transactions to the caller.
    """
    connection = sqlite3.connect(
        f"{file.as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def prepared(path: Path) -> Path:
    """The absolute path of the library at ``path``, which is there and of the present schema when this returns.

    Raises:
        LibraryNewerError: the file is a newer library, or somebody else's database.
        LibraryDamagedError: the file is no database.
        LibraryLockedError: it must be made or upgraded, and another process is busy with it.
        LibraryError: it cannot be opened.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = Path(os.path.realpath(path))
    except OSError as error:
        raise system_error(error, path) from error
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
    if file.is_dir():
        raise LibraryError(f"{clean_line(str(path))} is a folder. Name a file, which may be new, as the library.")
    if 0 < file.stat().st_size < SMALLEST_PAGE:
        # SQLite would take it for an empty database, and overwrite it.
        raise no_database(path)
    with closing(connect(file, "ro")) as connection:
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


def refuse_other_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse to write to a library that was brought to another schema since it was opened.

    Raises:
        LibraryNewerError: it was.
    """
    if connection.execute("PRAGMA user_version").fetchone() != (migrations.schema_version(),):
        raise LibraryNewerError(
            f"{clean_line(str(path))} was upgraded by another probreader meanwhile. Leave this one and start it again."
        )


def _bring_up(file: Path, version: int) -> None:
    """Take ``file`` from ``version`` to the present one; the caller holds the lock."""
    if version == migrations.schema_version():
        return
    with closing(connect(file, "rwc")) as connection:
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
