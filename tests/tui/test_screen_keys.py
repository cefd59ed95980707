"""What each key does anywhere on the screen, and in the lists, as it is seen."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from probreader.library import Library
from probreader.tui.app import ReaderApp
from probreader.tui.commands import COMMANDS, Scope
from probreader.tui.keys import key_name

from .builders import comment, library_of, post, section
from .keyboard import Keyboard
from .terminal import Terminal, reading

KEYS = Keyboard(Scope.READER)
LIST_KEYS = Keyboard(Scope.LIST)


@pytest.fixture
async def garden(posts: Library) -> AsyncIterator[Terminal]:
    async with reading(posts) as terminal:
        yield terminal


def titles(terminal: Terminal) -> list[str]:
    return re.findall(r"The Garden|Bees|Untitled", terminal.part_text("#posts"))


# Unread, posts


@KEYS.tries("tab")
async def test_to_the_next_unread_comment(garden: Terminal, key: str) -> None:
    await garden.press("g", *"jjjj", "g", key)
    assert "onion" in garden.highlighted()
    await garden.press(key)
    assert "berry" in garden.highlighted()


@KEYS.tries("shift+tab")
async def test_to_the_previous_unread_comment(garden: Terminal, key: str) -> None:
    await garden.press("G", "k", "G", key)
    assert "berry" in garden.highlighted()
    await garden.press(key)
    assert "onion" in garden.highlighted()


async def test_the_next_unread_may_be_in_another_post(garden: Terminal) -> None:
    await garden.press("G", "tab")
    assert "Honey is a fine thing." in garden.highlighted()
    assert "post 2/3" in garden.status
    await garden.press("tab")
    assert "post 3/3" in garden.status
    await garden.press("tab")
    assert "Nothing unread below" in garden.status
    await garden.press("shift+tab")
    assert "fig" in garden.highlighted()


async def test_an_unread_comment_below_a_collapsed_one_is_revealed(garden: Terminal) -> None:
    await garden.press("-", "g", "tab", "tab")
    assert "leek" in garden.highlighted()


@KEYS.tries("right_square_bracket")
async def test_to_the_next_post(garden: Terminal, key: str) -> None:
    await garden.press(key)
    assert "On keeping bees" in garden.highlighted()
    assert "Bees" in garden.highlighted("#posts")
    await garden.press(key)
    assert "lone paragraph" in garden.highlighted()
    await garden.press(key)
    assert "This is the last post" in garden.status


@KEYS.tries("left_square_bracket")
async def test_to_the_previous_post(garden: Terminal, key: str) -> None:
    await garden.press("]", "]", key)
    assert "On keeping bees" in garden.highlighted()
    await garden.press(key, key)
    assert "spade" in garden.highlighted()
    assert "This is the first post" in garden.status


# Finding; more of it in test_finding.py


@KEYS.tries("slash")
async def test_finding_in_the_thread(garden: Terminal, key: str) -> None:
    await garden.press(key)
    assert "find in thread:" in garden.text
    await garden.press(*"too")
    assert garden.painted("accent") == ["too"]
    assert "match 1/2" in garden.text


@KEYS.tries("n", "N")
async def test_from_match_to_match(garden: Terminal, key: str) -> None:
    await garden.press("/", *"for", "enter")
    assert "turnip" in garden.highlighted()
    await garden.press(key)
    assert ("leek" if key == "n" else "berry") in garden.highlighted()
    assert f"match {2 if key == 'n' else 3}/3" in garden.status


@KEYS.tries("s")
async def test_searching_the_library(garden: Terminal, key: str) -> None:
    await garden.press(key)
    assert "search library:" in garden.text
    await garden.press(*"honey")
    await garden.until_seen("1 hit")
    assert "Honey is a fine thing." in garden.part_text("#hits")


@KEYS.tries("ctrl+s")
async def test_keeping_a_search(garden: Terminal, key: str) -> None:
    await garden.press(key)
    assert "Nothing is being searched for" in garden.status
    await garden.press("s", *"leek")
    await garden.until_seen(" 1 hit ")
    await garden.press(key)
    await garden.until_seen("Name for the search leek")
    await garden.press("enter", "escape")
    await garden.until(lambda: "▸ leek" in garden.part_text("#saved"))


@KEYS.tries("escape")
async def test_escape_clears_the_matches_then_changes_panes(garden: Terminal, key: str) -> None:
    await garden.press("/", *"for", "enter")
    assert garden.painted("accent") + garden.painted("match") == ["for"] * 3
    await garden.press(key)
    assert not garden.painted("match") + garden.painted("accent")
    await garden.press(key, "j")
    assert "Bees" in garden.highlighted("#posts")


# Marks; more of them in test_marks.py


@KEYS.tries("m")
async def test_bookmarking(garden: Terminal, key: str) -> None:
    await garden.press("j", key)
    assert "★" in garden.highlighted()
    assert "Bookmarked" in garden.status
    await garden.press(key)
    assert "★" not in garden.part_text("#thread")
    assert "Bookmark removed" in garden.status


@KEYS.tries("M")
async def test_bookmarking_with_a_note(garden: Terminal, key: str) -> None:
    await garden.press("j", key)
    await garden.until_seen("Tags, parted by spaces")
    await garden.press(*"good", "tab", *"one two", "enter")
    await garden.until_seen("Bookmark kept")
    await garden.press("B")
    assert "good #one #two" in garden.highlighted("#bookmarks")


@KEYS.tries("B")
async def test_the_bookmarks_list(garden: Terminal, key: str) -> None:
    await garden.press("G", "m", "g", key)
    assert "elder" in garden.highlighted("#bookmarks")
    await garden.press("enter")
    assert "elder" in garden.highlighted()
    await garden.press(key)
    assert "Bees" in garden.part_text("#posts")


@KEYS.tries("u")
async def test_marking_unread(garden: Terminal, key: str) -> None:
    await garden.press("g", *"jj")
    assert "6 unread" in garden.status
    await garden.press(key)
    assert "●" in garden.highlighted()
    assert "7 unread" in garden.status
    assert "7 unread" in garden.highlighted("#posts")


@KEYS.tries("H")
async def test_hiding_what_is_read(garden: Terminal, key: str) -> None:
    await garden.press("A", key)
    assert titles(garden) == ["Bees", "Untitled"]
    assert "spade" in garden.highlighted()
    await garden.press(key)
    assert titles(garden) == ["The Garden", "Bees", "Untitled"]


@KEYS.tries("U")
async def test_undo(garden: Terminal, key: str) -> None:
    await garden.press("m", "G", key)
    assert "Took away the bookmark" in garden.status
    assert "spade" in garden.highlighted()
    assert "★" not in garden.text


@KEYS.tries("ctrl+r")
async def test_redo(garden: Terminal, key: str) -> None:
    await garden.press("m", "U", "G", key)
    assert "Brought back the bookmark" in garden.status
    assert "spade" in garden.highlighted()
    assert "★" in garden.text


@KEYS.tries("A")
async def test_marking_all_read(garden: Terminal, key: str) -> None:
    await garden.press(key)
    assert "7 comments marked read" in garden.status
    assert "0 unread" in garden.status
    assert "●" not in garden.part_text("#thread")
    assert "unread" not in garden.highlighted("#posts")


# What the library remembers


@KEYS.tries("L")
async def test_the_ledger_of_the_post(garden: Terminal, key: str) -> None:
    await garden.press(key)
    await garden.until_seen("Ledger of “The Garden”")
    assert "not declared, 7 found" in garden.text
    await garden.press(key)
    assert "Ledger" not in garden.text


@KEYS.tries("E")
async def test_what_an_entry_said_before(garden: Terminal, key: str) -> None:
    await garden.press(key)
    assert "This was not edited since it was first read" in garden.status


# Panes


@KEYS.tries("w")
async def test_to_the_next_pane(garden: Terminal, key: str) -> None:
    await garden.press(key, "j")
    assert "Bees" in garden.highlighted("#posts")
    await garden.until_seen("On keeping bees")
    await garden.press(key, "j")
    assert "Honey" in garden.highlighted()


@KEYS.tries("z")
async def test_the_thread_alone(garden: Terminal, key: str) -> None:
    await garden.press(key)
    assert not titles(garden)[1:]
    assert garden.region("#thread").width + garden.region("#map").width == 120
    await garden.press(key)
    assert titles(garden) == ["The Garden", "Bees", "Untitled"]


# The post list


@KEYS.tries("S")
async def test_sorting(garden: Terminal, key: str) -> None:
    seen = []
    for _ in range(5):
        seen.append(titles(garden))
        assert "The Garden" in garden.highlighted("#posts")
        await garden.press(key)
        assert "Sorted by" in garden.status
    newest, oldest, by_title, by_comments, by_unread = seen
    assert newest == by_comments == by_unread == ["The Garden", "Bees", "Untitled"]
    assert oldest == by_title == ["Bees", "The Garden", "Untitled"]
    assert titles(garden) == newest


@KEYS.tries("backslash")
async def test_filtering_by_label(garden: Terminal, key: str) -> None:
    await garden.press(key)
    await garden.until_seen("Posts with label")
    assert re.findall(r"(animals|plants|tools)  1", garden.text) == ["animals", "plants", "tools"]
    await garden.press("down", "enter")
    await garden.until(lambda: titles(garden) == ["Bees"])
    assert "animals" in garden.text
    await garden.press(key)
    await garden.until_seen("Posts with label")
    await garden.press("up", "enter")
    await garden.until(lambda: titles(garden) == ["The Garden", "Bees", "Untitled"])


async def test_the_highlight_stays_on_its_post_when_the_list_changes(garden: Terminal) -> None:
    await garden.press("]")
    for choice in ("down", "up"):
        await garden.press("\\")
        await garden.until_seen("Posts with label")
        await garden.press(choice, "enter")
        await garden.until(lambda: "Posts with label" not in garden.text)
        assert "Bees" in garden.highlighted("#posts")
    assert titles(garden) == ["The Garden", "Bees", "Untitled"]


# Around


@KEYS.tries("y")
async def test_copying_the_link(garden: Terminal, key: str) -> None:
    await garden.press("G", "k", "k", key)
    assert garden.app.clipboard == "https://blog.example/garden#c2"
    assert "Link copied" in garden.status
    await garden.press("G", key)
    assert garden.app.clipboard == "https://blog.example/garden"
    await garden.press("]", key)
    assert "The source gives no link here" in garden.status
    assert garden.app.clipboard == "https://blog.example/garden"


@KEYS.tries("Y")
async def test_copying_the_text(garden: Terminal, key: str) -> None:
    await garden.press("G", key)
    assert garden.app.clipboard == "An elder tree."
    assert "Text copied" in garden.status


@KEYS.tries("T")
async def test_from_theme_to_theme(garden: Terminal, key: str) -> None:
    def backgrounds() -> set[str]:
        """What is behind most of the text."""
        return {
            str(style.bgcolor.name) for strip in garden.strips[4:8] for _, style, _ in strip if style and style.bgcolor
        }

    seen = []
    for name in ("light", "contrast", "terminal", "dark"):
        await garden.press(key)
        assert f"Theme: {name}" in garden.status
        seen.append(backgrounds())
    light, contrast, terminal, dark = seen
    assert {"#fbf9f4"} <= light
    assert {"#000000"} <= contrast
    assert terminal == {"default"}
    assert {"#17181b"} <= dark


@KEYS.tries("question_mark")
async def test_help_tells_every_key(garden: Terminal, key: str) -> None:
    await garden.resize(120, 120)
    await garden.press(key)
    for command in COMMANDS:
        if command.parameters == "" or not command.keys[0].isdigit():
            assert " ".join(map(key_name, command.keys)) in garden.text
            assert command.title in garden.text or command.action == "collapse_to"
    await garden.press("escape")
    assert "Next theme" not in garden.text
    await garden.press("j")
    assert "rake" in garden.highlighted()


async def test_help_scrolls_on_a_small_terminal(garden: Terminal) -> None:
    await garden.resize(80, 12)
    await garden.press("?")
    seen = [garden.text]
    while not seen[1:] or seen[-1] != seen[-2]:
        await garden.press("j", "j", "j")
        seen.append(garden.text)
    for command in COMMANDS:
        assert command.action == "collapse_to" or any(command.title in text for text in seen), command
    await garden.press("space", "pagedown", "k", "up", "b", "pageup", "b", "b", "b", "b", "b")
    assert garden.text == seen[0]


@KEYS.tries("q")
async def test_quitting(posts: Library, key: str) -> None:
    app = ReaderApp(posts)
    async with app.run_test() as pilot:
        assert app.is_running
        await pilot.press(key)
        await pilot.pause()
        assert not app.is_running
    assert app.return_code == 0


async def test_the_palette_and_the_shell_have_their_keys(garden: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    suspended = []
    monkeypatch.setattr(ReaderApp, "action_suspend_process", lambda self: suspended.append(self))
    await garden.press("ctrl+z")
    assert suspended == [garden.app]
    await garden.press("ctrl+p")
    await garden.until_seen("Half a page down  ctrl+d")


# In a list


@pytest.fixture
async def many(path: Path) -> AsyncIterator[Terminal]:
    """Forty posts, the first of them open, and the highlight in the list of posts."""
    posts = [
        post(f"p{n}", section("s", f"Text of m{n}."), comment("c", None, "Yes."), title=f"Title n{n}", date=date)
        for n, date in ((n, f"{2100 - n}-01-01") for n in range(40))
    ]
    with library_of(path, *posts) as library:
        async with reading(library, (80, 24)) as terminal:
            await terminal.press("w")
            yield terminal


def listed(terminal: Terminal) -> list[int]:
    return [int(n) for n in re.findall(r"Title n(\d+)", terminal.part_text("#posts"))]


def marked(terminal: Terminal) -> int:
    (number,) = re.findall(r"Title n(\d+)", terminal.highlighted("#posts"))
    return int(number)


# Tried in test_following.py.
KEYS.note(("a", "f", "o", "v", "ctrl+o", "ctrl+n"))
LIST_KEYS.note(("j", "down", "k", "up", "g", "home", "G", "end", "enter", "l", "right"))
PAGES = [("space", "b"), ("pagedown", "pageup"), ("ctrl+f", "ctrl+b"), ("ctrl+d", "ctrl+u")]
LIST_KEYS.note(key for pair in PAGES for key in pair)


async def test_down_and_up_the_list(many: Terminal) -> None:
    for n in range(1, 15):
        await many.press("j" if n % 2 else "down")
        assert marked(many) == n
    await many.until(lambda: "Text of m14." in many.part_text("#thread"))
    for n in range(13, 0, -1):
        await many.press("k" if n % 2 else "up")
        assert marked(many) == n


async def test_to_an_end_of_the_list(many: Terminal) -> None:
    for first, last in (("g", "G"), ("home", "end")):
        await many.press(last)
        assert marked(many) == 39
        assert listed(many)[-1] == 39
        await many.press("j")
        assert marked(many) == 39
        await many.press(first)
        assert marked(many) == listed(many)[0] == 0
        await many.press("k")
        assert marked(many) == 0


async def test_a_list_by_pages(many: Terminal) -> None:
    seen = listed(many)
    for down, up in PAGES:
        await many.press(down)
        step = marked(many)
        assert len(seen) / 3 < step <= len(seen)
        await many.press(down)
        assert marked(many) == 2 * step
        await many.press(up)
        assert marked(many) == step
        await many.press(up, up)
        assert marked(many) == 0


async def test_reading_what_is_highlighted(many: Terminal) -> None:
    for n, key in enumerate(("enter", "l", "right"), 1):
        await many.press("j", key)
        assert f"Text of m{n}." in many.highlighted()
        await many.press("j")
        assert marked(many) == n
        assert "Yes." in many.highlighted()
        await many.press("w")


def test_every_key_is_tried() -> None:
    assert KEYS.untried() == set()
    assert LIST_KEYS.untried() == set()
