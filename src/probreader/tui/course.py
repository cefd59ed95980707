"""How a discussion went over time, in one line. Pure: no Textual."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from probreader.domain.post import Timestamp
from probreader.tui.times import clock_of, say_date

CELLS = 12
"""Bars of a sparkline: each is a twelfth of the time from the first comment to the last."""
_FEWEST = 4
"""Comments with a day and a time of day, from which on there is a course."""
_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Course:
    """When the comments of a thread were written."""

    bars: str
    """:data:`CELLS` characters, the higher the more comments; a blank where there were none."""
    said: str
    """From when to when: ``08:10 to 20:55``, or ``19 May 2019 to 3 Jun 2019``."""


def course_of(times: Iterable[Timestamp | None]) -> Course | None:
    """The course of comments written at ``times``; None when too few of them are known, or all are the same."""
    known = [(instant, time) for time in times if time is not None and (instant := clock_of(time)) is not None]
    if len(known) < _FEWEST:
        return None
    (first, began), (last, ended) = min(known, key=lambda one: one[0]), max(known, key=lambda one: one[0])
    if first == last:
        return None
    return Course(_bars([instant for instant, _ in known], first, last), _said(first, last, began, ended))


def _bars(instants: Iterable[datetime], first: datetime, last: datetime) -> str:
    counts = [0] * CELLS
    for instant in instants:
        counts[min(CELLS - 1, int((instant - first) / (last - first) * CELLS))] += 1
    most = max(counts)
    return "".join(_BARS[-(-count * len(_BARS) // most) - 1] if count else " " for count in counts)


def _said(first: datetime, last: datetime, began: Timestamp, ended: Timestamp) -> str:
    if first.date() == last.date():
        return f"{first:%H:%M} to {last:%H:%M}"
    return f"{say_date(began)} to {say_date(ended)}"
