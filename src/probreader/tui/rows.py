"""Which entries of a thread are visible, and where movement leads. Pure: no Textual.

An entry is named by its index in the outline: the post's sections first, then its comments in reading order.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from probreader.domain.post import Comment, Post
from probreader.domain.thread import NO_PARENT, shape_of


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
    positions: tuple[str, ...]
    """``4.1`` is the first reply to the fourth top-level comment; sections count from 1 on their own."""
    sections: int
    """How many entries are sections; also the index of the first comment."""
    index: dict[str, int]
    """Entry id to index."""

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


def outline_of(post: Post) -> Outline:
    """The outline of ``post``."""
    shape = shape_of(post.comments)
    sections = len(post.sections)
    ids = tuple(section.id for section in post.sections) + tuple(comment.id for comment in post.comments)
    shifted = tuple(parent if parent == NO_PARENT else parent + sections for parent in shape.parents)
    return Outline(
        ids=ids,
        parents=(NO_PARENT,) * sections + shifted,
        depths=(0,) * sections + shape.depths,
        descendants=(0,) * sections + shape.descendants,
        positions=tuple(str(n + 1) for n in range(sections)) + _positions(post.comments, shape.parents),
        sections=sections,
        index={entry_id: index for index, entry_id in enumerate(ids)},
    )


MAX_POSITION_PARTS = 6
"""A deeper position is told by its last numbers alone, with an ellipsis before them."""


def _positions(comments: tuple[Comment, ...], parents: tuple[int, ...]) -> tuple[str, ...]:
    counts: dict[int, int] = {}
    positions: list[str] = []
    for at in range(len(comments)):
        parent = parents[at]
        counts[parent] = ordinal = counts.get(parent, 0) + 1
        if parent == NO_PARENT:
            positions.append(str(ordinal))
            continue
        parts = positions[parent].split(".")
        kept = parts if len(parts) < MAX_POSITION_PARTS else ["…", *parts[-MAX_POSITION_PARTS + 2 :]]
        positions.append(".".join([*kept, str(ordinal)]))
    return tuple(positions)


class Rows:
    """What is visible of an outline: everything but what stands below a collapsed comment."""

    def __init__(self, outline: Outline, collapsed: Iterable[str] = ()) -> None:
        self.outline = outline
        self._collapsed = {entry for entry_id in collapsed if (entry := outline.index.get(entry_id)) is not None}
        self.visible: list[int] = []
        """Indices of the visible entries, ascending."""
        self._update()

    def _update(self) -> None:
        descendants, collapsed = self.outline.descendants, self._collapsed
        if not collapsed:
            self.visible = list(range(len(self.outline)))
            return
        visible = []
        entry, count = 0, len(self.outline)
        while entry < count:
            visible.append(entry)
            entry += descendants[entry] + 1 if entry in collapsed else 1
        self.visible = visible

    @property
    def collapsed_ids(self) -> frozenset[str]:
        """Ids of the collapsed comments, to be kept for the next visit."""
        return frozenset(self.outline.ids[entry] for entry in self._collapsed)

    def is_collapsed(self, entry: int) -> bool:
        """True when the replies of ``entry`` are hidden."""
        return entry in self._collapsed

    def is_visible(self, entry: int) -> bool:
        """True when no ancestor is collapsed."""
        at = bisect_left(self.visible, entry)
        return at < len(self.visible) and self.visible[at] == entry

    def nearest_visible(self, entry: int) -> int:
        """``entry`` itself, or the collapsed comment that hides it."""
        return self.visible[max(0, bisect_right(self.visible, entry) - 1)]

    def step(self, entry: int, by: int) -> int:
        """The visible entry ``by`` rows further; stops at either end."""
        at = bisect_left(self.visible, entry) + by
        return self.visible[min(max(at, 0), len(self.visible) - 1)]

    def collapse(self, entry: int) -> bool:
        """Hide the replies of ``entry``; False when there is nothing to hide or it is hidden already."""
        if entry in self._collapsed or not self.outline.descendants[entry]:
            return False
        self._collapsed.add(entry)
        self._update()
        return True

    def expand(self, entry: int) -> bool:
        """Show the replies of ``entry``; False when it was not collapsed."""
        if entry not in self._collapsed:
            return False
        self._collapsed.discard(entry)
        self._update()
        return True

    def reveal(self, entry: int) -> bool:
        """Expand just the ancestors of ``entry``; False when all were expanded."""
        hiding = self._collapsed.intersection(self.outline.ancestors(entry))
        self._collapsed -= hiding
        if hiding:
            self._update()
        return bool(hiding)

    def collapse_to_depth(self, depth: int) -> None:
        """Show comments down to ``depth`` and collapse those at it; 1 leaves the top-level comments."""
        outline = self.outline
        self._collapsed = {
            entry
            for entry in range(outline.sections, len(outline))
            if outline.depths[entry] == depth and outline.descendants[entry]
        }
        self._update()

    def expand_all(self) -> None:
        """Hide nothing."""
        self._collapsed.clear()
        self._update()
