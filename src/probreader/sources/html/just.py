"""The bounded engine: justhtml."""

from collections.abc import Callable, Iterator, Sequence
from typing import Self

from justhtml import Element as JustNode
from justhtml import JustHTML, Node, Text

from probreader.sources.html.dom import Visit
from probreader.sources.html.selectors import Selector, Step, compiled

_FARTHEST = 1_000
"""Elements between two that a selector names; farther apart they are not found, so that depth costs little."""


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
        return list(self._selected(compiled(selector)))

    def first(self, selector: str) -> Self | None:
        return next(self._selected(compiled(selector)), None)

    def _selected(self, selector: Selector) -> Iterator[Self]:
        stack: list[Iterator[Node]] = [iter(self._node.children or ())]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
            elif isinstance(node, JustNode):
                if any(_fits(node, steps) for steps in selector.candidates(node.name, node.attrs or {})):
                    yield type(self)(node)
                if node.children:
                    stack.append(iter(node.children))

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


def _fits(node: Node, steps: Sequence[Step]) -> bool:
    """Whether ``node`` is what the last of ``steps`` asks for, and stands in what the others ask for."""
    if not steps[-1].fits(node.name, node.attrs or {}):
        return False
    at: Node | None = node
    for place in range(len(steps) - 2, -1, -1):
        at = _above(at, steps[place], is_child=steps[place + 1].is_child)
        if at is None:
            return False
    return True


def _above(node: Node | None, step: Step, *, is_child: bool) -> Node | None:
    """The nearest element around ``node`` that is what ``step`` asks for; right above it for ``is_child``."""
    above = node.parent if node is not None else None
    for _ in range(1 if is_child else _FARTHEST):
        if above is None:
            return None
        if step.fits(above.name, above.attrs or {}):
            return above
        above = above.parent
    return None
