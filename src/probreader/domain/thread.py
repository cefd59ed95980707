"""The comment tree as a flat pre-order list. Every walk is a loop: a chain of 100,000 replies is ordinary input."""

from collections.abc import Mapping, Sequence
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

    An absent parent makes a top-level comment (an orphan). Of the comments in a loop of parents the one given first
    becomes top-level and the others hang below it, so that no comment is lost.
    """
    parents = {comment.id: comment.parent for comment in comments}
    orphans = {comment.id for comment in comments if comment.parent is not None and comment.parent not in parents}
    looped = _loop_heads(parents)
    uprooted = orphans | looped
    children: dict[str | None, list[Comment]] = {}
    for comment in comments:
        if comment.id in uprooted:
            children.setdefault(None, []).append(replace(comment, parent=None))
        else:
            children.setdefault(comment.parent, []).append(comment)
    return Arrangement(
        _preorder(children),
        tuple(comment.id for comment in comments if comment.id in orphans),
        tuple(comment.id for comment in comments if comment.id in looped),
    )


def _loop_heads(parents: Mapping[str, str | None]) -> set[str]:
    """Of each loop in ``parents`` the id that stands first in it."""
    position = {identity: index for index, identity in enumerate(parents)}
    heads = set()
    seen: set[str] = set()
    for start in parents:
        path: list[str] = []
        identity: str | None = start
        while identity is not None and identity in parents and identity not in seen:
            seen.add(identity)
            path.append(identity)
            identity = parents[identity]
        # The walk ended on its own path: from there on the path is a loop.
        if identity in path:
            heads.add(min(path[path.index(identity) :], key=position.__getitem__))
    return heads


def _preorder(children: Mapping[str | None, list[Comment]]) -> tuple[Comment, ...]:
    ordered = []
    stack = children.get(None, [])[::-1]
    while stack:
        comment = stack.pop()
        ordered.append(comment)
        stack.extend(reversed(children.get(comment.id, [])))
    return tuple(ordered)


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
