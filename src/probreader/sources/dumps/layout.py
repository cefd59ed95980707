"""Where the comments of a dump are, and how they are written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, tee

from probreader.sources.action_lines import is_link
from probreader.sources.dumps.flat import find_said, read_flat
from probreader.sources.dumps.headers import Header, header_at, line_at
from probreader.sources.dumps.rows import OUTLINE, Rows
from probreader.sources.dumps.runs import ACTIONS, Run, deletes_close, find_runs, first_furniture, is_page_end
from probreader.sources.dumps.threaded import Found, Region, find_headers, read_threaded
from probreader.sources.markers import Heading, read_heading
from probreader.sources.parsed import Evidence

_LONGEST_HEADING = 200
_LONGEST_PARTED = 40
_QUOTES = frozenset('”"’»」』“')
_LONGEST_DOTTED = 4
"""Words of a name that ends in a dot: ``Dr. B. Quill Jr.``"""
_TRIED = 20
"""Headings under which comments are looked for."""
_NEAR = 3
_BETWEEN, _LONGEST_BETWEEN = 5, 140
"""Rows, with the first comment's, and characters of one: pagers stand between the heading and the comments."""
_FEWEST = 2
"""Comments under no heading: one alone may be words of a text."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The comments of a dump."""

    evidence: Evidence
    heading: int
    """Index of the row over the comments, or of their first row where none is over them."""
    start: int
    """Index of the first row below the heading."""
    declared: int | None
    title: str | None
    """The post's title, where the heading names it."""
    found: tuple[Found, ...]
    tells_parents: bool
    """Whether replies would be told: by lists under ``Replies``, or by the words that close a comment."""


@dataclass(frozen=True, slots=True)
class _Over:
    """A row over comments, or none."""

    row: int
    start: int
    heading: Heading | None
    count: int | None


def find_layout(rows: Rows) -> Layout | None:
    """The comments of ``rows``; None when there are none that can be told."""
    runs = find_runs(rows, 0, len(rows.texts))
    said = find_said(rows, 0, len(rows.texts))
    headings, again = tee(_headings(rows))
    for over in islice((first for over in headings if (first := _first(rows, over))), _TRIED):
        if (layout := _flat(rows, said, over)) or (layout := _threaded(rows, runs, over)):
            return layout
    if layout := _flat(rows, said, _Over(0, 0, None, None)):
        return layout
    return _unheaded(rows, runs) or _without_comments(rows, again)


def _headings(rows: Rows) -> Iterator[_Over]:
    for row, text in enumerate(rows.texts):
        if not text or len(text) > _LONGEST_HEADING:
            continue
        heading = read_heading(text)
        if text[0].isdigit() and (heading is None or not heading.sure):
            yield from _parted_heading(rows, row)
        if heading:
            count, first = heading.count, row
            if count is None and (before := rows.previous_text(row - 1)) >= 0 and rows.texts[before].isdecimal():
                # A heading over two lines, as its markup was: the number, then the word.
                count, first = int(rows.texts[before][:9]), before
            yield _Over(first, row + 1, heading, count)


def _parted_heading(rows: Rows, row: int) -> list[_Over]:
    """A heading that begins with a number and names the post on a row of its own: ``9 thoughts on “``, title, ``”``."""
    text = rows.texts[row]
    if len(text) > _LONGEST_PARTED:
        return []
    title = rows.next_text(row + 1)
    if title >= len(rows.texts) or len(rows.texts[title]) > _LONGEST_HEADING:
        return []
    close = rows.next_text(title + 1)
    closed = close < len(rows.texts) and rows.texts[close] in _QUOTES
    heading = read_heading(f"{text} {rows.texts[title]}{rows.texts[close] if closed else ''}".replace("“ ", "“"))
    if heading is None or heading.title is None or not heading.title.startswith(rows.texts[title][:20]):
        return []
    return [_Over(row, (close if closed else title) + 1, heading, heading.count)]


def _first(rows: Rows, over: _Over) -> _Over | None:
    """``over`` with its start at the first comment; None when none stands below but for a few short lines."""
    if over.count == 0:
        return None
    row, end = _below_links(rows, over.start), len(rows.texts)
    for _ in range(_BETWEEN):
        if row >= end or len(rows.texts[row]) > _LONGEST_BETWEEN:
            return None
        if header_at(rows, row, end) or find_said(rows, row, min(end, row + _NEAR)):
            return replace(over, start=row)
        row = _below_links(rows, row + 1)
    return None


