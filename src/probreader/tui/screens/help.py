"""Every key, from the table of commands."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from probreader.tui.keymap import Keymap
from probreader.tui.screens.sheet import Sheet, heading

KEY_WIDTH = 23


class HelpScreen(Sheet):
    """Keys and what they do."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "dismiss", "Close", show=False)]

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(help_text(keymap))


def help_text(keymap: Keymap) -> Content:
    """The table of keys, group by group."""
    parts: list[Content | tuple[str, str]] = [heading("Keys")]
    for group, rows in keymap.rows():
        parts.append((f"\n{group}\n", "bold $accent"))
        for keys, title in rows:
            parts += [(f"  {keys:<{KEY_WIDTH}}", "$secondary"), Content(f"{title}\n")]
    return Content.assemble(*parts)
