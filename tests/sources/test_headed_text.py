"""Comments below headers: flat Blogger pages, WordPress, and what a converter left of them."""

import pytest

from probreader.domain.post import Certainty, Post
from probreader.sources import Reading, read

TOP = "Monday, June 6, 2005\n\nThe Title\n\nThe body of it.\n\n"


def rows(post: Post) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            comment.author.name if comment.author else None,
            comment.published.iso if comment.published else None,
            comment.body.text,
        )
        for comment in post.comments
    ]


def parents(post: Post) -> list[int | None]:
    positions = {comment.id: position for position, comment in enumerate(post.comments)}
    return [None if comment.parent is None else positions[comment.parent] for comment in post.comments]


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_a_flat_page() -> None:
    reading = read(
        f"{TOP}2 comments:\n\nAda Finch said...\n\nBob said...\n\nso I did not.\n\nJune 6, 2005 at 9:46 AM\n"
        "Bob said...\nThis comment has been removed by the author.\nJune 7, 2005 at 7:40 AM\n\n"
        "Post a Comment\n".encode()
    )
    assert (reading.shape, codes(reading)) == ("blogger-text", [])
    (post,) = reading.posts
    assert rows(post) == [
        ("Ada Finch", "2005-06-06T09:46", "Bob said...\n\nso I did not."),
        ("Bob", "2005-06-07T07:40", "This comment has been removed by the author."),
    ]
    assert (post.title, post.declared_comments) == ("The Title", 2)
    assert [comment.removed for comment in post.comments] == [False, True]
    assert all(comment.certainty is Certainty.STATED for comment in post.comments)


def test_a_flat_page_without_dates() -> None:
    reading = read(f"{TOP}3 comments:\n\nAda said...\n\nOne.\n\nBob said...\nTwo.\n".encode())
    assert rows(reading.posts[0]) == [("Ada", None, "One."), ("Bob", None, "Two.")]
    assert codes(reading) == ["comments-missing"]


@pytest.mark.parametrize(
    ("heading", "said", "date", "iso"),
    [
        ("3 comentarios:", "Fermín G. 61 dijo...", "25 de julio de 2010, 9:05", "2010-07-25T09:05"),
        ("3 commentaires :", "Colombe a dit…", "28/01/08 22:30", "2008-01-28T22:30"),
        ("3 Kommentare:", "Anonym hat gesagt…", "6. Juni 2015 um 10:23", "2015-06-06T10:23"),
        ("3 comments:", "Sparks said...", "4:05 PM", "T16:05"),
    ],
)
def test_languages_and_forms_of_dates(heading: str, said: str, date: str, iso: str) -> None:
    reading = read((f"Title\n\nBody.\n\n{heading}\n\n" + f"{said}\n\nText.\n\n{date}\n" * 3).encode())
    assert [published for _, published, _ in rows(reading.posts[0])] == [iso] * 3
    assert codes(reading) == []


WORDPRESS = """\
Ash and Glaze

Why did it crack?

Posted on Saturday, 8 July 2017 by Rosalind Marr

Opened the kiln at noon.

Tagged kiln, cracks

4 thoughts on “Why did it crack?”

  1. Dov says:
    July 8, 2017 at 9:02 pm

    Dunting. Two reasons:

    1. cold air
    2. quartz

    Reply
    1. Rosalind Marr says:
      July 8, 2017 at 9:30 pm

      Reply

      Reply
      1. Dov says:
        July 8, 2017 at 9:41 pm

        Ten minutes is plenty.

        Reply
  2. Pingback: Tips for potters
  3. Agnes says:
    July 10, 2017 at 12:11 pm

    Then you know.

    Reply

Leave a Reply
"""


def test_wordpress() -> None:
    reading = read(WORDPRESS.encode())
    assert (reading.shape, codes(reading)) == ("wordpress-text", ["pingbacks", "page-text"])
    (post,) = reading.posts
    assert (post.title, post.labels, post.declared_comments) == ("Why did it crack?", ("kiln", "cracks"), 4)
    assert post.author is not None
    assert post.author.name == "Rosalind Marr"
    assert post.published is not None
    assert post.published.iso == "2017-07-08"
    assert [section.body.text for section in post.sections] == ["Opened the kiln at noon."]
    assert rows(post) == [
        ("Dov", "2017-07-08T21:02", "Dunting. Two reasons:\n\n1. cold air\n2. quartz"),
        ("Rosalind Marr", "2017-07-08T21:30", "Reply"),
        ("Dov", "2017-07-08T21:41", "Ten minutes is plenty."),
        ("Agnes", "2017-07-10T12:11", "Then you know."),
    ]
    assert parents(post) == [None, 0, 1, None]


def test_bullets_nest_as_numbers_do() -> None:
    post = read(WORDPRESS.replace("    1. Rosalind", "    • Rosalind").encode()).posts[0]
    assert parents(post) == [None, 0, 1, None]


def test_without_lists_nothing_tells_who_answers_whom() -> None:
    lines = (line.lstrip().removeprefix("1. ").removeprefix("3. ") for line in WORDPRESS.split("\n"))
    text = "\n".join(line for line in lines if "Pingback" not in line)
    reading = read(text.encode())
    assert parents(reading.posts[0]) == [None] * 4
    assert {comment.certainty for comment in reading.posts[0].comments} == {Certainty.INFERRED}
    assert "nesting-unknown" in codes(reading)


def test_numbers_and_depth_alone() -> None:
    reading = read(
        b"Title\n\nBody.\n\n9 Responses to Title\n\n  1. Top. Two reasons:\n\n    1. cold air\n    2. quartz\n\n"
        b"        1. Deep below what is missing.\n\n  2. Other.\n\n    1. Its answer.\n\nLeave a Reply\n"
    )
    assert (reading.shape, codes(reading)) == ("wordpress-text", ["parent-missing", "comments-missing"])
    (post,) = reading.posts
    top, absent, _, _, _ = post.comments
    assert top.body.text == "Top. Two reasons:\n\n1. cold air\n2. quartz"
    assert absent.placeholder
    assert parents(post) == [None, 0, 1, None, 3]
