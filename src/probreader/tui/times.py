"""Times in words a reader takes in at a glance, never more precise than the source."""

import datetime

from probreader.domain.post import Timestamp

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say_date(time: Timestamp | None) -> str:
    """``25 Feb 2021``; ``undated`` without a date."""
    if time is None or time.iso.startswith("T"):
        return "undated"
    year, month, day = (*time.iso[:10].split("-"), "", "")[:3]
    return " ".join(part for part in (day.lstrip("0"), _MONTHS[int(month) - 1] if month else "", year) if part)


def say_day(time: Timestamp | None) -> str:
    """``Sunday 19 May 2019``; as :func:`say_date` when the source gave no whole date."""
    try:
        day = datetime.date.fromisoformat("" if time is None else time.iso[:10])
    except ValueError:
        return say_date(time)
    return f"{_WEEKDAYS[day.weekday()]} {say_date(time)}"


def say_time(time: Timestamp) -> str:
    """``19 May 2019, 10:45``; just the part the source gave when it gave only a date or only a time."""
    clock = time.iso.partition("T")[2][:5]
    if time.iso.startswith("T"):
        return clock
    return f"{say_date(time)}, {clock}" if clock else say_date(time)
