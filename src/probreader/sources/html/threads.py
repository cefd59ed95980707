"""Which elements of a page are comments, and which comment each of them answers, told by how they are nested."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from probreader.sources.html.dom import Element, ancestors

_LISTS = frozenset(("ul", "ol", "dl"))
_DEPTH = re.compile(r"(?:depth-|wpd_comment_level-|level-|commentlevel_)([0-9]{1,6})")
_PINGS = ("pingback", "trackback", "pinglist", "pings")


@dataclass(slots=True, eq=False)
class Candidate:
    """An element that may hold a comment, or be a part of one that does."""

    element: Element
    key: str | None
    """The comment's id, such as ``comment-17``; None where the element bears none."""
    parent_key: str | None = None
    """The id of the comment it answers, where the element itself says so."""
    depth: int | None = None
    """1 for a comment at top level; None where the element does not say."""
    is_whole: bool = True
    """False for a mark that only gives an id to the comment it stands in."""
    begins: bool = False
    """True for what is a comment of its own wherever it stands."""


@dataclass(slots=True, eq=False)
class Item:
    """A comment on the page."""

    element: Element
    """The outermost element of it; the replies may stand inside."""
    key: str | None
    parent: "Item | None" = None
    parent_key: str | None = None
    depth: int | None = None
    is_ping: bool = False
    """Whether it is another page's mention of the post, and no comment."""
    more: list[Element] = field(default_factory=list)
    """What stands behind the element and is of the comment too, as the ``dd`` of a ``dt``."""


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """What an element stands in."""

    item: Item | None = None
    within: Element | None = None
    """The innermost list between it and the comment."""
    is_ping: bool = False


class Threads:
    """The comments of a page. Every element is climbed over once, however deep the page."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        """``candidates`` stand in document order."""
        self.items: list[Item] = []
        """In document order."""
        self._owners: dict[Element, Item] = {}
        self._places: dict[Element, _Place] = {}
        self._before: dict[Element, Item | None] = {}
        self._deepest: list[Item] = []
        for candidate in candidates:
            self._take(candidate)

    def owner(self, element: Element) -> Item | None:
        """The comment that ``element`` is, or is a named part of; None for any other element."""
        return self._owners.get(element)

    def _take(self, candidate: Candidate) -> None:
        place = self._place(candidate.element)
        item = place.item
        if item is not None and _is_part(candidate, item, place):
            item.key = item.key or candidate.key
            item.parent_key = item.parent_key or candidate.parent_key
            item.is_ping = item.is_ping or _names_pings(candidate.element)
        elif not candidate.is_whole:
            return
        else:
            item = self._begin(candidate, place)
        self._own(candidate.element, item)

    def _own(self, element: Element, item: Item) -> None:
        self._owners[element] = item
        self._places[element] = _Place(item)

    def _begin(self, candidate: Candidate, place: _Place) -> Item:
        parent = place.item
        if parent is None and place.within is not None and "children" in place.within.classes:
            parent = self._before[place.within]
        item = Item(candidate.element, candidate.key, parent, candidate.parent_key, candidate.depth)
        item.is_ping = place.is_ping or _names_pings(candidate.element)
        if candidate.depth is not None:
            del self._deepest[max(0, candidate.depth - 1) :]
            if item.parent is None and candidate.depth > 1 and self._deepest:
                item.parent = self._deepest[-1]
            self._deepest.append(item)
        if item.element.tag == "dt":
            item.more = list(takewhile(lambda sibling: sibling.tag != "dt", item.element.following()))
            for element in item.more:
                self._own(element, item)
        self.items.append(item)
        return item

    def _place(self, element: Element) -> _Place:
        path: list[Element] = []
        place = _Place()
        for above in ancestors(element):
            if (known := self._places.get(above)) is not None:
                place = known
                break
            path.append(above)
        for above in reversed(path):
            if above.tag in _LISTS or "children" in above.classes:
                self._before[above] = self.items[-1] if self.items else None
                place = _Place(place.item, above, place.is_ping or _names_pings(above))
            elif not place.is_ping and _names_pings(above):
                place = _Place(place.item, place.within, True)
            self._places[above] = place
        return place


def _is_part(candidate: Candidate, item: Item, place: _Place) -> bool:
    """Whether ``candidate``, which stands in ``item``, is of the same comment."""
    if candidate.key is not None and candidate.key == item.key:
        return True
    if place.within is not None or (candidate.key and item.key) or candidate.begins:
        return False
    return not (candidate.depth and item.depth and candidate.depth != item.depth)


def _names_pings(element: Element) -> bool:
    names = [*element.classes, element.get("id") or ""]
    return any(name.lower().startswith(_PINGS) for name in names)


def depth_of(classes: Iterable[str]) -> int | None:
    """The depth that a class such as ``depth-2`` tells, from 1; None when none does."""
    for name in classes:
        if match := _DEPTH.fullmatch(name):
            return int(match[1])
    return None
