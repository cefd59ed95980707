import codecs

import pytest

from probreader.domain.clean import clean_text
from probreader.sources.encoding import decode

TEXT = "naïve — “quoted” 👍\nsecond line"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_without_a_word(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + TEXT.encode(encoding), "x")
    assert (decoded.text, decoded.problems) == (TEXT, ())


def test_what_is_not_utf_8_is_windows_1252_with_a_problem() -> None:
    decoded = decode("plain\nna\u00efve \u2014 \u201cquoted\u201d \u00a355m".encode("windows-1252"), "x.txt")
    assert decoded.text == "plain\nna\u00efve \u2014 \u201cquoted\u201d \u00a355m"
    (problem,) = decoded.problems
    assert (problem.code, problem.line) == ("encoding-guessed", 2)


def test_damaged_utf_8_stays_utf_8() -> None:
    decoded = decode("naïve — “quoted”\n".encode() + b"here \xff it is\n" + "café".encode(), "x.txt")
    assert decoded.text == "naïve — “quoted”\nhere \N{REPLACEMENT CHARACTER} it is\ncafé"
    (problem,) = decoded.problems
    assert (problem.code, problem.line) == ("damaged-characters", 2)


@pytest.mark.parametrize(
    "text", ["a\tb", "a\r\nb", "\u202ea", "a\u2028b", "\u200bé", "\ufeff\ufeffa", "a\x7fé" + "b" * 200]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_text_is_clean(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "x").text
    assert decoded == clean_text(text).removeprefix("\ufeff")
    assert decoded != text


def test_damaged_utf_16_is_reported() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"\x00\xd8c\x00", "x.txt")
    assert decoded.text is not None
    assert decoded.text.startswith("a\nb")
    assert [(problem.code, problem.line) for problem in decoded.problems] == [("damaged-characters", 2)]


def test_a_control_or_two_is_still_text() -> None:
    data = b"\x1b[1mcolour\x1b[0m\x00" + b"long enough to be text " * 20
    assert decode(data, "x").text == "[1mcolour[0m" + "long enough to be text " * 20


@pytest.mark.parametrize("data", [b"\x00", b"\x01\x02", b"ab\x00cd\x00", bytes(range(256)) * 4])
def test_binary_is_not_text(data: bytes) -> None:
    decoded = decode(data, "x.bin")
    assert decoded.text is None
    assert [(problem.code, problem.line) for problem in decoded.problems] == [("not-text", 1)]
