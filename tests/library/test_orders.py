"""All that the corpus has of one post, in many orders: one post comes of it, and reading again changes nothing."""

import hashlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from probreader.domain.post import Post, Problem, Source
from probreader.library import Library
from probreader.sources import read

CORPUS = Path(__file__).parents[1] / "corpus"
GROUPS = ("hedge-en", "brume-fr", "sanchaek-ko", "orchard-en", "journal-de", "choir-en")
"""Discussions with several pages, with archives, and with what came out of converters in several bodies."""
ORDERS = 2

Item = tuple[Source, tuple[Post, ...], tuple[Problem, ...]]


@cache
def items(group: str) -> tuple[Item, ...]:
    files = [*sorted(CORPUS.glob(f"pages/{group}-*.html")), *sorted(CORPUS.glob(f"dumps/{group}-*.txt"))]
    found = []
    for file in files:
        data = file.read_bytes()
        reading = read(data, file.name)
        if reading.posts:
            source = Source(f"/{file.name}", reading.shape, hashlib.sha256(data).hexdigest(), len(data))
            found.append((source, reading.posts, reading.problems))
    return tuple(found)


def library_of(path: Path, order: Sequence[Item]) -> Mapping[str, Post]:
    """The posts, which reading all of it again does not change; labels stand in the order in which they came."""
    with Library.open(path) as library:
        for each in order:
            library.add(*each)
        assert [each[0].location for each in order if not library.add(*each).unchanged] == []
        posts = [library.post(line.id) for line in library.posts()]
    return {post.id: replace(post, labels=tuple(sorted(post.labels))) for post in posts}


@pytest.mark.parametrize("group", GROUPS)
def test_any_order_gives_the_same_posts(tmp_path: Path, group: str) -> None:
    first = library_of(tmp_path / "first.db", items(group))
    orders = [
        items(group)[::-1],
        *(random.Random(seed).sample(items(group), len(items(group))) for seed in range(ORDERS)),
    ]
    for number, order in enumerate(orders):
        assert library_of(tmp_path / f"{number}.db", order) == first
