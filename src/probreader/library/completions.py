"""What the beginning of a word may go on to be, from the count of all words that indexing.py keeps."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

FEW_ENTRIES = 3_000
"""FTS5 gathers so many entries of a prefix in about as many microseconds."""
FEW_WORDS = 192
"""FTS5 looks at each of so many alternatives for every entry it finds."""
_MOST_WORDS = 4_000
"""Words in few entries each that are counted; where there are more, they are in many entries together."""
_COMMONEST = 12

_RANGE = "word >= ?1 AND word < ?1 || char(1114111)"
_WORDS = f"SELECT word, entries FROM word WHERE {_RANGE} LIMIT ?2"
_COMMON = f"SELECT word, entries FROM word WHERE entries >= 256 AND {_RANGE} ORDER BY entries DESC LIMIT {_COMMONEST}"


@dataclass(frozen=True, slots=True)
class Completions:
    """The words with one beginning."""

    words: tuple[str, ...]
    """All of them, where they are few in many entries; none otherwise."""
    commonest: tuple[str, ...]
    """Some of those in most entries, where they are many in many; none otherwise."""


def completions(connection: sqlite3.Connection, prefix: str) -> Completions:
    """What the word ``prefix``, as it is indexed, may go on to be."""
    found = connection.execute(_WORDS, (prefix, FEW_WORDS + 1)).fetchall()
    if len(found) <= FEW_WORDS:
        return Completions(tuple(word for word, _ in found) if _are_many(found) else (), ())
    common = connection.execute(_COMMON, (prefix,)).fetchall()
    if not _are_many(common):
        found = connection.execute(_WORDS, (prefix, _MOST_WORDS)).fetchall()
        if len(found) < _MOST_WORDS and not _are_many(found):
            return Completions((), ())
    return Completions((), tuple(word for word, _ in common or found[:_COMMONEST]))


def are_few(connection: sqlite3.Connection, prefix: str, most: int) -> bool:
    """Whether the words that begin with ``prefix`` are in no more than about ``most`` entries together."""
    found = connection.execute(_WORDS, (prefix, _MOST_WORDS)).fetchall()
    return len(found) < _MOST_WORDS and sum(entries for _, entries in found) <= most


def _are_many(found: Sequence[tuple[str, int]]) -> bool:
    """Whether words, with the number of their entries, are in more entries than FTS5 gathers soon."""
    return sum(entries for _, entries in found) > FEW_ENTRIES
