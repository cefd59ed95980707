"""The dumps of general converters in the corpus, against the discussions that their pages were made from."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from probreader.domain.post import Certainty, Comment
from probreader.sources import read

CORPUS = Path(__file__).parents[2] / "corpus"
CONVERTERS = ("lynx", "lynx-nolist", "w3m", "inscriptis", "html2text", "markdownify", "bs4", "bs4-strip", "html-text")
FLATTENING = ("bs4", "bs4-strip", "html-text")
"""These leave no indentation, by which alone the replies of WordPress are told."""
WORD = re.compile(r"[^\W_]+")

DUMPS = sorted(
    path for path in (CORPUS / "dumps").glob("*.txt") if path.name.split(".", 1)[1].removesuffix(".txt") in CONVERTERS
)


def words(text: str) -> str:
    """The letters of ``text``; where lines were parted, a space may be lost or won."""
    return "".join(WORD.findall(text))


def kept(path: Path) -> tuple[list[dict[str, Any]], list[int], list[int]]:
    """All comments of the page, and the positions of those that the converter kept, and perhaps kept."""
    page = path.name.split(".", 1)[0]
    tree = json.loads((CORPUS / "expected" / f"{page}.json").read_text("utf-8"))
    oracle = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return [comment for post in tree["posts"] for comment in post["comments"]], oracle["present"], oracle["unclear"]


def test_the_dumps_are_found() -> None:
    assert len(DUMPS) > 100


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.stem)
def test_dump(path: Path) -> None:
    """Every comment that the converter kept, with its author, its time and the comment it answers."""
    expected, present, unclear = kept(path)
    found = [comment for post in read(path.read_bytes()).posts for comment in post.comments]
    places = _placed(expected, sorted(present + unclear), found)
    assert {*present} <= {*places}
    ids = {comment.id: place for place, comment in enumerate(found)}
    for index, place in places.items():
        comment, wanted = found[place], expected[index]
        assert comment.author is not None
        assert comment.author.name == wanted["author"]
        _check_time(comment, wanted)
        parent = None if comment.parent is None else ids[comment.parent]
        if parent is None and "wordpress" in path.stem and path.stem.endswith(FLATTENING):
            assert comment.certainty is Certainty.INFERRED
        else:
            assert parent == (None if wanted["parent"] is None else places.get(wanted["parent"], -1))
            assert comment.certainty is Certainty.STATED


def _placed(expected: list[dict[str, Any]], present: list[int], found: list[Comment]) -> dict[int, int]:
    """Positions in ``found`` of the comments that are present, by their words; equal ones in order."""
    places: dict[int, int] = {}
    for index in present:
        same = (n for n, one in enumerate(found) if words(one.body.text) == words(expected[index]["text"]))
        place = next((n for n in same if n not in places.values()), None)
        if place is not None:
            places[index] = place
    return places


def _check_time(comment: Comment, wanted: dict[str, Any]) -> None:
    """The time as the page shows it, or the exact instant where an address tells it."""
    if comment.published is None:
        assert wanted["shown"] is None
        return
    assert comment.published.iso == wanted["published"] or comment.published.iso.startswith(wanted["shown"])
