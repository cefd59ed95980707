"""Blogger's feeds as JSON (``alt=json``, ``alt=json-in-script``): Atom in another dress, read as such."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from probreader.domain.post import Post, Problem
from probreader.sources.feeds import atom, blogger
from probreader.sources.feeds.json_source import Value, is_object, objects, read_json
from probreader.sources.feeds.names import Names
from probreader.sources.streaming import Input

_DEEPEST = 4
"""Elements below a feed: ``entry``, ``author``, ``name``."""


def read_feed(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """The posts of a feed or of a single entry."""
    value = read_json(source.pieces, source.name, problems)
    document = _Document(value)
    root = document.root
    if root is not None:
        is_bloggers = "blogger.com" in (root.findtext("id") or "") or root.findtext("generator") == "Blogger"
        read = _as_bloggers if is_bloggers else atom.read_records
        yield from read(document, source, problems)


def _as_bloggers(document: "_Document", source: Input, problems: list[Problem]) -> Iterator[Post]:
    return blogger.read_records(document, source, problems, is_whole=False)


class _Document:
    """The elements that a JSON feed stands for."""

    def __init__(self, value: Value) -> None:
        self.names = Names()
        self.root: Element | None = None
        self._entries: list[Element] = []
        feed = value.get("feed") if is_object(value) else None
        if is_object(feed):
            self.root = _element("feed", {key: part for key, part in feed.items() if key != "entry"})
            self._entries = [_element("entry", entry) for entry in objects(feed.get("entry"))]
        elif is_object(value) and is_object(value.get("entry")):
            self._entries = [_element("entry", value["entry"])]
            self.root = self._entries[0]

    def records(self, *names: str) -> Iterator[Element]:
        """The entries, when these are asked for."""
        return iter(self._entries if "entry" in names else ())


def _element(name: str, value: Value, depth: int = 1) -> Element:
    """``value`` as the element it was made from: ``$t`` is its text, strings are attributes, the rest is inside."""
    element = Element(name)
    if not is_object(value):
        element.text = value if isinstance(value, str) else None
        return element
    for key, part in value.items():
        if key == "$t":
            element.text = part if isinstance(part, str) else str(part)
        elif isinstance(part, str):
            element.set(key.replace("$", ":"), part)
        elif depth < _DEEPEST:
            inside = part if isinstance(part, list) else [part]
            element.extend(_element(key.replace("$", ":"), one, depth + 1) for one in inside)
    return element
