"""The comments of a Blogger page, told apart: which elements belong to which comment, and which comment holds which.

Templates agree on little, but all of them write a comment's parts in one stream, and nearly all put ``c<id>`` on what
begins a comment or on an anchor in it. So the stream is read in the order of the page: an element that bears a new id
begins a comment, and what follows belongs to it. Without ids a comment begins at its author's line, or at its text in
templates that put the text first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import islice

from probreader.sources.html.blogger_marks import key_of
from probreader.sources.html.dom import Element, ancestors


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


_CLASSES = {
    Part.HOLDER: "comment comment-item blogComment comment_wrap comment-block comment_inner cmm-item",
    Part.HEAD: (
        "user comment-author comment-poster comment-data comment_name comment-name comment_author commentauthor "
        "commenter cmt-author commenter-name author-comment comment-title"
    ),
    Part.BODY: (
        "comment-content comment-body blog-author-comment comment-body-author comment_body comment-text commentbody "
        "comment_text cmBody commenttext comment-entry blog-comment-body"
    ),
    Part.TIME: (
        "datetime comment-timestamp comment_date comment-date comment-time comment-footer comment_service byline "
        "comment_timestamp commentdate comment-meta comment-permalink"
    ),
    Part.DELETED: "deleted-comment",
}
_PART_OF = {name: part for part, names in _CLASSES.items() for name in names.split()}
_SELECTOR = ", ".join(
    [f".{name}" for name in _PART_OF] + ['[id^="c"]', '[id^="Blog"]', 'a[name^="c"]', "dt", 'a[href*="showComment="]']
)
FURNITURE = frozenset(
    "avatar-image-container comment-actions item-control comment-delete comment-replies comment-replybox-single "
    "comment-replybox-thread continue thread-toggle comment-reply comment_reply comment_child comment_reply_form "
    "comment-form loadmore comment_avatar comment-avatar blog-admin comment_author_flag comment-actions-menu "
    "comment-menu paging-control-container".split()
)
"""Classes of what stands in a comment and belongs to none of its parts."""
_ANSWERS = frozenset("comment-replies comment_child comment-thread children replies".split())
_FARTHEST = 200
"""Elements between a part and what holds it; farther ones are not looked for, so that depth costs nothing."""
_FOREIGN = frozenset("comment-form collapsed-backlink paging-control-container blog-pager".split())
_FOREIGN_IDS = frozenset(("backlinks-container", "comment-form", "comment-editor", "related-posts"))


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

    @property
    def is_empty(self) -> bool:
        """Whether nothing but an id or a holder was found."""
        return not (self.heads or self.bodies or self.times)


def part_of(element: Element) -> Part | None:
    """What ``element`` is of a comment; None when it is nothing of the kind."""
    parts = [part for name in element.classes if (part := _PART_OF.get(name))]
    for part in (Part.DELETED, Part.BODY, Part.HEAD, Part.TIME, Part.HOLDER):
        if part in parts:
            return part
    if element.tag == "dt":
        return Part.HEAD
    if element.tag == "a" and "showComment=" in (element.get("href") or ""):
        return Part.TIME
    return Part.ANCHOR if key_of(element) else None


def items_of(region: Element) -> list[Item]:
    """The comments that stand in ``region``, in the order of the page."""
    parts = [(element, part) for element in region.select(_SELECTOR) if (part := part_of(element))]
    items = list(_Sorter(region).sort(parts))
    for item in items:
        while item.parent is not None and item.parent.is_empty:
            item.parent = item.parent.parent
    return [item for item in items if not item.is_empty]


class _Sorter:
    """Deals the parts of comments out to the comments."""

    def __init__(self, region: Element) -> None:
        self._region = region
        self._item = Item()
        self._holders: dict[Element, Item] = {}
        self._text_first = False

    def sort(self, parts: Sequence[tuple[Element, Part]]) -> Iterator[Item]:
        """The items in order; some may be empty."""
        first = next((part for _, part in parts if part in (Part.HEAD, Part.BODY)), None)
        self._text_first = first is Part.BODY
        for element, part in parts:
            place = self._place(element)
            if place is None:
                continue
            around, answers = place
            if self._begins(element, part, around):
                yield self._item
                self._item = Item(parent=around if answers else None)
            self._add(element, part)
        yield self._item

    def _place(self, element: Element) -> tuple[Item | None, bool] | None:
        """The item that holds ``element``, and whether it stands among the answers to that; None in foreign parts."""
        answers = False
        for above in islice((element, *islice(ancestors(element), _FARTHEST)), _FARTHEST):
            if above == self._region:
                return None, False
            if above is not element and (item := self._holders.get(above)):
                return item, answers
            classes = above.classes
            if above.get("id") in _FOREIGN_IDS or not _FOREIGN.isdisjoint(classes):
                return None
            answers = answers or above.tag in ("ol", "ul") or not _ANSWERS.isdisjoint(classes)
        return None, False

    def _begins(self, element: Element, part: Part, around: Item | None) -> bool:
        item = self._item
        if key := key_of(element):
            return key != item.key and (item.key is not None or around is not item)
        if part is Part.HOLDER:
            return element.tag == "li" or around is not item
        if item.key is not None or around is item:
            return False
        if part is Part.HEAD and not self._text_first:
            return bool(item.heads and item.bodies)
        return part is Part.BODY and self._text_first and bool(item.bodies)

    def _add(self, element: Element, part: Part) -> None:
        item = self._item
        key = key_of(element)
        item.key = item.key or key
        if item.holder is None and (part is Part.HOLDER or (key and element.tag not in ("a", "dt", "dd"))):
            item.holder = element
            self._holders[element] = item
        match part:
            case Part.HEAD:
                item.heads.append(element)
            case Part.BODY:
                item.bodies.append(element)
            case Part.TIME:
                item.times.append(element)
            case Part.DELETED:
                item.deleted = True
