"""Bad queries, and searches kept under names, as a user sees them."""

from collections.abc import AsyncIterator

import pytest

from probreader.library import Library
from probreader.tui.commands import Scope

from .keyboard import Keyboard
from .terminal import Terminal, reading

KEYS = Keyboard(Scope.SAVED)


@pytest.fixture
def library(posts: Library) -> Library:
    posts.save_search("vegetables", "leek OR onion")
    posts.save_search("[b]unread", "is:unread in:comment")
    return posts


@pytest.fixture
async def garden(library: Library) -> AsyncIterator[Terminal]:
    async with reading(library) as terminal:
        await terminal.until(lambda: "vegetables" in terminal.part_text("#saved"))
        yield terminal


# Bad queries


async def test_a_bad_query_is_told_at_its_place_and_the_last_result_stays(posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("s", *"honey ")
        await terminal.until_seen(" 1 hit ")
        await terminal.paste("after:soon")
        assert terminal.painted("error", "#search") == ["after:soon"]
        assert "not understood" in terminal.part_text("#search")
        assert "2021" in terminal.status
        assert "Honey" in terminal.part_text("#hits")
        await terminal.press("enter")
        assert terminal.painted("error", "#search") == ["after:soon"]
        await terminal.press(*["backspace"] * 4, *"2019")
        await terminal.until_seen(" 1 hit ")
        assert terminal.painted("error", "#search") == []


async def test_a_fault_is_not_marked_in_what_is_typed_next(posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("s", *"after:soon", "escape", "/", *"in every garden")
        assert terminal.painted("error", "#search") == []


async def test_what_is_said_is_readable_on_a_small_screen(posts: Library) -> None:
    async with reading(posts, (80, 24)) as terminal:
        await terminal.press("s", *"after:soon")
        assert "as in after:2021, after:2021-02 or after:2021-02-25." in " ".join(terminal.text.split())
        await terminal.press(*["backspace"] * 5)
        assert "after:2021-02" not in terminal.text
        assert "post 1/3" in terminal.status


# Saved searches


def saved(terminal: Terminal) -> list[str]:
    return [" ".join(line.strip(" ▌▸").split()) for line in terminal.part_lines("#saved") if "▸" in line]


async def test_saved_searches_stand_over_the_posts_with_their_counts(garden: Terminal) -> None:
    assert saved(garden) == ["[b]unread 8", "vegetables 2"]
    assert "Bees" in garden.part_text("#posts")


async def test_the_counts_follow_what_is_read(garden: Terminal) -> None:
    await garden.press("A")
    await garden.until(lambda: saved(garden) == ["[b]unread 1", "vegetables 2"])
    await garden.press("U")
    await garden.until(lambda: saved(garden) == ["[b]unread 8", "vegetables 2"])


async def test_a_saved_search_is_walked_to_and_lists_its_hits(garden: Terminal) -> None:
    await garden.press("w", "g", "k")
    assert "vegetables" in garden.highlighted("#saved")
    await garden.press("k", "j", "enter")
    await garden.until_seen("Search  2 hits")
    assert "leek" in garden.part_text("#hits")
    await garden.until(lambda: "A leek for the soup." in garden.highlighted())
    await garden.press("j", "enter")
    assert "An onion" in garden.highlighted()
    await garden.press("s")
    assert "leek OR onion" in garden.part_text("#search")


async def test_from_the_last_saved_search_down_to_the_posts(garden: Terminal) -> None:
    await garden.press("w", "g", "k", "j", "j")
    assert "Bees" in garden.highlighted("#posts")


async def test_a_saved_search_of_whole_words_is_no_search_as_one_types(posts: Library) -> None:
    posts.save_search("le", "le")
    async with reading(posts) as terminal:
        await terminal.until(lambda: saved(terminal) == ["le 0"])
        await terminal.press("w", "k", "enter")
        await terminal.until_seen("Search  0 hits")


async def test_a_name_that_is_taken_is_told(garden: Terminal) -> None:
    await garden.press("w", "g", "k", "r")
    await garden.until_seen("Another name for “vegetables”")
    await garden.press(*["backspace"] * 10, *"[b]unread", "enter")
    await garden.until(lambda: "There is a saved search" in garden.status)


@KEYS.tries("r")
async def test_renaming(garden: Terminal, key: str) -> None:
    await garden.press("w", "g", "k", key)
    await garden.until_seen("Another name for “vegetables”")
    await garden.press("end", *" 2", "enter")
    await garden.until(lambda: saved(garden) == ["[b]unread 8", "vegetables 2 2"])


@KEYS.tries("d")
async def test_deleting_when_asked_twice(garden: Terminal, key: str) -> None:
    await garden.press("w", "g", "k", key)
    assert "d again deletes the saved search “vegetables”" in garden.status
    await garden.press(key)
    await garden.until(lambda: saved(garden) == ["[b]unread 8"])
    await garden.press(key, key)
    await garden.until(lambda: not garden.part_text("#saved").strip())
    assert "The Garden" in garden.highlighted("#posts")
    await garden.press("j")
    assert "Bees" in garden.highlighted("#posts")


def test_every_key_is_tried() -> None:
    assert KEYS.untried() == set()
