"""The post list, fetched where it is looked at. Pure: no Textual."""

from collections.abc import Iterator
from typing import Self

from probreader.library import Library, Listing, PostSummary

_CHUNK = 100
"""Posts fetched at once: a few screens."""
_KEPT = 64
"""Chunks kept at most."""


class Posts:
    """Posts in an order that stays as it was when they were listed."""

    def __init__(self, library: Library | None, listing: Listing) -> None:
        self._library = library
        self._listing = listing
        self._chunks: dict[int, list[PostSummary]] = {}
        self._replaced: dict[int, PostSummary] = {}
        self._found: dict[str, int | None] = {}
        """Where posts are that were looked for."""

    @classmethod
    def none(cls) -> Self:
        """No posts."""
        return cls(None, Listing(()))

    def __len__(self) -> int:
        return len(self._listing)

    def __getitem__(self, index: int) -> PostSummary:
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._replaced.get(index) or self._chunk(index // _CHUNK)[index % _CHUNK]

    def __setitem__(self, index: int, post: PostSummary) -> None:
        self._replaced[index] = post

    def __iter__(self) -> Iterator[PostSummary]:
        return map(self.__getitem__, range(len(self)))

    def index_of(self, post_id: str) -> int | None:
        """Which of them ``post_id`` is; None when it is not among them."""
        if self._library is None:
            return None
        if post_id not in self._found:
            self._found[post_id] = self._library.index_in(self._listing, post_id)
        return self._found[post_id]

    def next_unread(self, index: int, by: int) -> int | None:
        """The first after (``by`` 1) or before (-1) ``index`` with anything unread; None when there is none."""
        found: int | None = index
        while self._library is not None and found is not None:
            found = self._library.next_unread_in(self._listing, found, by)
            # What is read but could not be written yet counts as read.
            if found is not None and (self[found].unread or not self[found].opened):
                return found
        return None

    def _chunk(self, number: int) -> list[PostSummary]:
        chunk = self._chunks.pop(number, None)
        if chunk is None:
            assert self._library is not None
            chunk = self._library.listed(self._listing, number * _CHUNK, (number + 1) * _CHUNK)
            if len(self._chunks) >= _KEPT:
                # The chunk looked at longest ago: each look puts its chunk at the end.
                del self._chunks[next(iter(self._chunks))]
        self._chunks[number] = chunk
        return chunk
