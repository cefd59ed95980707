"""One column of words, with the terminal's cursor at the highlight, for screen readers."""

from collections.abc import AsyncIterator

import pytest

from probreader.config import Config
from probreader.library import Library

from .terminal import Terminal, reading


@pytest.fixture
async def linear(posts: Library) -> AsyncIterator[Terminal]:
    async with reading(posts, config=Config(linear=True)) as terminal:
        yield terminal


def at_cursor(terminal: Terminal) -> str:
    """The line from the terminal's cursor on."""
    x, y = terminal.app.cursor_position
    return terminal.lines[y][x:].rstrip()


async def test_the_cursor_stands_at_the_highlight(linear: Terminal) -> None:
    for key, line in (
        ("g", "Section 1 of 2"),
        ("j", "Section 2 of 2"),
        ("j", "Ann, 1, 2 May 2021, 10:45, top-level comment"),
        ("j", "Bob, 1.1, reply, depth 2"),
        ("j", "Cid, 1.1.1, reply, depth 3"),
        ("G", "Comment 3, top-level comment"),
    ):
        await linear.press(key)
        assert at_cursor(linear).startswith(line)


async def test_the_cursor_follows_into_lists_and_the_search_bar(linear: Terminal) -> None:
    await linear.press("w")
    assert "The Garden" in at_cursor(linear)
    await linear.press("j")
    assert "Bees" in at_cursor(linear)
    await linear.press("w")
    await linear.press("/", *"on")
    assert linear.lines[linear.app.cursor_position.y].startswith(" find in thread: on")


async def test_marks_and_what_is_hidden_are_told_in_words(linear: Terminal) -> None:
    await linear.press("t", "j", "j", "m", "u", "h")
    seen = at_cursor(linear)
    assert "Ann, unread, bookmarked, collapsed" in seen
    assert "collapsed, hides 3 replies, 3 unread" in seen
    await linear.press("w")
    assert at_cursor(linear).startswith("unread ")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_one_column_without_drawings(posts: Library, size: tuple[int, int]) -> None:
    async with reading(posts, size, config=Config(linear=True)) as terminal:
        assert terminal.text.isascii()
        assert terminal.region("#thread").width == size[0]
        assert all(line == line.lstrip() for line in terminal.part_lines("#thread"))
        assert not terminal.region("#posts")
        await terminal.press("w")
        assert terminal.region("#posts").width == size[0]
        assert not terminal.region("#thread")
        assert "|" not in terminal.text
        assert ">" not in terminal.text


async def test_nothing_of_it_without_the_setting(posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("G")
        assert terminal.app.cursor_position.y == 0
        assert "top-level" not in terminal.text
