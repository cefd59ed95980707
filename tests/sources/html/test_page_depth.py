"""Pages that nest beyond anything a template makes are read whole, and in time that grows with their length."""

import json

import pytest
from tests.sources.html.trees import rows

from probreader.sources import read

GENERATOR = '<meta name="generator" content="WordPress 5">'
DEPTH = 3_000


def test_a_chain_of_replies_keeps_its_parents() -> None:
    opened = "".join(
        f'<li class="comment" id="comment-{depth}"><cite class="fn">A</cite><p>{depth}</p><ul class="children">'
        for depth in range(1, DEPTH + 1)
    )
    (post,) = read(f'<html><head>{GENERATOR}</head><body><ol class="commentlist">{opened}'.encode()).posts
    assert [(row[0], row[4]) for row in rows(post)] == [(depth, str(depth)) for depth in range(1, DEPTH + 1)]


def test_microdata_as_deep_keeps_its_parents() -> None:
    opened = "".join(
        f'<div id="c{depth}" itemprop="comment" itemscope itemtype="https://schema.org/Comment">'
        f'<p itemprop="text">{depth}</p>'
        for depth in range(1, DEPTH + 1)
    )
    (post,) = read(f'<html><body><div itemscope itemtype="https://schema.org/Article">{opened}'.encode()).posts
    assert [(row[0], row[4]) for row in rows(post)] == [(depth, str(depth)) for depth in range(1, DEPTH + 1)]


@pytest.mark.parametrize("tag", ["<div>", "<article>", '<div class="comment">', "<blockquote>", '<div class="vcard">'])
def test_a_comment_among_20000_open_elements(tag: str) -> None:
    comment = '<li id="comment-5"><cite class="fn">A</cite><p>Here</p></li>'
    page = f"<html><head>{GENERATOR}</head><body>{tag * 20_000}{comment}"
    (post,) = read(page.encode()).posts
    assert [row[2:] for row in rows(post)] == [("A", None, "Here")]


@pytest.mark.parametrize("text", ["<a " * 30_000, "&a" * 30_000, "//" * 50_000, " " * 100_000, "9" * 100_000])
def test_long_texts_of_json_ld(text: str) -> None:
    comment = json.dumps({"@type": "Comment", "author": "A", "text": f"Here {text}"})
    page = f'<html><head><script type="application/ld+json">{comment}</script>'
    (post,) = read(page.encode()).posts
    assert post.comments[0].body.text.startswith("Here")
