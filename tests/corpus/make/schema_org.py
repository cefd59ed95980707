"""Pages of no known software whose comments are told by schema.org: as microdata, and as JSON-LD."""

import json
from typing import Any

from .discussion import Blog, Comment, Post, text_of
from .inline import paragraphs, plain, quoted


def link(blog: Blog, post: Post, comment: Comment) -> str:
    """The comment's permalink."""
    return f"{blog.url(post)}#comment-{comment.ident}"


def moment(comment: Comment) -> str:
    """The instant as these pages give it, to the second."""
    return comment.at.isoformat(timespec="seconds").replace("+00:00", "Z")


def microdata_page(blog: Blog) -> str:
    """``BlogPosting`` with nested ``Comment`` items."""
    post = blog.posts[0]
    labels = "".join(f'<li itemprop="keywords">{quoted(label)}</li>' for label in post.labels)
    comments = "".join(_item(blog, post, place) for place in _under(post, None))
    main = (
        '<article itemscope itemtype="https://schema.org/BlogPosting">\n'
        f'<link itemprop="url" href="{blog.url(post)}">\n<h1 itemprop="headline">{quoted(post.title or "")}</h1>\n'
        f'<p class="by"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">'
        f'{quoted(post.author)}</span></span>, <time itemprop="datePublished" datetime="{post.published.isoformat()}">'
        f"{blog.language.written(blog.language.header, post.published)}</time></p>\n"
        f'<div itemprop="articleBody">\n{paragraphs(post.markup)}\n</div>\n<ul class="tags">{labels}</ul>\n'
        f'<h2><span itemprop="commentCount">{post.declared}</span> {blog.language.comments}'
        "</h2>\n"
        f"{comments}</article>\n"
    )
    return _page(blog, post, "", main)


def linked_data_page(blog: Blog) -> str:
    """``DiscussionForumPosting`` in a script element; the page itself shows little of it."""
    post = blog.posts[0]
    data = {
        "@context": "https://schema.org",
        "@type": "DiscussionForumPosting",
        "url": blog.url(post),
        "headline": post.title,
        "author": {"@type": "Person", "name": post.author},
        "datePublished": post.published.isoformat(),
        "keywords": ", ".join(post.labels),
        "text": plain(post.markup),
        "commentCount": post.declared,
        "comment": [_object(blog, post, place) for place in _under(post, None)],
    }
    script = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    head = f'<script type="application/ld+json">{script}</script>\n'
    return _page(blog, post, head, f'<div id="app"><h1>{quoted(post.title or "")}</h1></div>\n')


def _page(blog: Blog, post: Post, head: str, main: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{blog.tag}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{quoted(post.title or '')} - {quoted(blog.title)}</title>\n{head}</head>\n<body>\n"
        f'<header><a href="/">{quoted(blog.title)}</a></header>\n<main>\n{main}</main>\n'
        f"<footer><p>{quoted(blog.about)}</p></footer>\n</body>\n</html>\n"
    )


def _under(post: Post, parent: int | None) -> list[int]:
    return [place for place, comment in enumerate(post.comments) if comment.parent == parent]


def _item(blog: Blog, post: Post, place: int) -> str:
    comment = post.comments[place]
    replies = "".join(_item(blog, post, at) for at in _under(post, place))
    return (
        '<div class="remark" itemprop="comment" itemscope itemtype="https://schema.org/Comment"'
        f' id="comment-{comment.ident}">\n'
        f'<p><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">'
        f'{quoted(comment.author)}</span></span> <a itemprop="url" href="{link(blog, post, comment)}">'
        f'<time itemprop="dateCreated" datetime="{moment(comment)}">{blog.written(comment)}'
        f'</time></a></p>\n<div itemprop="text">{paragraphs(comment.markup)}</div>\n{replies}</div>\n'
    )


def _object(blog: Blog, post: Post, place: int) -> dict[str, Any]:
    comment = post.comments[place]
    replies = [_object(blog, post, at) for at in _under(post, place)]
    return {
        "@type": "Comment",
        "@id": link(blog, post, comment),
        "url": link(blog, post, comment),
        "author": {"@type": "Person", "name": comment.author},
        "dateCreated": moment(comment),
        "text": text_of(comment, blog.language),
    } | ({"comment": replies} if replies else {})
