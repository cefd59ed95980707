"""What comes of a file that was named, and what all of them mean for the caller."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from probreader import __version__
from probreader.cli.codes import ExitCode
from probreader.cli.files import STDIN
from probreader.cli.output import complain
from probreader.domain.clean import clean_line
from probreader.domain.post import Post, Problem, Source
from probreader.sources import READER as SOURCES_READER
from probreader.sources import UNKNOWN

if TYPE_CHECKING:
    from probreader.library import SourceLedger

READER = f"{__version__}/{SOURCES_READER}"
"""What reads files: with the same one the same bytes hold the same posts."""

UNREADABLE = "unreadable"
"""Code of the problem of a file whose bytes could not be had."""


_FAILED = "engine-failed"


def location_of(name: str) -> str:
    """The absolute path of what is named, as text."""
    return STDIN if name == STDIN else clean_line(str(Path(name).resolve()))


def _nothing() -> tuple[str, int]:
    return "", 0


@dataclass(slots=True)
class Outcome:
    """What comes of one file, or of one member of an archive. Take the posts, then ask for the rest."""

    name: str
    """The path as the user gave it, with the name of the member behind it; may hold any character."""
    shape: str = UNKNOWN
    """The kind of source; ``unknown`` when the bytes could not be had or were not recognised."""
    posts: Iterator[Post] = field(default_factory=lambda: iter(()))
    """Each once, as it is read."""
    problems: list[Problem] = field(default_factory=list)
    """Complete when the posts have been taken."""
    measure: Callable[[], tuple[str, int]] = _nothing
    """SHA-256 and size, to be asked for when the posts have been taken."""
    count: int = 0
    """How many posts have been taken."""
    known: "SourceLedger | None" = None
    """What the library holds of the file, when that need not be read: then there are no posts to be taken."""

    @classmethod
    def unreadable(cls, name: str, fault: str) -> "Outcome":
        """That the bytes could not be had, for the reason ``fault``."""
        return cls(name, problems=[Problem(UNREADABLE, fault)])

    @classmethod
    def unchanged(cls, name: str, known: "SourceLedger") -> "Outcome":
        """That the library holds what the file says: it is ``known``."""
        return cls(name, known.shape, problems=list(known.problems), count=len(known.posts), known=known)

    def take(self) -> Iterator[Post]:
        """The posts, counted; behind the last one the problems are in their order."""
        for post in self.posts:
            self.count += 1
            yield post
        self.problems.sort(key=lambda problem: problem.line or 0)

    @property
    def location(self) -> str:
        """The absolute path, as text."""
        return location_of(self.name)

    def finish(self) -> tuple[Source, list[Problem]]:
        """The source, and all that was wrong with it; only when the posts have been taken."""
        digest, size = self.measure()
        # What a parser failed at may be read the next time.
        reader = "" if any(problem.code == _FAILED for problem in self.problems) else READER
        return Source(self.location, self.shape, digest, size, reader), self.problems


class Tally:
    """Counts outcomes as they pass, says on stderr which were unreadable, and knows the exit code."""

    def __init__(self) -> None:
        self._read = 0
        self._unread = 0

    def note(self, outcome: Outcome) -> None:
        """Count ``outcome``, whose posts have been taken."""
        if outcome.count:
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
