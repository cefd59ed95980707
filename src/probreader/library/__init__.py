"""The library: posts, marks and places in an SQLite file with a full-text index. Nothing else of ours knows SQL."""

from probreader.library.facade import Library
from probreader.library.marks.lines import FORMAT as MARKS_FORMAT
from probreader.library.marks.lines import LONGEST_LINE as LONGEST_MARKS_LINE
from probreader.library.query import Term, parse
from probreader.library.values import (
    Added,
    Ancestor,
    Bookmark,
    Changes,
    EarlierText,
    EntryKind,
    History,
    Hit,
    LabelCount,
    MarksMerged,
    Place,
    PostLedger,
    PostOrder,
    PostSummary,
    Snapshot,
    SourceLedger,
    ThreadFrame,
    Undone,
)

__all__ = [
    "LONGEST_MARKS_LINE",
    "MARKS_FORMAT",
    "Added",
    "Ancestor",
    "Bookmark",
    "Changes",
    "EarlierText",
    "EntryKind",
    "History",
    "Hit",
    "LabelCount",
    "Library",
    "MarksMerged",
    "Place",
    "PostLedger",
    "PostOrder",
    "PostSummary",
    "Snapshot",
    "SourceLedger",
    "Term",
    "ThreadFrame",
    "Undone",
    "parse",
]
