"""Named paths become outcomes: what is read, or why nothing is."""

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, cast

from probreader.cli.archives import Item, unpacked
from probreader.cli.files import STDIN, Found, find, reason
from probreader.cli.kinds import HEAD, is_plainly_no_source
from probreader.cli.measured import Measured
from probreader.cli.outcome import Outcome, location_of
from probreader.cli.output import Progress, complain
from probreader.cli.tracked import TrackedFile
from probreader.cli.workers import Workers
from probreader.domain.post import Post, Problem
from probreader.errors import SourceError
from probreader.sources import Reading, read_stream
from probreader.sources.sniffing import Kind, kind_of

if TYPE_CHECKING:
    from probreader.library import SourceLedger

LARGEST_HANDED_OVER = 16 * 1024 * 1024
"""Bytes of a feed or an export up to which it is read by another process; a larger one is read here, piece by piece."""

_MOST_WAITING = 256 * 1024 * 1024
"""Bytes of sources that are read ahead of their turn."""

_CUT_OFF = "cut-off"
_NO_DISCUSSION = frozenset({"not-a-discussion", "not-text", "empty"})
_NOTHING = "None of the files in it holds a discussion that can be read; name one of them to be told why."


Known = Callable[[str, Callable[[], tuple[str, int]]], "SourceLedger | None"]
"""Tells of a location, with a way to have digest and size, what the library holds of it when it need not be read."""


