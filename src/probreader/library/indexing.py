"""The index kept in step with the entries: what a source changes is forgotten and told together, at the source's end.

FTS5 gathers postings while their numbers rise, and writes them out whenever one does not: so all is done by rising doc.
"""

import sqlite3
from collections.abc import Iterable

from probreader.domain import scripts
from probreader.library.ordering import UNDATED, forget_all_places, second_of, take_docs

Words = tuple[str | None, str | None, str]
"""What of an entry is indexed: heading, author, text."""

_TIMES = "SELECT entry, entry.published_iso, post.published_key FROM entry JOIN post USING (post)"
_COLUMNS = "(rowid, heading, author, text)"
_TELL = f"INSERT INTO entry_index {_COLUMNS} SELECT doc, heading, author, text FROM indexed WHERE doc = ?"
_TELL_NEW = f"""
INSERT INTO entry_index {_COLUMNS} SELECT doc, heading, author, text
FROM entry_order CROSS JOIN entry USING (entry) WHERE +entry_order.entry > ? ORDER BY doc
"""
_FORGET = f"INSERT INTO entry_index (entry_index, {_COLUMNS[1:]} VALUES ('delete', ?, ?, ?, ?)"
_TELL_PAIRS = f"INSERT INTO script_index {_COLUMNS} VALUES (?, ?, ?, ?)"
_FORGET_PAIRS = f"INSERT INTO script_index (script_index, {_COLUMNS[1:]} VALUES ('delete', ?, ?, ?, ?)"
_TOLD = "SELECT doc, heading, author, text FROM entry_order CROSS JOIN entry USING (entry) WHERE "
MOST_PENDING = 100_000
"""Entries that wait at most before they are indexed together."""
_MUCH = 4
"""Where one in so many entries is new, it is quickest to look at all of them in order, and to count all words again."""
_MOST_DISORDER = 4096
"""Docs; a search looks so much further at worst. With more all are sorted, once enough has come since the last time."""
_COUNTED = (
    "CREATE VIRTUAL TABLE temp.counted USING fts5 (heading, author, text, content = '', columnsize = 0, "
    "detail = 'none', tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE temp.counted_word USING fts5vocab ('temp', 'counted', row)",
)
_ADD_WORDS = """
INSERT INTO word (word, entries) SELECT term, doc FROM temp.counted_word WHERE true
ON CONFLICT (word) DO UPDATE SET entries = entries + excluded.entries
"""


def last_indexed(connection: sqlite3.Connection) -> int:
    """The number of an entry; none above it is in the index."""
    (last,) = connection.execute("SELECT coalesce(max(entry), 0) FROM entry_order").fetchone()
    return int(last)


