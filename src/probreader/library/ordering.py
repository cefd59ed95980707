"""The order of entries in time, and the numbers by which the index keeps them in it.

The index hands out what it finds by falling number, at once and without sorting. So an entry's number there, its
*doc*, is the minute of its time, or the next number that is free: entries of one minute push each other up. Numbers
of minutes lie close together, which keeps the index small.

What is indexed in one go stands in perfect order. What comes later finds its minute taken at times, and stands a little
too high: ``disorder`` tells how far below an entry a newer one may be, so that who looks a little further misses none.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from heapq import heappush, heapreplace
from typing import NamedTuple

UNDATED = 0
"""The second of an entry that has no date; it stands before all time."""

_MINUTE = 60
_DAY = 86_400
_FIRST_DATED = 900_000_000
"""Docs of entries without a date are below; it is a minute in the 18th century."""
_AFTER_ALL = 1 << 62
_BEGINNINGS = {4: "-01-01", 7: "-01"}
"""By length of a date that is a year or a month alone: what makes it its first day."""


class Place(NamedTuple):
    """Where an entry stands in the order of time; the newer is the greater, of one second what was read first."""

    second: int
    negated: int
    """The entry's number, negated."""
    doc: int


def second_of(iso: str | None) -> int | None:
    """Seconds from the beginning of the calendar to the time, in UTC where its zone is known; None without a date."""
    if iso is None or iso.startswith("T"):
        return None
    try:
        time = datetime.fromisoformat(iso + _BEGINNINGS.get(len(iso), ""))
    except ValueError:
        return None
    offset = time.utcoffset()
    second = time.toordinal() * _DAY + time.hour * 3600 + time.minute * 60 + time.second
    return second if offset is None else second - int(offset.total_seconds())


def minute_of(day: date, away: timedelta) -> int:
    """The minute in which the day begins that is so many whole days away from ``day``."""
    return (day.toordinal() + away.days) * _DAY // _MINUTE


def take_docs(connection: sqlite3.Connection, entries: Iterable[tuple[int, int]]) -> list[int]:
    """Give docs to ``entries`` (second, entry), which have none, and note them; the docs, rising.

    Of entries of one second those with the lesser numbers are found first, as they were read first.
    """
    ordered = sorted((second, -entry) for second, entry in entries)
    greatest = _last_doc(connection, _AFTER_ALL)
    docs = _free_docs(connection, ordered, greatest)
    connection.executemany(
        "INSERT INTO entry_order (doc, second, entry) VALUES (?, ?, ?)",
        ((doc, second, -negated) for doc, (second, negated) in zip(docs, ordered, strict=True)),
    )
    if docs:
        late = max(doc - second // _MINUTE for doc, (second, _) in zip(docs, ordered, strict=True))
        _note_disorder(connection, Place(*ordered[0], docs[0]), len(docs), late, greatest)
    return docs


def _free_docs(connection: sqlite3.Connection, ordered: Iterable[tuple[int, int]], greatest: int) -> list[int]:
    is_taken = "SELECT 1 FROM entry_order WHERE doc = ?"
    last = _last_doc(connection, _FIRST_DATED)
    docs = []
    for second, _ in ordered:
        doc = last + 1 if second == UNDATED else max(second // _MINUTE, last + 1)
        while doc <= greatest and connection.execute(is_taken, (doc,)).fetchone() is not None:
            doc += 1
        docs.append(doc)
        last = doc
    return docs


def _last_doc(connection: sqlite3.Connection, below: int) -> int:
    """The greatest doc below a number; -1 when there is none."""
    (last,) = connection.execute("SELECT max(doc) FROM entry_order WHERE doc < ?", (below,)).fetchone()
    return -1 if last is None else int(last)


def _note_disorder(connection: sqlite3.Connection, first: Place, count: int, late: int, greatest: int) -> None:
    """A newer entry below another is so near it as the other is late; what goes on above all others brings none."""
    connection.execute("UPDATE index_state SET (late, unsorted) = (max(late, ?), unsorted + ?)", (late, count))
    if not _goes_on(connection, first, greatest):
        connection.execute("UPDATE index_state SET disorder = late")


def _goes_on(connection: sqlite3.Connection, first: Place, greatest: int) -> bool:
    """Whether entries from ``first`` on stand above those there were before, and are newer."""
    if greatest < 0:
        return True
    if first.doc <= greatest:
        return False
    (second,) = connection.execute(
        "SELECT max(second) FROM entry_order WHERE doc BETWEEN ? AND ?", (first.second // _MINUTE, greatest)
    ).fetchone()
    return second is None or int(second) < first.second


def forget_all_places(connection: sqlite3.Connection) -> None:
    """Take every entry out of the order."""
    connection.execute("DELETE FROM entry_order")
    connection.execute("DELETE FROM index_state")
    connection.execute("INSERT INTO index_state (late, disorder, unsorted) VALUES (0, 0, 0)")


class Newest:
    """The first so many of the places that it is shown by falling doc."""

    def __init__(self, connection: sqlite3.Connection, limit: int) -> None:
        """``limit`` is at least 1."""
        self._limit = limit
        self._best: list[Place] = []
        self._disorder = int(connection.execute("SELECT disorder FROM index_state").fetchone()[0])

    def take(self, place: Place) -> None:
        """Keep the place if it is among the first."""
        if len(self._best) < self._limit:
            heappush(self._best, place)
        elif place > self._best[0]:
            heapreplace(self._best, place)

    @property
    def floor(self) -> int:
        """No place with a lower doc can be among the first any more."""
        if len(self._best) < self._limit:
            return -1
        last = self._best[0]
        return max(last.second // _MINUTE, last.doc - self._disorder)

    def entries(self) -> list[int]:
        """The numbers of the entries that were kept, the newest first."""
        return [-place.negated for place in sorted(self._best, reverse=True)]
