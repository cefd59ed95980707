import string
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.identity import FINGERPRINT_LENGTH, Fingerprints, fingerprint


def test_a_fingerprint_is_short_and_hexadecimal() -> None:
    assert len(fingerprint("text")) == FINGERPRINT_LENGTH
    assert set(fingerprint("text")) <= set(string.hexdigits)


def test_a_fingerprint_is_the_same_in_every_run() -> None:
    # Libraries hold such ids: a change of the digest would orphan every bookmark.
    assert fingerprint("post", "A title", None) == "47d740a1abcb02d6"


def test_other_parts_have_other_fingerprints() -> None:
    lists: list[list[str | None]] = [
        [],
        [None],
        [""],
        [None, None],
        ["", None],
        ["a"],
        ["a", ""],
        ["", "a"],
        ["ab"],
        ["a", "b"],
    ]
    lists += [["1:a"], ["-"], ["a", None, "b"], ["A"], ["é"], ["e\u0301"]]
    for one, other in combinations(lists, 2):
        assert fingerprint(*one) != fingerprint(*other), (one, other)


@pytest.mark.parametrize("same", ["a b", "a  b", " a\nb\n", "a\t\r\nb", "a\xa0b", "ab"])
def test_white_space_does_not_count(same: str) -> None:
    assert fingerprint("x", same) == fingerprint("x", "a b")


def test_lone_surrogates_do_not_make_it_fail() -> None:
    assert fingerprint("\ud800")


def test_equals_are_numbered() -> None:
    ids = Fingerprints()
    taken = [ids.take("a"), ids.take("b"), ids.take("a"), ids.take("a")]
    assert taken == [fingerprint("a"), fingerprint("b"), f"{fingerprint('a')}-2", f"{fingerprint('a')}-3"]


@given(st.lists(st.none() | st.text()), st.lists(st.none() | st.text()))
def test_a_context_stands_before_the_parts(context: list[str | None], parts: list[str | None]) -> None:
    assert Fingerprints(*context).take(*parts) == fingerprint(*context, *parts)