class Indexing:
    """What one source, or several, change of the index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last = last_indexed(connection)
        self._forgotten: dict[int, tuple[int, Words]] = {}

    def note(self, entry: int, words: Words) -> None:
        """Tell of an entry that is new, as soon as it is stored."""
        if any(map(scripts.has_script, filter(None, words))):
            self._connection.execute("INSERT INTO script_pending (entry) VALUES (?)", (entry,))

    def forget(self, entry: int, words: Words) -> None:
        """Take an entry out of the index, which must be told its old ``words`` exactly.

        An entry that is still there at the end is indexed again, as it is then.
        """
        found = self._connection.execute("DELETE FROM entry_order WHERE entry = ? RETURNING doc", (entry,)).fetchone()
        self._connection.execute("DELETE FROM script_pending WHERE entry = ?", (entry,))
        if found is not None:
            self._forgotten[found[0]] = entry, words

    def finish(self, *, index_new: bool = True) -> None:
        """Bring the index up to date; without ``index_new`` what is new is left to a later time, unless it is much."""
        self._forget_words()
        self._tell_again()
        if index_new or count_pending(self._connection) > MOST_PENDING:
            index_pending(self._connection, self._last)

    def _forget_words(self) -> None:
        docs = sorted(self._forgotten)
        self._connection.executemany(_FORGET, ((doc, *self._forgotten[doc][1]) for doc in docs))
        for doc in docs:
            _in_pairs(self._connection, _FORGET_PAIRS, doc, self._forgotten[doc][1])

    def _tell_again(self) -> None:
        times = [
            row
            for entry, _ in self._forgotten.values()
            for row in self._connection.execute(f"{_TIMES} WHERE entry = ?", (entry,))
        ]
        docs = _take_docs(self._connection, times)
        self._connection.executemany(_TELL, ((doc,) for doc in docs))
        told = [row for doc in docs for row in self._connection.execute(f"{_TOLD} doc = ?", (doc,))]
        _tell_pairs(self._connection, told)
        _add_words(self._connection, docs)
        self._forgotten.clear()


def count_pending(connection: sqlite3.Connection) -> int:
    """About how many entries are not indexed yet, because they came with many sources."""
    (last,) = connection.execute("SELECT coalesce(max(entry), 0) FROM entry").fetchone()
    return int(last) - last_indexed(connection)


def index_pending(connection: sqlite3.Connection, last: int) -> None:
    """Index the entries whose numbers are above ``last``, none of which is."""
    docs = _take_docs(connection, connection.execute(f"{_TIMES} WHERE entry > ?", (last,)))
    if not docs:
        return
    pending = "entry IN (SELECT entry FROM script_pending) ORDER BY doc"
    _tell_pairs(connection, connection.execute(_TOLD + pending))
    connection.execute("DELETE FROM script_pending")
    (entries,) = connection.execute("SELECT max(entry) FROM entry").fetchone()
    if len(docs) * _MUCH < entries:
        connection.executemany(_TELL, ((doc,) for doc in docs))
        _add_words(connection, docs)
        return
    connection.execute(_TELL_NEW, (last,))
    (disorder, unsorted) = connection.execute("SELECT disorder, unsorted FROM index_state").fetchone()
    if disorder > _MOST_DISORDER and unsorted * _MUCH >= entries:
        rebuild(connection)
    else:
        count_words(connection)


def rebuild(connection: sqlite3.Connection) -> None:
    """Index every entry anew, in perfect order."""
    for table in ("entry_index", "script_index"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    forget_all_places(connection)
    _take_docs(connection, connection.execute(_TIMES))
    connection.execute(_TELL_NEW, (0,))
    _tell_pairs(connection, connection.execute(f"{_TOLD} true ORDER BY doc"))
    connection.execute("UPDATE index_state SET unsorted = 0")
    connection.execute("DELETE FROM script_pending")
    count_words(connection)


def count_words(connection: sqlite3.Connection) -> None:
    """Count all words of the index."""
    connection.execute("DELETE FROM word")
    connection.execute("INSERT INTO word (word, entries) SELECT term, doc FROM entry_word")


def _add_words(connection: sqlite3.Connection, docs: list[int]) -> None:
    """Add the words of the entries with these docs to those counted."""
    if not docs:
        return
    for statement in _COUNTED:
        connection.execute(statement)
    connection.executemany(_TELL.replace("entry_index", "temp.counted"), ((doc,) for doc in docs))
    connection.execute(_ADD_WORDS)
    for table in ("counted_word", "counted"):
        connection.execute(f"DROP TABLE temp.{table}")


def _take_docs(connection: sqlite3.Connection, times: Iterable[tuple[int, str | None, str | None]]) -> list[int]:
    """Give docs to entries, by their own times or else their posts'; the docs, rising."""
    return take_docs(connection, ((_second(own, posts), entry) for entry, own, posts in times))


def _second(own: str | None, posts: str | None) -> int:
    for iso in (own, posts):
        second = second_of(iso)
        if second is not None:
            return second
    return UNDATED


def _tell_pairs(connection: sqlite3.Connection, entries: Iterable[tuple[int, str | None, str | None, str]]) -> None:
    for doc, *words in entries:
        _in_pairs(connection, _TELL_PAIRS, doc, words)


def _in_pairs(connection: sqlite3.Connection, statement: str, doc: int, words: Iterable[str | None]) -> None:
    pairs = tuple(map(scripts.pairs, words))
    if any(pairs):
        connection.execute(statement, (doc, *pairs))
