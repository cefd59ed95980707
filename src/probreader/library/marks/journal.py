"""What the user marked and can undo, across restarts.

Deeds are undone in the opposite order they were done in, and done again in theirs; a new deed forgets what was undone.
An undone deed is itself a mark of now, with a tick of its own, so that it holds in other libraries as well. Entries
that have come to be one meanwhile, or under other ids, are found; what is not there any more is passed over.
"""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from probreader.library.aliases import post_number, present_id
from probreader.library.marks import bookmark_rows, reading, wording
from probreader.library.marks.bookmark_rows import Key
from probreader.library.marks.bookmarks import Change
from probreader.library.marks.clock import next_tick
from probreader.library.marks.keys import present_key
from probreader.library.marks.locating import located
from probreader.library.marks.state import BookmarkState, state_object, state_of
from probreader.library.rows import POST_ROW_ID
from probreader.library.values import Undone

MOST_DEEDS = 1000
"""Deeds that are kept; older ones cannot be undone any more."""

MOST_CHARACTERS = 32_000_000
"""Ids of entries, and states of bookmarks, that are kept in all; the last deed always is."""

_RECORD = """
INSERT INTO journal (deed, post_id, entries, before, after, size, undone)
VALUES (?1, ?2, ?3, ?4, ?5, length(?3) + coalesce(length(?4), 0) + coalesce(length(?5), 0), 0)
"""
_TRIM = f"""
DELETE FROM journal WHERE journal IN (
    SELECT journal FROM (
        SELECT journal, row_number() OVER newest AS place, sum(size) OVER newest AS size
        FROM journal WINDOW newest AS (ORDER BY journal DESC)
    ) WHERE place > {MOST_DEEDS} OR (place > 1 AND size > {MOST_CHARACTERS})
)
"""
_DEED = "SELECT journal, deed, post_id, entries, before, after FROM journal WHERE {}"
_LAST_DONE = _DEED.format("NOT undone ORDER BY journal DESC LIMIT 1")
_LAST_UNDONE = _DEED.format("undone ORDER BY journal LIMIT 1")


class _Deed(NamedTuple):
    journal: int
    deed: str
    post_id: str
    entries: str
    before: str | None
    after: str | None


def record_reading(connection: sqlite3.Connection, post_id: str, entry_ids: Sequence[str], *, read: bool) -> None:
    """Remember that entries of a post were marked read, or unread; nothing when there are none."""
    if entry_ids:
        entries = json.dumps(entry_ids, ensure_ascii=False)
        _record(connection, "read" if read else "unread", present_id(connection, post_id), entries, None, None)


def record_bookmark(connection: sqlite3.Connection, change: Change) -> None:
    """Remember what was done to a bookmark; nothing when it looks as before."""
    before, after = change.before, change.after
    if before.kept.value != after.kept.value:
        deed = "bookmark" if after.kept.value else "unbookmark"
    elif (before.note.value, before.names) != (after.note.value, after.names):
        deed = "edit"
    else:
        return
    states = [json.dumps(state_object(state), ensure_ascii=False) for state in (before, after)]
    _record(connection, deed, change.key.post_id, json.dumps([change.key.entry_id], ensure_ascii=False), *states)


def undo(connection: sqlite3.Connection) -> Undone | None:
    """Undo the last deed that was not undone; None when there is none."""
    return _step(connection, _LAST_DONE, backwards=True)


def redo(connection: sqlite3.Connection) -> Undone | None:
    """Do again the deed that was undone last; None when there is none, or something else was done since."""
    return _step(connection, _LAST_UNDONE, backwards=False)


def _record(
    connection: sqlite3.Connection, deed: str, post_id: str, entries: str, before: str | None, after: str | None
) -> None:
    connection.execute("DELETE FROM journal WHERE undone")
    connection.execute(_RECORD, (deed, post_id, entries, before, after))
    connection.execute(_TRIM)


def _step(connection: sqlite3.Connection, which: str, *, backwards: bool) -> Undone | None:
    row = connection.execute(which).fetchone()
    if row is None:
        return None
    deed = _Deed(*row)
    connection.execute("UPDATE journal SET undone = ? WHERE journal = ?", (int(backwards), deed.journal))
    if deed.before is None or deed.after is None:
        return _reading(connection, deed, backwards=backwards)
    before, after = state_of(json.loads(deed.before)), state_of(json.loads(deed.after))
    key = present_key(connection, Key(deed.post_id, *json.loads(deed.entries)))
    return _bookmark(connection, key, *((before, after) if backwards else (after, before)), backwards=backwards)


def _reading(connection: sqlite3.Connection, deed: _Deed, *, backwards: bool) -> Undone:
    read = (deed.deed == "read") is not backwards
    post_id, post = present_id(connection, deed.post_id), post_number(connection, deed.post_id)
    turned: list[str] = []
    title = None
    if post is not None:
        entries = {item.entry: item for item in located(connection, post, json.loads(deed.entries)).values()}
        turned = reading.turn(connection, post, list(entries.values()), next_tick(connection), read=read)
        (title,) = connection.execute("SELECT title FROM post WHERE post = ?", (post,)).fetchone()
    said = wording.reading(len(turned), wording.title(title), read=read)
    return Undone(said, post_id, tuple(id_ or post_id for id_ in turned))


def _bookmark(
    connection: sqlite3.Connection, key: Key, wanted: BookmarkState, instead: BookmarkState, *, backwards: bool
) -> Undone:
    held = bookmark_rows.get(connection, key)
    state = held.restored(wanted, instead, next_tick(connection))
    bookmark_rows.put(connection, key, state)
    entry_id = key.post_id if key.entry_id == POST_ROW_ID else key.entry_id
    return Undone(_said(state, wanted, instead, backwards=backwards), key.post_id, (entry_id,))


def _said(state: BookmarkState, wanted: BookmarkState, instead: BookmarkState, *, backwards: bool) -> str:
    snapshot = state.snapshot.value
    if wanted.kept.value != instead.kept.value:
        return wording.bookmark(snapshot, kept=wanted.kept.value)
    return wording.edited(
        snapshot,
        note=wanted.note.value != instead.note.value,
        tags=wanted.names != instead.names,
        backwards=backwards,
    )
