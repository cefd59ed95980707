"""WordPress's lists of comments in text: numbers or bullets, names and dates that are there or not."""

import pytest

from probreader.domain.post import Certainty
from probreader.sources import read

from .dumps.trees import Line, codes, read_one, tree

HEAD = "The Landing\n\nThe ferry is closed.\n\n"
NAMED = (
    "3 thoughts on “The Landing”\n\n"
    "  1. Pingback: Reeds » Links for the week\n"
    "  2. Ada Finch says:\n    May 12, 2012 at 7:03 am\n\n    I crossed there.\n\n"
    "    LikeLiked by 1 person\n\n    Reply\n"
    "    1. Tam says:\n      May 12, 2012 at 1:16 pm\n\n      What years?\n\n"
    "      1. the first\n\n      2. the last\n\n      Reply\n"
    "      • Ada Finch says:\n        May 12, 2012 at 9:29 pm\n\n        All of them.\n\n        Reply ↓\n"
    "  3. B. says:\n    May 13, 2012 at 7:42 am\n\n    No.\n\n    Reply\n\n"
    "Leave a Reply Cancel reply\n\nYour email address will not be published.\n"
)
TREE: list[Line] = [
    ("Ada Finch", None, "2012-05-12T07:03", "I crossed there."),
    ("Tam", 0, "2012-05-12T13:16", "What years?\n\n1. the first\n\n2. the last"),
    ("Ada Finch", 1, "2012-05-12T21:29", "All of them."),
    ("B.", None, "2012-05-13T07:42", "No."),
]


def test_names_dates_bullets_buttons_and_links() -> None:
    reading, post = read_one(HEAD + NAMED)
    assert reading.shape == "wordpress-text"
    assert tree(post) == TREE
    assert all(comment.certainty is Certainty.STATED for comment in post.comments)
    assert (post.title, post.declared_comments) == ("The Landing", 3)
    assert [section.body.text for section in post.sections] == ["The ferry is closed."]
    assert codes(reading) == ["pingbacks", "page-text"]


def test_a_widget_that_lists_comments_further_down_changes_nothing() -> None:
    _, post = read_one(HEAD + NAMED + "\nRecent Posts\n\nComments\n\n  • B. on The Landing\n  • Tam on Four Boats\n")
    assert tree(post) == TREE


def test_a_word_that_blogger_closes_comments_with_is_a_word() -> None:
    _, post = read_one(
        HEAD + NAMED.replace("What years?", "What years?\n\n      Delete\n\n      That is the question.")
    )
    assert [author for author, *_ in tree(post)] == ["Ada Finch", "Tam", "Ada Finch", "B."]
    assert "\n\nDelete\n\nThat is" in tree(post)[1][3]


@pytest.mark.parametrize(
    "header",
    [
        "Ada says:\n    May 12, 2012 at 7:03 am\n",
        "Ada Says:\n    May 12, 2012 at 7:03 am\n",
        "Ada says\n\n    May 12, 2012 at 7:03 am\n",
        "Ada on May 12, 2012 at 7:03 am said:\n",
        "Ada\n    May 12, 2012 at 7:03 am\n",
        "Ada May 12, 2012 at 7:03 am\n",
    ],
)
def test_headers(header: str) -> None:
    items = f"  1. {header}\n    One.\n\n    Reply\n  2. {header}\n    Two.\n\n    Reply\n"
    _, post = read_one(f"{HEAD}2 Responses to “The Landing”\n\n{items}\nLeave a Reply\n")
    assert tree(post) == [("Ada", None, "2012-05-12T07:03", "One."), ("Ada", None, "2012-05-12T07:03", "Two.")]


def test_names_that_are_lost_from_some_comments() -> None:
    text = (
        "5 Responses to “The Landing”\n\n  1. Ada says:\n\n    One.\n\n  3. Two.\n\n    And more.\n\n"
        "    • Three.\n\n  5. Tam says:\n\n    Four.\n\nLeave a Reply\n"
    )
    reading, post = read_one(HEAD + text)
    assert tree(post) == [
        ("Ada", None, None, "One."),
        (None, None, None, "Two.\n\nAnd more."),
        (None, 1, None, "Three."),
        ("Tam", None, None, "Four."),
    ]
    assert codes(reading) == ["comments-missing"]


def test_nothing_but_links_from_other_sites() -> None:
    text = HEAD + "1 thought on “The Landing”\n\n  1. Pingback: Reeds » Links for the week\n\nLeave a Reply\n"
    reading, post = read_one(text)
    assert (reading.shape, post.comments) == ("wordpress-text", ())


def test_what_stands_below_the_forms_heading_is_the_pages() -> None:
    text = HEAD + "1 comment:\n\n  1. Only me.\n\n    ReplyDelete\n\nPost a Comment\n\nPlease sign your name.\n"
    reading = read(text.encode())
    assert [section.body.text for section in reading.posts[0].sections] == ["The ferry is closed."]
    assert codes(reading) == ["page-text"]
