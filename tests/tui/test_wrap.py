import textwrap
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from probreader.domain.prose import Hang
from probreader.tui.wrap import Lines, fit, is_narrow, wrap

FAMILY = "👨‍👩‍👧"
CLUSTERS = ("a", "b", "Z", "é", "’", "—", "e\u0301", "字", "界", "한", "ﾊ", FAMILY, "🇬🇧", "👍🏽", "☹️", "שׁ")
NARROW = st.text(alphabet="abZé’—\xa0 \n", max_size=80)
ANY = st.lists(st.sampled_from((*CLUSTERS, " ", " ", "\n")), max_size=60).map("".join)
WIDTHS = st.integers(1, 30)


def shown(text: str, lines: Lines) -> list[str]:
    return [text[start:end] for start, end in lines]


@given(ANY, WIDTHS)
def test_nothing_but_white_space_is_left_out_or_moved(text: str, width: int) -> None:
    at = 0
    for start, end in wrap(text, width):
        assert at <= start <= end
        assert not text[at:start].strip(" \n")
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip(" \n")


@given(ANY, WIDTHS)
def test_no_line_is_wider_than_asked_but_for_a_lone_cluster(text: str, width: int) -> None:
    for line in shown(text, wrap(text, width)):
        assert cell_len(line) <= width or len(split_graphemes(line)[0]) == 1


@given(ANY, WIDTHS)
def test_no_cluster_is_broken(text: str, width: int) -> None:
    inside: set[int] = set()
    at = 0
    for paragraph in text.split("\n"):
        for first, last, _ in split_graphemes(paragraph)[0]:
            inside.update(edge for edge in range(at + first + 1, at + last) if text[edge] != " ")
        at += len(paragraph) + 1
    assert not inside & {edge for line in wrap(text, width) for edge in line}


def prose(text: str) -> str:
    """As prose always is: no line ends in white space."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


@given(NARROW.map(prose), WIDTHS)
def test_the_fast_way_and_the_exact_way_break_alike(text: str, width: int) -> None:
    with patch("probreader.tui.wrap.is_narrow", return_value=False):
        exact = wrap(text, width)
    assert shown(text, wrap(text, width)) == shown(text, exact)


@given(st.lists(st.text(alphabet="abcdé", min_size=1, max_size=6), max_size=20), st.integers(6, 30))
def test_lines_are_as_full_as_words_allow(words: list[str], width: int) -> None:
    text = " ".join(words)
    assert shown(text, wrap(text, width)) == textwrap.wrap(text, width)


def unbreakable(text: str) -> str:
    """What must stay together at the beginning of ``text``: a word, or one wide cluster."""
    end = 0
    for first, last, cells in split_graphemes(text)[0]:
        if text[first:last] == " " or (cells > 1 and first):
            break
        end = last
        if cells > 1:
            break
    return text[:end]


@given(ANY.map(prose), WIDTHS)
def test_no_line_ends_before_it_must(text: str, width: int) -> None:
    lines = wrap(text, width)
    for (start, end), (after, last) in pairwise(lines):
        word = unbreakable(text[after:last])
        if "\n" not in text[end:after] and cell_len(word) <= width and text[start:end].strip():
            assert cell_len(text[start:after] + word) > width


@given(ANY)
def test_a_wide_enough_line_is_only_broken_at_line_ends(text: str) -> None:
    lines = shown(text, wrap(text, 1000))
    assert [line.rstrip(" ") for line in lines] == ([line.rstrip(" ") for line in text.split("\n")] if text else [])


@given(st.characters(exclude_categories=["Cs"]))
def test_what_counts_as_narrow_takes_one_cell(character: str) -> None:
    if is_narrow(character) and character.isprintable():
        assert cell_len(character) == 1
        assert len(split_graphemes(f"a{character}")[0]) == 2


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, []),
        ("\n", 5, ["", ""]),
        ("one", 5, ["one"]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("one  two", 4, ["one", "two"]),
        ("one\n\ntwo", 5, ["one", "", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("so abcdefgh", 4, ["so", "abcd", "efgh"]),
        ("  in", 4, ["  in"]),
        ("字字字", 4, ["字字", "字"]),
        ("字", 1, ["字"]),
        ("a字b", 1, ["a", "字", "b"]),
        ("see 字字", 5, ["see", "字字"]),
        ("cafe\u0301 au lait", 7, ["cafe\u0301 au", "lait"]),
        (f"{FAMILY}{FAMILY}", 3, [FAMILY, FAMILY]),
        (f"hi {FAMILY}", 5, [f"hi {FAMILY}"]),
        ("e\u0301" * 4, 2, ["e\u0301e\u0301", "e\u0301e\u0301"]),
    ],
)
def test_known_breaks(text: str, width: int, lines: list[str]) -> None:
    assert shown(text, wrap(text, width)) == lines


@pytest.mark.parametrize("text", ["a" * 300_000, "字" * 100_000, "a " * 150_000, " " * 300_000, "e\u0301" * 100_000])
def test_one_endless_line_is_no_burden(text: str) -> None:
    lines = wrap(text, 80)
    assert max(cell_len(line) for line in shown(text, lines)) <= 80
    assert sum(len(line.replace(" ", "")) for line in shown(text, lines)) == len(text.replace(" ", ""))


@given(ANY.map(lambda text: text.replace("\n", " ")), st.integers(0, 30))
def test_fit_never_takes_more_than_its_room(text: str, width: int) -> None:
    fitted = fit(text, width)
    assert cell_len(fitted) <= width
    if width == 0:
        assert fitted == ""
    elif cell_len(text) <= width:
        assert fitted == text
    else:
        assert fitted.endswith("…")
        assert text.startswith(fitted[:-1])


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("Probation", 9, "Probation"),
        ("Probation", 5, "Prob…"),
        ("New Look", 5, "New…"),
        ("字字", 3, "字…"),
        ("ab", 0, ""),
    ],
)
def test_fit_cuts_with_an_ellipsis(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted


def test_lines_of_a_list_item_leave_room_for_its_bullet() -> None:
    text = "one two three\nfour five six"
    assert shown(text, wrap(text, 9, [Hang(14, 27, 4, "12.")])) == ["one two", "three", "four", "five", "six"]
