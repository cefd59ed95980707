"""The library: posts, marks and places in an SQLite file with a full-text index. Nothing else of ours knows SQL."""

from probreader.library.facade import Library
from probreader.library.query import Term, parse
from probreader.library.values import (
    Added,
    Bookmark,
    Changes,
    EarlierText,
    EntryKind,
    History,
    Hit,
    LabelCount,
    Place,
    PostLedger,
    PostOrder,
    PostSummary,
    SourceLedger,
    ThreadFrame,
)

__all__ = [
    "Added",
    "Bookmark",
    "Changes",
    "EarlierText",
    "EntryKind",
    "History",
    "Hit",
    "LabelCount",
    "Library",
    "Place",
    "PostLedger",
    "PostOrder",
    "PostSummary",
    "SourceLedger",
    "Term",
    "ThreadFrame",
    "parse",
]
