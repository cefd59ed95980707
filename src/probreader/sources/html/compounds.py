"""The few CSS selectors that telling a template's parts needs: compounds, each around the next."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_SIMPLE = re.compile(r"\.([\w-]+)|#([\w-]+)|\[([\w-]+)(?:([~*^$]?=)[\"']?([^\"'\]]*)[\"']?)?\]|([a-z][a-z0-9]*)")


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must be, such as ``a.url[rel~=tag]``."""

    tag: str | None
    classes: frozenset[str]
    tests: tuple[tuple[str, str, str], ...]
    """Attribute, operator and value; with an empty operator the attribute need only be there."""

    def fits(self, tag: str, attributes: Mapping[str, str], classes: frozenset[str]) -> bool:
        """Whether an element with these is meant."""
        if (self.tag is not None and tag != self.tag) or not self.classes <= classes:
            return False
        for name, test, wanted in self.tests:
            value = attributes.get(name)
            if value is None or not _passes(value, test, wanted):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Selector:
    """Compounds from the outermost to the element itself."""

    compounds: tuple[Compound, ...]
    index: str
    """A name that every element meant bears: ``.class``, ``[attribute]`` or a tag."""
    around: tuple[str, ...]
    """Such a name of each element around it; where nothing on a page bears one of them, nothing is meant."""


@cache
def compiled(selectors: str) -> tuple[Selector, ...]:
    """The selectors of a comma list. They are the program's own: one that is not understood raises ValueError."""
    return tuple(_selector(text.strip()) for text in selectors.split(","))


def _selector(text: str) -> Selector:
    compounds = tuple(map(_compound, text.split()))
    *around, index = map(_index, compounds)
    return Selector(compounds, index, tuple(around))


def _index(compound: Compound) -> str:
    if compound.classes:
        return f".{min(compound.classes)}"
    return f"[{compound.tests[0][0]}]" if compound.tests else compound.tag or ""


def _compound(text: str) -> Compound:
    tag = None
    classes = set()
    tests = []
    end = 0
    for match in _SIMPLE.finditer(text):
        if match.start() != end:
            break
        end = match.end()
        if match[1]:
            classes.add(match[1])
        elif match[2]:
            tests.append(("id", "=", match[2]))
        elif match[3]:
            tests.append((match[3], match[4] or "", match[5] or ""))
        else:
            tag = match[6]
    if end != len(text) or not end:
        raise ValueError(f"not a selector: {text}")
    return Compound(tag, frozenset(classes), tuple(tests))


def _passes(value: str, test: str, wanted: str) -> bool:
    match test:
        case "=":
            return value == wanted
        case "~=":
            return wanted in value.split()
        case "*=":
            return wanted in value
        case "^=":
            return value.startswith(wanted)
        case "$=":
            return value.endswith(wanted)
    return True
