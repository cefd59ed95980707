from typing import Any

import pytest
from rich.color import Color
from rich.style import Style

from probreader.domain.post import Certainty, Post, Timestamp
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.tui.layout import left_margin
from probreader.tui.matching import literal
from probreader.tui.rendering import BAR, SPAN_CLASSES, BlockPainter
from probreader.tui.thread import Thread, thread_of
from probreader.tui.widgets.thread_view import ThreadView

from .builders import comment, garden, laid_out, post, section, tree

CLASSES = sorted(ThreadView.COMPONENT_CLASSES)
STYLES = {name: Style(color=Color.from_rgb(number, 0, 0), bgcolor="black") for number, name in enumerate(CLASSES)}
STYLES["thread--match"] = Style(color="black", bgcolor="yellow")
STYLES["thread--match-current"] = Style(color="black", bgcolor="red")
STYLES["thread--highlighted"] = Style(color=STYLES["thread--text"].color, bgcolor="blue")


class Painted:
    """A thread as it is painted at one width."""

    def __init__(self, thread: Thread, width: int = 60) -> None:
        self.layout = laid_out(thread, width)
        self.painter = BlockPainter(thread, self.layout, STYLES, left_margin(width))
        self.width = width

    def pieces(self, line: int, *, highlighted: bool = False) -> list[tuple[str, Style]]:
        place = self.layout.at(line)
        assert place is not None
        strip = self.painter.paint(place, self.width, highlighted=highlighted)
        assert strip.cell_length == self.width
        return [(text, style) for text, style, _ in strip if text and style is not None]

    def line(self, line: int, *, highlighted: bool = False) -> str:
        return "".join(text for text, _ in self.pieces(line, highlighted=highlighted)).rstrip()

    @property
    def text(self) -> str:
        return "\n".join(self.line(line) for line in range(self.layout.total))

    def header(self, entry: int) -> str:
        return self.line(self.layout.top(entry))

    def on(self, background: str) -> list[str]:
        """The pieces of text on a background, in order."""
        wanted = Color.parse(background)
        pieces = (piece for line in range(self.layout.total) for piece in self.pieces(line))
        return [text for text, style in pieces if style.bgcolor == wanted]

    def styled(self, name: str) -> list[str]:
        """The pieces of text in the colour of a component class."""
        wanted = STYLES[name].color
        pieces = (piece for line in range(self.layout.total) for piece in self.pieces(line))
        return [text for text, style in pieces if style.color == wanted and text.strip()]


def painted(*parts: Post | Thread, width: int = 60) -> Painted:
    (whole,) = parts
    return Painted(whole if isinstance(whole, Thread) else thread_of(whole), width)


def test_a_whole_thread_on_one_page() -> None:
    thread = thread_of(garden(), read=["c1", "c1a"], bookmarked=["c1a", "s2"])
    assert painted(thread, width=40).text == (
        "  § 1 of 2\n"
        "  The spade is a tool.\n"
        "\n"
        "  § 2 of 2  ★\n"
        "  The rake is another one.\n"
        "\n"
        "  ── 7 comments ────────────────────────\n"
        "\n"
        "  Ann  1 · 2 May 2021, 10:45\n"
        "  A turnip for Ann.\n"
        "\n"
        "  ╎ Bob  ★  1.1\n"
        "  ╎ A leek for the soup.\n"
        "\n"
        "  ╎ ╎ Cid  ●  1.1.1\n"
        "  ╎ ╎ A kale salad.\n"
        "\n"
        "  ╎ Dot  ●  1.2\n"
        "  ╎ An onion, or two.\n"
        "\n"
        "  Eve  ●  2\n"
        "  A berry for dinner.\n"
        "\n"
        "  ╎ Fay  ●  2.1\n"
        "  ╎ A fig, too.\n"
        "\n"
        "  Comment 3  ●\n"
        "  An elder tree.\n"
    )


