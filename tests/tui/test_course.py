"""How a discussion went over time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from probreader.domain.post import Timestamp
from probreader.library import Library
from probreader.tui.course import CELLS, Course, course_of

from .builders import comment, library_of, post, section
from .terminal import reading


def times(*clocks: str) -> list[Timestamp | None]:
    return [Timestamp(f"2019-05-{clock}", clock) for clock in clocks]


def test_bars_are_as_high_as_comments_are_many() -> None:
    # From 08:00 to 20:00 a bar is an hour.
    found = course_of(times("19T08:00", "19T08:10", "19T08:59", "19T08:30", "19T10:00", "19T10:30", "19T20:00"))
    assert found == Course("█ ▄        ▂", "08:00 to 20:00")


def test_several_days_are_told_by_their_dates() -> None:
    found = course_of(times("21T10:00", "19T08:00", "19T08:10", "19T08:59"))
    assert found is not None
    assert found.said == "19 May 2019 to 21 May 2019"
    assert len(found.bars) == CELLS
    assert found.bars[0] == "█"


@pytest.mark.parametrize(
    "clocks",
    [(), ("19T08:00", "19T09:00", "19T10:00"), ("19T08:00",) * 5, ("19", "20", "21", "22", "23"), ("xT[b]",) * 5],
)
def test_too_little_is_no_course(clocks: tuple[str, ...]) -> None:
    assert course_of([*times(*clocks), None, Timestamp("T08:00", "08:00")]) is None


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    comments = [
        comment(f"c{n}", text="Words.", published=time) for n, time in enumerate(times(*["19T08:00"] * 4, "19T20:00"))
    ]
    with library_of(path, post("p", section("s", "Text."), *comments, title="Baths", date="2019-05-19")) as held:
        yield held


async def test_the_header_shows_it_where_there_is_room(library: Library) -> None:
    async with reading(library, (120, 36)) as terminal:
        await terminal.until_seen("08:00 to 20:00")
        assert "█          ▂  08:00 to 20:00" in terminal.text
        await terminal.resize(40, 20)
        assert "08:00 to 20:00" not in terminal.text
