"""What the mouse does with the text of a thread."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from probreader.domain.prose import Span, SpanKind
from probreader.library import Library

from .builders import comment, library_of, post, section
from .terminal import Terminal, reading

WORDS = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen."


@pytest.fixture
def library(path: Path) -> Library:
    link = Span(4, 7, SpanKind.LINK, "https://blog.example/two")
    text = post(
        "p",
        section("s", WORDS, None, link),
        comment("c1", None, "語語 wide"),
        comment("c2", "c1", "A reply."),
        title="P",
    )
    return library_of(path, text)


@pytest.fixture
async def mouse(library: Library) -> AsyncIterator[Terminal]:
    with library:
        async with reading(library, (60, 24)) as terminal:
            yield terminal


def find(terminal: Terminal, words: str) -> tuple[int, int]:
    """Where on the screen ``words`` begin, in cells."""
    y = next(y for y, line in enumerate(terminal.lines) if words in line)
    before = terminal.lines[y][: terminal.lines[y].index(words)]
    return len(before) + sum(ord(character) > 0x2E80 for character in before), y


def last(terminal: Terminal, words: str) -> tuple[int, int]:
    """Where the last letter of ``words`` stands."""
    x, y = find(terminal, words)
    return x + len(words) - 1, y


async def drag(terminal: Terminal, start: tuple[int, int], end: tuple[int, int]) -> None:
    await terminal.pilot.mouse_down(offset=start)
    await terminal.pilot.hover(offset=end)
    await terminal.pilot.mouse_up(offset=end)
    await terminal.settle()


async def test_words_are_selected_and_copied(mouse: Terminal) -> None:
    await drag(mouse, find(mouse, "two"), last(mouse, "three"))
    assert "Y copies what is selected" in mouse.status
    await mouse.press("Y")
    assert mouse.app.clipboard == "two three"
    assert "Selection copied" in mouse.status
    await mouse.press("Y")
    assert mouse.app.clipboard == WORDS


async def test_what_is_selected_over_lines_is_as_the_source_has_it(mouse: Terminal) -> None:
    await drag(mouse, find(mouse, "nine"), last(mouse, "fourteen"))
    await mouse.press("ctrl+c")
    assert mouse.app.clipboard == "nine ten eleven twelve thirteen fourteen"


async def test_over_entries_without_headers_and_lines(mouse: Terminal) -> None:
    await drag(mouse, find(mouse, "wide"), find(mouse, "A reply"))
    await mouse.press("Y")
    assert mouse.app.clipboard == "wide\n\nA"


async def test_the_selection_is_seen(mouse: Terminal) -> None:
    def unlike_the_rest() -> set[str]:
        styles: dict[object, str] = {}
        for strip in mouse.part("#thread"):
            for text, style, _ in strip:
                styles[style.bgcolor if style else None] = styles.get(style.bgcolor if style else None, "") + text
        return {text.strip() for text in styles.values()}

    assert "wide" not in unlike_the_rest()
    await drag(mouse, find(mouse, "wide"), last(mouse, "wide"))
    assert "wide" in unlike_the_rest()
    await mouse.click("#status", 1, 0)
    assert "wide" not in unlike_the_rest()


async def test_selecting_moves_and_collapses_nothing(mouse: Terminal) -> None:
    x, y = find(mouse, "A reply")
    await drag(mouse, (x, y), (x + 4, y))
    assert "One two" in mouse.highlighted()
    await mouse.pilot.click(offset=(x, y))
    await mouse.settle()
    await mouse.pilot.click(offset=(x, y))
    await mouse.settle()
    assert "A reply." in mouse.highlighted()


async def test_a_clicked_link_is_told(mouse: Terminal) -> None:
    x, y = find(mouse, "two")
    await mouse.pilot.click(offset=(x + 2, y))
    await mouse.settle()
    assert "https://blog.example/two" in mouse.status
    await mouse.press("j", "k")
    await mouse.pilot.click(offset=(x + 3, y))
    await mouse.settle()


async def test_the_wheel_scrolls(seeds: Library) -> None:
    async with reading(seeds, (80, 24)) as terminal:
        before = terminal.part_text("#thread")
        await terminal.wheel("#thread", 1)
        after = terminal.part_text("#thread")
        assert after != before
        await terminal.wheel("#thread", -1)
        assert terminal.part_text("#thread") == before
