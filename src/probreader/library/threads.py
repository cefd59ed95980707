"""A thread as the screen reads it: its structure at once, its entries where they are looked at."""

import json
import sqlite3
from collections.abc import Iterator

from probreader.domain.outline import Outline, outline
from probreader.domain.post import Comment, Section
from probreader.domain.thread import NO_PARENT
from probreader.errors import LibraryDamagedError
from probreader.library import history, post_rows, rows
from probreader.library.aliases import present_id
from probreader.library.post_rows import PostRow
from probreader.library.posts import no_post, shown_row
from probreader.library.rows import EntryRow
from probreader.library.values import EntryKind, ThreadFrame

# Answered by entry_structure alone: no text is touched. Each column comes as one JSON array, since a hundred thousand
# tuples would cost more than reading them does.
_STRUCTURE = """
SELECT json_group_array(id), json_group_array(coalesce(parent_position, 0)), json_group_array(depth),
    json_group_array(descendants), json_group_array(size), json_group_array(breaks)
FROM (SELECT * FROM entry INDEXED BY entry_structure WHERE post = ? AND position > 0 ORDER BY position)
"""
_SECTIONS = "SELECT count(*) FROM entry WHERE post = ? AND kind = 'section'"
_PLACEHOLDERS = "SELECT position FROM entry INDEXED BY entry_structure WHERE post = ? AND placeholder"
_READ = "SELECT entry FROM entry_read WHERE post = ?"
_NUMBERS = """
SELECT json_group_array(entry)
FROM (SELECT entry FROM entry INDEXED BY entry_structure WHERE post = ? AND position > 0 ORDER BY position)
"""
_ENTRIES = f"""
SELECT (SELECT id FROM entry AS parent WHERE parent.post = entry.post AND parent.position = entry.parent_position),
    {", ".join(f"entry.{name}" for name in EntryRow._fields)}
FROM entry WHERE post = ? AND position > ? AND position <= ? ORDER BY position
"""
_TEXTS = """
SELECT CASE WHEN heading IS NULL THEN text ELSE heading || char(10) || char(10) || text END
FROM entry WHERE post = ? AND position > 0 ORDER BY position
"""


def frame(connection: sqlite3.Connection, post_id: str) -> ThreadFrame:
    """The structure of a thread, without its texts.

    Raises:
        NotFoundError: there is no such post.
        LibraryDamagedError: the structure contradicts itself.
    """
    number, row = _post(connection, post_id)
    post = post_rows.post_of(row, post_rows.labels_of(connection, number), ())
    since = history.since(connection, number)
    return ThreadFrame(
        post, _outline(connection, number), _read(connection, number), since.new, since.changed, since.gone
    )


def entries(connection: sqlite3.Connection, post_id: str, first: int, last: int) -> list[Section | Comment]:
    """The sections and comments of a thread from index ``first`` to before ``last``; fewer at its end.

    Raises:
        NotFoundError: there is no such post.
    """
    number, post = _post(connection, post_id)
    found: list[Section | Comment] = []
    for parent, *values in connection.execute(_ENTRIES, (number, first, last)):
        row = shown_row(EntryRow._make(values))
        found.append(rows.section_of(row) if row.kind == EntryKind.SECTION else rows.comment_of(row, post.url, parent))
    return found


def texts(connection: sqlite3.Connection, post_id: str) -> Iterator[str]:
    """The text of every section and comment as it is shown, in reading order.

    Raises:
        NotFoundError: there is no such post.
    """
    for (text,) in connection.execute(_TEXTS, (_post(connection, post_id)[0],)):
        yield text


def _post(connection: sqlite3.Connection, post_id: str) -> tuple[int, PostRow]:
    found = connection.execute(
        f"SELECT post, {post_rows.COLUMNS} FROM post WHERE id = ?", (present_id(connection, post_id),)
    ).fetchone()
    if found is None:
        raise no_post(post_id)
    return found[0], PostRow._make(found[1:])


def _outline(connection: sqlite3.Connection, number: int) -> Outline:
    ids, parent_positions, depths, descendants, sizes, breaks = map(
        json.loads, connection.execute(_STRUCTURE, (number,)).fetchone()
    )
    # Positions count from the post's own row, 0, which is no entry of the thread and is what a missing parent reads as.
    parents = [position - 1 for position in parent_positions]
    if any(parent >= at for at, parent in enumerate(parents)):
        raise LibraryDamagedError(
            "A reply stands before what it replies to. “probreader doctor” tells what can be done."
        )
    placeholders = [position - 1 for (position,) in connection.execute(_PLACEHOLDERS, (number,))]
    (sections,) = connection.execute(_SECTIONS, (number,)).fetchone()
    return outline(ids, parents, depths, descendants, sizes, breaks, placeholders, sections)


def _read(connection: sqlite3.Connection, number: int) -> list[int]:
    """The entries that are marked read, by their index."""
    read = {entry for (entry,) in connection.execute(_READ, (number,))}
    if not read:
        return []
    numbers = json.loads(connection.execute(_NUMBERS, (number,)).fetchone()[0])
    return [at for at, entry in enumerate(numbers) if entry in read]


assert NO_PARENT == -1, "a parent's index is its position less one"
