"""The five documents, held against trees that were made by hand from the line numbers of the files.

``expected/*.toml`` says where each title, section and comment stands; the texts are cut out of the seed here.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from probreader.domain.post import Comment, Post
from probreader.sources import Reading, read

SEEDS = Path(__file__).parents[2] / "seeds"
EXPECTED = Path(__file__).parent / "expected"
NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))
FIRST_OUTLINE = "000_d829ee9a12c4176c"
FIRST_ARCHIVE = "001_9cc3a5b766207c38"
SECOND_ARCHIVE = "002_dc5db3cdc7b542ec"
EXTRACTED = "003_288a4b56b4ecf005"
SECOND_OUTLINE = "004_204a6bbe3782c0be"

DAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
FURNITURE = {"ReplyDelete", "Delete", "Replies", "--oo00oo--", "-----//-----"}

Lines = list[list[str]]
"""The words of each line that is not blank."""


@dataclass(frozen=True)
class Document:
    """A seed and its hand-made tree."""

    name: str
    lines: tuple[str, ...]
    tree: dict[str, Any]

    @property
    def posts(self) -> list[dict[str, Any]]:
        return list(self.tree["posts"])

    def line(self, number: int) -> str:
        return self.lines[number - 1].strip()

    def cut(self, bounds: Sequence[int], item: str | None = None) -> Lines:
        """The lines from ``bounds[0]`` to ``bounds[1]`` without markers and without the number of ``item``."""
        markers = {marker["line"]: marker["word"] for marker in self.tree.get("markers", [])}
        texts = [self.line(number).removeprefix(markers.get(number, "")) for number in _span(bounds)]
        if item is not None:
            assert texts[0].startswith(item), f"line {bounds[0]} does not begin with {item!r}"
            texts[0] = texts[0].removeprefix(item)
        return [text.split() for text in texts if text.strip()]

    def comment(self, row: dict[str, Any]) -> Lines:
        numbered = self.tree["shape"] == "blogger-text" and "header" not in row
        return self.cut(row["lines"], _item(row) if numbered else None)


def _item(row: dict[str, Any]) -> str:
    """The number that opens the comment: ``4.1`` is item 1 of its list."""
    return f"{row['path'].rpartition('.')[2]}. "


def _span(bounds: Sequence[int]) -> range:
    return range(bounds[0], bounds[1] + 1)


def _lines(text: str) -> Lines:
    return [line.split() for line in text.split("\n") if line.strip()]


@cache
def document(name: str) -> Document:
    text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    tree = tomllib.loads((EXPECTED / f"{name}.toml").read_text(encoding="utf-8"))
    return Document(name, tuple(text.split("\n")), tree)


@cache
def reading(name: str) -> Reading:
    return read((SEEDS / f"{name}.txt").read_bytes())


def paths(comments: Sequence[Comment]) -> Iterator[str]:
    """The position of each comment in the tree, from the parents alone: ``4.1`` is the first reply to the fourth."""
    found: dict[str | None, str] = {None: ""}
    ordinals: dict[str | None, Iterator[int]] = {}
    for comment in comments:
        assert comment.parent in found, f"the parent of {comment.id} does not stand before it"
        ordinal = next(ordinals.setdefault(comment.parent, count(1)))
        found[comment.id] = f"{found[comment.parent]}.{ordinal}".lstrip(".")
        yield found[comment.id]


POSTS = [
    pytest.param(name, index, id=f"{name[:3]}-{post['title']}")
    for name in NAMES
    for index, post in enumerate(document(name).posts)
]
COMMENTS = [
    pytest.param(name, index, position, id=f"{name[:3]}-{row['path']}")
    for name in NAMES
    for index, post in enumerate(document(name).posts)
    for position, row in enumerate(post["comments"])
]
per_file = pytest.mark.parametrize("name", [pytest.param(name, id=name[:3]) for name in NAMES])
per_post = pytest.mark.parametrize(("name", "index"), POSTS)
per_comment = pytest.mark.parametrize(("name", "index", "position"), COMMENTS)


def actual(name: str, index: int) -> Post:
    posts = reading(name).posts
    assert len(posts) == len(document(name).posts)
    return posts[index]


# The hand-made data alone.


def test_every_seed_has_a_tree() -> None:
    assert len(NAMES) == 5
    assert sorted(path.stem for path in EXPECTED.glob("*.toml")) == NAMES


@per_file
def test_the_tree_covers_every_line_once(name: str) -> None:
    expected = document(name)
    claims = Counter[int](expected.tree["dropped"])
    for post in expected.posts:
        claims.update([post["title_line"]] if "title_line" in post else [])
        claims.update(row["header"] for row in post["comments"] if "header" in row)
        for bounds in post["sections"] + [row["lines"] for row in post["comments"]]:
            claims.update(number for number in _span(bounds) if expected.line(number))
    assert claims == {number: 1 for number, line in enumerate(expected.lines, 1) if line.strip()}


def _holds_no_text(line: str, declared: int | None) -> bool:
    is_date = any(line.startswith(f"{day}day") and line[-4:].isdigit() for day in DAYS) and len(line.split()) == 4
    is_label = line == "Showing posts with label PO. Show all posts"
    return line in FURNITURE or not line.strip("*") or is_date or is_label or line == f"{declared} comments:"


@per_file
def test_only_dropped_lines_hold_no_text(name: str) -> None:
    expected = document(name)
    declared = expected.posts[0].get("declared")
    bare = [number for number in range(1, len(expected.lines) + 1) if expected.line(number)]
    bare = [number for number in bare if _holds_no_text(expected.line(number), declared)]
    assert sorted(expected.tree["dropped"]) == bare


@per_post
def test_the_title_stands_where_the_tree_says(name: str, index: int) -> None:
    post = document(name).posts[index]
    if post.get("title_inferred"):
        assert document(name).line(post["sections"][0][0]).startswith(post["title"].removesuffix("…"))
        assert len(post["title"]) <= 80
    else:
        assert document(name).line(post["title_line"]) == post["title"]


@per_comment
def test_a_header_names_number_and_author(name: str, index: int, position: int) -> None:
    row = document(name).posts[index]["comments"][position]
    assert ("header" in row) == ("author" in row) == ("published" in row)
    if "header" in row:
        assert document(name).line(row["header"]).startswith(_item(row) + row["author"])


def test_markers_stand_where_the_tree_says() -> None:
    expected = document(EXTRACTED)
    markers = expected.tree["markers"]
    rows = expected.posts[0]["comments"]
    assert all(expected.line(marker["line"]).startswith(marker["word"]) for marker in markers)
    assert [marker["line"] for marker in markers] == [row["lines"][0] + 1 for row in rows]
    assert [marker["word"] for marker in markers] == ["Delete" if "." in row["path"] else "ReplyDelete" for row in rows]


@pytest.mark.parametrize(
    ("name", "title", "published", "declared", "top_level", "replies"),
    [
        pytest.param(FIRST_OUTLINE, "Latest From Probation HQ", "2021-02-25", 19, 10, 9, id="000"),
        pytest.param(EXTRACTED, None, None, None, 6, 8, id="003"),
        pytest.param(SECOND_OUTLINE, "New Look Probation", "2019-05-19", 17, 11, 6, id="004"),
    ],
)
def test_what_is_known_of_the_threads(
    name: str, title: str | None, published: str | None, declared: int | None, top_level: int, replies: int
) -> None:
    (post,) = document(name).posts
    depths = Counter(row["path"].count(".") for row in post["comments"])
    assert (None if post.get("title_inferred") else post["title"]) == title
    assert post.get("published") == published
    assert post.get("declared") == declared
    assert depths == {0: top_level, 1: replies}


def test_what_is_known_of_new_look_probation() -> None:
    expected = document(SECOND_OUTLINE)
    rows = {row["path"]: row for row in expected.posts[0]["comments"]}
    assert (rows["8"]["author"], rows["8"]["published"]) == ("Probation Officer", "2019-05-19T10:45")
    text = expected.comment(rows["9.1"])
    assert " ".join(text[0]).startswith("641. In our judgment")
    assert [line[0] for line in text] == ["641.", "642.", "643."]


def test_what_is_known_of_the_extracted_text() -> None:
    expected = document(EXTRACTED)
    (post,) = expected.posts
    assert expected.cut(post["sections"][-1])[-1] == ["Clinks"]


def test_what_is_known_of_the_archives() -> None:
    first, second = document(FIRST_ARCHIVE).posts, document(SECOND_ARCHIVE).posts
    assert [post["published"] for post in first] == [
        "2023-01-17",
        "2021-03-08",
        "2019-03-11",
        "2018-10-04",
        "2017-05-06",
        "2016-07-10",
    ]
    assert all(post["labels"] == ["PO"] for post in first)
    assert (first[-1]["title"], len(first[-1]["sections"])) == ("Pick of the Week 9", 54)
    assert (len(second), second[0]["published"], second[-1]["published"]) == (10, "2020-10-31", "2020-10-17")
    assert (second[0]["title"], len(second[0]["sections"])) == ("Something's Got To Change", 7)
    inside = [line for bounds in second[2]["sections"] for line in document(SECOND_ARCHIVE).cut(bounds)]
    assert ["Criss", "Cross"] in inside
    assert second[2]["title"] == "At Odds With The Evidence"


# What the reader makes of the files.


@per_file
def test_the_shape_is_recognised_and_every_post_found(name: str) -> None:
    assert reading(name).shape == document(name).tree["shape"]
    assert len(reading(name).posts) == len(document(name).posts)


@per_file
def test_whole_documents_have_no_problems(name: str) -> None:
    assert reading(name).problems == ()


@per_post
def test_the_post(name: str, index: int) -> None:
    expected, post = document(name).posts[index], actual(name, index)
    assert post.title == expected["title"]
    assert post.title_inferred == expected.get("title_inferred", False)
    assert (post.published and post.published.iso) == expected.get("published")
    assert post.labels == tuple(expected["labels"])
    assert post.declared_comments == expected.get("declared")
    assert (post.author, post.updated, post.url) == (None, None, None)


@per_post
def test_the_sections(name: str, index: int) -> None:
    expected = [document(name).cut(bounds) for bounds in document(name).posts[index]["sections"]]
    sections = actual(name, index).sections
    assert [_lines(section.body.text) for section in sections] == expected
    assert all(section.heading is None for section in sections)


@per_post
def test_the_tree(name: str, index: int) -> None:
    comments = actual(name, index).comments
    assert list(paths(comments)) == [row["path"] for row in document(name).posts[index]["comments"]]


@per_comment
def test_the_comment(name: str, index: int, position: int) -> None:
    row = document(name).posts[index]["comments"][position]
    comment = dict(zip(paths(actual(name, index).comments), actual(name, index).comments, strict=True))[row["path"]]
    assert _lines(comment.body.text) == document(name).comment(row)
    assert (comment.author and comment.author.name) == row.get("author")
    assert (comment.published and comment.published.iso) == row.get("published")
    assert comment.certainty == (document(name).tree["reply_certainty"] if "." in row["path"] else "stated")
    assert (comment.removed, comment.placeholder) == (False, False)
