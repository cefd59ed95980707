"""What a reading of a date gives, and the parts that all readings share."""

from dataclasses import dataclass
from datetime import date

from probreader.domain.post import Timestamp


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it was written."""

    raw: str
    timestamp: Timestamp | None
    """None when there is no such day or time, or when the date is ``ambiguous``."""
    form: str
    """How it is written; the headers of one page share a form."""
    ambiguous: bool = False
    """True when nothing tells which number is the day and which the month; see ``decide_order``."""


def full_year(digits: str) -> int:
    """A year of four digits, or of two: 00 to 69 are in the 2000s, 70 to 99 in the 1900s."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def iso_day(year: int, month: int, day: int) -> str | None:
    """ISO 8601 of a day; None when no calendar has it."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def iso_time(hour: int, minute: int, second: int | None = None) -> str | None:
    """ISO 8601 of a time of day with its ``T``, as precise as it is given; None when no clock shows it."""
    if hour > 23 or minute > 59 or (second is not None and second > 59):
        return None
    return f"T{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}")
