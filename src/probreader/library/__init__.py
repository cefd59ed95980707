"""The library: posts, marks and places in an SQLite file with a full-text index. Nothing else of ours knows SQL."""

from probreader.library.cancelling import Cancel
from probreader.library.facade import Library
from probreader.library.values import (
    MOST_COUNTED,
    Added,
    Bookmark,
    EntryKind,
    Hit,
    HitOrder,
    LabelCount,
    Place,
    PostOrder,
    PostSummary,
    SavedSearch,
)

__all__ = [
    "MOST_COUNTED",
    "Added",
    "Bookmark",
    "Cancel",
    "EntryKind",
    "Hit",
    "HitOrder",
    "LabelCount",
    "Library",
    "Place",
    "PostOrder",
    "PostSummary",
    "SavedSearch",
]
