"""Posts as they were added, and the lines of the post list."""

import sqlite3
from collections.abc import Iterator, Sequence

from probreader.domain.clean import clean_line
from probreader.domain.post import Post
from probreader.errors import AmbiguousError, NotFoundError
from probreader.library import post_rows, rows
from probreader.library.aliases import present_id
from probreader.library.post_rows import PostRow
from probreader.library.rows import EntryRow, timestamp_of
from probreader.library.values import LabelCount, PostOrder, PostSummary

_CANDIDATES = 5
"""How many posts an ambiguous name lists."""

FEW = 500
"""Posts that are looked up one by one."""

# Posts of one day stand as their source gave them, newest first.
_NEWEST = "published_key DESC NULLS LAST, post.post"
ORDERS = {
    PostOrder.NEWEST: _NEWEST,
    PostOrder.OLDEST: "published_key ASC NULLS LAST, post.post DESC",
    PostOrder.TITLE: f"title_key ASC NULLS LAST, {_NEWEST}",
    PostOrder.COMMENTS: f"comments DESC, {_NEWEST}",
    PostOrder.UNREAD: f"comments - comments_read DESC, {_NEWEST}",
}
"""How a list is sorted, as SQL."""

_SUMMARY = """
SELECT post.post, post.id, title, title_inferred, published_iso, published_raw, declared,
    sections, comments, comments_read, comments_new, entries_read, coalesce(marked.bookmarks, 0)
FROM post LEFT JOIN (SELECT post_id, count(*) AS bookmarks FROM bookmark GROUP BY post_id) AS marked
    ON marked.post_id = post.id
"""


def labels(connection: sqlite3.Connection) -> list[LabelCount]:
    """Every label and how many posts bear it, by name."""
    found = connection.execute("SELECT name, count(*) FROM label GROUP BY name").fetchall()
    return [LabelCount(name, posts) for name, posts in sorted(found, key=lambda item: (item[0].casefold(), item[0]))]


def posts(
    connection: sqlite3.Connection, label: str | None, order: PostOrder, offset: int, limit: int | None
) -> list[PostSummary]:
    """The posts that bear ``label``, or all when it is None, in ``order``: so many from the one at ``offset`` on."""
    where, values = bearing(label)
    # The order is settled by numbers alone: a sort would carry whole rows.
    numbers = f"SELECT post.post FROM post {where} ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?"
    rest = f"WHERE post.post IN ({numbers}) ORDER BY {ORDERS[order]}"
    return list(summaries(connection, rest, (*values, -1 if limit is None else limit, offset)))


def count_posts(connection: sqlite3.Connection, label: str | None) -> int:
    """How many posts bear ``label``, or all when it is None."""
    if label is None:
        return int(connection.execute("SELECT count(*) FROM post").fetchone()[0])
    named = connection.execute("SELECT count(DISTINCT post) FROM label WHERE name = ?", (clean_line(label),))
    return int(named.fetchone()[0])


def bearing(label: str | None) -> tuple[str, tuple[str, ...]]:
    """The condition that a post bears ``label``, and its values; nothing when it is None."""
    if label is None:
        return "", ()
    return "WHERE post.post IN (SELECT post FROM label WHERE name = ?)", (clean_line(label),)


def titled(connection: sqlite3.Connection, words: str, limit: int) -> list[PostSummary]:
    """The newest ``limit`` posts whose title has every one of ``words`` somewhere; neither case nor quotes count."""
    wanted = post_rows.title_key(clean_line(words)).split()
    where = " AND ".join("instr(title_key, ?)" for _ in wanted) or "1"
    return list(summaries(connection, f"WHERE {where} ORDER BY {ORDERS[PostOrder.NEWEST]} LIMIT ?", (*wanted, limit)))


def summary(connection: sqlite3.Connection, post_id: str) -> PostSummary:
    """The line of one post.

    Raises:
        NotFoundError: there is no such post.
    """
    for line in summaries(connection, "WHERE post.id = ?", (present_id(connection, post_id),)):
        return line
    raise no_post(post_id)


def find_post(connection: sqlite3.Connection, name: str) -> str:
    """The id of the post that ``name`` names: by its id, its exact title in any case, or the start of its id alone.

    Raises:
        NotFoundError: there is none.
        AmbiguousError: there are several.
    """
    name = clean_line(name)
    present = present_id(connection, name)
    if connection.execute("SELECT 1 FROM post WHERE id = ?", (present,)).fetchone():
        return present
    titled = _candidates(connection, "title_key = ?", post_rows.title_key(name))
    begun = _candidates(connection, "id >= ?1 AND substr(id, 1, length(?1)) = ?1", name) if name else []
    for candidates in (titled, begun):
        if len(candidates) == 1:
            return candidates[0][0]
    several = titled or begun
    if not several:
        raise no_post(name)
    listed = "; ".join(f"{id_} ({title or 'untitled'})" for id_, title in several)
    raise AmbiguousError(f"“{name}” names several posts. Name one of them by its id: {listed}.")


def post(connection: sqlite3.Connection, post_id: str) -> Post:
    """The whole post, with comments in reading order; a comment that its source no longer holds counts as removed.

    Raises:
        NotFoundError: there is no such post.
    """
    found = connection.execute(
        f"SELECT post, {post_rows.COLUMNS} FROM post WHERE id = ?", (present_id(connection, post_id),)
    ).fetchone()
    if found is None:
        raise no_post(post_id)
    number, row = found[0], PostRow._make(found[1:])
    entries = [
        shown_row(EntryRow._make(values))
        for values in connection.execute(
            f"SELECT {rows.COLUMNS} FROM entry WHERE post = ? ORDER BY position", (number,)
        )
    ]
    return post_rows.post_of(row, post_rows.labels_of(connection, number), entries)


def no_post(name: str) -> NotFoundError:
    """What to say when nothing answers to ``name``."""
    return NotFoundError(f"No post in the library answers to “{clean_line(name)}”. “probreader list” shows all posts.")


def shown_row(row: EntryRow) -> EntryRow:
    """The row as it is shown: what its source no longer holds counts as removed."""
    return row._replace(removed=1) if row.gone else row


def _candidates(connection: sqlite3.Connection, condition: str, value: str) -> list[tuple[str, str | None]]:
    return connection.execute(
        f"SELECT id, title FROM post WHERE {condition} ORDER BY id LIMIT {_CANDIDATES}", (value,)
    ).fetchall()


def summaries(connection: sqlite3.Connection, rest: str, values: tuple[str | int, ...]) -> Iterator[PostSummary]:
    """The lines of the posts that ``rest`` of a statement selects, in its order."""
    found = connection.execute(_SUMMARY + rest, values).fetchall()
    names = _labels(connection, [row[0] for row in found])
    for number, id_, title, inferred, iso, raw, declared, sections, comments, comments_read, new, read, marked in found:
        yield PostSummary(
            id=id_,
            title=title,
            title_inferred=bool(inferred),
            published=timestamp_of(iso, raw),
            labels=names.get(number, ()),
            comments=comments,
            declared=declared,
            sections=sections,
            unread=comments - comments_read,
            new=new,
            opened=read > 0,
            bookmarks=marked,
        )


def _labels(connection: sqlite3.Connection, posts: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The labels of these posts, or of all when they are many."""
    if len(posts) <= FEW:
        return {post: post_rows.labels_of(connection, post) for post in posts}
    names: dict[int, tuple[str, ...]] = {}
    for number, name in connection.execute("SELECT post, name FROM label ORDER BY post, ordinal"):
        names[number] = (*names.get(number, ()), name)
    return names
