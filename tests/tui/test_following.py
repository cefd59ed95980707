"""Going where words lead, coming back, other views: by what the reader sees."""

import webbrowser
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from probreader.domain.prose import Prose, Span, SpanKind
from probreader.library import Library
from probreader.tui.screens.confirm_link import ConfirmLink
from probreader.tui.screens.follow_list import FollowList

from .builders import comment, library_of, post
from .terminal import Terminal, reading
from .test_views import at, debate

TEXT = "See example.org or this page."
LINKS = (
    Span(4, 15, SpanKind.LINK, "https://evil.example/a"),
    Span(19, 28, SpanKind.LINK, "https://example.org/b"),
    Span(0, 3, SpanKind.LINK, "file:///etc/passwd"),
)


class Browser:
    """Stands in for the user's browser."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def open(self, url: str) -> bool:
        self.opened.append(url)
        return True


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    stand_in = Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: stand_in)
    return stand_in


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    linked = replace(comment("e", author="Fay", published=at("14:00")), body=Prose(TEXT, LINKS))
    whole = replace(debate(), url="https://blog.example/baths", comments=(*debate().comments, linked))
    other = post("q", comment("q1", None, "Elsewhere, too.", "Ann"), title="Other")
    with library_of(path, whole, other) as held:
        yield held


async def at_entry(terminal: Terminal, words: str) -> None:
    """Put the highlight on the entry with ``words``."""
    await terminal.press("g")
    for _ in range(10):
        if words in terminal.highlighted():
            return
        await terminal.press("j")
    raise AssertionError(words)


async def links_found(terminal: Terminal) -> None:
    await terminal.until(lambda: "answered by" in terminal.text)


async def test_references_are_followed_and_ctrl_o_comes_back(library: Library) -> None:
    with library:
        async with reading(library, post_id="p") as terminal:
            await links_found(terminal)
            await at_entry(terminal, "the new ones")
            await terminal.press("f")
            await terminal.until(lambda: "Which baths?" in terminal.highlighted())
            await terminal.press("ctrl+o")
            assert "the new ones" in terminal.highlighted()
            await terminal.press("ctrl+n")
            assert "Which baths?" in terminal.highlighted()


async def test_an_entry_lists_what_answers_it(library: Library) -> None:
    with library:
        async with reading(library, post_id="p") as terminal:
            await links_found(terminal)
            await at_entry(terminal, "Which baths?")
            assert "answered by 2" in terminal.highlighted()


async def test_several_leads_are_chosen_by_letter(library: Library, browser: Browser) -> None:
    with library:
        async with reading(library, post_id="p") as terminal:
            await at_entry(terminal, TEXT)
            await terminal.press("f")
            await terminal.until(lambda: isinstance(terminal.app.screen, FollowList))
            assert "evil.example" in terminal.text
            await terminal.press("b")
            await terminal.until(lambda: bool(browser.opened))
            assert browser.opened == ["https://example.org/b"]


@pytest.mark.parametrize(("key", "opened"), [("y", ["https://evil.example/a"]), ("escape", []), ("enter", [])])
async def test_a_link_that_says_another_host_is_opened_after_a_yes_only(
    library: Library, browser: Browser, key: str, opened: list[str]
) -> None:
    with library:
        async with reading(library, post_id="p") as terminal:
            await at_entry(terminal, TEXT)
            await terminal.press("f")
            await terminal.until(lambda: isinstance(terminal.app.screen, FollowList))
            await terminal.press("a")
            await terminal.until(lambda: isinstance(terminal.app.screen, ConfirmLink))
            assert "evil.example" in terminal.text
            await terminal.press(key)
            await terminal.until(lambda: not isinstance(terminal.app.screen, ConfirmLink))
            assert browser.opened == opened


async def test_a_file_is_never_opened(library: Library, browser: Browser) -> None:
    with library:
        async with reading(library, post_id="p") as terminal:
            await at_entry(terminal, TEXT)
            await terminal.press("f")
            await terminal.until(lambda: isinstance(terminal.app.screen, FollowList))
            await terminal.press("c")
            await terminal.until_seen("not opened")
            assert browser.opened == []


async def test_the_post_is_opened_where_it_was_published(library: Library, browser: Browser) -> None:
    with library:
        async with reading(library, post_id="p") as terminal:
            await terminal.press("o")
            await terminal.until(lambda: bool(browser.opened))
            assert browser.opened == ["https://blog.example/baths"]


async def test_everything_by_an_author_is_searched_for(library: Library) -> None:
    with library:
        async with reading(library, post_id="p") as terminal:
            await at_entry(terminal, "Which baths?")
            await terminal.press("a")
            await terminal.until(lambda: "Elsewhere, too." in terminal.part_text("#hits"))
            assert "Mill Lane" not in terminal.part_text("#hits")


async def test_views_keep_the_highlight_and_say_what_they_are(library: Library) -> None:
    with library:
        async with reading(library, post_id="p") as terminal:
            await at_entry(terminal, "Mill Lane")
            for said in ("by date", "path", "conversation"):
                await terminal.press("v")
                await terminal.until(lambda said=said: said in terminal.status)  # type: ignore[misc]
                assert "Mill Lane" in terminal.highlighted()
            await terminal.press("v")
            assert "Mill Lane" in terminal.highlighted()
            assert "parent inferred" not in terminal.text


async def test_what_is_collapsed_in_another_view_leaves_the_tree_as_it_was(library: Library) -> None:
    with library:
        async with reading(library, post_id="p") as terminal:
            await at_entry(terminal, "Which baths?")
            await terminal.press("h")
            await terminal.press("v", "v", "v", "+", "v")
            assert "+1 reply" in terminal.text
