"""Sources read in pieces: exports and feeds of any size, in memory that does not grow with them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from probreader.domain.post import Post, Problem

PIECE = 256 * 1024
"""Bytes read at a time."""


@dataclass(slots=True)
class Stream:
    """A source that is read while it is iterated: each post comes whole, with all its comments, once."""

    shape: str
    posts: Iterator[Post]
    problems: list[Problem] = field(default_factory=list)
    """Complete when ``posts`` is exhausted."""


@dataclass(slots=True)
class Input:
    """The bytes of a source, and a place for what does not fit into memory."""

    pieces: Iterator[bytes]
    """All of the source, in order."""
    scratch: BinaryIO
    """Empty, seekable, readable and writable; the caller's to make and to close. Records wait here for their post."""
    name: str
    """What messages call the source."""


Reader = Callable[[Input, list[Problem]], Iterator[Post]]
"""Reads a source of one shape; appends to the problems as it goes. Never raises, whatever the bytes."""
