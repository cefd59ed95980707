"""Posts and problems as bytes between processes of one probreader.

Plain tuples through :mod:`marshal` take half the time of pickled values, whose every field costs a call. The format is
of the running interpreter only, and nothing keeps it.
"""

import marshal
from typing import Any

from probreader.domain.post import Author, Certainty, Comment, Post, Problem, Section, Timestamp
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.sources import Reading

_CERTAINTIES = {certainty.value: certainty for certainty in Certainty}
_KINDS = {kind.value: kind for kind in SpanKind}

_Plain = Any
"""Tuples, text, numbers, None."""


def packed(reading: Reading) -> bytes:
    """``reading`` as bytes."""
    problems = [(problem.code, problem.message, problem.line) for problem in reading.problems]
    return marshal.dumps((reading.shape, [_plain_post(post) for post in reading.posts], problems))


def unpacked(data: bytes) -> Reading:
    """The reading that :func:`packed` made bytes of."""
    shape, posts, problems = marshal.loads(data)  # noqa: S302 - written by our own process a moment ago
    return Reading(shape, tuple(map(_post, posts)), tuple(Problem(*problem) for problem in problems))


def _plain_post(post: Post) -> _Plain:
    return (
        post.id,
        post.url,
        post.title,
        post.title_inferred,
        _plain_author(post.author),
        _plain_time(post.published),
        _plain_time(post.updated),
        post.labels,
        post.declared_comments,
        [(section.id, section.heading, _plain_prose(section.body)) for section in post.sections],
        [_plain_comment(comment) for comment in post.comments],
    )


def _plain_comment(comment: Comment) -> _Plain:
    return (
        comment.id,
        comment.parent,
        comment.certainty.value,
        _plain_author(comment.author),
        _plain_time(comment.published),
        comment.permalink,
        _plain_prose(comment.body),
        comment.removed,
        comment.placeholder,
    )


def _plain_author(author: Author | None) -> _Plain:
    return author and (author.name, author.url, author.is_owner)


def _plain_time(time: Timestamp | None) -> _Plain:
    return time and (time.iso, time.raw)


def _plain_prose(prose: Prose) -> _Plain:
    return prose.text, [(span.start, span.end, span.kind.value, span.target) for span in prose.spans]


def _post(plain: _Plain) -> Post:
    id_, url, title, inferred, author, published, updated, labels, declared, sections, comments = plain
    return Post(
        id_,
        url,
        title,
        inferred,
        author and Author(*author),
        published and Timestamp(*published),
        updated and Timestamp(*updated),
        labels,
        declared,
        tuple(Section(name, heading, _prose(body)) for name, heading, body in sections),
        tuple(map(_comment, comments)),
    )


def _comment(plain: _Plain) -> Comment:
    id_, parent, certainty, author, published, permalink, body, removed, placeholder = plain
    return Comment(
        id_,
        parent,
        _CERTAINTIES[certainty],
        author and Author(*author),
        published and Timestamp(*published),
        permalink,
        _prose(body),
        removed,
        placeholder,
    )


def _prose(plain: _Plain) -> Prose:
    text, spans = plain
    return Prose(text, tuple(Span(start, end, _KINDS[kind], target) for start, end, kind, target in spans))
