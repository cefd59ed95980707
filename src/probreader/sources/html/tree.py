"""A page as it was parsed: its elements and texts in one list, in document order.

An element is told by its place in that list and by the place where it ends, so what stands in what is a matter of
numbers: nothing is climbed, and what one selector finds in a page is found once, however often it is asked for.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cached_property

from probreader.sources.html.selectors import Index


class Visit(StrEnum):
    """What :meth:`Element.walk` has come upon."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"


class Tree:
    """A page while it is built, and then."""

    def __init__(self, *, is_quirky: bool) -> None:
        """``is_quirky``: whether ids and classes are the same in upper and lower case, as in pages without doctype."""
        self.items: list[str | Element] = []
        """Elements and texts in document order."""
        self._is_quirky = is_quirky

        self._classes: dict[str, list[str]] = {}

    def classes_of(self, names: str) -> list[str]:
        """The words of a ``class`` attribute; a page has few that are not the same."""
        if (known := self._classes.get(names)) is None:
            known = self._classes[names] = names.split()
        return known

    def forget(self) -> None:
        """Let go of all elements, which hold the page in turn: it is freed at once, and not when cycles are sought."""
        self.items.clear()
        self.__dict__.pop("index", None)

    @property
    def root(self) -> "Element":
        """The ``html`` element."""
        root = self.items[0]
        assert isinstance(root, Element), "a page begins with its root"
        return root

    @cached_property
    def index(self) -> Index["Element"]:
        """Where selectors are looked up."""
        elements = [item for item in self.items if type(item) is Element]
        return Index(elements, lambda element: element.parent.start if element.parent else -1, folds=self._is_quirky)


class Element:
    """An element of a page; equal to itself alone."""

    __slots__ = ("_classes", "_tree", "attributes", "end", "parent", "start", "tag")

    def __init__(self, tree: Tree, start: int, tag: str, attributes: dict[str, str], parent: "Element | None") -> None:
        self._tree = tree
        self._classes: list[str] | None = None
        self.start = start
        """Its place among the elements and texts of the page."""
        self.end = 0
        """The place behind all that stands in it."""
        self.tag = tag
        """The name in lower case."""
        self.attributes = attributes
        """One without a value has the empty string."""
        self.parent = parent
        """None for the root."""

    @property
    def classes(self) -> list[str]:
        """The words of the ``class`` attribute."""
        if self._classes is None:
            self._classes = self._tree.classes_of(self.attributes.get("class", ""))
        return self._classes

    @property
    def items(self) -> list["str | Element"]:
        """All elements and texts of the page; those from ``start + 1`` to ``end`` stand in this element."""
        return self._tree.items

    def get(self, name: str) -> str | None:
        """The value of an attribute; None when the element has no such attribute."""
        return self.attributes.get(name)

    def select(self, selector: str) -> list["Element"]:
        """The descendants that match a CSS selector, in document order, each once; never the element itself."""
        return self._tree.index.select(selector, self)

    def first(self, selector: str) -> "Element | None":
        """The first of :meth:`select`."""
        return self._tree.index.first(selector, self)

    def children(self) -> Iterator["Element"]:
        """The child elements."""
        return self._elements(self.start + 1, self.end)

    def following(self) -> Iterator["Element"]:
        """The sibling elements after this one, nearest first."""
        return self._elements(self.end, self.parent.end if self.parent is not None else self.end)

    def _elements(self, place: int, end: int) -> Iterator["Element"]:
        items = self._tree.items
        while place < end:
            item = items[place]
            if isinstance(item, Element):
                yield item
                place = item.end
            else:
                place += 1

    def forget_page(self) -> None:
        """Free all that the page holds; nothing may be asked of any of its elements afterwards."""
        self._tree.forget()

    def text(self) -> str:
        """All text below, that of scripts and styles too, as it stands in the page."""
        return "".join([item for item in self._tree.items[self.start : self.end] if isinstance(item, str)])

    def walk(self, enter: Callable[["Element"], bool]) -> Iterator[tuple[Visit, str, "Element | None"]]:
        """What stands below, in order: ``(TEXT, text, None)``, ``(OPEN, tag, element)``, ``(CLOSE, tag, None)``.

        An element that ``enter`` refuses is passed over with all that it holds.
        """
        items, place, end = self._tree.items, self.start + 1, self.end
        opened: list[Element] = []
        while place < end or opened:
            while opened and opened[-1].end <= place:
                yield Visit.CLOSE, opened.pop().tag, None
            if place >= end:
                continue
            item = items[place]
            place += 1
            if isinstance(item, str):
                yield Visit.TEXT, item, None
            elif enter(item):
                opened.append(item)
                yield Visit.OPEN, item.tag, item
            else:
                place = item.end
