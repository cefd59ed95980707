"""How many lines each entry takes and which line is where. Pure: no Textual.

The block of an entry is, from the top: its lead (a rule over the first comment), its header, its lines of text, and one
empty line. A collapsed comment shows one line of its text.

The height of what nobody has looked at is a guess from the number of its characters, so that a thread of any length is
laid out at once; whoever shows lines measures their rows first.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

from probreader.config import DEFAULT
from probreader.tui.heights import Heights
from probreader.tui.thread import Thread
from probreader.tui.wrap import Lines, wrap

INDENT = 2
"""Cells a depth."""
MARGIN = 2
"""Cells left of a top-level comment: the highlight's bar and a space."""
DEPTHS_ROOM = 10
"""Cells for depths beside the measure."""
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


def column(measure: int) -> int:
    """Cells the thread uses of a wide pane: the measure and room for a few depths."""
    return MARGIN + measure + DEPTHS_ROOM


def left_margin(width: int, measure: int = DEFAULT.measure) -> int:
    """Empty cells left of the thread in a pane of ``width`` cells: it stands in the middle."""
    return max(0, (width - column(measure)) // 2)


def guides_shown(depth: int, width: int) -> int:
    """How many depth guides fit at ``depth``: a third of the pane at most, so that depth never eats the text."""
    return max(0, min(depth - 1, (width // 3) // INDENT))


_FULL = 0.93
"""How much of a line of many words is filled, on average."""
_AROUND = 2
"""Lines of a block that are no text: nearly every one has a header and a gap, and no lead."""
_MANY = 8
"""One of how many visible entries must be collapsed for all to be asked whether they are."""
_SHORT = 200_000
"""Characters of a thread that is measured whole: it takes less than a frame."""


class Layout:
    """Lines of a thread at one width."""

    def __init__(
        self, thread: Thread, width: int, text_measure: int = DEFAULT.measure, *, linear: bool = False
    ) -> None:
        self._thread = thread
        self._outline, self._rows = thread.outline, thread.rows
        self.width = width
        """Cells of the pane that a block may use, highlight bar included."""
        self.text_measure = text_measure
        """The widest line of text, in cells: beyond it the eye loses the line."""
        self.linear = linear
        """Nothing is indented: depth is told in words."""
        self._lines: dict[int, Lines] = {}
        self._text_widths = [self._width_at(depth) for depth in range(guides_shown(len(self._outline), width) + 2)]
        self._texts = self._guess()
        """Lines of text of each entry: measured where it is in ``_measured``, else guessed."""
        self._whole: list[int] | None = None
        """Lines of each block when it is not collapsed, but for what only the first section and comment have."""
        self._measured = bytearray(len(self._outline))
        self._heights = Heights(())
        self.update()
        if sum(self._outline.sizes) <= _SHORT:
            self.measure(0, len(self._rows.visible))

    def _guess(self) -> list[int]:
        outline, deepest = self._outline, len(self._text_widths) - 1
        full = [max(1, int(width * _FULL)) for width in self._text_widths]
        return [
            breaks + 1 + size // full[depth if depth < deepest else deepest] if size else 0
            for size, breaks, depth in zip(outline.sizes, outline.breaks, outline.depths, strict=True)
        ]

    def update(self) -> None:
        """Take the visible rows anew; costs O(visible)."""
        outline, rows = self._outline, self._rows
        collapsed, visible = rows.collapsed, rows.visible
        whole = [lines + _AROUND for lines in self._texts] if self._whole is None else self._whole
        self._whole = whole
        if len(collapsed) * _MANY > len(visible):
            heights = [min(whole[entry], _AROUND + 1) if entry in collapsed else whole[entry] for entry in visible]
        else:
            heights = list(map(whole.__getitem__, visible))
            for entry in filter(rows.is_visible, collapsed):
                heights[rows.at(entry)] = min(whole[entry], _AROUND + 1)
        for entry in {0, outline.sections}:
            if entry < len(outline) and self._rows.is_visible(entry):
                heights[self._rows.at(entry)] = self.height(entry)
        self._heights = Heights(heights)

    @property
    def total(self) -> int:
        """Lines of the whole thread."""
        return self._heights.total

    def row_at(self, line: int) -> int:
        """Which of the visible entries ``line`` is in; the last beyond the end."""
        return self._heights.row_at(line)

    def measure(self, first: int, last: int) -> bool:
        """Have the rows from ``first`` to before ``last`` as high as they are; true when a height changed by it."""
        changed = False
        visible = self._rows.visible
        for row in range(max(0, first), min(last, len(visible))):
            entry = visible[row]
            if not self._measured[entry]:
                self._measured[entry] = 1
                self._texts[entry] = len(self.lines(entry))
                if self._whole is not None:
                    self._whole[entry] = self._texts[entry] + _AROUND
                height = self.height(entry)
                changed |= self._heights[row] != height
                self._heights[row] = height
        return changed

    def _width_at(self, depth: int) -> int:
        return max(1, min(self.text_measure, self.width - self._indent_at(depth) - 1))

    def _indent_at(self, depth: int) -> int:
        if self.linear:
            return 0
        return MARGIN + INDENT * guides_shown(depth, self.width)

    def indent(self, entry: int) -> int:
        """The column at which the header and text of ``entry`` begin."""
        return self._indent_at(self._outline.depths[entry])

    def text_width(self, entry: int) -> int:
        """Cells a line of ``entry``'s text may take."""
        return self._width_at(self._outline.depths[entry])

    def lines(self, entry: int) -> Lines:
        """The lines of ``entry``'s text as offsets into it."""
        lines = self._lines.get(entry)
        if lines is None:
            shown = self._thread.shown(entry)
            lines = wrap(shown.prose.text, self.text_width(entry), shown.hangs)
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
            return 1 if self._outline.sizes[entry] else 0
        return self._texts[entry]

    def height(self, entry: int) -> int:
        """Lines of the whole block."""
        return self.lead(entry) + self.header(entry) + self.text_lines(entry) + 1

    def top(self, entry: int) -> int:
        """The first line of the header (or text) of ``entry``, which must be visible."""
        return self._heights.top(self._rows.at(entry)) + self.lead(entry)

    def bottom(self, entry: int) -> int:
        """The line after the last line of text of ``entry``, which must be visible."""
        row = self._rows.at(entry)
        return self._heights.top(row) + self._heights[row] - 1

    def at(self, line: int) -> Place | None:
        """What stands on ``line``; None below the end."""
        if line < 0 or line >= self.total:
            return None
        row = self._heights.row_at(line)
        entry = self._rows.visible[row]
        number = line - self._heights.top(row)
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
