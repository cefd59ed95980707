"""A page of words over the screen, to be scrolled and closed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class Sheet(ModalScreen[None]):
    """Shows ``words``, nothing of which is markup; any of the usual keys scrolls, escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown,ctrl+d", "scroll(12)", "Page down", show=False),
        Binding("b,pageup,ctrl+u", "scroll(-12)", "Page up", show=False),
        Binding("g,home", "end(-1)", "Beginning", show=False),
        Binding("G,end", "end(1)", "End", show=False),
    ]

    def __init__(self, words: Content) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """One scrolling column."""
        with VerticalScroll(id="sheet"):
            yield Static(self._words, markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll by ``lines``."""
        self.query_one("#sheet").scroll_relative(y=lines, animate=False)

    def action_end(self, which: int) -> None:
        """Scroll to the beginning (-1) or the end (1)."""
        sheet = self.query_one("#sheet")
        sheet.scroll_to(y=sheet.max_scroll_y if which > 0 else 0, animate=False)


def heading(words: str) -> Content:
    """The first line of a sheet."""
    return Content.assemble((words, "bold"), ("   escape closes this page\n", "$quiet"))
