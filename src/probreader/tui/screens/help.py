"""Every key, from the table of commands."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from probreader.tui.keymap import Keymap

KEY_WIDTH = 23


class HelpScreen(ModalScreen[None]):
    """Keys and what they do; any of the usual keys scrolls, escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", "Close", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown,ctrl+d", "scroll(12)", "Page down", show=False),
        Binding("b,pageup,ctrl+u", "scroll(-12)", "Page up", show=False),
    ]

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """One scrolling column."""
        with VerticalScroll(id="help"):
            yield Static(help_text(self._keymap), markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll by ``lines``."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)


def help_text(keymap: Keymap) -> Content:
    """The table of keys, group by group."""
    parts: list[Content | tuple[str, str]] = [("Keys", "bold"), ("   escape closes this page\n", "$quiet")]
    for group, rows in keymap.rows():
        parts.append((f"\n{group}\n", "bold $accent"))
        for keys, title in rows:
            parts += [(f"  {keys:<{KEY_WIDTH}}", "$secondary"), Content(f"{title}\n")]
    return Content.assemble(*parts)
