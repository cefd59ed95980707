"""Every kind of page that a discussion can be made into, by the name that ``shapes`` in its file uses.

A shape shows less than what was written: flat comments have no parents, an archive has no comments. ``seen`` says what
is left, and the other functions how the page tells a comment's id, address and time.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from . import schema_org, wordpress
from .blogger_archive import archive_page
from .blogger_contempo import contempo_flat, contempo_page, contempo_threaded
from .blogger_flat import classic_comments, classic_stamp, flat_comments, indented_comments
from .blogger_magazine import magazine_comments
from .blogger_mobile import mobile_page
from .blogger_page import dated, page, pager, post_outer, sidebar
from .blogger_scripted import scripted_comments
from .blogger_threaded import permalink, threaded_comments
from .discussion import Blog, Comment, Post


def _written(blog: Blog, comment: Comment) -> str:
    return blog.written(comment)


def _exact(_: Blog, comment: Comment) -> str | None:
    return comment.at.isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of page."""

    render: Callable[[Blog], str]
    seen: Callable[[Blog], Blog] = lambda blog: blog
    """What of the discussion the page shows."""
    stamp: Callable[[Blog, Comment], str] = _written
    """A comment's time as the page writes it."""
    instant: Callable[[Blog, Comment], str | None] = _exact
    """The instant that the page's markup gives; None: it gives none."""
    ident: Callable[[Comment], str] = lambda comment: comment.ident
    """A comment's id as it stands in the page."""
    link: Callable[[Blog, Post, Comment], str | None] = permalink
    """A comment's own address; None: the page gives none."""
    times: bool = True
    """Whether the page says when a post was published."""


def _single(comments: Callable[[Blog, Post], str]) -> Callable[[Blog], str]:
    """A page of the first post with ``comments`` below it."""

    def render(blog: Blog) -> str:
        post = blog.posts[0]
        body = dated(blog, post_outer(blog, post, comments(blog, post)), post)
        return _around(blog, f"<div class='blog-posts hfeed'>\n{body}</div>\n{pager(blog, post)}")

    return render


def _commented_page(blog: Blog) -> str:
    post = blog.posts[0]
    comments = threaded_comments(blog, post, lambda *_: blog.url(post))
    body = f"<div class='blog-posts hfeed'>\n{post_outer(blog, post, comments, dateless=True)}</div>\n"
    return _around(blog, body)


def _static(blog: Blog) -> str:
    body = f"<div class='blog-posts hfeed'>\n{post_outer(blog, blog.posts[0], '', dateless=True)}</div>\n"
    return _around(blog, body)


def _around(blog: Blog, main: str) -> str:
    post = blog.posts[0]
    title = blog.title if post.title is None else f"{blog.title}: {post.title}"
    return page(blog, title, blog.url(post), main, sidebar(blog))


def _first(blog: Blog) -> Blog:
    return replace(blog, posts=blog.posts[:1])


def _flattened(blog: Blog) -> Blog:
    """All comments under the post, by time."""
    post = blog.posts[0]
    comments = sorted(post.comments, key=lambda comment: comment.at)
    flat = tuple(replace(comment, depth=0, parent=None) for comment in comments)
    return replace(blog, posts=(replace(post, comments=flat),))


def _bare(blog: Blog) -> Blog:
    post = replace(blog.posts[0], comments=(), declared=None)
    return replace(blog, posts=(post,))


def _counted(blog: Blog) -> Blog:
    return replace(blog, posts=tuple(replace(post, comments=()) for post in blog.posts))


def _wordpress(render: Callable[[Blog], str], instant: Callable[[Blog, Comment], str | None]) -> Shape:
    return Shape(render, _first, wordpress.stamp, instant, wordpress.number, wordpress.link)


def _no_instant(_: Blog, __: Comment) -> str | None:
    return None


def _second(blog: Blog, comment: Comment) -> str | None:
    return blog.local(comment.at).isoformat(timespec="seconds")


def _second_utc(_: Blog, comment: Comment) -> str | None:
    return schema_org.moment(comment)


SHAPES: dict[str, Shape] = {
    "threaded": Shape(_single(threaded_comments), _first),
    "scripted": Shape(_single(scripted_comments), _first),
    "mobile": Shape(mobile_page, _first),
    "flat": Shape(_single(flat_comments), _flattened),
    "indented": Shape(_single(indented_comments), _flattened),
    "magazine": Shape(_single(magazine_comments), _flattened),
    "classic": Shape(
        _single(classic_comments),
        _flattened,
        stamp=lambda blog, comment: classic_stamp(blog, blog.local(comment.at)),
        instant=_no_instant,
        link=lambda blog, post, comment: f"{blog.url(post)}#c{comment.ident}",
    ),
    "static": Shape(_static, _bare, times=False),
    "page": Shape(_commented_page, _first, instant=_no_instant, link=lambda *_: None, times=False),
    "contempo": Shape(contempo_page(contempo_threaded), _first),
    "contempo-flat": Shape(contempo_page(contempo_flat), _flattened),
    "archive": Shape(archive_page, _counted),
    "wordpress-list": _wordpress(wordpress.listed, _no_instant),
    "wordpress-article": _wordpress(wordpress.articled, _second),
    "wordpress-div": _wordpress(wordpress.divided, _no_instant),
    "microdata": Shape(schema_org.microdata_page, _first, instant=_second_utc, link=schema_org.link),
    "linked-data": Shape(schema_org.linked_data_page, _first, instant=_second_utc, link=schema_org.link),
}
