"""The entries of a post written to the library: what is new, what has changed, and what changed ones said before."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from probreader.domain.joining import Joined
from probreader.domain.matching import words_of
from probreader.domain.post import Post
from probreader.domain.thread import NO_PARENT, shape_of
from probreader.library import aliases, bodies, history, post_rows, presence
from probreader.library.merging import Held
from probreader.library.readings import Reading
from probreader.library.rows import COLUMNS, POST_ROW_ID, EntryRow, comment_row, post_row, section_row

_INSERT = f"INSERT INTO entry (entry, post, arrived, {COLUMNS}) VALUES (?, ?, ?{', ?' * len(EntryRow._fields)})"
_UPDATE = f"UPDATE entry SET ({COLUMNS}) = (?{', ?' * (len(EntryRow._fields) - 1)}) WHERE entry = ?"


def store_entries(
    reading: Reading,
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
    rows = list(rows_of(joined.post, gone))
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
        reading.connection.execute(post_rows.COUNTS, (number,))
    return is_changed or is_renamed


def rows_of(post: Post, gone: Collection[str] = frozenset()) -> Iterator[EntryRow]:
    """The rows of a post in reading order, its own first; those of the entries ``gone`` say so.

    Raises:
        ValueError: its comments are not in reading order.
    """
    # The words of a title that is inferred stand in the body as well.
    yield post_row(None if post.title_inferred else post.title, post.author, post.published)
    for position, section in enumerate(post.sections, start=1):
        yield section_row(section, position, gone=section.id in gone)
    shape = shape_of(post.comments)
    first = len(post.sections) + 1
    for number, comment in enumerate(post.comments):
        yield comment_row(
            comment,
            post.url,
            first + number,
            shape.depths[number],
            None if shape.parents[number] == NO_PARENT else first + shape.parents[number],
            shape.descendants[number],
            gone=comment.id in gone,
        )


def insert_entries(reading: Reading, post: int, entries: Iterable[tuple[int, EntryRow]]) -> None:
    """Write entries of ``post`` that are new, with their numbers, and have them indexed."""
    numbered = list(entries)
    reading.connection.executemany(_INSERT, ((number, post, reading.imported, *row) for number, row in numbered))
    for number, row in numbered:
        reading.index.note(number, row.indexed)


def _write(
    reading: Reading, post: int, rows: Sequence[EntryRow], held: dict[str, Held], numbers: dict[str, int]
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
    insert_entries(reading, post, ((numbers[row.id], row) for row in new))
    for kind, count in Counter(row.kind for row in new if not row.placeholder).items():
        reading.posts[post].counts[kind]["new"] += count
    return bool(new or changed)


def _keep_history(reading: Reading, post: int, changed: Sequence[tuple[Held, EntryRow]]) -> None:
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
