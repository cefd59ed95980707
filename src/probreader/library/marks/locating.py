"""Where marked entries are kept, many at once."""

import json
import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from probreader.domain.clean import clean_line
from probreader.errors import NotFoundError
from probreader.library.aliases import post_number, present_id
from probreader.library.posts import no_post
from probreader.library.rows import POST_ROW_ID

# The ids are looked up one by one: CROSS keeps the planner from reading the post's entries, with their texts, instead.
_FOUND = """
SELECT wanted.value, entry.entry, entry.id, kind = 'comment' AND NOT placeholder, entry_read.tick, entry_unread.tick
FROM json_each(?1) AS wanted
CROSS JOIN {which}
LEFT JOIN entry_read ON entry_read.post = ?2 AND entry_read.entry = entry.entry
LEFT JOIN entry_unread ON entry_unread.entry = entry.entry
"""
_PRESENT = _FOUND.format(which="entry ON entry.post = ?2 AND entry.id = wanted.value")
_OF_OLD = _FOUND.format(
    which="entry_alias ON entry_alias.post = ?2 AND entry_alias.id = wanted.value "
    "CROSS JOIN entry ON entry.entry = entry_alias.entry"
)


class Located(NamedTuple):
    """An entry, and how it is marked."""

    entry: int
    id: str
    """What it is known by now; :data:`~probreader.library.rows.POST_ROW_ID` for the post itself."""
    counted: int
    """Whether it is a comment, and no placeholder."""
    read_tick: int | None
    """When it was marked read; None when it is not."""
    unread_tick: int | None
    """When it was marked unread again; None when it was not, or is read."""

    @property
    def read(self) -> bool:
        """Whether it is marked read."""
        return self.read_tick is not None

    @property
    def mark(self) -> tuple[int, bool]:
        """When it was marked, and whether read; a tick below all others when it never was."""
        if self.read_tick is not None:
            return self.read_tick, True
        return (-1 if self.unread_tick is None else self.unread_tick), False


def located(connection: sqlite3.Connection, post: int, names: Collection[str]) -> dict[str, Located]:
    """The entries of ``post`` that are or were known by ``names``, by these; what is not there is left out."""
    found = _asked(connection, _PRESENT, post, names)
    missing = [name for name in names if name not in found]
    return found | _asked(connection, _OF_OLD, post, missing) if missing else found


def named(connection: sqlite3.Connection, post_id: str, names: Collection[str]) -> tuple[int, list[Located]]:
    """The number of a post, and its entries that the user named; the post's id names the post, if no entry's it is.

    Raises:
        NotFoundError: there is no such post, or no such entry in it.
    """
    post = post_number(connection, post_id)
    if post is None:
        raise no_post(post_id)
    found = located(connection, post, [name for name in names if name != POST_ROW_ID])
    for itself in {post_id, present_id(connection, post_id)}.intersection(names).difference(found):
        found[itself] = located(connection, post, [POST_ROW_ID])[POST_ROW_ID]
    for name in names:
        if name not in found:
            raise NotFoundError(
                f"The post “{clean_line(post_id)}” has no entry “{clean_line(name)}”. Read its source again."
            )
    return post, list({item.entry: item for item in found.values()}.values())


def _asked(connection: sqlite3.Connection, statement: str, post: int, names: Collection[str]) -> dict[str, Located]:
    rows = connection.execute(statement, (json.dumps(list(names)), post))
    return {name: Located(*rest) for name, *rest in rows}
