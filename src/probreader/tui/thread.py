"""An opened thread: its entries, what is visible of them, and the reader's marks on it. Pure: no Textual."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from probreader.domain.folding import find_all, fold
from probreader.domain.post import Comment, Post, Section
from probreader.domain.prose import Prose, Span, SpanKind
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
        self.outline: Outline = outline_of(post)
        self.rows = Rows(self.outline, collapsed)
        index = self.outline.index
        self.marks = Marks(bookmarked={index[entry] for entry in bookmarked if entry in index})
        self._comments_read = 0
        nothing_to_read = (comment.id for comment in post.comments if comment.placeholder)
        self.mark_read(index[entry] for entry in (*read, *nothing_to_read) if entry in index)
        self._folded: list[str] | None = None

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
        """Count ``entry`` as not read."""
        if entry in self.marks.read:
            self.marks.read.discard(entry)
            self._comments_read -= entry >= self.outline.sections

    def next_unread(self, entry: int, by: int) -> int | None:
        """The first unread comment after (``by`` 1) or before (-1) ``entry``; None when there is none."""
        beyond = range(entry + 1, len(self.outline)) if by > 0 else range(entry - 1, -1, -1)
        read, sections = self.marks.read, self.outline.sections
        return next((other for other in beyond if other >= sections and other not in read), None)

    def find(self, needles: Collection[str], *, word_start: bool) -> int:
        """Mark every place where one of ``needles`` stands and return how many there are; case does not count."""
        self.marks.matches = {}
        self.marks.current = None
        wanted = [fold(needle) for needle in needles if needle.strip()]
        if not wanted:
            return 0
        if self._folded is None:
            self._folded = [fold(prose.text) for prose in self.prose]
        for entry, folded in enumerate(self._folded):
            found = sorted(match for needle in wanted for match in find_all(folded, needle, word_start=word_start))
            if found:
                self.marks.matches[entry] = found
        return sum(map(len, self.marks.matches.values()))

    def match_list(self) -> list[tuple[int, int]]:
        """Every match as (entry, first offset), in reading order."""
        return [(entry, match[0]) for entry, found in self.marks.matches.items() for match in found]

    def next_match(self, by: int, entry: int) -> tuple[int, int] | None:
        """The match after (``by`` 1) or before (-1) the current one, around the ends; else from ``entry`` on.

        It becomes the current match. None when nothing matches.
        """
        places = self.match_list()
        if not places:
            return None
        current = self.marks.current
        if current in places:
            self.marks.current = places[(places.index(current) + by) % len(places)]
        else:
            onward = [p for p in places if p[0] >= entry] if by > 0 else [p for p in places if p[0] <= entry]
            self.marks.current = (onward or places)[0 if by > 0 else -1]
        return self.marks.current

    def match_number(self) -> tuple[int, int]:
        """(which match is current, counted from 1, 0 for none; how many there are)."""
        places = self.match_list()
        current = self.marks.current
        return (places.index(current) + 1 if current in places else 0), len(places)


def words_of(query: str) -> list[str]:
    """The words of a search query, as the library tells words apart: by everything that is no letter or digit."""
    return "".join(character if character.isalnum() else " " for character in query).split()
