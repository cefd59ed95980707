"""The comments of a family of other people's Blogger themes (2010 to 2014): ``div.comment_wrap`` after another."""

from .blogger_flat import paging
from .blogger_threaded import BLANK, content, form, linked_author, permalink
from .discussion import Blog, Comment, Post


def magazine_comments(blog: Blog, post: Post) -> str:
    """``div#comments``; the heading has no colon, and nothing at all stands there without comments."""
    heading = f"<h4>\n{blog.heading(post).removesuffix(':')}\n</h4>\n" if post.comments else ""
    items = "".join(_item(blog, post, comment) for comment in post.comments)
    return (
        f"<div class='comments' id='comments'>\n<a name='comments'></a>\n{heading}{paging(blog, post)}"
        f"<div class='clear'></div>\n<div id='comment_block'>\n{items}</div>\n<div class='clear'></div>\n"
        f"<div class='comment_form'>\n{form(blog, post)}</div>\n</div>\n"
    )


def _item(blog: Blog, post: Post, comment: Comment) -> str:
    name = f"c{comment.ident}"
    owner = comment.kind == "owner"
    flag = " <span class='comment_author_flag'>Author</span>" if owner else ""
    return (
        f"<div class='comment_wrap' id='{name}' level='0'>\n<a name='{name}'></a>\n"
        f"<div class='comment_inner{' comment_admin' if owner else ''}'>\n<div class='comment_header'>\n"
        f"<div class='comment_avatar'>\n<img src='{BLANK}' width='35' height='35' alt=''/>\n</div>\n"
        f"<div class='comment_name'>\n{linked_author(comment)}{flag}\n</div>\n<div class='comment_service'>\n"
        f"<a href='{permalink(blog, post, comment)}' rel='nofollow' title='permalink'>"
        f"<span class='comment_date'>{blog.written(comment)}</span></a>\n</div>\n<div class='clear'></div>\n</div>\n"
        f"<div class='comment_body'>\n{_body(blog, comment)}</div>\n<div class='clear'></div>\n</div>\n"
        f"<div class='clear'></div>\n<div class='comment_child'></div>\n<a name='r_{name}'></a>\n"
        f"<div class='comment_reply_form' id='r_f_{name}'></div>\n</div>\n"
    )


def _body(blog: Blog, comment: Comment) -> str:
    text = content(blog, comment)
    if comment.removed:
        return f"{text}\n"
    return f"<p>{text}</p>\n<a class='comment_reply' href='#r_c{comment.ident}'>{blog.language.reply}</a>\n"
