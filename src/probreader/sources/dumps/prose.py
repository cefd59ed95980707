"""Rows to :class:`~probreader.domain.prose.Prose`: wrapped lines are joined, spans move to where their words are."""

import re

from probreader.domain.prose import Prose, Span, SpanKind
from probreader.sources.dumps.rows import Rows
from probreader.sources.dumps.wrapping import between, goes_on, is_syllable
from probreader.sources.plain import comment_prose, tidy

_ITEM = re.compile(r"(?:[•·‣▪◦*+o–-]|\(?[0-9]{1,3}[.)]|>) ")


def prose_of(rows: Rows, start: int, end: int) -> Prose:
    """The text of the rows ``[start, end)``."""
    start = rows.next_text(start, end)
    end = rows.previous_text(end - 1, start) + 1
    if rows.width is None and not any(row in rows.spans for row in range(start, end)):
        return comment_prose(tidy("\n".join(rows.texts[start:end])))
    return _joined(rows, start, end)


def _joined(rows: Rows, start: int, end: int) -> Prose:
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    last = -1
    for row in range(start, end):
        text = rows.texts[row]
        if not text:
            continue
        parting = "" if last < 0 else _between(rows, last, row)
        parts += (parting, text)
        length += len(parting)
        if row in rows.spans:
            spans += (Span(s.start + length, s.end + length, s.kind, s.target) for s in rows.spans[row])
        length += len(text)
        last = row
    return _with_hints("".join(parts), spans)


def _with_hints(text: str, spans: list[Span]) -> Prose:
    """``text`` with ``spans`` and with the bare links and list items that they do not cover."""
    links = [span for span in spans if span.kind is SpanKind.LINK]
    hints = comment_prose(text).spans
    if links and hints:
        hints = tuple(hint for hint in hints if not any(hint.start < s.end and s.start < hint.end for s in links[:50]))
    return Prose(text, tuple(sorted((*spans, *hints), key=lambda span: (span.start, span.end))))


def _between(rows: Rows, last: int, row: int) -> str:
    """What parts two rows: nothing or a space where the converter wrapped, else a line's or a paragraph's end."""
    if row > last + 1:
        return "\n\n"
    width = rows.width
    if width is None or rows.indents[row] != rows.indents[last] or _ITEM.match(rows.texts[row]):
        return "\n"
    above, below = rows.raw[rows.lines[last]], rows.raw[rows.lines[row]].lstrip()
    # Korean that w3m has broken inside a word leaves a column or two.
    if goes_on(above, below, width, rows.measure) or (
        is_syllable(below[0]) and goes_on(above + "  ", below, width, rows.measure)
    ):
        return between(above, below, width, rows.measure)
    return "\n"
