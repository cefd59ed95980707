"""Random threads, written in each shape and read back exactly."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.post import Comment, Post
from probreader.sources import read

from .strategies import (
    SEPARATORS,
    Article,
    Paragraphs,
    Writing,
    archive_articles,
    extracted_articles,
    flat,
    joined,
    outline_articles,
    write_archive,
    write_extracted,
    write_outline,
)

Form = Callable[[str], str]


def as_it_is(text: str) -> str:
    return text


def without_empty_lines(text: str) -> str:
    """For the shape that holds no empty lines: where they belong is not in the text."""
    return text.replace("\n\n", "\n")


def rows(comments: Sequence[Comment]) -> list[tuple[int | None, str]]:
    positions = {comment.id: position for position, comment in enumerate(comments)}
    assert len(positions) == len(comments)
    return [(None if c.parent is None else positions[c.parent], c.body.text) for c in comments]


def check(post: Post, article: Article, form: Form = as_it_is) -> None:
    if article.title is not None:
        assert (post.title, post.title_inferred) == (article.title, False)
    else:
        assert post.title_inferred == bool(article.sections)
    assert (post.published and post.published.iso) == (article.day and article.day.isoformat())
    sections = [joined(section) for section in article.sections]
    assert [form(section.body.text) for section in post.sections] == sections
    assert [(parent, form(text)) for parent, text in rows(post.comments)] == flat(article.comments)


@given(outline_articles(), st.sampled_from(SEPARATORS), st.booleans())
def test_outline(article: Article, separator: str, comma: bool) -> None:
    reading = read(write_outline(article, separator, comma=comma).encode())
    assert reading.shape == "blogger-text"
    assert reading.problems == ()
    (post,) = reading.posts
    assert post.declared_comments == len(flat(article.comments))
    assert all(comment.author is None for comment in post.comments)
    check(post, article)


@given(extracted_articles(), st.sampled_from(SEPARATORS), st.booleans())
def test_extracted_text(article: Article, separator: str, own_lines: bool) -> None:
    reading = read(write_extracted(article, separator, own_lines=own_lines).encode())
    assert reading.shape == "extracted-text"
    assert reading.problems == ()
    (post,) = reading.posts
    check(post, article, without_empty_lines)


@given(archive_articles(), st.sampled_from(SEPARATORS), st.booleans())
def test_archive(articles: list[Article], separator: str, comma: bool) -> None:
    reading = read(write_archive(articles, separator, comma=comma).encode())
    assert reading.shape == "archive-text"
    assert reading.problems == ()
    assert len(reading.posts) == len(articles)
    for post, article in zip(reading.posts, articles, strict=True):
        assert post.labels == tuple(article.labels)
        check(post, article)


def long_thread(threads: int) -> Article:
    """Two replies to each top-level comment; one text in three is empty or full of marker words."""
    texts: list[Paragraphs] = [
        [["641. In our judgment", "642. the word is", "ReplyDelete"], ["Replies", "1. and no reply", "Delete"]],
        [],
        [["An ordinary remark, of which there are many."], ["https://example.org/x"]],
    ]
    comments = [
        Writing(texts[n % 3], [Writing(texts[(n + 1) % 3]), Writing(texts[(n + 2) % 3], [], n % 2 == 0)], n % 2 == 1)
        for n in range(threads)
    ]
    return Article("A Long Discussion", None, [[["It goes on."]]], comments)


def test_an_outline_of_ten_thousand_comments() -> None:
    article = long_thread(3_334)
    assert len(flat(article.comments)) == 10_002
    reading = read(write_outline(article).encode())
    assert reading.problems == ()
    check(reading.posts[0], article)


@pytest.mark.parametrize("own_lines", [False, True])
def test_an_extracted_text_of_ten_thousand_comments(own_lines: bool) -> None:
    answer = Writing([["Nothing is new here.", "641. In our judgment", "Deleted, all of it"]])
    article = Article(None, None, [[["It goes on."]]], [Writing([["An ordinary remark."]], [answer] * 3)] * 2_500)
    reading = read(write_extracted(article, own_lines=own_lines).encode())
    assert reading.problems == ()
    check(reading.posts[0], article, without_empty_lines)
