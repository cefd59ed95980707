from pathlib import Path

import pytest

from probreader.domain.post import Author, Post, Problem
from probreader.sources import Reading, read
from probreader.sources.markers import LANGUAGES, Words

CORPUS = Path(__file__).parent / "corpus"
HEAD = "Monday, 1 June 2020\n\nTitle\n\nBody.\n\n"


def reading_of(comments: str) -> Reading:
    reading = read((HEAD + comments).encode())
    assert reading.shape == "blogger-text"
    return reading


def post_of(comments: str) -> Post:
    (post,) = reading_of(comments).posts
    return post


def texts(post: Post) -> list[str]:
    return [comment.body.text for comment in post.comments]


def parents(post: Post) -> list[int | None]:
    positions = {comment.id: position for position, comment in enumerate(post.comments)}
    return [None if comment.parent is None else positions[comment.parent] for comment in post.comments]


def found(reading: Reading) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.line) for problem in reading.problems]


def corpus(name: str) -> Reading:
    return read((CORPUS / f"{name}.txt").read_bytes())


def test_traps() -> None:
    reading = corpus("outline-traps")
    assert reading.problems == ()
    (post,) = reading.posts
    assert parents(post) == [None, 0, 0, 0, None, None, None]
    assert texts(post) == [
        "Below stands what looks like a marker, and is none:\n\nReplyDelete\nReplies\n1. nor is this a reply\n\n"
        "1. It is numbered text\n2. with two lines.",
        "12. A reply may begin with a number\n13. and go on with the next.\n\nDelete\n1. Even below the word.",
        "",
        "Delete",
        "",
        "Replies\n\nis a word like any other.",
        "See https://example.org/a_(b)?x=1 and (https://example.org/c).\n\n******\n\nA separator in a comment is text.",
    ]
    assert post.comments[-1].author == Author("Margaret Ashdown")
    assert post.comments[-1].published is not None
    assert post.comments[-1].published.iso == "2020-06-04T09:05"
    assert [section.body.text for section in post.sections] == [
        "A body may hold a list of its own:\n\n1. the first point\n2. the second point",
        "It may speak of 2 comments:\n\n3 comments:\n\nand go on, before the real heading comes.",
    ]


def test_an_absent_parent_is_a_placeholder() -> None:
    reading = corpus("outline-absent")
    (post,) = reading.posts
    absent, first, second, removed, last = post.comments
    assert (absent.placeholder, absent.body.text, absent.parent) == (True, "", None)
    assert (first.parent, second.parent) == (absent.id, absent.id)
    assert (removed.removed, removed.body.text) == (True, "This comment has been removed by the author.")
    assert not any(comment.placeholder for comment in (first, second, removed, last))
    assert not any(comment.removed for comment in (absent, first, second, last))
    assert found(reading) == [
        ("comments-missing", 7),
        ("parent-missing", 9),
        ("numbering-gap", 20),
        ("text-after-comments", 24),
    ]
    assert reading.problems[0].message == "The page declares 9 comments, and the text holds 4: 5 comments missing."


def test_text_below_the_comments_is_the_last_section() -> None:
    sections = corpus("outline-absent").posts[0].sections
    assert sections[-1].body.text == "Copyright of the comments stays with their authors."


def test_a_post_without_comments() -> None:
    reading = corpus("outline-silent")
    (post,) = reading.posts
    assert (reading.shape, reading.problems) == ("blogger-text", ())
    assert (post.declared_comments, post.comments) == (0, ())
    assert [section.body.text for section in post.sections] == ["There is nothing below this post."]


def test_one_comment() -> None:
    reading = reading_of("1 comment:\n\n  1. Only me.\n\n    ReplyDelete\n")
    assert reading.problems == ()
    assert texts(reading.posts[0]) == ["Only me."]


def test_more_comments_than_declared() -> None:
    reading = reading_of("1 comment:\n\n  1. One.\n\n    ReplyDelete\n  2. Two.\n\n    ReplyDelete\n")
    assert reading.problems == (Problem("comments-extra", "The page declares 1 comment, but the text holds 2.", 7),)


def test_all_comments_missing() -> None:
    reading = reading_of("12 comments:\n\nAdd comment\n")
    assert found(reading) == [("comments-missing", 7)]


