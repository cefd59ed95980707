"""Bookmarks, read marks and places, and that they are there again the next time."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from probreader.library import Library

from .builders import comment, library_of, post, section
from .terminal import Terminal, reading


@pytest.fixture
async def garden(posts: Library) -> AsyncIterator[Terminal]:
    async with reading(posts) as terminal:
        yield terminal


async def write_note(terminal: Terminal, note: str, tags: str) -> None:
    await terminal.press("M")
    await terminal.until_seen("Tags, parted by spaces")
    await terminal.press(*note, "tab", *tags, "enter")
    await terminal.until_seen("Bookmark kept")


# Bookmarks


async def test_bookmarks_are_listed_the_newest_first(garden: Terminal) -> None:
    await garden.press("g", "m", "G", "m", "B")
    text = garden.part_text("#bookmarks")
    assert text.index("elder") < text.index("spade")
    assert "The Garden" in text
    assert "Bookmarks  2" in garden.text


async def test_the_note_of_a_bookmark_can_be_changed_and_left_alone(garden: Terminal) -> None:
    await garden.press("j")
    await write_note(garden, "first", "a, #b")
    await garden.press("M")
    await garden.until_seen("Tags, parted by spaces")
    assert "The rake is another one." in garden.text
    assert "first" in garden.text
    assert "a b" in garden.text
    await garden.press(*" and more", "escape", "B")
    assert "first #a #b" in garden.highlighted("#bookmarks")
    assert "more" not in garden.part_text("#bookmarks")


async def test_giving_up_a_note_sets_no_bookmark(garden: Terminal) -> None:
    await garden.press("M")
    await garden.until_seen("Tags, parted by spaces")
    await garden.press(*"xx", "escape", "B")
    assert "No bookmarks." in garden.part_text("#bookmarks")
    assert "★" not in garden.text


async def test_a_bookmark_leads_to_its_entry_in_another_post(garden: Terminal) -> None:
    await garden.press(*"jjjj", "m", "-", "]", "B")
    assert "kale" in garden.highlighted("#bookmarks")
    await garden.press("enter")
    assert "A kale salad." in garden.highlighted()
    assert "fig" not in garden.part_text("#thread")


async def test_a_removed_bookmark_leaves_the_list(garden: Terminal) -> None:
    await garden.press("m", "m", "B")
    assert "No bookmarks." in garden.part_text("#bookmarks")


async def test_a_wide_screen_shows_bookmarks_beside_the_thread(posts: Library) -> None:
    async with reading(posts, (200, 50)) as terminal:
        assert "No bookmarks." in terminal.part_text("#side-bookmarks")
        await terminal.press("G", "m", "g")
        assert "elder" in terminal.part_text("#side-bookmarks")
        assert "Bees" in terminal.part_text("#posts")
        await terminal.press("B", "enter")
        assert "elder" in terminal.highlighted()


async def test_bookmarks_and_notes_are_there_the_next_time(path: Path, posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("j")
        await write_note(terminal, "see later", "todo")
    posts.close()
    with Library.open(path) as again:
        async with reading(again) as terminal:
            await terminal.press("B")
            assert "see later #todo" in terminal.highlighted("#bookmarks")
            assert "★" in terminal.part_text("#thread")


async def test_bookmarks_are_filtered_by_words_and_tags(garden: Terminal) -> None:
    await garden.press("g", "j", "j")
    await write_note(garden, "", "food")
    await garden.press("j")
    await write_note(garden, "", "food soup")
    await garden.press("G", "m", "B", "\\")
    await garden.until_seen("Bookmarks with these words")
    await garden.press(*"#food turnip", "enter")
    await garden.until(lambda: "with #food turnip" in garden.text)
    assert "turnip" in garden.part_text("#bookmarks")
    assert "leek" not in garden.part_text("#bookmarks")
    assert "elder" not in garden.part_text("#bookmarks")
    await garden.press("\\", "delete", "enter")
    await garden.until(lambda: "elder" in garden.part_text("#bookmarks"))


# Read marks


async def test_reading_is_counted_everywhere_at_once(garden: Terminal) -> None:
    await garden.press("g", "j", "j", "j")
    assert "5 unread" in garden.status
    assert "5 unread" in garden.part_text("#header")
    assert "5 unread" in garden.highlighted("#posts")
    assert re.findall(r"Ann.*●", garden.part_text("#thread")) == []
    assert re.findall(r"Cid.*●", garden.part_text("#thread"))


async def test_looking_at_a_post_from_the_list_reads_nothing(garden: Terminal) -> None:
    await garden.press("w", "j")
    await garden.until(lambda: "On keeping bees" in garden.part_text("#thread"))
    assert "1 unread" in garden.status
    await garden.press("j")
    await garden.until(lambda: "lone paragraph" in garden.part_text("#thread"))
    rows = garden.part_lines("#posts")
    assert any("●" in line and "Bees" in line for line in rows)


async def test_what_is_marked_unread_stays_so_until_it_is_read_again(garden: Terminal) -> None:
    await garden.press("g", "j", "j", "u", "j")
    assert "6 unread" in garden.status
    await garden.press("k")
    assert "5 unread" in garden.status


async def test_read_marks_are_there_the_next_time(path: Path, posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("g", "j", "j", "j", "j", "u", "g")
        assert "5 unread" in terminal.status
    posts.close()
    with Library.open(path) as again:
        assert again.read_entries("garden") == {"s1", "s2", "c1", "c1a"}
        async with reading(again) as terminal:
            assert "5 unread" in terminal.highlighted("#posts")
            assert "5 unread" in terminal.status
            assert re.findall(r"(Ann|Bob|Cid)  ●", terminal.part_text("#thread")) == ["Cid"]


async def test_what_is_opened_and_looked_at_is_read(posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("s", *"honey")
        await terminal.until_seen(" 1 hit ")
        await terminal.press("enter", "enter")
        assert "Honey" in terminal.highlighted()
        await terminal.until(lambda: "0 unread" in terminal.status)
        await terminal.until(lambda: posts.read_entries("garden") == {"s1"})


async def test_marks_reach_the_disk_without_leaving(garden: Terminal, posts: Library) -> None:
    await garden.press("g", "j", "j")
    await garden.until(lambda: posts.read_entries("garden") == {"s1", "s2", "c1"})


# Places


async def test_the_reader_opens_where_it_was_left(path: Path, posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("]", "[", "g", *"jjj", "h", "J")
        assert "onion" in terminal.highlighted()
        before = terminal.part_lines("#thread")
    posts.close()
    with Library.open(path) as again:
        async with reading(again) as terminal:
            assert terminal.part_lines("#thread") == before
            assert "+1 reply" in terminal.part_text("#thread")
            await terminal.press("]")
            assert "On keeping bees" in terminal.highlighted()


@pytest.fixture
def long_posts(path: Path) -> Library:
    names = ("one", "two")
    return library_of(
        path,
        *(
            post(
                name,
                section(f"{name}-s", f"Post {name}."),
                *(comment(f"{name}-{n}", None, f"Text {name} n{n}. " + "word " * 60) for n in range(40)),
                title=name,
                date=f"20{20 - number}-01-01",
            )
            for number, name in enumerate(names)
        ),
    )


async def test_scroll_and_highlight_of_each_post_are_kept(long_posts: Library) -> None:
    with long_posts:
        async with reading(long_posts, (80, 24)) as terminal:
            await terminal.press("space", "space", "space", "j", "j")
            first = terminal.part_lines("#thread")
            await terminal.press("]", "G")
            second = terminal.part_lines("#thread")
            await terminal.press("[")
            assert terminal.part_lines("#thread") == first
            await terminal.press("]")
            assert terminal.part_lines("#thread") == second
        async with reading(long_posts, (80, 24)) as terminal:
            assert terminal.part_lines("#thread") == second


async def test_a_place_kept_on_a_tall_screen_is_seen_on_a_low_one(long_posts: Library) -> None:
    with long_posts:
        async with reading(long_posts, (120, 60)) as terminal:
            await terminal.press("G", "k", "]")
            await terminal.resize(80, 12)
            await terminal.press("[")
            assert "n38." in terminal.highlighted()
        async with reading(long_posts, (120, 60)) as terminal:
            await terminal.press("]", "[")
        async with reading(long_posts, (60, 8)) as terminal:
            assert "n38." in terminal.highlighted()


async def test_a_named_post_is_opened_before_the_last(posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("j")
    async with reading(posts, post_id="bees") as terminal:
        assert "On keeping bees" in terminal.highlighted()
        assert "Bees" in terminal.highlighted("#posts")


# Places returned to, notes protected


async def test_giving_up_a_find_returns_to_where_one_was_and_reads_nothing(garden: Terminal) -> None:
    await garden.press("j", "j")
    before, status = garden.highlighted(), garden.status
    await garden.press("/", *"berry")
    assert garden.highlighted() != before
    await garden.press("escape")
    assert garden.highlighted() == before
    assert garden.status.split("  ")[:3] == status.split("  ")[:3]


async def test_giving_up_a_search_returns_to_where_one_was(garden: Terminal) -> None:
    await garden.press("j", "j")
    before = garden.highlighted()
    await garden.press("s", *"honey")
    await garden.until_seen("1 hit")
    await garden.press("enter")
    await garden.until(lambda: "Honey is a fine thing." in garden.part_text("#thread"))
    await garden.press("escape", "escape")
    assert garden.highlighted() == before


async def test_looking_through_bookmarks_returns_to_where_one_was(garden: Terminal) -> None:
    await garden.press("G", "m", "g", "j")
    before = garden.highlighted()
    await garden.press("B")
    assert "elder" in garden.highlighted()
    await garden.press("escape")
    assert garden.highlighted() == before


async def test_a_bookmark_with_a_note_is_not_removed_by_one_slip(garden: Terminal) -> None:
    await garden.press("j", "M")
    await garden.until_seen("Tags, parted by spaces")
    await garden.press(*"kept", "enter")
    await garden.until_seen("Bookmark kept")
    await garden.press("m")
    assert "★" in garden.highlighted()
    assert "m again removes both" in garden.status
    await garden.press("m")
    assert "★" not in garden.highlighted()


async def test_the_bookmark_under_the_highlight_is_the_one_removed(garden: Terminal) -> None:
    await garden.press("j", "m", "j", "m", "B", "j", "m")
    assert len(garden.part_text("#bookmarks").split("Bees")) <= 2
    await garden.press("escape", "g", "j")
    assert "★" not in garden.highlighted()
    await garden.press("j")
    assert "★" in garden.highlighted()


async def test_a_comment_marked_unread_stays_so_until_it_is_returned_to(garden: Terminal) -> None:
    await garden.press("j", "j", "u", "w", "w")
    assert "●" in garden.highlighted()
    await garden.press("j", "k")
    assert "●" not in garden.highlighted()


async def test_a_whole_post_is_marked_unread_at_its_section(garden: Terminal) -> None:
    await garden.press("g", "u", "w", "w")
    assert "Post marked unread" in garden.status
    assert "●" in garden.highlighted("#posts")


async def test_a_message_makes_room_after_a_while(garden: Terminal) -> None:
    await garden.press("G", "j")
    assert "This is the last entry" in garden.status
    await garden.until(lambda: "? help" in garden.status, seconds=8)
