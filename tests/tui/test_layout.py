import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probreader.domain.post import Post
from probreader.tui.layout import Layout, Part, Place
from probreader.tui.rows import Rows
from probreader.tui.thread import thread_of

from .builders import comment, laid_out, parent_lists, post, section, tree

TEXTS = st.lists(st.sampled_from(("word", "longer-word", "字字", " ", "\n", "x" * 40)), max_size=12).map(
    lambda pieces: "".join(pieces).strip()
)


@st.composite
def posts(draw: st.DrawFn) -> Post:
    parents = draw(parent_lists(12))
    texts = [draw(TEXTS) for _ in parents]
    bodies = [
        section(f"s{n}", draw(TEXTS), draw(st.sampled_from((None, "Heading")))) for n in range(draw(st.integers(0, 3)))
    ]
    return post("p", *bodies, *tree(parents, sections=0, texts=texts).comments)


def every_line(post_: Post, layout: Layout, rows: Rows) -> list[Place]:
    """What stands on each line of the thread, told entry by entry."""
    texts = [part.body.text for part in post_.sections] + [part.body.text for part in post_.comments]
    places = []
    for entry in rows.visible:
        is_section = entry < len(post_.sections)
        first_comment = entry == len(post_.sections) and entry > 0
        no_header = is_section and len(post_.sections) == 1
        text_lines = len(layout.lines(entry))
        if rows.is_collapsed(entry):
            text_lines = 1 if texts[entry] else 0
        counts = {Part.LEAD: 2 * first_comment, Part.HEADER: int(not no_header), Part.TEXT: text_lines, Part.GAP: 1}
        places += [Place(entry, part, number) for part, count in counts.items() for number in range(count)]
    return places


@settings(max_examples=200)
@given(posts(), st.integers(1, 120), st.data())
def test_every_question_is_answered_as_by_counting_lines(post_: Post, width: int, data: st.DataObject) -> None:
    ids = [comment.id for comment in post_.comments]
    collapsed = data.draw(st.sets(st.sampled_from(ids))) if ids else set()
    thread = thread_of(post_, collapsed=collapsed)
    layout = laid_out(thread, width)
    places = every_line(post_, layout, thread.rows)
    assert layout.total == len(places)
    assert [layout.at(line) for line in range(len(places))] == places
    assert layout.at(-1) is None
    assert layout.at(len(places)) is None
    for entry in thread.rows.visible:
        own = [line for line, place in enumerate(places) if place.entry == entry and place.part is not Part.LEAD]
        assert layout.top(entry) == own[0]
        assert layout.bottom(entry) == own[-1]


@given(posts(), st.integers(1, 120))
def test_every_character_is_on_the_line_that_holds_it(post_: Post, width: int) -> None:
    thread = thread_of(post_)
    layout = laid_out(thread, width)
    places = every_line(post_, layout, thread.rows)
    for line, place in enumerate(places):
        if place.part is Part.TEXT:
            start, end = layout.lines(place.entry)[place.number]
            assert all(layout.line_of(place.entry, offset) == line for offset in range(start, end))


def test_a_collapsed_comment_has_one_line_for_all_its_text() -> None:
    thread = thread_of(post("p", comment("a", None, "word " * 50), comment("b", "a", "word")), collapsed=["a"])
    layout = laid_out(thread, 40)
    turnip = 0
    assert layout.height(turnip) == 1 + 1 + 1
    assert {layout.line_of(turnip, offset) for offset in (0, 120, 240)} == {layout.top(turnip)}


@given(posts(), st.lists(st.integers(0, 14), max_size=8), st.integers(10, 60))
def test_after_collapsing_and_expanding_lines_are_as_if_laid_out_anew(
    post_: Post, toggled: list[int], width: int
) -> None:
    thread = thread_of(post_)
    layout = laid_out(thread, width)
    for entry in toggled:
        if entry < len(thread.outline):
            _ = thread.rows.collapse(entry) or thread.rows.expand(entry)
            layout.update()
            layout.measure(0, len(thread.outline))
    anew = laid_out(thread, width)
    assert [layout.at(line) for line in range(layout.total)] == [anew.at(line) for line in range(anew.total)]


@pytest.mark.parametrize("width", [1, 8, 20, 40, 80, 200])
def test_text_has_room_however_deep_it_stands(width: int) -> None:
    thread = thread_of(tree([None, *range(199)]))
    layout = laid_out(thread, width)
    for entry in range(len(thread.outline)):
        assert layout.text_width(entry) >= 1
        assert width < 8 or layout.indent(entry) + layout.text_width(entry) <= width
        assert width < 20 or layout.text_width(entry) >= min(88, width // 2)
    assert layout.indent(2) > layout.indent(1) or width < 6


def test_lines_are_never_wider_than_the_eye_can_follow() -> None:
    thread = thread_of(post("p", section("s", "word " * 100), comment("c", None, "word " * 100)))
    layout = laid_out(thread, 400)
    assert max(end - start for entry in (0, 1) for start, end in layout.lines(entry)) <= 88
