"""What the library hands out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from probreader.domain.counting import Counts
from probreader.domain.outline import Outline
from probreader.domain.post import Post, Problem, Timestamp
from probreader.domain.prose import Prose


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
    """The newest entry first, by its own time or else its post's; what has no date stands last.

    Entries of one moment stand in the order in which they were read.
    """
    OLDEST = "oldest"
    """The oldest entry first; what has no date stands last."""
    BEST = "best"
    """Where the words match best, in headings and authors' names above all; without words that must match, newest."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many entries a reading changed; a placeholder is none."""

    new: int = 0
    changed: int = 0
    """Entries whose words are others now."""
    removed: int = 0
    """Entries that no source gives any more, or of which a source says for the first time that they were removed."""

    def __bool__(self) -> bool:
        return self != Changes()


@dataclass(frozen=True, slots=True)
class PostLedger:
    """What the reading of a source found of one post, and what it changed."""

    post_id: str
    title: str | None
    title_inferred: bool
    published: Timestamp | None
    counts: Counts
    """What the source holds of it."""
    comments: Changes
    """What was changed in the library, of comments."""
    body: Changes
    """The same, of sections."""
    imported: str
    """When the source last changed anything of the post; ISO 8601, UTC."""
    others: tuple[str, ...]
    """Locations of the other sources that the library has the post from."""


@dataclass(frozen=True, slots=True)
class SourceLedger:
    """What the reading of a source found."""

    location: str
    shape: str
    first_read: str
    """ISO 8601, UTC."""
    problems: tuple[Problem, ...]
    """All that was wrong with the source, whichever of its posts is asked for."""
    posts: tuple[PostLedger, ...]


@dataclass(frozen=True, slots=True)
class History:
    """What happened to the entries of a post since it came into the library, by their ids."""

    new: frozenset[str]
    """Entries that arrived after the post was visited last or, before any visit, after the import that brought it."""
    changed: Mapping[str, str]
    """When the words of an entry changed last; ISO 8601, UTC. See ``earlier_texts`` for what it said before."""
    gone: frozenset[str]
    """Entries that no source gives any more."""


@dataclass(frozen=True, slots=True)
class EarlierText:
    """What an entry said before it was changed."""

    heading: str | None
    """As of :class:`~probreader.domain.post.Section`; of a post its title. None for a comment."""
    body: Prose
    since: str
    """When it was first read; ISO 8601, UTC."""
    replaced: str
    """When other words were read in its place; ISO 8601, UTC."""


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
    """True when not a single row of the library was written, but for which version of the program read the source."""
    post_ids: tuple[str, ...]
    """The posts of the reading, each once, in its order."""
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By id of a post of the reading: the locations of the other sources that the library has it from."""
    ledger: tuple[PostLedger, ...] = ()
    """As ``post_ids``: what was found of each post, and what this reading changed of it."""

    @classmethod
    def nothing_new(cls, ledger: SourceLedger) -> Self:
        """What comes of a source that is known to give what it gave before."""
        return cls(
            posts_new=0,
            posts_known=len(ledger.posts),
            entries_new=0,
            entries_known=sum(line.counts.found + line.counts.sections for line in ledger.posts),
            problems=len(ledger.problems),
            unchanged=True,
            post_ids=tuple(line.post_id for line in ledger.posts),
            joined={line.post_id: line.others for line in ledger.posts if line.others},
            ledger=ledger.posts,
        )


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A label and how many posts bear it."""

    label: str
    posts: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Which posts are listed, in which order, as of when they were listed."""

    numbers: Sequence[int]
    """The library's own numbers of them."""

    def __len__(self) -> int:
        return len(self.numbers)


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
    new: int
    """Comments that arrived after the last visit (see :class:`History`)."""
    opened: bool
    """True when any entry is marked read."""
    bookmarks: int


@dataclass(frozen=True, slots=True)
class ThreadFrame:
    """A thread without its texts."""

    post: Post
    """What is known of the post; its sections and comments are empty."""
    outline: Outline
    read: list[int]
    """The entries that are marked read, by their index in the outline, ascending."""
    new: tuple[int, ...]
    """Those that arrived after the last visit (see :class:`History`), as ``read``."""
    changed: tuple[int, ...]
    """Those whose words have changed since they came, as ``read``."""
    gone: tuple[int, ...]
    """Those that no source gives any more, as ``read``."""


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


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A comment above a marked one, as it was then."""

    id: str
    author: str | None
    published: str | None
    """ISO 8601, as precise as the source gave it."""
    text: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An entry as it was when it was marked, with all that leads to it."""

    kind: EntryKind
    post_title: str | None
    post_url: str | None
    author: str | None
    published: str | None
    """ISO 8601, as precise as the source gave it."""
    permalink: str | None
    heading: str | None
    """Of a section."""
    created: str
    """When it was marked: ISO 8601, UTC, to the second."""
    text: str
    """Of a post, its title."""
    ancestors: tuple[Ancestor, ...]
    """The comments it answers, the topmost first, its parent last; empty for what answers the post."""
    left_out: int
    """How many comments above the first of ``ancestors`` were not kept; 0 but in very deep threads."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone, or done again."""

    said: str
    """A sentence for the status line, such as ``Marked 214 entries of “Title” unread again``."""
    post_id: str
    """The post concerned, by its present id; it may be one that the library does not hold."""
    entry_ids: tuple[str, ...]
    """The entries concerned, by their present ids, in no order; the post's own id for the post itself."""


@dataclass(frozen=True, slots=True)
class MarksMerged:
    """What merging the marks of another library brought."""

    lines: int
    """Marks that were read, each a line."""
    changed: int
    """Entries, bookmarks and places whose mark is another now."""
    awaiting: int
    """Read marks and places in the library whose entry or post it does not hold yet."""
