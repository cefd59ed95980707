"""The JSON that other tools rely on. ``parse --json`` prints one :class:`FileObject` a line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

from probreader.domain.post import Author, Comment, Post, Problem, Section, Timestamp
from probreader.domain.thread import shape_of

if TYPE_CHECKING:
    from probreader.library import Bookmark, Hit, PostSummary, SavedSearch


class ProblemObject(TypedDict):
    """One entry of a file's ledger."""

    code: str
    message: str
    line: int | None


class SectionObject(TypedDict):
    """A part of a post's body."""

    heading: str | None
    text: str


class RemovedSectionObject(SectionObject):
    """A part of a post's body that no source gives any more, for ``show --json``; ``removed`` is true."""

    removed: bool


class CommentObject(TypedDict):
    """A comment; ``depth`` is 1 for one that answers the post."""

    id: str
    parent: str | None
    parent_certainty: str
    depth: int
    author: str | None
    published: str | None
    permalink: str | None
    removed: bool
    text: str


class PostObject(TypedDict):
    """A post with its comments flat in reading order; times are ISO 8601, as precise as the source gave them."""

    id: str
    url: str | None
    title: str | None
    title_inferred: bool
    author: str | None
    published: str | None
    updated: str | None
    labels: list[str]
    declared_comments: int | None
    sections: list[SectionObject]
    comments: list[CommentObject]


class FileObject(TypedDict):
    """What one file holds; ``path`` is as the user named it."""

    path: str
    shape: str
    problems: list[ProblemObject]
    posts: list[PostObject]


class SummaryObject(TypedDict):
    """A post of the library, for ``list --json``."""

    id: str
    title: str | None
    title_inferred: bool
    published: str | None
    labels: list[str]
    sections: int
    comments: int
    declared_comments: int | None
    unread: int
    bookmarks: int


class HitObject(TypedDict):
    """A search hit, for ``search --json``.

    ``kind`` is ``section``, ``comment``, or ``post`` for a match in the title alone, when ``entry`` is the post's id.
    ``matches`` are pairs of offsets in ``snippet``, in characters.
    """

    post: str
    post_title: str | None
    entry: str
    kind: str
    author: str | None
    published: str | None
    snippet: str
    matches: list[list[int]]


class SavedSearchObject(TypedDict):
    """A saved search, for ``search --list-saved --json``.

    ``count`` is how many entries it finds, with 1000 for as many or more; null when the query is not understood.
    """

    name: str
    query: str
    count: int | None


class BookmarkObject(TypedDict):
    """A bookmark, for ``bookmarks --json``; ``created`` is UTC."""

    post: str
    post_title: str | None
    entry: str
    kind: str
    author: str | None
    excerpt: str
    note: str
    tags: list[str]
    created: str


def file_object(path: str, shape: str, problems: Sequence[Problem]) -> FileObject:
    """What was read of the file at ``path``, but for its posts, which may be many: they follow one by one."""
    return {
        "path": path,
        "shape": shape,
        "problems": problem_objects(problems),
        "posts": [],
    }


def post_object(post: Post) -> PostObject:
    """``post`` whole."""
    depths = shape_of(post.comments).depths
    return {
        "id": post.id,
        "url": post.url,
        "title": post.title,
        "title_inferred": post.title_inferred,
        "author": _name(post.author),
        "published": _time(post.published),
        "updated": _time(post.updated),
        "labels": list(post.labels),
        "declared_comments": post.declared_comments,
        "sections": [_section(section) for section in post.sections],
        "comments": [_comment(comment, depth) for comment, depth in zip(post.comments, depths, strict=True)],
    }


def _section(section: Section) -> SectionObject:
    if section.removed:
        removed: RemovedSectionObject = {"heading": section.heading, "text": section.body.text, "removed": True}
        return removed
    return {"heading": section.heading, "text": section.body.text}


def _comment(comment: Comment, depth: int) -> CommentObject:
    return {
        "id": comment.id,
        "parent": comment.parent,
        "parent_certainty": comment.certainty.value,
        "depth": depth,
        "author": _name(comment.author),
        "published": _time(comment.published),
        "permalink": comment.permalink,
        "removed": comment.removed,
        "text": comment.body.text,
    }


def summary_object(summary: "PostSummary") -> SummaryObject:
    """``summary`` as one line of ``list --json``."""
    return {
        "id": summary.id,
        "title": summary.title,
        "title_inferred": summary.title_inferred,
        "published": _time(summary.published),
        "labels": list(summary.labels),
        "sections": summary.sections,
        "comments": summary.comments,
        "declared_comments": summary.declared,
        "unread": summary.unread,
        "bookmarks": summary.bookmarks,
    }


def hit_object(hit: "Hit") -> HitObject:
    """``hit`` as one line of ``search --json``."""
    return {
        "post": hit.post_id,
        "post_title": hit.post_title,
        "entry": hit.entry_id,
        "kind": hit.kind,
        "author": hit.author,
        "published": _time(hit.published),
        "snippet": hit.snippet,
        "matches": [[start, end] for start, end in hit.spans],
    }


def saved_search_object(saved: "SavedSearch") -> SavedSearchObject:
    """``saved`` as one line of ``search --list-saved --json``."""
    return {"name": saved.name, "query": saved.query, "count": saved.count}


def bookmark_object(bookmark: "Bookmark") -> BookmarkObject:
    """``bookmark`` as one line of ``bookmarks --json``."""
    return {
        "post": bookmark.post_id,
        "post_title": bookmark.post_title,
        "entry": bookmark.entry_id,
        "kind": bookmark.kind,
        "author": bookmark.author,
        "excerpt": bookmark.excerpt,
        "note": bookmark.note,
        "tags": list(bookmark.tags),
        "created": bookmark.created,
    }


def problem_objects(problems: Sequence[Problem]) -> list[ProblemObject]:
    """``problems`` in their order."""
    return [{"code": problem.code, "message": problem.message, "line": problem.line} for problem in problems]


def _name(author: Author | None) -> str | None:
    return None if author is None else author.name


def _time(timestamp: Timestamp | None) -> str | None:
    return None if timestamp is None else timestamp.iso
