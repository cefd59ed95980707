"""Adding a reading to the library: what is known is joined with what is given, and nothing is ever lost.

An entry that no source gives any more stays, marked ``gone``, beside the entry it used to follow.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from probreader.domain.counting import Counts, counts_of
from probreader.domain.editing import edited_sections
from probreader.domain.joining import Joined, join
from probreader.domain.matching import words_of
from probreader.domain.post import Post, Problem, Source
from probreader.domain.thread import NO_PARENT, shape_of
from probreader.library import aliases, bodies, history, ledgers, merging, post_rows, presence
from probreader.library.identifying import held_post, post_of, posts_alike, same_posts
from probreader.library.indexing import Indexing
from probreader.library.marks.settling import settle
from probreader.library.merging import Held
from probreader.library.rows import COLUMNS, POST_ROW_ID, EntryRow, comment_row, post_row, section_row
from probreader.library.values import Added, Changes, EntryKind, PostLedger

Finish = Callable[[], tuple[Source, Sequence[Problem]]]
"""What is known of a source when its posts have been taken: its digest, its size, and all that was wrong with it."""

_INSERT = f"INSERT INTO entry (entry, post, arrived, {COLUMNS}) VALUES (?, ?, ?{', ?' * len(EntryRow._fields)})"
_UPDATE = f"UPDATE entry SET ({COLUMNS}) = (?{', ?' * (len(EntryRow._fields) - 1)}) WHERE entry = ?"
_MOST_ROUNDS = 3
"""Times a post is joined with one reading of it; seldom more than one is needed."""
COUNTS = """
UPDATE post SET
    sections = (SELECT count(*) FROM entry WHERE entry.post = post.post AND kind = 'section'),
    comments = (SELECT count(*) FROM entry WHERE entry.post = post.post AND kind = 'comment' AND NOT placeholder),
    comments_read = (
        SELECT count(*) FROM entry_read JOIN entry USING (entry)
        WHERE entry_read.post = post.post AND kind = 'comment' AND NOT placeholder
    ),
    comments_new = (
        SELECT count(*) FROM entry
        WHERE entry.post = post.post AND arrived > post.visited AND kind = 'comment' AND NOT placeholder
    ),
    entries_read = (SELECT count(*) FROM entry_read WHERE entry_read.post = post.post)
WHERE post = ?
"""


@dataclass(slots=True)
class _Given:
    """What a reading gives of one post, and what it changes of it."""

    post_id: str
    """What the post is known by."""
    found: Counts
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By kind of entry: how many are new, changed, removed."""

    def changes(self, kind: EntryKind) -> Changes:
        """The counts of one kind."""
        return Changes(**self.counts[kind])


@dataclass(slots=True)
class _Reading:
    """One source on its way into the library."""

    connection: sqlite3.Connection
    source: int
    imported: int
    """The number of the import."""
    given: presence.Given
    index: Indexing
    last_entry: int
    posts_new: int = 0
    entries_new: int = 0
    entries_known: int = 0
    posts: dict[int, _Given] = field(default_factory=dict)
    """The posts of this reading by number, in order."""

    @property
    def retold(self) -> set[int]:
        """The posts of which this reading tells otherwise what was known."""
        return {
            number
            for number, given in self.posts.items()
            if any(counts["changed"] or counts["removed"] for counts in given.counts.values())
        }


