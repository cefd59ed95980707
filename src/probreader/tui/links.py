"""Where the words of a thread lead: the references found in its texts, by the ids of its entries. Pure: no Textual."""

from collections.abc import Sequence
from dataclasses import dataclass

from probreader.domain.post import Post
from probreader.domain.references import ReferenceKind, find_references
from probreader.tui.course import course_of


@dataclass(frozen=True, slots=True)
class Link:
    """Words of an entry that mean another; see :class:`~probreader.domain.references.Reference`."""

    start: int
    end: int
    kind: ReferenceKind
    target: str
    """The id of the entry that is meant."""


class Links:
    """What only the whole of a thread tells: its references, and how it went over time."""

    def __init__(self, post: Post) -> None:
        self.references = find_references(post)
        """By index among the sections and comments of the post."""
        self.course = course_of(comment.published for comment in post.comments)
        """None when too few times are known."""
        ids = [*(section.id for section in post.sections), *(comment.id for comment in post.comments)]
        self._links: dict[str, tuple[Link, ...]] = {}
        self._answers: dict[str, list[str]] = {}
        for entry, found in self.references.items():
            self._links[ids[entry]] = tuple(Link(each.start, each.end, each.kind, ids[each.target]) for each in found)
            for target in dict.fromkeys(ids[each.target] for each in found):
                self._answers.setdefault(target, []).append(ids[entry])

    def of(self, entry_id: str) -> Sequence[Link]:
        """The references in the text of an entry, in the order of their offsets."""
        return self._links.get(entry_id, ())

    def answers(self, entry_id: str) -> Sequence[str]:
        """The entries that refer to an entry, in reading order."""
        return self._answers.get(entry_id, ())
