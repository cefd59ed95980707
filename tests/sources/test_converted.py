"""Dumps that real converters made of the corpus pages, held against what the pages say.

A comment that a converter kept whole must be found, in order, below the right parent, and with its author and time
where the dump has them.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from probreader.domain.post import Comment, Post
from probreader.sources import Reading, read

CORPUS = Path(__file__).parents[1] / "corpus"
CONVERTERS = ("resiliparse-", "trafilatura-")
UNREADABLE = {
    "ferry-en-magazine.resiliparse-0.14": "names and dates are gone, and nothing else parts the comments",
    "ferry-en-magazine.resiliparse-2.0": "names and dates are gone, and nothing else parts the comments",
}


def _is_read(name: str) -> bool:
    page, _, converter = name.partition(".")
    is_flat_extract = converter.startswith("trafilatura") and "threaded" not in page
    is_other_shape = any(word in page for word in ("wordpress", "microdata", "linked", "static", "archive"))
    is_markdown = converter.endswith("-md")
    return converter.startswith(CONVERTERS) and not (is_flat_extract or is_other_shape or is_markdown)


NAMES = sorted(path.stem for path in (CORPUS / "dumps").glob("*.txt") if _is_read(path.stem))
# Comments without a word, and such as hold the marker's word on a line of its own, shift what follows.
TRAPPED = {name for name in NAMES if "trafilatura" in name and name.startswith(("traps", "fallen", "gaetsaem"))}


@cache
def tree(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CORPUS / "expected" / f"{name.partition('.')[0]}.json").read_text("utf-8"))
    return loaded


@cache
def reading(name: str) -> Reading:
    return read((CORPUS / "dumps" / f"{name}.txt").read_bytes(), name)


def squeezed(text: str) -> str:
    return "".join(text.split())


def letters(text: str) -> str:
    """``text`` without the marks and numbers of lists, which converters write their own way."""
    return "".join(filter(str.isalpha, text))


def kept(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CORPUS / "dumps" / f"{name}.json").read_text("utf-8"))
    return loaded


def pairs(name: str) -> list[tuple[dict[str, Any], Comment]]:
    """Each comment that is in the dump, and the one that was read with its text, in order."""
    (post,) = reading(name).posts
    remaining = iter(post.comments)
    comments = tree(name)["posts"][0]["comments"]
    wanted = [comments[position] for position in kept(name)["present"]]
    return [
        (want, next(comment for comment in remaining if squeezed(comment.body.text) == squeezed(want["text"])))
        for want in wanted
    ]


def parent_text(post: Post, comment: Comment) -> str | None:
    """The text of the comment's parent; empty for a placeholder, None at top level."""
    by_id = {other.id: other for other in post.comments}
    return None if comment.parent is None else squeezed(by_id[comment.parent].body.text)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in UNREADABLE and name not in TRAPPED])
def test_every_comment_that_is_there_is_found(name: str) -> None:
    (post,) = reading(name).posts
    comments = tree(name)["posts"][0]["comments"]
    found = pairs(name)
    assert len(found) == len(kept(name)["present"])
    for want, comment in found:
        expected = None if want["parent"] is None else squeezed(comments[want["parent"]]["text"])
        is_below_placeholder = expected is not None and parent_text(post, comment) == ""
        assert parent_text(post, comment) == expected or is_below_placeholder
        assert comment.removed == want["removed"]


@pytest.mark.parametrize("name", [name for name in NAMES if kept(name)["authors_kept"] and name not in UNREADABLE])
def test_authors_that_are_there_are_found(name: str) -> None:
    if "magazine" in name:
        pytest.skip("the word for the blog's owner stands behind the name like a part of it")
    for want, comment in pairs(name):
        assert comment.author is not None
        assert comment.author.name == want["author"]


@pytest.mark.parametrize("name", [name for name in NAMES if kept(name)["dates_kept"] and name not in UNREADABLE])
def test_times_that_are_there_are_found(name: str) -> None:
    for want, comment in pairs(name):
        assert comment.published is not None
        if want["shown"]:
            assert comment.published.iso[:16] == want["shown"]


@pytest.mark.parametrize("name", [name for name in NAMES if "-full" in name and "contempo" not in name])
def test_a_whole_page_is_told_from_its_discussion(name: str) -> None:
    (post,) = reading(name).posts
    want = tree(name)["posts"][0]
    assert post.title == want["title"]
    assert post.author is not None
    assert post.author.name == want["author"]
    assert list(post.labels) in (want["labels"], [])
    assert letters("".join(section.body.text for section in post.sections)) == letters(want["body"])
