"""A page as one flat list of its elements: what is inside what is a matter of numbers, and nothing is climbed twice."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from probreader.domain.clean import clean_line
from probreader.sources.html.dom import Element
from probreader.sources.html.markup import is_read
from probreader.sources.html.page import Page
from probreader.sources.html.selectors import Index

_CLOSED = frozenset("script style template svg".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub "
    "sup time tt u var wbr img".split()
)
_UNNAMED = frozenset("says screen-reader-text sr-only post-author-badge".split())
_NONE: frozenset[str] = frozenset()
_FARTHEST = 40
"""Elements around one that are looked at for what may stand there; no template nests deeper."""


class Part:
    """An element of a page."""

    __slots__ = ("attributes", "classes", "element", "end", "parent", "start", "tag", "texts", "texts_end")

    def __init__(self, element: Element, classes: frozenset[str], start: int, parent: int, texts: int) -> None:
        self.element = element
        self.tag = element.tag
        self.attributes = element.attributes
        self.classes = classes
        """In lower case."""
        self.start = start
        """Its place among all elements of the page."""
        self.end = start + 1
        """The place after its last descendant."""
        self.parent = parent
        """The place of the element around it; -1 for the root."""
        self.texts = texts
        """How many pieces of text stand before it."""
        self.texts_end = texts
        """How many pieces of text stand before its end."""

    def holds(self, other: "Part") -> bool:
        """Whether ``other`` is this element or stands in it."""
        return self.start <= other.start < self.end

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
        self._unnamed: list[Part] = []
        """What holds no words that are read: hidden parts, "says:"."""
        self._walk(root)
        self._unnamed_starts = [part.start for part in self._unnamed]
        self._index = Index(self.parts, lambda part: part.parent)
        self._words: dict[int, str] = {}

    def _walk(self, root: Element) -> None:
        items, parts, texts = root.items, self.parts, self._texts
        known: dict[str, frozenset[str]] = {}
        opened: list[Part] = []
        place, end, last = root.start, root.end, root.end
        while place < end:
            item = items[place]
            while place >= last:
                last = self._close(opened)
            if isinstance(item, str):
                texts.append(item)
                place += 1
                continue
            tag = item.tag
            if tag in _CLOSED:
                place = item.end
                continue
            # What begins or ends a line parts words, and an element that does stands in the one around it.
            if tag not in _INLINE and opened:
                texts.append(" ")
            names = item.attributes.get("class")
            if not names:
                classes = _NONE
            elif (classes := known.get(names, _NONE)) is _NONE:
                classes = known[names] = frozenset(names.lower().split())
            part = Part(item, classes, len(parts), opened[-1].start if opened else -1, len(texts))
            parts.append(part)
            opened.append(part)
            if not (is_read(item) and _UNNAMED.isdisjoint(classes)):
                self._unnamed.append(part)
            last = item.end
            place += 1
        while opened:
            self._close(opened)

    def _close(self, opened: list[Part]) -> int:
        """The innermost of ``opened`` ends; the place where the next one does."""
        part = opened.pop()
        part.end = len(self.parts)
        part.texts_end = len(self._texts)
        if part.tag not in _INLINE:
            self._texts.append(" ")
        return opened[-1].element.end if opened else part.element.end

    @property
    def root(self) -> Part:
        """The page itself."""
        return self.parts[0]

    def select(self, selectors: str, within: Part | None = None) -> list[Part]:
        """The elements in ``within`` (or the page) that match one of ``selectors``, in document order, each once."""
        return self._index.select(selectors, within)

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
            self._words[part.start] = self.words_but(part, ())
        return self._words[part.start]

    def words_but(self, part: Part, without: Iterable[Part]) -> str:
        """The words in ``part`` on one line, but for those in ``without``."""
        first = bisect_left(self._unnamed_starts, part.start + 1)
        refused = self._unnamed[first : bisect_left(self._unnamed_starts, part.end)]
        refused += (other for other in without if part.start < other.start < part.end)
        return clean_line(self._text(part.texts, part.texts_end, refused))

    def _text(self, start: int, end: int, without: list[Part]) -> str:
        """The texts from ``start`` to ``end`` that stand in none of ``without``."""
        if not without:
            return "".join(self._texts[start:end])
        pieces: list[str] = []
        for other in sorted(without, key=_start) if len(without) > 1 else without:
            if start < other.texts:
                pieces += self._texts[start : min(other.texts, end)]
            start = max(start, other.texts_end)
        return "".join(pieces + self._texts[start:end])

    def _children(self, part: Part) -> list[Part]:
        first = self.parts[part.start + 1 : part.start + 2] if part.end > part.start + 1 else []
        return [*first, *(sibling for child in first for sibling in self.following(child))]

    def direct(self, part: Part) -> str:
        """The text that stands in ``part`` and in no element in it."""
        return self._text(part.texts, part.texts_end, self._children(part))

    def opening(self, part: Part, until: Part | None) -> str:
        """The text that stands in ``part`` before ``until`` begins, and in no element in it."""
        end = part.texts_end if until is None else min(until.texts, part.texts_end)
        return self._text(part.texts, end, self._children(part))


def _start(part: Part) -> int:
    return part.start
