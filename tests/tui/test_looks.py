"""Without colours, and with ASCII alone."""

from collections.abc import Callable

import pytest
from rich.style import Style

from probreader.config import Config, ThemeName
from probreader.library import Library
from probreader.tui.filters import AsciiFilter

from .builders import comment, library_of, post, section
from .terminal import Terminal, reading


def styles(terminal: Terminal, words: str, widget: str = "#thread") -> list[Style]:
    """How text with ``words`` is written."""
    return [style or Style() for strip in terminal.part(widget) for text, style, _ in strip if words in text]


def has_colour(style: Style | None) -> bool:
    colours = [] if style is None else [style.color, style.bgcolor]
    return any(colour is not None and not colour.is_default for colour in colours)


@pytest.mark.parametrize("theme", ThemeName)
async def test_no_color_leaves_no_colour(monkeypatch: pytest.MonkeyPatch, posts: Library, theme: ThemeName) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(posts, config=Config(theme)) as terminal:
        for keys in ((), "/for", ("enter", "T"), ("?",), ("escape", "M"), ("escape", "ctrl+p"), ("escape", "\\")):
            await terminal.press(*keys)
            assert not any(has_colour(style) for strip in terminal.strips for _, style, _ in strip), keys


async def test_without_colour_highlight_unread_and_matches_are_told(
    monkeypatch: pytest.MonkeyPatch, posts: Library
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(posts) as terminal:
        assert all(style.bold for style in styles(terminal, "▌"))
        assert not any(style.reverse for style in styles(terminal, " "))
        await terminal.press("w")
        assert all(style.dim for style in styles(terminal, "▌"))
        assert all(style.bold for style in styles(terminal, "▌", "#posts"))
        assert all(style.bold for style in styles(terminal, "●"))
        await terminal.press("w", "/", *"for", "enter")
        first, *others = styles(terminal, "for")
        assert first.reverse
        assert [(style.bold, style.underline, bool(style.reverse)) for style in others] == [(True, True, False)] * 2


async def test_the_terminal_s_own_colours(posts: Library) -> None:
    async with reading(posts, config=Config(ThemeName.TERMINAL)) as terminal:
        colours = [
            colour
            for strip in terminal.strips
            for _, style, _ in strip
            if style is not None
            for colour in (style.color, style.bgcolor)
            if colour is not None
        ]
        assert all(colour.triplet is None for colour in colours)
        assert any(not colour.is_default for colour in colours)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the encoding of the locale."""
    return lambda encoding: monkeypatch.setattr("locale.getencoding", lambda: encoding)


@pytest.mark.parametrize(
    ("encoding", "ascii_only", "is_ascii"),
    [("UTF-8", None, False), ("utf8", True, True), ("ANSI_X3.4-1968", None, True), ("ISO-8859-1", False, False)],
)
async def test_when_only_ascii_is_drawn(
    drawn: Callable[[str], None], posts: Library, encoding: str, ascii_only: bool | None, is_ascii: bool
) -> None:
    drawn(encoding)
    async with reading(posts, config=Config(ascii=ascii_only)) as terminal:
        seen = ""
        for keys in (("m",), ("j", "j", "j"), ("ctrl+p",), ("escape", "?"), ("escape", "-", "B")):
            await terminal.press(*keys)
            seen += terminal.text
        assert seen.isascii() is is_ascii
        if is_ascii:
            assert ">" in terminal.text
            assert "*" in seen


@pytest.mark.parametrize(
    ("encoding", "text", "shown"),
    [
        ("utf-8", "Ця “тиша”… ★", 'Ця "тиша". #'),
        ("ascii", "Ця тиша é", "?? ???? e"),
        ("latin-1", "é ● 語", "é * ??"),
        ("ascii", "e\u0301 👩‍👩‍👧", "e ??"),
    ],
)
def test_each_cell_by_what_looks_like_it(encoding: str, text: str, shown: str) -> None:
    from rich.segment import Segment
    from textual.color import Color

    (segment,) = AsciiFilter(encoding).apply([Segment(text)], Color(0, 0, 0))
    assert segment.text == shown


async def test_words_are_whole_in_ascii(drawn: Callable[[str], None], tmp_path: object) -> None:
    from pathlib import Path

    drawn("ascii")
    words = post("p", section("s", "Näher, “so” — 語"), comment("c", None, "x"))
    with library_of(Path(str(tmp_path)) / "library.db", words) as library:
        async with reading(library) as terminal:
            assert 'Naher, "so" - ??' in terminal.text
            await terminal.press("Y")
            assert terminal.app.clipboard == "Näher, “so” — 語"
