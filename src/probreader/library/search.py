"""Finding entries."""

import sqlite3
from typing import NamedTuple

from probreader.library.query import match_expression, parse
from probreader.library.rows import timestamp_of
from probreader.library.snippets import Marked, marked, snippet
from probreader.library.values import EntryKind, Hit

_COUNT = "SELECT count(*) FROM entry_index WHERE entry_index MATCH ?"

# The order is settled by numbers alone, so that the texts of hits beyond the limit are never read.
_FOUND = """
WITH best AS (
    SELECT entry, published_key, entry.post AS post, position
    FROM entry_index JOIN entry ON entry.entry = entry_index.rowid JOIN post ON post.post = entry.post
    WHERE entry_index MATCH :query
    ORDER BY published_key DESC NULLS LAST, entry.post, position
    LIMIT :limit
)
SELECT post.id, post.title, CASE kind WHEN 'post' THEN post.id ELSE entry.id END, kind, entry.author,
    CASE kind WHEN 'comment' THEN entry.published_iso ELSE post.published_iso END,
    CASE kind WHEN 'comment' THEN entry.published_raw ELSE post.published_raw END,
    coalesce(entry.heading, CASE kind WHEN 'post' THEN post.title END, ''), coalesce(entry.author, ''), entry.text
FROM best JOIN entry USING (entry) JOIN post ON post.post = best.post
ORDER BY best.published_key DESC NULLS LAST, best.post, best.position
"""


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


def search(connection: sqlite3.Connection, query: str, limit: int, *, as_you_type: bool) -> list[Hit]:
    """The first ``limit`` entries that match ``query``: newest post first, then in reading order."""
    terms = parse(query, as_you_type=as_you_type)
    if not terms or limit < 1:
        return []
    expression = match_expression(terms)
    cursor = connection.execute(_FOUND, {"query": expression, "limit": min(limit, 2**31)})
    found = [_Found._make(row) for row in cursor]
    highlighted = marked([(item.heading, item.indexed_author, item.text) for item in found], expression)
    return [_hit(item, marks) for item, marks in zip(found, highlighted, strict=True)]


def count(connection: sqlite3.Connection, query: str, *, as_you_type: bool) -> int:
    """How many entries match ``query``."""
    terms = parse(query, as_you_type=as_you_type)
    if not terms:
        return 0
    return int(connection.execute(_COUNT, (match_expression(terms),)).fetchone()[0])


def _hit(found: _Found, marks: Marked) -> Hit:
    text, spans = snippet(marks)
    return Hit(
        post_id=found.post_id,
        post_title=found.post_title,
        entry_id=found.entry_id,
        kind=EntryKind(found.kind),
        author=found.author,
        published=timestamp_of(found.published_iso, found.published_raw),
        snippet=text,
        spans=spans,
    )
