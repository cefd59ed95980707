"""Rows in which a flat page's date and the next comment's author ran together: ``2:40 PM Ada said...``."""

import re
from dataclasses import replace
from itertools import pairwise

from probreader.domain.prose import Span, SpanKind
from probreader.sources.dumps.moments import key_of, moment_of
from probreader.sources.dumps.rows import Rows
from probreader.sources.dumps.said import says
from probreader.sources.markers import is_removed

_LONGEST = 200
_PAUSES = ("...", "…")
_COLONS = ":："
_LONGEST_BEFORE_DAY = 26
"""Characters before the first digit of a date: ``Donnerstag, September``."""
_MOST_WORDS, _MOST_PARTS = 10, 60
_DIGIT = re.compile(r"\d")


def parted(rows: Rows) -> Rows:
    """``rows`` with such rows made two; three where the comment's text stands behind them."""
    paused = ((row, text) for row, text in enumerate(rows.texts) if text and (text[-1] in _COLONS or _pauses(text)))
    places = {row: at for row, text in paused if (at := _ends(rows, row, text))}
    return _split(rows, places) if places else rows


def _pauses(text: str) -> bool:
    return "..." in text or (not text.isascii() and "…" in text)


def _ends(rows: Rows, row: int, text: str) -> tuple[int, ...]:
    """Where the row's parts end: date, author's line, text, date, ...; empty for a row that is of one piece."""
    dated = _DIGIT.search(text[:_LONGEST_BEFORE_DAY]) is not None
    ends = [] if dated and _date_and_author(rows, row, text, 0) else list(_removed(text))
    if not dated and not ends:
        return ()
    start = ends[-1] if ends else 0
    while len(ends) < _MOST_PARTS and (parts := _date_and_author(rows, row, text, start)):
        ends += parts
        start = parts[-1]
        # Only a removed comment's text, which is set in another way, runs on in the same row.
        stop = text.find(". ", start) + 1
        if not stop or not is_removed(text[start:stop].strip()):
            break
        ends.append(stop)
        start = stop
    return (*ends, len(text)) if ends and text[ends[-1] :].strip() else tuple(ends)


def _removed(text: str) -> tuple[int, ...]:
    """Where the author's line and a removed comment's text end that begin ``text``; empty where they do not."""
    said = _said_end(text)
    if not said or not says(text[:said]):
        return ()
    stop = text.find(". ", said) + 1 or len(text)
    return (said, stop) if is_removed(text[said:stop].strip()) else ()


def _date_and_author(rows: Rows, row: int, text: str, start: int) -> tuple[int, ...]:
    """Where the date ends that stands at ``start``, and the author's line behind it; empty when there is none."""
    start += len(text[start:]) - len(text[start:].lstrip())
    said = _said_end(text[start:])
    end = _date_end(rows, row, text[start : start + said], start) if said else 0
    return (start + end, start + said) if end and says(text[start + end : start + said].strip()) else ()


def _said_end(text: str) -> int:
    """Where the first pause behind a name may be; 0 when there is none."""
    ends = [place + len(pause) for pause in _PAUSES if (place := text.find(pause, 8, _LONGEST)) >= 0]
    if text[-1:] and text[-1] in _COLONS and len(text) <= _LONGEST:
        ends.append(len(text))
    return min(ends, default=0)


def _date_end(rows: Rows, row: int, text: str, offset: int) -> int:
    """Where the date ends that begins ``text``, which stands at ``offset`` of the row; 0 when none does."""
    for span in rows.spans.get(row, ()) if not offset else ():
        if span.kind is SpanKind.LINK and not text[: span.start].strip() and span.target and key_of(span.target):
            return span.end
    end = -1
    ends: list[int] = []
    while len(ends) < _MOST_WORDS and (end := text.find(" ", end + 1)) >= 0:
        ends.append(end)
    return next((e for e in reversed(ends) if moment_of(text[:e])), 0)


def _split(rows: Rows, places: dict[int, tuple[int, ...]]) -> Rows:
    texts: list[str] = []
    indents: list[int] = []
    lines: list[int] = []
    spans: dict[int, tuple[Span, ...]] = {}
    for row, text in enumerate(rows.texts):
        for start, end in pairwise((0, *places.get(row, (len(text),)))):
            start += len(text[start:end]) - len(text[start:end].lstrip())
            if found := tuple(_moved(span, start) for span in rows.spans.get(row, ()) if start <= span.start < end):
                spans[len(texts)] = found
            texts.append(text[start:end].rstrip())
            indents.append(rows.indents[row])
            lines.append(rows.lines[row])
    return replace(rows, texts=texts, indents=indents, lines=lines, spans=spans)


def _moved(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start, span.kind, span.target)
