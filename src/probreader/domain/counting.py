"""What a reading holds of a post, in numbers."""

from typing import NamedTuple

from probreader.domain.post import Certainty, Post


class Counts(NamedTuple):
    """What a source says of a post; of comments where nothing else is said, and a placeholder is none."""

    declared: int | None
    """How many the source says there are; None when it does not say."""
    found: int
    replies: int
    orphans: int
    """Those whose parent the source lacks."""
    inferred: int
    """Those whose parent is inferred."""
    sections: int

    def and_also(self, other: "Counts") -> "Counts":
        """These and ``other``, of the same post in another place of the same source."""
        declared = [count for count in (self.declared, other.declared) if count is not None]
        sums = (mine + theirs for mine, theirs in zip(self[1:], other[1:], strict=True))
        return Counts(max(declared, default=None), *sums)


def counts_of(post: Post) -> Counts:
    """What ``post`` holds."""
    placeholders = {comment.id for comment in post.comments if comment.placeholder}
    return Counts(
        declared=post.declared_comments,
        found=len(post.comments) - len(placeholders),
        replies=sum(comment.parent is not None for comment in post.comments),
        orphans=sum(comment.parent in placeholders for comment in post.comments),
        inferred=sum(comment.certainty is Certainty.INFERRED for comment in post.comments),
        sections=len(post.sections),
    )
