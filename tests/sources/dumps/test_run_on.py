"""Text without line ends between its parts, as ``get_text`` of BeautifulSoup makes it."""

import pytest

from .trees import read_one, tree

PARTS = (
    ("Anonymous", "19 May 2019 at 08:31", "It always has. Ever since the mill.", "Reply", "Delete", "Replies"),
    ("Oda Rush", "19 May 2019 at 09:02", "Since which mill?", "Delete", "Replies", "Reply"),
    ("Lock 7", "19 May 2019 at 09:10", "Reply with a plan, or Delete it, Ada.", "Delete", "Reply"),
    (
        "Lock 7",
        "19 May 2019 at 10:45",
        "That is the second of them, and there is a third.",
        "Reply",
        "Delete",
        "Replies",
    ),
)
TREE = [
    ("Anonymous", None, "2019-05-19T08:31", "It always has. Ever since the mill."),
    ("Oda Rush", 0, "2019-05-19T09:02", "Since which mill?"),
    ("Lock 7", 0, "2019-05-19T09:10", "Reply with a plan, or Delete it, Ada."),
    ("Lock 7", None, "2019-05-19T10:45", "That is the second of them, and there is a third."),
]


@pytest.mark.parametrize("between", ["", " "], ids=["glued", "spaces"])
@pytest.mark.parametrize("end", ["\n", " "], ids=["lines", "one line"])
def test_comments_run_on(between: str, end: str) -> None:
    comments = between.join(between.join(part) for part in PARTS)
    text = (
        f"The Weir{end}Why the weir leaks{end}It leaks at both ends.{end}4 comments:{end}{comments}{between}Reply{end}"
    )
    reading, post = read_one(text + "Add comment\n")
    assert reading.shape == "page-text"
    assert tree(post) == TREE
    assert post.declared_comments == 4


def test_a_long_paragraph_with_a_date_is_no_thread() -> None:
    text = "Words and words. " * 30 + "Ada wrote this on 19 May 2019 at 08:31 and Reply was her word. " * 3
    reading, _ = read_one("Monday, 20 May 2019\n\nTitle\n\n" + text)
    assert reading.shape == "archive-text"
