"""Times on the screen: the reader's clock where the source tells the zone, the source's words where it does not."""

import time
from collections.abc import Iterator

import pytest

from probreader.domain.post import Timestamp
from probreader.tui.times import say_date, say_day, say_time


@pytest.fixture(autouse=True)
def _in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2019-05-19T02:31:12.586+00:00", "18 May 2019, 22:31"),
        ("2019-05-19T08:31:12+01:00", "19 May 2019, 03:31"),
        ("2019-05-19T10:45", "19 May 2019, 10:45"),
        ("2019-05-19T10:45:12", "19 May 2019, 10:45"),
        ("2019-05-19", "19 May 2019"),
        ("T14:40", "14:40"),
        ("0001-01-01T00:30:00+00:00", "1 Jan 0001, 00:30"),
    ],
)
def test_say_time(iso: str, shown: str) -> None:
    assert say_time(Timestamp(iso, "raw")) == shown


def test_the_day_is_that_of_the_readers_clock() -> None:
    night = Timestamp("2019-05-19T02:31:12+00:00", "raw")
    assert (say_date(night), say_day(night)) == ("18 May 2019", "Saturday 18 May 2019")
