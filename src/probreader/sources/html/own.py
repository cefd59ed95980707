"""The elements of one comment, without those of the comments nested in it."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator

from probreader.sources.html.flat import Flat, Part


class Parts:
    """A comment's own elements, in document order."""

    def __init__(self, flat: Flat, roots: list[Part], refuse: Callable[[Part], bool]) -> None:
        """``roots`` are all the comment's elements that stand in no other one; ``refuse`` tells what is not of it."""
        self.flat = flat
        self.roots = roots
        self.parts: list[Part] = []
        self.refused: list[Part] = []
        for root in roots:
            self._take(root, refuse)
        self._roots = {root.start for root in roots}

    def _take(self, root: Part, refuse: Callable[[Part], bool]) -> None:
        self.parts.append(root)
        place = root.start + 1
        while place < root.end:
            part = self.flat.parts[place]
            if refuse(part):
                self.refused.append(part)
                place = part.end
            else:
                self.parts.append(part)
                place += 1

    @property
    def root(self) -> Part:
        """The comment itself; the last part of one that has several."""
        return self.roots[-1]

    def __iter__(self) -> Iterator[Part]:
        return iter(self.parts)

    def is_root(self, part: Part) -> bool:
        """Whether ``part`` is the comment itself or a whole part of it."""
        return part.start in self._roots

    def around(self, part: Part) -> Iterator[Part]:
        """The elements around ``part``, nearest first, without the comment itself."""
        for above in self.flat.around(part):
            if self.is_root(above):
                break
            yield above

    def inside(self, part: Part) -> list[Part]:
        """``part`` and what of the comment stands in it."""
        first = bisect_left(self.parts, part.start, key=_start)
        return self.parts[first : bisect_left(self.parts, part.end, key=_start)]

    def words(self, part: Part, without: Collection[Part] = ()) -> str:
        """The words in ``part`` on one line."""
        first = bisect_left(self.refused, part.start, key=_start)
        refused = self.refused[first : bisect_left(self.refused, part.end, key=_start)]
        if without or refused:
            return self.flat.words_but(part, [*without, *refused])
        return self.flat.words(part)


def _start(part: Part) -> int:
    return part.start
