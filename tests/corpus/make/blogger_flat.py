"""Blogger's flat comments: ``dl#comments-block``, three ages of it. No replies: all stand under the post, by time."""

from datetime import datetime

from .blogger_threaded import content, linked_author, permalink
from .discussion import Blog, Comment, Post, digits
from .inline import quoted


def flat_comments(blog: Blog, post: Post) -> str:
    """The widget template of 2006 to 2010: ``dt.comment-author``, ``dd.comment-body``, ``dd.comment-footer``."""
    items = "".join(
        _title(comment, "") + _said(blog, comment) + _footer(blog, post, comment) for comment in post.comments
    )
    return _block(blog, post, f"<dl id='comments-block'>\n{items}</dl>\n")


def indented_comments(blog: Blog, post: Post) -> str:
    """The same with pictures (2010 to 2012); the owner's words stand in ``dd.blog-author-comment``."""
    items = "".join(
        _title(comment, _avatar(comment)) + _indented(blog, comment) + _footer(blog, post, comment)
        for comment in post.comments
    )
    block = f"<div id='Blog1_comments-block-wrapper'>\n<dl class='avatar-comment-indent' id='comments-block'>\n{items}"
    return _block(blog, post, f"{block}</dl>\n</div>\n")


def classic_comments(blog: Blog, post: Post) -> str:
    """The template of 2004 to 2006, before widgets: ``dt.comment-poster``, no ``showComment``."""
    items = "".join(
        f'      <dt class="comment-poster" id="c{comment.ident}"><a name="c{comment.ident}"></a>\n'
        f"        {linked_author(comment)} {blog.language.said}\n      </dt>\n"
        f'      <dd class="comment-body">\n        <p>{content(blog, comment)}</p>\n      </dd>\n'
        f'      <dd class="comment-timestamp"><a href="#c{comment.ident}" title="comment permalink">'
        f"{classic_stamp(blog, blog.local(comment.at))}</a>\n      </dd>\n"
        for comment in post.comments
    )
    return (
        f'<div id="comments">\n\n  <a name="comments"></a>\n\n  <h4>{len(post.comments)} Comments:</h4>\n'
        f'    <dl id="comments-block">\n{items}    </dl>\n  <p class="comment-timestamp">\n'
        f'    <a class="comment-link" href="https://www.blogger.com/comment.g?blogID={blog.ident}&postID={post.ident}">'
        f'{blog.language.post_comment}</a>\n  </p>\n  <p class="comment-timestamp">\n'
        f'    <a href="https://{blog.host}/">&lt;&lt; {blog.language.home}</a>\n  </p>\n</div>\n'
    )


def classic_stamp(blog: Blog, time: datetime) -> str:
    """``9:46 AM, June 06, 2005``."""
    month = blog.language.months[time.month - 1]
    half = "AM" if time.hour < 12 else "PM"
    return f"{time.hour % 12 or 12}:{time.minute:02} {half}, {month} {time.day:02}, {time.year}"


def _block(blog: Blog, post: Post, block: str) -> str:
    count, _, word = blog.heading(post).partition(" ")
    return (
        f"<div class='comments' id='comments'>\n<a name='comments'></a>\n<h4>\n{count}\n{word}\n        \n"
        f"</h4>\n{block}"
        f"<p class='comment-footer'>\n<a href='https://www.blogger.com/comment.g?blogID={blog.ident}"
        f"&postID={post.ident}' onclick=''>{blog.language.post_comment}</a>\n</p>\n</div>\n"
    )


def paging(blog: Blog, post: Post) -> str:
    """Links to further comments; two hundred go on a page, here as many as the discussion has."""
    if not blog.paged(post):
        return ""
    newer = f"<a class='newer-link' href='{blog.url(post)}?commentPage=2'>Newer›</a>"
    newest = f"<a class='newest-link' href='{blog.url(post)}?commentPage=2'>Newest»</a>"
    return (
        "<span class='paging-control-container'>\n"
        f"1 – {len(post.comments)} of {post.declared}\n&#160;\n{newer}\n&#160;\n{newest}\n</span>\n"
    )


def _title(comment: Comment, avatar: str) -> str:
    owner = "blog-author" if comment.kind == "owner" else ""
    prefix = "comment-" if avatar else "c"
    return (
        f"<dt class='comment-author {owner}' id='{prefix}{comment.ident}'>\n<a name='c{comment.ident}'></a>\n{avatar}"
        f"{linked_author(comment)}\n"
    )


def _avatar(comment: Comment) -> str:
    return (
        '<div class="avatar-image-container avatar-stock"><span dir="ltr"><img src="//img2.blogblog.com/img/blank.gif"'
        f' width="16" height="16" alt="" title="{quoted(comment.author)}">\n\n</span></div>\n'
    )


def _said(blog: Blog, comment: Comment) -> str:
    text = content(blog, comment)
    body = text if comment.removed else f"<p>{text}</p>"
    return f"{blog.language.said}\n</dt>\n<dd class='comment-body'>\n{body}\n</dd>\n"


def _indented(blog: Blog, comment: Comment) -> str:
    kind = "blog-author-comment" if comment.kind == "owner" else "comment-body"
    return (
        f"{blog.language.said}\n</dt>\n<dd class='{kind}' id='Blog1_cmt-{comment.ident}'>\n<p>\n"
        f"{content(blog, comment)}\n</p>\n</dd>\n"
    )


def _footer(blog: Blog, post: Post, comment: Comment) -> str:
    shown = blog.written(comment)
    delete = f"https://www.blogger.com/delete-comment.g?blogID={blog.ident}&postID={comment.ident}"
    return (
        "<dd class='comment-footer'>\n<span class='comment-timestamp'>\n"
        f"<a href='{permalink(blog, post, comment)}' title='comment permalink'>\n{shown}\n</a>\n"
        f"<span class='item-control blog-admin pid-{digits(comment.author)[:10]}'>\n"
        f"<a class='comment-delete' href='{delete}' title='Delete Comment'>\n"
        "<img src='//www.blogger.com/img/icon_delete13.gif'/>\n</a>\n</span>\n</span>\n</dd>\n"
    )
