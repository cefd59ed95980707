"""Undo and redo of marks, as they are seen."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from probreader.library import Library

from .terminal import Terminal, reading


@pytest.fixture
async def garden(posts: Library) -> AsyncIterator[Terminal]:
    async with reading(posts) as terminal:
        yield terminal


async def test_a_bookmark_is_undone_and_done_again(garden: Terminal) -> None:
    await garden.press("g", "j", "j", "m", "G", "U")
    assert "Took away the bookmark on the comment by Ann in “The Garden”" in garden.status
    assert "turnip" in garden.highlighted()
    assert "★" not in garden.text
    await garden.press("G", "ctrl+r")
    assert "Brought back the bookmark on the comment by Ann" in garden.status
    assert "turnip" in garden.highlighted()
    assert "★" in garden.highlighted()
    await garden.press("B")
    assert "turnip" in garden.part_text("#bookmarks")


async def test_the_whole_thread_is_unread_again_but_for_what_was_read_before(garden: Terminal) -> None:
    await garden.press("g", "j", "j", "A")
    assert "0 unread" in garden.status
    assert "6 comments marked read" in garden.status
    await garden.press("U")
    assert "Marked 6 entries of “The Garden” unread again" in garden.status
    assert "6 unread" in garden.part_text("#header")
    assert "6 unread" in garden.highlighted("#posts")
    assert "turnip" in garden.highlighted()
    assert "●" not in garden.highlighted()
    await garden.press("ctrl+r")
    assert "0 unread" in garden.status


async def test_what_was_read_by_moving_is_no_mark_to_undo(garden: Terminal) -> None:
    await garden.press("g", *"jjjj")
    await garden.press("U")
    assert "Nothing to undo" in garden.status
    assert "4 unread" in garden.status
    await garden.press("ctrl+r")
    assert "Nothing to redo" in garden.status


async def test_marked_unread_is_read_again_and_unread_where_one_stands(garden: Terminal) -> None:
    await garden.press("g", "j", "j", "u", "U")
    assert "Marked 1 entry of “The Garden” read again" in garden.status
    assert "●" not in garden.highlighted()
    await garden.press("G", "ctrl+r")
    assert "turnip" in garden.highlighted()
    assert "●" in garden.highlighted()
    await garden.press("j", "k")
    assert "●" not in garden.highlighted()


async def test_undoing_leads_to_another_post(garden: Terminal) -> None:
    await garden.press("]", "j", "m", "[", "g", "U")
    assert "Honey is a fine thing." in garden.highlighted()
    assert "Bees" in garden.highlighted("#posts")
    assert "★" not in garden.text


async def test_undoing_unfolds_what_hides_the_entry(garden: Terminal) -> None:
    await garden.press("g", *"jjjj", "m", "-", "G", "U")
    assert "kale" in garden.highlighted()


async def test_marks_can_be_undone_the_next_time(path: Path, posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("A")
        assert "0 unread" in terminal.status
    posts.close()
    with Library.open(path) as again:
        async with reading(again) as terminal:
            await terminal.press("U")
            assert "unread again" in terminal.status
            assert "7 unread" in terminal.status
