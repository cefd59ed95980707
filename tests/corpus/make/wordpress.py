"""WordPress pages: the comment lists of three generations of themes, nested as deep as the discussion is."""

import tomllib
from functools import cache
from pathlib import Path

from .discussion import Blog, Comment, Post, digits
from .inline import paragraphs, quoted
from .wordpress_page import page

TABLE = Path(__file__).with_name("wordpress.toml")


@cache
def table() -> dict[str, dict[str, str]]:
    """The words of the themes by language tag."""
    return tomllib.loads(TABLE.read_text("utf-8"))


def number(comment: Comment) -> str:
    """WordPress counts comments; its ids are short."""
    return str(int(comment.ident[:6]))


def link(blog: Blog, post: Post, comment: Comment) -> str:
    """The comment's permalink."""
    return f"{blog.url(post)}#comment-{number(comment)}"


def stamp(blog: Blog, comment: Comment) -> str:
    """The time as the theme shows it."""
    return blog.language.written(table()[blog.tag]["stamp"], blog.local(comment.at))


def listed(blog: Blog) -> str:
    """``ol.commentlist`` and ``ul.children`` (2010); no ``time`` element."""
    post = blog.posts[0]
    items = "".join(_listed_item(blog, post, place) for place in _under(post, None))
    heading = table()[blog.tag]["responses"].format(n=len(post.comments), title=f"<em>{quoted(post.title or '')}</em>")
    comments = f'<h3 id="comments-title">{heading}</h3>\n<ol class="commentlist">\n{items}</ol>\n'
    return page(blog, post, comments, table()[blog.tag])


def articled(blog: Blog) -> str:
    """``ol.comment-list`` and ``ol.children`` of HTML 5 themes (2013 to today), with ``time[datetime]``."""
    post = blog.posts[0]
    items = "".join(_articled_item(blog, post, place) for place in _under(post, None))
    title = f"<span>{quoted(post.title or '')}</span>"
    heading = table()[blog.tag]["thoughts"].format(n=len(post.comments), title=title)
    comments = f'<h2 class="comments-title">\n\t{heading}\n</h2>\n<ol class="comment-list">\n{items}</ol>\n'
    return page(blog, post, comments, table()[blog.tag])


def divided(blog: Blog) -> str:
    """Themes that ask for ``style=div``: ``div#comment-N``, replies inside their parent's element."""
    post = blog.posts[0]
    items = "".join(_divided_item(blog, post, place) for place in _under(post, None))
    heading = table()[blog.tag]["responses"].format(n=len(post.comments), title=f"“{quoted(post.title or '')}”")
    comments = f'<h3 id="comments-number">{heading}</h3>\n<div class="comment-list">\n{items}</div>\n'
    return page(blog, post, comments, table()[blog.tag])


def _under(post: Post, parent: int | None) -> list[int]:
    return [place for place, comment in enumerate(post.comments) if comment.parent == parent]


def _classes(comment: Comment, place: int) -> str:
    owner = " byuser bypostauthor" if comment.kind == "owner" else ""
    kind = "pingback" if comment.pingback else "comment"
    return f"{kind}{owner} {'odd alt' if place % 2 else 'even'} depth-{comment.depth + 1}"


def _name(comment: Comment) -> str:
    name = quoted(comment.author)
    site = f"https://www.example.org/{digits(comment.author)[:6]}"
    return f'<a href="{site}" rel="external nofollow" class="url">{name}</a>' if comment.kind == "site" else name


def _avatar(comment: Comment) -> str:
    source = f"https://avatars.example.org/{digits(comment.author)[:8]}"
    return f'<img alt="" src="{source}" class="avatar avatar-40 photo" height="40" width="40" />'


def _reply(blog: Blog, post: Post, comment: Comment) -> str:
    href = f"{blog.url(post)}?replytocom={number(comment)}#respond"
    word = table()[blog.tag]["reply"]
    link_to = f'<a rel="nofollow" class="comment-reply-link" href="{href}" aria-label="{word}">{word}</a>'
    return f'<div class="reply">{link_to}</div>'


