"""An empty library, a locked one, posts with nothing in them: the screen goes on."""

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from probreader.library import Library
from probreader.tui.commands import COMMANDS

from .builders import comment, library_of, post, section, three_posts
from .terminal import reading

SAFE_KEYS = [key for command in COMMANDS for key in command.keys if key not in ("q", "ctrl+z", "ctrl+p")]
OPENING = ("slash", "s", "M", "B", "backslash", "question_mark", "L", "E")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program is writing to the library."""
    descriptor = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


# An empty library


@pytest.mark.parametrize("size", [(80, 24), (8, 3), (200, 50)])
async def test_an_empty_library_says_what_to_do(path: Path, size: tuple[int, int]) -> None:
    with library_of(path) as library:
        async with reading(library, size) as terminal:
            assert "No posts." in terminal.text or size == (8, 3)
            assert terminal.status.strip().startswith("0 pos")


async def test_every_key_is_harmless_in_an_empty_library(path: Path) -> None:
    with library_of(path) as library:
        async with reading(library) as terminal:
            for key in SAFE_KEYS:
                await terminal.press(key, *["escape"] * (key in OPENING))
            assert "No posts." in terminal.text


async def test_every_key_is_harmless_in_a_post_with_nothing_in_it(path: Path) -> None:
    empty = post("none", title="Nothing here")
    with library_of(
        path, empty, post("blank", section("s", ""), comment("c", None, ""), comment("d", "c", ""))
    ) as library:
        for post_id in ("none", "blank"):
            async with reading(library, post_id=post_id) as terminal:
                for key in SAFE_KEYS:
                    await terminal.press(key, *["escape"] * (key in OPENING))
                assert "Nothing here" in terminal.text


async def test_comments_without_a_post_body(path: Path) -> None:
    with library_of(path, post("p", comment("a", None, "Alpha."), comment("b", "a", "Beta."), title="T")) as library:
        async with reading(library) as terminal:
            assert "Alpha." in terminal.highlighted()
            await terminal.press("p")
            assert "This is the post" in terminal.status
            await terminal.press("h")
            assert "+1 reply" in terminal.highlighted()
            await terminal.press("^", "t", "j", "x")
            assert "Alpha." in terminal.highlighted()


async def test_a_post_that_is_not_there_is_told(posts: Library) -> None:
    async with reading(posts, post_id="gone") as terminal:
        assert "gone" in terminal.status
        await terminal.press("escape", "j", "enter")
        assert terminal.highlighted()


# A locked library


async def test_a_locked_library_is_told_and_reading_goes_on(path: Path, posts: Library) -> None:
    posts.close()
    with Library.open(path) as library, locked(path):
        async with reading(library, (200, 50)) as terminal:
            await terminal.press("j", "j")
            assert "turnip" in terminal.highlighted()
            await terminal.until(lambda: "Another" in terminal.status)
            assert "5 unread" not in terminal.status
            await terminal.press("]")
            assert "On keeping bees" in terminal.highlighted()
            await terminal.press("j", "[")
            assert "turnip" in terminal.highlighted() or "spade" in terminal.highlighted()
            assert "6 unread" in terminal.status
            for key in ("S", "S", "tab", "x", "+"):
                await terminal.press(key)
            assert "leek" in terminal.part_text("#thread")


async def test_in_a_locked_library_nothing_pretends_to_be_bookmarked(path: Path, posts: Library) -> None:
    posts.close()
    with Library.open(path) as library, locked(path):
        async with reading(library, (200, 50)) as terminal:
            await terminal.press("j", "m")
            assert "★" not in terminal.part_text("#thread")
            assert re.search("Another", terminal.status)
            await terminal.press("M")
            await terminal.until_seen("Tags, parted")
            await terminal.press("x", "enter")
            await terminal.until(lambda: "Another" in terminal.status)
            assert "No bookmarks." in terminal.part_text("#side-bookmarks")


async def test_marks_made_while_it_was_locked_are_kept_once_it_is_free(path: Path, posts: Library) -> None:
    posts.close()
    with Library.open(path) as library:
        async with reading(library) as terminal:
            with locked(path):
                await terminal.press("g", "j", "j", "j")
                await terminal.until(lambda: "Another" in terminal.status)
            await terminal.until(lambda: library.read_entries("garden") == {"s1", "s2", "c1", "c1a"})


async def test_a_locked_library_can_be_left(path: Path) -> None:
    library_of(path, *three_posts()).close()
    with Library.open(path) as library, locked(path):
        async with reading(library) as terminal:
            await terminal.press("j", "q")
            assert not terminal.app.is_running
