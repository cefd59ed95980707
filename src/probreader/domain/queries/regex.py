"""What finds a regular expression in texts; :mod:`.regex_syntax` tells what is accepted.

No text takes time out of proportion to its length: where Python's :mod:`re` might try many ways, :mod:`.automaton`
reads the text once. Most texts are told not to match by the letters that they lack.
"""

import re
from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import mul

from probreader.domain.queries.automaton import Automaton, Builder, Piece
from probreader.domain.queries.regex_syntax import Any, Choice, Edge, Part, RegexFaultError, Repeat, Sequence, parsed

__all__ = ["Finder", "RegexFaultError", "compiled"]

MOST_STATES = 1000
"""Of the automaton, which holds ``x{9}`` nine times."""
MOST_STEPS = 256
"""Steps that Python's :mod:`re` may take from one place in a text; an expression that may take more is not given it."""


class Finder:
    """Finds one regular expression in texts."""

    def __init__(self, part: Part) -> None:
        self._literals = tuple(run.lower() for run in _literals(part))
        self._simple = _simple(part)
        self.automaton = Automaton(lambda builder: _built(part, builder))

    def is_in(self, text: str) -> bool:
        """Whether the expression matches anywhere in ``text``."""
        # Beyond ASCII, letters that differ when lower-cased may match each other.
        if self._literals and text.isascii():
            lowered = text.lower()
            if not all(literal in lowered for literal in self._literals):
                return False
        return self.automaton.is_in(text) if self._simple is None else self._simple.search(text) is not None

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where it matches; see :meth:`.automaton.Automaton.spans`."""
        return self.automaton.spans(text)


@lru_cache(maxsize=64)
def compiled(source: str) -> Finder:
    """What finds ``source`` in texts.

    Raises:
        RegexFaultError: it is not accepted.
    """
    part = parsed(source)
    if _size(part) > MOST_STATES:
        raise RegexFaultError(0, len(source), "This regular expression repeats too much; use smaller numbers.")
    return Finder(part)


def _size(part: Part) -> int:
    match part:
        case Sequence(parts) | Choice(parts):
            return len(parts) + sum(map(_size, parts))
        case Repeat(inner, least, most):
            return (_size(inner) + 1) * max(1, least + 1 if most is None else most)
    return 1


def _simple(part: Part) -> re.Pattern[str] | None:
    """``part`` for Python's :mod:`re`; None when that might take too long."""
    if _steps(part) > MOST_STEPS:
        return None
    return re.compile(_source(part), re.IGNORECASE | re.MULTILINE)


def _source(part: Part) -> str:
    match part:
        case Any(source):
            return source
        case Edge(sign):
            return r"\b" if sign == "b" else sign
        case Sequence(parts):
            return "".join(map(_source, parts))
        case Choice(parts):
            return f"(?:{'|'.join(map(_source, parts))})"
    return f"(?:{_source(part.part)}){{{part.least},{'' if part.most is None else part.most}}}"


def _steps(part: Part) -> float:
    """A bound of the steps in which all ways through ``part`` from one place in a text are tried."""
    return _ways(part) * _size(part)


def _ways(part: Part) -> float:
    """In how many ways ``part`` may match at one place, at most."""
    match part:
        case Sequence(parts):
            return reduce(mul, map(_ways, parts), 1.0)
        case Choice(parts):
            return sum(map(_ways, parts))
        case Repeat(inner, least, most):
            if most is None:
                return float("inf")
            # Beyond the bound it does not matter how far, and great numbers have no power.
            ways = min(_ways(inner), 1.0 + MOST_STEPS)
            return sum(min(ways**times, 1.0 + MOST_STEPS) for times in range(least, most + 1))
    return 1.0


def _literals(part: Part) -> Iterator[str]:
    """Runs of ASCII characters that are in every match, whatever their case."""
    match part:
        case Any(character=str(character)) if character.isascii():
            yield character
        case Sequence(parts):
            run = ""
            for inner in parts:
                if isinstance(inner, Any) and inner.character is not None and inner.character.isascii():
                    run += inner.character
                    continue
                yield from (run,) if run else ()
                run = ""
                yield from _literals(inner)
            yield from (run,) if run else ()
        case Repeat(inner, least, _) if least > 0:
            yield from _literals(inner)


def _built(part: Part, builder: Builder) -> Piece:
    match part:
        case Any(source):
            return builder.character(source)
        case Sequence(parts):
            return builder.sequence([_built(inner, builder) for inner in parts])
        case Choice(parts):
            return builder.choice([_built(inner, builder) for inner in parts])
        case Repeat(inner, least, most):
            copies = [_built(inner, builder) for _ in range(least if most is None else most)]
            if most is None:
                return builder.sequence([*copies, builder.loop(_built(inner, builder))])
            return builder.sequence([*copies[:least], *(builder.optional(copy) for copy in copies[least:])])
    return builder.edge(part.sign)
