"""Comments that are closed by action words, and who answers whom.

A run of action words ends a comment only when a header or the comments' end follows it, so that a comment may say
``Delete`` on a line of its own. ``Replies`` opens the list below the comment just closed, a ``Reply`` that closes no
comment ends a list. Where the dump keeps indentation, that decides.
"""

from dataclasses import dataclass

from probreader.domain.post import Certainty
from probreader.sources.dumps.closing import Closing, closes_top, closing_of
from probreader.sources.dumps.headers import Header, header_at, is_between, line_at
from probreader.sources.dumps.moments import moment_of
from probreader.sources.dumps.rows import Rows
from probreader.sources.dumps.runs import END, REPLIES, REPLY, Run, deletes_close, first_furniture

_EITHER = REPLY | REPLIES
_LONGEST_DATE = 160
_DATE_AND_SAID = 3
"""Rows at the end of a header: the date, and perhaps ``said:``, with an empty one between."""
_PINGBACKS = ("Pingback:", "Trackback:", "Ping:", "Pingbacks:", "Trackbacks:")
_FEW = 4
"""Of so many comments at least one must be closed by a word, where words close comments."""


@dataclass(frozen=True, slots=True)
class Found:
    """A comment in the rows of a dump."""

    header: Header
    end: int
    """Index behind the last row of its text."""
    parent: int | None
    """Position of the comment it answers among those found; None for a top-level comment."""
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Region:
    """The rows of the comments."""

    start: int
    end: int
    """Index behind the last row that belongs to them."""
    headers: tuple[Header, ...]
    runs: tuple[Run, ...]

    @property
    def has_deletes(self) -> bool:
        """Whether comments are closed by an action that only the end of a comment has."""
        return deletes_close(self.runs)

    @property
    def has_replies(self) -> bool:
        """Whether lists of replies have headings."""
        return any(one == REPLIES for run in self.runs for one in run.marks) or any(
            one & REPLIES for run in self.runs for one in run.marks[1:]
        )


def find_headers(rows: Rows, runs: list[Run], start: int, end: int, *, everywhere: bool) -> tuple[Header, ...]:
    """Headers in the rows ``[start, end)``: behind a run and at the start, or ``everywhere``."""
    places = [start, *(run.end for run in runs)]
    headers = [header for place in places if (header := _at(rows, place, end))]
    if everywhere:
        headers += _anywhere(rows, start, end)
    by_row = {header.body: header for header in reversed(headers)}
    return tuple(by_row[body] for body in sorted(by_row))


def _at(rows: Rows, place: int, end: int) -> Header | None:
    row = rows.next_text(place, end)
    return header_at(rows, row, end) if row < end else None


def _anywhere(rows: Rows, start: int, end: int) -> list[Header]:
    """Headers told by their date alone."""
    headers = []
    for row in range(start, end):
        text = rows.texts[row]
        if not 5 <= len(text) <= _LONGEST_DATE or not any(map(str.isdigit, text[-30:])):
            continue
        first = rows.previous_text(row - 1, start) if moment_of(text) else row
        if first < row and first > start and is_between(rows.texts[first]):
            first = rows.previous_text(first - 1, start)
        # A number, or a picture, may stand on a row of its own above the name.
        above = rows.previous_text(first - 1, start)
        if above >= start and not line_at(rows, above).text:
            first = above
        header = header_at(rows, first, end) if first >= start else None
        if header and row < header.body <= row + _DATE_AND_SAID:
            headers.append(header)
    return headers


def read_threaded(rows: Rows, region: Region) -> list[Found]:
    """The comments of ``region`` in reading order."""
    return _Threads(rows, region).read()


def _is_indented(rows: Rows, headers: tuple[Header, ...]) -> bool:
    """Whether columns tell depths: they differ, and it is not for a few names alone that look like a list's items."""
    columns = [header.column for header in headers]
    names = sum(column == 0 for column in columns)
    flush = not any(rows.indents[header.start] for header in headers)
    return bool(columns) and max(columns) > min(columns) + 1 and not (flush and _FEW * names > len(columns))