def add(
    connection: sqlite3.Connection,
    location: str,
    posts: Iterable[Post],
    finish: Finish,
    now: str,
    imported: int | None,
    *,
    index_new: bool = True,
) -> Added:
    """Store what is read of the source at ``location``, in the caller's transaction, as its ``posts`` are taken.

    ``now`` is an ISO 8601 time in UTC. ``imported`` is the number of the import that this is a part of; None for one
    of its own. What is already stored alike is not written again. Without ``index_new`` what is new is found when it is
    indexed later.

    Raises:
        ValueError: a post's comments are not in reading order.
    """
    before = connection.total_changes
    (last,) = connection.execute("SELECT coalesce(max(entry), 0) FROM entry").fetchone()
    number, is_known = _source_number(connection, location, now)
    imported = history.next_import(connection) if imported is None else imported
    with presence.given(connection, number, is_known=is_known) as given:
        reading = _Reading(connection, number, imported, given, Indexing(connection), last)
        count = 0
        for post in posts:
            count += 1
            _store_post(reading, post)
        source, problems = finish()
        _store_source(reading, source)
        _store_problems(connection, number, problems)
        if presence.is_whole(source.shape, problems):
            for post_number, kind in given.mark_gone():
                reading.posts[post_number].counts[kind]["removed"] += 1
        reading.index.finish(index_new=index_new)
        _store_ledgers(reading)
        if is_known:
            ledgers.ask_again(connection, number, reading.retold | given.withdrawn)
        settle(connection, reading.posts)
        changes = connection.total_changes - before - given.changes
        if changes:
            history.note_import(connection, imported, now)
    ledger = _ledger(reading)
    return Added(
        posts_new=reading.posts_new,
        posts_known=count - reading.posts_new,
        entries_new=reading.entries_new,
        entries_known=reading.entries_known,
        problems=len(problems),
        unchanged=changes == 0,
        post_ids=tuple(item.post_id for item in reading.posts.values()),
        joined={item.post_id: item.others for item in ledger if item.others},
        ledger=ledger,
    )


def _source_number(connection: sqlite3.Connection, location: str, now: str) -> tuple[int, bool]:
    """The number of the source, and whether it was read before."""
    known = connection.execute("SELECT source FROM source WHERE location = ?", (location,)).fetchone()
    if known is not None:
        return int(known[0]), True
    (number,) = connection.execute(
        "INSERT INTO source (location, shape, digest, size, reader, first_read) VALUES (?, '', '', 0, '', ?) "
        "RETURNING source",
        (location, now),
    ).fetchone()
    return int(number), False


def _store_source(reading: _Reading, source: Source) -> None:
    """Write what has changed of the source; that another version has read the same is no change of the library."""
    values = (source.shape, source.digest, source.size)
    *held, reader = reading.connection.execute(
        "SELECT shape, digest, size, reader FROM source WHERE source = ?", (reading.source,)
    ).fetchone()
    if (*held, reader) != (*values, source.reader):
        reading.connection.execute(
            "UPDATE source SET (shape, digest, size, reader) = (?, ?, ?, ?) WHERE source = ?",
            (*values, source.reader, reading.source),
        )
        reading.given.changes += tuple(held) == values


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
    """Store what is given of a post; what it adds to it may show that further ones are the same."""
    numbers = same_posts(reading.connection, post)
    is_known = bool(numbers)
    number, is_changed = _store_as(reading, post, numbers, is_first=True)
    for _ in range(_MOST_ROUNDS):
        others = posts_alike(reading.connection, number) if is_known and is_changed else []
        if not others:
            break
        number, is_changed = _store_as(reading, post, [number, *others], is_first=False)


def _store_as(reading: _Reading, post: Post, numbers: Sequence[int], *, is_first: bool) -> tuple[int, bool]:
    """Store what is given of the post that has these ``numbers``; the one it has then, and whether it was changed.

    ``is_first`` tells that it is not counted yet.
    """
    connection = reading.connection
    held: dict[str, Held] = {}
    views: dict[int, bodies.Sections] = {}
    if not numbers:
        number = post_rows.insert(connection, post, reading.imported)
        reading.posts_new += 1
        joined = Joined(post, {})
    else:
        number, *others = numbers
        held = merging.held_entries(connection, number)
        joined, views = _joined(reading, number, held, others, post)
        held = merging.held_entries(connection, number) if others else held
        _rename(connection, number, joined)
        held = _one_row_each(reading, held, joined)
        post_rows.update(connection, number, joined.post)
    if is_first or number not in reading.posts:
        _note(reading, number, joined.post.id, counts_of(post))
    reading.posts[number].post_id = joined.post.id
    return number, _store_entries(reading, number, joined, post, held, views)


def _note(reading: _Reading, number: int, post_id: str, found: Counts) -> None:
    """Note what is given of a post, which may stand in the source in several pieces."""
    given = reading.posts.get(number)
    if given is None:
        reading.posts[number] = _Given(post_id, found)
    else:
        given.post_id, given.found = post_id, given.found.and_also(found)


