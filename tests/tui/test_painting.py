"""Frames through what Textual keeps to itself: these tests tell when it changes."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from rich.console import RenderableType
from textual.geometry import Region
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from probreader.library import Library
from probreader.tui.painting import Pieces

from .terminal import Terminal, reading

QUIET = 0.2
"""Seconds after which nothing more comes of a key."""


@pytest.fixture
async def terminal(seeds: Library) -> AsyncIterator[Terminal]:
    async with reading(seeds, (120, 30)) as opened:
        yield opened


def frames(terminal: Terminal) -> list[RenderableType]:
    """What is sent to the terminal from now on."""
    seen: list[RenderableType] = []
    display = terminal.app._display

    def watched(screen: Screen[object], renderable: RenderableType | None) -> None:
        if renderable is not None:
            seen.append(renderable)
        display(screen, renderable)

    terminal.app._display = watched  # type: ignore[method-assign]
    return seen


async def test_a_key_makes_one_frame_of_the_lines_it_changed(posts: Library) -> None:
    async with reading(posts, (120, 50)) as terminal:
        await one_frame_of_what_changed(terminal)


async def one_frame_of_what_changed(terminal: Terminal) -> None:
    await terminal.press("g", "z", "j", "k")
    region = terminal.region("#thread")
    await asyncio.sleep(QUIET)
    seen = frames(terminal)
    before = terminal.lines
    terminal.send("j")
    await asyncio.sleep(QUIET)
    after = terminal.lines
    assert len(seen) == 1
    assert isinstance(seen[0], Pieces)
    changed = {y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new}
    painted = {y for _, y, _ in seen[0].pieces}
    assert changed <= painted
    # Map and scrollbar beside the thread are a cell wide.
    of_text = {y for _, y, strip in seen[0].pieces if y in region.line_range and strip.cell_length > 1}
    assert len(of_text) <= 6


async def test_a_frame_says_where_each_piece_stands(terminal: Terminal) -> None:
    await asyncio.sleep(QUIET)
    seen = frames(terminal)
    terminal.send("j")
    await asyncio.sleep(QUIET)
    frame = seen[0]
    assert isinstance(frame, Pieces)
    for x, y, strip in frame.pieces:
        assert strip.text == "".join(terminal.strips[y].crop(x, x + strip.cell_length).text)
        assert f"\x1b[{y + 1};{x + 1}H" in frame.render_segments(terminal.app.console)


@pytest.mark.parametrize("keys", [(), ("space",), ("space", "space"), ("G",)])
async def test_the_scrollbar_looks_and_feels_like_the_usual_one(terminal: Terminal, keys: tuple[str, ...]) -> None:
    await terminal.press(*keys)
    bar = terminal.reader.pane.vertical_scrollbar
    whole = Region(0, 0, *bar.size)
    usual = ScrollBar.render_lines(bar, whole)
    ours = bar.render_lines(whole)
    assert [
        [(text, style and (style.color, style.bgcolor, style.meta)) for text, style, _ in line] for line in ours
    ] == [[(text, style and (style.color, style.bgcolor, style.meta)) for text, style, _ in line] for line in usual]
