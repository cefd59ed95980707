"""The line that shows where a query matches in a text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

SNIPPET_LENGTH = 160
"""Characters of text in a snippet, without the ellipses."""

CONTEXT_BEFORE = 40
"""Characters shown before the first match, at most."""

ELLIPSIS = "…"

_SPACE = re.compile(r"\s")

Spans = tuple[tuple[int, int], ...]


class Marked(NamedTuple):
    """The heading and the text of an entry, each with the offsets of its matches."""

    heading: str
    heading_spans: Spans
    text: str
    text_spans: Spans


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
    return before + _on_one_line(text[start:end]) + after, inside


def _on_one_line(text: str) -> str:
    # Cleaned ASCII has no other white space.
    return text.replace("\n", " ") if text.isascii() else _SPACE.sub(" ", text)


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
    least = start + SNIPPET_LENGTH // 2
    piece = text[least : latest + 1]
    if piece.isascii():
        last = max(piece.rfind(" "), piece.rfind("\n"))
    else:
        last = max((match.start() for match in _SPACE.finditer(piece)), default=-1)
    return latest if last < 0 else least + last
