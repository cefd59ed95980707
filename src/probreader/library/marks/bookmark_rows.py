"""Rows of the table of bookmarks, and the states they hold."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from probreader.library.marks.state import BookmarkState, Register
from probreader.library.values import Ancestor, EntryKind, Snapshot


class Key(NamedTuple):
    """What a bookmark is known by."""

    post_id: str
    entry_id: str
    """:data:`~probreader.library.rows.POST_ROW_ID` for the post itself."""


_PLAIN = ("kind", "post_title", "post_url", "author", "published", "permalink", "heading", "created", "text")
SNAPSHOT = ", ".join([*_PLAIN, "ancestors", "left_out"])
"""The columns of a snapshot, for a SELECT."""

_COLUMNS = f"kept, kept_tick, note, note_tick, tags, names, snapshot_tick, {SNAPSHOT}"
_NOTHING = ("", None, None, None, None, None, None, "", "", "[]", 0)
_PUT = f"""
INSERT INTO bookmark_state (post_id, entry_id, {_COLUMNS}) VALUES (?{", ?" * (len(_NOTHING) + 8)})
ON CONFLICT (post_id, entry_id) DO UPDATE SET
({_COLUMNS}) = ({", ".join(f"excluded.{name}" for name in _COLUMNS.split(", "))})
"""


def get(connection: sqlite3.Connection, key: Key) -> BookmarkState:
    """The state of the bookmark; that of one that never was when nothing is known of it."""
    where = "post_id = ? AND entry_id = ?"
    row = connection.execute(f"SELECT {_COLUMNS} FROM bookmark_state WHERE {where}", key).fetchone()
    return BookmarkState() if row is None else _state_of(row)


def put(connection: sqlite3.Connection, key: Key, state: BookmarkState) -> None:
    """Keep ``state``, whatever was known before."""
    tags = {name: [int(tag.value), tag.tick] for name, tag in sorted(state.tags.items())}
    values = (
        int(state.kept.value),
        state.kept.tick,
        state.note.value,
        state.note.tick,
        json.dumps(tags, ensure_ascii=False),
        json.dumps(state.names, ensure_ascii=False),
        state.snapshot.tick,
        *_snapshot_values(state.snapshot.value),
    )
    connection.execute(_PUT, (*key, *values))


def delete(connection: sqlite3.Connection, key: Key) -> None:
    """Forget all of the bookmark; only for what is known under another key as well."""
    connection.execute("DELETE FROM bookmark_state WHERE post_id = ? AND entry_id = ?", key)


def every(connection: sqlite3.Connection) -> Iterator[tuple[Key, BookmarkState]]:
    """Every state that is known, by key."""
    rows = connection.execute(f"SELECT post_id, entry_id, {_COLUMNS} FROM bookmark_state ORDER BY post_id, entry_id")
    return ((Key(post_id, entry_id), _state_of(rest)) for post_id, entry_id, *rest in rows)


def _snapshot_values(snapshot: Snapshot | None) -> tuple[Any, ...]:
    if snapshot is None:
        return _NOTHING
    ancestors = json.dumps([asdict(item) for item in snapshot.ancestors], ensure_ascii=False)
    return (*(getattr(snapshot, name) for name in _PLAIN), ancestors, snapshot.left_out)


def _state_of(row: Sequence[Any]) -> BookmarkState:
    kept, kept_tick, note, note_tick, tags, _, snapshot_tick, *values = row
    return BookmarkState(
        Register(bool(kept), kept_tick),
        Register(note, note_tick),
        {name: Register(bool(on), tick) for name, (on, tick) in json.loads(tags).items()},
        Register(snapshot_of_values(values), snapshot_tick),
    )


def snapshot_of_values(values: Sequence[Any]) -> Snapshot | None:
    """The snapshot in the columns :data:`SNAPSHOT`; None where nothing is known."""
    *plain, ancestors, left_out = values
    found = dict(zip(_PLAIN, plain, strict=True))
    if not found["kind"]:
        return None
    above = tuple(Ancestor(**item) for item in json.loads(ancestors))
    return Snapshot(**{**found, "kind": EntryKind(found["kind"]), "ancestors": above, "left_out": left_out})
