"""The Textual app: themes, palette, signals; the reading itself is on the reader screen."""

import asyncio
import locale
import os
import signal
import sys
from collections.abc import Sequence
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from probreader.config import DEFAULT, Config
from probreader.library import Library
from probreader.tui.filters import AsciiFilter, ControlFilter
from probreader.tui.palette import ReaderCommands
from probreader.tui.screens.reader import ReaderScreen
from probreader.tui.session import Session
from probreader.tui.theme import DARK, PLAIN, THEMES

SHOW_CURSOR = "\x1b[?25h"

TERMINAL_CHECK_INTERVAL = 2.0
"""Seconds."""


UNWRITTEN = 5
"""Exit code when marks were lost because another process kept the library locked."""


class ReaderApp(App[None]):
    """probreader on a terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "probreader"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar = {ReaderCommands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "command_palette", "Palette", show=False, priority=True, id="palette"),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, priority=True, id="suspend"),
    ]

    def __init__(self, library: Library, post_id: str | None = None, config: Config = DEFAULT) -> None:
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if colourless else None)
        self._session = Session(library, config)
        self.set_keymap(dict(self._session.keymap.overrides()))
        self._library = library
        self._post_id = post_id
        for theme in (*THEMES.values(), PLAIN):
            self.register_theme(theme)
        self.theme = PLAIN.name if colourless else THEMES[self._session.theme].name
        self._reader: ReaderScreen | None = None
        self._own_filters: list[LineFilter] = [ControlFilter()]
        encoding = locale.getencoding()
        if config.ascii or config.linear or (config.ascii is None and not _is_utf8(encoding)):
            self._own_filters.append(AsciiFilter(encoding))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, and ours behind them."""
        return [*super().get_line_filters(), *self._own_filters]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables for themes that do not know them."""
        return DARK.variables

    def get_default_screen(self) -> ReaderScreen:
        """The reader."""
        self._reader = ReaderScreen(self._session, self._post_id)
        return self._reader

    def on_mount(self) -> None:
        """Leave the terminal as it was when told to stop from outside."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            loop.add_signal_handler(number, self._stop, 128 + number)
        if not self.is_headless:
            self.set_interval(TERMINAL_CHECK_INTERVAL, self._check_terminal)

    def on_ready(self) -> None:
        """Show the terminal's cursor where it tells the place."""
        if self._session.config.linear:
            self._show_cursor()
            self.app_resume_signal.subscribe(self, lambda _: self._show_cursor())

    def _show_cursor(self) -> None:
        """Textual hides it whenever it takes the terminal."""
        if self._driver is not None:
            self._driver.write(SHOW_CURSOR)
            self._driver.flush()

    def _terminal_is_gone(self) -> bool:
        return not self.is_headless and not (sys.__stdin__ and sys.__stdin__.isatty())

    def _check_terminal(self) -> None:
        """A terminal may vanish without a word: no signal reaches a program that is not in its session."""
        if self._terminal_is_gone():
            self._stop(128 + signal.SIGHUP)

    def _stop(self, code: int) -> None:
        lost = self._keep()
        if self._terminal_is_gone():
            # Leaving the usual way would wait forever for a terminal that takes no more output.
            self._library.close()
            os._exit(code)
        self.exit(return_code=code, message=lost)

    def _keep(self) -> str | None:
        """Keep place and marks; what to say when they could not be kept, else None."""
        if self._reader is None or not self._reader.is_mounted:
            return None
        self._reader.leave()
        unwritten = self._reader.session.unwritten
        return f"{unwritten} marks of reading could not be written to the library." if unwritten else None

    async def action_quit(self) -> None:
        """Keep place and marks, and leave."""
        lost = self._keep()
        self.exit(return_code=UNWRITTEN if lost else 0, message=lost)

    def action_theme(self) -> None:
        """Change to the next theme."""
        assert self._reader is not None
        if self.theme == PLAIN.name:
            self._reader.status.say("There are no colours while NO_COLOR is set")
            return
        names = list(THEMES)
        at = next(at for at, name in enumerate(names) if THEMES[name].name == self.theme)
        chosen = names[(at + 1) % len(names)]
        self.theme = THEMES[chosen].name
        self._reader.status.say(f"Theme: {chosen.value}")
        with self._reader.telling():
            self._session.keep_theme(chosen)


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"
