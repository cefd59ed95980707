"""One door to the HTML parsers: :func:`parse` gives the root :class:`Element` of a page.

Two engines follow the HTML standard's rules for broken markup. lexbor (through selectolax) reads 100 MB and more in a
second, but its time grows with the square of the depth and of the attributes of one tag; justhtml is pure Python, some
twenty times slower and bounded on whatever it is given. So a page goes to lexbor unless :func:`is_extravagant`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Protocol, Self

DEEPEST = 1_000
"""Open elements above which a page is read by the bounded engine."""
LONGEST_TAG = 16 * 1024
"""Characters; only a longer tag is looked at for its attributes."""
MOST_ATTRIBUTES = 500
"""Attributes of one tag above which a page is read by the bounded engine."""

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,20})")
# Elements without content, and those that the next of their kind closes: these nest only with counted ones between.
_NEVER_DEEP = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd option tr td th thead tbody tfoot body head html".split()
)


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
    if engine is None:
        engine = Engine.JUSTHTML if is_extravagant(text) else Engine.LEXBOR
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
    """Whether ``text`` may nest deeper than :data:`DEEPEST`, or has a tag of more than :data:`MOST_ATTRIBUTES`."""
    return _may_nest_deep(text) or any(_has_many_attributes(tag) for tag in _long_tags(text))


def _long_tags(text: str) -> Iterator[str]:
    """What stands between a ``<`` and the next ``>`` and is longer than :data:`LONGEST_TAG`."""
    if len(text) <= LONGEST_TAG:
        return
    for piece in text.split(">"):
        if len(piece) > LONGEST_TAG and (start := piece.find("<")) >= 0:
            yield piece[start:]


def _has_many_attributes(tag: str) -> bool:
    return tag.count("=") > MOST_ATTRIBUTES or len(tag.split(None, MOST_ATTRIBUTES)) > MOST_ATTRIBUTES


def _may_nest_deep(text: str) -> bool:
    """Counts tags and not elements, so that it errs on the side of the bounded engine.

    An end tag closes at most one element of its name; every name is counted for itself: stray ones hide nothing.
    """
    if text.count("<") - text.count("</") <= DEEPEST:
        return False
    depth = 0
    opened: Counter[str] = Counter()
    for match in _TAG.finditer(text):
        closing, name = match.groups()
        if name in _NEVER_DEEP:
            continue
        if not closing:
            opened[name] += 1
            depth += 1
            if depth > DEEPEST:
                return True
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
    return False
