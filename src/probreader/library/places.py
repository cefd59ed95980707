"""Where reading was left."""

import json
import sqlite3

from probreader.library.aliases import entry_ids, post_number, present_id
from probreader.library.posts import no_post
from probreader.library.values import Place

_SAVE = """
INSERT INTO place (post, entry_id, collapsed, scroll, saved)
SELECT post, :entry_id, :collapsed, :scroll, (SELECT coalesce(max(saved), 0) + 1 FROM place)
FROM post WHERE post = :post
ON CONFLICT (post) DO UPDATE SET
    entry_id = excluded.entry_id, collapsed = excluded.collapsed, scroll = excluded.scroll, saved = excluded.saved
"""


def place(connection: sqlite3.Connection, post_id: str) -> Place | None:
    """Where reading a post was left; None when it was never saved."""
    found = connection.execute(
        "SELECT post.id, entry_id, collapsed, scroll FROM place JOIN post USING (post) WHERE post.id = ?",
        (present_id(connection, post_id),),
    ).fetchone()
    if found is None:
        return None
    present, entry_id, collapsed, scroll = found
    return Place(present, entry_id, frozenset(json.loads(collapsed)), scroll)


def save_place(connection: sqlite3.Connection, left: Place) -> None:
    """Keep where reading a post was left, and that it was the last.

    Raises:
        NotFoundError: there is no such post.
    """
    number = post_number(connection, left.post_id)
    ids = {} if number is None else entry_ids(connection, number)
    collapsed = {ids.get(id_, id_) for id_ in left.collapsed}
    values = {
        "post": number,
        "entry_id": None if left.entry_id is None else ids.get(left.entry_id, left.entry_id),
        "collapsed": json.dumps(sorted(collapsed), ensure_ascii=False),
        "scroll": left.scroll,
    }
    if connection.execute(_SAVE, values).rowcount < 1:
        raise no_post(left.post_id)


def last_post(connection: sqlite3.Connection) -> str | None:
    """The id of the post whose place was saved last; None when none was."""
    found = connection.execute("SELECT id FROM place JOIN post USING (post) ORDER BY saved DESC LIMIT 1").fetchone()
    return None if found is None else str(found[0])
