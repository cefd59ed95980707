"""Which way the newest entries that a query finds are found soonest.

The index hands out the newest entries first without looking at more than it must: nearly every query is answered by
that alone. What it cannot do well is a common beginning of a word, as there is while somebody types, since it gathers
all entries of all words that begin so before it hands out one. Instead

1. where few words begin so, they are asked for instead, each by itself;
2. else the newest entries are looked at, with the rest of the query alone, and those are kept in whose text a word
   begins so: of a common beginning the first will do soon;
3. if they do not, the commonest words that begin so show how old an entry among the first can be, and those that are
   not older are looked at;
4. if these are too many, the index gathers all.

A query without words looks at the newest entries as well, and at all posts only when few of those will do.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, islice
from typing import Any

from probreader.domain.queries.nodes import Dated, Is, Node, Not, State, When, conjuncts
from probreader.library import relaxing
from probreader.library.conditions import holding, statement
from probreader.library.fragments import Fragment, around, joined
from probreader.library.ordering import Newest, Place, minute_of
from probreader.library.text_index import expression, is_script, is_text

FIRST_LOOK = 1_000
"""Entries looked at before anything else is tried."""
SECOND_LOOK = 4_000
"""Entries looked at before the index is to gather all."""
_ZONES = timedelta(days=2)
"""Dates in queries are those of the places where entries were written; the index keeps them in UTC."""
_FEW_BOOKMARKS = 32
_BOOKMARKED = """
SELECT doc FROM bookmark JOIN post ON post.id = bookmark.post_id
JOIN entry ON entry.post = post.post AND entry.id IN ('', bookmark.entry_id) JOIN entry_order USING (entry)
"""
_IN_SCRIPT = "place.doc IN (SELECT rowid FROM script_index WHERE script_index MATCH ?)"
_BY_TIME = """
 ORDER BY (SELECT second FROM entry_order WHERE entry_order.entry = entry.entry) DESC NULLS LAST, entry.entry LIMIT ?
