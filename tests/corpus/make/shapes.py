"""Every kind of page that a discussion can be made into, by the name that ``shapes`` in its file uses."""

from collections.abc import Callable

from .blogger_page import dated, page, pager, post_outer, sidebar
from .blogger_threaded import threaded_comments
from .discussion import Blog, Post

Shape = Callable[[Blog], str]


def _threaded(blog: Blog) -> str:
    post = blog.posts[0]
    return _single(blog, post, threaded_comments(blog, post))


def _single(blog: Blog, post: Post, comments: str) -> str:
    """A page of one post."""
    body = dated(blog, post_outer(blog, post, comments), post)
    main = f"<div class='blog-posts hfeed'>\n{body}</div>\n{pager(blog, post)}"
    title = blog.title if post.title is None else f"{blog.title}: {post.title}"
    return page(blog, title, blog.url(post), main, sidebar(blog))


SHAPES: dict[str, Shape] = {
    "threaded": _threaded,
}
