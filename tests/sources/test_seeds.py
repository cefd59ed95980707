"""What the five documents hold, said in so many words."""

from functools import cache
from pathlib import Path

import pytest

from probreader.domain.post import Author, Certainty, Post
from probreader.domain.prose import SpanKind
from probreader.domain.thread import shape_of
from probreader.sources import Reading, read

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def reading(number: str) -> Reading:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return read(path.read_bytes())


def only_post(number: str) -> Post:
    (post,) = reading(number).posts
    return post


def levels(post: Post) -> tuple[int, int]:
    """How many comments answer the post, and how many answer a comment."""
    top = sum(comment.parent is None for comment in post.comments)
    return top, len(post.comments) - top


@pytest.mark.parametrize(
    ("number", "shape"),
    [
        ("000", "blogger-text"),
        ("001", "archive-text"),
        ("002", "archive-text"),
        ("003", "extracted-text"),
        ("004", "blogger-text"),
    ],
)
def test_shapes_are_recognised(number: str, shape: str) -> None:
    assert reading(number).shape == shape
    assert reading(number).problems == ()
    assert reading(number).readable


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_name_of_the_file_does_not_matter(number: str) -> None:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    assert read(path.read_bytes(), "003_other.html") == reading(number)


def test_latest_from_probation_hq() -> None:
    post = only_post("000")
    assert (post.title, post.title_inferred) == ("Latest From Probation HQ", False)
    assert post.published is not None
    assert (post.published.iso, post.published.raw) == ("2021-02-25", "Thursday 25 February 2021")
    assert post.declared_comments == 19
    assert levels(post) == (10, 9)
    assert post.comments[-1].body.text == "@12:57 will be an interesting read."


def test_new_look_probation() -> None:
    post = only_post("004")
    assert (post.title, post.title_inferred) == ("New Look Probation", False)
    assert post.published is not None
    assert post.published.iso == "2019-05-19"
    assert post.declared_comments == 17
    assert levels(post) == (11, 6)
    assert set(shape_of(post.comments).depths) == {1, 2}
    assert {comment.certainty for comment in post.comments} == {Certainty.STATED}


def test_the_one_author_of_new_look_probation() -> None:
    top = [comment for comment in only_post("004").comments if comment.parent is None]
    eighth = top[7]
    assert eighth.author == Author("Probation Officer")
    assert eighth.published is not None
    assert (eighth.published.iso, eighth.published.raw) == ("2019-05-19T10:45", "19 May 2019 at 10:45")
    assert eighth.body.text.startswith("The devil is in the detail")
    assert all(comment.author is None for comment in only_post("004").comments if comment is not eighth)


def test_a_reply_of_numbered_paragraphs_is_one_reply() -> None:
    post = only_post("004")
    (reply,) = [comment for comment in post.comments if comment.body.text.startswith("641. In our judgment")]
    lines = reply.body.text.split("\n")
    assert [line.split()[0] for line in lines] == ["641.", "642.", "643."]
    assert reply.parent == [comment.id for comment in post.comments if comment.parent is None][8]


def test_clinks() -> None:
    post = only_post("003")
    assert post.title == "As the official MoJ cheer-leader for the Third Sector, what Clinks have to say…"
    assert post.title_inferred
    assert post.published is None
    assert post.declared_comments is None
    assert levels(post) == (6, 8)
    (section,) = post.sections
    assert section.body.text.endswith("\nClinks")
    assert post.comments[0].body.text.startswith("Sounds like Clinks have filled the vacuum")


def test_replies_of_the_extracted_text_are_inferred() -> None:
    for comment in only_post("003").comments:
        assert comment.certainty == (Certainty.STATED if comment.parent is None else Certainty.INFERRED)


def test_the_posts_labelled_po() -> None:
    posts = reading("001").posts
    dates = ["2023-01-17", "2021-03-08", "2019-03-11", "2018-10-04", "2017-05-06", "2016-07-10"]
    assert [post.published.iso for post in posts if post.published] == dates
    assert all(post.labels == ("PO",) for post in posts)
    assert posts[-1].title == "Pick of the Week 9"
    assert len(posts[-1].sections) == 54


def test_the_posts_of_october_2020() -> None:
    posts = reading("002").posts
    assert len(posts) == 10
    assert posts[0].published is not None
    assert posts[-1].published is not None
    assert (posts[0].published.iso, posts[-1].published.iso) == ("2020-10-31", "2020-10-17")
    assert posts[0].title == "Something's Got To Change"
    assert len(posts[0].sections) == 7


def test_criss_cross_is_a_heading_inside_a_post() -> None:
    (post,) = [post for post in reading("002").posts if post.title == "At Odds With The Evidence"]
    body = post.sections[0].body
    headings = [body.text[span.start : span.end] for span in body.spans if span.kind is SpanKind.HEADING]
    assert "Criss Cross" in headings
    assert all(section.heading is None for section in post.sections)


def test_ids_are_distinct_and_do_not_change() -> None:
    ids = []
    for number in ("000", "001", "002", "003", "004"):
        for post in reading(number).posts:
            ids += [post.id, *(section.id for section in post.sections), *(comment.id for comment in post.comments)]
    assert len(ids) == len(set(ids))
    (path,) = SEEDS.glob("000_*.txt")
    assert read(path.read_bytes()) == reading("000")
