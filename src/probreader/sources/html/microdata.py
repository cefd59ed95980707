"""Microdata: the objects that attributes (``itemscope``, ``itemprop``) lay over a page."""

from collections.abc import Iterable

from probreader.sources.html.flat import Flat, Part
from probreader.sources.html.markup import absolute
from probreader.sources.html.schema import ELEMENT, Node, is_element

_Building = dict[str, object]

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


def read_microdata(flat: Flat, base: str | None) -> list[Node]:
    """The objects of the page that are no property of another one, in document order."""
    nodes = {part.start: _node(part) for part in flat.select("[itemscope]")}
    references = _references(nodes.values())
    tops: list[Node] = []
    stack: list[tuple[int, _Building | None]] = [(len(flat.parts), None)]
    for part in flat.parts if nodes else ():
        while stack[-1][0] <= part.start:
            stack.pop()
        holder = stack[-1][1]
        own = nodes.get(part.start)
        referring = references.get(part.id) if part.id else None
        if referring is not None and referring is not own:
            holder = referring
            stack.append((part.end, holder))
        names = part.attributes.get("itemprop", "").split()
        if names and holder is not None:
            for name in names:
                _append(holder, name.rpartition("/")[2], own if own is not None else _value(part, base))
        elif own is not None:
            tops.append(own)
        if own is not None:
            stack.append((part.end, own))
    return tops


def _references(nodes: Iterable[_Building]) -> dict[str, _Building]:
    """To each id that an ``itemref`` names, the object that names it."""
    found = {}
    for node in nodes:
        element = node[ELEMENT]
        if is_element(element):
            found.update(dict.fromkeys((element.get("itemref") or "").split(), node))
    return found


def _value(part: Part, base: str | None) -> object:
    tag, attributes = part.tag, part.attributes
    if tag in _ADDRESSES:
        address = attributes.get(_ADDRESSES[tag])
        return absolute(address, base) if address else ""
    attribute = attributes.get(_MACHINE.get(tag, "content"))
    return part.element if attribute is None else attribute


def _node(part: Part) -> _Building:
    node: _Building = {"@type": part.attributes.get("itemtype", "").split(), ELEMENT: part.element}
    if identity := part.attributes.get("itemid"):
        node["@id"] = identity
    return node


def _append(node: _Building, name: str, value: object) -> None:
    present = node.setdefault(name, [])
    if isinstance(present, list):
        present.append(value)
