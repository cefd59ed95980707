"""Sizes, resizing, the mouse, the palette."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from probreader.library import Library

from .builders import comment, library_of, post, section
from .terminal import Terminal, background, reading

SIZES = [(80, 24), (120, 36), (200, 50), (8, 3), (40, 12)]


@pytest.fixture
async def garden(posts: Library) -> AsyncIterator[Terminal]:
    async with reading(posts) as terminal:
        yield terminal


def fills_the_screen(terminal: Terminal, size: tuple[int, int]) -> bool:
    return [cell_len(line) for line in terminal.lines] == [size[0]] * size[1]


# The post list


async def test_the_post_list_tells_date_title_comments_and_unread(garden: Terminal) -> None:
    rows = [line.lstrip("▌").strip() for line in garden.part_lines("#posts") if line.strip()]
    assert [re.sub(" +", " ", row) for row in rows] == [
        "● The Garden",
        "1 May 2021 7 comments 7 unread",
        "● Bees",
        "4 Mar 2020 1 comment 1 unread",
        "● Untitled",
        "undated",
    ]


async def test_a_title_that_was_inferred_is_marked(path: Path) -> None:
    made = post("p", section("s", "First sentence. More."), title="First sentence.", title_inferred=True)
    with library_of(path, made) as library:
        async with reading(library) as terminal:
            assert "~ First sentence." in terminal.part_text("#posts")
            assert "~ First sentence." in terminal.part_text("#header")


async def test_the_seeds_are_listed_and_read(seeds: Library) -> None:
    async with reading(seeds, (200, 50)) as terminal:
        listed = terminal.part_text("#posts")
        for words in ("17 Jan 2023", "2 sections", "Latest From Probation HQ", "19 comments", "19 unread", "Reviews"):
            assert words in listed
        await terminal.press("]", "]")
        assert "Latest From Probation HQ" in terminal.part_text("#header")
        assert "19 comments, 9 of them replies" in terminal.part_text("#header")
        await terminal.press("tab")
        assert "comment 1/19" in terminal.status
        assert "18 unread" in terminal.status


async def test_a_declared_count_that_was_not_reached_is_told(path: Path) -> None:
    with library_of(path, post("p", section("s", "x"), comment("c", None, "y"), declared_comments=5)) as library:
        async with reading(library) as terminal:
            assert "1 comment" in terminal.part_text("#header")
            assert "5 declared" in terminal.part_text("#header")


# Sizes


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_what_is_read_and_where(posts: Library, size: tuple[int, int]) -> None:
    async with reading(posts, size) as terminal:
        await terminal.press("j")
        assert fills_the_screen(terminal, size)
        assert terminal.highlighted()
        assert "post" in terminal.status
        await terminal.press("w", "j")
        assert fills_the_screen(terminal, size)
        assert terminal.highlighted("#posts")
        await terminal.press("enter", "?", "escape", "/", "o", "enter", "s", "o", "escape", "B", "M", "escape", "T")
        assert fills_the_screen(terminal, size)


@pytest.mark.parametrize(("width", "shown"), [(40, 1), (69, 1), (80, 2), (120, 2), (200, 3)])
async def test_as_many_panes_as_there_is_room_for(posts: Library, width: int, shown: int) -> None:
    async with reading(posts, (width, 24)) as terminal:
        panes = [terminal.region(name).width for name in ("#posts", "#thread", "#side-bookmarks")]
        assert sum(bool(pane) for pane in panes) == shown
        assert panes[1] >= 40


async def test_a_narrow_screen_shows_one_pane_at_a_time(posts: Library) -> None:
    async with reading(posts, (50, 20)) as terminal:
        assert "spade" in terminal.text
        assert "Bees" not in terminal.text
        await terminal.press("escape")
        assert "Bees" in terminal.text
        assert "spade" not in terminal.text
        await terminal.press("j", "enter")
        assert "On keeping bees" in terminal.highlighted()
        await terminal.press("B")
        assert "No bookmarks." in terminal.text
        await terminal.press("escape")
        assert "On keeping bees" in terminal.highlighted()


async def test_text_is_never_wider_than_the_eye_can_follow(path: Path) -> None:
    with library_of(path, post("p", section("s", "word " * 200))) as library:
        async with reading(library, (300, 20)) as terminal:
            lines = [line.strip().removeprefix("▌").strip() for line in terminal.part_lines("#thread")]
            assert 80 <= max(map(len, lines)) <= 88


async def test_without_colour_no_pane_has_any(posts: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(posts) as terminal:
        await terminal.press("j", "m", "/", *"o")
        for widget in ("#posts", "#header", "#thread", "#status"):
            assert {len(set(background(style))) for strip in terminal.part(widget) for _, style, _ in strip} == {1}


# Resizing


async def test_the_highlight_outlives_a_storm_of_sizes(seeds: Library) -> None:
    async with reading(seeds, (200, 50)) as terminal:
        await terminal.press("]", "]", "tab", "tab", "tab", "tab", "h")
        comment_now = re.findall(r"comment \d+/19", terminal.status)
        first_words = terminal.highlighted().split("\n")[1][:12]
        for size in [(8, 3), (80, 24), (200, 50), (40, 12), (8, 3), (1, 1), (120, 36), (30, 5), (80, 24)]:
            await terminal.resize(*size)
            assert fills_the_screen(terminal, size)
            assert terminal.highlighted() or size == (1, 1)
        assert re.findall(r"comment \d+/19", terminal.status) == comment_now
        assert first_words in terminal.highlighted()


async def test_the_highlight_stays_on_its_row_when_only_the_width_changes(path: Path) -> None:
    def row() -> int:
        return next(n for n, line in enumerate(terminal.part_lines("#thread")) if line.lstrip().startswith("▌"))

    comments = [comment(f"c{n}", None, f"Number n{n}. " + "word " * n) for n in range(40)]
    with library_of(path, post("p", section("s", "x"), *comments)) as library:
        async with reading(library, (120, 36)) as terminal:
            await terminal.press(*"j" * 22, *"k" * 3)
            before = row()
            assert 3 < before < 30
            for width in (100, 72, 140, 120):
                await terminal.resize(width, 36)
                assert row() == before
                assert "n18." in terminal.highlighted()


async def test_a_resize_while_a_dialog_is_open(garden: Terminal) -> None:
    for key in ("?", "M", "ctrl+p", "s"):
        await garden.press(key)
        for size in [(8, 3), (80, 24)]:
            await garden.resize(*size)
            assert fills_the_screen(garden, size)
        await garden.press("escape")
    assert garden.highlighted()


# The mouse


async def test_a_click_highlights_and_a_second_on_the_header_collapses(garden: Terminal) -> None:
    at = next(n for n, line in enumerate(garden.part_lines("#thread")) if "Ann" in line)
    await garden.click("#thread", 6, at + 1)
    assert "turnip" in garden.highlighted()
    await garden.click("#thread", 6, at + 1)
    assert "leek" in garden.part_text("#thread")
    await garden.click("#thread", 6, at)
    assert "leek" not in garden.part_text("#thread")
    assert "+3 replies" in garden.highlighted()
    await garden.click("#thread", 6, at)
    assert "leek" in garden.part_text("#thread")


async def test_a_click_below_the_end_does_nothing(garden: Terminal) -> None:
    height = garden.region("#thread").height
    await garden.press("j")
    await garden.click("#thread", 6, height - 1)
    assert "rake" in garden.highlighted()
    await garden.click("#posts", 3, garden.region("#posts").height - 1)
    assert "The Garden" in garden.highlighted("#posts")


async def test_a_click_in_the_list_shows_a_post_and_a_second_reads_it(garden: Terminal) -> None:
    at = next(n for n, line in enumerate(garden.part_lines("#posts")) if "Bees" in line)
    await garden.click("#posts", 5, at)
    await garden.until(lambda: "On keeping bees" in garden.part_text("#thread"))
    await garden.press("k")
    assert "The Garden" in garden.highlighted("#posts")
    await garden.click("#posts", 5, at)
    await garden.click("#posts", 5, at)
    await garden.press("j")
    assert "Honey" in garden.highlighted()


async def test_the_wheel_scrolls_what_is_below_it(seeds: Library) -> None:
    async with reading(seeds, (80, 24)) as terminal:
        await terminal.press("]", "]")
        thread, posts = terminal.part_lines("#thread"), terminal.part_lines("#posts")
        await terminal.wheel("#thread", 1)
        assert terminal.part_lines("#thread") != thread
        assert terminal.part_lines("#posts") == posts
        await terminal.wheel("#thread", -1)
        assert terminal.part_lines("#thread") == thread
        await terminal.wheel("#posts", 1)
        assert terminal.part_lines("#posts") != posts
        assert terminal.part_lines("#thread") == thread


async def test_after_the_wheel_the_keys_go_on_from_the_highlight(seeds: Library) -> None:
    async with reading(seeds, (80, 24)) as terminal:
        await terminal.press("]", "]", "tab")
        for _ in range(10):
            await terminal.wheel("#thread", 1)
        await terminal.press("j")
        assert terminal.highlighted()
        assert "comment 2/19" in terminal.status


# The palette


async def open_palette(terminal: Terminal, words: str) -> None:
    await terminal.press("ctrl+p")
    await terminal.until_seen("Half a page down")
    await terminal.press(*words)


async def test_the_palette_runs_a_command_of_the_thread(garden: Terminal) -> None:
    await open_palette(garden, "collapse all")
    await garden.until(lambda: "Half a page" not in garden.text and "Collapse all" in garden.text)
    await garden.press("enter")
    await garden.until(lambda: "+3 replies" in garden.part_text("#thread"))


async def test_the_palette_runs_a_command_of_the_screen_and_of_the_app(garden: Terminal) -> None:
    await open_palette(garden, "mark the whole")
    await garden.until(lambda: "Half a page" not in garden.text and "Mark the whole" in garden.text)
    await garden.press("enter")
    await garden.until(lambda: "7 comments marked read" in garden.status)
    await open_palette(garden, "next theme")
    await garden.until(lambda: "Half a page" not in garden.text and "Next theme" in garden.text)
    await garden.press("enter")
    await garden.until(lambda: not garden.app.current_theme.dark)


async def test_the_palette_opens_a_post_whose_title_looks_like_markup(path: Path) -> None:
    title = "[b]x[/b] [sic]"
    made = [
        post("a", section("a1", "The newer."), date="2021-01-01"),
        post("b", section("b1", "The older."), title=title),
    ]
    with library_of(path, *made) as library:
        async with reading(library) as terminal:
            await open_palette(terminal, "[sic]")
            await terminal.until(lambda: "Half a page" not in terminal.text and terminal.text.count(title) == 1)
            await terminal.press("enter")
            await terminal.until(lambda: "The older." in terminal.highlighted())
            assert title in terminal.part_text("#header")
            assert title in terminal.part_text("#posts")


async def test_the_palette_over_another_dialog_offers_nothing_and_does_no_harm(garden: Terminal) -> None:
    for key in ("?", "M", "\\"):
        await garden.press(key, "ctrl+p", *"next entry")
        await garden.until_seen("No matches found")
        await garden.press("enter")
        while len(garden.app.screen_stack) > 1:
            await garden.press("escape")
    await garden.press("g", "j")
    assert "rake" in garden.highlighted()
