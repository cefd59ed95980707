"""Where the reader is and what the last command did."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from probreader.tui.wrap import fit, wrap

LEAST_PLACE = 8
"""Cells that are left to tell the place: which post it is."""
SAID_FOR = 4.0
"""Seconds for which what the last command did is told."""


class StatusLine(Static):
    """One line at the foot of the screen."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self.hints: Sequence[str] = ()
        """Told while nothing else is; where there is not room for all, the first are left out."""
        self._where = ""
        self._said = ""
        self._forgetting: Timer | None = None

    def place(self, where: str) -> None:
        """Tell where the reader is."""
        self._where = where
        self._compose_line()

    def say(self, words: str) -> None:
        """Tell what the last command did, for a while."""
        if self._forgetting is not None:
            self._forgetting.stop()
        self._said = words
        self._forgetting = self.set_timer(SAID_FOR, self._forget) if words else None
        self._compose_line()

    def _forget(self) -> None:
        self._said = ""
        self._compose_line()

    def on_resize(self, _: events.Resize) -> None:
        """Fill the new width."""
        self._compose_line()

    def _compose_line(self) -> None:
        """Place to the left; what was said to the right, at the cost of the place, or hints when nothing was."""
        width = self.size.width - 2
        self.styles.height = 1
        if cell_len(self._said) > width - LEAST_PLACE and width > LEAST_PLACE:
            self._compose_two_lines(width)
            return
        kept = cell_len(self._said) + 3 if self._said else 0
        where = fit(self._where, max(0, width - kept))
        room = width - cell_len(where) - 3
        right = fit(self._said, room)
        if not self._said:
            hints = list(self.hints)
            while hints and len("  ".join(hints)) > room:
                hints.pop(0)
            right = "  ".join(hints)
        space = " " * max(0, width - cell_len(where) - cell_len(right))
        style = "$accent" if self._said else "$quiet"
        self.update(Content.assemble((f" {where}", "$quiet"), space, (right, style), " "), layout=False)

    def _compose_two_lines(self, width: int) -> None:
        """What was said instead of the place, where it is too long to stand beside it."""
        lines = [self._said[slice(*line)].strip() for line in wrap(self._said, width)]
        lines[1:] = [fit(" ".join(lines[1:]), width)] if len(lines) > 1 else []
        self.styles.height = len(lines)
        self.update(Content.assemble(("\n".join(f" {line}" for line in lines), "$accent")))
