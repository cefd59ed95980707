"""Rows to :class:`~probreader.domain.prose.Prose`: wrapped lines are joined, spans are moved to where their words are."""

import re
from unicodedata import east_asian_width

from probreader.domain.prose import Prose, Span, SpanKind
from probreader.sources.dumps.rows import Rows
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
        between = "" if last < 0 else _between(rows, last, row)
        parts += (between, text)
        length += len(between)
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
    if rows.width is None or not is_wrapped(rows, last, row):
        return "\n"
    return "" if _is_wide(rows.texts[last][-1]) and _is_wide(rows.texts[row][0]) else " "


def is_wrapped(rows: Rows, last: int, row: int) -> bool:
    """Whether the line ``row`` stands below ``last`` only because its first word did not fit there."""
    if rows.width is None or rows.indents[row] != rows.indents[last] or _ITEM.match(rows.texts[row]):
        return False
    above, below = rows.raw[rows.lines[last]], rows.raw[rows.lines[row]].lstrip()
    return cells(above) + first_chunk(below) > rows.width


def first_chunk(line: str) -> int:
    """Columns that the first part of ``line`` needs behind another word: it may be broken behind it."""
    if _is_wide(line[0]):
        return 2
    end = line.find(" ")
    return 1 + cells(line if end < 0 else line[:end])


def cells(text: str) -> int:
    """Columns of ``text`` on a terminal, as far as wide characters matter."""
    return len(text) if text.isascii() else len(text) + sum(map(_is_wide, text))


def _is_wide(character: str) -> bool:
    return character > "\u10ff" and east_asian_width(character) in "WF"
