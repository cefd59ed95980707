"""Blogger pages of several posts: a label's, or a month's. Comments are counted, not shown."""

from itertools import groupby

from .blogger_page import dated, page, post_outer, sidebar
from .discussion import Blog, Post
from .inline import quoted


def archive_page(blog: Blog) -> str:
    """All posts, newest first, under their dates."""
    days = groupby(blog.posts, key=lambda post: post.published.date())
    body = "".join(_day(blog, list(posts)) for _, posts in days)
    main = f"<div class='blog-posts hfeed'>\n{_status(blog)}{body}</div>\n{_pager(blog)}"
    first = blog.posts[0].published
    where = f"search/label/{quoted(blog.label)}" if blog.label else f"{first.year}/{first.month:02}/"
    title = f"{blog.title}: {blog.label}" if blog.label else f"{blog.title}: {first.year}-{first.month:02}"
    return page(blog, title, f"https://{blog.host}/{where}", main, sidebar(blog))


def _day(blog: Blog, posts: list[Post]) -> str:
    return dated(blog, "".join(post_outer(blog, post, "", linked=True) for post in posts), posts[0])


def _status(blog: Blog) -> str:
    """What is shown; Blogger writes it twice, the second time to give the shadow its size."""
    if blog.label is None:
        return ""
    words = blog.language
    text = words.showing.replace("{label}", f"<b>{quoted(blog.label)}</b>")
    line = f"{text} <a href='https://{blog.host}/'>{words.show_all}</a>"
    return (
        f"<div class='status-msg-wrap'>\n<div class='status-msg-body'>\n{line}\n</div>\n<div"
        " class='status-msg-border'>\n"
        f"<div class='status-msg-bg'>\n<div class='status-msg-hidden'>{line}</div>\n</div>\n</div>\n</div>\n"
        "<div style='clear: both;'></div>\n"
    )


def _pager(blog: Blog) -> str:
    words = blog.language
    return (
        "<div class='blog-pager' id='blog-pager'>\n<span id='blog-pager-older-link'>\n<a class='blog-pager-older-link'"
        f" href='https://{blog.host}/search?updated-max=2001-01-01' id='Blog1_blog-pager-older-link'>{words.older}"
        "</a>\n"
        f"</span>\n<a class='home-link' href='https://{blog.host}/'>{words.home}</a>\n</div>\n<div class='clear'>"
        "</div>\n"
        f"<div class='blog-feeds'>\n<div class='feed-links'>\n{words.subscribe}\n<a class='feed-link'"
        f" href='https://{blog.host}/feeds/posts/default' target='_blank' type='application/atom+xml'>"
        f"{words.feed}</a>\n</div>\n</div>\n"
    )
