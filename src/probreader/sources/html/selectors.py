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
        if step.id is not None:
            wanted = step.id.lower() if self._folds else step.id
            entries = [entry for entry in self.having("id") if self._folded(entry.attributes["id"]) == wanted]
            return [entry for entry in entries if self._fits(entry, step)]
        if step.classes:
            entries = self._by_class.get(self._folded(step.classes[0]), [])
            is_plain = len(step.classes) == 1 and step.tag is None and not step.tests
            return entries if is_plain else [entry for entry in entries if self._fits(entry, step)]
        entries = self._by_tag.get(step.tag, []) if step.tag is not None else self.having(step.tests[0][0])
        return [entry for entry in entries if self._fits(entry, step)] if step.tests else entries

    def _fits(self, entry: E, step: Step) -> bool:
        if step.tag is not None and entry.tag != step.tag:
            return False
        if step.classes:
            names = set(map(self._folded, entry.classes))
            if not names.issuperset(map(self._folded, step.classes)):
                return False
        return all(_passes(entry.attributes.get(name), name, test, value) for name, test, value in step.tests)

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
    def _by_class(self) -> Mapping[str, list[E]]:
        found: dict[str, list[E]] = {}
        for entry in self.having("class"):
            for name in set(map(self._folded, entry.classes)) if len(entry.classes) > 1 else entry.classes:
                found.setdefault(self._folded(name), []).append(entry)
        return found

    def having(self, attribute: str) -> list[E]:
        """The elements with an attribute, in document order."""
        if attribute not in self._having:
            self._having[attribute] = [entry for entry in self._entries if attribute in entry.attributes]
        return self._having[attribute]


def _passes(value: str | None, name: str, test: str, wanted: str) -> bool:
    if value is None:
        return False
    if name in _FOLDED:
        value, wanted = value.lower(), wanted.lower()
    match test:
        case "":
            return True
        case "=":
            return value == wanted
        case "~=":
            return wanted in value.split()
        case "^=":
            return bool(wanted) and value.startswith(wanted)
        case "$=":
            return bool(wanted) and value.endswith(wanted)
        case _:
            return bool(wanted) and wanted in value
