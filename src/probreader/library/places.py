"""Where reading was left."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from probreader.library.aliases import entry_ids, post_number
from probreader.library.marks.clock import next_tick
from probreader.library.posts import no_post
from probreader.library.values import Place

_SAVE = """
INSERT INTO place (post, entry_id, collapsed, scroll, tick) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (post) DO UPDATE SET
    entry_id = excluded.entry_id, collapsed = excluded.collapsed, scroll = excluded.scroll, tick = excluded.tick
"""
_AWAIT = """
INSERT OR REPLACE INTO awaited_place (post_id, entry_id, collapsed, scroll, tick) VALUES (?, ?, ?, ?, ?)
"""
_HELD = "SELECT post.id, entry_id, collapsed, scroll, tick FROM place JOIN post USING (post) WHERE post = ?"
_AWAITED = "SELECT post_id, entry_id, collapsed, scroll, tick FROM awaited_place WHERE post_id = ?"

Left = tuple[Place, int]
"""Where reading was left, and when: the tick."""


def place(connection: sqlite3.Connection, post_id: str) -> Place | None:
    """Where reading a post was left; None when it was never saved."""
    post = post_number(connection, post_id)
    left = None if post is None else _left(connection, _HELD, post)
    return None if post is None or left is None else present(left[0], entry_ids(connection, post))


def save_place(connection: sqlite3.Connection, left: Place) -> None:
    """Keep where reading a post was left, and that it was the last.

    Raises:
        NotFoundError: there is no such post.
    """
    post = post_number(connection, left.post_id)
    if post is None:
        raise no_post(left.post_id)
    connection.execute(_SAVE, (post, *_values(left, next_tick(connection))))


def last_post(connection: sqlite3.Connection) -> str | None:
    """The id of the post whose place was saved last; None when none was."""
    found = connection.execute("SELECT id FROM place JOIN post USING (post) ORDER BY tick DESC, id LIMIT 1").fetchone()
    return None if found is None else str(found[0])


def merge(connection: sqlite3.Connection, given: Place, tick: int) -> bool:
    """Keep a place from elsewhere where it is the later one, for when its post comes if it is not there."""
    post = post_number(connection, given.post_id)
    held = _left(connection, _AWAITED, given.post_id) if post is None else _left(connection, _HELD, post)
    # Compared by what entries are known by now, or two libraries that learn it at different times would not agree.
    ids = {} if post is None else entry_ids(connection, post)
    given = present(given, ids)
    if held is not None and _rank((given, tick)) <= _rank((present(held[0], ids), held[1])):
        return False
    if post is None:
        connection.execute(_AWAIT, (given.post_id, *_values(given, tick)))
    else:
        connection.execute(_SAVE, (post, *_values(given, tick)))
    return True


def every(connection: sqlite3.Connection) -> Iterator[Left]:
    """Every place, also of posts that are awaited, by post id."""
    rows = connection.execute(
        "SELECT post, post.id, entry_id, collapsed, scroll, tick FROM place JOIN post USING (post) "
        "UNION ALL SELECT NULL, post_id, entry_id, collapsed, scroll, tick FROM awaited_place ORDER BY 2"
    )
    for post, *row in rows:
        left, tick = _left_of(row)
        yield (left if post is None else present(left, entry_ids(connection, post))), tick


def arrive(connection: sqlite3.Connection, post_id: str) -> None:
    """Let the post that was awaited under ``post_id``, and is there now, have the place that was kept for it."""
    awaited = _left(connection, _AWAITED, post_id)
    if awaited is not None:
        connection.execute("DELETE FROM awaited_place WHERE post_id = ?", (post_id,))
        merge(connection, *awaited)


def move(connection: sqlite3.Connection, old: int, new: int) -> None:
    """Let the post ``new`` have the later of its place and that of ``old``, which is no post any more."""
    left, held = _left(connection, _HELD, old), _left(connection, _HELD, new)
    connection.execute("DELETE FROM place WHERE post = ?", (old,))
    if left is not None and (held is None or _rank(left) > _rank(held)):
        connection.execute(_SAVE, (new, *_values(*left)))


def present(left: Place, ids: Mapping[str, str]) -> Place:
    """``left`` with what its entries are known by now, by what they were known by."""
    entry_id = None if left.entry_id is None else ids.get(left.entry_id, left.entry_id)
    return replace(left, entry_id=entry_id, collapsed=frozenset(ids.get(id_, id_) for id_ in left.collapsed))


def _left(connection: sqlite3.Connection, which: str, post: int | str) -> Left | None:
    row = connection.execute(which, (post,)).fetchone()
    return None if row is None else _left_of(row)


def _left_of(row: Sequence[Any]) -> Left:
    post_id, entry_id, collapsed, scroll, tick = row
    return Place(post_id, entry_id, frozenset(json.loads(collapsed)), scroll), tick


def _values(left: Place, tick: int) -> tuple[str | None, str, int, int]:
    return left.entry_id, json.dumps(sorted(left.collapsed), ensure_ascii=False), left.scroll, tick


def _rank(left: Left) -> tuple[int, bool, str, list[str], int]:
    """Of two places the later one holds, and of two of one tick the greater."""
    place, tick = left
    return tick, place.entry_id is not None, place.entry_id or "", sorted(place.collapsed), place.scroll
