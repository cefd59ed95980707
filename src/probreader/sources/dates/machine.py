"""Times as programs write them: ISO 8601, RFC 822, MySQL, milliseconds since 1970. All as :class:`Timestamp`."""

import re
from datetime import UTC, datetime, timedelta

from probreader.domain.clean import clean_line
from probreader.domain.post import Timestamp
from probreader.sources.dates.values import full_year, iso_day, iso_time

_LONGEST = 60
"""Characters of a time; a longer text is something else."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = "(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
_ZONE = "(?P<zone>[Zz]|(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2})?)"
_ISO = re.compile(
    rf"{_DAY}(?:[Tt ](?P<hour>[0-9]{{2}}):(?P<minute>[0-9]{{2}})"
    rf"(?::(?P<second>[0-9]{{2}})(?:[.,](?P<fraction>[0-9]{{1,12}}))?)? ?{_ZONE}?)?"
)
_BASIC = re.compile(
    "(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    rf"[Tt](?P<hour>[0-9]{{2}})(?P<minute>[0-9]{{2}})(?P<second>[0-9]{{2}})?{_ZONE}?"
)
_MYSQL = re.compile(rf"{_DAY} (?P<hour>[0-9]{{2}}):(?P<minute>[0-9]{{2}}):(?P<second>[0-9]{{2}})(?:\.[0-9]{{1,6}})?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RFC822 = re.compile(
    r"(?:[A-Za-z]{3,9}\.?,? )?(?P<day>[0-9]{1,2})[ -](?P<name>[A-Za-z]{3,9})[ -](?P<year>[0-9]{4}|[0-9]{2}) "
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?: ?(?:(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2})|(?P<zone>[A-Za-z]{1,5})))?"
    r"(?: \([A-Za-z ]{1,30}\))?"
)
_NAMED_ZONES = {
    "UT": "+00:00", "UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00",
    "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00",
    "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip


def zone_offset(name: str) -> str | None:
    """ISO 8601 offset of a zone that RFC 822 names; None for any other, since such names mean several zones."""
    return _NAMED_ZONES.get(name.upper())


def read_iso(text: str) -> Timestamp | None:
    """An ISO 8601 or RFC 3339 date, or date and time; None when ``text`` is none or names no real time.

    The zone is kept, ``Z`` as ``+00:00``; so are milliseconds, unless they are zero.
    """
    text = clean_line(text[: _LONGEST + 1])
    match = _ISO.fullmatch(text) or _BASIC.fullmatch(text)
    return _timestamp(match, int(match["month"]), text) if match else None


def read_rfc822(text: str) -> Timestamp | None:
    """An RFC 822 or RFC 2822 date and time, as in ``pubDate``; None when ``text`` is none or names no real time.

    A zone that RFC 822 does not name leaves the time without one.
    """
    text = clean_line(text[: _LONGEST + 1])
    match = _RFC822.fullmatch(text)
    if match is None or match["name"].casefold()[:3] not in _MONTHS:
        return None
    return _timestamp(match, _MONTHS.index(match["name"].casefold()[:3]) + 1, text)


def read_mysql(text: str, *, utc: bool = False) -> Timestamp | None:
    """A time as MySQL writes it; None for ``0000-00-00 00:00:00``, which says that there is none, and other texts.

    ``utc`` says that the time is known to be UTC, as in fields named ``..._gmt``; else it has no zone.
    """
    text = clean_line(text[: _LONGEST + 1])
    match = _MYSQL.fullmatch(text)
    stamp = _timestamp(match, int(match["month"]), text) if match else None
    return Timestamp(f"{stamp.iso}+00:00", text) if stamp and utc else stamp


def from_epoch_milliseconds(milliseconds: int) -> Timestamp | None:
    """The exact UTC instant of a count of milliseconds since 1970; None outside the years 1 to 9999."""
    try:
        instant = _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None
    precision = "milliseconds" if instant.microsecond else "seconds"
    return Timestamp(instant.isoformat(timespec=precision), str(milliseconds))


def _timestamp(match: re.Match[str], month: int, raw: str) -> Timestamp | None:
    day = iso_day(full_year(match["year"]), month, int(match["day"]))
    if day is None or match["hour"] is None:
        return Timestamp(day, raw) if day else None
    time = iso_time(int(match["hour"]), int(match["minute"]), int(match["second"]) if match["second"] else None)
    zone = _zone(match)
    return None if time is None or zone is None else Timestamp(f"{day}{time}{_milliseconds(match)}{zone}", raw)


def _milliseconds(match: re.Match[str]) -> str:
    """The part of a second as three digits behind a point; empty where there is none."""
    digits = (match.groupdict().get("fraction") or "")[:3].ljust(3, "0")
    return "" if digits == "000" else f".{digits}"


def _zone(match: re.Match[str]) -> str | None:
    """The offset that a time names, empty when it names none; None when there is no such offset."""
    parts = match.groupdict()
    if parts.get("sign"):
        hours, minutes = int(parts["hours"] or 0), int(parts["minutes"] or 0)
        if hours > 23 or minutes > 59:
            return None
        return f"{parts['sign'] if hours or minutes else '+'}{hours:02}:{minutes:02}"
    return (zone_offset(parts["zone"]) or "") if parts.get("zone") else ""