"""


def newest(connection: sqlite3.Connection, root: Node, limit: int) -> list[int]:
    """The numbers of the first ``limit`` (at least 1) entries for which ``root`` holds, the newest first."""
    query = _Query(connection, root)
    if query.texts or query.scripts:
        return _by_words(query, limit)
    found = _Stream(query, None, limit)
    if not found.look(FIRST_LOOK):
        return _by_time(connection, root, limit)
    return found.entries()


def _by_words(query: "_Query", limit: int) -> list[int]:
    found = _Stream(query, query.relaxed, limit)
    if found.look(FIRST_LOOK if query.common else None):
        return found.entries()
    if found.look(SECOND_LOOK, _certain_floor(query, limit)):
        return found.entries()
    gathered = _Stream(query, query.exact, limit, verify=False)
    gathered.look(None)
    return gathered.entries()


def _certain_floor(query: "_Query", limit: int) -> int:
    """The least doc that an entry among the first can have, as some that the query finds show; -1 if they do not."""
    if query.tightened is None:
        return -1
    certain = _Stream(query, query.tightened, limit, verify=False)
    return certain.floor if certain.look(SECOND_LOOK) else -1


def _by_time(connection: sqlite3.Connection, root: Node, limit: int) -> list[int]:
    found = statement(root, "SELECT entry.entry ", _BY_TIME)
    return [entry for (entry,) in connection.execute(found.sql, (*found.values, limit))]


class _Query:
    """A query by its parts, all of which must hold."""

    def __init__(self, connection: sqlite3.Connection, root: Node) -> None:
        self.connection = connection
        self.texts: list[Node] = []
        self.scripts: list[Node] = []
        self.negated: list[Node] = []
        self.others: list[Node] = []
        for part in conjuncts(root):
            self._group(part).append(part)
        if not self.texts:
            self.others += self.negated
            self.negated = []
        self._prefixes = relaxing.Prefixes(connection)

    def _group(self, part: Node) -> list[Node]:
        if is_text(part):
            return self.texts
        if is_script(part):
            return self.scripts
        return self.negated if isinstance(part, Not) and is_text(part.node) else self.others

    @cached_property
    def common(self) -> list[Node]:
        """The parts that have a common beginning of a word in them, which the index is not asked for."""
        return [part for part in (*self.texts, *self.negated) if self._prefixes.are_common(part)]

    @property
    def relaxed(self) -> str | None:
        """What the index is asked without the common beginnings; None for all entries."""
        loose = [relaxing.relaxed(part, self._prefixes) for part in self.texts]
        return self._whole([part for part in loose if part], [part for part in self.negated if part not in self.common])

    @property
    def tightened(self) -> str | None:
        """What the index is asked with the commonest words for common beginnings: it finds nothing wrong, but not all.

        None where it could find something wrong.
        """
        if any(part in self.common for part in self.negated):
            return None
        return self._whole([expression(part, self._prefixes.commonest) for part in self.texts], self.negated)

    @property
    def exact(self) -> str | None:
        """What the index is asked when it is to gather all."""
        return self._whole([expression(part, self._prefixes.exact) for part in self.texts], self.negated)

    def _whole(self, texts: Sequence[str], negated: Sequence[Node]) -> str | None:
        if not texts:
            return None
        found = " AND ".join(texts)
        without = " OR ".join(expression(part.node, self._prefixes.exact) for part in negated if isinstance(part, Not))
        return f"({found}) NOT ({without})" if without else found

    @property
    def conditions(self) -> list[Fragment]:
        """What the words in scripts without spaces ask of an entry, when another index is asked first."""
        return [Fragment(_IN_SCRIPT, (expression(part),)) for part in self.scripts if self.texts]

    def is_met(self, text: str, heading: str | None, author: str | None) -> bool:
        """Whether the common parts hold for an entry."""
        return all(relaxing.holds(part, (text, heading or "", author or "")) for part in self.common)


class _Stream:
    """The entries that an index finds, the newest first, looked at one by one."""

    def __init__(self, query: _Query, expression: str | None, limit: int, *, verify: bool = True) -> None:
        self._query = query
        self._verify = verify and bool(query.common)
        self._newest = Newest(query.connection, limit)
        asked = _statement(query, expression, is_whole=self._verify)
        self._rows: Iterator[tuple[Any, ...]] = query.connection.execute(asked.sql, asked.values)

    def look(self, most: int | None, floor: int = -1) -> bool:
        """Look at ``most`` entries more, as long as their docs are not below ``floor``; whether it is done."""
        for second, entry, doc, *words in islice(self._rows, most):
            if doc < max(floor, self._newest.floor):
                return True
            if not self._verify or self._query.is_met(*words):
                self._newest.take(Place(second, -entry, doc))
        return most is None or self._is_over()

    def _is_over(self) -> bool:
        """Whether there is nothing more to look at."""
        following = next(self._rows, None)
        if following is not None:
            self._rows = chain((following,), self._rows)
        return following is None

    @property
    def floor(self) -> int:
        """No entry with a lower doc can be among the first; -1 while there are not enough."""
        return self._newest.floor

    def entries(self) -> list[int]:
        """The numbers of the first entries, the newest first."""
        return self._newest.entries()


def _statement(query: _Query, match: str | None, *, is_whole: bool) -> Fragment:
    """Second, entry and doc, and if asked for the words, of what is found by falling doc."""
    index = "entry_index" if match is not None else "script_index" if query.scripts and not query.texts else None
    doc = "place.doc" if index is None else f"{index}.rowid"
    conditions = [*query.conditions, *_bounds(query.connection, query.others, doc)]
    if Is(State.BOOKMARKED) in query.others:
        conditions.append(_among_bookmarks(query.connection, doc))
    tables = "entry_order AS place"
    if index is not None:
        asked = " AND ".join(map(expression, query.scripts)) if match is None else match
        conditions.insert(0, Fragment(f"{index} MATCH ?", (asked,)))
        tables = f"{index} CROSS JOIN {tables} ON place.doc = {doc}"
    if is_whole or query.others:
        tables += " CROSS JOIN entry ON entry.entry = place.entry CROSS JOIN post ON post.post = entry.post"
    words = ", entry.text, entry.heading, entry.author" if is_whole else ""

    def select(others: Fragment) -> Fragment:
        where = joined(" AND ", [*conditions, others])
        return around(f"SELECT second, place.entry, {doc}{words} FROM {tables} WHERE ", where, f" ORDER BY {doc} DESC")

    return holding(query.others, select) if query.others else select(Fragment("true"))


def _bounds(connection: sqlite3.Connection, nodes: Iterable[Node], doc: str) -> list[Fragment]:
    """Between which docs the entries must be, by the dates that are asked for."""
    bounds = []
    (late,) = connection.execute("SELECT late FROM index_state").fetchone()
    for node in nodes:
        if isinstance(node, Dated):
            first, after = _days(node.date)
            if node.when is not When.BEFORE:
                bounds.append(Fragment(f"{doc} >= ?", (minute_of(first, -_ZONES),)))
            if node.when is not When.AFTER:
                end = first if node.when is When.BEFORE else after
                bounds.append(Fragment(f"{doc} <= ?", (minute_of(end, _ZONES) + late,)))
    return bounds


def _among_bookmarks(connection: sqlite3.Connection, doc: str) -> Fragment:
    """That the entry may be bookmarked; of a few bookmarks it is quickest to ask the index for one after the other."""
    (most,) = connection.execute("SELECT count(*) FROM bookmark").fetchone()
    return Fragment(f"{'' if most <= _FEW_BOOKMARKS else '+'}{doc} IN ({_BOOKMARKED})")


def _days(named: str) -> tuple[date, date]:
    """The first day of a year, a month or a day, and the one after its last (or later)."""
    parts = [*map(int, named.split("-")), 1, 1][:3]
    first = date(parts[0], parts[1], parts[2])
    length = {4: 366, 7: 31}.get(len(named), 1)
    return first, first + timedelta(days=min(length, (date.max - first).days))
