"""The ledger of a post and the earlier texts of entries, over the screen."""

from dataclasses import replace
from pathlib import Path

from probreader.domain.post import Certainty, Problem, Source
from probreader.domain.prose import Prose
from probreader.library import Library

from .builders import comment, library_of, post, section
from .terminal import reading


def remembered(path: Path) -> Library:
    """A post with two problems and markup in every name, read twice."""
    library = library_of(path)
    first = post(
        "p",
        section("s", "A body."),
        comment("a", None, "I like [b]tea.", "[/red]Ann"),
        comment("b", "a", "So do I.", "Bob", certainty=Certainty.INFERRED),
        title="[bold]Tea[/b]",
        declared_comments=2,
    )
    again = replace(first, comments=(replace(first.comments[0], body=Prose("I loathe tea.")),), title="Coffee")
    problems = [
        Problem("odd-marker", "The marker [@click=app.bell]4[/] stands alone.", 12),
        Problem("no-date", "The post has no date; save it again."),
    ]
    library.add(Source("/tmp/[i]tea.html", "blogger-text", "one", 10), [first], problems)
    library.add(Source("/tmp/[i]tea.html", "blogger-text", "two", 11), [again], problems)
    return library


async def test_the_ledger_tells_numbers_and_problems_word_for_word(path: Path) -> None:
    with remembered(path) as library:
        async with reading(library) as terminal:
            await terminal.press("L")
            await terminal.until_seen("Ledger of “Coffee”")
            text = " ".join(terminal.text.split())
            assert "/tmp/[i]tea.html" in text
            assert "read as blogger-text" in text
            assert "comments 2 declared, 1 found" in text
            assert "of them 0 replies, 0 orphans, 0 parents inferred" in text
            assert "last time 0 new, 1 changed, 1 removed" in text
            assert "problems 2" in text
            assert "line 12 odd-marker" in text
            assert "The marker [@click=app.bell]4[/] stands alone." in text
            assert "The post has no date; save it again." in text
            await terminal.press("escape")
            assert "Ledger" not in terminal.text


async def test_a_ledger_is_scrolled_on_a_low_screen(path: Path) -> None:
    with remembered(path) as library:
        async with reading(library, (60, 8)) as terminal:
            await terminal.press("L")
            await terminal.until_seen("Ledger of")
            assert "save it again" not in terminal.text
            await terminal.press("G")
            assert "save it again" in terminal.text
            await terminal.press("g")
            assert "Ledger of" in terminal.text


async def test_what_an_edited_comment_and_title_said_before(path: Path) -> None:
    with remembered(path) as library:
        async with reading(library) as terminal:
            await terminal.press("g", "j", "E")
            await terminal.until_seen("What [/red]Ann said before")
            assert "I like [b]tea." in terminal.text
            await terminal.press("E", "g", "E")
            await terminal.until_seen("What the post said before")
            assert "[bold]Tea[/b]" in terminal.text
            await terminal.press("q", "G", "E")
            assert "This was not edited since it was first read" in terminal.status
