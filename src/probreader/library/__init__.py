"""The library: posts, marks and places in an SQLite file with a full-text index. Nothing else of ours knows SQL."""

from probreader.library.cancelling import Cancel
from probreader.library.facade import Library
from probreader.library.marks.lines import FORMAT as MARKS_FORMAT
from probreader.library.marks.lines import LONGEST_LINE as LONGEST_MARKS_LINE
from probreader.library.values import (
    MOST_COUNTED,
    Added,
    Ancestor,
    Bookmark,
    Changes,
    EarlierText,
    EntryKind,
    History,
    Hit,
    HitOrder,
    LabelCount,
    Listing,
    MarksMerged,
    Place,
    PostLedger,
    PostOrder,
    PostSummary,
    SavedSearch,
    Snapshot,
    SourceLedger,
    ThreadFrame,
    Undone,
)

__all__ = [
    "LONGEST_MARKS_LINE",
    "MARKS_FORMAT",
    "MOST_COUNTED",
    "Added",
    "Ancestor",
    "Bookmark",
    "Cancel",
    "Changes",
    "EarlierText",
    "EntryKind",
    "History",
    "Hit",
    "HitOrder",
    "LabelCount",
    "Library",
    "Listing",
    "MarksMerged",
    "Place",
    "PostLedger",
    "PostOrder",
    "PostSummary",
    "SavedSearch",
    "Snapshot",
    "SourceLedger",
    "ThreadFrame",
    "Undone",
]
