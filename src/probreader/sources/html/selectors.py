"""The CSS selectors that telling a page's parts needs, and an index that answers them.

Tags, ids, classes, attributes, descendants, children and commas. Of a selector with several steps the elements that
the first one means are found, then among those in them what the second one means, and so on: nothing is climbed, so
that depth costs nothing. What a selector finds is kept, since the same few are asked of many parts of a page.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import Generic, Protocol, TypeVar

_STEP = re.compile(r"\s{0,3}(>)?\s{0,3}((?:[^\s>\"\[\],]|\[[^\]\"]*(?:\"[^\"]*\")?\])+)")
_PIECE = re.compile(
    r"(?P<tag>[a-zA-Z][\w-]*)|#(?P<id>[\w-]+)|\.(?P<name>[\w-]+)"
    r"|\[(?P<attribute>[\w:-]+)(?:(?P<test>[~^$*]?=)[\"']?(?P<value>[^\"'\]]*)[\"']?)?\]"
)
_PART = re.compile(r"(?:[^\",]|\"[^\"]*\")+")
_FOLDED = frozenset(("rel", "type"))
"""Attributes of which the standard says that their values are the same in upper and lower case."""


class Entry(Protocol):
    """What an index is made of."""

    @property
    def tag(self) -> str:
        """The name in lower case."""

    @property
    def attributes(self) -> Mapping[str, str]:
        """All attributes."""

    @property
    def classes(self) -> Collection[str]:
        """The words of the ``class`` attribute."""

    @property
    def start(self) -> int:
        """Its place in the page."""

    @property
    def end(self) -> int:
        """The place behind all that stands in it."""


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Step:
    """What one element must be."""

    is_child: bool
    """Whether it must stand right below what the step before it found."""
    tag: str | None
    id: str | None
    classes: tuple[str, ...]
    tests: tuple[tuple[str, str, str], ...]
    """Attribute, operator and value; with an empty operator the attribute need only be there."""


@cache
def compiled(selectors: str) -> tuple[tuple[Step, ...], ...]:
    """The steps of each part of a comma list. They are the program's own: one not understood raises ValueError."""
    return tuple(_steps(part.strip()) for part in _PART.findall(selectors))


def _steps(part: str) -> tuple[Step, ...]:
    steps = []
    end = 0
    while match := _STEP.match(part, end):
        steps.append(_step(match[2], is_child=match[1] is not None))
        end = match.end()
    if end != len(part) or not steps:
        raise ValueError(f"not a selector: {part}")
    return tuple(steps)


def _step(text: str, *, is_child: bool) -> Step:
    pieces = list(_PIECE.finditer(text))
    if "".join(piece.group() for piece in pieces) != text:
        raise ValueError(f"not a selector: {text}")
    tests = [(piece["attribute"], piece["test"] or "", piece["value"] or "") for piece in pieces if piece["attribute"]]
    return Step(
        is_child,
        next((piece["tag"].lower() for piece in pieces if piece["tag"]), None),
        next((piece["id"] for piece in pieces if piece["id"]), None),
        tuple(piece["name"] for piece in pieces if piece["name"]),
        tuple(tests),
    )


