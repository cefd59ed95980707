"""The map of the whole thread beside it."""

from pathlib import Path

import pytest

from probreader.library import Library
from probreader.tui.news import News
from probreader.tui.thread import thread_of
from probreader.tui.thread_map import Sign, ThreadMap

from .builders import tree
from .terminal import reading


@pytest.mark.parametrize(("count", "height"), [(1, 1), (3, 10), (10, 3), (10, 10), (999, 40), (7, 1)])
def test_every_entry_is_in_the_stretch_of_its_cell(count: int, height: int) -> None:
    chart = ThreadMap(thread_of(tree([None] * (count - 1))), height)
    cells = [chart.cell(entry) for entry in range(count)]
    assert cells == sorted(cells)
    assert 0 <= cells[0] <= cells[-1] < height
    for cell in set(cells):
        assert chart.entry(cell) == cells.index(cell)


def test_a_stretch_tells_the_most_telling_thing() -> None:
    # Two entries a cell: the post and c0, c1 and c2, ...
    thread = thread_of(tree([None] * 9))
    thread.mark_read(range(10))
    chart = ThreadMap(thread, 5)
    assert set(chart.signs()) == {Sign.NOTHING}
    thread.news = News(new=(5,))
    thread.mark_unread(5)
    thread.mark_unread(6)
    thread.marks.bookmarked.add(2)
    thread.marks.matches = {1: [(0, 1)], 3: [(0, 1)]}
    assert chart.signs() == (Sign.MATCH, Sign.MATCH, Sign.NEW, Sign.UNREAD, Sign.NOTHING)
    thread.marks.matches = {}
    assert chart.signs() == (Sign.NOTHING, Sign.BOOKMARK, Sign.NEW, Sign.UNREAD, Sign.NOTHING)


async def test_the_map_shows_unread_bookmarks_matches_and_the_highlight(posts: Library) -> None:
    async with reading(posts) as terminal:
        assert terminal.part_text("#map").count("·") == 7
        await terminal.press("g", "j", "j", "m")
        assert terminal.part_text("#map").count("★") == 1
        await terminal.press("A")
        assert "·" not in terminal.part_text("#map")
        await terminal.press("g", "/", *"leek")
        assert terminal.part_text("#map").count("◆") == 1
        await terminal.press("escape", "G")
        lines = terminal.part_lines("#map")
        assert [at for at, line in enumerate(lines) if line == "◂"] == [len(lines) * 8 // 9]


async def test_a_click_on_the_map_goes_there(posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.click("#map", 0, terminal.region("#map").height - 1)
        assert "elder" in terminal.highlighted()


async def test_a_narrow_screen_has_no_map(path: Path, posts: Library) -> None:
    async with reading(posts, (50, 20)) as terminal:
        assert terminal.region("#map").width == 0
        await terminal.resize(100, 20)
        assert "·" in terminal.part_text("#map")
