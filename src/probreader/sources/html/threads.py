"""Which elements of a page are comments, and which comment each of them answers, told by how they are nested."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from probreader.sources.html.flat import Flat, Part

_LISTS = frozenset(("ul", "ol", "dl"))
_DEPTH = re.compile(r"(?:depth-|wpd_comment_level-|level-|comment-?level[-_]|comment-depth-|indent-?)([0-9]{1,6})")
# What holds the replies to the comment before it, where it does not stand in that comment.
_BEHIND = frozenset(("children", "indented"))
_PINGS = ("pingback", "trackback", "pinglist", "pings")


@dataclass(slots=True, eq=False)
class Candidate:
    """An element that may hold a comment, or be a part of one that does."""

    part: Part
    key: str | None
    """The comment's id, such as ``comment-17``; None where the element bears none."""
    parent_key: str | None = None
    """The id of the comment it answers, where the element itself says so."""
    depth: int | None = None
    """Greater than that of the comment it answers, and in no other way telling; None where the element does not say."""
    is_whole: bool = True
    """False for a mark that only gives an id to the comment it stands in."""
    begins: bool = False
    """True for what is a comment of its own wherever it stands."""


@dataclass(slots=True, eq=False)
class Item:
    """A comment on the page."""

    part: Part
    """The outermost element of it; the replies may stand inside."""
    key: str | None
    parent: "Item | None" = None
    parent_key: str | None = None
    depth: int | None = None
    is_ping: bool = False
    """Whether it is another page's mention of the post, and no comment."""
    more: list[Part] = field(default_factory=list)
    """What stands behind the element and is of the comment too, as the ``dd`` of a ``dt``."""


@dataclass(slots=True, eq=False)
class _Open:
    """Something that the sweep over the page is inside of."""

    end: int
    item: Item | None
    """The innermost comment here."""
    is_list: bool
    """Whether a list stands between here and that comment."""
    is_ping: bool


class Threads:
    """The comments of a page, found in one sweep over its elements."""

    def __init__(self, flat: Flat, candidates: Iterable[Candidate]) -> None:
        self.flat = flat
        self.items: list[Item] = []
        """In document order."""
        self._owners: dict[int, Item] = {}
        self._deepest: list[Item] = []
        """Those with a depth that the next one may answer, the deepest last."""
        self._waiting: Candidate | None = None
        """An anchor that may name the comment behind it."""
        self._sweep({candidate.part.start: candidate for candidate in candidates})

    def owner(self, part: Part) -> Item | None:
        """The comment that ``part`` is, or is a named piece of; None for any other element."""
        return self._owners.get(part.start)

    def _sweep(self, candidates: dict[int, Candidate]) -> None:
        stack = [_Open(len(self.flat.parts), None, False, False)]
        for part in self.flat.parts:
            while stack[-1].end <= part.start:
                stack.pop()
            inside = stack[-1]
            if (claimed := self._owners.get(part.start)) is not None:
                stack.append(_Open(part.end, claimed, False, inside.is_ping))
            elif candidate := candidates.get(part.start):
                item = self._take(candidate, inside)
                if item is not None:
                    stack.append(_Open(part.end, item, False, inside.is_ping))
            elif part.tag in _LISTS or not _BEHIND.isdisjoint(part.classes):
                # Some themes put the replies behind the comment and not into it.
                is_marked = not _BEHIND.isdisjoint(part.classes)
                is_behind = is_marked and self.items and (inside.is_list or inside.item is None)
                above = self.items[-1] if is_behind else inside.item
                stack.append(_Open(part.end, above, True, inside.is_ping or _names_pings(part)))
            elif not inside.is_ping and _names_pings(part):
                stack.append(_Open(part.end, inside.item, inside.is_list, True))

    def _take(self, candidate: Candidate, inside: _Open) -> Item | None:
        item = inside.item
        if item is not None and _is_part(candidate, item, inside.is_list):
            item.key = item.key or candidate.key
            item.parent_key = item.parent_key or candidate.parent_key
            item.is_ping = item.is_ping or _names_pings(candidate.part)
        elif not candidate.is_whole:
            self._waiting = candidate
            return None
        else:
            item = self._begin(candidate, inside)
        self._owners[candidate.part.start] = item
        return item

    def _begin(self, candidate: Candidate, inside: _Open) -> Item:
        item = Item(candidate.part, candidate.key, inside.item, candidate.parent_key, candidate.depth)
        item.is_ping = inside.is_ping or _names_pings(candidate.part)
        if item.key is None and self._waiting is not None and _follows(self._waiting.part, item.part):
            item.key = self._waiting.key
        self._waiting = None
        if candidate.depth is not None:
            while self._deepest and (self._deepest[-1].depth or 0) >= candidate.depth:
                self._deepest.pop()
            if item.parent is None and self._deepest:
                item.parent = self._deepest[-1]
            self._deepest.append(item)
        if item.part.tag == "dt":
            item.more = list(takewhile(lambda sibling: sibling.tag != "dt", self.flat.following(item.part)))
            self._owners |= {part.start: item for part in item.more}
        self.items.append(item)
        return item


def _follows(mark: Part, part: Part) -> bool:
    """Whether ``part`` begins where ``mark``, an empty anchor, ends."""
    return mark.parent == part.parent and mark.end == part.start


def _is_part(candidate: Candidate, item: Item, is_list: bool) -> bool:
    """Whether ``candidate``, which stands in ``item``, is of the same comment."""
    if candidate.key is not None and candidate.key == item.key:
        return True
    if is_list or (candidate.key and item.key) or candidate.begins:
        return False
    return not (candidate.depth and item.depth and candidate.depth != item.depth)


def _names_pings(part: Part) -> bool:
    if not part.attributes:
        return False
    return any(name.startswith(_PINGS) for name in part.classes) or part.id.lower().startswith(_PINGS)


def depth_of(classes: Iterable[str]) -> int | None:
    """The depth that a class such as ``depth-2`` tells, from 1; None when none does."""
    for name in classes:
        if match := _DEPTH.fullmatch(name):
            return int(match[1])
    return None
