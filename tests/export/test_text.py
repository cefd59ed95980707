"""A post as plain text: what is said of it, indentation, wrapping, and threads of any depth."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.post import Author, Certainty, Comment, Post, Section, Timestamp
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.export.text import columns, moment, positions, post_lines, title_of


def comment(name: str, parent: str | None = None, text: str = "", **more: object) -> Comment:
    values: dict[str, object] = {
        "certainty": Certainty.STATED,
        "author": None,
        "published": None,
        "permalink": None,
        **more,
    }
    return Comment(id=name, parent=parent, body=Prose(text or f"text {name}"), **values)  # type: ignore[arg-type]


def post(*comments: Comment, sections: tuple[str, ...] = ("Body.",), **more: object) -> Post:
    values: dict[str, object] = {
        "url": None,
        "title": "Title",
        "title_inferred": False,
        "author": None,
        "published": None,
        "updated": None,
        "labels": (),
        "declared_comments": None,
        **more,
    }
    parts = tuple(Section(str(number), None, Prose(text)) for number, text in enumerate(sections))
    return Post(id="p", sections=parts, comments=comments, **values)  # type: ignore[arg-type]


def test_what_is_known_of_a_post_stands_in_its_head() -> None:
    full = post(
        comment("a"),
        comment("b", "a"),
        author=Author("Ann"),
        published=Timestamp("2019-05-19T10:45", "19 May 2019 at 10:45"),
        labels=("PO", "pay"),
        declared_comments=5,
    )
    assert list(post_lines(full))[:2] == [
        "Title",
        "Ann · 2019-05-19 10:45 · 2 of 5 comments · 1 of them replies · labels: PO, pay",
    ]
    assert list(post_lines(post())) == ["Title", "0 comments", "", "Body."]
    assert list(post_lines(post(comment("a"), declared_comments=1)))[1] == "1 comment"


def test_a_comment_says_what_is_odd_about_it() -> None:
    dropped = comment("a", placeholder=True)
    reply = comment("b", "a", certainty=Certainty.INFERRED)
    removed = comment("c", removed=True, author=Author("Cy"))
    assert list(post_lines(post(dropped, reply, removed, sections=()))) == [
        "Title",
        "2 comments · 1 of them replies",
        "",
        "Comment 1",
        "  (a comment that the source no longer holds)",
        "",
        "  Reply 1.1 · parent inferred",
        "    text b",
        "",
        "Cy · 2 · removed",
        "  text c",
    ]


def test_sections_are_parted() -> None:
    assert list(post_lines(post(sections=("One.", "Two."))))[2:] == ["", "One.", "", "* * *", "", "Two."]


def test_a_section_s_heading_stands_above_it() -> None:
    headed = Post("p", None, None, False, None, None, None, (), None, (Section("s", "Head", Prose("Text.")),), ())
    assert list(post_lines(headed)) == ["(no title)", "0 comments", "", "Head", "", "Text."]


@pytest.mark.parametrize(
    ("title", "is_inferred", "shown"),
    [("A\nB", False, "A B"), ("A\nB", True, "A B (title inferred)"), (None, False, "(no title)")],
)
def test_titles(title: str | None, is_inferred: bool, shown: str) -> None:
    assert title_of(title, is_inferred) == shown


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2021-02-25", "2021-02-25"),
        ("2019-05-19T10:45", "2019-05-19 10:45"),
        ("2019-05-19T10:45:12+01:00", "2019-05-19 10:45 +01:00"),
        ("T14:40", "14:40"),
    ],
)
def test_moments_are_told_to_the_minute(iso: str, shown: str) -> None:
    assert moment(Timestamp(iso, "raw")) == shown


def test_positions_count_siblings() -> None:
    thread = post(
        comment("a"), comment("b", "a"), comment("c", "b"), comment("d", "a"), comment("e"), comment("f", "e")
    )
    assert list(positions(thread)) == ["1", "1.1", "1.1.1", "1.2", "2", "2.1"]


def test_without_a_width_lines_are_left_as_they_are() -> None:
    text = "x" * 50 + "  " + "word " * 100 + "end"
    assert list(post_lines(post(sections=(text,))))[3] == text


def test_wrapped_lines_start_where_the_first_does() -> None:
    lines = list(post_lines(post(sections=("  1. one two three\n\nfour five six",)), 12))
    assert lines[3:] == ["  1. one two", "  three", "", "four five", "six"]


def test_wide_characters_take_two_columns() -> None:
    assert columns("ab") == 2
    assert columns("漢字") == 4
    assert columns("e\N{COMBINING ACUTE ACCENT}") == 1
    assert list(post_lines(post(sections=("漢字 漢字 漢字",)), 10))[3:] == ["漢字 漢字", "漢字"]


def test_an_address_too_long_for_a_line_stays_whole() -> None:
    address = "https://example.org/" + "a" * 100
    assert address in list(post_lines(post(sections=(f"see {address} there",)), 40))


@given(st.text(alphabet="ab 漢é\N{COMBINING ACUTE ACCENT}\n", max_size=200), st.integers(1, 60))
def test_wrapping_keeps_every_word_in_order_and_within_the_width(text: str, width: int) -> None:
    thread = post(comment("a", text=f"start {text}"), sections=())
    lines = list(post_lines(thread, width))
    body = lines[max(number for number, line in enumerate(lines) if "start" in line) :]
    assert " ".join(body).split() == ["start", *text.split()]
    # A line is too long only where one word alone is.
    assert all(columns(line) <= width or len(line.split()) <= 1 for line in body)


def test_a_narrow_screen_keeps_room_for_the_text() -> None:
    chain = [comment("0"), *(comment(str(n), str(n - 1), text="word " * 20) for n in range(1, 10))]
    lines = list(post_lines(post(*chain), 24))
    assert max(line.count("word") for line in lines[-7:]) >= 2


def test_a_chain_of_any_depth_takes_linear_time_and_space() -> None:
    chain = [comment("0")]
    chain.extend(comment(str(number), str(number - 1)) for number in range(1, 100_000))
    thread = post(*chain)
    started = time.perf_counter()
    for width in (80, None):
        # 100,000 levels shown in full would be more than 10 GB.
        assert sum(map(len, post_lines(thread, width))) < 150 * len(chain)
    assert time.perf_counter() - started < 20
    assert list(positions(thread))[-1] == "1.1.1.1….1.1.1.1"


def test_items_have_their_bullets() -> None:
    text = "Bring:\na rope and a lamp\noil"
    spans = (Span(7, 24, SpanKind.LIST_ITEM, "•"), Span(25, 28, SpanKind.LIST_ITEM, "•"))
    listed = replace(post(), sections=(Section("s", None, Prose(text, spans)),))
    assert list(post_lines(listed, 12))[-4:] == ["Bring:", "• a rope and", "  a lamp", "• oil"]
