"""An opened thread: its entries, what is visible of them, and the reader's marks on it. Pure: no Textual."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TypeAlias

from probreader.domain.folding import fold
from probreader.domain.post import Comment, Post, Section
from probreader.domain.prose import Hang, Prose, Span, SpanKind, hangs
from probreader.tui.rows import Outline, Rows, outline_of

Offsets: TypeAlias = tuple[int, int]


def displayed(entry: Section | Comment) -> Prose:
    """The text of an entry as it is shown and found: a marked heading stands over its section."""
    if not isinstance(entry, Section) or entry.heading is None:
        return entry.body
    shift = len(entry.heading) + 2
    moved = tuple(Span(s.start + shift, s.end + shift, s.kind, s.target) for s in entry.body.spans)
    heading = Span(0, len(entry.heading), SpanKind.HEADING)
    return Prose(f"{entry.heading}\n\n{entry.body.text}", (heading, *moved))


def _hangs(prose: Iterable[Prose]) -> dict[int, tuple[Hang, ...]]:
    return {entry: found for entry, each in enumerate(prose) if each.spans and (found := hangs(each))}


@dataclass(slots=True)
class Marks:
    """What the reader knows of a thread beyond its text; keys are entry indices."""

    read: set[int] = field(default_factory=set)
    bookmarked: set[int] = field(default_factory=set)
    matches: dict[int, list[Offsets]] = field(default_factory=dict)
    """Offsets of what is being found, in order; only entries that match."""
    current: tuple[int, int] | None = None
    """Entry and first offset of the match the reader stands on."""


class Thread:
    """One post with its comments, opened for reading."""

    def __init__(
        self, post: Post, *, read: Iterable[str] = (), bookmarked: Iterable[str] = (), collapsed: Iterable[str] = ()
    ) -> None:
        self.post = post
        self.entries: tuple[Section | Comment, ...] = (*post.sections, *post.comments)
        self.prose: list[Prose] = [displayed(entry) for entry in self.entries]
        self.hangs: dict[int, tuple[Hang, ...]] = _hangs(self.prose)
        """The list items of the entries that have any whose bullets are to be shown."""
        self.outline: Outline = outline_of(post)
        self.rows = Rows(self.outline, collapsed)
        index = self.outline.index
        self.marks = Marks(bookmarked={index[entry] for entry in bookmarked if entry in index})
        self._comments_read = 0
        nothing_to_read = (comment.id for comment in post.comments if comment.placeholder)
        self.mark_read(index[entry] for entry in (*read, *nothing_to_read) if entry in index)
        self._folded: list[str] | None = None
        self._found: list[int] = []
        """The entries that match, ascending."""
        self._found_before: list[int] = [0]
        """How many matches stand before each of them, and how many there are."""

    @property
    def texts(self) -> list[str]:
        """The text of every entry."""
        return [prose.text for prose in self.prose]

    @property
    def unread(self) -> int:
        """How many comments are not yet read."""
        return len(self.outline) - self.outline.sections - self._comments_read

    def mark_read(self, entries: Iterable[int]) -> list[int]:
        """Count ``entries`` as read; those that were not come back, in order."""
        new = sorted(set(entries) - self.marks.read)
        self.marks.read.update(new)
        self._comments_read += sum(entry >= self.outline.sections for entry in new)
        return new

    def mark_unread(self, entry: int) -> None:
        """Count ``entry`` as not read; in a placeholder there is nothing to read."""
        shown = self.entries[entry]
        if entry in self.marks.read and not (isinstance(shown, Comment) and shown.placeholder):
            self.marks.read.discard(entry)
            self._comments_read -= entry >= self.outline.sections

    def next_unread(self, entry: int, by: int) -> int | None:
        """The first unread comment after (``by`` 1) or before (-1) ``entry``; None when there is none."""
        beyond = range(entry + 1, len(self.outline)) if by > 0 else range(entry - 1, -1, -1)
        read, sections = self.marks.read, self.outline.sections
        return next((other for other in beyond if other >= sections and other not in read), None)

    def find(self, pattern: re.Pattern[str] | None) -> int:
        """Mark every place where ``pattern`` matches the folded text; how many there are. None marks nothing."""
        self.marks.matches = {}
        self.marks.current = None
        if pattern is not None:
            if self._folded is None:
                self._folded = [fold(prose.text) for prose in self.prose]
            for entry, folded in enumerate(self._folded):
                found = [match.span() for match in pattern.finditer(folded)]
                if found:
                    self.marks.matches[entry] = found
        self._found = list(self.marks.matches)
        self._found_before = [0, *accumulate(map(len, self.marks.matches.values()))]
        return self._found_before[-1]

    def next_match(self, by: int, entry: int) -> tuple[int, int] | None:
        """The match after (``by`` 1) or before (-1) the current one, around the ends; else from ``entry`` on.

        It becomes the current match. None when nothing matches.
        """
        number, count = self.match_number()
        if not count:
            return None
        if number:
            at = (number - 1 + by) % count
        elif by > 0:
            at = self._found_before[bisect_left(self._found, entry)] % count
        else:
            at = (self._found_before[bisect_right(self._found, entry)] - 1) % count
        row = bisect_right(self._found_before, at) - 1
        matching = self._found[row]
        self.marks.current = (matching, self.marks.matches[matching][at - self._found_before[row]][0])
        return self.marks.current

    def match_number(self) -> tuple[int, int]:
        """(which match is current, counted from 1, 0 for none; how many there are)."""
        count = self._found_before[-1]
        if self.marks.current is None:
            return 0, count
        entry, offset = self.marks.current
        before = self._found_before[bisect_left(self._found, entry)]
        return before + bisect_left(self.marks.matches[entry], (offset, offset)) + 1, count
