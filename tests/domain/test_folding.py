import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.folding import fold


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
