"""What is no discussion, or only part of one: a problem with its line, and whatever could be read."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from probreader.sources import Reading, read

HERE = Path(__file__).parent
FILES = {path.stem: path for folder in (HERE.parents[1] / "seeds", HERE / "corpus") for path in folder.glob("*.txt")}
SEEDS = sorted(name for name in FILES if name[0] == "0")
WITH_COMMENTS = [name for name in SEEDS if name[:3] in ("000", "003", "004")]


@cache
def whole(name: str) -> Reading:
    return read(FILES[name].read_bytes())


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\n  ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\u200b\n\u2028".encode(), "empty"),
        (b"\x00", "not-text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06", "not-text"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x01\x02\x03\x04", "not-text"),
        ("text without a mark 文文文文文文文文文文文文文文文文文文文文".encode("utf-16-le"), "not-text"),
        (b"Dear diary,\n\nnothing happened today.\n", "not-a-discussion"),
        (b"<!DOCTYPE html><html><body><p>19 comments:</p></body></html>", "not-a-discussion"),
        (b"1. one\n2. two\n", "not-a-discussion"),
        (b"Reply\nDelete\nReplies\n", "not-a-discussion"),
        (b"Showing posts with label PO. Show all posts\n", "not-a-discussion"),
    ],
)
def test_no_discussion(data: bytes, code: str) -> None:
    reading = read(data, "notes.txt")
    assert (reading.shape, reading.posts, reading.readable) == ("unknown", (), False)
    (problem,) = reading.problems
    assert (problem.code, problem.line) == (code, 1)
    assert problem.message.startswith("notes.txt ")
    assert problem.message.endswith(".")


def test_messages_name_a_hint_that_cannot_harm() -> None:
    (problem,) = read(b"", "evil\x1b]0;name\x07\n\u202etxt").problems
    assert problem.message.startswith("evil]0;name \N{REPLACEMENT CHARACTER}txt is empty.")


def test_without_a_hint_messages_are_whole_sentences() -> None:
    (problem,) = read(b"").problems
    assert problem.message.startswith("The source is empty.")


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00\xd8")
@example(b"\x00\x00\xfe\xff\xff\xff\xff\xff")
@example(b"No comments:")
@example(b"1 comment:\n  1.")
@example(b"ReplyDelete")
@example(b"Monday, 1 June 2020")
def test_no_bytes_make_it_raise(data: bytes) -> None:
    reading = read(data)
    assert reading.readable or reading.problems


PIECES = st.sampled_from(
    [
        *("\n", "\n\n", " ", "    ", "  ", "      ", "  1. ", "    1. ", "  2.", "1. ", "      1. "),
        *("Reply", "Delete", "Replies", "ReplyDelete", "    ReplyDelete\n", "      Delete\n", "    Replies\n"),
        *("3 comments:", "No comments:\n", "Monday, 1 June 2020", "\n\nMonday, 1 June 2020\n\n", "31 June 2020"),
        *("Ada1 June 2020 at 9:05", "Home", "******\n", "text", "\u2028", "\r", "\x0c", "\t", "\u202e", "é", "👍"),
        "Showing posts with label X. Show all posts\n",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_mixture_of_what_the_shapes_are_made_of_makes_it_raise(text: str) -> None:
    reading = read(text.encode())
    assert reading.readable or reading.problems
    for post in reading.posts:
        above: set[str | None] = {None}
        for comment in post.comments:
            assert comment.parent in above
            above.add(comment.id)
        assert len(above) == len(post.comments) + 1


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_cut_off_anywhere_can_be_read(name: str) -> None:
    data = FILES[name].read_bytes()
    step = max(1, len(data) // 150)
    for end in range(0, len(data), step):
        reading = read(data[:end])
        lines = data[:end].count(b"\n") + 1
        assert reading.readable or reading.problems
        assert all(problem.line is not None and 1 <= problem.line <= lines for problem in reading.problems)


@pytest.mark.parametrize("name", [name for name in sorted(FILES) if name.startswith(("000_", "004_"))])
def test_an_outline_cut_off_anywhere_says_so(name: str) -> None:
    data = FILES[name].read_bytes().rstrip()
    for end in range(0, len(data), len(data) // 200):
        assert read(data[:end]).problems, end


@pytest.mark.parametrize("name", WITH_COMMENTS)
def test_the_comments_before_the_cut_are_kept(name: str) -> None:
    data = FILES[name].read_bytes()
    comments = whole(name).posts[0].comments
    start = data.index(b"\n", data.index(b" comments:") if b" comments:" in data else data.index(b"\nReplyDelete"))
    for end in range(start + 200, len(data), 97):
        (post,) = read(data[:end]).posts
        kept = len(post.comments)
        assert kept >= 1
        # The last two may lack text: in the extracted text a paragraph cut off from its marker joins the one above.
        assert [comment.body for comment in post.comments[:-2]] == [c.body for c in comments[: max(0, kept - 2)]]


@pytest.mark.parametrize("name", ["000_d829ee9a12c4176c", "004_204a6bbe3782c0be"])
def test_an_outline_says_where_it_is_cut_off(name: str) -> None:
    data = FILES[name].read_bytes()
    start = data.index(b" comments:") + 12
    for end in range(start, len(data) - len("ReplyDelete"), 89):
        reading = read(data[:end])
        assert {"cut-off", "comments-missing"} & set(codes(reading))
        (post,) = reading.posts
        assert ("comments-missing" in codes(reading)) == (len(post.comments) != post.declared_comments)


@pytest.mark.parametrize(
    ("ending", "texts"),
    [
        ("  2. The second one breaks off in the mid", ["One.", "The second one breaks off in the mid"]),
        ("  2. Two.\n\n    Reply", ["One.", "Two."]),
        ("  2. Two.\n\n    Rep lies", ["One.", "Two.\n\nRep lies"]),
        ("  2.", ["One.", ""]),
        ("  2", ["One."]),
        ("    Repl", ["One."]),
        ("    Replies\n    1. An answ", ["One.", "An answ"]),
        ("    Replies\n    1. An answer\n\n      Del", ["One.", "An answer"]),
        ("    Replies\n    1. An answer\n\n      Delete\n    2", ["One.", "An answer"]),
    ],
)
def test_an_outline_cut_off_inside_the_comments(ending: str, texts: list[str]) -> None:
    text = f"Monday, 1 June 2020\n\nTitle\n\nBody.\n\n5 comments:\n\n  1. One.\n\n    ReplyDelete\n{ending}"
    reading = read(text.encode())
    assert [comment.body.text for comment in reading.posts[0].comments] == texts
    assert codes(reading) == ["comments-missing", "cut-off"]
    assert reading.problems[1].line == text.count("\n") + 1


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_cut_inside_a_character_keeps_the_rest_as_utf_8(length: int) -> None:
    text = "Monday, 1 June 2020\n\nTitle\n\nnaïve and ".encode()
    reading = read(text + "👍".encode()[:length])
    assert reading.posts[0].sections[0].body.text == "naïve and"
    told = [(problem.code, problem.line) for problem in reading.problems]
    assert told == [("cut-off", 5), ("no-comments-found", 5)]


@pytest.mark.parametrize("ending", ["Rep", "Reply", "ReplyDelet"])
def test_an_extracted_text_cut_off_inside_a_marker(ending: str) -> None:
    reading = read(f"The body.\nOne.\nReplyDeleteMore of it.\nTwo.\n{ending}".encode())
    assert [comment.body.text for comment in reading.posts[0].comments] == ["One.\n\nMore of it.", "Two."]
    assert [(problem.code, problem.line) for problem in reading.problems] == [("cut-off", 5)]


def test_texts_without_a_body_are_not_one_post() -> None:
    one, other = (
        read(text).posts[0] for text in (b"I like cats.\nReplyDeleteNice.", b"Cuts hurt.\nReplyDeleteIndeed.")
    )
    assert one.id != other.id
