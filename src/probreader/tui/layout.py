"""How many lines each entry takes and which line is where. Pure: no Textual.

The block of an entry is, from the top: its lead (a rule over the first comment), its header, its lines of text, and one
empty line. A collapsed comment shows one line of its text.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from probreader.domain.prose import Hang
from probreader.tui.rows import Outline, Rows
from probreader.tui.wrap import Lines, wrap

MEASURE = 88
"""The widest line of text, in cells: beyond it the eye loses the line."""
INDENT = 2
"""Cells a depth."""
MARGIN = 2
"""Cells left of a top-level comment: the highlight's bar and a space."""
COLUMN = MARGIN + MEASURE + 10
"""Cells the thread uses of a wide pane: the measure and room for a few depths."""
LEAD = 2
"""Lines over the first comment: the rule and an empty line."""


class Part(Enum):
    """What a line of a block is."""

    LEAD = 0
    HEADER = 1
    TEXT = 2
    GAP = 3


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the thread pane."""

    entry: int
    part: Part
    number: int
    """Which line of the part, counted from 0."""


def left_margin(width: int) -> int:
    """Empty cells left of the thread in a pane of ``width`` cells: it stands in the middle."""
    return max(0, (width - COLUMN) // 2)


def guides_shown(depth: int, width: int) -> int:
    """How many depth guides fit at ``depth``: a third of the pane at most, so that depth never eats the text."""
    return max(0, min(depth - 1, (width // 3) // INDENT))


class Layout:
    """Lines of a thread at one width."""

    def __init__(
        self,
        outline: Outline,
        texts: Sequence[str],
        rows: Rows,
        width: int,
        hangs: Mapping[int, Sequence[Hang]] | None = None,
    ) -> None:
        self._outline = outline
        self._texts = texts
        self._hangs = hangs or {}
        self._rows = rows
        self.width = width
        """Cells of the pane that a block may use, highlight bar included."""
        self._lines: dict[int, Lines] = {}
        self._ends: list[int] = []
        self.update()

    def update(self) -> None:
        """Take the visible rows anew; costs O(visible)."""
        self._ends = list(accumulate(map(self.height, self._rows.visible)))

    @property
    def total(self) -> int:
        """Lines of the whole thread."""
        return self._ends[-1] if self._ends else 0

    def indent(self, entry: int) -> int:
        """The column at which the header and text of ``entry`` begin."""
        return MARGIN + INDENT * guides_shown(self._outline.depths[entry], self.width)

    def text_width(self, entry: int) -> int:
        """Cells a line of ``entry``'s text may take."""
        return max(1, min(MEASURE, self.width - self.indent(entry) - 1))

    def lines(self, entry: int) -> Lines:
        """The lines of ``entry``'s text as offsets into it."""
        lines = self._lines.get(entry)
        if lines is None:
            lines = wrap(self._texts[entry], self.text_width(entry), self._hangs.get(entry, ()))
            self._lines[entry] = lines
        return lines

    def lead(self, entry: int) -> int:
        """Lines above the header."""
        return LEAD if entry == self._outline.sections and entry > 0 else 0

    def header(self, entry: int) -> int:
        """Lines of the header: the only section of a post needs none."""
        return 0 if self._outline.sections == 1 and entry == 0 else 1

    def text_lines(self, entry: int) -> int:
        """Lines of text shown."""
        if self._rows.is_collapsed(entry):
            return 1 if self._texts[entry] else 0
        return len(self.lines(entry))

    def height(self, entry: int) -> int:
        """Lines of the whole block."""
        return self.lead(entry) + self.header(entry) + self.text_lines(entry) + 1

    def top(self, entry: int) -> int:
        """The first line of the header (or text) of ``entry``, which must be visible."""
        row = bisect_right(self._rows.visible, entry) - 1
        return self._ends[row] - self.height(entry) + self.lead(entry)

    def bottom(self, entry: int) -> int:
        """The line after the last line of text of ``entry``, which must be visible."""
        return self._ends[bisect_right(self._rows.visible, entry) - 1] - 1

    def at(self, line: int) -> Place | None:
        """What stands on ``line``; None below the end."""
        row = bisect_right(self._ends, line)
        if line < 0 or row >= len(self._ends):
            return None
        entry = self._rows.visible[row]
        number = line - (self._ends[row] - self.height(entry))
        for part, count in (
            (Part.LEAD, self.lead(entry)),
            (Part.HEADER, self.header(entry)),
            (Part.TEXT, self.text_lines(entry)),
        ):
            if number < count:
                return Place(entry, part, number)
            number -= count
        return Place(entry, Part.GAP, number)

    def line_of(self, entry: int, offset: int) -> int:
        """The line on which the character at ``offset`` of ``entry``'s text stands."""
        if self._rows.is_collapsed(entry):
            return self.top(entry)
        row = bisect_right(self.lines(entry), offset, key=lambda line: line[0]) - 1
        return self.top(entry) + self.header(entry) + max(0, row)
