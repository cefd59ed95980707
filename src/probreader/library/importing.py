"""Adding a reading to the library: what is known is joined with what is given, and nothing is ever lost.

An entry that no source gives any more stays, marked ``gone``, beside the entry it used to follow.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from probreader.domain.joining import Joined, join
from probreader.domain.post import Post, Problem, Source
from probreader.domain.thread import NO_PARENT, shape_of
from probreader.library import aliases, merging, post_rows, presence
from probreader.library.identifying import held_post, post_of, same_posts
from probreader.library.indexing import Indexing
from probreader.library.merging import Held
from probreader.library.rows import COLUMNS, POST_ROW_ID, EntryRow, comment_row, post_row, section_row
from probreader.library.values import Added

Finish = Callable[[], tuple[Source, Sequence[Problem]]]
"""What is known of a source when its posts have been taken: its digest, its size, and all that was wrong with it."""

_INSERT = f"INSERT INTO entry (entry, post, {COLUMNS}) VALUES (?, ?{', ?' * len(EntryRow._fields)})"
_UPDATE = f"UPDATE entry SET ({COLUMNS}) = (?{', ?' * (len(EntryRow._fields) - 1)}) WHERE entry = ?"
_MOST_ROUNDS = 3
"""Times a post is joined with one reading of it; seldom more than one is needed."""
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


@dataclass(slots=True)
class _Reading:
    """One source on its way into the library."""

    connection: sqlite3.Connection
    source: int
    given: presence.Given
    index: Indexing
    last_entry: int
    posts_new: int = 0
    entries_new: int = 0
    entries_known: int = 0
    post_ids: dict[int, str] = field(default_factory=dict)
    """What the posts of this reading are known by, by number, in order."""


def add(
    connection: sqlite3.Connection,
    location: str,
    posts: Iterable[Post],
    finish: Finish,
    now: str,
    *,
    index_new: bool = True,
) -> Added:
    """Store what is read of the source at ``location``, in the caller's transaction, as its ``posts`` are taken.

    ``now`` is an ISO 8601 time in UTC. What is already stored alike is not written again. Without ``index_new`` what is
    new is found when it is indexed later.

    Raises:
        ValueError: a post's comments are not in reading order.
    """
    before = connection.total_changes
    (last,) = connection.execute("SELECT coalesce(max(entry), 0) FROM entry").fetchone()
    number, is_known = _source_number(connection, location, now)
    with presence.given(connection, number, is_known=is_known) as given:
        reading = _Reading(connection, number, given, Indexing(connection), last)
        count = 0
        for post in posts:
            count += 1
            _store_post(reading, post)
        source, problems = finish()
        _store_source(connection, number, source)
        _store_problems(connection, number, problems)
        if presence.is_whole(source.shape, problems):
            given.mark_gone()
        reading.index.finish(index_new=index_new)
        changes = connection.total_changes - before - given.changes
        joined = presence.joined(connection, number)
    return Added(
        posts_new=reading.posts_new,
        posts_known=count - reading.posts_new,
        entries_new=reading.entries_new,
        entries_known=reading.entries_known,
        problems=len(problems),
        unchanged=changes == 0,
        post_ids=tuple(reading.post_ids.values()),
        joined=joined,
    )


def _source_number(connection: sqlite3.Connection, location: str, now: str) -> tuple[int, bool]:
    """The number of the source, and whether it was read before."""
    known = connection.execute("SELECT source FROM source WHERE location = ?", (location,)).fetchone()
    if known is not None:
        return int(known[0]), True
    (number,) = connection.execute(
        "INSERT INTO source (location, shape, digest, size, first_read) VALUES (?, '', '', 0, ?) RETURNING source",
        (location, now),
    ).fetchone()
    return int(number), False


def _store_source(connection: sqlite3.Connection, number: int, source: Source) -> None:
    values = (source.shape, source.digest, source.size)
    if connection.execute("SELECT shape, digest, size FROM source WHERE source = ?", (number,)).fetchone() != values:
        connection.execute("UPDATE source SET (shape, digest, size) = (?, ?, ?) WHERE source = ?", (*values, number))


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
    numbers = same_posts(connection, post)
    held: dict[str, Held] = {}
    if not numbers:
        number = post_rows.insert(connection, post)
        reading.posts_new += 1
        joined = Joined(post, {})
    else:
        number, *others = numbers
        held = merging.held_entries(connection, number)
        joined = _joined(reading, number, held, others, post)
        held = merging.held_entries(connection, number) if others else held
        _rename(connection, number, joined)
        held = _one_row_each(reading, held, joined)
        post_rows.update(connection, number, joined.post)
    reading.post_ids[number] = joined.post.id
    connection.execute("INSERT OR IGNORE INTO post_source (post, source) VALUES (?, ?)", (number, reading.source))
    _store_entries(reading, number, joined, post, held)


def _joined(reading: _Reading, number: int, held: dict[str, Held], others: Sequence[int], given: Post) -> Joined:
    """All the library holds of the post, and of ``others`` that are it, joined with what is ``given``."""
    connection = reading.connection
    post = post_of(connection, number, [item.row for item in held.values()])
    own = merging.own_ids(connection, number, reading.source)
    same: dict[str, str] = {}
    for other in others:
        joined = join(post, held_post(connection, other))
        post, same, own = joined.post, {**same, **joined.same}, set()
        merging.absorb(connection, number, other, reading.index)
    known = aliases.entry_ids(connection, number)
    joined = _settled(post, given, own, known)
    same = {**{id_: joined.same.get(kept, kept) for id_, kept in (*known.items(), *same.items())}, **joined.same}
    if given.id != joined.post.id and aliases.post_number(connection, given.id) is None:
        aliases.remember_post(connection, given.id, number)
    return Joined(joined.post, same)


def _settled(held: Post, given: Post, own: Collection[str], known: Mapping[str, str]) -> Joined:
    """What comes of joining, such that joining once more changes nothing.

    What a reading tells of one part of a post may show where another part of it belongs.
    """
    joined = join(held, given, own, known)
    for _ in range(_MOST_ROUNDS):
        again = join(joined.post, given, own, {**known, **joined.same})
        if again.post == joined.post:
            break
        joined = Joined(
            again.post, {**{id_: again.same.get(kept, kept) for id_, kept in joined.same.items()}, **again.same}
        )
    return joined


def _rename(connection: sqlite3.Connection, number: int, joined: Joined) -> None:
    """Let the post, and what is marked in it, follow to the ids they have now."""
    (old_id,) = connection.execute("SELECT id FROM post WHERE post = ?", (number,)).fetchone()
    if old_id != joined.post.id:
        merging.move_bookmarks(connection, old_id, joined.post.id)
        aliases.remember_post(connection, old_id, number)
    if joined.same:
        merging.move_marks(connection, number, joined.post.id, joined.same)


def _one_row_each(reading: _Reading, held: dict[str, Held], joined: Joined) -> dict[str, Held]:
    """``held`` by the ids the entries have now; of rows that are one entry now one is left."""
    left: dict[str, Held] = {}
    for id_, item in sorted(held.items(), key=lambda pair: pair[0] in joined.same):
        present = joined.same.get(id_, id_)
        if present in left:
            merging.drop(reading.connection, item, left[present].entry, reading.index)
        else:
            left[present] = item
    return left


def _store_entries(reading: _Reading, number: int, joined: Joined, given: Post, held: dict[str, Held]) -> None:
    parts = [*(section.id for section in given.sections), *(comment.id for comment in given.comments)]
    present = list(dict.fromkeys(joined.same.get(id_, id_) for id_ in parts))
    rows = list(_rows(joined.post, {id_ for id_, item in held.items() if item.row.gone}.difference(present)))
    known = sum(id_ in held for id_ in present)
    reading.entries_known += known
    reading.entries_new += len(present) - known
    numbers = {id_: item.entry for id_, item in held.items()}
    new = [row for row in rows if row.id not in numbers]
    for entry, row in enumerate(new, start=reading.last_entry + 1):
        numbers[row.id] = entry
    reading.last_entry += len(new)
    changed = _write(reading, number, rows, held, numbers)
    reading.given.note(number, [numbers[id_] for id_ in present])
    fresh = {old: numbers[kept] for old, kept in joined.same.items() if kept in numbers}
    is_renamed = bool(fresh) and aliases.remember_entries(reading.connection, number, fresh)
    if changed or is_renamed:
        reading.connection.execute(_COUNTS, (number,))


def _rows(post: Post, gone: Collection[str]) -> Iterator[EntryRow]:
    """The rows of a post in reading order."""
    row = post_rows.row_of(replace(post, sections=(), comments=()))
    yield post_row(row.indexed_title, post.author, post.published)
    for position, section in enumerate(post.sections, start=1):
        yield section_row(section, position, gone=section.id in gone)
    shape = shape_of(post.comments)
    first = len(post.sections) + 1
    for number, comment in enumerate(post.comments):
        yield comment_row(
            comment,
            first + number,
            shape.depths[number],
            None if shape.parents[number] == NO_PARENT else first + shape.parents[number],
            shape.descendants[number],
            gone=comment.id in gone,
        )


def _write(
    reading: _Reading, post: int, rows: Sequence[EntryRow], held: dict[str, Held], numbers: dict[str, int]
) -> bool:
    """Write the rows that are not held alike; whether there were any."""
    connection = reading.connection
    known = [(held[row.id], row) for row in rows if row.id in held]
    changed = [(old, row) for old, row in known if old.row != row]
    # What has no date of its own stands in the index at its post's.
    is_moved = any(row.id == POST_ROW_ID and old.row.published_iso != row.published_iso for old, row in changed)
    for old, row in known if is_moved else changed:
        if old.row.indexed != row.indexed or old.row.published_iso != row.published_iso or is_moved:
            reading.index.forget(old.entry, old.row.indexed)
    connection.executemany(_UPDATE, ((*row, old.entry) for old, row in changed))
    new = [row for row in rows if row.id not in held]
    connection.executemany(_INSERT, ((numbers[row.id], post, *row) for row in new))
    for row in new:
        reading.index.note(numbers[row.id], row.indexed)
    return bool(new or changed)
