"""Which converter wrote a dump, told from its lines alone."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from probreader.sources.dumps.lynx import References, find_references, lynx_rows
from probreader.sources.dumps.markdown import markdown_rows
from probreader.sources.dumps.rows import Rows, plain_rows
from probreader.sources.dumps.wrapping import Measure, cells, goes_on, is_wide
from probreader.sources.parsed import SourceText

_LINK = "]("
_NARROWEST, _WIDEST = 60, 140
_LEAST_WRAPPED = 3
_USUAL_WIDTHS = range(70, 81)
"""What lines of up to 80 columns come to."""
_SAMPLE = 1500
"""Lines that are looked at."""
_LYNX_MARGINS, _W3M_MARGINS = (3, 7), (4, 8)
"""Where text stands in paragraphs and items, in items and items of items."""
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
    if references:
        return Dump(Dialect.LYNX, _wrapped_at(lines[: references.start], len), references)
    width = _wrapped_at(lines, cells)
    filled = [line for line in lines if line]
    indents = [len(line) - len(line.lstrip(" ")) for line in filled]
    if 4 * sum(indent > 0 for indent in indents) < len(filled):
        return Dump(Dialect.W3M if width else Dialect.PAGE, width, None)
    if width is None and max(map(len, filled), default=0) > _WIDEST:
        return Dump(Dialect.INSCRIPTIS, None, None)
    if sum(indent in _LYNX_MARGINS for indent in indents) > sum(indent in _W3M_MARGINS for indent in indents):
        return Dump(Dialect.LYNX, _wrapped_at(lines, len), None)
    return Dump(Dialect.W3M if width else Dialect.INSCRIPTIS, width, None)


def _wrapped_at(lines: list[str], measure: Measure) -> int | None:
    """The column behind which no line was allowed to go on; None when lines are not wrapped.

    Wrapped text shows it by this: nearly every long line that has another one at once below it is full.
    """
    longest = 0
    for line in lines:
        if len(line) * 2 > longest and _is_breakable(line):
            longest = max(longest, measure(line))
            if longest > _WIDEST:
                return None
    if longest < _NARROWEST:
        return None
    followed = [
        goes_on(above, below.lstrip(" "), longest, measure)
        for above, below in pairwise(lines)
        if _is_followed(above, below, longest, measure)
    ]
    full = sum(followed)
    least = 1 if longest in _USUAL_WIDTHS else _LEAST_WRAPPED
    # Where no empty lines part paragraphs, their last lines are followed as well, and dates, and short comments.
    share = 3 if longest in _USUAL_WIDTHS and full > _LEAST_WRAPPED else 2
    return longest if full >= least and share * full >= len(followed) else None


def _is_breakable(line: str) -> bool:
    """Whether the line could have been broken near its end; an address could not."""
    return bool(line) and (len(line) - line.rfind(" ") <= _LONGEST_WORD or is_wide(line[-1]))


def _is_followed(above: str, below: str, width: int, measure: Measure) -> bool:
    """Whether a long line has another one at the same margin at once below it."""
    if len(above) * 4 < width or not below or measure(above) * 2 < width:
        return False
    return len(below) - len(below.lstrip(" ")) == len(above) - len(above.lstrip(" "))
