"""Keys, sizes and clicks at random: whatever is pressed, the screen stays true to the thread."""

import random
import re
from pathlib import Path

import pytest

from probreader.domain.post import Post
from probreader.library import Library

from .builders import comment, library_of, post, section
from .terminal import Mirror, Terminal, reading

KEYS = (
    *("j", "k", "down", "up", "space", "b", "ctrl+d", "ctrl+u", "g", "G", "J", "K", "p", "t", "^", "tab", "shift+tab"),
    *("h", "l", "enter", "-", "1", "2", "3", "+", "x", "h", "l", "enter", "j", "j", "k"),
    *("]", "[", "/", "n", "n", "N", "s", "escape", "m", "B", "u", "A", "w", "z", "S", "escape", "escape"),
    *("J", "K", "p", "g", "space", "space", "b", "tab", "k", "k", "-", "+", "M"),
)
KEYS_PRESSED = 400
SIZES = ((80, 24), (100, 30), (40, 12), (8, 3), (30, 8))


def random_post(chance: random.Random, name: str) -> Post:
    """A thread in which each entry has a word of its own: ``name`` and its number."""
    sections = [section(f"{name}-s{n}", f"{name}s{n}x body") for n in range(chance.randint(1, 3))]
    comments = []
    branch: list[str] = []
    for n in range(chance.randint(0, 60)):
        del branch[chance.randint(0, len(branch)) :]
        id_ = f"{name}-c{n}"
        text = f"{name}c{n}x " + " ".join(
            chance.choice(("otter", "字字", "so", "internationalisation")) for _ in range(25)
        )
        comments.append(comment(id_, branch[-1] if branch else None, text[: chance.randint(12, len(text))].strip()))
        branch.append(id_)
    return post(name, *sections, *comments, title=f"Title {name}", date=f"20{chance.randint(10, 20)}-01-01")


def check(terminal: Terminal) -> None:
    """What stands in the thread pane belongs to the open thread, in order, and the highlight is on a visible entry."""
    reader = terminal.reader
    thread, pane = reader.pane.thread, reader.pane
    assert thread is not None
    assert thread.rows.is_visible(pane.highlight)
    visible = [word for entry in thread.rows.visible for word in re.findall(r"^\w+?x\b", thread.prose(entry).text)]
    shown = re.findall(r"\b[abc][sc]\d+x\b", terminal.part_text("#thread"))
    if len(terminal.app.screen_stack) == 1 and shown:
        at = visible.index(shown[0])
        assert shown == visible[at : at + len(shown)]


@pytest.fixture
def library(request: pytest.FixtureRequest, path: Path) -> Library:
    chance = random.Random(request.node.callspec.params["seed"])
    return library_of(path, *(random_post(chance, name) for name in "abc"))


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_storm_of_keys(library: Library, seed: int) -> None:
    chance = random.Random(seed)
    with library:
        async with reading(library, chance.choice(SIZES)) as terminal:
            for number in range(KEYS_PRESSED):
                if chance.random() < 0.02:
                    await terminal.resize(*chance.choice(SIZES))
                await press_any(terminal, chance)
                if number % 4 == 0:
                    check(terminal)
            await terminal.resize(80, 24)
            await terminal.press("escape", "escape", "w")
            assert terminal.highlighted() or terminal.highlighted("#posts")


async def press_any(terminal: Terminal, chance: random.Random) -> None:
    key = chance.choice(KEYS)
    await terminal.press(*(key, "o", "enter") if key in "/s" else (key,))
    if len(terminal.app.screen_stack) > 1:
        await terminal.press("escape")


@pytest.mark.parametrize("seed", [4, 5])
async def test_the_terminal_shows_what_would_be_painted_anew(library: Library, seed: int) -> None:
    """Only what changed is sent to the terminal; together it must be the whole screen."""
    chance = random.Random(seed)
    with library:
        async with reading(library, (80, 24)) as terminal:
            mirror = Mirror(terminal.app)
            for _ in range(80):
                await press_any(terminal, chance)
                await terminal.until(lambda: mirror.lines == terminal.lines)
