"""A page as one flat list of its elements: what is inside what is a matter of numbers, and nothing is climbed twice."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from probreader.domain.clean import clean_line
from probreader.sources.html.compounds import Selector, compiled
from probreader.sources.html.dom import Element, Visit
from probreader.sources.html.markup import is_read
from probreader.sources.html.page import Page

_CLOSED = frozenset("script style template svg".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub "
    "sup time tt u var wbr img".split()
)
_UNNAMED = frozenset("says screen-reader-text sr-only post-author-badge".split())
_NONE: frozenset[str] = frozenset()
_FARTHEST = 40
"""Elements around one that are looked at for a selector such as ``.author .fn``; no template nests deeper."""


@dataclass(slots=True, eq=False)
class Part:
    """An element of a page."""

    element: Element
    tag: str
    attributes: dict[str, str]
    classes: frozenset[str]
    """In lower case."""
    start: int
    """Its place among all elements of the page."""
    parent: int
    """The place of the element around it; -1 for the root."""
    texts: int
    """How many pieces of text stand before it."""
    end: int = 0
    """The place after its last descendant."""
    _is_named: bool | None = None

    def holds(self, other: "Part") -> bool:
        """Whether ``other`` is this element or stands in it."""
        return self.start <= other.start < self.end

    @property
    def is_named(self) -> bool:
        """Whether what it holds is read as words: not hidden, no "says:"."""
        if self._is_named is None:
            self._is_named = _UNNAMED.isdisjoint(self.classes) and is_read(self.element)
        return self._is_named

    @property
    def id(self) -> str:
        """The ``id``; empty where there is none."""
        return self.attributes.get("id", "")


@lru_cache(maxsize=1)
def flat_of(page: Page) -> "Flat":
    """The elements of ``page``; the last page asked for is kept, since several shapes look at the same one."""
    return Flat(page.root)


class Flat:
    """All elements and texts of a page, in document order."""

    def __init__(self, root: Element) -> None:
        self.parts: list[Part] = []
        self._texts: list[str] = []
        self._direct: dict[int, list[int]] = {}
        self._named: dict[str, list[Part]] = {}
        self._words: dict[int, str] = {}
        self._walk(root)

    def _walk(self, root: Element) -> None:
        parts = self.parts
        self._open(root, -1)
        places = [0]
        for visit, text, element in root.walk(lambda inner: inner.tag not in _CLOSED):
            if visit is Visit.TEXT:
                self._write(text, places[-1])
                continue
            if element is None:
                parts[places.pop()].end = len(parts)
            # What begins or ends a line parts words, and an element that does stands in the one around it.
            if text not in _INLINE:
                self._write(" ", places[-1])
            if element is not None:
                self._open(element, places[-1])
                places.append(len(parts) - 1)
        parts[0].end = len(parts)

    def _write(self, text: str, place: int) -> None:
        self._direct.setdefault(place, []).append(len(self._texts))
        self._texts.append(text)

    def _open(self, element: Element, parent: int) -> None:
        attributes = element.attributes
        names = attributes.get("class")
        classes = frozenset(names.lower().split()) if names else _NONE
        part = Part(element, element.tag, attributes, classes, len(self.parts), parent, len(self._texts))
        self.parts.append(part)
        named = self._named
        named.setdefault(part.tag, []).append(part)
        for name in part.classes:
            named.setdefault(f".{name}", []).append(part)
        for attribute in attributes:
            named.setdefault(f"[{attribute}]", []).append(part)

    @property
    def root(self) -> Part:
        """The page itself."""
        return self.parts[0]

    def select(self, selectors: str, within: Part | None = None) -> list[Part]:
        """The elements in ``within`` (or the page) that match one of ``selectors``, in document order, each once."""
        found: dict[int, Part] = {}
        for selector in compiled(selectors):
            for part in self._indexed(selector, within):
                if part.start not in found and self._matches(part, selector):
                    found[part.start] = part
        return [found[start] for start in sorted(found)]

    def _indexed(self, selector: Selector, within: Part | None) -> Sequence[Part]:
        if not all(name in self._named for name in selector.around):
            return ()
        parts = self._named.get(selector.index, ())
        if within is None:
            return parts
        first = bisect_left(parts, within.start + 1, key=_start)
        return parts[first : bisect_left(parts, within.end, key=_start)]

    def _matches(self, part: Part, selector: Selector) -> bool:
        *outer, last = selector.compounds
        if not last.fits(part.tag, part.attributes, part.classes):
            return False
        above = self.around(part)
        for compound in reversed(outer):
            if not any(compound.fits(each.tag, each.attributes, each.classes) for each in above):
                return False
        return True

    def around(self, part: Part) -> Iterator[Part]:
        """The elements around ``part``, nearest first, as far as any template nests."""
        place = part.parent
        for _ in range(_FARTHEST):
            if place < 0:
                break
            yield self.parts[place]
            place = self.parts[place].parent

    def inside(self, part: Part) -> list[Part]:
        """``part`` and all that stands in it."""
        return self.parts[part.start : part.end]

    def following(self, part: Part) -> Iterator[Part]:
        """The siblings behind ``part``."""
        place = part.end
        while place < len(self.parts) and self.parts[place].parent == part.parent:
            yield self.parts[place]
            place = self.parts[place].end

    def words(self, part: Part) -> str:
        """The words in ``part`` on one line, as a person reads them; no ``says:``."""
        if part.start not in self._words:
            self._words[part.start] = self.joined(self.inside(part), ())
        return self._words[part.start]

    def joined(self, parts: Iterable[Part], without: Iterable[Part]) -> str:
        """The words of ``parts``, the first of which holds the others, but for those in ``without``, on one line."""
        refused = {part.start for part in without}
        indices: list[int] = []
        end = -1
        for part in parts:
            if part.start < end:
                continue
            if end >= 0 and (part.start in refused or not part.is_named):
                end = part.end
                continue
            end = max(end, 0)
            indices += self._direct.get(part.start, ())
        indices.sort()
        return clean_line("".join([self._texts[index] for index in indices]))

    def direct(self, part: Part) -> str:
        """The text that stands in ``part`` and in no element in it."""
        return "".join([self._texts[index] for index in self._direct.get(part.start, ())])

    def opening(self, part: Part, until: Part | None) -> str:
        """The text that stands in ``part`` before ``until`` begins, and in no element in it."""
        indices = self._direct.get(part.start, ())
        return "".join([self._texts[index] for index in indices if until is None or index < until.texts])


def _start(part: Part) -> int:
    return part.start
