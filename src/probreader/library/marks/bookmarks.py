"""Bookmarks, their notes and their tags."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from probreader.domain.clean import clean_line, clean_text
from probreader.domain.folding import fold
from probreader.errors import NotFoundError
from probreader.library.aliases import present_id
from probreader.library.marks import bookmark_rows
from probreader.library.marks.bookmark_rows import Key
from probreader.library.marks.clock import next_tick
from probreader.library.marks.keys import find_key
from probreader.library.marks.locating import named
from probreader.library.marks.snapshots import taken
from probreader.library.marks.state import BookmarkState, Register
from probreader.library.snippets import excerpt
from probreader.library.values import Bookmark, EntryKind, Snapshot

_BOOKMARKS = "SELECT post_id, post_title, entry_id, kind, author, text, note, tags, created FROM bookmark"


class Change(NamedTuple):
    """What was done to one bookmark."""

    key: Key
    before: BookmarkState
    after: BookmarkState


def bookmark(
    connection: sqlite3.Connection, post_id: str, entry_id: str, note: str, tags: Iterable[str], now: str
) -> Change:
    """Bookmark an entry, or give its bookmark another note and other tags; ``now`` is an ISO 8601 time in UTC.

    Raises:
        NotFoundError: there is no such post, or no such entry in it.
    """
    key = find_key(connection, post_id, entry_id)
    before = bookmark_rows.get(connection, key)
    if before.kept.value:
        return _put(connection, key, before, before.edited(clean_note(note), clean_tags(tags), next_tick(connection)))
    post, (entry,) = named(connection, post_id, [entry_id])
    key = Key(present_id(connection, post_id), entry.id)
    before = bookmark_rows.get(connection, key)
    tick = next_tick(connection)
    snapshot: Register[Snapshot | None] = Register(taken(connection, post, entry.entry, now), tick)
    return _put(
        connection, key, before, replace(before, snapshot=snapshot).edited(clean_note(note), clean_tags(tags), tick)
    )


def edit(
    connection: sqlite3.Connection, post_id: str, entry_id: str, note: str | None, tags: Iterable[str] | None
) -> Change:
    """Give a bookmark another note, or other tags, where they are not None; its entry need not be in the library.

    Raises:
        NotFoundError: there is no such bookmark.
    """
    key = find_key(connection, post_id, entry_id)
    before = bookmark_rows.get(connection, key)
    if not before.kept.value:
        raise no_bookmark(post_id, entry_id)
    after = before.edited(
        before.note.value if note is None else clean_note(note),
        before.names if tags is None else clean_tags(tags),
        next_tick(connection),
    )
    return _put(connection, key, before, after)


def unbookmark(connection: sqlite3.Connection, post_id: str, entry_id: str) -> Change | None:
    """Take a bookmark away; None when there was none."""
    key = find_key(connection, post_id, entry_id)
    before = bookmark_rows.get(connection, key)
    if not before.kept.value:
        return None
    return _put(connection, key, before, replace(before, kept=Register(False, next_tick(connection))))


def bookmarks(connection: sqlite3.Connection, post_id: str | None, tags: Collection[str], text: str) -> list[Bookmark]:
    """The bookmarks in the post, or in all, that bear every one of ``tags`` and hold ``text``, newest first."""
    where, values = ("", ()) if post_id is None else ("WHERE post_id = ?", (present_id(connection, post_id),))
    wanted, folded = set(clean_tags(tags)), fold(clean_line(text))
    rows = connection.execute(f"{_BOOKMARKS} {where} ORDER BY created DESC, bookmark DESC", values)
    return [_bookmark_of(row) for row in rows if wanted <= set(json.loads(row[7])) and _holds(row, folded)]


def bookmarked(connection: sqlite3.Connection, post_id: str) -> dict[str, Bookmark]:
    """The bookmarks in one post, by entry id."""
    return {item.entry_id: item for item in bookmarks(connection, post_id, (), "")}


def snapshot(connection: sqlite3.Connection, post_id: str, entry_id: str) -> Snapshot:
    """The bookmarked entry as it was when it was marked.

    Raises:
        NotFoundError: there is no such bookmark.
    """
    state = bookmark_rows.get(connection, find_key(connection, post_id, entry_id))
    if not state.kept.value or state.snapshot.value is None:
        raise no_bookmark(post_id, entry_id)
    return state.snapshot.value


def clean_note(note: str) -> str:
    """``note`` as it is kept."""
    return clean_text(note).strip()


def clean_tags(tags: Iterable[str]) -> list[str]:
    """``tags`` as they are kept, each once."""
    return list(dict.fromkeys(name for name in map(clean_line, tags) if name))


def no_bookmark(post_id: str, entry_id: str) -> NotFoundError:
    """What to say when there is no such bookmark."""
    return NotFoundError(
        f"There is no bookmark on “{clean_line(entry_id)}” in the post “{clean_line(post_id)}”. "
        "“probreader bookmarks” lists those there are."
    )


def _put(connection: sqlite3.Connection, key: Key, before: BookmarkState, after: BookmarkState) -> Change:
    bookmark_rows.put(connection, key, after)
    return Change(key, before, after)


def _holds(row: Sequence[Any], folded: str) -> bool:
    _, title, _, _, author, text, note, *_ = row
    return not folded or any(folded in fold(part) for part in (text, note, title or "", author or ""))


def _bookmark_of(row: Sequence[Any]) -> Bookmark:
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
