"""What goes into a shape's reader, and what comes out of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Self

from probreader.domain.post import Post, Problem
from probreader.sources.headings import Heading, read_heading


class Evidence(IntEnum):
    """How strongly a text speaks for a shape; a greater one outweighs a smaller one."""

    WEAK = 1
    """What the shape needs is there, but other shapes may hold it too."""
    FAIR = 2
    STRONG = 3
    CERTAIN = 4
    """No other shape holds what was found."""


LONGEST_SHORT = 60
"""Characters of the longest line that can be a header, a heading over comments or a marker."""


@dataclass(frozen=True)
class SourceText:
    """A source as cleaned lines. What several readers ask about them is found out once, when it is first asked."""

    lines: list[str]
    """Without line ends, and without white space at their ends: an empty line is ``""``.

    Line ``n`` of the source is ``lines[n - 1]``; the last line is not empty.
    """
    short: list[int]
    """Indices of the lines that are neither empty nor longer than ``LONGEST_SHORT``."""

    @classmethod
    def of(cls, text: str) -> Self:
        """The lines of ``text``, which must be cleaned (:func:`probreader.domain.clean.clean_text`)."""
        lines = list(map(str.rstrip, text.split("\n")))
        while lines and not lines[-1]:
            lines.pop()
        return cls(lines, [index for index, length in enumerate(map(len, lines)) if 0 < length <= LONGEST_SHORT])

    @cached_property
    def headings(self) -> list[tuple[int, Heading]]:
        """Index and meaning of each short line without indentation that can be a heading over comments."""
        lines = self.lines
        found: list[tuple[int, Heading]] = []
        # The commonest short lines are markers, which are as many as comments.
        refused: set[str] = set()
        for index in self.short:
            line = lines[index]
            if line[0] == " " or line in refused:
                continue
            if heading := read_heading(line):
                found.append((index, heading))
            else:
                refused.add(line)
        return found

    def without_margin(self) -> Self:
        """The same lines without the indentation that all of them share, as text that was quoted or pasted has."""
        margin = min((len(line) - len(line.lstrip(" ")) for line in self.lines if line), default=0)
        return type(self).of("\n".join(line[margin:] for line in self.lines)) if margin else self

    def next_text(self, start: int, end: int | None = None) -> int:
        """The index of the first line in ``[start, end)`` that is not empty; ``end`` when there is none."""
        lines = self.lines
        end = len(lines) if end is None else end
        while start < end and not lines[start]:
            start += 1
        return start

    def stands_alone(self, index: int) -> bool:
        """Whether the lines before and after ``index`` are empty or absent."""
        lines = self.lines
        return not (index and lines[index - 1]) and not (index + 1 < len(lines) and lines[index + 1])


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a shape's reader made of a source."""

    posts: tuple[Post, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """That a source is of a shape."""

    evidence: Evidence
    read: Callable[[], Parsed]
    """Reads the source as of that shape."""
    shape: str | None = None
    """The shape's name, where one reader claims several shapes; None elsewhere."""
