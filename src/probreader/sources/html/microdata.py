"""Microdata: the objects that attributes (``itemscope``, ``itemprop``) lay over a page."""

from probreader.sources.html.dom import Element, ancestors
from probreader.sources.html.markup import absolute
from probreader.sources.html.schema import ELEMENT, Node

# The text of an ``a`` says as much as where it leads: which is meant, the property tells.
_ADDRESSES = {
    "link": "href",
    "area": "href",
    "img": "src",
    "video": "src",
    "audio": "src",
    "iframe": "src",
}
_MACHINE = {"meta": "content", "data": "value", "meter": "value", "time": "datetime"}


def read_microdata(root: Element, base: str | None) -> list[Node]:
    """The objects of the page that are no property of another one, in document order."""
    return _Reader(root, base).tops


class _Reader:
    """Every element is climbed over once, however deep the page."""

    def __init__(self, root: Element, base: str | None) -> None:
        self.tops: list[Node] = []
        self._base = base
        self._nodes: dict[Element, dict[str, object]] = {}
        self._around: dict[Element, dict[str, object] | None] = {}
        for element in root.select("[itemscope]"):
            self._nodes[element] = _node(element)
        self._refer(root)
        for element in root.select("[itemscope], [itemprop]"):
            self._take(element)

    def _refer(self, root: Element) -> None:
        """Let what ``itemref`` names belong to the object that names it."""
        wanted = {
            name: node for element, node in self._nodes.items() for name in (element.get("itemref") or "").split()
        }
        if wanted:
            for element in root.select("[id]"):
                node = wanted.get(element.get("id") or "")
                if node is not None and node is not self._nodes.get(element):
                    self._around[element] = node

    def _take(self, element: Element) -> None:
        own = self._nodes.get(element)
        names = (element.get("itemprop") or "").split()
        holder = self._holder(element) if names else None
        if holder is None:
            if own is not None:
                self.tops.append(own)
            return
        for name in names:
            _append(holder, name.rpartition("/")[2], own if own is not None else self._value(element))

    def _holder(self, element: Element) -> dict[str, object] | None:
        """The object that a property on ``element`` is of."""
        if element in self._around:
            return self._around[element]
        path: list[Element] = []
        node: dict[str, object] | None = None
        for above in ancestors(element):
            if above in self._nodes:
                node = self._nodes[above]
                break
            if above in self._around:
                node = self._around[above]
                break
            path.append(above)
        for above in path:
            self._around[above] = node
        return node

    def _value(self, element: Element) -> object:
        tag = element.tag
        if tag in _ADDRESSES:
            return absolute(element.get(_ADDRESSES[tag]) or "", self._base)
        attribute = element.get(_MACHINE.get(tag, "content"))
        return element if attribute is None else attribute


def _node(element: Element) -> dict[str, object]:
    node: dict[str, object] = {"@type": (element.get("itemtype") or "").split(), ELEMENT: element}
    if identity := element.get("itemid"):
        node["@id"] = identity
    return node


def _append(node: dict[str, object], name: str, value: object) -> None:
    present = node.setdefault(name, [])
    if isinstance(present, list):
        present.append(value)
