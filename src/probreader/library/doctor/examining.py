"""Whether a library is whole: as a file, as a database, and as what ``schema.sql`` says it is."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from probreader.domain.clean import clean_line
from probreader.errors import LibraryDamagedError, LibraryError, LibraryLockedError
from probreader.library import migrations
from probreader.library.connection import LOCK_SECONDS
from probreader.library.doctor import indexing, invariants, row_values
from probreader.library.doctor.values import Finding, Report
from probreader.library.failures import library_error, system_error, translated
from probreader.library.locking import ProcessLock
from probreader.library.preparing import SMALLEST_PAGE, connect

_MOST_FAULTS = 20
"""Faults of one kind that are listed."""

_ROWS = {
    "sources": "SELECT count(*) FROM source",
    "posts": "SELECT count(*) FROM post",
    "sections": "SELECT total(sections) FROM post",
    "comments": "SELECT total(comments) FROM post",
    "entries read": "SELECT total(entries_read) FROM post",
    "bookmarks": "SELECT count(*) FROM bookmark",
    "steps to undo": "SELECT count(*) FROM journal WHERE NOT undone",
}
_SALVAGE = "“probreader doctor --salvage FILE” saves what can be read into a new file."


def examine(path: Path) -> Report:
    """Look at the library at ``path`` without changing it.

    Raises:
        LibraryError: there is no file, or it may not be read.
    """
    file = Path(os.path.realpath(path))
    sizes = _sizes(file, path)
    report = Report(path, None, sqlite3.sqlite_version, sizes, {}, (), is_newer=False)
    if sizes["file"] < SMALLEST_PAGE:
        return replace(report, findings=(_damage("it is too short"),))
    try:
        with closing(connect(file, "ro")) as connection:
            report = _looked_into(connection, report)
    except sqlite3.DatabaseError as error:
        if not _is_damage(error, path):
            raise library_error(error, path) from error
        return replace(report, findings=(*report.findings, _damage(str(error))))
    # An index cannot be checked that belongs to what is damaged.
    return report if report.findings else replace(report, findings=_index_findings(file, path))


def _sizes(file: Path, path: Path) -> dict[str, int]:
    try:
        sizes = {"file": file.stat().st_size}
    except OSError as error:
        raise system_error(error, path) from error
    if not file.is_file():
        raise LibraryError(f"{clean_line(str(path))} is no file. Name a library.")
    with suppress(FileNotFoundError):
        sizes["written ahead"] = Path(f"{file}-wal").stat().st_size
    return sizes


def _unused(connection: sqlite3.Connection) -> int:
    (pages,) = connection.execute("PRAGMA freelist_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    return int(pages * size)


def _looked_into(connection: sqlite3.Connection, report: Report) -> Report:
    """``report`` with everything that can be told by reading."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    report = replace(report, version=version, sizes={**report.sizes, "unused": _unused(connection)})
    if (application, version) != (migrations.APPLICATION_ID, migrations.schema_version()):
        return replace(report, findings=(_foreign(application, version),), is_newer=True)
    findings = list(_damaged_pages(connection))
    try:
        rows = {name: int(connection.execute(statement).fetchone()[0]) for name, statement in _ROWS.items()}
        report = replace(report, rows=rows)
        findings.extend([*_dangling(connection), *invariants.check(connection), *row_values.check(connection)])
    except sqlite3.DatabaseError:
        # What is damaged was told; to find that it cannot be read adds nothing.
        if not findings:
            raise
    return replace(report, findings=tuple(findings))


def _foreign(application: int, version: int) -> Finding:
    if application != migrations.APPLICATION_ID:
        return Finding("foreign", "This is a database of another program; it was not looked into.")
    return Finding(
        "other-version",
        f"This library has version {version}, and this probreader knows {migrations.schema_version()}; it was not "
        "looked into. Open it with the probreader that made it, or with a newer one.",
    )


def _damaged_pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    faults = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST_FAULTS})")]
    if faults != ["ok"]:
        yield _damage("; ".join(faults))


def _dangling(connection: sqlite3.Connection) -> Iterator[Finding]:
    statement = 'SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY "table"'
    for table, count in connection.execute(statement).fetchall():
        yield Finding("dangling", f"{count:,} rows of the table {table} belong to what is not there. {_SALVAGE}")


def _is_damage(error: sqlite3.DatabaseError, path: Path) -> bool:
    """Whether the file is at fault: also where a table is not there, or a text is none."""
    code = getattr(error, "sqlite_errorcode", None)
    return code in (None, sqlite3.SQLITE_ERROR) or isinstance(library_error(error, path), LibraryDamagedError)


def _damage(fault: str) -> Finding:
    return Finding("damaged", f"The file is damaged, or no library at all ({clean_line(fault)}). {_SALVAGE}")


def _index_findings(file: Path, path: Path) -> tuple[Finding, ...]:
    """The index can only be checked by who may write."""
    lock = ProcessLock(file)
    try:
        lock.acquire(LOCK_SECONDS)
    except LibraryLockedError:
        message = "The index was not checked, as another probreader is writing. Try again when it is done."
        return (Finding("busy", message),)
    try:
        with translated(path), closing(connect(file, "rw")) as connection:
            return tuple(indexing.check(connection))
    finally:
        lock.release()
