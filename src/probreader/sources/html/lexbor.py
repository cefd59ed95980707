"""The fast engine: lexbor, through selectolax. Nodes are only looked at, never changed."""

from collections.abc import Callable, Iterator
from typing import Self

from selectolax.lexbor import LexborHTMLParser, LexborNode

from probreader.sources.html.dom import Visit

_TEXT = "-text"
_COMMENT = "!comment"


def parse(text: str) -> "LexborElement":
    """The root element of the page ``text``."""
    parser = LexborHTMLParser(text)
    root = parser.root
    if root is None:
        raise AssertionError("HTML parsing makes a root of any text")
    return LexborElement(root)


class LexborElement:
    """An :class:`~probreader.sources.html.dom.Element` of this engine."""

    __slots__ = ("_node",)

    def __init__(self, node: LexborNode) -> None:
        self._node = node

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LexborElement) and self._node.mem_id == other._node.mem_id

    def __hash__(self) -> int:
        return hash(self._node.mem_id)

    @property
    def tag(self) -> str:
        return self._node.tag or ""

    @property
    def attributes(self) -> dict[str, str]:
        return {name: value or "" for name, value in self._node.attributes.items()}

    @property
    def parent(self) -> Self | None:
        above = self._node.parent
        return None if above is None or not above.is_element_node else type(self)(above)

    @property
    def classes(self) -> list[str]:
        return (self.get("class") or "").split()

    def get(self, name: str) -> str | None:
        if name == "id":
            # Many times faster than to make a dict of all attributes; this and the class are asked for most.
            return self._node.id
        attributes = self._node.attributes
        return (attributes[name] or "") if name in attributes else None

    def select(self, selector: str) -> list[Self]:
        # An element that fits several parts of a comma list comes once for each, one after the other.
        last = own = self._node.mem_id
        found: list[Self] = []
        for node in self._node.css(selector):
            identity = node.mem_id
            if identity not in (last, own):
                found.append(type(self)(node))
            last = identity
        return found

    def first(self, selector: str) -> Self | None:
        return next(iter(self.select(selector)), None)

    def children(self) -> Iterator[Self]:
        return (type(self)(node) for node in self._node.iter() if node.is_element_node)

    def following(self) -> Iterator[Self]:
        node = self._node.next
        while node is not None:
            if node.is_element_node:
                yield type(self)(node)
            node = node.next

    def text(self) -> str:
        return self._node.text(deep=True)

    def remarks(self) -> Iterator[str]:
        for node in self._node.iter(include_text=True):
            if node.is_comment_node:
                yield node.comment_content or ""

    def walk(self, enter: Callable[[Self], bool]) -> Iterator[tuple[Visit, str, Self | None]]:
        stack: list[Iterator[LexborNode]] = [self._node.iter(include_text=True)]
        tags: list[str] = []
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                if tags:
                    yield Visit.CLOSE, tags.pop(), None
            elif node.is_text_node:
                yield Visit.TEXT, node.text_content or "", None
            elif node.is_element_node:
                element = type(self)(node)
                if enter(element):
                    tag = node.tag or ""
                    yield Visit.OPEN, tag, element
                    tags.append(tag)
                    stack.append(node.iter(include_text=True))
