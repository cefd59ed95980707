"""Which entries are read."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence

from probreader.library.aliases import present_id
from probreader.library.marks.clock import next_tick
from probreader.library.marks.locating import Located, named

_READ_IDS = """
SELECT CASE kind WHEN 'post' THEN post.id ELSE entry.id END
FROM post JOIN entry_read ON entry_read.post = post.post JOIN entry ON entry.entry = entry_read.entry
WHERE post.id = ?
"""
_READ = """
INSERT INTO entry_read (post, entry, tick) VALUES (?, ?, ?) ON CONFLICT (post, entry) DO UPDATE SET tick = excluded.tick
"""
_UNREAD = "INSERT INTO entry_unread (entry, tick) VALUES (?, ?) ON CONFLICT (entry) DO UPDATE SET tick = excluded.tick"
_COUNTED = "UPDATE post SET comments_read = comments_read + ?, entries_read = entries_read + ? WHERE post = ?"


def read_entries(connection: sqlite3.Connection, post_id: str) -> set[str]:
    """The ids of the entries of a post that are marked read; empty when there is no such post."""
    return {id_ for (id_,) in connection.execute(_READ_IDS, (present_id(connection, post_id),))}


def set_read(connection: sqlite3.Connection, post_id: str, names: Collection[str], *, read: bool) -> list[str]:
    """Mark entries of a post read, or unread; the ids of those that were not so marked before.

    Raises:
        NotFoundError: there is no such post, or no such entry in it.
    """
    post, entries = named(connection, post_id, names)
    return turn(connection, post, entries, next_tick(connection), read=read) if entries else []


def turn(connection: sqlite3.Connection, post: int, entries: Iterable[Located], tick: int, *, read: bool) -> list[str]:
    """Mark those of ``entries`` of ``post`` that are not so marked; their ids."""
    turned = [item for item in entries if item.read is not read]
    _mark(connection, post, [(item, tick) for item in turned], read=read)
    return [item.id for item in turned]


def merge(connection: sqlite3.Connection, post: int, given: Iterable[tuple[Located, int, bool]]) -> int:
    """Let entries of ``post`` have marks from elsewhere, each with its tick, where these are later; how many do."""
    latest: dict[int, tuple[int, bool, Located]] = {}
    for item, tick, read in given:
        held = latest.get(item.entry)
        if (tick, read) > (item.mark if held is None else held[:2]):
            latest[item.entry] = (tick, read, item)
    for read in (True, False):
        _mark(connection, post, [(item, tick) for tick, is_read, item in latest.values() if is_read is read], read=read)
    return len(latest)


def _mark(connection: sqlite3.Connection, post: int, given: Sequence[tuple[Located, int]], *, read: bool) -> None:
    """Give entries of ``post`` this mark, each with its tick, whatever they had."""
    if not given:
        return
    numbers = json.dumps([item.entry for item, _ in given])
    if read:
        connection.execute("DELETE FROM entry_unread WHERE entry IN (SELECT value FROM json_each(?))", (numbers,))
        connection.executemany(_READ, ((post, item.entry, tick) for item, tick in given))
    else:
        connection.execute(
            "DELETE FROM entry_read WHERE post = ? AND entry IN (SELECT value FROM json_each(?))", (post, numbers)
        )
        connection.executemany(_UNREAD, ((item.entry, tick) for item, tick in given))
    turned = [item for item, _ in given if item.read is not read]
    sign = 1 if read else -1
    comments = sum(item.counted for item in turned)
    connection.execute(_COUNTED, (sign * comments, sign * len(turned), post))


def move(connection: sqlite3.Connection, old: int, new: int) -> None:
    """Let the entry ``new`` have the later of its mark and that of ``old``, which is in the same post or joins it.

    Counts are the caller's to set right.
    """
    (post,) = connection.execute("SELECT post FROM entry WHERE entry = ?", (new,)).fetchone()
    marks = [mark for entry in (old, new) for mark in _marks(connection, entry)]
    for entry in (old, new):
        connection.execute(
            "DELETE FROM entry_read WHERE entry = ?1 AND post = (SELECT post FROM entry WHERE entry = ?1)", (entry,)
        )
        connection.execute("DELETE FROM entry_unread WHERE entry = ?", (entry,))
    if marks:
        tick, read = max(marks)
        if read:
            connection.execute("INSERT INTO entry_read (post, entry, tick) VALUES (?, ?, ?)", (post, new, tick))
        else:
            connection.execute("INSERT INTO entry_unread (entry, tick) VALUES (?, ?)", (new, tick))


def _marks(connection: sqlite3.Connection, entry: int) -> list[tuple[int, int]]:
    """The tick of an entry's mark, and whether it is read; none when it was never marked."""
    return connection.execute(
        "SELECT tick, 1 FROM entry_read WHERE entry = ?1 AND post = (SELECT post FROM entry WHERE entry = ?1) "
        "UNION ALL SELECT tick, 0 FROM entry_unread WHERE entry = ?1",
        (entry,),
    ).fetchall()
