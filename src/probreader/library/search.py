"""Finding entries."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from probreader.domain.queries import Query
from probreader.domain.queries.nodes import Node, Words
from probreader.domain.queries.regex import Finder, compiled
from probreader.library.conditions import has_score, statement
from probreader.library.fragments import around
from probreader.library.highlighting import spans_of
from probreader.library.planner import newest
from probreader.library.rows import timestamp_of
from probreader.library.snippets import Marked, merged, snippet
from probreader.library.sql_functions import add_functions
from probreader.library.text_index import by_script, is_script, is_text, matching
from probreader.library.values import EntryKind, Hit, HitOrder

_SECOND = "(SELECT second FROM entry_order WHERE entry_order.entry = entry.entry)"
_ORDERS = {
    HitOrder.OLDEST: f"{_SECOND} = 0, {_SECOND}, entry.entry",
    HitOrder.BEST: f"found.score, {_SECOND} DESC, entry.entry",
}
_FOUND = """
SELECT post.id, post.title, CASE kind WHEN 'post' THEN post.id ELSE entry.id END, kind, entry.author,
    CASE kind WHEN 'comment' THEN entry.published_iso ELSE post.published_iso END,
    CASE kind WHEN 'comment' THEN entry.published_raw ELSE post.published_raw END,
    coalesce(entry.heading, CASE kind WHEN 'post' THEN post.title END, ''), coalesce(entry.author, ''), entry.text
FROM entry JOIN post USING (post) WHERE entry = ?
"""
_MOST = 2**31


class _Found(NamedTuple):
    post_id: str
    post_title: str | None
    entry_id: str
    kind: str
    author: str | None
    published_iso: str | None
    published_raw: str | None
    heading: str
    indexed_author: str
    text: str


def search(connection: sqlite3.Connection, query: Query, limit: int, order: HitOrder) -> list[Hit]:
    """The first ``limit`` entries that ``query`` finds, in ``order``."""
    if query.root is None or limit < 1:
        return []
    _prepare(connection, query.root)
    numbers = _first(connection, by_script(query.root), limit, order)
    # The order is settled by numbers alone, so that the texts of hits beyond the limit are never read.
    found = [_Found._make(connection.execute(_FOUND, (number,)).fetchone()) for number in numbers]
    return [_hit(item, marks) for item, marks in zip(found, _marks(found, query), strict=True)]


def count(connection: sqlite3.Connection, query: Query, most: int | None = None) -> int:
    """How many entries ``query`` finds; no more than ``most`` are counted."""
    if query.root is None:
        return 0
    _prepare(connection, query.root)
    root = by_script(query.root)
    if is_text(root) or is_script(root):
        found = around("SELECT count(*) FROM (SELECT 1 FROM (", matching(root), ") LIMIT ?)")
    else:
        found = statement(root, "SELECT count(*) FROM (SELECT 1 ", " LIMIT ?)")
    row = connection.execute(found.sql, (*found.values, _MOST if most is None else most)).fetchone()
    return int(row[0])


def _prepare(connection: sqlite3.Connection, root: Node) -> None:
    """Words alone need no functions of ours, which would make SQLite compile its statements again."""
    if not is_text(root):
        add_functions(connection)


def _first(connection: sqlite3.Connection, root: Node, limit: int, order: HitOrder) -> list[int]:
    """The numbers of the first ``limit`` entries."""
    limit = min(limit, _MOST)
    is_scored = order is HitOrder.BEST and has_score(root)
    if order is HitOrder.NEWEST or (order is HitOrder.BEST and not is_scored):
        return newest(connection, root, limit)
    found = statement(root, "SELECT entry.entry ", f" ORDER BY {_ORDERS[order]} LIMIT ?", scored=is_scored)
    return [number for (number,) in connection.execute(found.sql, (*found.values, limit))]


def _marks(found: Sequence[_Found], query: Query) -> list[Marked]:
    """Where the query's words and regular expressions match in each of ``found``."""
    asked, titles = query.words, query.title_words
    finders = [compiled(regex.source) for regex in query.regexes]
    return [_marked(item, asked, titles, finders) for item in found]


def _marked(item: _Found, asked: Sequence[Words], titles: Sequence[Words], finders: Sequence[Finder]) -> Marked:
    heading = [spans_of(words, item.heading) for words in asked]
    text = [spans_of(words, item.text) for words in asked]
    if item.kind == EntryKind.POST:
        heading.extend(spans_of(words, item.heading) for words in titles)
    for finder in finders:
        heading.append(finder.spans(item.heading))
        text.append(finder.spans(item.text))
    return Marked(item.heading, merged(heading), item.text, merged(text))


def _hit(found: _Found, marks: Marked) -> Hit:
    text, shown = snippet(marks)
    return Hit(
        post_id=found.post_id,
        post_title=found.post_title,
        entry_id=found.entry_id,
        kind=EntryKind(found.kind),
        author=found.author,
        published=timestamp_of(found.published_iso, found.published_raw),
        snippet=text,
        spans=shown,
    )
