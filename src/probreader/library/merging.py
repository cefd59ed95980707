"""Rows that turn out to be of one post, or to be one entry: they become one, and every mark moves with them."""

import json
import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from probreader.library import aliases, history
from probreader.library.indexing import Indexing
from probreader.library.rows import COLUMNS, POST_ROW_ID, EntryRow
from probreader.library.values import EntryKind

_NEW_IN_EITHER = """
UPDATE entry SET arrived = ?
WHERE post IN (?, ?) AND arrived > (SELECT visited FROM post WHERE post.post = entry.post)
"""
_VISITED_LAST = "UPDATE post SET visited = (SELECT max(visited) FROM post WHERE post IN (?1, ?2)) WHERE post = ?1"


class Held(NamedTuple):
    """An entry as the library holds it."""

    entry: int
    row: EntryRow


def held_entries(connection: sqlite3.Connection, post: int) -> dict[str, Held]:
    """The entries of ``post`` by id, in reading order."""
    cursor = connection.execute(f"SELECT entry, {COLUMNS} FROM entry WHERE post = ? ORDER BY position", (post,))
    held = (Held(entry, EntryRow._make(row)) for entry, *row in cursor)
    return {item.row.id: item for item in held}


def absorb(connection: sqlite3.Connection, post: int, other: int, index: Indexing, imported: int) -> None:
    """Move all that ``other`` has to ``post``, under the ids it has; its entries' positions mean nothing afterwards.

    What is new in either is new in ``post``; ``imported`` is the present import.
    """
    (old_id,) = connection.execute("SELECT id FROM post WHERE post = ?", (other,)).fetchone()
    (new_id,) = connection.execute("SELECT id FROM post WHERE post = ?", (post,)).fetchone()
    connection.execute(_NEW_IN_EITHER, (imported, post, other))
    connection.execute(_VISITED_LAST, (post, other))
    held = held_entries(connection, post)
    for id_, item in held_entries(connection, other).items():
        if id_ in held:
            drop(connection, item, held[id_].entry, index)
        elif item.row.kind != EntryKind.COMMENT or item.row.published_iso is None:
            # It may have stood in the index at the date of its post.
            index.forget(item.entry, item.row.indexed)
    for table in ("entry", "entry_read", "post_alias"):
        connection.execute(f"UPDATE {table} SET post = ? WHERE post = ?", (post, other))
    for table in ("post_source", "body", "place", "entry_alias"):
        connection.execute(f"UPDATE OR IGNORE {table} SET post = ? WHERE post = ?", (post, other))
        connection.execute(f"DELETE FROM {table} WHERE post = ?", (other,))
    connection.execute("DELETE FROM label WHERE post = ?", (other,))
    move_bookmarks(connection, old_id, new_id)
    connection.execute("DELETE FROM post WHERE post = ?", (other,))
    aliases.remember_post(connection, old_id, post)


def drop(connection: sqlite3.Connection, item: Held, entry: int, index: Indexing) -> None:
    """Let ``entry`` have all that hangs on ``item``, and delete that; it arrived when the first of them did."""
    index.forget(item.entry, item.row.indexed)
    (post,) = connection.execute("SELECT post FROM entry WHERE entry = ?", (entry,)).fetchone()
    connection.execute(
        "INSERT OR IGNORE INTO entry_read (post, entry) SELECT ?, ? FROM entry_read WHERE entry = ?",
        (post, entry, item.entry),
    )
    connection.execute("UPDATE OR IGNORE entry_source SET entry = ? WHERE entry = ?", (entry, item.entry))
    connection.execute("UPDATE entry_alias SET entry = ? WHERE entry = ?", (entry, item.entry))
    connection.execute(
        "UPDATE entry SET arrived = min(arrived, (SELECT arrived FROM entry WHERE entry = ?)) WHERE entry = ?",
        (item.entry, entry),
    )
    history.move(connection, item.entry, entry)
    for table in ("entry_read", "entry_source", "entry"):
        connection.execute(f"DELETE FROM {table} WHERE entry = ?", (item.entry,))


def move_bookmarks(connection: sqlite3.Connection, old_id: str, new_id: str) -> None:
    """Let the bookmarks in the post that was known by ``old_id`` be in the one known by ``new_id``."""
    for (entry_id,) in connection.execute("SELECT entry_id FROM bookmark WHERE post_id = ?", (old_id,)).fetchall():
        _move_bookmark(connection, (old_id, entry_id), (new_id, new_id if entry_id == old_id else entry_id))


def move_marks(connection: sqlite3.Connection, post: int, post_id: str, same: Mapping[str, str]) -> None:
    """Let bookmarks and the place where reading was left follow entries to their new ids."""
    marked = connection.execute("SELECT entry_id FROM bookmark WHERE post_id = ?", (post_id,)).fetchall()
    for (entry_id,) in marked:
        if entry_id in same:
            _move_bookmark(connection, (post_id, entry_id), (post_id, same[entry_id]))
    left = connection.execute("SELECT entry_id, collapsed FROM place WHERE post = ?", (post,)).fetchone()
    if left is not None:
        collapsed = sorted({same.get(id_, id_) for id_ in json.loads(left[1])})
        moved = (same.get(left[0], left[0]), json.dumps(collapsed, ensure_ascii=False))
        if moved != left:
            connection.execute("UPDATE place SET (entry_id, collapsed) = (?, ?) WHERE post = ?", (*moved, post))


def _move_bookmark(connection: sqlite3.Connection, old: tuple[str, str], new: tuple[str, str]) -> None:
    """Where both are marked, the one bookmark has the notes and tags of both."""
    where = "WHERE post_id = ? AND entry_id = ?"
    kept = connection.execute(f"SELECT note, tags FROM bookmark {where}", new).fetchone()
    if kept is None:
        connection.execute(f"UPDATE bookmark SET (post_id, entry_id) = (?, ?) {where}", (*new, *old))
        return
    note, tags = connection.execute(f"SELECT note, tags FROM bookmark {where}", old).fetchone()
    notes = "\n".join(dict.fromkeys(text for text in (kept[0], note) if text))
    together = json.dumps(list(dict.fromkeys(json.loads(kept[1]) + json.loads(tags))), ensure_ascii=False)
    connection.execute(f"UPDATE bookmark SET (note, tags) = (?, ?) {where}", (notes, together, *new))
    connection.execute(f"DELETE FROM bookmark {where}", old)


def own_ids(connection: sqlite3.Connection, post: int, source: int) -> set[str]:
    """Ids of the entries of ``post`` that no other source than ``source`` gives, and of the post if none other did."""
    own = {
        id_
        for (id_,) in connection.execute(
            "SELECT id FROM entry WHERE post = ?1 AND NOT EXISTS "
            "(SELECT 1 FROM entry_source WHERE entry_source.entry = entry.entry AND source <> ?2)",
            (post, source),
        )
    }
    is_own = connection.execute(
        "SELECT id FROM post WHERE post = ?1 AND NOT EXISTS "
        "(SELECT 1 FROM post_source WHERE post_source.post = ?1 AND source <> ?2)",
        (post, source),
    ).fetchone()
    return (own - {POST_ROW_ID}) | ({is_own[0]} if is_own else set())
