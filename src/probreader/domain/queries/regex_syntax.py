"""Regular expressions of a query: what is accepted of Python's, so that no text takes long.

Accepted: characters, ``.``, classes ``[a-z]``, ``\\d \\w \\s`` and their opposites, groups, ``|``, ``* + ? {m,n}``
(also lazy), ``^`` and ``$`` (of a line), ``\\b``. Refused: backreferences and looking around, which would need time
without bounds, names and flags. What is accepted means what :mod:`re` means by it with ``IGNORECASE`` and
``MULTILINE``, but that a match is the longest one.
"""

import re
from dataclasses import dataclass
from typing import TypeAlias

MOST_CHARACTERS = 300
MOST_NESTED = 16
MOST_REPEATS = 200
"""The greatest number in ``{m,n}``."""

_CLASSES = "dDwWsS"
_CONTROLS = {"n": "\n", "t": "\t"}
_COUNT = re.compile(r"\{(?!\})([0-9]*)(?:(,)([0-9]*))?\}")


class RegexFaultError(Exception):
    """The expression is not accepted; the message says why, a whole sentence or two."""

    def __init__(self, start: int, end: int, message: str) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Any:
    """One character of a set."""

    source: str
    """The set, as :mod:`re` writes it."""
    character: str | None = None
    """The one character in the set, whose case does not count; None when there are several."""


@dataclass(frozen=True, slots=True)
class Edge:
    """The edge of a line or a word."""

    sign: str
    """``^``, ``$`` or ``b``."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after another; nothing when there are none."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Any of them."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part so many times."""

    part: "Part"
    least: int
    most: int | None
    """None for any number."""


Part: TypeAlias = Any | Edge | Sequence | Choice | Repeat


def parsed(source: str) -> Part:
    """The tree of ``source``, whose depth is bounded.

    Raises:
        RegexFaultError: it is not accepted.
    """
    return _Parser(source).whole()


class _Parser:
    """Recursive descent; groups nest no deeper than :data:`MOST_NESTED`."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._open: list[int] = []

    def whole(self) -> Part:
        if len(self._source) > MOST_CHARACTERS:
            message = f"A regular expression has at most {MOST_CHARACTERS} characters."
            raise RegexFaultError(MOST_CHARACTERS, len(self._source), message)
        if not self._source:
            raise RegexFaultError(0, 0, "Write a regular expression between the slashes, as in /colou?r/.")
        part = self._choice()
        if self._at < len(self._source):
            raise self._fault("This parenthesis closes nothing; \\) is the character itself.")
        return part

    def _fault(self, message: str, start: int | None = None, length: int = 1) -> RegexFaultError:
        start = self._at if start is None else start
        return RegexFaultError(start, min(start + length, len(self._source)), message)

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _choice(self) -> Part:
        parts = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            parts.append(self._sequence())
        return Choice(tuple(parts)) if len(parts) > 1 else parts[0]

    def _sequence(self) -> Part:
        parts: list[Part] = []
        while self._peek() and self._peek() not in "|)":
            parts.append(self._repeated())
        return Sequence(tuple(parts))

    def _repeated(self) -> Part:
        part = self._atom()
        start = self._at
        bounds = self._bounds()
        if bounds is None:
            return part
        if isinstance(part, Edge):
            raise self._fault("An edge cannot be repeated; take the sign away.", start)
        if self._peek() == "?":
            self._at += 1
        start = self._at
        if self._peek() == "+" or self._bounds() is not None:
            raise self._fault("There is nothing here to repeat; put what is repeated in parentheses.", start)
        return Repeat(part, *bounds)

    def _bounds(self) -> tuple[int, int | None] | None:
        """The numbers of a sign of repetition, which is passed; None when there is none."""
        simple: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        if self._peek() in simple:
            self._at += 1
            return simple[self._source[self._at - 1]]
        count = _COUNT.match(self._source, self._at)
        if count is None:
            return None
        least = int(count[1] or 0)
        most = least if count[2] is None else int(count[3]) if count[3] else None
        if max(least, most or 0) > MOST_REPEATS:
            raise self._fault(f"Repeat {MOST_REPEATS} times at most.", length=len(count.group()))
        if most is not None and most < least:
            raise self._fault("The smaller number goes first.", length=len(count.group()))
        self._at = count.end()
        return least, most

    def _atom(self) -> Part:
        character = self._peek()
        match character:
            case "(":
                return self._group()
            case "[":
                return self._set()
            case "\\":
                return self._escape()
            case "*" | "+" | "?":
                raise self._fault(f"There is nothing to repeat here; \\{character} is the character itself.")
            case "^" | "$":
                self._at += 1
                return Edge(character)
        self._at += 1
        return Any(".") if character == "." else Any(re.escape(character), character)

    def _group(self) -> Part:
        start = self._at
        self._open.append(start)
        if len(self._open) > MOST_NESTED:
            raise self._fault(f"Groups go {MOST_NESTED} deep at most.")
        self._at += 1
        if self._source.startswith("?:", self._at):
            self._at += 2
        elif self._peek() == "?":
            raise self._fault("Looking around, names and flags are not known here; (...) and (?:...) are.", start, 3)
        part = self._choice()
        if self._peek() != ")":
            raise self._fault("This parenthesis is not closed; \\( is the character itself.", start)
        self._at += 1
        self._open.pop()
        return part

    def _escape(self) -> Part:
        start = self._at
        if self._source.startswith("\\b", start):
            self._at += 2
            return Edge("b")
        source = self._escaped()
        return Any(source, _single(source))

    def _escaped(self) -> str:
        """The source of what is escaped here, in or outside a set."""
        start = self._at
        character = self._source[start + 1 : start + 2]
        self._at += 2
        if character and character in _CLASSES:
            return f"\\{character}"
        if character in _CONTROLS:
            return re.escape(_CONTROLS[character])
        if not character or character.isalnum():
            raise self._fault("This means nothing here; \\d, \\w, \\s, \\b, \\n and \\t do.", start, 2)
        return re.escape(character)

    def _set(self) -> Part:
        start = self._at
        self._at += 1
        negated = self._peek() == "^"
        self._at += negated
        items: list[str] = []
        while self._peek() and (self._peek() != "]" or not items):
            items.append(self._item())
        if not self._peek():
            raise self._fault("This bracket is not closed; \\[ is the character itself.", start)
        self._at += 1
        return Any(f"[{'^' * negated}{''.join(items)}]")

    def _item(self) -> str:
        """A character of a set, or a range of them."""
        start = self._at
        first = self._member()
        if self._peek() != "-" or self._source[self._at + 1 : self._at + 2] in ("]", ""):
            return first
        self._at += 1
        last = self._member()
        ends = [_single(source) for source in (first, last)]
        if ends[0] is None or ends[1] is None or ends[0] > ends[1]:
            raise self._fault("A range goes from a character to a later one, as in a-z.", start, self._at - start)
        return f"{first}-{last}"

    def _member(self) -> str:
        if self._peek() == "\\":
            return self._escaped()
        self._at += 1
        # Within a set re.escape leaves alone what re warns of when it is doubled.
        return f"\\{character}" if (character := self._source[self._at - 1]) in "[]&~|-^" else re.escape(character)


def _single(source: str) -> str | None:
    """The one character that an escaped ``source`` stands for; None for a class."""
    return None if len(source) == 2 and source[0] == "\\" and source[1] in _CLASSES else source[-1]
