"""An opened thread: its entries, what is visible of them, and the reader's marks on it. Pure: no Textual."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from typing import TypeAlias

from probreader.domain.folding import fold
from probreader.domain.outline import Outline, displayed, outline_of
from probreader.domain.post import Comment, Post, Section
from probreader.domain.prose import Prose
from probreader.tui.entries import Entries, Shown
from probreader.tui.links import Link, Links
from probreader.tui.news import News
from probreader.tui.read_marks import ReadMarks
from probreader.tui.rows import Rows
from probreader.tui.views import View

Offsets: TypeAlias = tuple[int, int]


@dataclass(slots=True)
class Marks:
    """What the reader knows of a thread beyond its text; keys are entry indices."""

    read: ReadMarks
    bookmarked: set[int] = field(default_factory=set)
    matches: dict[int, list[Offsets]] = field(default_factory=dict)
    """Offsets of what is being found, in order; only entries that match."""
    current: tuple[int, int] | None = None
    """Entry and first offset of the match the reader stands on."""


class Thread:
    """One post with its comments, opened for reading."""

    def __init__(
        self,
        post: Post,
        outline: Outline,
        entries: Entries,
        *,
        read: Iterable[int] = (),
        bookmarked: Iterable[str] = (),
        collapsed: Iterable[str] = (),
        news: News | None = None,
    ) -> None:
        self.post = post
        """What is known of the post; its sections and comments are in ``outline`` and ``entries``."""
        self.outline = outline
        self._entries = entries
        self.news = News() if news is None else news
        """What has happened to the entries since they came, as of the last visit."""
        self.view = View.TREE
        """How the comments are arranged."""
        self.links: Links | None = None
        """The references in the texts; None until they are found."""
        self.rows = Rows(outline, collapsed)
        index = outline.index
        self.marks = Marks(
            ReadMarks(len(outline), outline.sections),
            bookmarked={index[entry] for entry in bookmarked if entry in index},
        )
        self.marks.read.add((*read, *outline.placeholders))
        self._folded: list[str] | None = None
        self._found: list[int] = []
        """The entries that match, ascending."""
        self._found_before: list[int] = [0]
        """How many matches stand before each of them, and how many there are."""

    def entry(self, entry: int) -> Section | Comment:
        """The section or comment itself."""
        return self._entries[entry].entry

    def shown(self, entry: int) -> Shown:
        """How its text is shown."""
        return self._entries[entry]

    def prose(self, entry: int) -> Prose:
        """Its text as it is shown and found."""
        return self._entries[entry].prose

    def links_of(self, entry: int) -> Sequence[Link]:
        """The references in its text whose entries are in this view."""
        index = self.outline.index
        found = () if self.links is None else self.links.of(self.outline.ids[entry])
        return [link for link in found if link.target in index]

    def answers_to(self, entry: int) -> list[int]:
        """The entries of this view that refer to it, in reading order."""
        index = self.outline.index
        found = () if self.links is None else self.links.answers(self.outline.ids[entry])
        return sorted(index[answer] for answer in found if answer in index)

    @property
    def comments(self) -> int:
        """How many comments there are; placeholders are none."""
        return len(self.outline) - self.outline.sections - len(self.outline.placeholders)

    @cached_property
    def replies(self) -> int:
        """How many of them reply to a comment."""
        outline = self.outline
        placed = sum(outline.depths[entry] > 1 for entry in outline.placeholders)
        return len(outline) - outline.sections - outline.depths.count(1) - placed

    @property
    def unread(self) -> int:
        """How many comments are not yet read."""
        return self.marks.read.unread_comments

    @property
    def new(self) -> int:
        """How many comments arrived after the last visit."""
        return self.news.count_new(self.outline.sections, len(self.outline))

    def mark_read(self, entries: Iterable[int]) -> list[int]:
        """Count ``entries`` as read; those that were not come back, in order."""
        return self.marks.read.add(entries)

    def mark_unread(self, entry: int) -> None:
        """Count ``entry`` as not read; in a placeholder there is nothing to read."""
        if entry not in self.outline.placeholders:
            self.marks.read.discard(entry)

    def collapse_read(self) -> None:
        """Collapse the top-level comments under which, and in which, nothing is new or unread."""
        outline, top = self.outline, self.outline.sections
        done = []
        while top < len(outline):
            after = top + outline.descendants[top] + 1
            if not self.marks.read.unread(top, after) and not self.news.count_new(top, after):
                done.append(top)
            top = after
        self.rows.collapse_all(done)

    def next_unread(self, entry: int, by: int) -> int | None:
        """The first unread comment after (``by`` 1) or before (-1) ``entry``; None when there is none."""
        return self.marks.read.next_unread(entry, by)

    def find(self, pattern: re.Pattern[str] | None) -> int:
        """Mark every place where ``pattern`` matches the folded text; how many there are. None marks nothing."""
        self.marks.matches = {}
        self.marks.current = None
        if pattern is not None:
            if self._folded is None:
                self._folded = list(map(fold, self._entries.texts()))
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


def thread_of(
    post: Post, *, read: Iterable[str] = (), bookmarked: Iterable[str] = (), collapsed: Iterable[str] = ()
) -> Thread:
    """The thread of a post that is held whole; ``read`` are ids."""
    outline = outline_of(post)
    entries: Sequence[Section | Comment] = (*post.sections, *post.comments)
    return Thread(
        replace(post, sections=(), comments=()),
        outline,
        Entries(
            len(entries), lambda first, last: entries[first:last], lambda: (displayed(entry).text for entry in entries)
        ),
        read=[outline.index[entry] for entry in read if entry in outline.index],
        bookmarked=bookmarked,
        collapsed=collapsed,
    )
