"""What a reader must find in a page, from the hand-written discussion alone."""

import json
from typing import Any

from .discussion import Blog, Comment, Post, text_of
from .inline import plain
from .shapes import Shape


def expected(blog: Blog, shape: Shape) -> str:
    """The tree of a page as JSON text; ``blog`` is what the shape shows."""
    tree = {"language": blog.tag, "posts": [_post(blog, post, shape) for post in blog.posts]}
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _post(blog: Blog, post: Post, shape: Shape) -> dict[str, Any]:
    """Pingbacks stand in the page and in its count, and are no comments."""
    places = [place for place, comment in enumerate(post.comments) if not comment.pingback]
    rank = {place: at for at, place in enumerate(places)}
    comments = [_comment(blog, post, post.comments[place], shape) for place in places]
    for place, row in zip(places, comments, strict=True):
        parent = post.comments[place].parent
        row["parent"] = None if parent is None else rank[parent]
    return {
        "title": post.title,
        "url": blog.url(post),
        "author": post.author,
        "published": post.published.isoformat() if shape.times else None,
        "labels": list(post.labels),
        "declared": post.declared,
        "body": " ".join(plain(post.markup).split()),
        "comments": comments,
    }


def _comment(blog: Blog, post: Post, comment: Comment, shape: Shape) -> dict[str, Any]:
    local = blog.local(comment.at)
    return {
        "id": shape.ident(comment),
        "parent": None,
        "author": comment.author,
        "published": shape.instant(blog, comment),
        "shown": local.replace(tzinfo=None).isoformat(timespec="minutes") if "{year" in blog.stamp else None,
        "stamp": shape.stamp(blog, comment),
        "permalink": shape.link(blog, post, comment),
        "owner": comment.kind == "owner",
        "removed": comment.removed is not None,
        "text": text_of(comment, blog.language),
    }