def _joined(
    reading: _Reading, number: int, held: dict[str, Held], others: Sequence[int], given: Post
) -> tuple[Joined, dict[int, bodies.Sections]]:
    """All the library holds of the post, and of ``others`` that are it, joined with what is ``given``.

    And what each source shows of the body.
    """
    connection = reading.connection
    post = post_of(connection, number, [item.row for item in held.values()])
    own = merging.own_ids(connection, number, reading.source)
    views = bodies.views_of(connection, number)
    same: dict[str, str] = {}
    for other in others:
        joined = join(post, held_post(connection, other))
        post, same, own = joined.post, {**same, **joined.same}, set()
        _absorb(reading, number, other, post.id, views)
    known = aliases.entry_ids(connection, number)
    given, edited = _shown(reading, number, given, views, known)
    joined = _settled(post, given, own, known, [view for source, view in views.items() if source != reading.source])
    earlier = {**known, **same, **edited}
    same = {**{id_: joined.same.get(kept, kept) for id_, kept in earlier.items()}, **joined.same}
    present = {section.id for section in joined.post.sections} | {comment.id for comment in joined.post.comments}
    aliases.forget_entries(connection, number, known.keys() & present)
    if given.id != joined.post.id and aliases.post_number(connection, given.id) is None:
        aliases.remember_post(connection, given.id, number)
    return Joined(joined.post, {id_: kept for id_, kept in same.items() if id_ not in present}), views


def _absorb(reading: _Reading, number: int, other: int, post_id: str, views: dict[int, bodies.Sections]) -> None:
    """Let ``other``, which is the same post, be no more; ``views`` of the body come to be those of both."""
    piece = reading.posts.pop(other, None)
    for source, view in bodies.views_of(reading.connection, other).items():
        if source != reading.source or piece is not None:
            views[source] = views.get(source, ()) + view
    merging.absorb(reading.connection, number, other, reading.index, reading.imported)
    if piece is not None:
        _note(reading, number, post_id, piece.found)


def _shown(
    reading: _Reading, number: int, given: Post, views: dict[int, bodies.Sections], known: Mapping[str, str]
) -> tuple[Post, dict[str, str]]:
    """``given`` with all the body that the source shows, and ids of sections that it has edited since it was read last.

    ``views`` comes to hold it, and is stored.
    """
    before = views.pop(reading.source, ())
    elsewhere = [section for view in views.values() for section in view]
    edited: dict[str, str] = {}
    if number in reading.posts:
        ids = {section.id for section in given.sections}
        sections = (*(section for section in before if section.id not in ids), *given.sections)
    else:
        edited = edited_sections(before, given.sections, elsewhere, known)
        sections = tuple(replace(one, id=edited.get(one.id, one.id)) for one in given.sections)
    views[reading.source] = sections
    bodies.store(reading.connection, number, views)
    return replace(given, sections=sections), edited


def _settled(
    held: Post, given: Post, own: Collection[str], known: Mapping[str, str], views: Sequence[bodies.Sections]
) -> Joined:
    """What comes of joining, such that joining once more changes nothing.

    What a reading tells of one part of a post may show where another part of it belongs.
    """
    joined = join(held, given, own, known, views)
    for _ in range(_MOST_ROUNDS):
        again = join(joined.post, given, own, {**known, **joined.same}, views)
        if again.post == joined.post:
            break
        joined = Joined(
            again.post, {**{id_: again.same.get(kept, kept) for id_, kept in joined.same.items()}, **again.same}
        )
    return joined


def _rename(connection: sqlite3.Connection, number: int, joined: Joined) -> None:
    """Let what the post was known by lead to it."""
    (old_id,) = connection.execute("SELECT id FROM post WHERE post = ?", (number,)).fetchone()
    if old_id != joined.post.id:
        aliases.remember_post(connection, old_id, number)


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


