"""The elements of one comment, without those of the comments nested in it, and where each stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from probreader.domain.clean import clean_line
from probreader.sources.html.dom import Element, Visit
from probreader.sources.html.markup import prose_of

_UNNAMED = frozenset("avatar says screen-reader-text sr-only post-author-badge".split())


@dataclass(slots=True, eq=False)
class Part:
    """An element of a comment."""

    element: Element
    tag: str
    attributes: dict[str, str]
    classes: frozenset[str]
    """In lower case."""
    start: int
    """Its place among the comment's elements, the comment itself being 0."""
    parent: int
    """The place of the element around it; -1 for the comment itself."""
    end: int = 0
    """The place after its last descendant."""

    def holds(self, other: "Part") -> bool:
        """Whether ``other`` is this element or stands in it."""
        return self.start <= other.start < self.end


@dataclass(slots=True)
class Parts:
    """All elements of one comment, in document order."""

    parts: list[Part] = field(default_factory=list)
    loose: list[tuple[int, int, str]] = field(default_factory=list)
    """Each text: the place of the element it stands in, how many elements began before it, and itself."""

    @classmethod
    def of(cls, roots: Sequence[Element], enter: Callable[[Element], bool]) -> "Parts":
        """What stands in ``roots``, but for elements that ``enter`` refuses."""
        parts = cls()
        for root in roots:
            parts._add(root, enter)
        return parts

    def _add(self, root: Element, enter: Callable[[Element], bool]) -> None:
        open_places = [len(self.parts)]
        self.parts.append(_part(root, open_places[0], -1))
        for visit, text, element in root.walk(enter):
            if visit is Visit.TEXT:
                self.loose.append((open_places[-1], len(self.parts), text))
            elif element is not None:
                place = len(self.parts)
                self.parts.append(_part(element, place, open_places[-1]))
                open_places.append(place)
            else:
                self.parts[open_places.pop()].end = len(self.parts)
        self.parts[open_places[0]].end = len(self.parts)

    @property
    def root(self) -> Part:
        """The comment itself; the last part of one that has several."""
        return [part for part in self.parts if part.parent < 0][-1]

    def __iter__(self) -> Iterator[Part]:
        return iter(self.parts)

    def around(self, part: Part) -> Iterator[Part]:
        """The elements around ``part``, nearest first, without the comment itself."""
        place = part.parent
        while place >= 0 and self.parts[place].parent >= 0:
            yield self.parts[place]
            place = self.parts[place].parent

    def inside(self, part: Part) -> list[Part]:
        """``part`` and all that stands in it."""
        return self.parts[part.start : part.end]


def _part(element: Element, start: int, parent: int) -> Part:
    attributes = element.attributes
    classes = frozenset(attributes.get("class", "").lower().split())
    return Part(element, element.tag, attributes, classes, start, parent)


def words_of(element: Element, without: Iterable[Element] = ()) -> str:
    """The words in ``element`` on one line: no pictures, no ``says:``, nothing of ``without``."""
    refused = set(without)

    def enters(inner: Element) -> bool:
        if inner.tag == "img" or inner in refused:
            return False
        return _UNNAMED.isdisjoint(inner.classes)

    return clean_line(prose_of(element, enter=enters).text)
