"""The library: posts, marks and places in an SQLite file with a full-text index. Nothing else of ours knows SQL."""

from probreader.library.facade import Library
from probreader.library.query import Term, parse
from probreader.library.values import (
    Added,
    Bookmark,
    EntryKind,
    Hit,
    LabelCount,
    Place,
    PostOrder,
    PostSummary,
    ThreadFrame,
)

__all__ = [
    "Added",
    "Bookmark",
    "EntryKind",
    "Hit",
    "LabelCount",
    "Library",
    "Place",
    "PostOrder",
    "PostSummary",
    "Term",
    "ThreadFrame",
    "parse",
]
