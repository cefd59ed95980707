"""Which posts of the library a post that was read is."""

import sqlite3
from collections.abc import Sequence

from probreader.domain.identity import is_fingerprint
from probreader.domain.matching import is_same_post
from probreader.domain.post import Post
from probreader.library import bodies, post_rows, rows
from probreader.library.aliases import post_number
from probreader.library.post_rows import PostRow
from probreader.library.rows import EntryRow

_MOST_LOOKED_AT = 8
"""Posts with the same title or beginning that are looked at closer, those of about the same date first."""

_ALIKE = f"""
SELECT post FROM post WHERE post IN (
    SELECT post FROM post WHERE title_key = :title AND anonymous >= :anonymous AND NOT title_inferred
    UNION SELECT post FROM post
        WHERE opening IN ({{openings}}) AND anonymous >= :anonymous
    UNION SELECT post FROM body JOIN post USING (post)
        WHERE body.opening IN ({{openings}}) AND anonymous >= :anonymous
)
ORDER BY anonymous, coalesce(abs(julianday(published_key) - julianday(:published)), 0), post
LIMIT {_MOST_LOOKED_AT}
"""


def same_posts(connection: sqlite3.Connection, given: Post, row: PostRow) -> list[int]:
    """The numbers of the posts that ``given`` is: the one that it joins first, then others that turn out to be it.

    ``row`` is that of ``given``.

    A post with an address is never taken for one with another address, whatever their words.
    """
    number = post_number(connection, given.id)
    if number is not None and is_fingerprint(given.id):
        return [number]
    others = [other for other in _alike(connection, given, row) if other != number]
    if number is None:
        # One without an address joins one post; who has it may find several that had none.
        return others[:1] if is_fingerprint(given.id) else others
    return [number, *others]


def posts_alike(connection: sqlite3.Connection, number: int) -> list[int]:
    """The numbers of other posts that the post with ``number`` turns out to be."""
    held = held_post(connection, number)
    views = list(bodies.views_of(connection, number).values())
    others = [other for other in _alike(connection, held, post_rows.row_of(held), views) if other != number]
    return others[:1] if is_fingerprint(held.id) else others


def held_post(connection: sqlite3.Connection, number: int) -> Post:
    """The post with ``number``; what its sources no longer hold is there as it was."""
    entries = connection.execute(f"SELECT {rows.COLUMNS} FROM entry WHERE post = ? ORDER BY position", (number,))
    return post_of(connection, number, [EntryRow._make(entry) for entry in entries])


def post_of(connection: sqlite3.Connection, number: int, entries: Sequence[EntryRow]) -> Post:
    """The post with ``number``, which has these ``entries`` in reading order."""
    row = connection.execute(f"SELECT {post_rows.COLUMNS} FROM post WHERE post = ?", (number,)).fetchone()
    return post_rows.post_of(PostRow._make(row), post_rows.labels_of(connection, number), entries)


def _alike(
    connection: sqlite3.Connection, given: Post, row: PostRow, views: Sequence[bodies.Sections] = ()
) -> list[int]:
    """The posts that ``given``, whose row is ``row``, may be, of whose body sources show ``views``."""
    openings = {row.opening, *map(post_rows.opening_of, views)} - {None}
    named = {f"opening{number}": opening for number, opening in enumerate(openings)}
    values = {
        **named,
        "title": None if row.title_inferred else row.title_key,
        "anonymous": 1 - row.anonymous,
        "published": row.published_key,
    }
    sql = _ALIKE.format(openings=", ".join(f":{name}" for name in named))
    numbers = [number for (number,) in connection.execute(sql, values)]
    return [number for number in numbers if _is_it(connection, number, given, views)]


def _is_it(connection: sqlite3.Connection, number: int, given: Post, views: Sequence[bodies.Sections]) -> bool:
    shown = [*bodies.views_of(connection, number).values()]
    return is_same_post(held_post(connection, number), given, (shown, views))
