"""The comments of a Blogger page, told apart: which elements belong to which comment, and which comment holds which.

Templates agree on little, but all of them write a comment's parts in one stream, and nearly all put ``c<id>`` on what
begins a comment or on an anchor in it. So the stream is read in the order of the page: an element that bears a new id
begins a comment, and what follows belongs to it. Without ids a comment begins at its author's line, or at its text in
templates that put the text first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from probreader.sources.html.blogger_marks import key_of
from probreader.sources.html.dom import Element


class Part(Enum):
    """What an element is of a comment."""

    HOLDER = auto()
    """It holds the whole comment, and in threads the replies to it."""
    HEAD = auto()
    """It names the author."""
    BODY = auto()
    """The text."""
    TIME = auto()
    """It tells when; mostly the permalink too."""
    DELETED = auto()
    """It says that the text was removed."""
    ANCHOR = auto()
    """It bears an id and is nothing else."""
    OWNER = auto()
    """It marks the blog's owner and is nothing else; other parts may bear that mark too."""


_CLASSES = {
    Part.HOLDER: "comment comment-item blogComment comment_wrap comment-block comment_inner cmm-item",
    Part.HEAD: (
        "user comment-author comment-poster comment-data comment_name comment-name comment_author commentauthor "
        "commenter cmt-author commenter-name author-comment comment-title"
    ),
    Part.BODY: (
        "comment-content comment-body blog-author-comment comment-body-author comment_body comment-text commentbody "
        "comment_text cmBody commenttext comment-entry blog-comment-body blogCommentBody cmCo"
    ),
    Part.TIME: (
        "datetime blogCommentByline comment-timestamp comment_date comment-date comment-time comment-footer "
        "comment_service byline comment_timestamp commentdate comment-meta commentmetadata comment-permalink"
    ),
    Part.DELETED: "deleted-comment",
}
_OWNER = frozenset(
    "blog-author blog-author-comment author-comment comment-body-author comment_admin comment_author_flag".split()
)
_RANK = {part: rank for rank, part in enumerate((Part.DELETED, Part.BODY, Part.HEAD, Part.TIME, Part.HOLDER))}
_PART_OF = {name: part for part, names in _CLASSES.items() for name in names.split()}
_SELECTOR = ", ".join(
    [f".{name}" for name in (*_PART_OF, *sorted(_OWNER - _PART_OF.keys()))]
    + ['[id^="c"]', '[id^="Blog"]', 'a[name^="c"]', "dt", "cite", 'a[href*="showComment="]']
)
FURNITURE = frozenset(
    "avatar-image-container comment-actions item-control comment-delete comment-replies comment-replybox-single "
    "comment-replybox-thread continue thread-toggle comment-reply comment_reply comment_child comment_reply_form "
    "comment-form loadmore comment_avatar comment-avatar blog-admin comment_author_flag comment-actions-menu "
    "comment-menu paging-control-container comment-icon cmAc cmAv".split()
)
"""Classes of what stands in a comment and belongs to none of its parts."""
_ANSWERS = frozenset("comment-replies comment_child comment-thread children replies".split())
_FARTHEST = 60
"""Elements between a part and what holds it; farther ones are not looked for, so that depth costs nothing."""
_FOREIGN = frozenset("comment-form collapsed-backlink paging-control-container blog-pager".split())
_FOREIGN_IDS = frozenset(
    ("backlinks-container", "comment-form", "comment-editor", "related-posts", "blogger-dcom-block")
)


@dataclass(slots=True, eq=False)
class Item:
    """The elements of one comment."""

    key: str | None = None
    holder: Element | None = None
    parent: "Item | None" = None
    heads: list[Element] = field(default_factory=list)
    bodies: list[Element] = field(default_factory=list)
    times: list[Element] = field(default_factory=list)
    deleted: bool = False
    owner: bool = False
    """Whether the template marks it as the blog owner's."""
    mark: Element | None = None
    """Where the comment begins; None when nothing was found of it."""

    @property
    def is_bare(self) -> bool:
        """Whether nothing was found but an anchor that bears an id."""
        return self.key is not None and not (self.holder or self.heads or self.bodies or self.times)

    @property
    def is_empty(self) -> bool:
        """Whether there is neither an id nor any part."""
        return not (self.key or self.heads or self.bodies or self.times)


class Piece(NamedTuple):
    """An element that is part of a comment."""

    element: Element
    part: Part
    key: str | None
    """The id that it bears."""
    is_owner: bool
    """Whether it marks the comment as the blog owner's."""


