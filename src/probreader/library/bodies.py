"""What each source shows of a post's body, kept where a post has several sources."""

import json
import sqlite3
import zlib
from collections.abc import Mapping

from probreader.domain.post import Section
from probreader.domain.prose import Prose
from probreader.library.post_rows import opening_of
from probreader.library.rows import COLUMNS, EntryRow, section_of, spans_json, spans_of

Sections = tuple[Section, ...]

_SOLE = f"""
SELECT {COLUMNS} FROM entry JOIN entry_source USING (entry)
WHERE post = ? AND source = ? AND kind = 'section' ORDER BY position
"""
_STORE = "INSERT OR REPLACE INTO body (post, source, opening, sections) VALUES (?, ?, ?, ?)"


def views_of(connection: sqlite3.Connection, post: int) -> dict[int, Sections]:
    """By source what it shows of the body of ``post``; what a sole source shows is what the post has of it."""
    kept = connection.execute("SELECT source, sections FROM body WHERE post = ?", (post,)).fetchall()
    if kept:
        return {source: _sections(content) for source, content in kept}
    sources = connection.execute(
        "SELECT DISTINCT source FROM entry JOIN entry_source USING (entry) WHERE post = ? AND kind = 'section'", (post,)
    ).fetchall()
    return {source: _sole(connection, post, source) for (source,) in sources}


def store(connection: sqlite3.Connection, post: int, views: Mapping[int, Sections]) -> None:
    """Keep what the sources show, unless there is but one that shows anything."""
    if sum(map(bool, views.values())) < 2:
        return
    held = {
        source: zlib.decompress(content)
        for source, content in connection.execute("SELECT source, sections FROM body WHERE post = ?", (post,))
    }
    contents = {source: _content(sections) for source, sections in views.items()}
    changed = [
        (post, source, content)
        for source, content in contents.items()
        if held.get(source) != content and (views[source] or source in held)
    ]
    connection.executemany(
        _STORE,
        ((post, source, opening_of(views[source]), zlib.compress(content)) for post, source, content in changed),
    )


def _sole(connection: sqlite3.Connection, post: int, source: int) -> Sections:
    return tuple(section_of(EntryRow._make(row)) for row in connection.execute(_SOLE, (post, source)))


def _content(sections: Sections) -> bytes:
    items = [(section.id, section.heading, section.body.text, spans_json(section.body.spans)) for section in sections]
    return json.dumps(items, ensure_ascii=False, separators=(",", ":")).encode()


def _sections(content: bytes) -> Sections:
    return tuple(
        Section(id_, heading, Prose(text, () if spans is None else spans_of(spans)))
        for id_, heading, text, spans in json.loads(zlib.decompress(content))
    )
