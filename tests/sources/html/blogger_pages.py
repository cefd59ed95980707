"""Invented Blogger pages for the tests, and what is asked of their readings."""

from probreader.domain.post import Comment, Post
from probreader.sources import Reading, read

ADDRESS = "https://kettle.blogspot.example/2006/06/descaling.html"


def page(body: str, head: str = "", address: str = ADDRESS) -> bytes:
    """A page of an invented blog."""
    return (
        "<!DOCTYPE html><html lang='en'><head><meta content='blogger' name='generator'/>"
        f"<link href='{address}' rel='canonical'/><title>The Kettle Pages: Descaling</title>{head}</head>"
        f"<body>{body}</body></html>"
    ).encode()


def post(comments: str) -> str:
    """A post as the layouts of 2006 and later write it, with ``comments`` below it."""
    return (
        "<div class='blog-posts hfeed'><h2 class='date-header'>Tuesday, June 6, 2006</h2><div class='post hentry'>"
        "<h3 class='post-title entry-title'>Descaling</h3>"
        "<div class='post-body entry-content'><p>Vinegar, or lemons?</p></div></div>"
        f"<div class='comments' id='comments'>{comments}</div></div>"
    )


def only_post(data: bytes) -> Post:
    """The post of a page that has one and is read without a problem."""
    reading = read(data)
    assert reading.shape == "blogger-html"
    assert reading.problems == ()
    assert len(reading.posts) == 1
    return reading.posts[0]


def shape(reading: Reading) -> list[tuple[str | None, int]]:
    """Title and number of comments of every post."""
    return [(post.title, len(post.comments)) for post in reading.posts]


def told(comment: Comment) -> tuple[str, str | None, str | None, str | None, str]:
    """Id, parent, author, time and text of a comment."""
    return (
        comment.id,
        comment.parent,
        comment.author.name if comment.author else None,
        comment.published.iso if comment.published else None,
        comment.body.text,
    )


def told_of(post: Post) -> list[tuple[str, str | None, str | None, str | None, str]]:
    """:func:`told` of every comment."""
    return [told(comment) for comment in post.comments]
