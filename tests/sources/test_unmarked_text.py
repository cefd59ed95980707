"""Extracted text of pages without action words."""

import pytest

from probreader.domain.post import Certainty
from probreader.sources import read

from .dumps.trees import codes, read_one, tree

BODY = "The ferry is closed, and nobody knows for how long it will be.\n"


def test_dates_over_comments() -> None:
    reading, post = read_one(
        f"{BODY}2 Responses to “The Landing”\nMay 12, 2012 at 7:03 am\nI crossed there.\nAnd you?\n"
        "May 12, 2012 at 1:16 pm\nNever.\n"
    )
    assert reading.shape == "extracted-text"
    assert tree(post) == [
        (None, None, "2012-05-12T07:03", "I crossed there.\n\nAnd you?"),
        (None, None, "2012-05-12T13:16", "Never."),
    ]
    assert [section.body.text for section in post.sections] == [BODY.strip()]
    assert all(comment.certainty is Certainty.INFERRED for comment in post.comments)
    assert codes(reading) == ["nesting-unknown"]


def test_dates_and_a_title_in_markdown() -> None:
    _, post = read_one(f"# The Landing\n\n{BODY}\n12\\. Mai 2012 um 07:03\n\nOne.\n\n13\\. Mai 2012 um 09:00\n\nTwo.\n")
    assert post.title == "The Landing"
    assert tree(post) == [(None, None, "2012-05-12T07:03", "One."), (None, None, "2012-05-13T09:00", "Two.")]


def test_a_line_for_each_comment() -> None:
    reading, post = read_one(f"{BODY}2 comments:\nI crossed there.\nNever.\nPost a Comment\nLinks to this post\n")
    assert [text for *_, text in tree(post)] == ["I crossed there.", "Never."]
    assert (post.declared_comments, codes(reading)[:1]) == (2, ["comments-inferred"])


def test_more_lines_than_comments() -> None:
    _, post = read_one(
        f"{BODY}3 comments:\nI counted:\n1. fourteen above\n2. twenty below\nNever.\nSee\nhttp://example.org/\n"
        "Post a Comment\n"
    )
    assert [text for *_, text in tree(post)] == [
        "I counted:\n\n1. fourteen above\n2. twenty below",
        "Never.",
        "See\n\nhttp://example.org/",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}3 comments:\nis what the paper said.\n",
        f"{BODY}\nMay 12, 2012 at 7:03 am\n\nOnly one date.\n",
        f"{BODY}\nMay 12, 2012 at 7:03 am\nMay 13, 2012 at 7:03 am\nDates.\n",
        "2 comments:\nOne.\nTwo.\n",
        f"A title\n{BODY}1 comment:\nAnother title\n{BODY}1 comment:\nNewer Posts\n",
    ],
)
def test_texts_that_hold_no_comments(text: str) -> None:
    assert not any(post.comments for post in read(text.encode()).posts)