def outcomes(
    names: Sequence[str], library: Path | None = None, jobs: int = 1, known: Known = lambda _location, _measure: None
) -> Iterator[Outcome]:
    """Read every file behind ``names``, and in archives, in order; ``library`` is never read as a source.

    What is ``known`` is not read again. ``jobs`` processes read at once. An outcome is good until the next one is asked
    for. What was found in a folder or an archive and is plainly nothing to read is passed over, and counted in one line
    on stderr.
    """
    found = find(names, library)
    progress = Progress(sum(each.size for each in found))
    with Workers(jobs) as workers:
        reader = _Reader(workers, progress, jobs, known)
        try:
            yield from reader.read(found)
        finally:
            progress.clear()
        if reader.passed:
            are = "file is no discussion" if reader.passed == 1 else "files are no discussions"
            complain(f"{reader.passed} {are}: passed over")


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A source that another process reads, or has read, until its turn comes."""

    item: Item
    root: str
    reading: "Future[Reading] | SourceLedger"
    """What it holds; or what the library holds of it, when it need not be read."""
    digest: str
    size: int
    cut: str | None
    """Why the bytes end before their end; None when they do not."""

    def measure(self) -> tuple[str, int]:
        """SHA-256 and size."""
        return self.digest, self.size


class _Reader:
    """Reads files in order, some ahead of their turn in other processes."""

    passed: int
    """Files that were passed over so far."""

    def __init__(self, workers: Workers, progress: Progress, jobs: int, known: Known) -> None:
        self.passed = 0
        self._workers = workers
        self._progress = progress
        self._jobs = jobs
        self._known = known
        self._waiting: deque[_Waiting] = deque()
        self._told: dict[str, int] = {}

    def read(self, found: Sequence[Found]) -> Iterator[Outcome]:
        """The outcomes of all that was ``found``."""
        for each in found:
            self._told.setdefault(each.root, 0)
            with ExitStack() as stack:
                for item in unpacked(self._opened(each, stack)):
                    yield from self._of_item(item, each)
        yield from self._flushed(0)
        for root, count in self._told.items():
            if not count:
                yield Outcome.unreadable(root, _NOTHING)

    def _opened(self, found: Found, stack: ExitStack) -> Item:
        if found.fault is not None:
            return Item(found.name, fault=found.fault)
        if found.name == STDIN:
            if sys.stdin is None:
                return Item(STDIN, fault="Standard input is closed; name a file.")
            return Item(STDIN, Measured(sys.stdin.buffer, self._progress.advance))
        try:
            file = stack.enter_context(BufferedReader(TrackedFile(found.name, self._progress.advance)))
        except OSError as error:
            return Item(found.name, fault=reason(error))
        return Item(found.name, Measured(file, file=file if file.seekable() else None))

    def _of_item(self, item: Item, found: Found) -> Iterator[Outcome]:
        """What is ready to be told when ``item`` has been taken up: what waited before it, and perhaps itself."""
        self._progress.name(item.name)
        stream = item.stream
        if stream is None:
            yield from self._flushed(0)
            yield from self._told_of(Outcome.unreadable(item.name, item.fault or ""), found.root)
        elif (item.is_member or not found.is_named) and is_plainly_no_source(stream.head(HEAD)):
            self.passed += 1
        elif self._is_read_whole(item, stream):
            yield from self._whole(item, stream, found.root)
        else:
            yield from self._flushed(0)
            yield from self._streamed(item, stream, found.root)

    def _is_read_whole(self, item: Item, stream: Measured) -> bool:
        """Pages and texts are; feeds and exports too, unless they are large, where several are read at once.

        And where they cannot be looked at twice: whether they are known must be told before they are read.
        """
        if kind_of(stream.head(HEAD)) in (Kind.PAGE, Kind.TEXT):
            return True
        is_handed_over = self._jobs > 1 or item.is_member
        return is_handed_over and len(stream.head(LARGEST_HANDED_OVER + 1)) <= LARGEST_HANDED_OVER

    def _whole(self, item: Item, stream: Measured, root: str) -> Iterator[Outcome]:
        is_page = kind_of(stream.head(HEAD)) is Kind.PAGE
        data = stream.read()
        if stream.fault is not None and not (item.is_member and data):
            yield from self._flushed(0)
            yield from self._told_of(Outcome.unreadable(item.name, stream.fault), root)
            return
        reading = self._known(location_of(item.name), lambda: (stream.digest, stream.size)) or (
            self._workers.submit(data) if is_page or self._jobs > 1 else _read_here(data)
        )
        self._waiting.append(_Waiting(item, root, reading, stream.digest, stream.size, stream.fault))
        yield from self._flushed(0 if self._jobs == 1 else 2 * self._jobs)

    def _flushed(self, most: int) -> Iterator[Outcome]:
        """The outcomes that wait, the first first, until ``most`` are left."""
        while len(self._waiting) > most or sum(waiting.size for waiting in self._waiting) > _MOST_WAITING:
            waiting = self._waiting.popleft()
            if not isinstance(waiting.reading, Future):
                yield from self._told_of(Outcome.unchanged(waiting.item.name, waiting.reading), waiting.root)
                continue
            try:
                reading = waiting.reading.result()
            except SourceError as error:
                yield from self._told_of(Outcome.unreadable(waiting.item.name, str(error)), waiting.root)
                continue
            problems = list(reading.problems)
            if waiting.cut is not None:
                problems.append(Problem(_CUT_OFF, waiting.cut))
            outcome = Outcome(waiting.item.name, reading.shape, iter(reading.posts), problems, waiting.measure)
            if self._holds_anything(outcome, waiting.item):
                yield from self._told_of(outcome, waiting.root)

    def _streamed(self, item: Item, stream: Measured, root: str) -> Iterator[Outcome]:
        """A source that is read here, piece by piece, while its posts are taken."""
        if stream.file is not None and (known := self._known(location_of(item.name), stream.measure_all)):
            yield from self._told_of(Outcome.unchanged(item.name, known), root)
            return

        def measured() -> tuple[str, int]:
            stream.drain()
            self._progress.clear()
            return stream.digest, stream.size

        with TemporaryFile() as scratch:
            source = read_stream(cast(BinaryIO, stream), None, cast(BinaryIO, scratch))
            posts = self._until_its_end(source.posts, stream, source.problems)
            outcome = Outcome(item.name, source.shape, posts, source.problems, measured)
            if self._holds_anything(outcome, item):
                yield from self._told_of(outcome, root)

    def _until_its_end(self, posts: Iterator[Post], stream: Measured, problems: list[Problem]) -> Iterator[Post]:
        yield from posts
        if stream.fault is not None:
            problems.append(Problem(_CUT_OFF, stream.fault))
        self._progress.clear()

    def _holds_anything(self, outcome: Outcome, item: Item) -> bool:
        """Whether a member of an archive is to be told of: what program made it, put in other things too."""
        first = next(outcome.posts, None)
        if first is not None:
            outcome.posts = chain((first,), outcome.posts)
        elif item.is_member and _NO_DISCUSSION.issuperset(problem.code for problem in outcome.problems):
            self.passed += 1
            return False
        return True

    def _told_of(self, outcome: Outcome, root: str) -> Iterator[Outcome]:
        self._told[root] += 1
        self._progress.clear()
        yield outcome


def _read_here(data: bytes) -> "Future[Reading]":
    done: Future[Reading] = Future()
    stream = read_stream(BytesIO(data))
    posts = tuple(stream.posts)
    done.set_result(Reading(stream.shape, posts, tuple(stream.problems)))
    return done