@pytest.mark.parametrize(
    ("collapsed", "read", "words"),
    [
        (["c1"], [], "+3 replies, 3 unread"),
        (["c1"], ["c1", "c1b"], "+3 replies, 2 unread"),
        (["c1"], ["c1a", "c1b", "c1c"], "+3 replies"),
        (["c1a"], [], "+1 reply, 1 unread"),
        (["c1a"], ["c1b"], "+1 reply"),
        (["c1", "c1a"], [], "+3 replies, 3 unread"),
    ],
)
def test_a_collapsed_comment_says_what_it_hides(collapsed: list[str], read: list[str], words: str) -> None:
    thread = thread_of(garden(), collapsed=collapsed, read=read)
    header = painted(thread, width=80).header(thread.outline.index[collapsed[0]])
    assert header.endswith(f"  {words}")


def test_an_expanded_comment_hides_nothing() -> None:
    assert "+" not in painted(garden()).text


def test_a_collapsed_comment_shows_one_line_of_its_text() -> None:
    long = post(
        "p", section("s"), comment("a", None, "first line\n\nsecond " + "word " * 40), comment("b", "a", "reply")
    )
    lines = painted(thread_of(long, collapsed=["a"]), width=40).text.split("\n")
    assert [line for line in lines if "first line" in line] == ["  first line  second word word word wo…"]
    assert not any("reply" in line for line in lines if "+1 reply" not in line)


def test_only_a_gutter_bar_and_a_tint_tell_the_highlight() -> None:
    page = painted(garden())
    line = page.layout.top(3)
    assert page.line(line, highlighted=True) == BAR + page.line(line)[1:]
    backgrounds = {style.bgcolor for text, style in page.pieces(line, highlighted=True)}
    assert backgrounds == {Color.parse("blue")}
    assert {style.bgcolor for _, style in page.pieces(line)} == {Color.parse("black")}


def test_matches_stand_exactly_where_the_words_are() -> None:
    thread = thread_of(
        post("p", section("s", "No match in\nhere."), comment("a", None, "Staff, staffing and staff", "staff"))
    )
    thread.find(literal("staff"))
    assert painted(thread).on("yellow") == ["Staff", "staff", "staff"]
    assert thread.next_match(1, 0) == (1, 0)
    page = painted(thread)
    assert (page.on("red"), page.on("yellow")) == (["Staff"], ["staff", "staff"])
    pieces = [text for text, _ in page.pieces(page.layout.top(1) + 1)]
    assert [text for text in pieces if text.strip()] == ["Staff", ", ", "staff", "ing and ", "staff"]


def test_a_match_broken_over_two_lines_is_marked_on_both() -> None:
    thread = thread_of(post("p", section("s"), comment("a", None, "some staff room here")))
    thread.find(literal("staff room"))
    assert painted(thread, width=15).on("yellow") == ["staff", "room"]


def test_a_match_in_wide_text_is_marked_by_its_characters() -> None:
    thread = thread_of(post("p", section("s"), comment("a", None, "字字 e\u0301té 界 字")))
    thread.find(literal("界"))
    assert painted(thread).on("yellow") == ["界"]


def test_a_highlighted_match_keeps_its_own_background() -> None:
    thread = thread_of(garden())
    thread.find(literal("leek"))
    page = painted(thread)
    pieces = page.pieces(page.layout.top(3) + 1, highlighted=True)
    assert [text for text, style in pieces if style.bgcolor == Color.parse("yellow")] == ["leek"]


def test_every_meaning_has_its_style_over_its_own_words() -> None:
    kinds = list(SPAN_CLASSES)
    words = [f"{kind.value}-words" for kind in kinds]
    text = "plain " + " ".join(words)
    spans = tuple(
        Span(text.index(word), text.index(word) + len(word), kind) for word, kind in zip(words, kinds, strict=True)
    )
    thread = thread_of(post("p", section("s", text, None, *spans)))
    page = painted(thread, width=200)
    for word, kind in zip(words, kinds, strict=True):
        assert page.styled(SPAN_CLASSES[kind]) == [word]


def test_a_match_inside_a_link_is_a_match() -> None:
    text = "see https://blog.example/staff today"
    link = Span(4, 30, SpanKind.LINK, "https://blog.example/staff")
    thread = thread_of(post("p", section("s", text, None, link)))
    thread.find(literal("staff"))
    page = painted(thread)
    assert page.on("yellow") == ["staff"]
    assert page.styled("thread--link") == ["https://blog.example/"]


