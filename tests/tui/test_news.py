"""What is new since the last visit, what was edited and what is gone, as it is seen."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from probreader.domain.post import Source
from probreader.library import Library
from probreader.tui.news import News

from .builders import comment, garden, library_of, three_posts
from .terminal import Terminal, reading


def add_again(library: Library) -> None:
    """The garden read again: a reply under Bob and a comment more, Eve's words others, the elder gone."""
    first = garden()
    comments = list(first.comments[:-1])
    comments[4] = replace(comments[4], body=replace(comments[4].body, text="A gooseberry for dinner."))
    comments.insert(3, comment("c1b2", "c1a", "A mango, why not.", "Hal"))
    comments.append(comment("c4", None, "A nut.", "Ivy"))
    library.add(
        Source("/blog/posts.txt", "blogger-text", "digest 2", 11), [replace(first, comments=tuple(comments))], ()
    )


@pytest.fixture
def renewed(path: Path) -> Library:
    library = library_of(path, *three_posts())
    library.visit("garden")
    library.set_read("garden", ["c1", "c1a", "c2"])
    add_again(library)
    return library


@pytest.fixture
async def garden_anew(renewed: Library) -> AsyncIterator[Terminal]:
    with renewed:
        async with reading(renewed, post_id="garden") as terminal:
            yield terminal


def headers(terminal: Terminal, *names: str) -> list[str]:
    lines = [line.strip(" ▌╎") for line in terminal.part_lines("#thread")]
    return [" ".join(next(line for line in lines if line.startswith(name)).split()) for name in names]


def test_new_entries_are_counted_between_any_two() -> None:
    news = News(new=(2, 5, 6))
    assert [news.count_new(*ends) for ends in ((0, 9), (2, 3), (3, 5), (3, 6), (7, 9))] == [3, 1, 0, 1, 0]
    assert [news.is_new(entry) for entry in (1, 2, 6, 7)] == [False, True, True, False]


async def test_new_edited_and_gone_entries_say_so(garden_anew: Terminal) -> None:
    await garden_anew.resize(120, 60)
    assert headers(garden_anew, "Hal", "Ivy", "Ann", "Eve") == [
        "Hal ● new 1.1.2",
        "Ivy ● new 4",
        "Ann 1 · 2 May 2021, 10:45",
        "Eve 2 · edited",
    ]
    assert "removed from the source" in headers(garden_anew, "Comment 3")[0]


async def test_a_collapsed_comment_tells_what_is_new_below(garden_anew: Terminal) -> None:
    await garden_anew.press("-")
    assert "+4 replies, 3 unread, 1 new" in garden_anew.text


async def test_lists_and_header_tell_how_much_is_new(garden_anew: Terminal) -> None:
    assert "6 unread, 2 new" in garden_anew.part_text("#header")
    assert "6/9 unread, 2 new" in garden_anew.part_text("#posts")


async def test_new_holds_until_the_post_is_left(garden_anew: Terminal) -> None:
    await garden_anew.press("g", *"jjjjj")
    assert "Hal  new" in garden_anew.highlighted()
    await garden_anew.press("]")
    assert "new" not in garden_anew.part_text("#posts")
    await garden_anew.press("[")
    assert "new" not in garden_anew.part_text("#thread")
    assert "edited" in garden_anew.part_text("#thread")


async def test_another_view_tells_the_same_news(garden_anew: Terminal) -> None:
    await garden_anew.resize(120, 60)
    await garden_anew.press("g", "j", "v")
    await garden_anew.until_seen("by date")
    assert headers(garden_anew, "Hal", "Eve") == ["Hal ● new 4", "Eve 6 · edited"]
    await garden_anew.press("v", "v", "v")
    assert headers(garden_anew, "Hal") == ["Hal ● new 1.1.2"]


async def test_looking_at_a_post_from_the_list_leaves_what_is_new(path: Path) -> None:
    with library_of(path, *three_posts()) as library:
        add_again(library)
        async with reading(library, post_id="bees") as terminal:
            await terminal.press("w", "k")
            await terminal.until(lambda: "spade" in terminal.part_text("#thread"))
            await terminal.press("j")
            await terminal.until(lambda: "honey" in terminal.part_text("#thread").lower())
            assert "2 new" in terminal.part_text("#posts")
        assert library.summary("garden").new == 2


async def test_leaving_the_program_is_leaving_the_post(renewed: Library) -> None:
    with renewed:
        async with reading(renewed, post_id="garden") as terminal:
            assert "2 new" in terminal.text
        assert renewed.summary("garden").new == 0
