"""Times in pages: what attributes say for machines, else what the words say."""

import re
from datetime import date, datetime

from probreader.domain.clean import clean_line
from probreader.domain.post import Timestamp

_ISO = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]{1,9})?"
    r" ?(?P<zone>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?)?"
)


def read_instant(text: str) -> Timestamp | None:
    """The time that an attribute such as ``datetime`` gives; None for none, and for an impossible one."""
    raw = clean_line(text)
    match = _ISO.fullmatch(raw) if len(raw) < 60 else None
    if match is None:
        return None
    day, hours, zone = match["day"], match["time"], match["zone"]
    try:
        iso = date.fromisoformat(day).isoformat()
        if hours:
            iso += f"T{hours}{_offset(zone)}"
            datetime.fromisoformat(iso)
    except ValueError:
        return None
    return Timestamp(iso, raw)


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone in ("Z", "UTC", "GMT"):
        return "+00:00"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = re.compile(
    r"(?:[a-z]{3,9},? )?(?P<month>[a-z]{3,9})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})"
    r"(?:,? (?:at|@|-)?,? ?(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}) ?(?P<half>[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)


def read_moment(text: str) -> Timestamp | None:
    """The time that ``text`` says in words, the whole of it."""
    raw = clean_line(text)
    match = _ENGLISH.fullmatch(raw) if len(raw) < 80 else None
    if match is None or match["month"][:3].lower() not in _MONTHS:
        return None
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    iso = f"{match['year']}-{month:02}-{int(match['day']):02}"
    if match["hour"]:
        half = (match["half"] or "").lower()[:1]
        hour = int(match["hour"]) % 12 + 12 * (half == "p") if half else int(match["hour"])
        iso += f"T{hour:02}:{match['minute']}"
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return None
    return Timestamp(iso, raw)
