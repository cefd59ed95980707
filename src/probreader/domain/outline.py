"""The structure of a thread without its texts: who stands below whom, and how long everything is.

An entry is named by its index in the outline: the post's sections first, then its comments in reading order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probreader.domain.post import Comment, Post, Section
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.domain.thread import NO_PARENT, shape_of

MAX_POSITION_PARTS = 6
"""A deeper position is told by its last numbers alone, with an ellipsis before them."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The fixed structure of a thread; every tuple has one item an entry."""

    ids: tuple[str, ...]
    parents: tuple[int, ...]
    """Index of the comment replied to; ``NO_PARENT`` for sections and top-level comments."""
    depths: tuple[int, ...]
    """0 for a section, 1 for a top-level comment."""
    descendants: tuple[int, ...]
    """Replies below at any depth; they follow at once."""
    sizes: tuple[int, ...]
    """Characters of the text as it is shown (see :func:`displayed`)."""
    breaks: tuple[int, ...]
    """Line ends in it."""
    placeholders: frozenset[int]
    """The comments that stand in for one that no source holds."""
    sections: int
    """How many entries are sections; also the index of the first comment."""
    index: dict[str, int]
    """Entry id to index."""
    ordinals: tuple[int, ...]
    """Which reply to its parent an entry is, counted from 1; sections count on their own."""

    def __len__(self) -> int:
        return len(self.ids)

    def is_section(self, entry: int) -> bool:
        """True for a part of the post's body."""
        return entry < self.sections

    def ancestors(self, entry: int) -> list[int]:
        """The comments above, nearest first."""
        above = []
        while (entry := self.parents[entry]) != NO_PARENT:
            above.append(entry)
        return above

    def top_level(self, entry: int) -> int:
        """The top-level comment of the thread ``entry`` is in; a section is its own."""
        while self.parents[entry] != NO_PARENT:
            entry = self.parents[entry]
        return entry

    def next_sibling(self, entry: int) -> int | None:
        """The next entry with the same parent; the first comment follows the last section."""
        after = entry + self.descendants[entry] + 1
        return after if after < len(self) and self.parents[after] == self.parents[entry] else None

    def previous_sibling(self, entry: int) -> int | None:
        """The entry before with the same parent."""
        before = entry - 1
        if before < 0 or before == self.parents[entry]:
            return None
        while self.parents[before] != self.parents[entry]:
            before = self.parents[before]
        return before

    def position(self, entry: int) -> str:
        """``4.1`` is the first reply to the fourth top-level comment; sections count from 1 on their own."""
        parts = [str(self.ordinals[entry])]
        above = self.parents[entry]
        while above != NO_PARENT and len(parts) < MAX_POSITION_PARTS:
            parts.append(str(self.ordinals[above]))
            above = self.parents[above]
        if above != NO_PARENT:
            parts[-1] = "…"
        return ".".join(reversed(parts))


def outline(
    ids: Sequence[str],
    parents: Sequence[int],
    depths: Sequence[int],
    descendants: Sequence[int],
    sizes: Sequence[int],
    breaks: Sequence[int],
    placeholders: Iterable[int],
    sections: int,
) -> Outline:
    """The outline of entries in reading order; what follows from the rest is worked out."""
    return Outline(
        ids=tuple(ids),
        parents=tuple(parents),
        depths=tuple(depths),
        descendants=tuple(descendants),
        sizes=tuple(sizes),
        breaks=tuple(breaks),
        placeholders=frozenset(placeholders),
        sections=sections,
        index=dict(zip(ids, range(len(ids)), strict=True)),
        ordinals=(*range(1, sections + 1), *_ordinals(parents[sections:], len(ids))),
    )


def outline_of(post: Post) -> Outline:
    """The outline of ``post``.

    Raises:
        ValueError: its comments are not in reading order.
    """
    shape = shape_of(post.comments)
    sections = len(post.sections)
    entries: tuple[Section | Comment, ...] = (*post.sections, *post.comments)
    texts = [displayed(entry).text for entry in entries]
    return outline(
        ids=[entry.id for entry in entries],
        parents=[NO_PARENT] * sections + [up if up == NO_PARENT else up + sections for up in shape.parents],
        depths=(0,) * sections + shape.depths,
        descendants=(0,) * sections + shape.descendants,
        sizes=list(map(len, texts)),
        breaks=[text.count("\n") for text in texts],
        placeholders=(at for at, comment in enumerate(post.comments, sections) if comment.placeholder),
        sections=sections,
    )


def displayed(entry: Section | Comment) -> Prose:
    """The text of an entry as it is shown and found: a marked heading stands over its section."""
    if not isinstance(entry, Section) or entry.heading is None:
        return entry.body
    shift = len(entry.heading) + 2
    moved = tuple(Span(s.start + shift, s.end + shift, s.kind, s.target) for s in entry.body.spans)
    heading = Span(0, len(entry.heading), SpanKind.HEADING)
    return Prose(f"{entry.heading}\n\n{entry.body.text}", (heading, *moved))


def _ordinals(parents: Sequence[int], count: int) -> list[int]:
    counts = [0] * (count + 1)
    ordinals = []
    for parent in parents:
        counts[parent] += 1
        ordinals.append(counts[parent])
    return ordinals
