import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.clean import MARK, clean_line, clean_text, is_clean

ESC = "\x1b"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain text\nand more", "plain text\nand more"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\tb\n\tc\nabcd\te", "a   b\n    c\nabcd    e"),
        (f"{ESC}[31mred{ESC}[0m", "[31mred[0m"),
        (f"{ESC}]52;c;aGVsbG8=\x07", "]52;c;aGVsbG8="),
        (f"{ESC}]0;title\x07x", "]0;titlex"),
        ("\x9b31m\x90\x9d\x9c", "31m"),
        ("\x00\x08\x7f", ""),
        ("a\u202eb\u2066c\u2069\u202c", f"a{MARK}b{MARK}c{MARK}{MARK}"),
        ("flag \U000e0067\U000e007f", f"flag {MARK}{MARK}"),
        ("\ud800", MARK),
        ("\ufffe\uffff\ufdd0\ufff9", MARK * 4),
        ("a\u200bb\u2060\ufeff", "ab"),
        ("\x1b\t|", "    |"),
    ],
)
def test_what_may_not_be_shown_goes_or_is_marked(text: str, cleaned: str) -> None:
    assert clean_text(text) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "naïve — “quoted”… £55m",
        "non\u00a0breaking\u202fspaces\u2009and\u3000ideographic",
        "שלום עליكم مرحبا",
        "می\u200cخواهم",
        "👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 🇬🇧",
        "a\u200fb\u200ec",
        "हिन्दी ไทย 한국어 日本語 \U0001d400 \ue000",
        "",
    ],
)
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert clean_text(text) == text


@given(st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_nothing_is_left_that_a_terminal_would_obey(text: str) -> None:
    cleaned = clean_text(text)
    assert all(
        character == "\n" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") for character in cleaned
    )
    bidirectional = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert not any(unicodedata.bidirectional(character) in bidirectional for character in cleaned)
    assert clean_text(cleaned) == cleaned


@given(st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_what_is_called_clean_is_left_alone(text: str) -> None:
    others = "".join(character for character in text if character != "\n" and not " " <= character <= "~")
    assert is_clean(others) == (clean_text(text) == text)


@given(st.text())
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert line == line.strip()
    assert "  " not in line


def test_a_title_over_several_lines() -> None:
    assert clean_line(f"  A{ESC}[1m title\r\n\tover\u2028lines ") == "A[1m title over lines"


@pytest.mark.parametrize("piece", ["\x1b", "\r", "\u202e", "\u200b", "\t", "\u2028", "a\x00", "👍", "é"])
def test_hostile_text_is_cleaned_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.perf_counter()
    clean_text(text)
    assert time.perf_counter() - start < 0.2
