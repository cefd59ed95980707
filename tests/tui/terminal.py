"""The reader at a terminal of a given size: keys go in, lines of text come out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pyte
from rich.color import Color
from rich.console import RenderableType
from rich.style import Style
from textual import events
from textual._compositor import CompositorUpdate
from textual.geometry import Region
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from probreader.config import DEFAULT, Config
from probreader.library import Library
from probreader.tui.app import ReaderApp
from probreader.tui.rendering import BAR
from probreader.tui.screens.reader import ReaderScreen
from probreader.tui.theme import DARK

PATIENCE = 10.0
"""Seconds until something that must happen counts as not happening."""
ROUNDING = 2
"""How far a colour on the screen may be from the theme's, of 255: themes are computed."""
ROUNDS = 4
"""How often all queues are emptied after a key: messages go from widget to screen to widget."""


class Terminal:
    """What a user has: a keyboard, a mouse and the text on the screen."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def reader(self) -> ReaderScreen:
        """The reading screen, also while another stands over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReaderScreen))

    async def settle(self) -> None:
        """Wait until everything that was sent has been dealt with."""
        for _ in range(ROUNDS):
            await self.pilot.pause(0)

    def send(self, key: str) -> None:
        """Press a key, by Textual's name or as a character, and wait for nothing."""
        name = _character_to_key(key) if len(key) == 1 else key
        self.app.post_message(events.Key(name, key if len(key) == 1 else None))

    async def press(self, *keys: str) -> None:
        """Press keys one by one."""
        for key in keys:
            self.send(key)
            await self.settle()

    async def paste(self, text: str) -> None:
        """Paste text, as a terminal does it."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def click(self, widget: str, x: int, y: int) -> None:
        """Click at a place of a widget, counted from its top left corner."""
        await self.pilot.click(widget, offset=(x, y))
        await self.settle()

    async def wheel(self, widget: str, by: int) -> None:
        """Turn the wheel over a widget by one notch, down (1) or up (-1)."""
        region = self.region(widget)
        turn = events.MouseScrollDown if by > 0 else events.MouseScrollUp
        x, y = region.x + 2, region.y + 1
        self.app.screen._forward_event(
            turn(self.app.screen, x, y, 0, by, 0, False, False, False, screen_x=x, screen_y=y)
        )
        await self.pilot.wait_for_animation()
        await self.settle()

    async def until(self, holds: Callable[[], bool], seconds: float | None = None) -> None:
        """Wait for what happens in its own time: searches, dialogs, previews."""
        deadline = time.monotonic() + (seconds or PATIENCE)
        while not holds():
            assert time.monotonic() < deadline, f"never came about; the screen shows\n{self.text}"
            await asyncio.sleep(0.01)
            await self.settle()

    async def until_seen(self, words: str) -> None:
        await self.until(lambda: words in self.text)

    # What is seen

    @property
    def strips(self) -> list[Strip]:
        return self.app.screen._compositor.render_strips()

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return [strip.text for strip in self.strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def status(self) -> str:
        return self.lines[-1]

    def region(self, widget: str) -> Region:
        """Where on the screen a widget of the reader stands; empty when it is not shown."""
        found = self.reader.query_one(widget)
        return found.region if found.is_on_screen and found.display else Region()

    def part(self, widget: str) -> list[Strip]:
        """The lines of the screen that belong to a widget."""
        region = self.region(widget)
        return [strip.crop(region.x, region.right) for strip in self.strips[region.y : region.bottom]]

    def part_lines(self, widget: str) -> list[str]:
        return [strip.text.rstrip() for strip in self.part(widget)]

    def part_text(self, widget: str) -> str:
        return "\n".join(self.part_lines(widget))

    def highlighted(self, widget: str = "#thread") -> str:
        """The text beside the highlight's bar."""
        lines = (line.strip() for line in self.part_lines(widget))
        return "\n".join(line.removeprefix(BAR) for line in lines if line.startswith(BAR))

    def painted(self, color: str, widget: str = "#thread") -> list[str]:
        """The pieces of text on a background of one of the theme's colours, line by line."""
        wanted = Color.parse(DARK.variables.get(color) or getattr(DARK, color)).get_truecolor()
        return [
            text
            for strip in self.part(widget)
            for text, style, _ in strip
            if text.strip() and max(abs(a - b) for a, b in zip(background(style), wanted, strict=True)) <= ROUNDING
        ]


def background(style: Style | None) -> tuple[int, int, int]:
    """Red, green and blue behind a piece of text."""
    assert style is not None
    assert style.bgcolor is not None
    return style.bgcolor.get_truecolor()


class Mirror:
    """What is really sent to a terminal, piece by piece, and so what it shows."""

    def __init__(self, app: ReaderApp) -> None:
        self._screen = pyte.Screen(app.size.width, app.size.height)
        self._stream = pyte.Stream(self._screen)
        display = app._display

        def mirrored(screen: Screen[object], renderable: RenderableType | None) -> None:
            if isinstance(renderable, CompositorUpdate):
                self._stream.feed(renderable.render_segments(app.console))
            display(screen, renderable)

        app._display = mirrored  # type: ignore[method-assign]
        app.refresh(layout=True)

    @property
    def lines(self) -> list[str]:
        return list(self._screen.display)


@asynccontextmanager
async def reading(
    library: Library, size: tuple[int, int] = (120, 36), post_id: str | None = None, config: Config = DEFAULT
) -> AsyncIterator[Terminal]:
    """The reader, opened on ``library`` and ready for keys; closed as with ``q`` at the end."""
    app = ReaderApp(library, post_id, config)
    async with app.run_test(size=size) as pilot:
        terminal = Terminal(app, pilot)
        await terminal.settle()
        yield terminal
        await app.action_quit()
