"""What is new in a post, what has changed, and what it said before."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from probreader.domain.prose import Prose
from probreader.library.aliases import post_number
from probreader.library.posts import no_post
from probreader.library.rows import POST_ROW_ID, EntryRow, spans_of
from probreader.library.values import EarlierText, History

_KEEP = """
INSERT INTO earlier_text (entry, ordinal, since, replaced, heading, spans, text)
SELECT :entry, coalesce(max(ordinal), 0) + 1,
    (SELECT coalesce(changed, arrived) FROM entry WHERE entry = :entry), :imported, :heading, :spans, :text
FROM earlier_text WHERE entry = :entry
"""
_LAST = "SELECT coalesce(max(ordinal), 0) FROM earlier_text WHERE entry = ?"
_HISTORY = """
SELECT CASE kind WHEN 'post' THEN post.id ELSE entry.id END, arrived > visited AND kind <> 'post' AND NOT placeholder,
    started, gone
FROM post JOIN entry USING (post) LEFT JOIN import ON import = changed
WHERE post = ? AND (arrived > visited OR changed IS NOT NULL OR gone)
"""
# Nothing of these touches the rows of a post to which nothing has happened.
_NEW_SECTIONS = """
SELECT position - 1 FROM entry JOIN post USING (post)
WHERE post = ? AND position BETWEEN 1 AND sections AND kind = 'section' AND arrived > visited ORDER BY position
"""
_NEW_COMMENTS = """
SELECT position - 1 FROM post JOIN entry USING (post)
WHERE post = ? AND comments_new > 0 AND kind = 'comment' AND arrived > visited AND NOT placeholder ORDER BY position
"""
_SINCE = """
SELECT position - 1, changed IS NOT NULL, gone FROM entry INDEXED BY entry_since
WHERE post = ? AND position > 0 AND (gone OR changed IS NOT NULL) ORDER BY position
"""
_EARLIER = """
SELECT heading, spans, text, coalesce(first.started, ''), coalesce(then_.started, '')
FROM earlier_text LEFT JOIN import AS first ON first.import = since LEFT JOIN import AS then_ ON then_.import = replaced
WHERE entry = (
    SELECT entry FROM entry WHERE post = :post AND id = :id
    UNION ALL SELECT entry FROM entry_alias WHERE post = :post AND id = :id LIMIT 1
)
ORDER BY ordinal
"""
_VISIT = """
UPDATE post SET visited = (SELECT max(import) FROM import), comments_new = 0
WHERE post = ? AND visited < (SELECT max(import) FROM import)
"""


class Since(NamedTuple):
    """What has happened to the entries of a thread, as :class:`~probreader.library.values.ThreadFrame` tells it."""

    new: tuple[int, ...]
    changed: tuple[int, ...]
    gone: tuple[int, ...]


def next_import(connection: sqlite3.Connection) -> int:
    """The number of an import that begins now."""
    (number,) = connection.execute("SELECT coalesce(max(import), 0) + 1 FROM import").fetchone()
    return int(number)


def note_import(connection: sqlite3.Connection, number: int, now: str) -> None:
    """Keep that import ``number`` changed something; ``now`` is an ISO 8601 time in UTC."""
    connection.execute("INSERT OR IGNORE INTO import (import, started) VALUES (?, ?)", (number, now))


def keep_words(connection: sqlite3.Connection, changed: Iterable[tuple[int, EntryRow]], imported: int) -> None:
    """Keep what entries with these numbers have said; import ``imported`` brings other words."""
    for entry, row in changed:
        values = {"heading": row.heading, "spans": row.spans, "text": row.text}
        connection.execute(_KEEP, {"entry": entry, "imported": imported, **values})
        connection.execute("UPDATE entry SET changed = ? WHERE entry = ?", (imported, entry))


def note_arrival(connection: sqlite3.Connection, entry: int, imported: int) -> None:
    """Import ``imported`` brings what was only known to be there."""
    connection.execute("UPDATE entry SET arrived = ? WHERE entry = ?", (imported, entry))


def move(connection: sqlite3.Connection, old: int, new: int) -> None:
    """Let what entry ``old`` said earlier have been said by ``new``, which it is."""
    (last,) = connection.execute(
        "SELECT coalesce(max(ordinal), 0) FROM earlier_text WHERE entry = ?", (new,)
    ).fetchone()
    connection.execute("UPDATE earlier_text SET entry = ?, ordinal = ordinal + ? WHERE entry = ?", (new, last, old))


def history(connection: sqlite3.Connection, post_id: str) -> History:
    """What happened to the entries of a post.

    Raises:
        NotFoundError: there is no such post.
    """
    rows = connection.execute(_HISTORY, (_number(connection, post_id),)).fetchall()
    return History(
        new=frozenset(id_ for id_, is_new, _, _ in rows if is_new),
        changed={id_: started for id_, _, started, _ in rows if started is not None},
        gone=frozenset(id_ for id_, _, _, is_gone in rows if is_gone),
    )


def since(connection: sqlite3.Connection, number: int) -> Since:
    """As :func:`history`, of the post with ``number`` and by the index of its entries; the post itself is left out."""
    new = [at for query in (_NEW_SECTIONS, _NEW_COMMENTS) for (at,) in connection.execute(query, (number,))]
    rows = connection.execute(_SINCE, (number,)).fetchall()
    return Since(
        new=tuple(new),
        changed=tuple(at for at, changed, _ in rows if changed),
        gone=tuple(at for at, _, is_gone in rows if is_gone),
    )


def earlier_texts(connection: sqlite3.Connection, post_id: str, entry_id: str) -> list[EarlierText]:
    """What an entry, or a post as its title, said before, the oldest first; empty when it never changed.

    Raises:
        NotFoundError: there is no such post.
    """
    post = _number(connection, post_id)
    rows = connection.execute(_EARLIER, {"post": post, "id": entry_id}).fetchall()
    if not rows and post_number(connection, entry_id) == post:
        rows = connection.execute(_EARLIER, {"post": post, "id": POST_ROW_ID}).fetchall()
    return [
        EarlierText(heading, Prose(text, () if spans is None else spans_of(spans)), since, replaced)
        for heading, spans, text, since, replaced in rows
    ]


def visit(connection: sqlite3.Connection, post_id: str) -> None:
    """Let nothing in a post be new any more.

    Raises:
        NotFoundError: there is no such post.
    """
    connection.execute(_VISIT, (_number(connection, post_id),))


def _number(connection: sqlite3.Connection, post_id: str) -> int:
    number = post_number(connection, post_id)
    if number is None:
        raise no_post(post_id)
    return number
