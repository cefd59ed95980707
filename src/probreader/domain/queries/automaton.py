"""Texts are read once, character by character, by a machine whose states are made when they are first needed.

A state is the set of all places in the expression that what was read so far may have led to, so that nothing is ever
tried again: the time is linear in the text, whatever the expression. (K. Thompson, "Regular expression search
algorithm", 1968; R. Cox, "Regular expression matching can be simple and fast", 2007.)
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

LONGEST_SHOWN = 400
"""Characters of a match that are looked for where it is to be shown; a longer one is shown so far."""
MOST_SHOWN = 500
"""Matches shown in one text."""
MOST_REMEMBERED = 20_000
"""Steps that are remembered; then the machine begins anew, so that its memory is bounded."""


class _Beside(IntEnum):
    """What stands on one side of a place in a text."""

    NOTHING = 0
    NEWLINE = 1
    WORD = 2
    OTHER = 3


def _beside(character: str) -> _Beside:
    if character.isalnum() or character == "_":
        return _Beside.WORD
    return _Beside.NEWLINE if character == "\n" else _Beside.OTHER


_AT_LINE_END = (_Beside.NOTHING, _Beside.NEWLINE)


@dataclass(slots=True)
class _Place:
    """A place in the expression, and where one comes to from there."""

    is_met: Callable[[str], object] | None = None
    """Whether a character leads on; None when none is needed."""
    edge: str | None = None
    """``^``, ``$`` or ``b`` when the place is passed at such an edge only."""
    then: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an expression: by ``start`` one enters it, at ``end`` one has passed it."""

    start: int
    end: int


class Builder:
    """Makes the places of an expression, to be read forwards or backwards."""

    def __init__(self, *, is_backward: bool) -> None:
        self.places: list[_Place] = []
        self._is_backward = is_backward

    def _new(self, place: _Place) -> int:
        self.places.append(place)
        return len(self.places) - 1

    def _passed(self, place: _Place) -> Piece:
        start, end = self._new(place), self._new(_Place())
        place.then.append(end)
        return Piece(start, end)

    def character(self, source: str) -> Piece:
        """One character of the set that ``source`` is, as :mod:`re` writes it."""
        return self._passed(_Place(is_met=re.compile(source, re.IGNORECASE).match))

    def edge(self, sign: str) -> Piece:
        """The edge ``^``, ``$`` or ``b``."""
        return self._passed(_Place(edge=sign))

    def sequence(self, pieces: Sequence[Piece]) -> Piece:
        """``pieces`` one after another."""
        ordered = pieces[::-1] if self._is_backward else pieces
        start = end = self._new(_Place())
        for piece in ordered:
            self.places[end].then.append(piece.start)
            end = piece.end
        return Piece(start, end)

    def choice(self, pieces: Sequence[Piece]) -> Piece:
        """Any of ``pieces``."""
        end = self._new(_Place())
        start = self._new(_Place(then=[piece.start for piece in pieces]))
        for piece in pieces:
            self.places[piece.end].then.append(end)
        return Piece(start, end)

    def loop(self, piece: Piece) -> Piece:
        """``piece`` any number of times, or not at all."""
        end = self._new(_Place())
        start = self._new(_Place(then=[piece.start, end]))
        self.places[piece.end].then.append(start)
        return Piece(start, end)

    def optional(self, piece: Piece) -> Piece:
        """``piece``, or nothing."""
        start = self._new(_Place(then=[piece.start, piece.end]))
        return Piece(start, piece.end)


class _State(dict[str, tuple[bool, "_State"]]):
    """By the next character: whether a match has ended before it, and the state after it; filled when first asked."""

    __slots__ = ("machine", "places", "seen")

    def __init__(self, machine: "_Machine", places: frozenset[int], seen: _Beside) -> None:
        super().__init__()
        self.machine = machine
        self.places = places
        self.seen = seen

    def __missing__(self, character: str) -> tuple[bool, "_State"]:
        return self.machine.step(self, character)


