"""The ledger of every source and post: what the last reading that changed anything found, and what it changed."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from probreader.domain.counting import Counts
from probreader.domain.post import Problem
from probreader.library.aliases import post_number
from probreader.library.posts import no_post
from probreader.library.rows import timestamp_of
from probreader.library.values import Changes, PostLedger, SourceLedger

_COLUMNS = ", ".join(Counts._fields)
_CHANGES = "new, changed, removed, sections_new, sections_changed, sections_removed"
_UPSERT = f"""
INSERT OR REPLACE INTO post_source (post, source, {_COLUMNS}, {_CHANGES}, imported, given)
VALUES (?, ?{", ?" * len(Counts._fields)}, ?, ?, ?, ?, ?, ?, ?, 1)
"""
_POSTS = f"""
SELECT post.post, post.id, title, title_inferred, published_iso, published_raw, post_source.declared, found, replies,
    orphans, inferred, post_source.sections, {_CHANGES}, started
FROM json_each(?) AS asked CROSS JOIN post_source ON post_source.post = asked.value AND post_source.source = ?
CROSS JOIN post USING (post) LEFT JOIN import ON import.import = post_source.imported
ORDER BY asked.key
"""
_OTHERS = """
SELECT mine.post, source.location FROM post_source AS mine
JOIN post_source AS other ON other.post = mine.post AND other.source <> mine.source
JOIN source ON source.source = other.source WHERE mine.source = ? ORDER BY mine.post, other.source
"""


def store(
    connection: sqlite3.Connection, source: int, imported: int, posts: Mapping[int, tuple[Counts, Changes, Changes]]
) -> None:
    """Keep what was found of each post and changed in it, of comments and of sections, unless that is known."""
    held = {
        post: Counts._make(found)
        for post, *found in connection.execute(
            f"SELECT post, {_COLUMNS} FROM post_source WHERE source = ? AND given", (source,)
        )
    }
    absent = [(post, source) for post in held.keys() - posts.keys()]
    connection.executemany("UPDATE post_source SET given = 0 WHERE post = ? AND source = ?", absent)
    connection.executemany(
        _UPSERT,
        (
            (post, source, *found, *_columns(comments), *_columns(sections), imported)
            for post, (found, comments, sections) in posts.items()
            if held.get(post) != found or comments or sections
        ),
    )


def _columns(changes: Changes) -> tuple[int, int, int]:
    return changes.new, changes.changed, changes.removed


def of_post(connection: sqlite3.Connection, post_id: str) -> list[SourceLedger]:
    """The ledgers of the sources of a post, of this post alone, in the order in which the sources were read first.

    Raises:
        NotCountsError: there is no such post.
    """
    post = post_number(connection, post_id)
    if post is None:
        raise no_post(post_id)
    sources = connection.execute("SELECT source FROM post_source WHERE post = ? ORDER BY source", (post,)).fetchall()
    return [_of_source(connection, source, (post,)) for (source,) in sources]


def read_alike(connection: sqlite3.Connection, location: str, reader: str) -> tuple[int, str, int] | None:
    """Number, digest and size of what ``reader`` read at ``location`` last; None when that tells nothing of now.

    A ``reader`` that is empty is never the same.
    """
    found: tuple[int, str, int] | None = connection.execute(
        "SELECT source, digest, size FROM source WHERE location = ? AND reader = ? AND reader <> ''", (location, reader)
    ).fetchone()
    return found


def unchanged(connection: sqlite3.Connection, source: int) -> SourceLedger:
    """The ledger of a source that was read again and changed nothing."""
    posts = connection.execute("SELECT post FROM post_source WHERE source = ? AND given ORDER BY post", (source,))
    ledger = _of_source(connection, source, [post for (post,) in posts])
    return replace(ledger, posts=tuple(replace(line, comments=Changes(), body=Changes()) for line in ledger.posts))


def ask_again(connection: sqlite3.Connection, source: int, posts: Iterable[int]) -> None:
    """Have the other sources of ``posts`` read again even if they are unchanged: ``source`` says something else now."""
    connection.executemany(
        "UPDATE source SET reader = '' WHERE source <> ?1 AND reader <> '' "
        "AND source IN (SELECT source FROM post_source WHERE post = ?2)",
        ((source, post) for post in posts),
    )


def posts_of(connection: sqlite3.Connection, source: int, posts: Iterable[int]) -> Iterator[PostLedger]:
    """What the ledger of ``source`` says of ``posts``, which are among its own."""
    others = _others(connection, source)
    found = connection.execute(_POSTS, (json.dumps(list(posts)), source))
    for post, id_, title, inferred, iso, raw, *numbers, started in found:
        counts, changes = Counts(*numbers[:6]), numbers[6:]
        yield PostLedger(
            id_,
            title,
            bool(inferred),
            timestamp_of(iso, raw),
            counts,
            Changes(*changes[:3]),
            Changes(*changes[3:]),
            started or "",
            others.get(post, ()),
        )


def _of_source(connection: sqlite3.Connection, source: int, posts: Sequence[int]) -> SourceLedger:
    location, shape, first_read = connection.execute(
        "SELECT location, shape, first_read FROM source WHERE source = ?", (source,)
    ).fetchone()
    problems = connection.execute(
        "SELECT code, message, line FROM problem WHERE source = ? ORDER BY ordinal", (source,)
    ).fetchall()
    return SourceLedger(
        location=location,
        shape=shape,
        first_read=first_read,
        problems=tuple(Problem(*problem) for problem in problems),
        posts=tuple(posts_of(connection, source, posts)),
    )


def _others(connection: sqlite3.Connection, source: int) -> dict[int, tuple[str, ...]]:
    """By number of a post of ``source``: where the other sources are that it comes from."""
    locations: dict[int, tuple[str, ...]] = {}
    for post, location in connection.execute(_OTHERS, (source,)):
        locations[post] = (*locations.get(post, ()), location)
    return locations
