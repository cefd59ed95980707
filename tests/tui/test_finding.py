"""Finding in the thread, and searching the library, as a user sees them."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from threading import Event

import pytest

from probreader.domain.queries import Query
from probreader.library import Cancel, Hit, Library

from .builders import comment, library_of, post, section, three_posts
from .terminal import Terminal, reading


@pytest.fixture
async def garden(posts: Library) -> AsyncIterator[Terminal]:
    async with reading(posts) as terminal:
        yield terminal


def found(terminal: Terminal) -> list[str]:
    return terminal.painted("match") + terminal.painted("accent")


async def find(terminal: Terminal, words: str) -> None:
    await terminal.press("/", *words, "enter")


async def search(terminal: Terminal, words: str, hits: str) -> None:
    """Type into the library's search and wait until it says ``hits``."""
    await terminal.press("s", *words)
    await terminal.until_seen(f" {hits} ")


async def test_matches_appear_with_every_letter_typed(garden: Terminal) -> None:
    await garden.press("/", "f")
    assert sorted(found(garden)) == ["f", "f", "f", "f"]
    await garden.press("o")
    assert found(garden) == ["fo", "fo", "fo"]
    await garden.press("r", "x")
    assert found(garden) == []
    assert "no match" in garden.text
    await garden.press("backspace")
    assert found(garden) == ["for", "for", "for"]
    assert "/3" in garden.text


async def test_arrows_walk_the_matches_while_typing(garden: Terminal) -> None:
    await garden.press("/", *"for")
    assert "match 1/3" in garden.text
    await garden.press("down")
    assert "match 2/3" in garden.text
    assert "leek" in garden.highlighted()
    await garden.press("up", "up")
    assert "match 3/3" in garden.text
    assert "berry" in garden.highlighted()


async def test_matches_are_walked_around_both_ends(garden: Terminal) -> None:
    await find(garden, "for")
    numbers = ""
    for key in "nnnnNNNN":
        await garden.press(key)
        numbers += "".join(re.findall(r"match (\d)/3", garden.status))
    assert numbers == "23121321"


async def test_one_match_is_the_one_that_is_stood_on(garden: Terminal) -> None:
    await find(garden, "for")
    await garden.press("n")
    assert garden.painted("accent") == ["for"]
    assert garden.painted("match") == ["for", "for"]
    line = next(line for line in garden.part("#thread") if "leek for" in line.text)
    (at,) = [index for index, segment in enumerate(line) if segment.text == "for"]
    assert "".join(segment.text for segment in list(line)[:at]).endswith("A leek ")


async def test_a_match_below_a_collapsed_comment_is_revealed_and_nothing_else(garden: Terminal) -> None:
    await garden.press("-")
    await find(garden, "kale")
    assert "kale" in garden.highlighted()
    assert garden.painted("accent") == ["kale"]
    assert "onion" in garden.part_text("#thread")
    assert "fig" not in garden.part_text("#thread")


async def test_a_match_in_the_text_of_a_collapsed_comment_is_shown(garden: Terminal) -> None:
    await garden.press("-")
    await find(garden, "turnip")
    assert garden.painted("accent") == ["turnip"]
    assert "fig" not in garden.part_text("#thread")
    await garden.press("escape", "-")
    await search(garden, "berry", "1 hit")
    await garden.press("enter")
    assert garden.painted("accent") == ["berry"]
    assert "leek" not in garden.part_text("#thread")


async def test_the_line_of_a_match_in_a_long_text_comes_into_view(path: Path) -> None:
    long = "filler " * 900 + "needle " + "filler " * 900
    with library_of(path, post("p", section("s", long), comment("c", None, long))) as library:
        async with reading(library, (60, 16)) as terminal:
            await find(terminal, "needle")
            assert terminal.painted("accent") == ["needle"]
            await terminal.press("n")
            assert terminal.painted("accent") == ["needle"]
            assert "comment 1/1" in terminal.status
            await terminal.press("n", "n")
            assert terminal.painted("accent") == ["needle"]


async def test_finding_nothing_moves_nothing(garden: Terminal) -> None:
    await garden.press("g", "j")
    await find(garden, "xyzzy")
    assert "rake" in garden.highlighted()
    assert "no match" in garden.status
    await garden.press("n", "N")
    assert "rake" in garden.highlighted()


async def test_escape_while_typing_closes_the_bar_and_clears(garden: Terminal) -> None:
    await garden.press("/", *"for", "escape")
    assert "find in thread" not in garden.text
    assert found(garden) == []
    await garden.press("j")
    assert "leek" in garden.highlighted() or "rake" in garden.highlighted()


async def test_case_and_accents_do_not_count(path: Path) -> None:
    with library_of(path, post("p", section("s", "The Café, the CAFE and “it’s”."))) as library:
        async with reading(library) as terminal:
            await find(terminal, "cafe")
            assert sorted(found(terminal)) == ["CAFE", "Café"]
            await find(terminal, "it's")
            assert found(terminal) == ["it’s"]


async def test_what_is_found_stays_marked_in_the_next_post(garden: Terminal) -> None:
    await find(garden, "on")
    await garden.press("]")
    assert "On" in garden.painted("match")


async def test_hits_stand_in_the_list_with_their_words_marked(garden: Terminal) -> None:
    await search(garden, "a", "11 hits")
    await garden.press("backspace", *"fig")
    await garden.until_seen(" 1 hit ")
    assert "Fay" in garden.part_text("#hits")
    assert "The Garden" in garden.part_text("#hits")
    assert garden.painted("match", "#hits") == ["fig"]


