"""The corpus' WordPress pages give the trees that their discussions were written as."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.sources.html.trees import read_both

from probreader.domain.post import Comment

CORPUS = Path(__file__).parents[2] / "corpus"
PAGES = sorted((CORPUS / "pages").glob("*-wordpress-*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_gives_its_discussion(path: Path) -> None:
    (post,) = read_both(path.read_text("utf-8"), "wordpress-html").posts
    (wanted,) = json.loads((CORPUS / "expected" / f"{path.stem}.json").read_text("utf-8"))["posts"]
    assert (post.title, post.url, list(post.labels)) == (wanted["title"], wanted["url"], wanted["labels"])
    assert post.declared_comments == wanted["declared"]
    assert post.author is not None
    assert post.author.name == wanted["author"]
    places = {comment.id: place for place, comment in enumerate(post.comments)}
    found = [_row(comment, places) for comment in post.comments]
    assert found == [_wanted(row) for row in wanted["comments"]]


def _row(comment: Comment, places: dict[str, int]) -> tuple[str, int | None, str | None, str | None, str]:
    parent = None if comment.parent is None else places[comment.parent]
    author = comment.author.name if comment.author else None
    time = comment.published.iso if comment.published else None
    return comment.id.removeprefix("comment-"), parent, author, time, " ".join(comment.body.text.split())


def _wanted(row: dict[str, Any]) -> tuple[str, int | None, str | None, str | None, str]:
    time = row["published"].replace("Z", "+00:00") if row["published"] else row["shown"]
    text = "" if row["removed"] else " ".join(row["text"].split())
    return row["id"], row["parent"], row["author"], time, text
