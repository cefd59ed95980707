"""One door to the HTML parsers: :func:`parse` gives the root :class:`Element` of a page.

Two engines follow the HTML standard's rules for broken markup. lexbor (through selectolax) reads 100 MB and more in a
second, but its time grows with the square of the depth and of the attributes of one tag; justhtml is pure Python, some
twenty times slower and bounded in both. So a page goes to lexbor unless :func:`is_extravagant`. Where the standard's
rules would make millions of elements of emphasis that is never closed, both are spared it: it is taken out.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Protocol, Self

from probreader.sources.html.extravagance import Extravagance, extravagance_of, without_emphasis

LONGEST_TAG = 16 * 1024
"""Characters; only a longer tag is looked at for its attributes."""
MOST_ATTRIBUTES = 500
"""Attributes of one tag above which a page is read by the bounded engine."""


class Engine(StrEnum):
    """What parses a page."""

    LEXBOR = "lexbor"
    JUSTHTML = "justhtml"


class Visit(StrEnum):
    """What :meth:`Element.walk` has come upon."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"


class Element(Protocol):
    """An element of a page. Equal and hashed by identity of the element, not of this handle on it."""

    @property
    def tag(self) -> str:
        """The name in lower case."""

    @property
    def attributes(self) -> dict[str, str]:
        """All attributes; one without a value has the empty string."""

    @property
    def parent(self) -> Self | None:
        """None for the root."""

    @property
    def classes(self) -> list[str]:
        """The words of the ``class`` attribute."""

    def get(self, name: str) -> str | None:
        """The value of an attribute; None when the element has no such attribute."""

    def select(self, selector: str) -> list[Self]:
        """The descendants that match a CSS selector, in document order, each once; never the element itself.

        Only tags, ids, classes, attributes, descendants, children and commas are alike in both engines.
        """

    def first(self, selector: str) -> Self | None:
        """The first of :meth:`select`."""

    def children(self) -> Iterator[Self]:
        """The child elements."""

    def following(self) -> Iterator[Self]:
        """The sibling elements after this one, nearest first."""

    def text(self) -> str:
        """All text below, that of scripts and styles too, as it stands in the page."""

    def remarks(self) -> Iterator[str]:
        """What stands in the comments (``<!-- -->``) among the children."""

    def walk(self, enter: Callable[[Self], bool]) -> Iterator[tuple[Visit, str, Self | None]]:
        """What stands below, in order: ``(TEXT, text, None)``, ``(OPEN, tag, element)``, ``(CLOSE, tag, None)``.

        An element that ``enter`` refuses is passed over with all that it holds.
        """


def parse(text: str, engine: Engine | None = None) -> Element:
    """The root (``html``) element of the page ``text``; ``engine`` None chooses the fast one where it is safe."""
    extravagance = extravagance_of(text)
    if extravagance is Extravagance.EMPHASIS:
        text = without_emphasis(text)
        extravagance = extravagance_of(text)
    if engine is None:
        engine = Engine.JUSTHTML if extravagance or _has_long_tag(text) else Engine.LEXBOR
    if engine is Engine.LEXBOR:
        from probreader.sources.html import lexbor

        return lexbor.parse(text)
    from probreader.sources.html import just

    return just.parse(text)


def ancestors(element: Element) -> Iterator[Element]:
    """The elements around ``element``, nearest first."""
    above = element.parent
    while above is not None:
        yield above
        above = above.parent


def is_extravagant(text: str) -> bool:
    """Whether ``text`` may nest deeper than is good for the fast engine, or has a tag with too many attributes."""
    return extravagance_of(text) is not None or _has_long_tag(text)


def _has_long_tag(text: str) -> bool:
    """Whether a tag has more than :data:`MOST_ATTRIBUTES`."""
    return any(_has_many_attributes(tag) for tag in _long_tags(text))


def _long_tags(text: str) -> Iterator[str]:
    """What stands between a ``<`` and the next ``>`` and is longer than :data:`LONGEST_TAG`."""
    start = 0
    while start + LONGEST_TAG < len(text):
        end = text.rfind(">", start, start + LONGEST_TAG)
        if end < 0:
            end = text.find(">", start)
            end = len(text) if end < 0 else end
            if (tag := text.find("<", start, end)) >= 0:
                yield text[tag:end]
        start = end + 1


def _has_many_attributes(tag: str) -> bool:
    return tag.count("=") > MOST_ATTRIBUTES or len(tag.split(None, MOST_ATTRIBUTES)) > MOST_ATTRIBUTES