async def test_a_hit_opens_in_its_thread_with_its_ancestors_expanded(garden: Terminal) -> None:
    await garden.press("-", "]")
    await search(garden, "kale", "1 hit")
    await garden.press("enter")
    assert "A kale salad." in garden.highlighted()
    assert garden.painted("accent") == ["kale"]
    assert "fig" not in garden.part_text("#thread")
    assert "The Garden" in garden.part_text("#header")
    await garden.press("escape")
    assert "Bees" in garden.part_text("#posts")
    assert found(garden) == []


async def test_hits_are_walked_with_the_arrows_while_typing(path: Path) -> None:
    texts = [f"The word number n{n}." for n in range(5)]
    posts = [post(f"p{n}", section("s", text), title=f"T{n}", date=f"20{20 - n}-01-01") for n, text in enumerate(texts)]
    with library_of(path, *posts) as library:
        async with reading(library) as terminal:
            await search(terminal, "word", "5 hits")
            await terminal.press("down", "down")
            await terminal.until(lambda: "number n2." in terminal.part_text("#thread"))
            assert "n2." in terminal.highlighted("#hits")
            await terminal.press("up")
            await terminal.until(lambda: "number n1." in terminal.part_text("#thread"))
            await terminal.press("enter")
            assert "number n1." in terminal.highlighted()


async def test_every_hit_leads_to_its_words(seeds: Library) -> None:
    def stands_on_a_word() -> bool:
        return any(word.lower() in ("probation", "officer") for word in terminal.painted("accent"))

    async with reading(seeds, (80, 24)) as terminal:
        await search(terminal, "probation officer ", f"{seeds.count('probation officer')} hits")
        await terminal.press("enter")
        for hit in seeds.search("probation officer", limit=12):
            shown = (hit.post_title or "")[:30]
            await terminal.until(lambda shown=shown: shown in terminal.part_text("#header"))  # type: ignore[misc]
            assert stands_on_a_word() == bool(hit.spans)
            await terminal.press("j")


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Searches of the library end only after this is set."""
    answer, search_now = Event(), Library.search

    def search_late(library: Library, query: Query, *, limit: int, cancel: Cancel) -> list[Hit]:
        while not answer.wait(0.01) and not cancel.is_cancelled:
            pass
        return search_now(library, query, limit=limit, cancel=cancel)

    monkeypatch.setattr(Library, "search", search_late)
    return answer


async def test_a_search_that_more_was_typed_after_is_ended(garden: Terminal, slow: Event) -> None:
    await garden.press("s", *"kale")
    await garden.until(lambda: sum(not worker.is_finished for worker in garden.app.workers) == 1)
    await garden.press("escape")
    await garden.until(lambda: all(worker.is_finished for worker in garden.app.workers))
    assert not slow.is_set()


async def test_enter_before_the_search_is_done_waits_for_its_first_hit(garden: Terminal, slow: Event) -> None:
    await garden.press("s", *"kale", "enter")
    assert "spade" in garden.highlighted()
    slow.set()
    await garden.until(lambda: "A kale salad." in garden.highlighted())


async def test_a_search_given_up_marks_nothing_later(garden: Terminal, slow: Event) -> None:
    await garden.press("s", *"kale", "escape")
    slow.set()
    await garden.until(lambda: all(worker.is_finished for worker in garden.app.workers))
    await garden.settle()
    assert found(garden) == []
    assert "Bees" in garden.part_text("#posts")


async def test_finding_the_words_of_before_again(garden: Terminal) -> None:
    await find(garden, "for")
    await garden.press("escape", "/", "enter")
    assert found(garden) == ["for", "for", "for"]
    await garden.press("escape")
    await search(garden, "for", "3 hits")
    await garden.press("escape", "s")
    await garden.until(lambda: garden.painted("match", "#hits") == ["for", "for", "for"])


async def test_any_text_is_a_query(garden: Terminal) -> None:
    for query in ('"', "C++", "[b]", "AND", "a-b", "(", "^a", "NEAR(a b)", "a:b", "'", "\\"):
        await garden.press("s")
        await garden.press("ctrl+u", *query)
        await garden.until(lambda: all(worker.is_finished for worker in garden.app.workers))
        await garden.press("escape")
    await search(garden, "kale", "1 hit")


async def test_searching_again_offers_the_words_of_before(garden: Terminal) -> None:
    await search(garden, "kale", "1 hit")
    await garden.press("enter", "s", *"honey")
    await garden.until_seen("Honey is a fine thing.")
    assert "kale" not in garden.part_text("#search")


async def test_a_search_finds_titles_and_opens_their_post(garden: Terminal) -> None:
    await search(garden, "bees", "2 hits")
    await garden.press("enter")
    assert "On keeping bees" in garden.highlighted()


async def test_an_empty_library_has_nothing_to_find(path: Path) -> None:
    with library_of(path) as library:
        async with reading(library) as terminal:
            await terminal.press("/", *"abc", "enter", "n", "N", "escape")
            await terminal.press("s", *"abc")
            await terminal.until_seen("0 hits")
            assert "Nothing found." in terminal.text
            await terminal.press("enter", "escape", "escape")
            assert "No posts." in terminal.text


def test_the_garden_is_as_these_tests_think() -> None:
    texts = [comment.body.text for comment in three_posts()[0].comments]
    assert [text for text in texts if "for" in text] == [
        "A turnip for Ann.",
        "A leek for the soup.",
        "A berry for dinner.",
    ]
