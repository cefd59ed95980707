"""The comment tree as a flat pre-order list. Every walk is a loop: a chain of 100,000 replies is ordinary input."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from probreader.domain.post import Comment

NO_PARENT = -1


@dataclass(frozen=True, slots=True)
class Shape:
    """Where each comment of a flat list stands in the tree; all three are as long as the list."""

    parents: tuple[int, ...]
    """Index of the parent, which is always smaller than the comment's own; ``NO_PARENT`` for a top-level comment."""
    depths: tuple[int, ...]
    """1 for a top-level comment."""
    descendants: tuple[int, ...]
    """How many comments stand below; they are the ones that follow at once in the list."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Comments in reading order, and whose parents could not be honoured."""

    comments: tuple[Comment, ...]
    orphans: tuple[str, ...]
    """Ids of comments whose parent is absent; they now stand at top level."""
    looped: tuple[str, ...]
    """Ids of comments cut from a loop of parents; they now stand at top level."""


def arrange(comments: Sequence[Comment]) -> Arrangement:
    """``comments`` in pre-order, siblings in the order given; ids must be distinct.

    An absent parent makes a top-level comment (an orphan). In a loop of parents the comment given first becomes
    top-level and the others hang below it, so that no comment is lost.
    """
    ids = {comment.id for comment in comments}
    orphans = {comment.id for comment in comments if comment.parent is not None and comment.parent not in ids}
    children: dict[str | None, list[Comment]] = {}
    for comment in comments:
        parent = None if comment.id in orphans else comment.parent
        children.setdefault(parent, []).append(comment)
    ordered: list[Comment] = []
    seen: set[str] = set()
    _walk(children, list(reversed(children.get(None, []))), ordered, seen)
    looped = []
    for comment in comments:
        if comment.id not in seen:
            looped.append(comment.id)
            _walk(children, [comment], ordered, seen)
    uprooted = orphans.union(looped)
    if uprooted:
        ordered = [replace(c, parent=None) if c.id in uprooted else c for c in ordered]
    return Arrangement(tuple(ordered), tuple(c.id for c in comments if c.id in orphans), tuple(looped))


def _walk(
    children: dict[str | None, list[Comment]], stack: list[Comment], ordered: list[Comment], seen: set[str]
) -> None:
    while stack:
        comment = stack.pop()
        if comment.id in seen:
            continue
        seen.add(comment.id)
        ordered.append(comment)
        stack.extend(reversed(children.get(comment.id, [])))


def shape_of(comments: Sequence[Comment]) -> Shape:
    """The shape of ``comments``, which must be in reading order (see :func:`arrange`).

    Raises:
        ValueError: a comment's parent is not among the comments before it.
    """
    index: dict[str, int] = {}
    parents: list[int] = []
    depths: list[int] = []
    for position, comment in enumerate(comments):
        if comment.parent is None:
            parents.append(NO_PARENT)
            depths.append(1)
        elif (parent := index.get(comment.parent)) is not None:
            parents.append(parent)
            depths.append(depths[parent] + 1)
        else:
            raise ValueError(f"the parent of comment {comment.id} does not stand before it")
        index[comment.id] = position
    descendants = [0] * len(parents)
    for position in range(len(parents) - 1, -1, -1):
        if parents[position] != NO_PARENT:
            descendants[parents[position]] += descendants[position] + 1
    return Shape(tuple(parents), tuple(depths), tuple(descendants))
