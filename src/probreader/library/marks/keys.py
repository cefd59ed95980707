"""What bookmarks are known by now."""

import sqlite3

from probreader.library.aliases import post_number, present_id
from probreader.library.marks.bookmark_rows import Key
from probreader.library.rows import POST_ROW_ID

_PRESENT_ENTRY = """
SELECT id FROM entry WHERE post = ?1 AND id = ?2
UNION ALL
SELECT entry.id FROM entry_alias JOIN entry USING (entry) WHERE entry_alias.post = ?1 AND entry_alias.id = ?2
LIMIT 1
"""


def present_key(connection: sqlite3.Connection, key: Key) -> Key:
    """What the bookmark that was known by ``key`` is known by now; its entry need not be in the library."""
    post_id = present_id(connection, key.post_id)
    if key.entry_id == POST_ROW_ID:
        return Key(post_id, POST_ROW_ID)
    found = connection.execute(_PRESENT_ENTRY, (post_number(connection, post_id), key.entry_id)).fetchone()
    return Key(post_id, key.entry_id if found is None else str(found[0]))


def find_key(connection: sqlite3.Connection, post_id: str, entry_id: str) -> Key:
    """The same of an entry that the user named; the post goes by its own id, unless an entry has the same."""
    post = post_number(connection, post_id)
    present = present_id(connection, post_id)
    is_entry = connection.execute(_PRESENT_ENTRY, (post, entry_id)).fetchone() is not None
    if entry_id in (post_id, present) and not is_entry:
        return Key(present, POST_ROW_ID)
    return present_key(connection, Key(post_id, entry_id))
