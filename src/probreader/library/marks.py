"""Read marks and bookmarks."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from probreader.domain.clean import clean_line, clean_text
from probreader.errors import NotFoundError
from probreader.library.aliases import entry_ids, post_number, present_id
from probreader.library.posts import no_post
from probreader.library.rows import POST_ROW_ID
from probreader.library.snippets import excerpt
from probreader.library.values import Bookmark, EntryKind

_BOOKMARKS = "SELECT post_id, post_title, entry_id, kind, author, text, note, tags, created FROM bookmark"
_BOOKMARK = """
INSERT INTO bookmark (post_id, entry_id, post_title, kind, author, text, note, tags, created)
SELECT post.id, CASE kind WHEN 'post' THEN post.id ELSE entry.id END, post.title, kind, entry.author,
    CASE kind WHEN 'post' THEN coalesce(post.title, '') ELSE text END, :note, :tags, :now
FROM entry JOIN post ON post.post = entry.post WHERE entry = :entry
ON CONFLICT (post_id, entry_id) DO UPDATE SET note = excluded.note, tags = excluded.tags
"""
_READ = """
SELECT CASE kind WHEN 'post' THEN post.id ELSE entry.id END
FROM post JOIN entry_read ON entry_read.post = post.post JOIN entry ON entry.entry = entry_read.entry
WHERE post.id = ?
"""
_LOCATE = "SELECT post, entry, kind = 'comment' AND NOT placeholder FROM entry WHERE post = ? AND id = ?"

_LOCATE_ALIAS = """
SELECT entry.post, entry, kind = 'comment' AND NOT placeholder FROM entry_alias JOIN entry USING (entry)
WHERE entry_alias.post = ? AND entry_alias.id = ?
"""


class _Place(NamedTuple):
    """Where an entry is kept."""

    post: int
    entry: int
    counted: int
    """Whether it is a comment, and no placeholder."""


def read_entries(connection: sqlite3.Connection, post_id: str) -> set[str]:
    """The ids of the entries of a post that are marked read; empty when there is no such post."""
    return {id_ for (id_,) in connection.execute(_READ, (present_id(connection, post_id),))}


def set_read(connection: sqlite3.Connection, post_id: str, entry_ids: Collection[str], *, read: bool) -> None:
    """Mark entries of a post read, or unread.

    Raises:
        NotFoundError: there is no such post, or no such entry in it.
    """
    places = [_locate(connection, post_id, entry_id) for entry_id in entry_ids]
    if not places:
        return
    sign = 1 if read else -1
    comments = sign * _mark(connection, (place for place in places if place.counted), read=read)
    others = sign * _mark(connection, (place for place in places if not place.counted), read=read)
    if comments or others:
        connection.execute(
            "UPDATE post SET comments_read = comments_read + ?, entries_read = entries_read + ? WHERE post = ?",
            (comments, comments + others, places[0].post),
        )


def bookmark(
    connection: sqlite3.Connection, post_id: str, entry_id: str, note: str, tags: Sequence[str], now: str
) -> None:
    """Bookmark an entry, or give its bookmark another note and other tags; ``now`` is an ISO 8601 time in UTC.

    Raises:
        NotFoundError: there is no such post, or no such entry in it.
    """
    place = _locate(connection, post_id, entry_id)
    names = list(dict.fromkeys(name for name in map(clean_line, tags) if name))
    values = {
        "entry": place.entry,
        "note": clean_text(note).strip(),
        "tags": json.dumps(names, ensure_ascii=False),
        "now": now,
    }
    connection.execute(_BOOKMARK, values)


def unbookmark(connection: sqlite3.Connection, post_id: str, entry_id: str) -> bool:
    """Take a bookmark away; whether there was one."""
    post = post_number(connection, post_id)
    if post is not None:
        present = present_id(connection, post_id)
        entry_id = present if entry_id == post_id else entry_ids(connection, post).get(entry_id, entry_id)
        post_id = present
    cursor = connection.execute("DELETE FROM bookmark WHERE post_id = ? AND entry_id = ?", (post_id, entry_id))
    return cursor.rowcount > 0


def bookmarks(connection: sqlite3.Connection) -> list[Bookmark]:
    """Every bookmark, newest first."""
    return [_bookmark_of(row) for row in connection.execute(f"{_BOOKMARKS} ORDER BY created DESC, bookmark DESC")]


def bookmarked(connection: sqlite3.Connection, post_id: str) -> dict[str, Bookmark]:
    """The bookmarks in one post, by entry id."""
    found = map(_bookmark_of, connection.execute(f"{_BOOKMARKS} WHERE post_id = ?", (present_id(connection, post_id),)))
    return {item.entry_id: item for item in found}


def _locate(connection: sqlite3.Connection, post_id: str, entry_id: str) -> _Place:
    """Where the entry is kept; the post itself goes by the post's id, unless an entry has the same."""
    post = post_number(connection, post_id)
    if post is None:
        raise no_post(post_id)
    row = None
    if entry_id != POST_ROW_ID:
        row = connection.execute(_LOCATE, (post, entry_id)).fetchone()
        row = row or connection.execute(_LOCATE_ALIAS, (post, entry_id)).fetchone()
    if row is None and entry_id in (post_id, present_id(connection, post_id)):
        row = connection.execute(_LOCATE, (post, POST_ROW_ID)).fetchone()
    if row is not None:
        return _Place(*row)
    raise NotFoundError(
        f"The post “{clean_line(post_id)}” has no entry “{clean_line(entry_id)}”. Read its source again."
    )


def _mark(connection: sqlite3.Connection, places: Iterable[_Place], *, read: bool) -> int:
    """Mark the entries; how many were not so marked before."""
    statement = (
        "INSERT OR IGNORE INTO entry_read (post, entry) VALUES (?, ?)"
        if read
        else "DELETE FROM entry_read WHERE post = ? AND entry = ?"
    )
    return max(connection.executemany(statement, (place[:2] for place in places)).rowcount, 0)


def _bookmark_of(row: tuple[str, ...]) -> Bookmark:
    post_id, post_title, entry_id, kind, author, text, note, tags, created = row
    return Bookmark(
        post_id=post_id,
        post_title=post_title,
        entry_id=entry_id,
        kind=EntryKind(kind),
        author=author,
        excerpt=excerpt(text)[0],
        note=note,
        tags=tuple(json.loads(tags)),
        created=created,
    )
