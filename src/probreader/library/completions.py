"""What the beginning of a word may go on to be, from the count of all words that indexing.py keeps."""

import sqlite3
from dataclasses import dataclass

FEW_ENTRIES = 3_000
"""FTS5 gathers so many entries of a prefix in about as many microseconds."""
FEW_WORDS = 192
"""FTS5 looks at each of so many alternatives for every entry it finds."""
_MOST_WORDS = 4_000
"""Words with the same beginning that are looked at; where there are more, they are in many entries."""
_COMMONEST = 12

_RANGE = "word >= ?1 AND word < ?1 || char(1114111)"
_WORDS = f"SELECT word, entries FROM word WHERE {_RANGE} LIMIT {_MOST_WORDS}"
_COMMON = f"SELECT word FROM word WHERE entries >= 256 AND {_RANGE} ORDER BY entries DESC LIMIT {_COMMONEST}"


@dataclass(frozen=True, slots=True)
class Completions:
    """The words with one beginning."""

    words: tuple[str, ...]
    """All of them, where they are few in many entries; none otherwise."""
    commonest: tuple[str, ...]
    """Some of those in most entries, where they are many in many; none otherwise."""

    @property
    def is_rare(self) -> bool:
        """Whether FTS5 finds the prefix itself soon enough."""
        return not self.words and not self.commonest


def completions(connection: sqlite3.Connection, prefix: str) -> Completions:
    """What the word ``prefix``, as it is indexed, may go on to be."""
    found = connection.execute(_WORDS, (prefix,)).fetchall()
    if len(found) < _MOST_WORDS and sum(entries for _, entries in found) <= FEW_ENTRIES:
        return Completions((), ())
    if len(found) <= FEW_WORDS:
        return Completions(tuple(word for word, _ in found), ())
    common = tuple(word for (word,) in connection.execute(_COMMON, (prefix,)))
    return Completions((), common or tuple(word for word, _ in found[:_COMMONEST]))
