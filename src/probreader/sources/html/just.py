"""The bounded engine: justhtml."""

from collections.abc import Callable, Iterator
from typing import Self

from justhtml import Element as JustNode
from justhtml import JustHTML, Node, Text

from probreader.sources.html.dom import Visit


def parse(text: str) -> "JustElement":
    """The root element of the page ``text``."""
    document = JustHTML(text, sanitize=False, scripting_enabled=False)
    root = next(node for node in document.root.children or () if isinstance(node, JustNode) and node.name == "html")
    return JustElement(root)


class JustElement:
    """An :class:`~probreader.sources.html.dom.Element` of this engine."""

    __slots__ = ("_node",)

    def __init__(self, node: Node) -> None:
        self._node = node

    def __eq__(self, other: object) -> bool:
        return isinstance(other, JustElement) and self._node is other._node

    def __hash__(self) -> int:
        return id(self._node)

    @property
    def tag(self) -> str:
        return self._node.name

    @property
    def attributes(self) -> dict[str, str]:
        return {name: value or "" for name, value in (self._node.attrs or {}).items()}

    @property
    def parent(self) -> Self | None:
        above = self._node.parent
        return type(self)(above) if isinstance(above, JustNode) else None

    @property
    def classes(self) -> list[str]:
        return (self.get("class") or "").split()

    def get(self, name: str) -> str | None:
        attributes = self._node.attrs or {}
        return (attributes[name] or "") if name in attributes else None

    def select(self, selector: str) -> list[Self]:
        return [type(self)(node) for node in self._node.query(selector) if node is not self._node]

    def first(self, selector: str) -> Self | None:
        return next(iter(self.select(selector)), None)

    def children(self) -> Iterator[Self]:
        return (type(self)(node) for node in self._node.children or () if isinstance(node, JustNode))

    def following(self) -> Iterator[Self]:
        siblings = iter(() if self._node.parent is None else self._node.parent.children or ())
        for node in siblings:
            if node is self._node:
                break
        return (type(self)(node) for node in siblings if isinstance(node, JustNode))

    def text(self) -> str:
        return "".join(text for visit, text, _ in self.walk(lambda _: True) if visit is Visit.TEXT)

    def remarks(self) -> Iterator[str]:
        for node in self._node.children or ():
            if node.name == "#comment":
                yield str(node.data or "")

    def walk(self, enter: Callable[[Self], bool]) -> Iterator[tuple[Visit, str, Self | None]]:
        stack: list[Iterator[Node]] = [iter(self._node.children or ())]
        tags: list[str] = []
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                if tags:
                    yield Visit.CLOSE, tags.pop(), None
            elif isinstance(node, Text):
                yield Visit.TEXT, node.data or "", None
            elif isinstance(node, JustNode):
                element = type(self)(node)
                if enter(element):
                    yield Visit.OPEN, node.name, element
                    tags.append(node.name)
                    stack.append(iter(node.children or ()))