def test_what_looks_like_markup_is_text() -> None:
    hostile = "[b]bold[/b] [@click=app.quit]x[/] [sic] a[i] [/b] [link='x']"
    thread = thread_of(post("p", section("s", hostile, "[red]h[/red]"), comment("a", None, hostile, "[b]Ann[/b]")))
    text = painted(thread, width=100).text
    assert text.count(hostile) == 2
    assert "[red]h[/red]" in text
    assert "[b]Ann[/b]" in text


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"removed": True}, "removed"),
        ({"placeholder": True}, "not in the source"),
        ({"published": Timestamp("T14:40", "2:40")}, "14:40"),
        ({"published": Timestamp("2021-02-25", "x")}, "25 Feb 2021"),
        ({"published": Timestamp("2021-02-25T09:05:59", "x")}, "25 Feb 2021, 09:05"),
        ({"published": Timestamp("2021", "x")}, "2021"),
        ({"published": Timestamp("2021-02", "x")}, "Feb 2021"),
    ],
)
def test_the_header_tells_what_is_known(more: dict[str, Any], words: str) -> None:
    nameless = painted(post("p", section("s"), comment("a", None, "x", **more))).header(1)
    named = painted(post("p", section("s"), comment("a", None, "x", "Ann", **more))).header(1)
    flag = "" if "placeholder" in more else "  ●"
    assert nameless == f"  Comment 1{flag}  {words}"
    assert named == f"  Ann{flag}  1 · {words}"


def test_guides_tell_the_depth_until_they_would_eat_the_text() -> None:
    page = painted(tree([None, *range(19)]), width=60)
    headers = [page.header(entry) for entry in range(1, 21)]
    assert [header.count("╎") for header in headers] == [*range(10), *[10] * 10]
    assert [f"depth {depth}" in header for depth, header in enumerate(headers, 1)] == [False] * 11 + [True] * 9


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8, 13, 40])
def test_no_line_is_wider_than_the_pane(width: int) -> None:
    wide = post("p", section("s", "字" * 30), comment("a", None, "👨‍👩‍👧 " * 9, "字" * 20), comment("b", "a", "x" * 50))
    thread = thread_of(wide, collapsed=["a"], bookmarked=["a"])
    page = painted(thread, width=width)
    for line in range(page.layout.total):
        for highlighted in (False, True):
            page.pieces(line, highlighted=highlighted)


def test_a_section_heading_is_told_as_one() -> None:
    page = painted(post("p", section("s1", "One."), section("s2", "Two.", "Criss Cross")))
    assert page.styled("thread--heading") == ["Criss Cross"]


def test_prose_is_painted_word_for_word() -> None:
    text = "One two.\n\nThree  four:\n- five\n- six"
    page = Painted(thread_of(post("p", section("s", "x"), comment("a", None, text))), 50)
    lines = [page.line(line)[2:] for line in range(page.layout.top(1) + 1, page.layout.bottom(1))]
    assert lines == text.split("\n")
    assert Prose(text).text == "\n".join(lines)


def test_a_parent_that_was_inferred_is_said_to_be() -> None:
    stated = comment("b", "a")
    inferred = comment("c", "a", certainty=Certainty.INFERRED)
    shown = Painted(thread_of(post("p", section("s"), comment("a"), stated, inferred)))
    assert [("parent inferred" in shown.header(entry)) for entry in range(1, 4)] == [False, False, True]


def test_items_show_the_bullets_that_are_not_in_the_text() -> None:
    text = "Bring:\na rope and a lamp\noil"
    items = (Span(7, 24, SpanKind.LIST_ITEM, "•"), Span(25, 28, SpanKind.LIST_ITEM, "•"))
    painted = Painted(thread_of(post("p", section("s", text, None, *items))), 16)
    assert [painted.line(line).strip() for line in range(5)] == ["Bring:", "• a rope and", "a lamp", "• oil", ""]
