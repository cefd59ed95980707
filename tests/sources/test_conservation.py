"""Not a word is lost or made up.

``corpus/dropped/*.tsv`` names by hand, for each file, the lines that hold something else than text, and what that is:
a marker, a number, a header, a separator. Every other word must come back, once and in its place.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from probreader.domain.post import Post
from probreader.sources import read

HERE = Path(__file__).parent
FILES = {path.stem: path for folder in (HERE.parents[1] / "seeds", HERE / "corpus") for path in folder.glob("*.txt")}
# Below the comments there is a line that becomes the last section, and so stands before the comments in the post.
TEXT_BELOW = {"outline-absent": "Copyright of the comments stays with their authors.".split()}


def words_of_file(name: str) -> list[str]:
    lines = FILES[name].read_bytes().decode().split("\n")
    for row in (HERE / "corpus" / "dropped" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        number, dropped = row.split("\t")
        line = lines[int(number) - 1].lstrip(" ")
        assert line.startswith(dropped), f"line {number} of {name} does not begin with {dropped!r}"
        lines[int(number) - 1] = line.removeprefix(dropped)
    return " ".join(lines).split()


def words_of_post(post: Post) -> Iterator[str]:
    if post.title and not post.title_inferred:
        yield from post.title.split()
    for section in post.sections:
        yield from section.body.text.split()
    for comment in post.comments:
        yield from comment.body.text.split()


def test_every_file_has_its_list() -> None:
    assert len(FILES) == 5 + 8
    assert {path.stem for path in (HERE / "corpus" / "dropped").glob("*.tsv")} == set(FILES)


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_word_stands_once_and_in_order(name: str) -> None:
    expected = words_of_file(name)
    found = [word for post in read(FILES[name].read_bytes()).posts for word in words_of_post(post)]
    below = TEXT_BELOW.get(name, [])
    if below:
        assert expected[-len(below) :] == below
        assert sorted(found) == sorted(expected)
        at = " ".join(found).index(" ".join(below))
        found = " ".join(found).replace(" ".join(below), "", 1).split()
        assert at > 0
        expected = expected[: -len(below)]
    assert found == expected
