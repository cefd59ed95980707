"""An entry as it is now, with all that leads to it, so that its bookmark survives the loss of its source."""

import sqlite3

from probreader.errors import NotFoundError
from probreader.library.permalinks import whole
from probreader.library.values import Ancestor, EntryKind, Snapshot

MOST_ANCESTORS = 1000
"""Comments above the marked one that are kept, the nearest; a thread may be a hundred thousand deep."""

_ENTRY = """
SELECT kind, post.title, post.url, entry.author,
    CASE kind WHEN 'comment' THEN entry.published_iso ELSE post.published_iso END,
    entry.permalink, entry.id, CASE kind WHEN 'section' THEN entry.heading END,
    CASE kind WHEN 'post' THEN coalesce(post.title, '') ELSE entry.text END
FROM entry JOIN post USING (post) WHERE entry = ?
"""
_ANCESTORS = f"""
WITH RECURSIVE above (position, count) AS (
    SELECT parent_position, 1 FROM entry WHERE entry = ?2 AND parent_position IS NOT NULL
    UNION ALL
    SELECT parent_position, count + 1
    FROM above JOIN entry ON entry.post = ?1 AND entry.position = above.position
    WHERE parent_position IS NOT NULL AND count < {MOST_ANCESTORS}
)
SELECT entry.id, author, published_iso, text, depth
FROM above JOIN entry ON entry.post = ?1 AND entry.position = above.position
ORDER BY entry.position
"""


def taken(connection: sqlite3.Connection, post: int, entry: int, now: str) -> Snapshot:
    """The entry, which is in ``post``, as it is; ``now`` is an ISO 8601 time in UTC.

    Raises:
        NotFoundError: there is no such entry.
    """
    row = connection.execute(_ENTRY, (entry,)).fetchone()
    if row is None:
        raise NotFoundError("The entry is not in the library any more. Open its post again.")
    kind, title, url, author, published, permalink, entry_id, heading, text = row
    above = connection.execute(_ANCESTORS, (post, entry)).fetchall()
    return Snapshot(
        kind=EntryKind(kind),
        post_title=title,
        post_url=url,
        author=author,
        published=published,
        permalink=whole(permalink, url, entry_id),
        heading=heading,
        created=now,
        text=text,
        ancestors=tuple(Ancestor(*values) for *values, _ in above),
        left_out=above[0][-1] - 1 if above else 0,
    )
