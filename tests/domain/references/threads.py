"""The annotated threads of ``annotated.txt``: posts, and the references a person finds in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from probreader.domain.post import Author, Certainty, Comment, Post, Section, Timestamp
from probreader.domain.prose import Prose

_REFERENCE = re.compile(r"\[\[(.*?)>(\w+)\]\]")
ANNOTATED = Path(__file__).parent / "annotated.txt"


@dataclass(slots=True)
class Annotated:
    """A thread; ``expected`` holds (entry, words, entry that is meant) for each reference."""

    name: str
    post: Post
    expected: set[tuple[int, str, int]] = field(default_factory=set)


def annotated() -> list[Annotated]:
    """Every thread of the file."""
    text = re.sub(r"^#(?!#).*\n", "", ANNOTATED.read_text("utf-8"), flags=re.MULTILINE)
    return [_thread(part) for part in text.split("\n## ")[1:]]


def _thread(part: str) -> Annotated:
    name, _, rest = part.partition("\n")
    heads, texts = [], []
    for block in rest.strip().removeprefix("-- ").split("\n-- "):
        head, _, text = block.partition("\n")
        heads.append([each.strip() for each in head.split("|")])
        texts.append(text.strip())
    labels = {head[0]: at for at, head in enumerate(heads)}
    plain = [_REFERENCE.sub(r"\1", text) for text in texts]
    section = Section("post", None, Prose(plain[0]))
    comments = tuple(map(_comment, heads[1:], plain[1:]))
    post = Post("p", None, None, False, None, None, None, (), None, (section,), comments)
    expected = {
        (at, words, labels[meant]) for at, text in enumerate(texts) for words, meant in _REFERENCE.findall(text)
    }
    return Annotated(name, post, expected)


def _comment(head: list[str], text: str) -> Comment:
    label, time, author, parent = head
    published = Timestamp(_iso(time), time) if time else None
    return Comment(
        label, parent or None, Certainty.STATED, Author(author) if author else None, published, None, Prose(text)
    )


def _iso(time: str) -> str:
    for form in ("%d %B %Y at %I:%M %p", "%Y-%m-%d %H:%M"):
        for found in _parsed(time, form):
            return found.isoformat(timespec="minutes")
    raise ValueError(time)


def _parsed(time: str, form: str) -> Iterator[datetime]:
    try:
        yield datetime.strptime(time, form)  # noqa: DTZ007
    except ValueError:
        return
