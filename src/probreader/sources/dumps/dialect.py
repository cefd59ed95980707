"""Which converter wrote a dump, told from its lines alone."""

import re
from dataclasses import dataclass
from enum import StrEnum

from probreader.sources.dumps.lynx import References, find_references, lynx_rows
from probreader.sources.dumps.markdown import markdown_rows
from probreader.sources.dumps.prose import cells, first_chunk
from probreader.sources.dumps.rows import Rows, plain_rows
from probreader.sources.parsed import SourceText

_LINK = "]("
_HEADING = re.compile("#{1,6} |={3,}$|-{3,}$")
_NARROWEST, _WIDEST = 60, 140
_LEAST_WRAPPED = 3
_SAMPLE = 4000
"""Lines that are looked at."""
_LYNX_MARGIN = 3
_LONGEST_WORD = 25


class Dialect(StrEnum):
    """The shapes of dumps read here."""

    LYNX = "lynx-text"
    W3M = "w3m-text"
    INSCRIPTIS = "inscriptis-text"
    MARKDOWN = "markdown"
    PAGE = "page-text"
    """Lines without indentation, markers on lines of their own."""


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump, and what its converter left of the layout."""

    dialect: Dialect
    width: int | None
    """Where lines are wrapped; None when they are not."""
    references: References | None
    """The list of addresses that lynx appends; None when there is none."""

    def rows(self, source: SourceText) -> Rows:
        """The rows of ``source``."""
        if self.dialect is Dialect.MARKDOWN:
            return markdown_rows(source)
        if self.dialect is Dialect.LYNX:
            return lynx_rows(source, self.width, self.references)
        return plain_rows(source, self.width)


def dump_of(source: SourceText) -> Dump:
    """The dialect of ``source``: always one, since any text may have been made by any converter."""
    lines = source.lines[:_SAMPLE]
    if sum(_LINK in line for line in lines) > 1:
        return Dump(Dialect.MARKDOWN, None, None)
    references = find_references(source)
    width = _wrapped_at(lines if references is None else lines[: references.start])
    if references:
        return Dump(Dialect.LYNX, width, references)
    filled = [line for line in lines if line]
    indents = [len(line) - len(line.lstrip(" ")) for line in filled]
    if 4 * sum(indent > 0 for indent in indents) < len(filled):
        return Dump(Dialect.W3M if width else Dialect.PAGE, width, None)
    if width is None and max(map(len, filled), default=0) > _WIDEST:
        return Dump(Dialect.INSCRIPTIS, None, None)
    if 8 * sum(indent == _LYNX_MARGIN for indent in indents) > len(filled):
        return Dump(Dialect.LYNX, width, None)
    return Dump(Dialect.W3M if width or min(indents) == 0 else Dialect.INSCRIPTIS, width, None)


def _wrapped_at(lines: list[str]) -> int | None:
    """The column behind which no line was allowed to go on; None when lines are not wrapped."""
    longest = 0
    for line in lines:
        if len(line) > longest and len(line) - line.rfind(" ") <= _LONGEST_WORD and line[-1].isalnum() | (line[-1] in ",.;"):
            longest = len(line)
            if longest > _WIDEST:
                return None
    if longest < _NARROWEST:
        return None
    full = sum(_is_full(lines[index], lines[index + 1], longest) for index in range(len(lines) - 1))
    return longest if full >= _LEAST_WRAPPED else None


def _is_full(above: str, below: str, width: int) -> bool:
    if not above or not below or len(above) < width // 2:
        return False
    text = below.lstrip(" ")
    same = len(below) - len(text) == len(above) - len(above.lstrip(" "))
    return same and cells(above) + first_chunk(text) > width
