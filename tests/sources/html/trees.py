"""What the tests of pages compare: a reading as plain values, the same from both engines."""

from probreader.domain.post import Comment, Post
from probreader.domain.thread import shape_of
from probreader.sources.html.dom import Engine
from probreader.sources.html.reading import read_page
from probreader.sources.parsed import Parsed


def read_both(page: str, shape: str) -> Parsed:
    """What ``page`` holds; both engines must agree, and both must see the page as of ``shape``."""
    readings = [read_page(page, engine) for engine in Engine]
    assert readings[0] == readings[1]
    assert readings[0] is not None
    assert readings[0][0] == shape
    return readings[0][1]


def the_post(page: str, shape: str) -> Post:
    """The only post of ``page``."""
    (post,) = read_both(page, shape).posts
    return post


def rows(post: Post) -> list[tuple[int, str, str | None, str | None, str]]:
    """Each comment's depth (from 1), id, author, time and text."""
    depths = shape_of(post.comments).depths
    return [(depth, *_row(comment)) for depth, comment in zip(depths, post.comments, strict=True)]


def _row(comment: Comment) -> tuple[str, str | None, str | None, str]:
    author = comment.author.name if comment.author else None
    return comment.id, author, comment.published.iso if comment.published else None, comment.body.text


def codes(parsed: Parsed) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in parsed.problems]
