"""Which entries of a thread are read; every question costs a scan of bytes in C at most. Pure: no Textual."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator


class ReadMarks:
    """The read entries of a thread of ``count`` entries, whose comments begin at ``sections``."""

    def __init__(self, count: int, sections: int) -> None:
        self._flags = bytearray(count)
        self._sections = sections
        self._unread_comments = count - sections

    def __contains__(self, entry: int) -> bool:
        return bool(self._flags[entry])

    def __bool__(self) -> bool:
        return 1 in self._flags

    def __iter__(self) -> Iterator[int]:
        return (entry for entry, flag in enumerate(self._flags) if flag)

    def add(self, entries: Iterable[int]) -> list[int]:
        """Mark ``entries`` read; those that were not come back, in order."""
        flags = self._flags
        new = sorted({entry for entry in entries if not flags[entry]})
        for entry in new:
            flags[entry] = 1
        self._unread_comments -= len(new) - bisect_left(new, self._sections)
        return new

    def discard(self, entry: int) -> None:
        """Mark ``entry`` unread."""
        self._unread_comments += self._flags[entry] and entry >= self._sections
        self._flags[entry] = 0

    @property
    def unread_comments(self) -> int:
        """How many comments are not read."""
        return self._unread_comments

    def unread(self, first: int, last: int) -> int:
        """How many entries from ``first`` to before ``last`` are not read."""
        return self._flags.count(0, first, last)

    def next_unread(self, entry: int, by: int) -> int | None:
        """The first unread comment after (``by`` 1) or before (-1) ``entry``; None when there is none."""
        if by > 0:
            found = self._flags.find(0, max(entry + 1, self._sections))
        else:
            found = self._flags.rfind(0, self._sections, max(entry, self._sections))
        return None if found < 0 else found
