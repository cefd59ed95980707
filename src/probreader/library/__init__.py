"""The library: posts, marks and places in an SQLite file with a full-text index. Nothing else of ours knows SQL."""

from probreader.library.facade import Library
from probreader.library.query import Term, parse
from probreader.library.values import (
    Added,
    Ancestor,
    Bookmark,
    EntryKind,
    Hit,
    LabelCount,
    MarksMerged,
    Place,
    PostOrder,
    PostSummary,
    Snapshot,
    Undone,
)

__all__ = [
    "Added",
    "Ancestor",
    "Bookmark",
    "EntryKind",
    "Hit",
    "LabelCount",
    "Library",
    "MarksMerged",
    "Place",
    "PostOrder",
    "PostSummary",
    "Snapshot",
    "Term",
    "Undone",
    "parse",
]