def test_replies_of_which_none_came_through() -> None:
    reading = reading_of("2 comments:\n\n  1. One.\n\n    ReplyDelete\n    Replies\n  2. Two.\n\n    ReplyDelete\n")
    assert reading.problems == ()
    assert texts(reading.posts[0]) == ["One.", "Two."]


def test_numbers_begin_anew_under_each_comment() -> None:
    reading = reading_of(
        "4 comments:\n\n  1. a\n\n    ReplyDelete\n    Replies\n    1. b\n\n      Delete\n"
        "  2. c\n\n    ReplyDelete\n    Replies\n    1. d\n\n      Delete\n"
    )
    assert reading.problems == ()
    assert parents(reading.posts[0]) == [None, 0, None, 2]


def test_a_gap_is_reported_once_with_the_number_of_gaps() -> None:
    items = "".join(f"  {number}. text\n\n    ReplyDelete\n" for number in (1, 3, 4, 7))
    (problem,) = reading_of("4 comments:\n\n" + items).problems
    assert (problem.code, problem.line) == ("numbering-gap", 12)
    assert "in 2 places" in problem.message


def test_a_number_opens_an_item_only_below_the_end_of_another() -> None:
    post = post_of(
        "1 comment:\n\n  1. A preformatted list:\n  2. is text,\n  3. though not moved in\n\n    ReplyDelete\n"
    )
    assert texts(post) == ["A preformatted list:\n2. is text,\n3. though not moved in"]


def test_lines_below_the_end_of_a_comment_are_kept_with_it() -> None:
    reading = reading_of(
        "2 comments:\n\n  1. One.\n\n    ReplyDelete\n    astray\n\n    ReplyDelete\n  2. Two.\n\n    ReplyDelete\n"
    )
    assert texts(reading.posts[0]) == ["One.\n\nReplyDelete\nastray", "Two."]
    reading = reading_of(
        "2 comments:\n\n  1. One.\n\n    ReplyDelete\n    astray\n      Delete\n  2. Two.\n\n    ReplyDelete\n"
    )
    assert texts(reading.posts[0]) == ["One.\n\nastray\n  Delete", "Two."]
    assert found(reading) == [("stray-text", 12)]


def test_a_comment_without_its_end_marker_is_reported() -> None:
    reading = reading_of("2 comments:\n\n  1. One.\n      Delete\n  2. Two.\n\n    ReplyDelete\n")
    assert texts(reading.posts[0]) == ["One.\n  Delete", "Two."]
    assert found(reading) == [("marker-missing", 9)]


def test_an_impossible_time_is_none_and_a_problem() -> None:
    reading = reading_of("1 comment:\n\n  1. Ada31 June 2020 at 9:05\n\n    Hello.\n\n    ReplyDelete\n")
    (comment,) = reading.posts[0].comments
    assert (comment.author, comment.published, comment.body.text) == (Author("Ada"), None, "Hello.")
    assert found(reading) == [("impossible-date", 9)]
    assert "31 June 2020 at 9:05" in reading.problems[0].message


def test_a_heading_in_the_text_below_does_not_hide_the_comments() -> None:
    post = post_of("1 comment:\n\n  1. One.\n\n    ReplyDelete\n\nElsewhere:\n\n3 comments:\n")
    assert texts(post) == ["One."]
    assert post.declared_comments == 1
    assert post.sections[-1].body.text == "Elsewhere:\n\n3 comments:"


def test_a_list_in_the_body_is_no_thread() -> None:
    post = post_of(
        "2 comments:\n\n  1. first\n  2. second\n\nMore body.\n\n1 comment:\n\n  1. One.\n\n    ReplyDelete\n"
    )
    assert texts(post) == ["One."]
    assert post.declared_comments == 1


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(line_end: str) -> None:
    text = HEAD + "1 comment:\n\n  1. One.\n\n    ReplyDelete\n"
    assert read(text.replace("\n", line_end).encode()) == read(text.encode())


def test_text_is_cleaned() -> None:
    post = post_of("1 comment:\n\n  1. red\x1b[31m\x9b and \u202ebackwards\n\n    ReplyDelete\n")
    assert texts(post) == ["red[31m and \N{REPLACEMENT CHARACTER}backwards"]


