"""Which source gives which entries, and what no source gives any more."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from probreader.domain.post import Problem
from probreader.library.values import EntryKind

INCOMPLETE = frozenset(
    """
    cut-off comments-missing no-comments-found parent-missing post-missing damaged-xml damaged-json doctype-refused
    too-deep engine-failed
    """.split()
)
"""Problems that tell of a source that it holds less than the page it was made from."""

_TABLES = (
    "CREATE TEMP TABLE given_post (post INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE given_entry (entry INTEGER PRIMARY KEY)",
)
_WITHDRAWN = """
SELECT entry.entry, entry.post, kind, placeholder
FROM temp.given_post JOIN entry USING (post) JOIN entry_source USING (entry)
WHERE entry_source.source = ? AND entry.entry NOT IN (SELECT entry FROM temp.given_entry)
"""
_GONE = """
UPDATE entry SET gone = 1
WHERE entry = ?1 AND NOT gone AND NOT EXISTS (SELECT 1 FROM entry_source WHERE entry_source.entry = ?1)
"""


_BODY = """
SELECT entry, entry_source.source FROM entry JOIN entry_source USING (entry) WHERE post = ? AND kind = 'section'
"""


def is_whole(shape: str, problems: Sequence[Problem]) -> bool:
    """Whether a source says, by what it does not give, that this is not there any more.

    Feeds, and the answers of a blog's service, are windows on some of its comments.
    """
    is_window = shape in ("atom", "rss") or shape.endswith(("-feed", "-json"))
    return not is_window and INCOMPLETE.isdisjoint(problem.code for problem in problems)


class Given:
    """What a reading has given so far, kept in the database, since it may be a million entries."""

    changes: int
    """Rows written that are no change of the library."""
    withdrawn: set[int]
    """Posts of which the source gives less than before, when :meth:`mark_gone` has been called."""

    def __init__(self, connection: sqlite3.Connection, source: int, *, is_known: bool) -> None:
        self._connection = connection
        self._source = source
        self._is_known = is_known
        self.changes = 0
        self.withdrawn = set()

    def note(self, post: int, entries: Sequence[int]) -> None:
        """The source gives ``entries`` of ``post``."""
        self.changes += self._connection.execute("INSERT OR IGNORE INTO temp.given_post VALUES (?)", (post,)).rowcount
        self._connection.executemany(
            "INSERT OR IGNORE INTO entry_source (entry, source) VALUES (?, ?)",
            ((entry, self._source) for entry in entries),
        )
        if self._is_known:
            numbers = ((entry,) for entry in entries)
            noted = self._connection.executemany("INSERT OR IGNORE INTO temp.given_entry VALUES (?)", numbers)
            self.changes += max(noted.rowcount, 0)

    def mark_gone(self) -> list[tuple[int, EntryKind]]:
        """Mark what the source gave before and does not give now, in the posts it gives, unless another gives it.

        Returns the post and the kind of each section and comment that was marked.
        """
        if not self._is_known:
            return []
        withdrawn = self._connection.execute(_WITHDRAWN, (self._source,)).fetchall()
        self.withdrawn = {post for _, post, _, _ in withdrawn}
        self._connection.executemany(
            "DELETE FROM entry_source WHERE entry = ? AND source = ?", ((item[0], self._source) for item in withdrawn)
        )
        return [
            (post, EntryKind(kind))
            for entry, post, kind, is_placeholder in withdrawn
            if self._connection.execute(_GONE, (entry,)).rowcount and not is_placeholder
        ]


def note_bodies(connection: sqlite3.Connection, post: int, shown: Mapping[int, Collection[int]]) -> None:
    """Let each source give those sections of ``post`` that it shows: by source the numbers of their entries.

    What one source adds to a body may show the words of another in another section.
    """
    held = set(connection.execute(_BODY, (post,)))
    now = {(entry, source) for source, entries in shown.items() for entry in entries}
    sources = shown.keys()
    withdrawn = [(entry, source) for entry, source in held - now if source in sources]
    connection.executemany("DELETE FROM entry_source WHERE entry = ? AND source = ?", withdrawn)
    connection.executemany("INSERT INTO entry_source (entry, source) VALUES (?, ?)", now - held)


@contextmanager
def given(connection: sqlite3.Connection, source: int, *, is_known: bool) -> Iterator[Given]:
    """What a reading of ``source`` gives; ``is_known`` tells that it was read before."""
    for statement in _TABLES:
        connection.execute(statement)
    yield Given(connection, source, is_known=is_known)
    for table in ("given_post", "given_entry"):
        connection.execute(f"DROP TABLE temp.{table}")
