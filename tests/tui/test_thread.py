import pytest

from probreader.domain.outline import displayed
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.domain.queries import Query, parse
from probreader.tui.matching import literal, words
from probreader.tui.thread import Thread, thread_of

from .builders import comment, post, section


@pytest.fixture
def thread() -> Thread:
    return thread_of(
        post(
            "p",
            section("s", "The staff room.", "Staff"),
            comment("a", None, "No staff, no café; staffing is short."),
            comment("b", "a", "Nothing to say."),
            comment("c", None, "STAFF!"),
        )
    )


def test_a_heading_stands_over_its_section_and_its_spans_move_along() -> None:
    link = Span(4, 9, SpanKind.LINK, "https://x.example")
    shown = displayed(section("s", "See there.", "Criss Cross", link))
    assert shown.text == "Criss Cross\n\nSee there."
    assert [(shown.text[span.start : span.end], span.kind, span.target) for span in shown.spans] == [
        ("Criss Cross", SpanKind.HEADING, None),
        ("there", SpanKind.LINK, "https://x.example"),
    ]
    plain = section("s", "See there.", None, link)
    assert displayed(plain) == Prose("See there.", (link,))


def test_finding_marks_every_place_whatever_its_case(thread: Thread) -> None:
    assert thread.find(literal("staff")) == 5
    texts = [
        (entry, thread.prose(entry).text[start:end])
        for entry, found in thread.marks.matches.items()
        for start, end in found
    ]
    assert texts == [(0, "Staff"), (0, "staff"), (1, "staff"), (1, "staff"), (3, "STAFF")]


@pytest.mark.parametrize(
    ("text", "count"),
    [("CAFE", 1), ("hing", 1), ("absent", 0), ("", 0), (" ", 0), ("[b]", 0), ("\x1b", 0), (".*", 0)],
)
def test_how_much_is_found(thread: Thread, text: str, count: int) -> None:
    assert thread.find(literal(text)) == count
    assert thread.match_number() == (0, count)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("staff say", "Staff say: stafford, a staff. Says.", ["Staff", "say", "staff", "Say"]),
        ("hing", "nothing", []),
        ('"of the staff"', "of staff; of the\nstaff, of-the staff", ["of the\nstaff", "of-the staff"]),
        ("C++", "C++ is C, not cat", ["C", "C"]),
        ("foo-bar", "foo bar foo-bar foo", ["foo bar", "foo-bar"]),
        ("café", "CAFE, cafés", ["CAFE", "café"]),
        ("a_b .", "a_b ab b", ["a_b"]),
        ("...", "...", []),
    ],
)
def test_the_words_of_a_search_are_found_as_the_library_tells_words_apart(
    query: str, text: str, found: list[str]
) -> None:
    searched = thread_of(post("p", section("s", text)))
    parsed = parse(query, as_you_type=True)
    assert isinstance(parsed, Query)
    searched.find(words(parsed.words))
    assert [text[start:end] for start, end in searched.marks.matches.get(0, [])] == found


def test_finding_something_else_forgets_what_was_found(thread: Thread) -> None:
    thread.find(literal("staff"))
    thread.next_match(1, 0)
    thread.find(literal("nothing"))
    assert list(thread.marks.matches) == [2]
    assert thread.marks.current is None
    thread.find(None)
    assert not thread.marks.matches


def test_matches_are_walked_in_reading_order_and_around_the_ends(thread: Thread) -> None:
    thread.find(literal("staff"))
    walked = [thread.next_match(1, 0) for _ in range(6)]
    assert walked == [(0, 0), (0, 11), (1, 3), (1, 19), (3, 0), (0, 0)]
    assert thread.match_number() == (1, 5)
    assert thread.next_match(-1, 0) == (3, 0)
    assert thread.match_number() == (5, 5)


@pytest.mark.parametrize(
    ("entry", "by", "match"),
    [(0, 1, (0, 0)), (1, 1, (1, 3)), (2, 1, (3, 0)), (3, 1, (3, 0)), (2, -1, (1, 19)), (0, -1, (0, 11))],
)
def test_the_first_match_is_the_nearest_to_the_reader(
    thread: Thread, entry: int, by: int, match: tuple[int, int]
) -> None:
    thread.find(literal("staff"))
    assert thread.next_match(by, entry) == match


def test_the_first_match_lies_around_the_end_when_there_is_none_onward(thread: Thread) -> None:
    thread.find(literal("nothing"))
    assert thread.next_match(1, 3) == (2, 0)
    thread.find(literal("nothing"))
    assert thread.next_match(-1, 0) == (2, 0)


def test_nothing_found_is_nowhere_to_go(thread: Thread) -> None:
    thread.find(literal("absent"))
    assert thread.next_match(1, 0) is None
    assert thread.next_match(-1, 0) is None


@pytest.fixture
def mixed() -> Thread:
    return thread_of(
        post("p", section("s"), comment("a"), comment("b", placeholder=True), comment("c", "b"), comment("d")),
        read=["a", "of another post"],
    )


def walk_unread(thread: Thread, start: int, by: int) -> list[str]:
    walked = []
    entry = thread.next_unread(start, by)
    while entry is not None:
        walked.append(thread.outline.ids[entry])
        entry = thread.next_unread(entry, by)
    return walked


def test_unread_are_the_comments_not_read_and_no_placeholder(mixed: Thread) -> None:
    assert mixed.unread == 2
    assert walk_unread(mixed, 0, 1) == ["c", "d"]
    assert walk_unread(mixed, len(mixed.outline), -1) == ["d", "c"]
    assert mixed.next_unread(4, 1) is None


def test_reading_and_unreading_keep_the_count(mixed: Thread) -> None:
    section_entry, a, _, c, d = range(5)
    assert mixed.mark_read([d, c, a, d]) == [c, d]
    assert mixed.unread == 0
    assert mixed.mark_read([section_entry]) == [section_entry]
    assert mixed.unread == 0
    mixed.mark_unread(c)
    mixed.mark_unread(c)
    mixed.mark_unread(section_entry)
    assert mixed.unread == 1
    assert walk_unread(mixed, 0, 1) == ["c"]


def test_marks_are_kept_by_id() -> None:
    thread = thread_of(post("p", section("s"), comment("a"), comment("b")), bookmarked=["b", "s", "gone"])
    assert thread.marks.bookmarked == {0, 2}
