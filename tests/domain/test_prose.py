import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.prose import Prose, Span, SpanKind, bare_links, hanging, hangs


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("no address: //x http:// https:// http", []),
        ("https://example.org", ["https://example.org"]),
        ("see http://example.org/a.", ["http://example.org/a"]),
        ("HTTP://EXAMPLE.ORG/A", ["HTTP://EXAMPLE.ORG/A"]),
        ("http://a", ["http://a"]),
        ("http://a//", ["http://a//"]),
        ("(http://www.example.org/biography.php)", ["http://www.example.org/biography.php"]),
        ("https://example.org/a_(b)", ["https://example.org/a_(b)"]),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("(see https://example.org/a_(b).)", ["https://example.org/a_(b)"]),
        ("[https://example.org/x[1]]", ["https://example.org/x[1]"]),
        ("https://example.org/?a=1&b=%20;c#d!", ["https://example.org/?a=1&b=%20;c#d"]),
        ("“https://example.org/q”", ["https://example.org/q"]),
        ("<https://example.org/q>", ["https://example.org/q"]),
        ("http://a.b http://c.d\nhttps://e.f", ["http://a.b", "http://c.d", "https://e.f"]),
        ("xhttp://example.org shttps://example.org", []),
        ("ftp://example.org file:///etc/passwd javascript://x", []),
        ("http://...", []),
        ("http:///", []),
        ("http://)))", []),
        ("://http://example.org", ["http://example.org"]),
        ("日本語 https://example.org/日本 語", ["https://example.org/日本"]),
    ],
)
def test_bare_links(text: str, addresses: list[str]) -> None:
    spans = bare_links(text)
    assert [span.target for span in spans] == addresses
    assert [text[span.start : span.end] for span in spans] == addresses
    assert all(span.kind is SpanKind.LINK for span in spans)


@given(
    st.lists(st.sampled_from(["http://", "https://", "a", ".b", ")", "(", "]", "[", ".", ",", " ", "\n", "://", "é"]))
)
def test_links_lie_in_the_text_in_order_and_apart(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for span in bare_links(text):
        assert end <= span.start < span.end <= len(text)
        assert span.target == text[span.start : span.end]
        assert span.target.startswith(("http://", "https://"))
        assert not any(character.isspace() for character in span.target)
        end = span.end


def test_spans_sort_by_where_they_start() -> None:
    late, early = Span(5, 9, SpanKind.LINK, "x"), Span(0, 3, SpanKind.HEADING)
    assert sorted([late, early]) == [early, late]


@pytest.mark.parametrize(
    "text", ["http://a" + ")" * 100_000, "http://a" + ")." * 50_000, "http://" * 15_000, "://" * 33_000, "h" * 100_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.perf_counter()
    bare_links(text)
    assert time.perf_counter() - start < 0.2


def item(text: str, words: str, marker: str | None) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), SpanKind.LIST_ITEM, marker)


def test_bullets_stand_before_the_first_line_of_an_item() -> None:
    text = "Bring:\na rope\nand a lamp\noil\nmatches\nThen go."
    outer, inner = item(text, "a rope\nand a lamp\noil\nmatches", "•"), item(text, "oil", "9.")
    found = hangs(Prose(text, (outer, inner, item(text, "matches", "10."))))
    lines = {line: hanging(found, text.index(line)) for line in text.split("\n")}
    assert lines == {
        "Bring:": ("", 0),
        "a rope": ("• ", 2),
        "and a lamp": ("  ", 2),
        "oil": ("  9. ", 5),
        "matches": ("  10. ", 6),
        "Then go.": ("", 0),
    }


def test_a_bullet_that_stands_in_the_text_is_not_shown_twice() -> None:
    assert hangs(Prose("• a rope", (item("• a rope", "• a rope", None),))) == ()


def test_items_of_items_leave_room_for_words() -> None:
    spans = tuple(Span(0, 100 - depth, SpanKind.LIST_ITEM, "•") for depth in range(60))
    assert hanging(hangs(Prose("x" * 100, spans)), 0)[1] <= 16