def piece_of(element: Element) -> Piece | None:
    """What ``element`` is of a comment; None when it is nothing of the kind."""
    key = key_of(element)
    part, is_owner = _marked_as(element.attributes.get("class", ""))
    if part is None:
        if element.tag in ("dt", "cite"):
            part = Part.HEAD
        elif "showComment=" in element.attributes.get("href", ""):
            part = Part.TIME
        else:
            part = Part.ANCHOR if key else Part.OWNER if is_owner else None
    return Piece(element, part, key, is_owner) if part else None


@lru_cache(maxsize=64)
def _marked_as(names: str) -> tuple[Part | None, bool]:
    """What the words of a ``class`` attribute say an element is, and whether they mark the blog's owner."""
    classes = names.split()
    parts = [part for name in classes if (part := _PART_OF.get(name))] if "icon" not in classes else []
    return min(parts, key=_RANK.__getitem__, default=None), not _OWNER.isdisjoint(classes)


def items_of(region: Element) -> list[Item]:
    """The comments that stand in ``region``, in the order of the page."""
    items = list(_Sorter(region).sort([piece for one in region.select(_SELECTOR) if (piece := piece_of(one))]))
    for item in items:
        while item.parent is not None and item.parent.is_empty:
            item.parent = item.parent.parent
    return [item for item in items if not item.is_empty]


def is_backlinks(element: Element) -> bool:
    """Whether ``element`` lists the pages that link to the post, which classic templates mark like comments."""
    if element.tag != "dl":
        return False
    first = next(iter(element.children()), None)
    return first is not None and first.tag == "dt" and "comment-title" in first.classes and key_of(first) is None


def _traits(element: Element) -> tuple[bool, bool]:
    """Whether ``element`` is of something other than the comments, and whether it holds answers."""
    is_foreign, has_answers = _kind_of(element.attributes.get("class", ""))
    is_foreign = is_foreign or element.attributes.get("id") in _FOREIGN_IDS or is_backlinks(element)
    return is_foreign, has_answers or element.tag in ("ol", "ul")


@lru_cache(maxsize=64)
def _kind_of(names: str) -> tuple[bool, bool]:
    """The same, as far as the words of a ``class`` attribute tell."""
    classes = names.split()
    return not _FOREIGN.isdisjoint(classes), not _ANSWERS.isdisjoint(classes)


class _Sorter:
    """Deals the parts of comments out to the comments."""

    def __init__(self, region: Element) -> None:
        self._region = region
        self._item = Item()
        self._holders: dict[Element, Item] = {}
        self._known: dict[Element, tuple[bool, bool]] = {}
        """The traits of the elements looked at; pieces share what is around them."""
        self._text_first = False

    def sort(self, pieces: Sequence[Piece]) -> Iterator[Item]:
        """The items in order; some may be empty."""
        first = next((piece.part for piece in pieces if piece.part in (Part.HEAD, Part.BODY)), None)
        self._text_first = first is Part.BODY
        for piece in pieces:
            place = self._place(piece.element)
            if place is None:
                continue
            around, answers = place
            if self._begins(piece, around):
                yield self._item
                self._item = Item(parent=around if answers else None)
            self._add(piece)
        yield self._item

    def _place(self, element: Element) -> tuple[Item | None, bool] | None:
        """The item that holds ``element``, and whether it stands among the answers to that; None in foreign parts."""
        answers = False
        above: Element | None = element
        for _ in range(_FARTHEST):
            if above is None:
                break
            if above is self._region:
                return None if is_backlinks(above) else (None, False)
            if above is not element and (item := self._holders.get(above)):
                return item, answers
            known = self._known.get(above)
            if known is None:
                known = self._known[above] = _traits(above)
            if known[0]:
                return None
            answers = answers or known[1]
            above = above.parent
        return None, False

    def _begins(self, piece: Piece, around: Item | None) -> bool:
        item, part = self._item, piece.part
        if piece.key:
            return piece.key != item.key and (item.key is not None or around is not item)
        if part is Part.OWNER or item.is_bare:
            return False
        if part is Part.HOLDER:
            return piece.element.tag == "li" or around is not item
        if item.key is not None or around is item:
            return False
        if part is Part.HEAD and not self._text_first:
            return bool(item.heads and item.bodies)
        return part is Part.BODY and self._text_first and bool(item.bodies)

    def _add(self, piece: Piece) -> None:
        item, element = self._item, piece.element
        item.mark = item.mark or element
        item.key = item.key or piece.key
        item.owner = item.owner or piece.is_owner
        holds = piece.part is Part.HOLDER or (piece.key and element.tag not in ("a", "dt", "dd"))
        if holds and item.holder is None:
            item.holder = element
            self._holders[element] = item
        match piece.part:
            case Part.HEAD:
                item.heads.append(element)
            case Part.BODY:
                item.bodies.append(element)
            case Part.TIME:
                item.times.append(element)
            case Part.DELETED:
                item.deleted = True
