"""The order of entries in time, and the numbers by which the index keeps them in it.

The index hands out what it finds by falling number, at once and without sorting. So an entry's number there, its
*doc*, is the minute of its time, or the next number that is free: entries of one minute push each other up. Numbers
of minutes lie close together, which keeps the index small.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime

UNDATED = 0
"""The second of an entry that has no date; it stands before all time."""

_MINUTE = 60
_DAY = 86_400
_FIRST_DATED = 900_000_000
"""Docs of entries without a date are below; it is a minute in the 18th century."""
_AFTER_ALL = 1 << 62


def second_of(iso: str | None) -> int | None:
    """Seconds from the beginning of the calendar to the time, in UTC where its zone is known; None without a date."""
    if iso is None or iso.startswith("T"):
        return None
    try:
        time = datetime.fromisoformat(iso)
    except ValueError:
        return None
    offset = time.utcoffset()
    second = time.toordinal() * _DAY + time.hour * 3600 + time.minute * 60 + time.second
    return second if offset is None else second - int(offset.total_seconds())


def first_doc(second: int) -> int:
    """The least doc that an entry of this second can have."""
    return second // _MINUTE


def with_docs(connection: sqlite3.Connection, entries: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Doc, entry and second of each of ``entries`` (second, entry), by rising doc.

    Entries of one second get docs that rise as their numbers do.
    """
    is_taken = "SELECT 1 FROM entry_order WHERE doc = ?"
    last = _last_doc(connection, _FIRST_DATED)
    greatest = _last_doc(connection, _AFTER_ALL)
    for second, entry in sorted(entries):
        doc = last + 1 if second == UNDATED else max(first_doc(second), last + 1)
        while doc <= greatest and connection.execute(is_taken, (doc,)).fetchone() is not None:
            doc += 1
        yield doc, entry, second
        last = doc


def _last_doc(connection: sqlite3.Connection, below: int) -> int:
    """The greatest doc below a number; -1 when there is none."""
    (last,) = connection.execute("SELECT max(doc) FROM entry_order WHERE doc < ?", (below,)).fetchone()
    return -1 if last is None else int(last)
