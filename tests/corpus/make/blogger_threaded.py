"""Blogger's threaded comments as the server sends them (2012 to today): ``li.comment#c<id>`` in ``ol#top-ra``."""

from collections.abc import Callable

from .discussion import Blog, Comment, Post, digits
from .inline import broken, quoted

BLANK = "//resources.blogblog.com/img/blank.gif"
ROUND = "//www.blogger.com/img/blogger_logo_round_35.png"


Link = Callable[[Blog, Post, Comment], str]
"""Where a comment's date leads."""


def permalink(blog: Blog, post: Post, comment: Comment) -> str:
    """The comment's own address, which holds its exact instant."""
    return f"{blog.url(post)}?showComment={comment.milliseconds}#c{comment.ident}"


def threaded_comments(blog: Blog, post: Post, link: Link = permalink) -> str:
    """``div#comments`` with everything in it."""
    return (
        "<div class='comments' id='comments'>\n<a name='comments'></a>\n"
        f"<h4>{quoted(blog.heading(post))}</h4>\n"
        + (f"<div class='comments-content'>\n{_script()}{holder(blog, post, link)}</div>\n" if post.comments else "")
        + f"<p class='comment-footer'>\n{form(blog, post)}</p>\n</div>\n"
    )


def form(blog: Blog, post: Post) -> str:
    """The frame in which a comment is written, empty without scripts."""
    return (
        "<div class='comment-form'>\n<a name='comment-form'></a>\n"
        f"<h4 id='comment-post-message'>{blog.language.post_comment}</h4>\n<p>\n</p>\n"
        f"<a href='https://www.blogger.com/comment/frame/{blog.ident}?po={post.ident}&hl={blog.tag}'"
        " id='comment-editor-src'></a>\n<iframe allowtransparency='true' class='blogger-iframe-colorize"
        " blogger-comment-from-post' frameborder='0' height='410px' id='comment-editor' name='comment-editor' src=''"
        " width='100%'></iframe>\n</div>\n"
    )


def _script() -> str:
    return (
        "<script type='text/javascript'>\n(function() {\n  var items = null;\n  var config = {'maxDepth': 2};\n"
        "// <![CDATA[\n  var deleted = '<span class=\"deleted-comment\">';\n// ]]>\n})();\n</script>\n"
    )


def holder(blog: Blog, post: Post, link: Link) -> str:
    """``div#comment-holder``: the threads, and what stands below them."""
    words = blog.language
    return (
        "<div id='comment-holder'>\n"
        f'<div class="comment-thread toplevel-thread"><ol id="top-ra">{_items(blog, post, None, link)}</ol>'
        f'<div id="top-continue" class="continue"><a class="comment-reply" target="_self">{words.add}</a></div>'
        '<div class="comment-replybox-thread" id="top-ce"></div>'
        f'<div class="loadmore{"" if blog.paged(post) else " hidden"}" data-post-id="{post.ident}"><a'
        f' target="_self">{words.more}</a></div></div>\n'
        "</div>\n"
    )


def _items(blog: Blog, post: Post, parent: int | None, link: Link) -> str:
    """The comments under ``parent``; Blogger nests two levels, so this goes no deeper."""
    found = [(place, comment) for place, comment in enumerate(post.comments) if comment.parent == parent]
    return "".join(_item(blog, post, place, comment, link) for place, comment in found)


def _item(blog: Blog, post: Post, place: int, comment: Comment, link: Link) -> str:
    name = f"c{comment.ident}"
    return (
        f'<li class="comment" id="{name}"><div class="avatar-image-container">'
        f'<img src="{BLANK if comment.kind == "anonymous" else ROUND}" alt=""/></div>'
        f'<div class="comment-block">{_header(blog, comment, link(blog, post, comment))}'
        f'<p class="comment-content">{content(blog, comment)}</p>{_actions(blog, comment)}</div>'
        f'<div class="comment-replies">{_replies(blog, comment, _items(blog, post, place, link))}</div>'
        f'<div class="comment-replybox-single" id="{name}-ce"></div></li>'
    )


def _header(blog: Blog, comment: Comment, link: str) -> str:
    return (
        f'<div class="comment-header"><cite class="user">{linked_author(comment)}</cite>'
        f'<span class="icon user {"blog-author" if comment.kind == "owner" else ""}"></span>'
        f'<span class="datetime secondary-text"><a rel="nofollow" href="{link}">{blog.written(comment)}</a></span>'
        "</div>"
    )


def _actions(blog: Blog, comment: Comment) -> str:
    words = blog.language
    delete = f"https://www.blogger.com/delete-comment.g?blogID={blog.ident}&amp;postID={comment.ident}"
    return (
        '<span class="comment-actions secondary-text">'
        + ("" if comment.depth else _reply_link(comment, words.reply))
        + f'<span class="item-control blog-admin blog-admin pid-{digits(comment.author)[:10]}">'
        f'<a target="_self" href="{delete}">{words.delete}</a></span></span>'
    )


def _reply_link(comment: Comment, word: str) -> str:
    return f'<a class="comment-reply" target="_self" data-comment-id="{comment.ident}">{word}</a>'


def _replies(blog: Blog, comment: Comment, items: str) -> str:
    name = f"c{comment.ident}"
    return (
        f'<div id="{name}-rt" class="comment-thread inline-thread{"" if items else " hidden"}">'
        '<span class="thread-toggle thread-expanded"><span class="thread-arrow"></span><span class="thread-count">'
        f'<a target="_self">{blog.language.replies}</a></span></span>'
        f'<ol id="{name}-ra" class="thread-chrome thread-expanded"><div>{items}</div>'
        f'<div id="{name}-continue" class="continue">{_reply_link(comment, blog.language.reply)}</div></ol></div>'
    )


def content(blog: Blog, comment: Comment) -> str:
    """The comment's text as HTML."""
    words = blog.language
    if comment.removed is None:
        return broken(comment.markup)
    text = words.removed_author if comment.removed == "author" else words.removed_admin
    return f'<span class="deleted-comment">{quoted(text)}</span>'


def linked_author(comment: Comment) -> str:
    """The author's name, linked to a profile or a web page where there is one."""
    name = quoted(comment.author)
    if comment.kind == "anonymous":
        return name
    if comment.kind == "site":
        return f'<a href="https://www.example.org/{digits(comment.author)[:6]}" rel="nofollow">{name}</a>'
    return f'<a href="https://www.blogger.com/profile/{digits("profile", comment.author)}" rel="nofollow">{name}</a>'
