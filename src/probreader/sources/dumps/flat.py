"""Flat pages: ``Ada said...``, the text, and the date below or above it. Nobody answers anybody."""

from dataclasses import dataclass

from probreader.domain.post import Certainty
from probreader.sources.dumps.headers import Header, line_at, said_name, stamp
from probreader.sources.dumps.rows import Rows
from probreader.sources.dumps.runs import first_furniture, mark_at
from probreader.sources.dumps.said import says
from probreader.sources.dumps.threaded import Found

_LONGEST = 120
_LAST_ROWS = 3
"""How many rows at the end of a comment may hold its date."""
_PAUSES = ("...", "…", ":", "：")


def find_said(rows: Rows, start: int, end: int) -> list[Header]:
    """The lines that open comments in the rows ``[start, end)``, without their dates."""
    headers = []
    for row in range(start, end):
        text = rows.texts[row]
        if not text or len(text) > _LONGEST or not text.endswith(_PAUSES):
            continue
        line = line_at(rows, row)
        name = says(line.text)
        if name is None:
            continue
        first = row if name else rows.previous_text(row - 1, start)
        if first < start or (not name and len(rows.texts[first]) > _LONGEST):
            continue
        column = rows.indents[first]
        url = next((s.target for s in rows.spans.get(first, ()) if s.target and s.target.startswith("http")), None)
        author = said_name(line_at(rows, first).text)
        headers.append(Header(first, row + 1, column, author or None, url, None, None, None, None))
    return headers


@dataclass(frozen=True, slots=True)
class _Part:
    """A comment's rows, and where dates stand in them."""

    header: Header
    end: int
    dated_above: bool
    """Whether the row at once below the header is a date."""
    last: tuple[Header, int] | None
    """The header with the date of the last row, and that row's index."""


def read_flat(rows: Rows, headers: list[Header], end: int) -> list[Found]:
    """The comments under ``headers``; none when the page puts the dates above the texts."""
    starts = [header.start for header in headers]
    parts = [_part(rows, header, stop) for header, stop in zip(headers, [*starts[1:], end], strict=True)]
    above = sum(part.dated_above for part in parts)
    below = sum(part.last is not None for part in parts)
    return [] if above >= below else [_found(rows, part) for part in parts]


def _part(rows: Rows, header: Header, end: int) -> _Part:
    row = rows.next_text(header.body, end)
    above = row < end and stamp(rows, header, row) is not None
    return _Part(header, end, above, _last_date(rows, header, end))


def _last_date(rows: Rows, header: Header, end: int) -> tuple[Header, int] | None:
    """The last row with a date; below it there may be action words and what the page puts below its comments."""
    tried = 0
    for row in range(end - 1, header.body - 1, -1):
        text = rows.texts[row]
        if not text or mark_at(text):
            continue
        if stamped := stamp(rows, header, row):
            return stamped, row
        tried += 1
        if tried == _LAST_ROWS:
            break
    return None


def _found(rows: Rows, part: _Part) -> Found:
    if part.last:
        return Found(part.last[0], part.last[1], None, Certainty.STATED)
    return Found(part.header, _text_end(rows, part.header.body, part.end), None, Certainty.STATED)


def _text_end(rows: Rows, start: int, end: int) -> int:
    end = first_furniture(rows, start, end)
    last = rows.previous_text(end - 1, start)
    while last >= start and mark_at(rows.texts[last]):
        last = rows.previous_text(last - 1, start)
    return last + 1
