import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.clean import clean_text
from probreader.sources.charsets import declared_encoding
from probreader.sources.encoding import Decoded, decode

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
    decoded = decode("naïve — “quoted”\n".encode() + b"here \xe2\x80 it is\n" + "café".encode(), "x.txt")
    assert decoded.text == "naïve — “quoted”\nhere \N{REPLACEMENT CHARACTER} it is\ncafé"
    assert [(problem.code, problem.line) for problem in decoded.problems] == [("damaged-characters", 2)]


@pytest.mark.parametrize(
    ("stray", "text"),
    [
        (b"caf\xe9 au lait", "café au lait"),
        (b"it\x92s \x93so\x94 \x96 and", "it’s “so” – and"),
        (b"\x93caf\xe9\x94", "“café”"),
        (b"\xa35m", "£5m"),
    ],
)
def test_single_bytes_of_windows_1252_among_utf_8_are_read(stray: bytes, text: str) -> None:
    decoded = decode("naïve — “quoted” éééé\nüü\n".encode() + stray + "\ncafé".encode(), "x.txt")
    assert decoded.text == f"naïve — “quoted” éééé\nüü\n{text}\ncafé"
    assert [(problem.code, problem.line) for problem in decoded.problems] == [("mixed-encodings", 3)]


def test_a_byte_that_windows_1252_does_not_have_is_marked() -> None:
    decoded = decode("naïve — “quoted”\n".encode() + b"here \x81 and \xe9 too", "x.txt")
    assert decoded.text == "naïve — “quoted”\nhere \N{REPLACEMENT CHARACTER} and é too"
    assert [problem.code for problem in decoded.problems] == ["damaged-characters", "mixed-encodings"]


def test_text_that_ends_inside_a_character_is_cut_off() -> None:
    decoded = decode("naïve\n“".encode()[:-1], "x.txt")
    assert decoded.text == "naïve\n"
    assert [(problem.code, problem.line) for problem in decoded.problems] == [("cut-off", 2)]


PAGES = [
    ('<html><head><meta charset="{}"></head>', "windows-1251", "Комментарий"),
    ("<meta charset={} />", "koi8-r", "Комментарий"),
    ("<!DOCTYPE html><META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset={}'>", "Shift_JIS", "コメント"),
    ('<meta content="text/html; charset={}" http-equiv="Content-Type">', "EUC-KR", "댓글"),
    ('<?xml version="1.0" encoding="{}"?>', "ISO-8859-2", "Usuń źdźbło"),
    ("<?xml version='1.0' encoding='{}'?>", "GB2312", "评论"),
    ("<meta charset='{}'>", "Big5", "留言"),
    ("<meta charset='{}'>", "windows-1253", "Απάντηση"),
    ("<meta charset='{}'>", "iso-8859-9", "Yanıtla"),
]


@pytest.mark.parametrize(("head", "label", "word"), PAGES, ids=[page[1] for page in PAGES])
def test_a_page_is_in_the_encoding_it_declares(head: str, label: str, word: str) -> None:
    page = f"{head.format(label)}\n{word}"
    data = page.encode(label)
    assert declared_encoding(data) == label
    assert decode(data, "x.html") == Decoded(page, ())
    assert decode(word.encode(label), "x", declared=label) == Decoded(word, ())


def test_utf_8_goes_before_what_a_page_declares() -> None:
    page = "<meta charset=windows-1251>Комментарий"
    assert decode(page.encode(), "x.html") == Decoded(page, ())


def test_latin_1_means_windows_1252() -> None:
    assert decode("it’s ï".encode("windows-1252"), "x", declared="ISO-8859-1") == Decoded("it’s ï", ())


@pytest.mark.parametrize(
    "label", ["euc-kr", "no-such-thing", "hex", "utf-7", "unicode_escape", "idna", "utf-8", "a" * 99]
)
def test_a_declaration_that_does_not_fit_is_told(label: str) -> None:
    decoded = decode("plain\nit’s naïve".encode("windows-1252"), "x", declared=label)
    assert decoded.text == "plain\nit’s naïve"
    assert [(problem.code, problem.line) for problem in decoded.problems] == [("encoding-guessed", 2)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain",
        b"I wrote <meta charset=koi8-r> today",
        b"<p>charset=koi8-r</p>",
        b"<x>" + b" " * 5000 + b"<meta charset=x>",
    ],
)
def test_other_words_declare_nothing(data: bytes) -> None:
    assert declared_encoding(data) is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_nuls(encoding: str) -> None:
    text = "An ordinary text, naïve as it is.\n“Quoted.”\n"
    decoded = decode(text.encode(encoding), "x.txt")
    assert decoded.text == text
    assert [problem.code for problem in decoded.problems] == ["encoding-guessed"]


@given(
    st.lists(
        st.tuples(st.text(st.characters(codec="cp1252", min_codepoint=32), max_size=20), st.booleans()), max_size=20
    )
)
def test_bytes_of_any_kind_are_read_to_the_end(parts: list[tuple[str, bool]]) -> None:
    data = b"".join(text.encode("utf-8" if is_utf_8 else "windows-1252") + b"\n" for text, is_utf_8 in parts)
    decoded = decode(data, "x")
    assert decoded.text is None or decoded.text.count("\n") >= len(parts)


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
