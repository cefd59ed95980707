"""Posts and comments as structured sources give them (pages, feeds, exports), on their way to domain values.

A shape's reader fills drafts in any order; :func:`finish` puts the comments in reading order, gives ids to what has
none, and turns what does not fit (absent parents, loops, repeated ids) into problems.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from probreader.domain.identity import Fingerprints, address_id
from probreader.domain.post import Author, Certainty, Comment, Post, Problem, Section, Timestamp
from probreader.domain.prose import Prose
from probreader.domain.thread import arrange
from probreader.sources.titles import infer_title


@dataclass(slots=True)
class CommentDraft:
    """A comment as the source gives it. All text in it is clean."""

    key: str | None
    """The source's own id for it, unique in its post, such as ``c4711``; None where there is none."""
    body: Prose
    parent: str | None = None
    """The key of the comment it replies to; None for a top-level comment."""
    certainty: Certainty = Certainty.STATED
    """How ``parent`` is known."""
    author: Author | None = None
    published: Timestamp | None = None
    permalink: str | None = None
    removed: bool = False
    """True when the source says that the text was removed."""
    line: int | None = None
    """Where in the source it stands, from 1; None when unknown."""


@dataclass(slots=True)
class PostDraft:
    """A post as the source gives it. All text in it is clean."""

    url: str | None = None
    """Its address; the post's id is made from it."""
    key: str | None = None
    """The source's own id for it, for a post without an address; None where there is none."""
    title: str | None = None
    author: Author | None = None
    published: Timestamp | None = None
    updated: Timestamp | None = None
    labels: Sequence[str] = ()
    declared: int | None = None
    """How many comments the source says there are; None when it does not say."""
    sections: Sequence[tuple[str | None, Prose]] = ()
    """Heading (None where the source marks none) and text of each part of the body."""
    comments: list[CommentDraft] = field(default_factory=list)
    """In the order of the source; a reply may stand before its parent."""
    is_excerpt: bool = False
    """True when the source holds only some of the comments by design (a feed of the newest 25, one page of several)."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A post, and what was wrong with its draft."""

    post: Post
    problems: tuple[Problem, ...]


def finish(draft: PostDraft, posts: Fingerprints) -> Finished:
    """``draft`` as a post. ``posts`` makes ids for posts without an address or key; one instance a source.

    An absent parent becomes a placeholder at top level, so that the replies to it stay together.
    """
    post_id = _post_id(draft, posts)
    ids = Fingerprints(post_id)
    problems: list[Problem] = []
    comments = list(_comments(draft.comments, ids, problems))
    arranged = arrange(list(_with_placeholders(comments, problems)))
    if arranged.looped:
        loops = _counted(len(arranged.looped), "comment")
        message = f"{loops} answered each other in a circle; the first of each circle is shown at top level."
        problems.append(Problem("parent-loop", message))
    problems += _count_problems(draft, sum(not comment.placeholder for comment in arranged.comments))
    opening = next((prose.text for _, prose in draft.sections if prose.text), "")
    inferred = None if draft.title else infer_title(opening)
    post = Post(
        id=post_id,
        url=draft.url,
        title=draft.title or inferred,
        title_inferred=inferred is not None,
        author=draft.author,
        published=draft.published,
        updated=draft.updated,
        labels=tuple(dict.fromkeys(draft.labels)),
        declared_comments=draft.declared,
        sections=tuple(Section(ids.take("section", prose.text), heading, prose) for heading, prose in draft.sections),
        comments=arranged.comments,
    )
    return Finished(post, tuple(problems))


def _post_id(draft: PostDraft, posts: Fingerprints) -> str:
    from_address = address_id(draft.url) if draft.url else None
    if from_address or draft.key:
        return from_address or draft.key or ""
    opening = "\n".join(prose.text for _, prose in draft.sections)[:200]
    return posts.take("post", draft.title or opening, draft.published.iso if draft.published else None)


def _comments(drafts: Sequence[CommentDraft], ids: Fingerprints, problems: list[Problem]) -> Iterator[Comment]:
    """The comments, each with an id of its own: of those that share a key the first has it."""
    seen: dict[str, CommentDraft] = {}
    repeated = 0
    for draft in drafts:
        published = draft.published.iso if draft.published else None
        identity = draft.key or ids.take(draft.author.name if draft.author else None, published, draft.body.text)
        if (first := seen.get(identity)) is not None:
            if (first.body.text, first.author) == (draft.body.text, draft.author):
                continue
            repeated += 1
            identity = ids.take(identity, published, draft.body.text)
        seen[identity] = draft
        yield Comment(
            identity,
            draft.parent,
            draft.certainty,
            draft.author,
            draft.published,
            draft.permalink,
            draft.body,
            draft.removed,
        )
    if repeated:
        message = (
            f"{_counted(repeated, 'comment')} had the id of another one and got a new one; replies stay with the first."
        )
        problems.append(Problem("repeated-id", message))


def _with_placeholders(comments: Sequence[Comment], problems: list[Problem]) -> Iterator[Comment]:
    """``comments``, with one placeholder for every absent parent before the first reply to it."""
    held = {comment.id for comment in comments}
    absent: set[str] = set()
    for comment in comments:
        parent = comment.parent
        if parent is not None and parent not in held and parent not in absent:
            absent.add(parent)
            yield Comment(parent, None, Certainty.STATED, None, None, None, Prose(""), placeholder=True)
        yield comment
    if absent:
        message = (
            f"The source lacks {_counted(len(absent), 'comment')} that others answer; a placeholder stands for each. "
            "Read a fuller source of the same post (its page, its comment feed) to have them."
        )
        problems.append(Problem("parent-missing", message))


def _count_problems(draft: PostDraft, found: int) -> Iterator[Problem]:
    declared = draft.declared
    if declared is None or declared == found:
        return
    title = f" of “{draft.title}”" if draft.title else ""
    if found < declared:
        message = f"The source declares {_counted(declared, 'comment')}{title} and holds {found}."
        if draft.is_excerpt:
            message += " It is made to hold only a part; read the rest to have them all."
        yield Problem("comments-missing", message)
    else:
        yield Problem(
            "comments-extra", f"The source declares {_counted(declared, 'comment')}{title}, but holds {found}."
        )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
