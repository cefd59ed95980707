"""The JSON of ``ledger --json``, which other tools rely on."""

from collections.abc import Sequence
from typing import TypedDict

from probreader.cli.contract import ProblemObject, problem_objects
from probreader.library import Changes, History, PostLedger, PostSummary, SourceLedger


class ChangesObject(TypedDict):
    """How many entries a reading changed in the library."""

    new: int
    changed: int
    removed: int


class SourceLedgerObject(TypedDict):
    """What a source holds of a post; counts are of comments where nothing else is said. Times are UTC.

    ``problems`` are those of the whole source.
    """

    path: str
    shape: str
    first_read: str
    changed_last: str
    declared: int | None
    found: int
    replies: int
    orphans: int
    inferred: int
    sections: int
    comment_changes: ChangesObject
    section_changes: ChangesObject
    problems: list[ProblemObject]


class LedgerObject(TypedDict):
    """A post of the library and its sources, for ``ledger --json``.

    ``found`` is how many comments the library holds; ``new``, ``changed`` and ``gone`` are ids of entries.
    """

    post: str
    title: str | None
    declared: int | None
    found: int
    new: list[str]
    changed: list[str]
    gone: list[str]
    sources: list[SourceLedgerObject]


def ledger_object(summary: PostSummary, history: History, ledgers: Sequence[SourceLedger]) -> LedgerObject:
    """``ledger --json``."""
    return {
        "post": summary.id,
        "title": summary.title,
        "declared": summary.declared,
        "found": summary.comments,
        "new": sorted(history.new),
        "changed": sorted(history.changed),
        "gone": sorted(history.gone),
        "sources": [_source_ledger(ledger, line) for ledger in ledgers for line in ledger.posts],
    }


def _source_ledger(ledger: SourceLedger, line: PostLedger) -> SourceLedgerObject:
    return {
        "path": ledger.location,
        "shape": ledger.shape,
        "first_read": ledger.first_read,
        "changed_last": line.imported,
        "declared": line.counts.declared,
        "found": line.counts.found,
        "replies": line.counts.replies,
        "orphans": line.counts.orphans,
        "inferred": line.counts.inferred,
        "sections": line.counts.sections,
        "comment_changes": _changes(line.comments),
        "section_changes": _changes(line.body),
        "problems": problem_objects(ledger.problems),
    }


def _changes(changes: Changes) -> ChangesObject:
    return {"new": changes.new, "changed": changes.changed, "removed": changes.removed}
