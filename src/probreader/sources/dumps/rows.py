"""A dump as rows: lines without indentation, numbers and markup of the converter, which every reader here works on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from probreader.domain.prose import Span
from probreader.sources.dumps.wrapping import Measure, cells
from probreader.sources.parsed import SourceText

OUTLINE = 2
"""Where resiliparse puts the numbers of items, and twice and three times as far in those of items in items."""
_FIRST_NUMBER = " " * OUTLINE + "1. "


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of a dump; all sequences are equally long."""

    texts: Sequence[str]
    """Without white space at both ends; empty rows are ``""``."""
    indents: Sequence[int]
    """Characters before the text."""
    lines: Sequence[int]
    """Index of the source's line with which the row begins."""
    spans: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    """What the dump says about parts of a row, by the row's index: offsets are into its text."""
    width: int | None = None
    """Where the converter wrapped lines, in columns; None when rows are whole lines."""
    numbers_left: bool = False
    """True where the numbers of items begin in one column, so that texts behind longer numbers begin further right."""
    measure: Measure = cells
    """Columns as the converter counts them."""
    raw: Sequence[str] = ()
    """The source's lines, where ``width`` is set."""

    def next_text(self, start: int, end: int | None = None) -> int:
        """The index of the first row in ``[start, end)`` that is not empty; ``end`` when there is none."""
        texts = self.texts
        end = len(texts) if end is None else end
        while start < end and not texts[start]:
            start += 1
        return start

    def previous_text(self, start: int, end: int = 0) -> int:
        """The index of the last row in ``[end, start]`` that is not empty; ``end - 1`` when there is none."""
        texts = self.texts
        while start >= end and not texts[start]:
            start -= 1
        return start


def plain_rows(source: SourceText, width: int | None = None) -> Rows:
    """The rows of a dump without markup; of several empty lines one is kept."""
    lines = source.lines
    kept = [index for index, line in enumerate(lines) if line or (index and lines[index - 1])]
    texts = [lines[index].strip() for index in kept]
    indents = [len(lines[index]) - len(text) for index, text in zip(kept, texts, strict=True)]
    numbers_left = any(line.startswith(_FIRST_NUMBER) for line in lines)
    return Rows(texts, indents, kept, width=width, numbers_left=numbers_left, raw=lines if width else ())
