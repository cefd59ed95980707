"""Text written by strangers: shown as text, and nothing of it acts on the terminal or the program."""

import re
import unicodedata
from pathlib import Path

import pytest

from probreader.domain.post import Author, Timestamp
from probreader.library import Library

from .builders import comment, library_of, post, section
from .terminal import Terminal, reading

CONTROLS = (
    "\x1b[31mred\x1b[0m \x1b]52;c;aGFjaw==\x07 \x1b]0;title\x1b\\ \x9b2J \x90q\x9c \x07\x08\x00\x7f\r\x0b\x0c \u2028"
)
BIDI = "\u202egnp.exe\u202c \u2066x\u2069 \u202a \u2067 \U000e0041\U000e007f"
MARKUP = "[b]bold[/b] [@click=app.quit]x[/] [/nothing] [sic] a[i] [a='b] [link='file:///etc/passwd']y[/link] [#"
EVIL = f"{MARKUP} {CONTROLS} {BIDI}"

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
SIZES = [(200, 50), (80, 24), (8, 3)]


@pytest.fixture
def hostile(path: Path) -> Library:
    """Hostile text in every field that a post has, as if no boundary had cleaned it."""
    evil = post(
        "evil\x1b",
        section("s\x1b1", EVIL, EVIL),
        section("s2", f"{EVIL}\n{EVIL}"),
        comment(
            "c\x1b1",
            None,
            EVIL,
            EVIL,
            published=Timestamp(f"2021-02-25T10:45{EVIL}", EVIL),
            permalink=f"javascript:{EVIL}",
        ),
        comment("c2", "c\x1b1", EVIL, EVIL, removed=True),
        comment("c3", None, EVIL),
        title=EVIL,
        author=Author(EVIL, EVIL),
        labels=(EVIL, "plain"),
        url=EVIL,
        date="2021-02-25",
    )
    return library_of(path, evil, post("other", section("o", "The other post."), title="Other"))


def is_clean(terminal: Terminal) -> bool:
    """No character on the screen is one that a terminal would act on."""
    return FORBIDDEN.search("".join(terminal.lines)) is None


def is_whole(terminal: Terminal) -> bool:
    """The screen has as many lines as the terminal, and no line is longer."""
    width, height = terminal.app.size
    return len(terminal.lines) == height and all(strip.cell_length == width for strip in terminal.strips)


@pytest.mark.parametrize("size", SIZES)
async def test_no_pane_lets_a_control_through(hostile: Library, size: tuple[int, int]) -> None:
    with hostile:
        async with reading(hostile, size) as terminal:
            assert is_clean(terminal)
            for key in ("j", "j", "m", "h", "B", "k", "B", "w", "w", "z", "z", "]", "[", "y", "Y"):
                await terminal.press(key)
                assert is_clean(terminal)
            assert terminal.app.is_running


async def test_no_dialog_lets_a_control_through(hostile: Library) -> None:
    with hostile:
        async with reading(hostile, (120, 40)) as terminal:
            for key, words in (("M", "Tags, parted"), ("\\", "Posts with label"), ("ctrl+p", "Half a page down")):
                await terminal.press(key)
                await terminal.until_seen(words)
                assert is_clean(terminal)
                await terminal.press(*"bold" if key == "ctrl+p" else "")
                assert is_clean(terminal)
                await terminal.press("escape")


async def test_markup_is_text_wherever_it_stands(hostile: Library) -> None:
    with hostile:
        async with reading(hostile, (200, 60)) as terminal:
            for widget in ("#posts", "#header", "#thread"):
                assert "[b]bold[/b]" in terminal.part_text(widget), widget
            assert MARKUP in " ".join(terminal.part_text("#thread").replace("▌", " ").split())
            await terminal.press("m")
            assert "[b]bold[/b]" in terminal.part_text("#side-bookmarks")
            await terminal.press("\\")
            await terminal.until_seen("Posts with label")
            assert MARKUP in terminal.text
            await terminal.press("down", "enter")
            await terminal.until(lambda: "[b]bold[/b]" in terminal.text and "Other" not in terminal.part_text("#posts"))
            await terminal.press("M")
            await terminal.until_seen("Tags, parted")
            assert "[@click=app.quit]x[/]" in terminal.text
            await terminal.press("escape", "s", *"bold")
            await terminal.until_seen("[b]bold[/b]")
            assert terminal.app.is_running


async def test_clicking_on_markup_does_nothing(hostile: Library) -> None:
    with hostile:
        async with reading(hostile, (120, 36)) as terminal:
            for widget in ("#thread", "#header", "#posts"):
                for y, line in enumerate(terminal.part_lines(widget)):
                    at = line.find("[@click")
                    if at >= 0:
                        await terminal.click(widget, at, y)
                        await terminal.click(widget, at + 17, y)
            assert terminal.app.is_running


async def test_a_note_is_text_too(hostile: Library) -> None:
    with hostile:
        hostile.bookmark("other", "o", note=EVIL, tags=[EVIL.replace(" ", "_")])
        async with reading(hostile, (200, 50), "other") as terminal:
            assert "[b]bold" in terminal.part_text("#side-bookmarks")
            assert is_clean(terminal)
            await terminal.press("M")
            await terminal.until_seen("Tags, parted")
            assert is_clean(terminal)


async def test_what_is_typed_and_pasted_is_text_too(hostile: Library) -> None:
    with hostile:
        async with reading(hostile, (120, 36)) as terminal:
            for key in ("/", "s"):
                await terminal.press(key)
                await terminal.paste(EVIL)
                await terminal.press("enter")
                assert is_clean(terminal)
                await terminal.press("escape")
            assert terminal.app.is_running


async def test_finding_marks_what_looks_like_markup(hostile: Library) -> None:
    with hostile:
        async with reading(hostile, (200, 50)) as terminal:
            await terminal.press("/", *"[b]", "enter")
            assert set(terminal.painted("match")) == {"[b]"}
            assert "match 1/" in terminal.status


async def test_no_refusal_of_the_library_carries_controls(path: Path, hostile: Library) -> None:
    hostile.close()
    with Library.open(path) as library:
        async with reading(library, (200, 50), "no\x1b such [b]post[/b]") as terminal:
            assert is_clean(terminal)
            assert terminal.app.is_running


async def test_wide_and_right_to_left_text_keeps_the_screen_whole(path: Path) -> None:
    text = "字" * 99 + " 👨‍👩‍👧‍👦 e\u0301\u0301\u0301 שלום عربى \u200d\u200c ﷽ " + "🇬🇧" * 9 + " \u0489" * 30
    made = post("p", section("s", text), comment("c", None, text, text), title=text, date="2021-01-01", labels=(text,))
    with library_of(path, made) as library:
        for size in ((80, 24), (8, 3)):
            async with reading(library, size) as terminal:
                for key in ("j", "m", "h", "B", "/", "字", "enter"):
                    await terminal.press(key)
                    assert is_whole(terminal), key


def test_the_forbidden_characters_are_those_that_act_on_a_terminal() -> None:
    assert FORBIDDEN.search(EVIL)
    assert {unicodedata.category(character) for character in FORBIDDEN.findall(EVIL)} <= {"Cc", "Cf", "Cn", "Zl"}
    assert not FORBIDDEN.search("plain — “text” \u200d 👍")
