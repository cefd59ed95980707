from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.folding import find_all, fold


@given(st.text())
def test_an_offset_in_the_folded_text_is_an_offset_in_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert folded == "".join(fold(character) for character in text)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="latin-1", categories=["Lu", "Ll"], exclude_characters="ßµÿ")))
def test_case_does_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("café", "cafe"),
        ("CAFÉ", "cafe"),
        ("Ångström", "angstrom"),
        ("“It’s ‘so’”", "\"it's 'so'\""),
        ("no\xa0break", "no break"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("ИНСПЕКЦИЯ", "инспекция"),
        ("字 👍", "字 👍"),
        ("a\nb", "a\nb"),
    ],
)
def test_what_finds_each_other_folds_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "needle", "word_start", "found"),
    [
        ("abcabc", "abc", False, [(0, 3), (3, 6)]),
        ("aaaa", "aa", False, [(0, 2), (2, 4)]),
        ("aaaaa", "aa", False, [(0, 2), (2, 4)]),
        ("abc", "", False, []),
        ("abc", "d", False, []),
        ("", "a", False, []),
        ("art start art", "art", True, [(0, 3), (10, 13)]),
        ("(art) art's", "art", True, [(1, 4), (6, 9)]),
        ("2art", "art", True, []),
        ("staff staffing", "staff", True, [(0, 5), (6, 11)]),
    ],
)
def test_find_all(text: str, needle: str, word_start: bool, found: list[tuple[int, int]]) -> None:
    assert find_all(text, needle, word_start=word_start) == found


@given(st.text(alphabet="ab "), st.text(alphabet="ab", min_size=1, max_size=3))
def test_every_occurrence_is_found_or_overlaps_one_that_is(text: str, needle: str) -> None:
    found = find_all(text, needle)
    assert all(text[start:end] == needle for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    starts = {start for start, _ in found}
    for at in range(len(text)):
        if text.startswith(needle, at):
            assert any(start in starts for start in range(at - len(needle) + 1, at + 1))
