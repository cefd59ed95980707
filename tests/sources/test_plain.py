from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.prose import Prose, Span, SpanKind
from probreader.sources.plain import body_prose, comment_prose, spaced, tidy


def spanned(prose: Prose, kind: SpanKind) -> list[str]:
    return [prose.text[span.start : span.end] for span in prose.spans if span.kind is kind]


def test_runs_of_empty_lines_are_one_and_outer_ones_none() -> None:
    assert tidy("\n\na\n\n\n\nb\nc\n\nd\n") == "a\n\nb\nc\n\nd"
    assert tidy("\n\n") == ""


def test_a_margin_that_all_lines_share_goes() -> None:
    assert body_prose(["    one", "", "      two", "    three"]).text == "one\n\n  two\nthree"


def test_headings_stand_alone_and_end_like_none() -> None:
    lines = [
        "Background",
        "",
        "It began long ago.",
        "",
        "What next?",
        "",
        "Dear all,",
        "",
        "A line",
        "below it",
        "",
        "End",
    ]
    assert spanned(body_prose(lines), SpanKind.HEADING) == ["Background", "What next?"]


def test_lines_that_are_paragraphs_are_parted() -> None:
    lines = ["It began long ago.", "Grants", "- one", "- two", "There were none.", "", "1. three", "Clinks"]
    parted = [
        "It began long ago.",
        "",
        "Grants",
        "",
        "- one",
        "- two",
        "",
        "There were none.",
        "",
        "1. three",
        "",
        "Clinks",
    ]
    assert spaced(lines) == parted
    assert spaced(parted) == parted
    assert spaced([]) == []
    assert spanned(body_prose(lines), SpanKind.HEADING) == []
    assert spanned(body_prose(spaced(lines)), SpanKind.HEADING) == ["Grants"]


def test_list_items() -> None:
    lines = [
        "1. one",
        "12) two",
        "(3) three",
        "• four",
        "- five",
        "a) six",
        "3.5 million",
        "-ish",
        "2019 was it",
        "  * seven",
    ]
    items = ["1. one", "12) two", "(3) three", "• four", "- five", "a) six", "* seven"]
    assert spanned(body_prose(lines), SpanKind.LIST_ITEM) == items
    assert spanned(comment_prose("\n".join(lines)), SpanKind.LIST_ITEM) == items


def test_a_numbered_heading_is_no_list_item() -> None:
    prose = body_prose(["1. What has changed?", "", "Much has."])
    assert [span.kind for span in prose.spans] == [SpanKind.HEADING]


def test_links_and_items_stand_in_order() -> None:
    text = "see https://example.org/a\n- then https://example.org/b"
    assert comment_prose(text).spans == (
        Span(4, 25, SpanKind.LINK, "https://example.org/a"),
        Span(26, 54, SpanKind.LIST_ITEM),
        Span(33, 54, SpanKind.LINK, "https://example.org/b"),
    )


@given(st.text(alphabet="a1. -•*(\n:/htps", max_size=60))
def test_spans_lie_inside_the_text_in_order(text: str) -> None:
    lines = [line.rstrip() for line in text.split("\n")]
    for prose in (comment_prose(tidy("\n".join(lines))), body_prose(lines), body_prose(spaced(lines))):
        assert list(prose.spans) == sorted(prose.spans)
        assert all(0 <= span.start < span.end <= len(prose.text) for span in prose.spans)
        assert all("\n" not in prose.text[span.start : span.end] for span in prose.spans)
        assert "\n\n\n" not in prose.text
        assert prose.text == prose.text.strip("\n")
