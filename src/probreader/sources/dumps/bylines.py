"""The rows over a post that say who wrote it and on which day, and the title above or below them."""

from dataclasses import dataclass

from probreader.domain.post import Timestamp
from probreader.sources.byline import read_byline
from probreader.sources.dumps.rows import Rows
from probreader.sources.footer import is_sharing
from probreader.sources.titles import reads_as_title

_MOST_ROWS = 150
"""Rows above a post."""
_MOST_PARTS = 4
"""Rows over which a byline is spread: words, name, words, date."""
_LONGEST = 120
_BUTTON = "(BUTTON)"
"""What lynx writes for a button without words."""
_BULLETS = "*•-+◦ "


@dataclass(frozen=True, slots=True)
class RowByline:
    """Who wrote a post, and when."""

    end: int
    """Index behind the last row."""
    author: str | None
    published: Timestamp | None
    title: int
    """Index of the title's row; -1 when none can be told."""


def is_prose(rows: Rows, row: int) -> bool:
    """Whether ``row`` is as long as no line of a footer is; of a wrapped text it is then nearly full."""
    return len(rows.texts[row]) > (_LONGEST if rows.width is None else rows.width * 3 // 4)


def find_byline(rows: Rows, end: int) -> RowByline | None:
    """The first byline with a day above ``end`` that has a post below it; None when there is none."""
    for row in range(min(end, _MOST_ROWS)):
        text = rows.texts[row]
        if text and len(text) <= _LONGEST and (found := _byline_at(rows, row, end)):
            return found
    return None


def _byline_at(rows: Rows, row: int, end: int) -> RowByline | None:
    joined, last = "", row
    for _ in range(_MOST_PARTS):
        joined = f"{joined} {rows.texts[last]}".strip()
        byline = read_byline(joined, row)
        if byline and byline.published and not _is_last(rows, last, end):
            return RowByline(last + 1, byline.author, byline.published, _title(rows, row))
        last = rows.next_text(last + 1, end)
        if last >= end or (byline is None and not _may_go_on(joined)):
            return None
    return None


def _may_go_on(joined: str) -> bool:
    """Whether further rows may make ``joined`` a byline."""
    return read_byline(f"{joined} 1 May 2012", 0) is not None or read_byline(f"{joined} 1 May 2012 by A", 0) is not None


def _is_last(rows: Rows, last: int, end: int) -> bool:
    """Whether no prose stands below the row ``last``."""
    return not any(is_prose(rows, below) for below in range(last + 1, end))


def _title(rows: Rows, first: int) -> int:
    """The row above the byline at ``first`` that is no link which shares the post."""
    row = rows.previous_text(first - 1)
    while row >= 0 and (rows.texts[row] == _BUTTON or is_sharing(rows.texts[row].lstrip(_BULLETS))):
        row = rows.previous_text(row - 1)
    return row if row >= 0 and reads_as_title(rows.texts[row]) else -1
