"""Saving what can be read of a damaged library into a new one: marks first, then everything else."""

import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from itertools import islice
from pathlib import Path

from probreader.library.doctor import copying, mending
from probreader.library.doctor.scanning import Decoder, Table, rows
from probreader.library.doctor.values import Salvaged
from probreader.library.failures import system_error, translated
from probreader.library.preparing import connect, prepared

_MARKS = (
    "bookmark_state saved_search awaited_read awaited_place mark_clock journal entry_read entry_unread place".split()
)
_AT_ONCE = 1000
"""Rows that are written together."""


def salvage(path: Path, target: Path) -> Salvaged:
    """Save what can be read of the library at ``path`` into ``target``, which must be new; ``path`` stays untouched.

    Raises:
        LibraryNewerError: a newer probreader, or another program, made it.
        LibraryError: ``target`` is there already, or a file cannot be read or written.
    """
    target = target.absolute()
    backup = copying.back_up(path, target)
    with translated(target), tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
        try:
            work = copying.working_copy(backup, Path(folder))
        except OSError as error:
            raise system_error(error, target) from error
        with closing(connect(work, "rw")) as damaged, closing(connect(prepared(target), "rw")) as saved:
            return _save(damaged, saved, backup, target)


def _save(damaged: sqlite3.Connection, saved: sqlite3.Connection, backup: Path, target: Path) -> Salvaged:
    decoder = Decoder()
    damaged.text_factory = decoder
    saved.execute("PRAGMA foreign_keys = OFF")
    counts: dict[str, int] = {}
    lost: list[str] = []
    for table in _tables(saved):
        # Each for itself, so that marks are safe whatever becomes of the rest.
        saved.execute("BEGIN IMMEDIATE")
        counts[table.name] = _copy(damaged, saved, table)
        saved.execute("COMMIT")
        lost.extend(_missing(damaged, table, counts[table.name]))
    if decoder.damaged:
        lost.append(f"Some characters of {decoder.damaged:,} texts, which are marked.")
    saved.execute("BEGIN IMMEDIATE")
    lost.extend(mending.mend(saved))
    saved.execute("COMMIT")
    return Salvaged(backup, target, {name: count for name, count in counts.items() if count}, tuple(lost))


def _tables(connection: sqlite3.Connection) -> list[Table]:
    """The tables of a library but for the indexes, marks first."""
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    # What belongs to an index has a name that begins with that of the index.
    passed = ("sqlite_", *(name for name, sql in found if sql.startswith("CREATE VIRTUAL TABLE")))
    ordered = [*_MARKS, *(name for name, _ in found if name not in _MARKS and not name.startswith(passed))]
    return [_table(connection, name) for name in ordered]


def _table(connection: sqlite3.Connection, name: str) -> Table:
    columns = connection.execute(f"SELECT name, type, pk FROM pragma_table_info('{name}') ORDER BY cid").fetchall()
    keys = [column for column, _, place in sorted(columns, key=lambda item: item[2]) if place]
    return Table(
        name,
        tuple(column for column, _, _ in columns),
        tuple(declared for _, declared, _ in columns),
        tuple(keys) or ("rowid",),
    )


def _copy(damaged: sqlite3.Connection, saved: sqlite3.Connection, table: Table) -> int:
    """Copy the rows that can be read and are what the table may hold; how many.

    What a new library has in the table stays only where there is nothing to copy.
    """
    initial = saved.execute(f"SELECT {', '.join(table.columns)} FROM {table.name}").fetchall()
    saved.execute(f"DELETE FROM {table.name}")
    marks = ", ".join("?" * len(table.columns))
    statement = f"INSERT OR IGNORE INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})"
    found = (row for row in rows(damaged, table) if table.fits(row))
    count = 0
    while batch := list(islice(found, _AT_ONCE)):
        count += max(0, saved.executemany(statement, batch).rowcount)
    if not count:
        saved.executemany(statement, initial)
    return count


def _missing(damaged: sqlite3.Connection, table: Table, count: int) -> Iterable[str]:
    """A sentence when the table held more rows than were copied, or does not tell."""
    try:
        (held,) = damaged.execute(f"SELECT count(*) FROM {table.name} NOT INDEXED").fetchone()
    except sqlite3.DatabaseError:
        return [f"An unknown number of rows of {table.name}."]
    return [f"{held - count:,} rows of {table.name}."] if held > count else []
