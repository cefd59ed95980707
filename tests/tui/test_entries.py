"""Entries are fetched where they are looked at, and no further."""

from probreader.domain.post import Comment, Section
from probreader.tui.entries import Entries

from .builders import comment

COUNT = 100_000


def test_looking_at_one_entry_fetches_its_neighbours_once() -> None:
    fetched = []

    def load(first: int, last: int) -> list[Section | Comment]:
        fetched.append((first, last))
        return [comment(f"c{at}", text=f"Comment {at}") for at in range(first, last)]

    entries = Entries(COUNT, load, tuple)
    assert entries[70_000].prose.text == "Comment 70000"
    assert all(first <= 70_000 < last and last - first < 200 for first, last in fetched)
    assert entries[70_001].entry.id == "c70001"
    assert len(fetched) == 1
    assert entries[COUNT - 1].prose.text == f"Comment {COUNT - 1}"


def test_a_long_thread_read_through_is_not_kept_whole() -> None:
    held = 0
    fetched = 0

    def load(first: int, last: int) -> list[Section | Comment]:
        nonlocal fetched
        fetched += last - first
        return [comment(f"c{at}") for at in range(first, last)]

    entries = Entries(COUNT, load, tuple)
    for at in range(0, COUNT, 10):
        assert entries[at].entry.id == f"c{at}"
    fetched, held = 0, fetched
    assert entries[0].entry.id == "c0"
    assert held == COUNT
    assert fetched > 0
