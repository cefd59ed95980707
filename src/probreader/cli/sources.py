"""Named paths become outcomes: what was read, or why nothing was."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from probreader.cli.codes import ExitCode
from probreader.cli.files import STDIN, Found, fetch, find
from probreader.cli.output import Progress, complain
from probreader.domain.clean import clean_line
from probreader.domain.post import Post, Problem, Source
from probreader.errors import SourceError
from probreader.sources import read

UNREADABLE = "unreadable"
"""Code of the problem of a file whose bytes could not be had."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one named file."""

    name: str
    """The path as the user gave it; may hold any character."""
    source: Source | None
    """None when the bytes could not be had."""
    posts: tuple[Post, ...]
    """Empty when the file holds no discussion, or could not be read."""
    problems: tuple[Problem, ...]

    @property
    def shape(self) -> str:
        """The kind of source; ``unknown`` when the bytes could not be had or were not recognised."""
        return "unknown" if self.source is None else self.source.shape


class Tally:
    """Counts outcomes as they pass, says on stderr which were unreadable, and knows the exit code."""

    def __init__(self) -> None:
        self._read = 0
        self._unread = 0

    def note(self, outcome: Outcome) -> None:
        """Count ``outcome``."""
        if outcome.posts:
            self._read += 1
        else:
            self._unread += 1
            reasons = " ".join(problem.message for problem in outcome.problems)
            complain(f"{outcome.name}: {reasons or 'It holds no discussion.'}")

    @property
    def code(self) -> ExitCode:
        """What the counts mean for the caller."""
        if not self._unread:
            return ExitCode.OK
        return ExitCode.SOME_UNREADABLE if self._read else ExitCode.NONE_READABLE


def outcomes(names: Sequence[str], library: Path | None = None) -> Iterator[Outcome]:
    """Read every file behind ``names`` in order, one at a time; ``library`` is never read as a source."""
    found = find(names, library)
    progress = Progress(len(found))
    for number, each in enumerate(found, start=1):
        progress.show(number, each.name)
        try:
            outcome = _outcome(each)
        finally:
            progress.clear()
        yield outcome


def _outcome(found: Found) -> Outcome:
    try:
        data = fetch(found)
    except SourceError as error:
        return Outcome(found.name, None, (), (Problem(UNREADABLE, str(error)),))
    reading = read(data)
    source = Source(_location(found.name), reading.shape, hashlib.sha256(data).hexdigest(), len(data))
    return Outcome(found.name, source, reading.posts, reading.problems)


def _location(name: str) -> str:
    return STDIN if name == STDIN else clean_line(str(Path(name).resolve()))
