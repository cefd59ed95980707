"""Rows in which a flat page's date and the next comment's author ran together: ``2:40 PM Ada said...``."""

from probreader.domain.prose import Span, SpanKind
from probreader.sources.dumps.moments import key_of, moment_of
from probreader.sources.dumps.rows import Rows
from probreader.sources.dumps.said import says

_LONGEST = 200
_PAUSES = ("...", "…", ":", "：")
_MOST_WORDS = 10


def parted(rows: Rows) -> Rows:
    """``rows`` with such rows made two."""
    places = {row: at for row, text in enumerate(rows.texts) if (at := _date_end(rows, row, text))}
    return _split(rows, places) if places else rows


def _date_end(rows: Rows, row: int, text: str) -> int:
    """Where the date ends that begins the row; 0 when none does."""
    if not text or len(text) > _LONGEST or not text.endswith(_PAUSES) or not any(map(str.isdigit, text[:40])):
        return 0
    if not says(text):
        return 0
    for span in rows.spans.get(row, ()):
        if span.kind is SpanKind.LINK and not text[: span.start].strip() and span.target and key_of(span.target):
            return span.end
    end = -1
    ends = []
    while len(ends) < _MOST_WORDS and (end := text.find(" ", end + 1)) >= 0:
        ends.append(end)
    return next((e for e in reversed(ends) if (moment := moment_of(text[:e])) and moment.timestamp), 0)


def _split(rows: Rows, places: dict[int, int]) -> Rows:
    texts: list[str] = []
    indents: list[int] = []
    lines: list[int] = []
    spans: dict[int, tuple[Span, ...]] = {}
    for row, text in enumerate(rows.texts):
        at = places.get(row, 0)
        bounds = ((0, at), (at, len(text))) if at else ((0, len(text)),)
        for start, end in bounds:
            start += len(text[start:end]) - len(text[start:end].lstrip())
            if found := tuple(_moved(span, start) for span in rows.spans.get(row, ()) if start <= span.start < end):
                spans[len(texts)] = found
            texts.append(text[start:end].rstrip())
            indents.append(rows.indents[row])
            lines.append(rows.lines[row])
    return Rows(texts, indents, lines, spans, rows.width, rows.raw)


def _moved(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start, span.kind, span.target)
