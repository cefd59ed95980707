"""What the doctor hands out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be."""

    code: str
    """Stable, lower-case, hyphenated: ``damaged``, ``dangling``, ``counts``, ``order``, ``index``, ``value``, ..."""
    message: str
    """A whole sentence."""


@dataclass(frozen=True, slots=True)
class Report:
    """The state of a library."""

    path: Path
    """As it was given."""
    version: int | None
    """Of the schema; None when the file does not tell."""
    sqlite: str
    """The version of SQLite that looked."""
    sizes: Mapping[str, int]
    """Bytes of the file and of what is beside it, and how much of it is unused, by name."""
    rows: Mapping[str, int]
    """How many posts, comments, bookmarks and so on there are, by name; empty when they cannot be counted."""
    findings: tuple[Finding, ...]
    """Empty for a library that is whole."""
    is_newer: bool
    """True when a newer probreader, or another program, made the file, so that it was not looked into."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved of a damaged library."""

    backup: Path
    """The copy of the damaged file that was made before anything else."""
    target: Path
    """The new library."""
    rows: Mapping[str, int]
    """How many rows of each table were saved, by its name; marks first."""
    lost: tuple[str, ...]
    """Sentences that tell what is missing or could not be kept as it was; empty when nothing is known to be."""
