"""Blogger's threaded comments after its script has drawn them anew, as a browser saves them: ids ``bc_0_*``."""

from itertools import count

from .blogger_threaded import BLANK, ROUND, content, linked_author, permalink
from .discussion import Blog, Comment, Post


def scripted_comments(blog: Blog, post: Post) -> str:
    """``div#comments``; the comment's own id is that of ``div.comment-block``."""
    words = blog.language
    numbers = count()
    items = "".join(_item(blog, post, place, numbers) for place, row in enumerate(post.comments) if row.parent is None)
    last = next(numbers)
    return (
        f'<div class="comments" id="comments">\n<a name="comments"></a>\n<h4>{blog.heading(post)}</h4>\n'
        '<div class="comments-content">\n<div id="comment-holder">'
        f'<div id="bc_0_{last}C" kind="c"><div id="bc_0_{last}CT"><div id="bc_0_{last}T" class="comment-thread"'
        f' kind="r" t="0" u="0"><ol id="bc_0_{last}TB">{items}</ol><div style="display: none;" id="bc_0_{last}I"'
        f' class="continue" kind="ci"><a href="javascript:;" target="_self">{words.add}</a></div>'
        f'<div id="bc_0_{last}T_box" class="comment-replybox-thread"></div><div id="bc_0_{last}L"'
        f' class="loadmore loaded" kind="rb"><a href="javascript:;" target="_self">{words.more}</a></div></div></div>'
        '</div></div>\n</div>\n<p class="comment-footer"></p>\n</div>\n'
    )


def _item(blog: Blog, post: Post, place: int, numbers: "count[int]") -> str:
    """The script numbers replies before the comment that they stand under."""
    comment = post.comments[place]
    replies = [at for at, row in enumerate(post.comments) if row.parent == place]
    inner = _replies(blog, "".join(_item(blog, post, at, numbers) for at in replies), numbers) if replies else ""
    name = f"bc_0_{next(numbers)}"
    avatar = BLANK if comment.kind == "anonymous" else ROUND
    return (
        f'<li id="{name}B" class="comment" kind="b"><div class="avatar-image-container"><img src="{avatar}" alt="">'
        "</div>"
        f'<div id="c{comment.ident}" class="comment-block">{_header(blog, post, comment, name)}'
        f'<p id="{name}MC" class="comment-content">{content(blog, comment).replace("<br />", "<br>")}</p>'
        f'{_actions(blog, comment, name)}</div><div id="{name}BR" class="comment-replies">{inner}</div>'
        f'<div id="{name}B_box" class="comment-replybox-single"></div></li>'
    )


def _header(blog: Blog, post: Post, comment: Comment, name: str) -> str:
    owner = " blog-author" if comment.kind == "owner" else ""
    shown = blog.written(comment)
    return (
        f'<div id="{name}M" class="comment-header" kind="m"><cite class="user{owner}">{linked_author(comment)}</cite>'
        f'<span class="icon user{owner}"></span><span class="datetime secondary-text"><a rel="nofollow"'
        f' href="{permalink(blog, post, comment)}">{shown}</a></span></div>'
    )


def _actions(blog: Blog, comment: Comment, name: str) -> str:
    words = blog.language
    reply = "" if comment.depth else f'<a kind="i" href="javascript:;" target="_self" o="r">{words.reply}</a>'
    delete = f"https://www.blogger.com/delete-comment.g?blogID={blog.ident}&amp;postID={comment.ident}"
    return (
        f'<span id="{name}MN" class="comment-actions secondary-text" kind="m">{reply}<span class="item-control'
        f' blog-admin"><a o="d" target="_self" href="{delete}">{words.delete}</a></span></span>'
    )


def _replies(blog: Blog, items: str, numbers: "count[int]") -> str:
    words = blog.language
    name = f"bc_0_{next(numbers)}"
    return (
        f'<span id="{name}b+seed" kind="d"><div id="{name}T" class="comment-thread inline-thread" kind="t" t="0" u="0">'
        f'<span id="{name}TT" class="thread-toggle thread-expanded" kind="g"><span id="{name}TA" class="thread-arrow">'
        f'</span><span id="{name}TN" class="thread-count"><span id="{name}TNT" style="display: none;"></span>'
        f'<a href="javascript:;" target="_self">{words.replies}</a><div id="{name}TD" class="thread-dropContainer'
        f' thread-expanded"><span class="thread-drop"></span></div></span></span><ol id="{name}TC"'
        f' class="thread-chrome thread-expanded"><div>{items}</div><div id="{name}I" class="continue" kind="ci">'
        f'<a href="javascript:;" target="_self">{words.reply}</a></div></ol></div></span>'
    )