def _below_links(rows: Rows, row: int) -> int:
    """The first row with text at or below ``row`` that is no link from another site; the name may be on its own."""
    row = rows.next_text(row)
    while row < len(rows.texts) and is_link(line := line_at(rows, row).text):
        row = rows.next_text(row + 1)
        if line.endswith(":"):
            row = rows.next_text(row + 1)
    return row


def _flat(rows: Rows, said: list[Header], over: _Over) -> Layout | None:
    """Comments under lines such as ``Ada said...``; the first of them stands at once below the heading."""
    end = len(rows.texts)
    said = [header for header in said if header.start >= over.start]
    if not said or (over.heading and over.start != said[0].start) or _dates_itself(rows, said[0]):
        return None
    found = read_flat(rows, said, first_furniture(rows, said[-1].body, end))
    if not found:
        return None
    dated = [one for one in found if one.header.moment]
    if not over.heading and (len(dated) < _FEWEST or 2 * len(dated) < len(found)):
        return None
    return _layout(over, Evidence.CERTAIN, found, tells_parents=True)


def _dates_itself(rows: Rows, said: Header) -> bool:
    """Whether the date stands between the name and the word, as in lists: ``Ada on 19 May 2019 at 10:45 said:``."""
    header = header_at(rows, said.start, len(rows.texts))
    return said.moment is None and header is not None and header.body == said.start + 1


def _threaded(rows: Rows, runs: list[Run], over: _Over) -> Layout | None:
    """Comments with headers; the first of them stands at once below the heading."""
    end = len(rows.texts)
    first = rows.next_text(over.start, end)
    if first >= end or header_at(rows, first, end) is None:
        return None
    below = [run for run in runs if run.start >= first]
    if not any(one & ACTIONS for run in below for one in run.marks) and _is_of_many(rows, over):
        return None
    deletes = deletes_close(below)
    headers = find_headers(rows, below, first, end, everywhere=not deletes)
    return _of_region(rows, over, Region(first, end, headers, tuple(below)))


def _of_region(rows: Rows, over: _Over, region: Region) -> Layout | None:
    if not region.headers:
        return None
    closed = any(one & ACTIONS for run in region.runs for one in run.marks)
    if not closed and 2 * sum(_is_sentence(header.author or "") for header in region.headers) >= len(region.headers):
        return None
    found = read_threaded(rows, region)
    # One comment under a heading that announces more may be words of a text.
    sure = closed and (len(found) > 1 or over.count == 1) and not _is_outline(rows, region)
    evidence = Evidence.CERTAIN if sure else Evidence.STRONG
    return _layout(over, evidence, found, tells_parents=region.has_deletes or region.has_replies)


def _is_sentence(name: str) -> bool:
    """Whether what stands over a date looks like the end of the text before it rather than a name."""
    words = name.count(" ") + 1
    return (name.endswith(("?", "!", "…")) and words > 1) or (name.endswith(".") and words > _LONGEST_DOTTED)


def _is_of_many(rows: Rows, over: _Over) -> bool:
    """Whether other posts of the page have headings with counts too: then these are links to their comments."""
    return any(other.count is not None and other.row != over.row for other in _headings(rows))


def _is_outline(rows: Rows, region: Region) -> bool:
    """Whether it is the outline that main-content extractors write, which ``blogger-text`` has the better claim to."""
    return rows.numbers_left and rows.indents[region.headers[0].start] == OUTLINE and region.has_deletes


def _unheaded(rows: Rows, runs: list[Run]) -> Layout | None:
    """Comments under no heading: several runs of action words must each have a header behind them."""
    closing = [run for run in runs if any(one & ACTIONS for one in run.marks)]
    if len(closing) < _FEWEST:
        return None
    before = find_headers(rows, [], 0, closing[0].start, everywhere=True)
    if not before:
        return None
    deletes = deletes_close(closing)
    start, end = before[-1].start, len(rows.texts)
    headers = find_headers(rows, closing, start, end, everywhere=not deletes)
    if sum("hour" in header.moment.form for header in headers if header.moment) < max(_FEWEST, len(closing) // 2):
        return None
    return _of_region(rows, _Over(start, start, None, None), Region(start, end, headers, tuple(runs)))


def _without_comments(rows: Rows, headings: Iterator[_Over]) -> Layout | None:
    for over in headings:
        below = rows.next_text(over.start)
        if over.count == 0 and below < len(rows.texts) and is_page_end(rows.texts[below]):
            return _layout(over, Evidence.FAIR, [], tells_parents=True)
    return None


def _layout(over: _Over, evidence: Evidence, found: list[Found], *, tells_parents: bool) -> Layout:
    title = over.heading.title if over.heading else None
    return Layout(evidence, over.row, over.start, over.count, title, tuple(found), tells_parents)
