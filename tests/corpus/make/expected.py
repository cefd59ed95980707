"""What a reader must find in a page, from the hand-written discussion alone."""

import json
from typing import Any

from .blogger_threaded import permalink
from .discussion import Blog, Comment, Post, text_of
from .inline import plain


def expected(blog: Blog) -> str:
    """The tree of a page as JSON text."""
    return (
        json.dumps(
            {"language": blog.tag, "posts": [_post(blog, post) for post in blog.posts]}, ensure_ascii=False, indent=1
        )
        + "\n"
    )


def _post(blog: Blog, post: Post) -> dict[str, Any]:
    return {
        "title": post.title,
        "url": blog.url(post),
        "author": post.author,
        "published": post.published.isoformat(),
        "labels": list(post.labels),
        "declared": len(post.comments),
        "body": " ".join(plain(post.markup).split()),
        "comments": [_comment(blog, post, comment) for comment in post.comments],
    }


def _comment(blog: Blog, post: Post, comment: Comment) -> dict[str, Any]:
    local = blog.local(comment.at)
    return {
        "id": comment.ident,
        "parent": comment.parent,
        "author": comment.author,
        "published": comment.at.isoformat(timespec="milliseconds"),
        "shown": local.replace(tzinfo=None).isoformat(timespec="minutes"),
        "stamp": blog.language.written(blog.language.stamp, local),
        "permalink": permalink(blog, post, comment),
        "owner": comment.kind == "owner",
        "removed": comment.removed is not None,
        "text": text_of(comment, blog.language),
    }
