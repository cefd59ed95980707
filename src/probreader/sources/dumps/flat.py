"""Flat pages: ``Ada said...``, the text, and the date below or above it. Nobody answers anybody."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from probreader.domain.post import Certainty
from probreader.sources.dates import Dated
from probreader.sources.dumps.headers import Header, line_at, said_name, stamp
from probreader.sources.dumps.moments import moment_of
from probreader.sources.dumps.rows import Rows
from probreader.sources.dumps.runs import first_furniture, mark_at
from probreader.sources.dumps.said import says
from probreader.sources.dumps.threaded import Found
from probreader.sources.markers import is_anonymous

_LONGEST = 120
_DIGIT = re.compile(r"\d")
_ICONS = frozenset(("Blogger", "OpenID", "Google", "LiveJournal", "WordPress", "TypePad", "AIM"))
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
        url = next((s.target for s in rows.spans.get(first, ()) if s.target and s.target.startswith("http")), None)
        author, moment = _dated_name(said_name(line_at(rows, first).text))
        published = moment.timestamp if moment else None
        headers.append(Header(first, row + 1, rows.indents[first], author or None, url, moment, published, None, None))
    return _without_icons(headers)


def _dated_name(name: str) -> tuple[str, Dated | None]:
    """The name without the date before it: ``At 9:46 AM, Ada said...``."""
    if not _DIGIT.search(name):
        return name, None
    comma = name.rfind(", ")
    while comma > 0:
        # A little word may stand before a time alone: ``At 9:46 AM``.
        if moment := moment_of(name[:comma]) or moment_of(name[:comma].partition(" ")[2]):
            return name[comma + 2 :], moment
        comma = name.rfind(", ", 0, comma)
    return name, None


def _without_icons(headers: list[Header]) -> list[Header]:
    """``headers`` without the words for icons before the names, where all of them have one: ``Blogger Ada said...``."""
    if headers and all(_has_icon(header.author or "") for header in headers):
        return [replace(header, author=(header.author or "").partition(" ")[2]) for header in headers]
    return headers


def _has_icon(name: str) -> bool:
    word, _, rest = name.partition(" ")
    return bool(rest) and (word in _ICONS or is_anonymous(word))


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
    """The comments under ``headers``; none when the page puts the dates on rows of their own above the texts."""
    if 2 * sum(header.moment is not None for header in headers) > len(headers):
        ends = [*(header.start for header in headers[1:]), end]
        return [_found(rows, _Part(header, stop, False, None)) for header, stop in zip(headers, ends, strict=True)]
    parts = _parts(rows, headers, end)
    above = sum(part.dated_above for part in parts)
    below = sum(part.last is not None for part in parts)
    if above >= below and above + below:
        return []
    if 3 * below >= 2 * len(parts) > 2 * below:
        # A comment's own words may end in "said..."; what stands above a header is the date of the comment before it.
        headers = [headers[0], *(n.header for p, n in pairwise(parts) if p.last)]
        # The last of them may stand in a list beside the comments; then they end above that.
        parts = _parts(rows, headers, first_furniture(rows, headers[-1].body, end))
    return [_found(rows, part) for part in parts]


def _parts(rows: Rows, headers: list[Header], end: int) -> list[_Part]:
    ends = [*(header.start for header in headers[1:]), end]
    return [_part(rows, header, stop) for header, stop in zip(headers, ends, strict=True)]


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
