"""Which entries of a thread are visible. Pure: no Textual."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Set

from probreader.domain.outline import Outline


class Rows:
    """What is visible of an outline: everything but what stands below a collapsed comment."""

    def __init__(self, outline: Outline, collapsed: Iterable[str] = ()) -> None:
        self.outline = outline
        self._collapsed = {entry for entry_id in collapsed if (entry := outline.index.get(entry_id)) is not None}
        self.visible: list[int] = []
        """Indices of the visible entries, ascending."""
        self._update()

    def _update(self) -> None:
        self.visible = self._uncovered(0, len(self.outline))

    def _uncovered(self, first: int, last: int) -> list[int]:
        """The entries from ``first`` to before ``last`` that no collapsed comment among them hides."""
        descendants = self.outline.descendants
        visible: list[int] = []
        entry = first
        for collapsed in sorted(each for each in self._collapsed if first <= each < last):
            if collapsed >= entry:
                visible.extend(range(entry, collapsed + 1))
                entry = collapsed + descendants[collapsed] + 1
        visible.extend(range(entry, last))
        return visible

    @property
    def collapsed(self) -> Set[int]:
        """The collapsed comments, visible or not."""
        return self._collapsed

    def at(self, entry: int) -> int:
        """Which of the visible entries ``entry`` is, or the collapsed comment that hides it."""
        return max(0, bisect_right(self.visible, entry) - 1)

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
        at = bisect_left(self.visible, entry)
        if self.is_visible(entry):
            del self.visible[at + 1 : bisect_right(self.visible, entry + self.outline.descendants[entry])]
        return True

    def expand(self, entry: int) -> bool:
        """Show the replies of ``entry``; False when it was not collapsed."""
        if entry not in self._collapsed:
            return False
        self._collapsed.discard(entry)
        if self.is_visible(entry):
            at = bisect_left(self.visible, entry)
            self.visible[at + 1 : at + 1] = self._uncovered(entry + 1, entry + 1 + self.outline.descendants[entry])
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
        depths, descendants = self.outline.depths, self.outline.descendants
        self.visible = [entry for entry, at in enumerate(depths) if at <= depth]
        self._collapsed = {entry for entry in self.visible if depths[entry] == depth and descendants[entry]}

    def collapse_all(self, entries: Iterable[int]) -> None:
        """Hide the replies of each of ``entries``, with one look at the thread."""
        self._collapsed.update(entry for entry in entries if self.outline.descendants[entry])
        self._update()

    def expand_all(self) -> None:
        """Hide nothing."""
        self._collapsed = set()
        self.visible = list(range(len(self.outline)))
