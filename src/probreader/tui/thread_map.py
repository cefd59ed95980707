"""The whole thread in one column: where something is unread, new, found or bookmarked. Pure: no Textual.

An entry stands in the map by its index, also while it is collapsed: what the map shows is to be gone to.
"""

from enum import Enum

from probreader.tui.thread import Thread


class Sign(Enum):
    """What is told of a stretch of the thread; of several things the first."""

    MATCH = "match"
    BOOKMARK = "bookmark"
    NEW = "new"
    UNREAD = "unread"
    NOTHING = "nothing"


class ThreadMap:
    """The map of one thread at one height."""

    def __init__(self, thread: Thread, height: int) -> None:
        self._thread = thread
        self.height = height
        """Cells, each a stretch of the thread."""
        count = len(thread.outline)
        self._ends = [-(-cell * count // height) for cell in range(height + 1)]
        """The first entry of each cell, and one after the last entry."""
        self._matches: object = None
        """The matches that ``_matching`` was made of."""
        self._matching: frozenset[int] = frozenset()

    def is_of(self, thread: Thread, height: int) -> bool:
        """True when it is the map of ``thread`` at ``height``."""
        return self._thread is thread and self.height == height

    def cell(self, entry: int) -> int:
        """Where ``entry`` stands."""
        return entry * self.height // max(1, len(self._thread.outline))

    def entry(self, cell: int) -> int:
        """The first entry of the stretch at ``cell``, or before it where there is none."""
        return min(self._ends[cell], len(self._thread.outline) - 1)

    def signs(self) -> tuple[Sign, ...]:
        """What each cell tells now; a scan of bytes in C, and O(matches) only when another thing is found."""
        marks = self._thread.marks
        if marks.matches is not self._matches:
            self._matches, self._matching = marks.matches, frozenset(map(self.cell, marks.matches))
        bookmarked = set(map(self.cell, marks.bookmarked))
        return tuple(self._sign(cell, bookmarked) for cell in range(self.height))

    def _sign(self, cell: int, bookmarked: set[int]) -> Sign:
        if cell in self._matching:
            return Sign.MATCH
        if cell in bookmarked:
            return Sign.BOOKMARK
        first, last = self._ends[cell], self._ends[cell + 1]
        if self._thread.news.count_new(first, last):
            return Sign.NEW
        # Nobody is told to read the post: its sections count as read.
        first = max(first, self._thread.outline.sections)
        return Sign.UNREAD if first < last and self._thread.marks.read.unread(first, last) else Sign.NOTHING