def _pingback(comment: Comment, place: int) -> str:
    return (
        f'<li class="{_classes(comment, place)}" id="comment-{number(comment)}">\n<div'
        ' class="comment-body">\nPingback: '
        f'<a href="https://www.example.org/{number(comment)}" rel="external nofollow" class="url">'
        f"{quoted(comment.author)}</a> </div>\n</li><!-- #comment-## -->\n"
    )


def _listed_item(blog: Blog, post: Post, place: int) -> str:
    comment = post.comments[place]
    if comment.pingback:
        return _pingback(comment, place)
    items = "".join(_listed_item(blog, post, at) for at in _under(post, place))
    children = f'<ul class="children">\n{items}</ul><!-- .children -->\n' if items else ""
    ident = number(comment)
    return (
        f'<li class="{_classes(comment, place)}" id="li-comment-{ident}">\n<div id="comment-{ident}">\n'
        f'<div class="comment-author vcard">\n{_avatar(comment)} <cite class="fn">{_name(comment)}</cite>'
        f' <span class="says">{table()[blog.tag]["says"]}</span></div><!-- .comment-author .vcard -->\n'
        f'<div class="comment-meta commentmetadata"><a href="{link(blog, post, comment)}">\n\t{stamp(blog, comment)}'
        "</a>"
        f'</div><!-- .comment-meta .commentmetadata -->\n<div class="comment-body">{paragraphs(comment.markup)}\n'
        "</div>\n"
        f"{_reply(blog, post, comment)}<!-- .reply -->\n</div><!-- #comment-##  -->\n{children}</li><!-- #comment-##"
        " -->\n"
    )


def _articled_item(blog: Blog, post: Post, place: int) -> str:
    comment = post.comments[place]
    if comment.pingback:
        return _pingback(comment, place)
    items = "".join(_articled_item(blog, post, at) for at in _under(post, place))
    children = f'<ol class="children">\n{items}</ol><!-- .children -->\n' if items else ""
    ident = number(comment)
    moment = blog.local(comment.at).isoformat(timespec="seconds")
    return (
        f'<li id="comment-{ident}" class="{_classes(comment, place)}">\n<article id="div-comment-{ident}"'
        f' class="comment-body">\n<footer class="comment-meta">\n<div class="comment-author vcard">\n{_avatar(comment)}'
        f' <b class="fn">{_name(comment)}</b> <span class="says">{table()[blog.tag]["says"]}</span>'
        '</div><!-- .comment-author -->\n\n<div class="comment-metadata">\n'
        f'<a href="{link(blog, post, comment)}"><time datetime="{moment}">{stamp(blog, comment)}</time></a>\n'
        '</div><!-- .comment-metadata -->\n\n</footer><!-- .comment-meta -->\n\n<div class="comment-content">\n'
        f"{paragraphs(comment.markup)}\n</div><!-- .comment-content -->\n\n{_reply(blog, post, comment)}\n"
        f"</article><!-- .comment-body -->\n{children}</li><!-- #comment-## -->\n"
    )


def _divided_item(blog: Blog, post: Post, place: int) -> str:
    comment = post.comments[place]
    items = "".join(_divided_item(blog, post, at) for at in _under(post, place))
    ident = number(comment)
    return (
        f'<div class="{_classes(comment, place)}" id="comment-{ident}">\n<div id="div-comment-{ident}"'
        f' class="comment-body">\n<div class="comment-author vcard">\n{_avatar(comment)} <cite'
        f' class="fn">{_name(comment)}'
        f'</cite> <span class="says">{table()[blog.tag]["says"]}</span></div>\n'
        f'<div class="comment-meta commentmetadata"><a href="{link(blog, post, comment)}">{stamp(blog, comment)}</a>'
        "</div>\n\n"
        f"{paragraphs(comment.markup)}\n\n{_reply(blog, post, comment)}\n</div>\n{items}</div><!-- #comment-## -->\n"
    )
