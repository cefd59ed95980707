"""The few CSS selectors that both engines understand alike, for the engine whose own are slow.

Tags, ids, classes, attributes, descendants, children and commas. Every element is looked at once for all parts of a
comma list; of a selector with several steps the last one is looked for, and the others among what holds it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_STEP = re.compile(r"\s{0,3}(>)?\s{0,3}((?:[^\s>\"\[\],]|\[[^\]\"]*(?:\"[^\"]*\")?\])+)")
_PIECE = re.compile(r"([a-zA-Z][\w-]*)|#([\w-]+)|\.([\w-]+)|\[([\w:-]+)(?:([~^$*]?=)\"?([^\"\]]*)\"?)?\]")
_PART = re.compile(r"(?:[^\",]|\"[^\"]*\")+")

Attributes = Mapping[str, str | None]


@dataclass(slots=True)
class Step:
    """What one element must be."""

    is_child: bool = False
    """Whether it must stand right below what the step before it found."""
    tag: str | None = None
    id: str | None = None
    classes: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    """Name, operator (empty: it must be there) and value."""

    def fits(self, tag: str, attributes: Attributes) -> bool:
        """Whether an element with this tag and these attributes is what the step asks for."""
        if self.tag is not None and self.tag != tag:
            return False
        if self.id is not None and attributes.get("id") != self.id:
            return False
        if self.classes:
            names = (attributes.get("class") or "").split()
            if not all(name in names for name in self.classes):
                return False
        return all(_holds(attributes, *test) for test in self.attributes)


@dataclass(frozen=True, slots=True)
class Selector:
    """A comma list, its parts sorted by what their last step can be found by."""

    by_class: Mapping[str, list[list[Step]]]
    by_id: Mapping[str, list[list[Step]]]
    by_tag: Mapping[str, list[list[Step]]]
    others: list[list[Step]]
    """These need an attribute."""

    def candidates(self, tag: str, attributes: Attributes) -> Iterator[list[Step]]:
        """The parts that an element may fit, with their steps."""
        yield from self.by_tag.get(tag, ())
        if attributes:
            if self.by_id:
                yield from self.by_id.get(attributes.get("id") or "", ())
            if self.by_class and (names := attributes.get("class")):
                for name in names.split():
                    yield from self.by_class.get(name, ())
            yield from self.others


@lru_cache(maxsize=256)
def compiled(selector: str) -> Selector:
    """``selector``, which is one of the program's own, taken apart."""
    found = Selector({}, {}, {}, [])
    by_class: dict[str, list[list[Step]]] = {}
    by_id: dict[str, list[list[Step]]] = {}
    by_tag: dict[str, list[list[Step]]] = {}
    for part in _PART.findall(selector):
        steps = [_step(match) for match in _STEP.finditer(part)]
        last = steps[-1]
        if last.id is not None:
            by_id.setdefault(last.id, []).append(steps)
        elif last.classes:
            by_class.setdefault(last.classes[0], []).append(steps)
        elif last.tag is not None:
            by_tag.setdefault(last.tag, []).append(steps)
        else:
            found.others.append(steps)
    return Selector(by_class, by_id, by_tag, found.others)


def _step(match: re.Match[str]) -> Step:
    step = Step(is_child=match[1] is not None)
    for tag, name, style, attribute, operator, value in _PIECE.findall(match[2]):
        if tag:
            step.tag = tag.lower()
        elif name:
            step.id = name
        elif style:
            step.classes.append(style)
        else:
            step.attributes.append((attribute, operator, value))
    return step


def _holds(attributes: Attributes, name: str, operator: str, value: str) -> bool:
    if name not in attributes:
        return False
    actual = attributes[name] or ""
    match operator:
        case "":
            return True
        case "=":
            return actual == value
        case "~=":
            return value in actual.split()
        case "^=":
            return bool(value) and actual.startswith(value)
        case "$=":
            return bool(value) and actual.endswith(value)
        case _:
            return bool(value) and value in actual
