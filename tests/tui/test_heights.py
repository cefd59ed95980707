"""Heights of rows: every answer is as by counting, whatever was changed before."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.tui.heights import Heights

HEIGHTS = st.lists(st.integers(1, 9), min_size=1, max_size=600)


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 599), st.integers(1, 500)), max_size=20))
def test_every_line_is_in_the_row_that_counting_finds(heights: list[int], changes: list[tuple[int, int]]) -> None:
    kept = Heights(heights)
    for row, height in changes:
        if row < len(heights):
            heights[row] = kept[row] = height
    rows = [row for row, height in enumerate(heights) for _ in range(height)]
    assert kept.total == len(rows)
    assert [kept.row_at(line) for line in range(0, len(rows), 7)] == rows[::7]
    assert [kept.top(row) for row in range(0, len(heights), 5)] == [0, *accumulate(heights)][: len(heights) : 5]
    assert kept.row_at(len(rows) + 3) == len(heights) - 1


def test_without_rows_no_line_is_in_one() -> None:
    assert Heights(()).total == 0
    with pytest.raises(IndexError):
        Heights(()).row_at(0)
