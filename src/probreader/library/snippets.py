"""Where a query matches in a text, and the line that shows it.

SQLite itself says where: the few texts that are shown are indexed once more, in memory, with the library's tokenizer.
Asking the library's own index again would cost another run of the query for every hit.
"""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import NamedTuple

SNIPPET_LENGTH = 160
"""Characters of text in a snippet, without the ellipses."""

CONTEXT_BEFORE = 40
"""Characters shown before the first match, at most."""

ELLIPSIS = "…"

# Cleaned text holds no control characters.
_OPEN, _CLOSE = "\x01", "\x02"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_SPACE = re.compile(r"\s")

Spans = tuple[tuple[int, int], ...]

_TABLE = "CREATE VIRTUAL TABLE shown USING fts5 (heading, author, text, tokenize = 'unicode61 remove_diacritics 2')"
_HIGHLIGHT = f"""
SELECT rowid, highlight(shown, 0, '{_OPEN}', '{_CLOSE}'), highlight(shown, 2, '{_OPEN}', '{_CLOSE}')
FROM shown WHERE shown MATCH ?
"""


class Marked(NamedTuple):
    """The heading and the text of an entry, each with the offsets of its matches."""

    heading: str
    heading_spans: Spans
    text: str
    text_spans: Spans


def marked(entries: Sequence[tuple[str, str, str]], expression: str) -> list[Marked]:
    """Where the FTS5 query ``expression`` matches in each of ``entries``: heading, author, text."""
    result = [Marked(heading, (), text, ()) for heading, _, text in entries]
    if not result:
        return result
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        memory.execute(_TABLE)
        memory.execute("BEGIN")
        memory.executemany(
            "INSERT INTO shown (rowid, heading, author, text) VALUES (?, ?, ?, ?)",
            ((number, *entry) for number, entry in enumerate(entries)),
        )
        for number, heading, text in memory.execute(_HIGHLIGHT, (expression,)):
            result[number] = Marked(*_unmarked(heading), *_unmarked(text))
    return result


def merged(groups: Sequence[Spans]) -> Spans:
    """All spans of ``groups`` in their order, those that overlap as one."""
    if sum(map(bool, groups)) < 2:
        return next(filter(None, groups), ())
    result: list[tuple[int, int]] = []
    for start, end in sorted(span for group in groups for span in group):
        if result and start < result[-1][1]:
            result[-1] = result[-1][0], max(end, result[-1][1])
        else:
            result.append((start, end))
    return tuple(result)


def snippet(marks: Marked) -> tuple[str, Spans]:
    """One line around the first match, in the text if there is one there, else in the heading, and its matches."""
    if marks.text_spans or (marks.text and not marks.heading_spans):
        return excerpt(marks.text, marks.text_spans)
    return excerpt(marks.heading, marks.heading_spans)


def excerpt(text: str, spans: Spans = ()) -> tuple[str, Spans]:
    """One line of ``text`` from a little before the first of ``spans``, cut between words, and the spans inside."""
    first = spans[0][0] if spans else 0
    start = _start(text, first)
    end = _end(text, start)
    before, after = ELLIPSIS * (start > 0), ELLIPSIS * (end < len(text))
    shift = len(before) - start
    inside = tuple((left + shift, min(right, end) + shift) for left, right in spans if start <= left < end)
    return before + _SPACE.sub(" ", text[start:end]) + after, inside


def _start(text: str, first: int) -> int:
    """Where the snippet begins: at a word's start, unless the context before ``first`` is one long word."""
    earliest = first - CONTEXT_BEFORE
    if earliest <= 0:
        return 0
    space = _SPACE.search(text, earliest - 1, first)
    return space.end() if space else earliest


def _end(text: str, start: int) -> int:
    latest = start + SNIPPET_LENGTH
    if latest >= len(text):
        return len(text)
    spaces = [match.start() for match in _SPACE.finditer(text, start + SNIPPET_LENGTH // 2, latest + 1)]
    return spaces[-1] if spaces else latest


def _unmarked(text: str) -> tuple[str, Spans]:
    """``text`` without the marks, and where they stood."""
    pieces = _MARKS.split(text)
    signs = _MARKS.findall(text)
    spans = []
    offset = opened = 0
    for piece, sign in zip(pieces, signs, strict=False):
        offset += len(piece)
        if sign == _OPEN:
            opened = offset
        elif opened < offset:
            spans.append((opened, offset))
    return "".join(pieces), tuple(spans)
