"""The words that Blogger's templates put between the comments.

A language is a row of these; English is the only one so far.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words."""

    reply: str
    """The action under a top-level comment."""
    delete: str
    """The action under every comment."""
    replies: str
    """The heading over the replies to a comment."""
    heading: re.Pattern[str]
    """The whole line over the comments; group ``count`` is absent when it says that there are none."""
    removed: frozenset[str]
    """What stands in place of a removed comment's text."""
    furniture: frozenset[str]
    """Whole lines below the comments that belong to the page and not to the discussion."""
    furniture_starts: tuple[str, ...]
    """Beginnings of further such lines."""

    @property
    def close_top(self) -> str:
        """The words that close a top-level comment, glued as the converters leave them."""
        return self.reply + self.delete


ENGLISH = Words(
    reply="Reply",
    delete="Delete",
    replies="Replies",
    heading=re.compile("(?:(?P<count>[0-9]{1,9}) comments?|No comments):"),
    removed=frozenset(
        {"This comment has been removed by the author.", "This comment has been removed by a blog administrator."}
    ),
    furniture=frozenset(
        {
            "Add comment",
            "Post a Comment",
            "Load more...",
            "Newer Post",
            "Older Post",
            "Newer Posts",
            "Older Posts",
            "Home",
            "Newer Post Older Post Home",
            "Newer Posts Older Posts Home",
            "Older Post Home",
            "Newer Post Home",
            "Links to this post",
            "View mobile version",
            "View web version",
        }
    ),
    furniture_starts=("Subscribe to: ",),
)


def is_furniture(line: str) -> bool:
    """Whether ``line`` is a pager, a form's button or the like."""
    line = line.strip()
    return line in ENGLISH.furniture or line.startswith(ENGLISH.furniture_starts)


def without_furniture(lines: Iterable[str]) -> list[str]:
    """``lines`` but for those that :func:`is_furniture`."""
    return [line for line in lines if not is_furniture(line)]
