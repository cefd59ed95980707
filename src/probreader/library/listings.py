"""The order of a post list, held while it is shown; its lines are fetched where they are looked at."""

import json
import sqlite3
from array import array

from probreader.library.aliases import post_number
from probreader.library.posts import FEW, ORDERS, bearing, summaries
from probreader.library.values import Listing, PostOrder, PostSummary

_GONE = PostSummary(
    id="",
    title="This post is one with another now",
    title_inferred=False,
    published=None,
    labels=(),
    comments=0,
    declared=None,
    sections=0,
    unread=0,
    new=0,
    opened=True,
    bookmarks=0,
)
_HAS_UNREAD = "(comments > comments_read OR entries_read = 0)"
_UNREAD = f"SELECT post FROM post WHERE post IN (SELECT value FROM json_each(?)) AND {_HAS_UNREAD}"


def listing(connection: sqlite3.Connection, label: str | None, order: PostOrder, *, only_news: bool) -> Listing:
    """Which posts bear ``label``, or all when it is None, in ``order``; with ``only_news``, where anything is new."""
    where, values = bearing(label)
    if only_news:
        where += f" {'AND' if where else 'WHERE'} ({_HAS_UNREAD} OR comments_new > 0)"
    # As one JSON array: a hundred thousand rows would cost more than sorting them does.
    numbers = f"SELECT post.post FROM post {where} ORDER BY {ORDERS[order]}"
    found = connection.execute(f"SELECT json_group_array(post) FROM ({numbers})", values).fetchone()
    return Listing(array("q", json.loads(found[0])))


def lines(connection: sqlite3.Connection, listing: Listing, first: int, last: int) -> list[PostSummary]:
    """The lines of a listing from index ``first`` to before ``last``.

    A post that came to be one with another since has a line without an id.
    """
    numbers = listing.numbers[first:last]
    return [next(summaries(connection, "WHERE post.post = ?", (number,)), _GONE) for number in numbers]


def index_of(connection: sqlite3.Connection, listing: Listing, post_id: str) -> int | None:
    """Which of a listing's posts ``post_id`` is; None when it is not in it."""
    number = post_number(connection, post_id)
    return listing.numbers.index(number) if number is not None and number in listing.numbers else None


def next_unread(connection: sqlite3.Connection, listing: Listing, index: int, by: int) -> int | None:
    """The first post after (``by`` 1) or before (-1) ``index`` with something unread; None when there is none."""
    numbers = listing.numbers
    rest = range(index + 1, len(numbers)) if by > 0 else range(index - 1, -1, -1)
    for first in range(0, len(rest), FEW):
        asked = rest[first : first + FEW]
        found = connection.execute(_UNREAD, (json.dumps([numbers[at] for at in asked]),))
        unread = {number for (number,) in found}
        for at in asked:
            if numbers[at] in unread:
                return at
    return None