class _Threads:
    def __init__(self, rows: Rows, region: Region) -> None:
        self._rows = rows
        self._region = region
        self._found: list[Found] = []
        self._stack: list[int] = []
        self._indented = _is_indented(rows, region.headers)
        self._deletes = region.has_deletes
        self._replies = region.has_replies
        self._closed = self._deletes or self._replies or _FEW * len(region.runs) >= len(region.headers)
        self._closes_top = any(closes_top(run.marks) for run in region.runs)

    def read(self) -> list[Found]:
        headers, runs = self._region.headers, self._region.runs
        place = 0
        for index, header in enumerate(headers):
            end = headers[index + 1].start if index + 1 < len(headers) else self._region.end
            first = place
            while place < len(runs) and runs[place].start < end:
                place += 1
            inside = [run for run in runs[first:place] if run.start >= header.body]
            self._comment(header, end, inside, is_last=index + 1 == len(headers))
        return self._found

    def _comment(self, header: Header, end: int, inside: list[Run], *, is_last: bool) -> None:
        run = self._closing_run(inside, end, is_last=is_last) if self._closed else None
        parent = self._parent(header)
        certainty = Certainty.STATED
        text_end = end
        after: tuple[int, ...] = ()
        if run:
            closing = self._closing(run.marks, parent)
            text_end = run.rows[closing.start] if closing.start < len(run.rows) else run.end
            after = run.marks[closing.end :]
            if not self._indented and closing.top and parent is not None and self._deletes:
                parent, self._stack = None, []
            elif not self._indented and closing.reply and parent is None and self._closes_top and self._found:
                parent, certainty = self._last_top(), Certainty.INFERRED
        elif is_last:
            text_end = first_furniture(self._rows, header.body, end)
        self._found.append(Found(header, text_end, parent, certainty))
        if not self._indented:
            self._follow(after)

    def _closing(self, marks: tuple[int, ...], parent: int | None) -> Closing:
        if self._deletes or not self._replies:
            return closing_of(marks, deletes=self._deletes)
        # Nobody but the owner is shown Delete; a reply then has no word of its own, and what follows concerns lists.
        closes = parent is None and bool(marks[0] & REPLY)
        return Closing(0, 1 if closes else 0, False, False)

    def _closing_run(self, inside: list[Run], end: int, *, is_last: bool) -> Run | None:
        """The run that ends the comment: the one at its end, for the last comment the one at the comments' end."""
        if not inside:
            return None
        if not is_last:
            return inside[-1] if self._ends(inside[-1], end) else None
        ending = next((run for run in inside if run.ends_comments), None)
        if ending and any(not one & END for one in ending.marks):
            return ending
        limit = first_furniture(self._rows, inside[0].start, end)
        before = [run for run in inside if run.start < limit]
        return (before or inside)[-1 if self._deletes else 0]

    def _ends(self, run: Run, end: int) -> bool:
        """Whether nothing stands between ``run`` and ``end`` but what other pages said of this one."""
        row = self._rows.next_text(run.end, end)
        return row >= end or line_at(self._rows, row).text.startswith(_PINGBACKS)

    def _parent(self, header: Header) -> int | None:
        if not self._indented:
            return self._stack[-1] if self._stack else None
        while self._stack and header.column <= self._found[self._stack[-1]].header.column + 1:
            self._stack.pop()
        if (
            self._found
            and header.column > self._found[-1].header.column + 1
            and self._stack[-1:] != [len(self._found) - 1]
        ):
            self._stack.append(len(self._found) - 1)
        return self._stack[-1] if self._stack else None

    def _last_top(self) -> int | None:
        return next((i for i in range(len(self._found) - 1, -1, -1) if self._found[i].parent is None), None)

    def _follow(self, marks: tuple[int, ...]) -> None:
        """Open and close lists of replies behind a comment."""
        last = len(self._found) - 1
        opened = False
        fresh = True
        useful = [one for one in marks if not one & END]
        for place, one in enumerate(useful):
            opens = bool(one & REPLIES) and fresh
            if one & _EITHER == _EITHER and fresh and self._stack:
                opens = place + 1 < len(useful) and bool(useful[place + 1] & REPLY)
            if opens:
                self._stack.append(last)
                opened = True
            elif one & REPLY and self._stack:
                self._stack.pop()
                opened = False
            fresh = fresh and not opened and opens
