"""The library: posts, marks and places in an SQLite file with a full-text index. Nothing else of ours knows SQL."""

from probreader.library.cancelling import Cancel
from probreader.library.facade import Library
from probreader.library.values import (
    MOST_COUNTED,
    Added,
    Bookmark,
    Changes,
    EarlierText,
    EntryKind,
    History,
    Hit,
    HitOrder,
    LabelCount,
    Place,
    PostLedger,
    PostOrder,
    PostSummary,
    SavedSearch,
    SourceLedger,
)

__all__ = [
    "MOST_COUNTED",
    "Added",
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
    "Place",
    "PostLedger",
    "PostOrder",
    "PostSummary",
    "SavedSearch",
    "SourceLedger",
]
