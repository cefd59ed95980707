"""Adding a reading to the library: what is known is updated in place, nothing is ever deleted.

An entry that its source no longer gives stays, marked ``gone``, beside the entry it used to follow.
"""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from probreader.domain.post import Comment, Post, Problem, Section, Source
from probreader.domain.thread import NO_PARENT, arrange, shape_of
from probreader.library import post_rows
from probreader.library.rows import (
    COLUMNS,
    EntryRow,
    comment_row,
    comments_of,
    post_row,
    section_of,
    section_row,
)
from probreader.library.values import Added, EntryKind

_Part = TypeVar("_Part", Section, Comment)

_INSERT = f"INSERT INTO entry (post, source, {COLUMNS}) VALUES (?, ?{', ?' * len(EntryRow._fields)})"
_UPDATE = f"UPDATE entry SET ({COLUMNS}) = (?{', ?' * (len(EntryRow._fields) - 1)}) WHERE entry = ?"
_COUNTS = """
UPDATE post SET
    sections = (SELECT count(*) FROM entry WHERE entry.post = post.post AND kind = 'section'),
    comments = (SELECT count(*) FROM entry WHERE entry.post = post.post AND kind = 'comment' AND NOT placeholder),
    comments_read = (
        SELECT count(*) FROM entry_read JOIN entry USING (entry)
        WHERE entry_read.post = post.post AND kind = 'comment' AND NOT placeholder
    ),
    entries_read = (SELECT count(*) FROM entry_read WHERE entry_read.post = post.post)
WHERE post = ?
"""


class _Held(NamedTuple):
    """An entry as the library holds it."""

    entry: int
    source: int
    row: EntryRow


@dataclass(slots=True)
class _Reading:
    """One source on its way into the library."""

    connection: sqlite3.Connection
    source: int
    last_indexed: int
    """Entries above this number are indexed together, when all posts are stored."""
    posts_new: int = 0
    entries_new: int = 0
    entries_known: int = 0
    is_whole: bool = True
    """False when the source is known to hold less than its page."""
    given: dict[int, set[str]] = field(default_factory=dict)
    """Ids this reading has given so far, by post: a post may come more than once."""


INCOMPLETE = frozenset({"cut-off", "comments-missing", "no-comments-found"})
"""Problems that tell of a source that it holds less than the page it was made from."""


def add(
    connection: sqlite3.Connection, source: Source, posts: Sequence[Post], problems: Sequence[Problem], now: str
) -> Added:
    """Store what was read of ``source``, in the caller's transaction; ``now`` is an ISO 8601 time in UTC.

    What is already stored alike is not written again.

    Raises:
        ValueError: a post's comments are not in reading order.
    """
    before = connection.total_changes
    (last,) = connection.execute("SELECT coalesce(max(entry), 0) FROM entry").fetchone()
    reading = _Reading(connection, _store_source(connection, source, now), last)
    reading.is_whole = INCOMPLETE.isdisjoint(problem.code for problem in problems)
    _store_problems(connection, reading.source, problems)
    for post in posts:
        _store_post(reading, post)
    connection.execute(
        "INSERT INTO entry_index (rowid, heading, author, text) "
        "SELECT entry, heading, author, text FROM entry WHERE entry > ?",
        (last,),
    )
    return Added(
        posts_new=reading.posts_new,
        posts_known=len(posts) - reading.posts_new,
        entries_new=reading.entries_new,
        entries_known=reading.entries_known,
        problems=len(problems),
        unchanged=connection.total_changes == before,
        post_ids=tuple(post.id for post in posts),
    )


def _store_source(connection: sqlite3.Connection, source: Source, now: str) -> int:
    known = connection.execute(
        "SELECT source, shape, digest, size FROM source WHERE location = ?", (source.location,)
    ).fetchone()
    values = (source.shape, source.digest, source.size)
    if known is None:
        inserted = connection.execute(
            "INSERT INTO source (shape, digest, size, location, first_read) VALUES (?, ?, ?, ?, ?) RETURNING source",
            (*values, source.location, now),
        ).fetchone()
        return int(inserted[0])
    if known[1:] != values:
        connection.execute("UPDATE source SET (shape, digest, size) = (?, ?, ?) WHERE source = ?", (*values, known[0]))
    return int(known[0])


def _store_problems(connection: sqlite3.Connection, source: int, problems: Sequence[Problem]) -> None:
    rows = [(source, number, problem.code, problem.message, problem.line) for number, problem in enumerate(problems)]
    held = connection.execute(
        "SELECT source, ordinal, code, message, line FROM problem WHERE source = ? ORDER BY ordinal", (source,)
    ).fetchall()
    if held != rows:
        connection.execute("DELETE FROM problem WHERE source = ?", (source,))
        connection.executemany(
            "INSERT INTO problem (source, ordinal, code, message, line) VALUES (?, ?, ?, ?, ?)", rows
        )


