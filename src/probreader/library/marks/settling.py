"""Marks follow posts and entries to what they are known by now, and apply when what they wait for arrives."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import replace

from probreader.library import places
from probreader.library.marks import bookmark_rows, reading
from probreader.library.marks.bookmark_rows import Key
from probreader.library.marks.clock import next_tick
from probreader.library.marks.keys import present_key
from probreader.library.marks.locating import located
from probreader.library.marks.state import BookmarkState, Register

_ANY = "SELECT " + " OR ".join(
    f"EXISTS (SELECT 1 FROM {table})" for table in ("bookmark_state", "awaited_read", "awaited_place")
)
_MARKED = """
WITH known (post, id) AS (
    SELECT post, id FROM post WHERE post IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT post, id FROM post_alias WHERE post IN (SELECT value FROM json_each(?1))
)
SELECT post, id FROM known
WHERE EXISTS (SELECT 1 FROM bookmark_state WHERE post_id = id)
    OR EXISTS (SELECT 1 FROM awaited_read WHERE post_id = id)
    OR EXISTS (SELECT 1 FROM awaited_place WHERE post_id = id)
ORDER BY post, id
"""
_AWAIT = """
INSERT INTO awaited_read (post_id, entry_id, read, tick) VALUES (?, ?, ?, ?)
ON CONFLICT (post_id, entry_id) DO UPDATE SET read = excluded.read, tick = excluded.tick
WHERE (excluded.tick, excluded.read) > (tick, read)
"""


def settle(connection: sqlite3.Connection, posts: Collection[int]) -> None:
    """Settle the marks in ``posts``, which have just been read: their numbers."""
    if connection.execute(_ANY).fetchone() == (0,):
        return
    for post, id_ in connection.execute(_MARKED, (json.dumps(list(posts)),)).fetchall():
        _settle_bookmarks(connection, id_)
        _settle_read(connection, post, id_)
        places.arrive(connection, id_)


def await_read(connection: sqlite3.Connection, post_id: str, entry_id: str, tick: int, *, read: bool) -> bool:
    """Keep a read mark of an entry that is not there, if it is the later one; whether it is."""
    return connection.execute(_AWAIT, (post_id, entry_id, int(read), tick)).rowcount > 0


def _settle_bookmarks(connection: sqlite3.Connection, post_id: str) -> None:
    marked = connection.execute("SELECT entry_id FROM bookmark_state WHERE post_id = ?", (post_id,)).fetchall()
    for (entry_id,) in marked:
        old = Key(post_id, entry_id)
        new = present_key(connection, old)
        if new != old:
            state, held = bookmark_rows.get(connection, old), bookmark_rows.get(connection, new)
            bookmark_rows.put(connection, new, _together(connection, held, state))
            bookmark_rows.delete(connection, old)


def _together(connection: sqlite3.Connection, held: BookmarkState, other: BookmarkState) -> BookmarkState:
    """Two bookmarks that turn out to be on one entry; where both have a note, the one has both."""
    joined = held.joined(other)
    notes = list(dict.fromkeys(state.note.value for state in (held, other) if state.kept.value and state.note.value))
    if len(notes) < 2:
        return joined
    tick = next_tick(connection)
    return replace(joined, kept=Register(True, tick), note=Register("\n".join(notes), tick))


def _settle_read(connection: sqlite3.Connection, post: int, post_id: str) -> None:
    awaited = connection.execute(
        "SELECT entry_id, tick, read FROM awaited_read WHERE post_id = ?", (post_id,)
    ).fetchall()
    found = located(connection, post, [entry_id for entry_id, _, _ in awaited])
    reading.merge(connection, post, ((found[id_], tick, bool(read)) for id_, tick, read in awaited if id_ in found))
    present = present_key(connection, Key(post_id, "")).post_id
    for id_, tick, read in awaited:
        if id_ in found or present != post_id:
            connection.execute("DELETE FROM awaited_read WHERE post_id = ? AND entry_id = ?", (post_id, id_))
        if id_ not in found and present != post_id:
            await_read(connection, present, id_, tick, read=bool(read))
