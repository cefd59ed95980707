"""What each key does in the thread pane, as it is seen on the screen."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from probreader.library import Library
from probreader.tui.commands import Scope

from .builders import GARDEN, comment, library_of, post, section
from .keyboard import Keyboard
from .terminal import Terminal, reading

KEYS = Keyboard(Scope.THREAD)

MOVES = [
    ("spade", "j", "rake"),
    ("rake", "down", "turnip"),
    ("kale", "j", "onion"),
    ("turnip", "k", "rake"),
    ("onion", "up", "kale"),
    ("kale", "g", "spade"),
    ("kale", "home", "spade"),
    ("kale", "G", "elder"),
    ("kale", "end", "elder"),
    ("turnip", "J", "berry"),
    ("leek", "J", "onion"),
    ("rake", "J", "turnip"),
    ("berry", "K", "turnip"),
    ("onion", "K", "leek"),
    ("kale", "p", "leek"),
    ("leek", "p", "turnip"),
    ("turnip", "p", "spade"),
    ("kale", "t", "turnip"),
    ("fig", "t", "berry"),
    ("kale", "^", "spade"),
    ("kale", "h", "leek"),
    ("kale", "left", "leek"),
    ("turnip", "l", "leek"),
    ("leek", "right", "kale"),
    ("turnip", "x", "berry"),
    ("kale", "x", "berry"),
    ("elder", "x", "elder"),
]
STOPS = [
    ("elder", "j", "This is the last entry"),
    ("spade", "k", "This is the first entry"),
    ("elder", "J", "No sibling below"),
    ("leek", "K", "No sibling above"),
    ("spade", "p", "This is the post"),
    ("elder", "l", "No replies here"),
    ("elder", "enter", "No replies here"),
]
DEPTHS = {"minus": 1, **{str(depth): depth for depth in range(1, 10)}}
KEYS.note(DEPTHS)
KEYS.note({"circumflex_accent" if key == "^" else key for _, key, _ in MOVES})


@pytest.fixture
async def garden(posts: Library) -> AsyncIterator[Terminal]:
    async with reading(posts) as terminal:
        yield terminal


def word(terminal: Terminal) -> str:
    """The word of the highlighted entry of the garden."""
    (found,) = [word for word in GARDEN if re.search(rf"\b{word}\b", terminal.highlighted())]
    return found


def seen(terminal: Terminal) -> list[str]:
    """The words of the entries of the garden that are on the screen, in order."""
    return re.findall(r"\b(?:" + "|".join(GARDEN) + r")\b", terminal.part_text("#thread"))


async def go_to(terminal: Terminal, wanted: str) -> None:
    await terminal.press("+", "g", *"j" * GARDEN.index(wanted))
    assert word(terminal) == wanted


async def test_every_move_leads_where_it_says(garden: Terminal) -> None:
    went = []
    for start, key, _ in MOVES:
        await go_to(garden, start)
        await garden.press(key)
        went.append((start, key, word(garden)))
    assert went == MOVES


async def test_a_move_that_leads_nowhere_says_why(garden: Terminal) -> None:
    said = []
    for start, key, _ in STOPS:
        await go_to(garden, start)
        await garden.press(key)
        assert word(garden) == start
        said.append((start, key, next((words for _, _, words in STOPS if words in garden.status), garden.status)))
    assert said == STOPS


@KEYS.tries("h", "left", "enter")
async def test_collapsing_hides_the_replies_and_counts_them(garden: Terminal, key: str) -> None:
    await go_to(garden, "turnip")
    await garden.press(key)
    assert seen(garden) == ["spade", "rake", "turnip", "berry", "fig", "elder"]
    assert "+3 replies, 3 unread" in garden.highlighted()
    await garden.press("j")
    assert word(garden) == "berry"


@KEYS.tries("l", "right", "enter")
async def test_expanding_shows_them_again(garden: Terminal, key: str) -> None:
    await go_to(garden, "leek")
    await garden.press("h", "h", "h")
    assert word(garden) == "turnip"
    await garden.press(key)
    assert seen(garden) == ["spade", "rake", "turnip", "leek", "onion", "berry", "fig", "elder"]
    assert word(garden) == "turnip"
    assert "+1 reply" in garden.part_text("#thread")


async def test_collapsing_to_a_depth(path: Path) -> None:
    deep = [
        comment(f"c{depth}", f"c{depth - 1}" if depth > 1 else None, f"Text number n{depth}.") for depth in range(1, 12)
    ]
    with library_of(path, post("deep", section("s", "The post."), *deep)) as library:
        async with reading(library, (120, 50)) as terminal:
            for key, depth in DEPTHS.items():
                await terminal.press("+", "G", key)
                assert re.findall(r"\bn(\d+)\b", terminal.part_text("#thread")) == [str(n) for n in range(1, depth + 1)]
                assert f"n{depth}." in terminal.highlighted()
                assert f"+{11 - depth} repl" in terminal.highlighted()


@KEYS.tries("plus")
async def test_expanding_all(garden: Terminal, key: str) -> None:
    await go_to(garden, "kale")
    await garden.press("-")
    assert word(garden) == "turnip"
    assert seen(garden) == ["spade", "rake", "turnip", "berry", "elder"]
    await garden.press(key)
    assert seen(garden) == list(GARDEN)
    assert word(garden) == "turnip"


@KEYS.tries("x")
async def test_collapsing_a_top_level_thread_leaves_it_collapsed(garden: Terminal, key: str) -> None:
    await go_to(garden, "kale")
    await garden.press(key, key, key)
    assert seen(garden) == ["spade", "rake", "turnip", "berry", "elder"]
    assert word(garden) == "elder"


# Scrolling


@pytest.fixture
def long_thread(path: Path) -> Library:
    comments = [comment(f"c{n}", None, f"Line number n{n}. " + "More words. " * 12) for n in range(30)]
    return library_of(path, post("long", section("s", "The post itself."), *comments, title="Long"))


def numbers(terminal: Terminal) -> list[int]:
    return [int(n) for n in re.findall(r"\bn(\d+)\b", terminal.part_text("#thread"))]


SCROLLS = [
    ("space", "b", 0.8),
    ("pagedown", "pageup", 0.8),
    ("ctrl+f", "ctrl+b", 0.8),
    ("ctrl+d", "ctrl+u", 0.4),
]
KEYS.note(key for down, up, _ in SCROLLS for key in (down, up))


@pytest.mark.parametrize(("down", "up", "share"), SCROLLS)
async def test_scrolling_takes_the_highlight_along(long_thread: Library, down: str, up: str, share: float) -> None:
    with long_thread:
        async with reading(long_thread, (80, 24)) as terminal:
            await terminal.press("g")
            before = numbers(terminal)
            for _ in range(3):
                first = numbers(terminal)
                await terminal.press(down)
                assert terminal.highlighted()
                onward = numbers(terminal)
                assert first[-1] + 1 >= onward[0] > first[0]
                assert onward[-1] - first[-1] >= share * len(first) / 2
            await terminal.press(up, up, up)
            assert terminal.highlighted()
            assert numbers(terminal) == before


KEYS.note(("ctrl+e", "ctrl+y"))


async def test_scrolling_by_a_line(long_thread: Library) -> None:
    with long_thread:
        async with reading(long_thread, (80, 24)) as terminal:

            def shown() -> list[str]:
                """Without the highlight's bar, the scrollbar, and the marks of what is not read yet."""
                lines = terminal.part_text("#thread").splitlines()
                return [line[2:48].replace("●", "").rstrip() for line in lines]

            before = shown()
            await terminal.press("ctrl+e")
            assert shown()[:-1] == before[1:]
            await terminal.press("ctrl+y")
            assert shown() == before


