"""One source on its way into the library."""

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from probreader.domain.counting import Counts
from probreader.library import presence
from probreader.library.indexing import Indexing
from probreader.library.values import Changes, EntryKind


@dataclass(slots=True)
class GivenPost:
    """What a reading gives of one post, and what it changes of it."""

    post_id: str
    """What the post is known by."""
    found: Counts
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By kind of entry: how many are new, changed, removed."""

    def changes(self, kind: EntryKind) -> Changes:
        """The counts of one kind."""
        return Changes(**self.counts[kind])


@dataclass(slots=True)
class Reading:
    """One source on its way into the library."""

    connection: sqlite3.Connection
    source: int
    imported: int
    """The number of the import."""
    given: presence.Given
    index: Indexing
    last_entry: int
    posts_new: int = 0
    entries_new: int = 0
    entries_known: int = 0
    posts: dict[int, GivenPost] = field(default_factory=dict)
    """The posts of this reading by number, in order."""

    @property
    def retold(self) -> set[int]:
        """The posts of which this reading tells otherwise what was known."""
        return {
            number
            for number, given in self.posts.items()
            if any(counts["changed"] or counts["removed"] for counts in given.counts.values())
        }


def note(reading: Reading, number: int, post_id: str, found: Counts) -> None:
    """Note what is given of a post, which may stand in the source in several pieces."""
    given = reading.posts.get(number)
    if given is None:
        reading.posts[number] = GivenPost(post_id, found)
    else:
        given.post_id, given.found = post_id, given.found.and_also(found)
