"""Ids of old: what a post or an entry was known by before two sources turned out to tell of one."""

import sqlite3
from collections.abc import Iterable, Mapping

_POST = "SELECT post FROM post WHERE id = ?1 UNION ALL SELECT post FROM post_alias WHERE id = ?1 LIMIT 1"
_PRESENT = """
SELECT post.id FROM post WHERE id = ?1
UNION ALL SELECT post.id FROM post_alias JOIN post USING (post) WHERE post_alias.id = ?1 LIMIT 1
"""


def post_number(connection: sqlite3.Connection, post_id: str) -> int | None:
    """The number of the post that is or was known by ``post_id``; None when there is none."""
    found = connection.execute(_POST, (post_id,)).fetchone()
    return None if found is None else int(found[0])


def present_id(connection: sqlite3.Connection, post_id: str) -> str:
    """What the post that was known by ``post_id`` is known by now; ``post_id`` when there is no such post."""
    found = connection.execute(_PRESENT, (post_id,)).fetchone()
    return post_id if found is None else str(found[0])


def entry_ids(connection: sqlite3.Connection, post: int) -> dict[str, str]:
    """What the entries of ``post`` are known by now, by the ids that they were known by."""
    return dict(
        connection.execute(
            "SELECT entry_alias.id, entry.id FROM entry_alias JOIN entry USING (entry) WHERE entry_alias.post = ?",
            (post,),
        )
    )


def remember_post(connection: sqlite3.Connection, post_id: str, post: int) -> None:
    """Let ``post_id``, which is no post's id any more, lead to ``post``."""
    connection.execute("INSERT OR REPLACE INTO post_alias (id, post) VALUES (?, ?)", (post_id, post))


def remember_entries(connection: sqlite3.Connection, post: int, numbers: Mapping[str, int]) -> bool:
    """Let ids, which are no entry's in ``post`` any more, lead to the entries with these numbers; true if any new."""
    held = dict(connection.execute("SELECT id, entry FROM entry_alias WHERE post = ?", (post,)))
    fresh = [(post, id_, number) for id_, number in numbers.items() if held.get(id_) != number]
    connection.executemany("INSERT OR REPLACE INTO entry_alias (post, id, entry) VALUES (?, ?, ?)", fresh)
    return bool(fresh)


def forget_entries(connection: sqlite3.Connection, post: int, ids: Iterable[str]) -> None:
    """Let ``ids`` lead nowhere else: entries of ``post`` have them again."""
    connection.executemany("DELETE FROM entry_alias WHERE post = ? AND id = ?", ((post, id_) for id_ in ids))