async def test_what_was_paged_through_is_read(long_thread: Library) -> None:
    with long_thread:
        async with reading(long_thread, (80, 24)) as terminal:
            for _ in range(32):
                await terminal.press("space")
            assert "  0 unread" in terminal.status


@pytest.mark.parametrize(("down", "up", "share"), SCROLLS)
async def test_scrolling_on_reaches_both_ends(long_thread: Library, down: str, up: str, share: float) -> None:
    with long_thread:
        async with reading(long_thread, (80, 24)) as terminal:
            for _ in range(32):
                await terminal.press(down)
            assert numbers(terminal)[-1] == 29
            assert "n29." in terminal.highlighted()
            for _ in range(32):
                await terminal.press(up)
            assert "The post itself." in terminal.highlighted()


async def test_what_was_seen_whole_is_read_once_it_is_paged_over(path: Path) -> None:
    comments = [comment(f"c{n}", None, f"Line number n{n}.") for n in range(60)]
    with library_of(path, post("short", section("s", "The post itself."), *comments)) as library:
        async with reading(library, (80, 24)) as terminal:
            assert "60 unread" in terminal.status
            read = set(numbers(terminal))
            await terminal.press("space")
            read |= {int(n) for n in re.findall(r"n(\d+)", terminal.highlighted())}
            assert f"  {60 - len(read)} unread" in terminal.status
            await terminal.press("b")
            assert f"  {60 - len(read)} unread" in terminal.status


async def test_a_long_entry_can_be_read_to_its_end(path: Path) -> None:
    words = " ".join(f"w{n}" for n in range(600))
    with library_of(path, post("p", section("s", words), comment("c", None, words))) as library:
        async with reading(library, (60, 16)) as terminal:
            shown: set[str] = set()
            for _ in range(40):
                shown.update(re.findall(r"\bw\d+\b", terminal.part_text("#thread")))
                await terminal.press("space")
            assert len(shown) == 600


@KEYS.tries("X")
async def test_collapsing_threads_with_nothing_unread(garden: Terminal, key: str) -> None:
    await garden.press("g", *"jjjjj", "G", "g", key)
    assert "+3 replies" in garden.part_text("#thread")
    assert "leek" not in garden.part_text("#thread")
    assert "fig" in garden.part_text("#thread")


def test_every_key_is_tried() -> None:
    assert KEYS.untried() == set()
