"""Times in words a reader takes in at a glance, never more precise than the source.

A time whose zone is known is shown as the reader's own clock shows it; one without a zone as it stands in the source.
"""

import datetime

from probreader.domain.post import Timestamp

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say_date(time: Timestamp | None) -> str:
    """``25 Feb 2021``; ``undated`` without a date."""
    if time is None or time.iso.startswith("T"):
        return "undated"
    year, month, day = (*_here(time)[:10].split("-"), "", "")[:3]
    return " ".join(part for part in (day.lstrip("0"), _MONTHS[int(month) - 1] if month else "", year) if part)


def say_day(time: Timestamp | None) -> str:
    """``Sunday 19 May 2019``; as :func:`say_date` when the source gave no whole date."""
    try:
        day = datetime.date.fromisoformat("" if time is None else _here(time)[:10])
    except ValueError:
        return say_date(time)
    return f"{_WEEKDAYS[day.weekday()]} {say_date(time)}"


def say_time(time: Timestamp) -> str:
    """``19 May 2019, 10:45``; just the part the source gave when it gave only a date or only a time."""
    clock = _here(time).partition("T")[2][:5]
    if time.iso.startswith("T"):
        return clock
    return f"{say_date(time)}, {clock}" if clock else say_date(time)


def clock_of(time: Timestamp) -> datetime.datetime | None:
    """The time as the reader's clock shows it, without its zone; None without a day and a time of day."""
    if time.iso.startswith("T") or "T" not in time.iso:
        return None
    try:
        return datetime.datetime.fromisoformat(_here(time)).replace(tzinfo=None)
    except ValueError:
        return None


def _here(time: Timestamp) -> str:
    """The ISO 8601 time, on the reader's clock where the source tells the zone."""
    if len(time.iso) <= len("2019-05-19T10:45"):
        return time.iso
    try:
        instant = datetime.datetime.fromisoformat(time.iso)
        return time.iso if instant.tzinfo is None else instant.astimezone().isoformat()
    except (ValueError, OverflowError):
        return time.iso