def _store_entries(
    reading: _Reading,
    number: int,
    joined: Joined,
    given: Post,
    held: dict[str, Held],
    views: Mapping[int, bodies.Sections],
) -> bool:
    """Write what has changed of the entries of a post; whether anything has."""
    parts = [*(section.id for section in given.sections), *(comment.id for comment in given.comments)]
    present = list(dict.fromkeys(joined.same.get(id_, id_) for id_ in parts))
    shown = {source: {joined.same.get(one.id, one.id) for one in view} for source, view in views.items()}
    gone = {id_ for id_, item in held.items() if item.row.gone}.difference(present, *shown.values())
    rows = list(_rows(joined.post, gone))
    known = sum(id_ in held for id_ in present)
    reading.entries_known += known
    reading.entries_new += len(present) - known
    numbers = {id_: item.entry for id_, item in held.items()}
    new = [row for row in rows if row.id not in numbers]
    for entry, row in enumerate(new, start=reading.last_entry + 1):
        numbers[row.id] = entry
    reading.last_entry += len(new)
    is_changed = _write(reading, number, rows, held, numbers)
    reading.given.note(number, [numbers[id_] for id_ in present])
    if len(views) > 1:
        presence.note_bodies(
            reading.connection, number, {source: {numbers[id_] for id_ in ids} for source, ids in shown.items()}
        )
    fresh = {old: numbers[kept] for old, kept in joined.same.items() if kept in numbers}
    is_renamed = bool(fresh) and aliases.remember_entries(reading.connection, number, fresh)
    if is_changed or is_renamed:
        reading.connection.execute(COUNTS, (number,))
    return is_changed or is_renamed


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
    _keep_history(reading, post, changed)
    # What has no date of its own stands in the index at its post's.
    is_moved = any(row.id == POST_ROW_ID and old.row.published_iso != row.published_iso for old, row in changed)
    for old, row in known if is_moved else changed:
        if old.row.indexed != row.indexed or old.row.published_iso != row.published_iso or is_moved:
            reading.index.forget(old.entry, old.row.indexed)
    connection.executemany(_UPDATE, ((*row, old.entry) for old, row in changed))
    new = [row for row in rows if row.id not in held]
    connection.executemany(_INSERT, ((numbers[row.id], post, reading.imported, *row) for row in new))
    for row in new:
        reading.index.note(numbers[row.id], row.indexed)
    for kind, count in Counter(row.kind for row in new if not row.placeholder).items():
        reading.posts[post].counts[kind]["new"] += count
    return bool(new or changed)


def _keep_history(reading: _Reading, post: int, changed: Sequence[tuple[Held, EntryRow]]) -> None:
    """Keep what was said before, and count what is changed; a comment in place of its placeholder is a new one."""
    counts = reading.posts[post].counts
    others = [(old, row) for old, row in changed if not old.row.placeholder and _says_another(old.row, row)]
    history.keep_words(reading.connection, [(old.entry, old.row) for old, _ in others], reading.imported)
    for _, row in others:
        counts[row.kind]["changed"] += 1
    for old, row in changed:
        if row.removed and not old.row.removed:
            counts[row.kind]["removed"] += 1
        if old.row.placeholder and not row.placeholder:
            counts[row.kind]["new"] += 1
            history.note_arrival(reading.connection, old.entry, reading.imported)


def _says_another(old: EntryRow, new: EntryRow) -> bool:
    """Whether the words differ; how they are set and broken into lines does not count."""
    if old.heading == new.heading and old.text == new.text:
        return False
    return words_of(old.heading or "") != words_of(new.heading or "") or words_of(old.text) != words_of(new.text)


def _store_ledgers(reading: _Reading) -> None:
    ledgers.store(
        reading.connection,
        reading.source,
        reading.imported,
        {
            number: (given.found, given.changes(EntryKind.COMMENT), given.changes(EntryKind.SECTION))
            for number, given in reading.posts.items()
        },
    )


def _ledger(reading: _Reading) -> tuple[PostLedger, ...]:
    """What the ledger says of the posts of this reading, with the changes that it made itself."""
    posts = ledgers.posts_of(reading.connection, reading.source, reading.posts)
    return tuple(
        replace(line, comments=given.changes(EntryKind.COMMENT), body=given.changes(EntryKind.SECTION))
        for line, given in zip(posts, reading.posts.values(), strict=True)
    )
