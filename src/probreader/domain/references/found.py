"""What a reference is."""

from dataclasses import dataclass
from enum import StrEnum


class ReferenceKind(StrEnum):
    """By what an entry is referred to."""

    CLOCK = "clock"
    """The time of day at which it was written."""
    NAME = "name"
    """The name of its author."""
    QUOTATION = "quotation"
    """Eight or more of its words in a row."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a comment that point at another entry of the thread."""

    start: int
    """Offset of the first character in the comment's text."""
    end: int
    """Offset after the last character."""
    kind: ReferenceKind
    target: int
    """Index among the sections and comments of the post; an entry that was written before."""
