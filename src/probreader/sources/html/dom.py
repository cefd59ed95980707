"""One door to the HTML parsers: :func:`parse` gives the root :class:`Element` of a page.

Two engines follow the HTML standard's rules for broken markup. lexbor (through selectolax) reads 100 MB and more in a
second, but its time grows with the square of the depth and of the attributes of one tag; justhtml is pure Python, some
twenty times slower and bounded in both. So a page goes to lexbor unless :func:`is_extravagant`. Where the standard's
rules would make millions of elements of emphasis that is never closed, both are spared it: it is taken out.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from probreader.sources.collecting import collector_paused
from probreader.sources.html.extravagance import Extravagance, extravagance_of, without_emphasis
from probreader.sources.html.tree import Element, Visit

__all__ = ["Element", "Engine", "Visit", "ancestors", "is_extravagant", "parse"]

LONGEST_TAG = 16 * 1024
"""Characters; only a longer tag is looked at for its attributes."""
MOST_ATTRIBUTES = 500
"""Attributes of one tag above which a page is read by the bounded engine."""
_DOCTYPE = re.compile(r"\A\s*+(?:<!--(?s:.*?)-->\s*+|<\?[^>]*+>\s*+)*+<!doctype\b", re.IGNORECASE)


class Engine(StrEnum):
    """What parses a page."""

    LEXBOR = "lexbor"
    JUSTHTML = "justhtml"


def parse(text: str, engine: Engine | None = None) -> Element:
    """The root (``html``) element of the page ``text``; ``engine`` None chooses the fast one where it is safe."""
    extravagance = extravagance_of(text)
    if extravagance is Extravagance.EMPHASIS:
        text = without_emphasis(text)
        extravagance = extravagance_of(text)
    if engine is None:
        engine = Engine.JUSTHTML if extravagance or _has_long_tag(text) else Engine.LEXBOR
    is_quirky = _DOCTYPE.match(text) is None
    if engine is Engine.LEXBOR:
        from probreader.sources.html import lexbor

        with collector_paused():
            return lexbor.parse(text, is_quirky=is_quirky).root
    from probreader.sources.html import just

    return just.parse(text, is_quirky=is_quirky).root


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
