"""A saved page: its elements, and what every template says of itself."""

import re
from dataclasses import dataclass

from probreader.sources.html.dom import Element, Engine, parse
from probreader.sources.html.markup import absolute
from probreader.sources.html.wayback import live

_SAVED_FROM = re.compile(r"<!-- saved from url=\([0-9]{1,6}\)(https?://[^\s<>\"]{1,2000}) ")

_SINGLE_FILE = re.compile(r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url: (https?://[^\s<>\"]{1,2000})")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was saved."""

    root: Element
    url: str | None
    """Where it was: its canonical link, else ``og:url``, else what the browser that saved it wrote down; None when
    none of them is there."""
    language: str | None
    """The ``lang`` of the page in lower case, such as ``pt-br``; None when it says none."""

    @classmethod
    def of(cls, text: str, engine: Engine | None = None) -> "Page":
        """The page ``text``, which must be decoded; it is cleaned where text is taken from it."""
        text = live(text)
        root = parse(text, engine)
        return cls(root, _url(root, text), (root.get("lang") or root.get("xml:lang") or "").strip().lower() or None)

    def meta(self, name: str) -> str | None:
        """The content of the ``meta`` that bears ``name`` as its name or property; None when empty or absent."""
        for element in self.root.select("meta[content]"):
            if name in (element.get("property"), element.get("name"), element.get("itemprop")):
                return (element.get("content") or "").strip() or None
        return None


def _url(root: Element, text: str) -> str | None:
    for selector, attribute in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        element = root.first(selector)
        address = absolute((element.get(attribute) if element else None) or "", None)
        if address.startswith(("http://", "https://")):
            return address
    saved = _SAVED_FROM.search(text[:4096]) or _SINGLE_FILE.search(text[:4096])
    return saved[1] if saved else None