def test_equal_comments_have_ids_of_their_own() -> None:
    post = post_of("3 comments:\n\n" + "".join(f"  {n}. Agreed.\n\n    ReplyDelete\n" for n in (1, 2, 3)))
    ids = [comment.id for comment in post.comments]
    assert len(set(ids)) == 3
    assert [identity.removeprefix(ids[0]) for identity in ids] == ["", "-2", "-3"]


def test_an_id_does_not_change_when_others_come_before() -> None:
    before = post_of("1 comment:\n\n  1. Mine.\n\n    ReplyDelete\n")
    after = post_of("2 comments:\n\n  1. Earlier.\n\n    ReplyDelete\n  2. Mine.\n\n    ReplyDelete\n")
    assert before.comments[0].id == after.comments[1].id
    assert before.id == after.id
    assert before.sections[0].id == after.sections[0].id


def test_a_list_in_the_body_of_a_post_without_comments_is_no_thread() -> None:
    post = post_of("2 comments:\n\n  1. first\n  2. second\n\nMore body.\n\nNo comments:\n")
    assert (post.declared_comments, post.comments) == (0, ())
    assert post.sections[0].body.text.endswith("More body.")


def test_what_stands_between_replies_and_the_first_of_them_is_kept() -> None:
    reading = reading_of(
        "2 comments:\n\n  1. One.\n\n    ReplyDelete\n    Replies\n    astray\n      Delete\n    1. x\n\n      Delete\n"
    )
    assert [text.split() for text in texts(reading.posts[0])] == [["One.", "astray", "Delete", "1.", "x", "Delete"]]
    assert found(reading) == [("comments-missing", 7), ("stray-text", 13)]


WHOLE_PAGE = """\
The Blog

What it is about.

Monday, 1 June 2020

Title

Body.
Posted by Maud at 08:05
Email This
Labels: a, b

3 comments:

  1. Ada 11 June 2020 at 9:05

    One.

    ReplyDelete
    Replies
    1. Bob2 June 2020 at 9:05

      Two.

      Delete
      Replies
        Reply
{phantom}
  2. Bob3 June 2020 at 9:05

    Reply

    ReplyDelete
    Replies
      Reply
Add comment
Load more...

Newer Post Older Post Home

Blog Archive

  \N{BULLET} Title
"""


@pytest.mark.parametrize("phantom", ["    2. Reply", "      2. Reply"])
def test_a_whole_page(phantom: str) -> None:
    reading = read(WHOLE_PAGE.format(phantom=phantom).replace("Ada 11", "Ada1").encode())
    (post,) = reading.posts
    assert found(reading) == [("page-text", 1), ("page-text", 42)]
    assert (post.title, post.labels, post.author) == ("Title", ("a", "b"), Author("Maud"))
    assert post.published is not None
    assert post.published.iso == "2020-06-01T08:05"
    assert [section.body.text for section in post.sections] == ["Body."]
    assert (texts(post), parents(post)) == (["One.", "Two.", "Reply"], [None, 0, None])
    assert [comment.author for comment in post.comments] == [Author("Ada"), Author("Bob"), Author("Bob")]


def test_a_reply_of_one_word_is_no_phantom() -> None:
    post = post_of(
        "2 comments:\n\n  1. One.\n\n    ReplyDelete\n    Replies\n    1. Reply\n\n      Delete\n      Replies\n"
        "        Reply\n    2. Reply\nAdd comment\n"
    )
    assert texts(post) == ["One.", "Reply"]


def test_comments_without_a_heading() -> None:
    post = post_of("  1. One.\n\n    ReplyDelete\n    Replies\n    1. Two.\n\n      Delete\n")
    assert (texts(post), parents(post), post.declared_comments) == (["One.", "Two."], [None, 0], None)


@pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.code)
def test_languages(words: Words) -> None:
    heading = words.counts[0].replace("#", "3")
    post = post_of(
        f"{heading}:\n\n  1. One {words.reply}.\n    {words.delete}\n\n    {words.reply}{words.delete}\n"
        f"    {words.replies}\n    1. Two.\n\n      {words.delete}\n  2. {sorted(words.removed)[0]}\n\n"
        f"    {words.reply}{words.delete}\n{words.add[0]}\n"
    )
    assert texts(post) == [f"One {words.reply}.\n{words.delete}", "Two.", sorted(words.removed)[0]]
    assert parents(post) == [None, 0, None]
    assert [comment.removed for comment in post.comments] == [False, False, True]
    assert post.declared_comments == 3