class Index(Generic[E]):
    """All elements of a page, found by what they are."""

    def __init__(self, entries: Sequence[E], parent: Callable[[E], int], *, folds: bool = False) -> None:
        """``entries`` in document order; ``parent`` gives the start of what an entry stands right in.

        With ``folds`` ids and classes are the same in upper and lower case.
        """
        self._entries = entries
        self._parent = parent
        self._folds = folds
        self._found: dict[str, tuple[list[E], list[int]]] = {}
        self._having: dict[str, list[E]] = {}

    def select(self, selectors: str, within: E | None = None) -> list[E]:
        """The elements in ``within`` (or the page) that match one of ``selectors``, in document order, each once."""
        found, starts = self._found.get(selectors) or self._find(selectors)
        if within is None:
            return found.copy()
        return found[bisect_left(starts, within.start + 1) : bisect_left(starts, within.end)] if found else []

    def first(self, selectors: str, within: E) -> E | None:
        """The first of :meth:`select`."""
        found, starts = self._found.get(selectors) or self._find(selectors)
        place = bisect_left(starts, within.start + 1)
        return found[place] if place < len(found) and starts[place] < within.end else None

    def _find(self, selectors: str) -> tuple[list[E], list[int]]:
        parts = compiled(selectors)
        if len(parts) == 1:
            found = self._meant(parts[0])
        else:
            each = {entry.start: entry for steps in parts for entry in self._meant(steps)}
            found = [each[start] for start in sorted(each)]
        self._found[selectors] = found, [entry.start for entry in found]
        return self._found[selectors]

    def _meant(self, steps: Sequence[Step]) -> list[E]:
        """What the last of ``steps`` finds."""
        found = self._fitting(steps[0])
        for step in steps[1:]:
            if not found:
                break
            found = self._below(found, self._fitting(step), is_child=step.is_child)
        return found

    def _below(self, outer: Sequence[E], entries: Iterable[E], *, is_child: bool) -> list[E]:
        """Those of ``entries`` that stand in one of ``outer``; both in document order."""
        if is_child:
            starts = {entry.start for entry in outer}
            return [entry for entry in entries if self._parent(entry) in starts]
        found = []
        place = reach = 0
        for entry in entries:
            while place < len(outer) and outer[place].start < entry.start:
                reach = max(reach, outer[place].end)
                place += 1
            if entry.start < reach:
                found.append(entry)
        return found

    def _fitting(self, step: Step) -> list[E]:
        """What ``step`` finds anywhere in the page."""
        tests = step.tests
        if step.id is not None:
            wanted = self._folded(step.id)
            found = [entry for entry in self.having("id") if self._folded(entry.attributes["id"]) == wanted]
        elif step.classes:
            found = self._classed(step.classes[0])
        elif step.tag is not None:
            found = self._by_tag.get(step.tag, [])
        else:
            found = self.having(tests[0][0])
        if step.tag is not None and (step.id is not None or step.classes):
            found = [entry for entry in found if entry.tag == step.tag]
        for name in step.classes if step.id is not None else step.classes[1:]:
            found = [entry for entry in found if self._folded(name) in map(self._folded, entry.classes)]
        for name, test, value in tests:
            found = _passing(found, name, test, value)
        return found

    def _folded(self, name: str) -> str:
        return name.lower() if self._folds else name

    @cached_property
    def _by_tag(self) -> Mapping[str, list[E]]:
        found: dict[str, list[E]] = {}
        for entry in self._entries:
            if (known := found.get(entry.tag)) is None:
                found[entry.tag] = [entry]
            else:
                known.append(entry)
        return found

    @cached_property
    def _by_class(self) -> Mapping[str, list[list[E]]]:
        """For each class the elements with it, those in one list that have the very same classes."""
        alike: dict[str, list[E]] = {}
        for entry in self.having("class"):
            if (known := alike.get(names := entry.attributes["class"])) is None:
                alike[names] = [entry]
            else:
                known.append(entry)
        found: dict[str, list[list[E]]] = {}
        for entries in alike.values():
            for name in set(map(self._folded, entries[0].classes)):
                found.setdefault(name, []).append(entries)
        return found

    def _classed(self, name: str) -> list[E]:
        """The elements with a class, in document order."""
        lists = self._by_class.get(self._folded(name), ())
        return lists[0] if len(lists) == 1 else sorted(chain.from_iterable(lists), key=_start)

    def having(self, attribute: str) -> list[E]:
        """The elements with an attribute, in document order."""
        if attribute not in self._having:
            self._having[attribute] = [entry for entry in self._entries if attribute in entry.attributes]
        return self._having[attribute]


def _passing(entries: list[E], name: str, test: str, wanted: str) -> list[E]:
    """Those of ``entries`` of which an attribute passes a test."""
    if not test:
        return [entry for entry in entries if name in entry.attributes]
    with_values = [(entry, entry.attributes[name]) for entry in entries if entry.attributes.get(name)]
    if name in _FOLDED:
        wanted = wanted.lower()
        with_values = [(entry, value.lower()) for entry, value in with_values]
    match test:
        case "=":
            return [entry for entry, value in with_values if value == wanted]
        case "~=":
            return [entry for entry, value in with_values if wanted in value.split()]
        case "^=":
            return [entry for entry, value in with_values if value.startswith(wanted)]
        case "$=":
            return [entry for entry, value in with_values if value.endswith(wanted)]
        case _:
            return [entry for entry, value in with_values if wanted in value]


def _start(entry: Entry) -> int:
    return entry.start
