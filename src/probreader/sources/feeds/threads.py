"""Posts and comments of a source that gives them in any order: they wait in the scratch file until it ends.

In memory is only where each post's records are, so that an export of any size needs little.
"""

import marshal
import struct
from array import array
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

_HEAD = struct.Struct("<qI")
"""Where the record before it in the same thread begins, and how many bytes follow."""
NONE = -1
"""No record."""


class RawComment(NamedTuple):
    """A comment on its way through the scratch file. Nothing in it is clean, but e-mail addresses are gone."""

    key: str | None
    """See :attr:`~probreader.sources.drafts.CommentDraft.key`."""
    parent: str | None
    name: str | None
    """The author's."""
    address: str | None
    """The author's page."""
    is_owner: bool
    published: str | None
    permalink: str | None
    is_removed: bool
    content: str
    is_markup: bool


class RawPost(NamedTuple):
    """A post on its way through the scratch file; as for :class:`RawComment`."""

    url: str | None
    key: str | None
    title: str | None
    """Clean, on one line."""
    name: str | None
    address: str | None
    published: str | None
    updated: str | None
    labels: tuple[str, ...]
    declared: int | None
    content: str
    is_markup: bool
    is_excerpt: bool


class Scratch:
    """Tuples of plain values in a file, each found by where it begins."""

    def __init__(self, file: BinaryIO) -> None:
        """``file`` must be empty, seekable, readable and writable."""
        self._file = file
        self._end = 0

    def write(self, fields: tuple[Any, ...], previous: int = NONE) -> int:
        """Append ``fields``, and where the record before them in their chain begins; returns where they begin."""
        content = marshal.dumps(fields)
        at = self._end
        self._end += self._file.write(_HEAD.pack(previous, len(content)) + content)
        return at

    def read(self, at: int) -> tuple[int, tuple[Any, ...]]:
        """What was written as ``previous`` and as ``fields``; nothing may be written after the first reading."""
        self._file.seek(at)
        previous, length = _HEAD.unpack(self._file.read(_HEAD.size))
        # Written by this very object: never bytes of a stranger.
        return previous, marshal.loads(self._file.read(length))  # noqa: S302


class Threads:
    """The posts of one source, each with its comments."""

    def __init__(self, scratch: BinaryIO) -> None:
        """``scratch`` must be empty."""
        self._scratch = Scratch(scratch)
        self._index: dict[str, int] = {}
        self._posts = array("q")
        self._last = array("q")

    def __contains__(self, key: str) -> bool:
        index = self._index.get(key)
        return index is not None and self._posts[index] != NONE

    def add_post(self, key: str, post: RawPost) -> None:
        """``key`` names the post within the source; of posts with one key the last is kept."""
        self._posts[self._thread(key)] = self._scratch.write(tuple(post))

    def add_comment(self, key: str, comment: RawComment) -> None:
        """A comment on the post that ``key`` names, which may come later or not at all."""
        thread = self._thread(key)
        self._last[thread] = self._scratch.write(tuple(comment), self._last[thread])

    def take(self) -> Iterator[tuple[str, RawPost | None, list[RawComment]]]:
        """Each post with its comments in the order they were added; the post None when only comments name it."""
        for key, thread in self._index.items():
            at = self._posts[thread]
            post = RawPost._make(self._scratch.read(at)[1]) if at != NONE else None
            comments = []
            at = self._last[thread]
            while at != NONE:
                at, fields = self._scratch.read(at)
                comments.append(RawComment._make(fields))
            yield key, post, comments[::-1]

    def _thread(self, key: str) -> int:
        thread = self._index.setdefault(key, len(self._posts))
        if thread == len(self._posts):
            self._posts.append(NONE)
            self._last.append(NONE)
        return thread
