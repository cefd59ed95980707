"""Bytes in, posts and problems out. No clock, network, disk or SQL.

The shape of a source is recognised from the bytes themselves. Whatever can be read is kept; whatever cannot is a
:class:`~probreader.domain.post.Problem`, with its line where it has one.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from probreader.domain.clean import clean_line
from probreader.domain.post import Post, Problem
from probreader.sources.collecting import collector_paused
from probreader.sources.encoding import decode
from probreader.sources.parsed import Parsed, SourceText
from probreader.sources.recognise import recognise
from probreader.sources.sniffing import HEAD, Kind, kind_of
from probreader.sources.streaming import PIECE, Input, Stream

if TYPE_CHECKING:
    from probreader.sources.html.dom import Engine

__all__ = ["READER", "UNKNOWN", "Reading", "Stream", "read", "read_stream"]

READER = 1
"""To be raised whenever other posts are read of the same bytes than before, so that what was read is read again."""

UNKNOWN = "unknown"
"""The shape of a source that holds no discussion."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source holds."""

    shape: str
    """``blogger-html``, ``atom``, ``blogger-text``, ... (the README lists them); ``unknown`` when none fits."""
    posts: tuple[Post, ...]
    """In the order of the source."""
    problems: tuple[Problem, ...]
    """Everything that was found wrong or guessed, in the order of the source as far as it has lines."""

    @property
    def readable(self) -> bool:
        """Whether at least one post was read."""
        return bool(self.posts)


def read(data: bytes, hint: str | None = None) -> Reading:
    """The posts that ``data`` holds; never raises, whatever the bytes.

    ``hint`` is a name for the source (a file name): messages use it, the choice of the shape does not.
    """
    stream = read_stream(io.BytesIO(data), hint)
    posts = tuple(stream.posts)
    return Reading(stream.shape, posts, tuple(sorted(stream.problems, key=lambda problem: problem.line or 0)))


def read_stream(
    source: BinaryIO, hint: str | None = None, scratch: BinaryIO | None = None, *, engine: "Engine | None" = None
) -> Stream:
    """The posts of ``source``, read while they are taken; never raises but for what reading the bytes raises.

    Exports and feeds are read in pieces, so that memory does not grow with their size: what waits for its post goes
    to ``scratch``, an empty seekable binary file (memory when None). Pages and text dumps are read whole. ``engine``
    is what parses a page; None for the fastest that is safe for it.
    """
    name = clean_line(hint or "") or "The source"
    head = source.read(HEAD)
    if kind_of(head) in (Kind.XML, Kind.JSON):
        from probreader.sources.structured import reader_of

        if found := reader_of(head):
            shape, reader = found
            stream = Stream(shape, iter(()))
            stream.posts = reader(Input(_pieces(head, source), scratch or io.BytesIO(), name), stream.problems)
            return stream
    return _whole(head + source.read(), name, engine)


def _pieces(head: bytes, source: BinaryIO) -> Iterator[bytes]:
    yield head
    while piece := source.read(PIECE):
        yield piece


def _whole(data: bytes, name: str, engine: "Engine | None") -> Stream:
    """A source that is read at once."""
    if kind_of(data[:HEAD]) is Kind.MHTML:
        from probreader.sources.mhtml import page_of

        data = page_of(data) or b""
    decoded = decode(data, name)
    if decoded.text is None:
        return Stream(UNKNOWN, iter(()), list(decoded.problems))
    shape, parsed = _parse(decoded.text, kind_of(data[:HEAD]), engine) or (UNKNOWN, None)
    if parsed is None:
        return Stream(UNKNOWN, iter(()), [*decoded.problems, _no_discussion(decoded.text, name)])
    return Stream(shape, iter(parsed.posts), [*decoded.problems, *parsed.problems])


def _parse(text: str, kind: Kind, engine: "Engine | None") -> tuple[str, Parsed] | None:
    if kind is Kind.PAGE:
        from probreader.sources.html.reading import read_page

        return read_page(text, engine)
    with collector_paused():
        return recognise(SourceText.of(text))


def _no_discussion(text: str, name: str) -> Problem:
    if not text.strip():
        return Problem("empty", f"{name} is empty. Save the page again and read the new file.", 1)
    return Problem(
        "not-a-discussion",
        f"{name} holds no blog discussion that can be recognised. "
        "Read a saved page of a post with its comments, a feed, a backup of a blog, or a text dump of any of them.",
        1,
    )
