"""Objects in the words of schema.org, whether a page gives them as microdata or as JSON-LD."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TypeGuard

from probreader.domain.clean import clean_line
from probreader.domain.prose import Prose
from probreader.sources.html.dom import Element
from probreader.sources.html.markup import Enter, absolute, line_of, prose_of, prose_of_markup, prose_of_text

Node = Mapping[str, object]
"""An object as JSON-LD has it: ``@type``, ``@id`` and properties, each a value or a list of values. A value is a text,
a number, another object, or, of microdata, the element that holds the text."""

ELEMENT = "#element"
"""The property under which an object of microdata has its own element."""

_COMMENTS = frozenset(("comment", "usercomments", "answer", "correctioncomment", "userreview"))
_POSTS = frozenset(
    "blogposting article newsarticle discussionforumposting socialmediaposting liveblogposting techarticle "
    "scholarlyarticle opinionnewsarticle reportagenewsarticle analysisnewsarticle satiricalarticle question "
    "advertisercontentarticle report backgroundnewsarticle reviewnewsarticle".split()
)
_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,20}(?:\s[^<>]{0,2000})?/?>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")


def values(node: Node, *names: str) -> Iterator[object]:
    """All values of the properties ``names``, in their order."""
    for name in names:
        value = node.get(name)
        if isinstance(value, list):
            yield from (each for each in value if each is not None)
        elif value is not None:
            yield value


def types(node: Node) -> set[str]:
    """The names of the object's types in lower case, without the address of the vocabulary."""
    return {
        name.rpartition("/")[2].rpartition(":")[2].lower() for name in values(node, "@type") if isinstance(name, str)
    }


def is_comment(node: Node) -> bool:
    """Whether the object is of a type that only comments have."""
    return not _COMMENTS.isdisjoint(types(node))


def is_post(node: Node) -> bool:
    """Whether the object is of a type that comments answer."""
    return not _POSTS.isdisjoint(types(node))


def line(value: object) -> str:
    """``value`` as one clean line; empty for an object or a list."""
    if isinstance(value, str):
        return clean_line(unescape(value) if "&" in value else value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return line_of(value) if is_element(value) else ""


def address(value: object, base: str | None) -> str:
    """Where ``value`` (a text, a link, or an object that names its address) leads; empty when nowhere."""
    if isinstance(value, Mapping):
        return next((found for each in values(value, "@id", "url") if (found := address(each, base))), "")
    href = value.get("href") if is_element(value) else None
    words = href if href is not None else line(value)
    return absolute(words, base) if words else ""


def first_line(node: Node, *names: str) -> str | None:
    """The first of the properties ``names`` that is a text with words; of an object its name or address."""
    for value in values(node, *names):
        words = line(value) if not isinstance(value, Mapping) else first_line_of_named(value)
        if words:
            return words
    return None


def first_line_of_named(node: Node) -> str:
    """The name of an object, else its address."""
    return next((words for value in values(node, "name", "url", "@id") if (words := line(value))), "")


def prose(value: object, base: str | None, enter: Enter | None = None) -> Prose:
    """``value`` as prose: markup, plain text, or what stands in an element but for what ``enter`` refuses."""
    if isinstance(value, str):
        if _MARKUP.search(value):
            return prose_of_markup(value, base, rules=True)
        return prose_of_text(unescape(value) if _ENTITY.search(value) else value)
    return prose_of(value, base, enter, rules=True) if is_element(value) else Prose("")


def is_element(value: object) -> TypeGuard[Element]:
    """Whether ``value`` is an element of the page."""
    return hasattr(value, "walk")
