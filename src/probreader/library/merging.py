"""Rows that turn out to be of one post, or to be one entry: they become one, and every mark moves with them.

Bookmarks, which go by ids, are moved by :mod:`~probreader.library.marks.settling` when all posts are stored.
"""

import sqlite3
from typing import NamedTuple

from probreader.library import aliases, history, places
from probreader.library.indexing import Indexing
from probreader.library.marks import reading
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
    places.move(connection, other, post)
    for table in ("post_source", "body", "entry_alias"):
        connection.execute(f"UPDATE OR IGNORE {table} SET post = ? WHERE post = ?", (post, other))
        connection.execute(f"DELETE FROM {table} WHERE post = ?", (other,))
    connection.execute("DELETE FROM label WHERE post = ?", (other,))
    connection.execute("DELETE FROM post WHERE post = ?", (other,))
    aliases.remember_post(connection, old_id, post)


def drop(connection: sqlite3.Connection, item: Held, entry: int, index: Indexing) -> None:
    """Let ``entry`` have all that hangs on ``item``, and delete that; it arrived when the first of them did."""
    index.forget(item.entry, item.row.indexed)
    reading.move(connection, item.entry, entry)
    connection.execute("UPDATE OR IGNORE entry_source SET entry = ? WHERE entry = ?", (entry, item.entry))
    connection.execute("UPDATE entry_alias SET entry = ? WHERE entry = ?", (entry, item.entry))
    connection.execute(
        "UPDATE entry SET arrived = min(arrived, (SELECT arrived FROM entry WHERE entry = ?)) WHERE entry = ?",
        (item.entry, entry),
    )
    history.move(connection, item.entry, entry)
    for table in ("entry_source", "entry"):
        connection.execute(f"DELETE FROM {table} WHERE entry = ?", (item.entry,))


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
