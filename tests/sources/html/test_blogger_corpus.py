"""The corpus' Blogger pages give exactly the trees that its generator says."""

import json
from pathlib import Path
from typing import Any

import pytest

from probreader.domain.post import Comment, Post
from probreader.sources import read

CORPUS = Path(__file__).parents[2] / "corpus"
PAGES = [
    path.stem
    for path in sorted((CORPUS / "pages").glob("*.html"))
    if b"content='blogger' name='generator'" in (head := path.read_bytes()[:4_000]) or b'content="Blogger"' in head
]


@pytest.mark.parametrize("name", PAGES)
def test_the_tree_is_exact(name: str) -> None:
    reading = read((CORPUS / "pages" / f"{name}.html").read_bytes(), name)
    expected = json.loads((CORPUS / "expected" / f"{name}.json").read_text("utf-8"))["posts"]
    assert reading.shape == "blogger-html"
    assert [post_of(post) for post in reading.posts] == [expected_post(post) for post in expected]
    for post, tree in zip(reading.posts, expected, strict=True):
        places = {comment.id: place for place, comment in enumerate(post.comments)}
        shown = [comment_of(comment, places) for comment in post.comments]
        assert shown == [expected_comment(comment) for comment in tree["comments"]]


def test_there_are_such_pages() -> None:
    assert len(PAGES) > 30


def post_of(post: Post) -> dict[str, Any]:
    return {
        "title": None if post.title_inferred else post.title,
        "url": post.url,
        "author": post.author.name if post.author else None,
        "declared": post.declared_comments,
    }


def expected_post(tree: dict[str, Any]) -> dict[str, Any]:
    return {name: tree[name] for name in ("title", "url", "author", "declared")}


def comment_of(comment: Comment, places: dict[str, int]) -> dict[str, Any]:
    # Where the page gives no exact instant, the generator's tree has no time to compare with.
    exact = comment.published and comment.published.iso.endswith("+00:00")
    return {
        "id": comment.id.removeprefix("c"),
        "parent": places[comment.parent] if comment.parent else None,
        "author": comment.author.name if comment.author else None,
        "published": comment.published.iso if exact and comment.published else None,
        "permalink": comment.permalink,
        "owner": comment.author is not None and comment.author.is_owner,
        "removed": comment.removed,
        "text": comment.body.text,
    }


def expected_comment(tree: dict[str, Any]) -> dict[str, Any]:
    names = ("id", "parent", "author", "published", "permalink", "owner", "removed", "text")
    return {name: tree[name] for name in names} | {"id": tree["id"].removeprefix("c")}
