"""Regular expressions of queries match as Python's do, and read a text once."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probreader.domain.queries.automaton import MOST_REMEMBERED
from probreader.domain.queries.regex import RegexFaultError, compiled

FLAGS = re.IGNORECASE | re.MULTILINE

atoms = st.sampled_from(
    [
        "a",
        "b",
        "É",
        ".",
        r"\w",
        r"\W",
        r"\s",
        r"\d",
        "[ab]",
        "[^a]",
        "[a-c]",
        "[]a-]",
        r"[\d\-x]",
        r"\b",
        "^",
        "$",
        r"\n",
    ]
)
repeats = st.sampled_from(["*", "+", "?", "*?", "+?", "??", "{2}", "{0,2}", "{,2}", "{}", "{1,3}?", "{2,}"])
sources = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(inner, repeats).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=8,
)


@settings(max_examples=800)
@given(sources, st.text("abcÉA1\n -]", max_size=12))
def test_it_matches_where_pythons_does(source: str, text: str) -> None:
    own = compiled(source)
    is_there = re.search(source, text, FLAGS) is not None
    assert (own.is_in(text), own.automaton.is_in(text)) == (is_there, is_there)
    longest = [_longest(source, text, start) for start in range(len(text) + 1)]
    last = 0
    for start, end in own.spans(text):
        assert last <= start < end == longest[start]
        assert not any(longest[last:start])
        last = end
    assert not any(longest[last:])


def _longest(source: str, text: str, start: int) -> int | None:
    """Where the longest match from ``start`` ends; None when there is none but an empty one."""
    for end in range(len(text), start, -1):
        if re.compile(f"(?:{source})(?=(?s:.{{{len(text) - end}}})\\Z)", FLAGS).match(text, start):
            return end
    return None


@pytest.mark.parametrize(
    "source",
    ["(a*)*[cd]", "(a|aa)+$[cd]", "(.*)*[xy]", r"(\w+\s?)*[!?]", "(a?){50}a{50}[cd]", "(a|b)*a(a|b){12}[cd]"],
)
@pytest.mark.parametrize("text", ["a" * 100_000, "ab" * 50_000, "a " * 50_000])
def test_it_ends_where_trying_again_never_would(source: str, text: str) -> None:
    assert compiled(source).is_in(text) is False
    assert compiled(source).spans(text) == ()


def test_a_letter_may_be_another_when_its_case_is_another() -> None:
    for source, text in [
        ("strase", "STRAſE"),
        ("straſe", "STRASE"),
        ("kelvin", "\u212aelvin"),
        ("i", "I"),
        ("ä", "Ä"),
        ("K", "k"),
    ]:
        assert compiled(source).is_in(text) is (re.search(source, text, FLAGS) is not None)


def test_what_is_remembered_is_bounded() -> None:
    own = compiled("é(a|.){6}é").automaton
    text = "".join(map(chr, range(0x3400, 0xD7A3)))
    assert own.is_in(text) is False
    assert own.is_in(text + "éabcdefé")
    assert sum(map(len, own._finder._states.values())) <= MOST_REMEMBERED


def test_a_long_match_is_shown_in_part() -> None:
    assert compiled("a.*").spans("xa" + "b" * 1000) == ((1, 401),)
    assert compiled("a+b?").spans("a" * 1000) == ((0, 400), (400, 800), (800, 1000))


@pytest.mark.parametrize("source", ["", "(", "[", "a{3,2}", r"\q", "(?P<a>b)", r"\Z", "a++", "^*", "a" * 301, "(" * 20])
def test_what_is_not_accepted(source: str) -> None:
    with pytest.raises(RegexFaultError):
        compiled(source)