def _store_post(reading: _Reading, post: Post) -> None:
    connection = reading.connection
    number, merged, is_new = post_rows.store(connection, post)
    reading.posts_new += is_new
    connection.execute("INSERT OR IGNORE INTO post_source (post, source) VALUES (?, ?)", (number, reading.source))
    held = {} if is_new else _held(connection, number)
    parts = [*(section.id for section in post.sections), *(comment.id for comment in post.comments)]
    given = reading.given.setdefault(number, set())
    given.update(parts)
    own_row = post_row(merged.indexed_title, merged.author_value, merged.published_value)
    rows = [own_row, *_entry_rows(post, held, _gone(held, given, reading))]
    known = sum(part in held for part in parts)
    reading.entries_known += known
    reading.entries_new += len(parts) - known
    if _write(reading, number, rows, held):
        connection.execute(_COUNTS, (number,))


def _held(connection: sqlite3.Connection, post: int) -> dict[str, _Held]:
    """The entries of ``post`` by id, in reading order."""
    cursor = connection.execute(f"SELECT entry, source, {COLUMNS} FROM entry WHERE post = ? ORDER BY position", (post,))
    held = (_Held(entry, source, EntryRow._make(row)) for entry, source, *row in cursor)
    return {item.row.id: item for item in held}


def _gone(held: dict[str, _Held], given: Collection[str], reading: _Reading) -> set[str]:
    """Ids of held entries that are gone: were gone before, or came from a source that no longer gives them.

    A source that was not read whole says nothing about what it does not give.
    """
    source = reading.source if reading.is_whole else None
    return {id_ for id_, item in held.items() if id_ not in given and (item.row.gone or item.source == source)}


def _entry_rows(post: Post, held: dict[str, _Held], gone: Collection[str]) -> list[EntryRow]:
    """The rows of the post's sections and comments, those only the library has among them, in reading order."""
    rows = [item.row for item in held.values()]
    held_sections = [section_of(row) for row in rows if row.kind == EntryKind.SECTION]
    sections = _interleaved(post.sections, held_sections)
    comments = _interleaved(post.comments, comments_of(rows))
    if len(comments) > len(post.comments):
        comments = arrange(comments).comments
    shape = shape_of(comments)
    first = len(sections) + 1
    return [
        *(section_row(section, number, gone=section.id in gone) for number, section in enumerate(sections, start=1)),
        *(
            comment_row(
                comment,
                first + number,
                shape.depths[number],
                None if shape.parents[number] == NO_PARENT else first + shape.parents[number],
                shape.descendants[number],
                gone=comment.id in gone,
            )
            for number, comment in enumerate(comments)
        ),
    ]


def _interleaved(given: Sequence[_Part], held: Sequence[_Part]) -> Sequence[_Part]:
    """``given``, with each of ``held`` that it lacks put after the part that it followed in ``held``."""
    ids = {part.id for part in given}
    following: dict[str | None, list[_Part]] = {}
    anchor = None
    for part in held:
        if part.id in ids:
            anchor = part.id
        else:
            following.setdefault(anchor, []).append(part)
    if not following:
        return given
    together = following.get(None, [])
    for part in given:
        together.append(part)
        together.extend(following.get(part.id, ()))
    return together


def _write(reading: _Reading, post: int, rows: Sequence[EntryRow], held: dict[str, _Held]) -> bool:
    """Write the rows that are not held alike; whether there were any."""
    new = [row for row in rows if row.id not in held]
    changed = [(held[row.id], row) for row in rows if row.id in held and held[row.id].row != row]
    reading.connection.executemany(_INSERT, ((post, reading.source, *row) for row in new))
    for old, row in changed:
        if old.entry <= reading.last_indexed and old.row.indexed != row.indexed:
            _index_again(reading.connection, old.entry, old.row, row)
    reading.connection.executemany(_UPDATE, ((*row, old.entry) for old, row in changed))
    return bool(new or changed)


def _index_again(connection: sqlite3.Connection, entry: int, old: EntryRow, new: EntryRow) -> None:
    """Replace what the index holds of ``entry``; to forget, it must be told the old words exactly."""
    connection.execute(
        "INSERT INTO entry_index (entry_index, rowid, heading, author, text) VALUES ('delete', ?, ?, ?, ?)",
        (entry, *old.indexed),
    )
    connection.execute(
        "INSERT INTO entry_index (rowid, heading, author, text) VALUES (?, ?, ?, ?)", (entry, *new.indexed)
    )
