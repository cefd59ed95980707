"""Random threads, written as pages, feeds and exports, and read back exactly."""

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from probreader.domain.post import Certainty, Post
from probreader.sources import read

from . import discussions as written
from .discussions import Discussion

Writer = Callable[[Discussion], str]

DEEP: dict[str, tuple[Writer, int]] = {
    "blogger-html": (written.blogger_page, 2),
    "wordpress-html": (written.wordpress_page, 10),
    "schema-html": (written.microdata_page, 50),
    "json-ld": (written.json_ld_page, 50),
    "atom": (written.atom_feed, 50),
    "blogger-export": (written.blogger_export, 2),
    "wordpress-export": (written.wordpress_export, 10),
}
SHAPE = {"json-ld": "schema-html"}


def check(post: Post, discussion: Discussion) -> None:
    assert post.title == discussion.title
    assert [section.body.text for section in post.sections] == ["What is to be done about it?"]
    check_comments(post, discussion)


def check_comments(post: Post, discussion: Discussion) -> None:
    position = {comment.id: index for index, comment in enumerate(post.comments)}
    assert len(position) == len(post.comments)
    found = [
        (
            None if comment.parent is None else position[comment.parent],
            comment.author and comment.author.name,
            comment.published and datetime.fromisoformat(comment.published.iso),
            comment.body.text,
            comment.certainty,
        )
        for comment in post.comments
    ]
    assert found == [(c.parent, c.author, c.at, c.plain, Certainty.STATED) for c in discussion.comments]


@pytest.mark.parametrize("name", DEEP)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_random_threads(name: str, data: st.DataObject) -> None:
    writer, deepest = DEEP[name]
    discussion = data.draw(written.discussions(deepest))
    reading = read(writer(discussion).encode())
    assert reading.shape == SHAPE.get(name, name)
    assert [problem.code for problem in reading.problems] == []
    (post,) = reading.posts
    check(post, discussion)


@pytest.mark.parametrize("name", [name for name, (_, deepest) in DEEP.items() if deepest > 2])
@settings(max_examples=5, deadline=None)
@given(st.data())
def test_chains(name: str, data: st.DataObject) -> None:
    writer, deepest = DEEP[name]
    discussion = data.draw(written.deep_discussions(deepest))
    (post,) = read(writer(discussion).encode()).posts
    check(post, discussion)


@settings(deadline=None)
@given(written.discussions(1))
def test_flat_blogger_page(discussion: Discussion) -> None:
    reading = read(written.flat_blogger_page(discussion).encode())
    assert reading.shape == "blogger-html"
    (post,) = reading.posts
    check(post, discussion)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(written.discussions(50).filter(lambda discussion: discussion.comments))
def test_disqus_export(discussion: Discussion) -> None:
    """Disqus holds no post's text, and a thread without a comment is no discussion."""
    reading = read(written.disqus_export(discussion).encode())
    assert (reading.shape, reading.problems) == ("disqus-export", ())
    (post,) = reading.posts
    assert (post.title, post.sections) == (discussion.title, ())
    check_comments(post, discussion)


@settings(deadline=None)
@given(written.discussions(10).filter(lambda discussion: discussion.comments))
def test_wordpress_json(discussion: Discussion) -> None:
    reading = read(written.wordpress_json(discussion).encode())
    assert reading.shape == "wordpress-json"
    (post,) = reading.posts
    check_comments(post, discussion)