class _Machine:
    """Reads in one direction; with ``is_floating`` a match may begin anywhere, else where reading begins."""

    def __init__(self, build: Callable[[Builder], Piece], *, is_backward: bool, is_floating: bool) -> None:
        builder = Builder(is_backward=is_backward)
        whole = build(builder)
        self._places = builder.places
        self._start = whole.start
        self._end = whole.end
        self._is_backward = is_backward
        self._is_floating = is_floating
        self._states: dict[tuple[frozenset[int], _Beside], _State] = {}
        self._remembered = 0

    def start(self, seen: _Beside) -> _State:
        """The state in which reading begins, behind what was ``seen``."""
        return self._state(frozenset((self._start,)), seen)

    def is_ended(self, state: _State, coming: _Beside) -> bool:
        """Whether a match ends here, before what is ``coming``."""
        return self._end in self._reached(state, coming)

    def step(self, state: _State, character: str) -> tuple[bool, _State]:
        """What ``state[character]`` is to be."""
        coming = _beside(character)
        reached = self._reached(state, coming)
        places = {
            following
            for number in reached
            if (is_met := self._places[number].is_met) is not None and is_met(character)
            for following in self._places[number].then
        }
        if self._is_floating:
            places.add(self._start)
        result = state[character] = self._end in reached, self._state(frozenset(places), coming)
        self._remembered += 1
        if self._remembered > MOST_REMEMBERED:
            self._states.clear()
            self._remembered = 0
        return result

    def _state(self, places: frozenset[int], seen: _Beside) -> _State:
        state = self._states.get((places, seen))
        if state is None:
            state = self._states[places, seen] = _State(self, places, seen)
        return state

    def _reached(self, state: _State, coming: _Beside) -> set[int]:
        """The places that one comes to from ``state`` without a further character."""
        left, right = (coming, state.seen) if self._is_backward else (state.seen, coming)
        reached: set[int] = set()
        stack = list(state.places)
        while stack:
            number = stack.pop()
            place = self._places[number]
            if number in reached or (place.edge is not None and not _is_edge(place.edge, left, right)):
                continue
            reached.add(number)
            if place.is_met is None:
                stack.extend(place.then)
        return reached


def _is_edge(sign: str, left: _Beside, right: _Beside) -> bool:
    if sign == "b":
        return (left is _Beside.WORD) != (right is _Beside.WORD)
    return (left if sign == "^" else right) in _AT_LINE_END


class Automaton:
    """Finds one expression in texts."""

    def __init__(self, build: Callable[[Builder], Piece]) -> None:
        """``build`` makes the expression, as often as it is asked to."""
        self._build = build

    @cached_property
    def _finder(self) -> _Machine:
        return _Machine(self._build, is_backward=False, is_floating=True)

    @cached_property
    def _starts(self) -> _Machine:
        return _Machine(self._build, is_backward=True, is_floating=True)

    @cached_property
    def _ends(self) -> _Machine:
        return _Machine(self._build, is_backward=False, is_floating=False)

    def is_in(self, text: str) -> bool:
        """Whether the expression matches anywhere in ``text``."""
        state = self._finder.start(_Beside.NOTHING)
        for character in text:
            is_ended, state = state[character]
            if is_ended:
                return True
        return self._finder.is_ended(state, _Beside.NOTHING)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where it matches, from the left, each match as long as it can be; what matches nothing is left out."""
        found: list[tuple[int, int]] = []
        last = 0
        for start in reversed(list(self._started(text))):
            if start < last:
                continue
            end = self._end_of(text, start)
            if end > start:
                found.append((start, end))
                last = end
            if len(found) == MOST_SHOWN:
                break
        return tuple(found)

    def _started(self, text: str) -> Iterator[int]:
        """Every offset at which a match begins, from the right."""
        machine = self._starts
        state = machine.start(_Beside.NOTHING)
        for offset in range(len(text), 0, -1):
            is_ended, state = state[text[offset - 1]]
            if is_ended:
                yield offset
        if machine.is_ended(state, _Beside.NOTHING):
            yield 0

    def _end_of(self, text: str, start: int) -> int:
        """Where the longest match that begins at ``start`` ends, as far as it is looked for."""
        machine = self._ends
        state = machine.start(_beside(text[start - 1]) if start else _Beside.NOTHING)
        end = None
        for offset in range(start, min(len(text), start + LONGEST_SHOWN)):
            is_ended, state = state[text[offset]]
            if is_ended:
                end = offset
            if not state.places:
                return start if end is None else end
        stop = min(len(text), start + LONGEST_SHOWN)
        if machine.is_ended(state, _beside(text[stop]) if stop < len(text) else _Beside.NOTHING) or end is None:
            return stop
        return end
