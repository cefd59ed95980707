"""All marks of a library as lines, and the marks of others merged with its own.

Each mark is merged as a register (:mod:`~probreader.library.marks.state`), so that neither the order nor the number of
merges counts. Ids of old count as those of now before anything is compared.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from probreader.domain.clean import clean_line
from probreader.errors import MarksError
from probreader.library import places
from probreader.library.aliases import post_number, present_id
from probreader.library.marks import bookmark_rows, reading
from probreader.library.marks.clock import see
from probreader.library.marks.keys import present_key
from probreader.library.marks.lines import (
    BookmarkMark,
    Mark,
    PlaceMark,
    ReadMarks,
    header_line,
    latest_tick,
    mark_line,
    read_header,
    read_line,
)
from probreader.library.marks.locating import located
from probreader.library.marks.settling import await_read
from probreader.library.values import MarksMerged

_READ = """
SELECT post.id AS post_id, entry_read.tick AS tick, 1 AS read, entry.id AS id
FROM entry_read JOIN post USING (post) JOIN entry USING (entry)
UNION ALL
SELECT post.id, entry_unread.tick, 0, entry.id FROM entry_unread JOIN entry USING (entry) JOIN post USING (post)
UNION ALL
SELECT post_id, tick, read, entry_id FROM awaited_read
ORDER BY post_id, tick, read, id
"""
_AWAITING = "SELECT (SELECT count(*) FROM awaited_read) + (SELECT count(*) FROM awaited_place)"


def export(connection: sqlite3.Connection, write: Callable[[str], object]) -> int:
    """Hand the header and every mark to ``write``, a line at a time; how many marks there are."""
    write(header_line())
    count = 0
    for mark in _marks(connection):
        write(mark_line(mark))
        count += 1
    return count


def merge(connection: sqlite3.Connection, files: Iterable[tuple[str, Iterable[bytes]]]) -> MarksMerged:
    """Merge the marks in the lines of ``files``, each with its name.

    Raises:
        MarksError: a line is no mark; the message names it.
    """
    count = changed = 0
    for name, lines in files:
        for mark in _read(name, lines):
            count += 1
            changed += _merge(connection, mark)
            see(connection, latest_tick(mark))
    (awaiting,) = connection.execute(_AWAITING).fetchone()
    return MarksMerged(count, changed, awaiting)


def _marks(connection: sqlite3.Connection) -> Iterator[Mark]:
    for key, state in bookmark_rows.every(connection):
        yield BookmarkMark(key, state)
    for left, tick in places.every(connection):
        yield PlaceMark(left, tick)
    rows = connection.execute(_READ)
    for (post_id, tick, read), group in groupby(rows, key=lambda row: row[:3]):
        yield ReadMarks(post_id, tuple(id_ for *_, id_ in group), bool(read), tick)


def _read(name: str, lines: Iterable[bytes]) -> Iterator[Mark]:
    number = 0
    for number, line in enumerate(lines, start=1):
        try:
            mark = _mark_of(line, is_first=number == 1)
        except MarksError as error:
            message = f"Line {number} of {clean_line(name)} cannot be taken: {error}. Nothing was imported."
            raise MarksError(message) from None
        if mark is not None:
            yield mark
    if number == 0:
        raise MarksError(f"{clean_line(name)} is empty, and no file of marks. Nothing was imported.")


def _mark_of(line: bytes, *, is_first: bool) -> Mark | None:
    if is_first:
        read_header(line)
        return None
    return read_line(line)


def _merge(connection: sqlite3.Connection, mark: Mark) -> int:
    """Merge one mark; how many entries, bookmarks and places have another now."""
    match mark:
        case ReadMarks():
            return _merge_read(connection, mark)
        case BookmarkMark(key, state):
            key = present_key(connection, key)
            held = bookmark_rows.get(connection, key)
            joined = held.joined(state)
            if joined == held:
                return 0
            bookmark_rows.put(connection, key, joined)
            return 1
        case PlaceMark(left, tick):
            return int(places.merge(connection, left, tick))


def _merge_read(connection: sqlite3.Connection, mark: ReadMarks) -> int:
    post = post_number(connection, mark.post_id)
    found = {} if post is None else located(connection, post, mark.entry_ids)
    changed = 0
    if post is not None:
        changed = reading.merge(connection, post, ((item, mark.tick, mark.read) for item in found.values()))
    post_id = present_id(connection, mark.post_id)
    return changed + sum(
        await_read(connection, post_id, id_, mark.tick, read=mark.read) for id_ in mark.entry_ids if id_ not in found
    )
