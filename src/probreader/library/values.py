"""What the library hands out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from probreader.domain.post import Timestamp


class EntryKind(StrEnum):
    """What an entry is."""

    POST = "post"
    """The post itself, as its title."""
    SECTION = "section"
    COMMENT = "comment"


class PostOrder(StrEnum):
    """How a list of posts is sorted; posts without a date, and without a title, stand last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    COMMENTS = "comments"
    """Most comments first, then newest."""
    UNREAD = "unread"
    """Most unread comments first, then newest."""


class HitOrder(StrEnum):
    """How the hits of a search are sorted."""

    NEWEST = "newest"
    """The newest post first, then in reading order; posts without a date stand last."""
    OLDEST = "oldest"
    """The oldest post first, then in reading order; posts without a date stand last."""
    BEST = "best"
    """Where the words match best, in headings and authors' names above all; without words that must match, newest."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding one source changed; entries are sections and comments."""

    posts_new: int
    posts_known: int
    entries_new: int
    entries_known: int
    """Entries of this reading that the library held before, whether or not they changed."""
    problems: int
    """How many problems the reading had."""
    unchanged: bool
    """True when not a single row of the library was written."""
    post_ids: tuple[str, ...]
    """The posts of the reading, each once, in its order."""
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By id of a post of the reading: the locations of the other sources that the library has it from."""


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A label and how many posts bear it."""

    label: str
    posts: int


@dataclass(frozen=True, slots=True)
class PostSummary:
    """A line of the post list. Placeholders are not counted as comments."""

    id: str
    title: str | None
    """None when the source gives none and none could be inferred."""
    title_inferred: bool
    published: Timestamp | None
    labels: tuple[str, ...]
    comments: int
    declared: int | None
    """How many comments the source says there are; None when it does not say."""
    sections: int
    unread: int
    """Comments not marked read."""
    opened: bool
    """True when any entry is marked read."""
    bookmarks: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a search found."""

    post_id: str
    post_title: str | None
    entry_id: str
    """The post's own id when ``kind`` is POST."""
    kind: EntryKind
    author: str | None
    published: Timestamp | None
    """The entry's own time; a section has its post's."""
    snippet: str
    """One line around the first match; ``…`` stands where the text was cut."""
    spans: tuple[tuple[int, int], ...]
    """What matches of the query's words and regular expressions, as offsets into ``snippet``; empty when nothing of
    them is in heading or text."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that the user has given a name."""

    name: str
    query: str
    count: int | None
    """How many entries it finds now, :data:`MOST_COUNTED` at most; None when it cannot be understood any more."""


MOST_COUNTED = 1000
"""Hits of a saved search beyond these are not counted."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A marked entry."""

    post_id: str
    post_title: str | None
    entry_id: str
    """The post's own id when ``kind`` is POST."""
    kind: EntryKind
    author: str | None
    excerpt: str
    """One line from the start of the text as it was when marked."""
    note: str
    tags: tuple[str, ...]
    created: str
    """ISO 8601, UTC, to the second."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading a post was left."""

    post_id: str
    entry_id: str | None
    """The highlighted entry; None when none was."""
    collapsed: frozenset[str]
    """Ids of collapsed entries."""
    scroll: int
    """Lines from the top of the window to the entry; negative when it begins above."""
