"""Reading a table around damaged pages.

A row is sought by its key, so that a page that cannot be read hides the rows on it and no others. Where a page that
leads to others is damaged, the search goes on in growing steps until there is something again.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from probreader.domain.clean import clean_text

_ONE_BY_ONE = 4096
"""Keys that are tried one after the other; a leaf page seldom holds as many rows."""

_FARTHEST = 2**40
"""Keys beyond the last one that was read that are tried at most."""

_GREATEST = b"\xff"
"""Above every number and every text, as SQLite compares them."""

Key = tuple[Any, ...]
"""The values of a row's key columns."""


@dataclass(slots=True)
class Decoder:
    """Makes text of bytes as a connection reads it; what is no UTF-8, or no clean text, was damaged."""

    damaged: int = 0
    """How many texts were not whole."""

    def __call__(self, content: bytes) -> str:
        """The text, cleaned."""
        text = content.decode("utf-8", "replace")
        clean = clean_text(text)
        if clean.encode("utf-8", "replace") != content:
            self.damaged += 1
        return clean


@dataclass(frozen=True, slots=True)
class Table:
    """A table to be read."""

    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    """As they are declared: INTEGER, TEXT or BLOB."""
    keys: tuple[str, ...]
    """The columns that rows are sorted by."""

    def fits(self, row: tuple[Any, ...]) -> bool:
        """Whether every value is of the type its column has."""
        kinds = {"INTEGER": int, "TEXT": str, "BLOB": bytes}
        return all(
            value is None or isinstance(value, kinds.get(declared, object))
            for value, declared in zip(row, self.types, strict=True)
        )


def rows(connection: sqlite3.Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of ``table`` that can be read, as its columns."""
    width = len(table.keys)
    place: Key | None = None
    while True:
        # One after the other at last, since the row before a page that cannot be read is lost otherwise.
        for limit in (-1, 1):
            for row in _read(connection, table, place, limit):
                if row is None:
                    break
                place = row[:width]
                yield row[width:]
            else:
                return
        beyond = _beyond(connection, table, place)
        if beyond is None:
            yield from _backwards(connection, table, place)
            return
        place = beyond


def _read(
    connection: sqlite3.Connection, table: Table, after: Key | None, limit: int
) -> Iterator[tuple[Any, ...] | None]:
    """The keys and columns of the rows behind ``after``, ``limit`` at a time; None at last where one cannot be read."""
    place = after
    while True:
        found = False
        try:
            for row in _select(connection, table, limit=limit, after=place):
                found = True
                place = row[: len(table.keys)]
                yield row
        except sqlite3.DatabaseError:
            yield None
            return
        if limit < 0 or not found:
            return


def _select(
    connection: sqlite3.Connection, table: Table, *, limit: int, after: Key | None, before: Key | None = None
) -> sqlite3.Cursor:
    """Rows behind ``after``, in order, or, with ``before``, those in front of it, from the last one on."""
    keys = f"({', '.join(table.keys)})"
    marks = f"({', '.join('?' * len(table.keys))})"
    where = [f"{keys} > {marks}"] * (after is not None) + [f"{keys} < {marks}"] * (before is not None)
    order = ", ".join(table.keys if before is None else (f"{name} DESC" for name in table.keys))
    statement = (
        f"SELECT {', '.join((*table.keys, *table.columns))} FROM {table.name} "
        f"WHERE {' AND '.join(where) or 'TRUE'} ORDER BY {order} LIMIT {limit}"
    )
    return connection.execute(statement, (*(after or ()), *(before or ())))


def _beyond(connection: sqlite3.Connection, table: Table, place: Key | None) -> Key | None:
    """A key behind ``place`` from where reading can go on; None when there is none, or keys cannot be counted."""
    start = (0,) * len(table.keys) if place is None else place
    # First within what the first columns of the key say, then behind it.
    for column in reversed(range(len(table.keys))):
        if not isinstance(start[column], int):
            return None
        step = 1
        while step < _FARTHEST:
            key = (*start[:column], start[column] + step, *(-1,) * (len(start) - column - 1))
            if _is_readable(connection, table, key):
                return key
            step = step + 1 if step < _ONE_BY_ONE else step * 2
    return None


def _is_readable(connection: sqlite3.Connection, table: Table, after: Key) -> bool:
    return next(_read(connection, table, after, 1), ()) is not None


def _backwards(connection: sqlite3.Connection, table: Table, after: Key | None) -> Iterator[tuple[Any, ...]]:
    """The rows from the last one on, until they cannot be read or are those up to ``after``."""
    width = len(table.keys)
    before: Key = (_GREATEST,) * width
    while True:
        try:
            row = _select(connection, table, limit=1, after=after, before=before).fetchone()
        except sqlite3.DatabaseError:
            return
        if row is None:
            return
        before = row[:width]
        yield row[width:]
