"""Which line is in which row, when heights change all the time. Pure: no Textual."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_CHUNK = 256
"""Rows whose heights are summed as one: a changed height costs one such sum, a question at most two."""


class Heights:
    """The heights of rows that stand below one another, in lines."""

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = list(heights)
        self._sums = [sum(self._heights[at : at + _CHUNK]) for at in range(0, len(self._heights), _CHUNK)]
        self._tops: list[int] | None = None
        """The first line of each chunk, and the number of lines; None when a sum has changed since."""
        self._ends: dict[int, list[int]] = {}
        """The line after each row of a chunk, for chunks that were asked for since a height has changed."""

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    def __setitem__(self, row: int, height: int) -> None:
        grown = height - self._heights[row]
        if grown:
            self._heights[row] = height
            self._sums[row // _CHUNK] += grown
            self._tops = None
            self._ends.clear()

    @property
    def tops(self) -> list[int]:
        """The first line of each chunk, then the number of lines."""
        if self._tops is None:
            self._tops = [0, *accumulate(self._sums)]
        return self._tops

    @property
    def total(self) -> int:
        """Lines of all rows."""
        return self.tops[-1]

    def top(self, row: int) -> int:
        """The first line of ``row``."""
        chunk = row // _CHUNK
        return self.tops[chunk] + sum(self._heights[chunk * _CHUNK : row])

    def row_at(self, line: int) -> int:
        """The row that ``line`` is in; the last one beyond the end.

        Raises:
            IndexError: there are no rows.
        """
        if not self._heights:
            raise IndexError("there are no rows")
        chunk = min(bisect_right(self.tops, line) - 1, len(self._sums) - 1)
        if chunk not in self._ends:
            heights = self._heights[chunk * _CHUNK : (chunk + 1) * _CHUNK]
            self._ends[chunk] = list(accumulate(heights, initial=self.tops[chunk]))[1:]
        return min(chunk * _CHUNK + bisect_right(self._ends[chunk], line), len(self._heights) - 1)
