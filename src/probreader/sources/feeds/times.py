"""The times of feeds and exports: ISO 8601 (RFC 3339), RFC 822 and MySQL; each keeps the zone as it was given."""

import re
from datetime import date, datetime

from probreader.domain.clean import clean_line
from probreader.domain.post import Timestamp

_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?)?"
    r" ?([Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?"
)
_RFC_822 = re.compile(
    r"(?:[A-Za-z]{3,9}\.?,? )?([0-9]{1,2}) ([A-Za-z]{3})[a-z]{0,6} ([0-9]{4}|[0-9]{2})"
    r"(?: ([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?(?: ([A-Za-z]{1,5}|[+-][0-9]{2}:?[0-9]{2}))?"
)
_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_ZONES = {"ut": "+00:00", "utc": "+00:00", "gmt": "+00:00", "z": "+00:00"} | {
    name: f"-0{hours}:00"
    for name, hours in {"edt": 4, "est": 5, "cdt": 5, "cst": 6, "mdt": 6, "mst": 7, "pdt": 7, "pst": 8}.items()
}


def read_iso(raw: str) -> Timestamp | None:
    """``2019-05-19T10:45:12.000+01:00`` and its shorter forms; None for anything else and for impossible times."""
    match = _ISO.fullmatch(raw.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    iso = f"{year}-{month}-{day}"
    if hour is not None:
        iso += f"T{hour}:{minute}" + (f":{second}" if second else "")
        iso += f".{fraction}" if fraction and fraction.strip("0") else ""
        iso += _zone(zone)
    return _checked(iso, raw)


def read_rfc822(raw: str) -> Timestamp | None:
    """``Sun, 19 May 2019 10:45:12 +0100``; None for anything else and for impossible times."""
    match = _RFC_822.fullmatch(" ".join(raw.split()))
    if match is None or (month := _MONTHS.get(match[2].lower())) is None:
        return None
    day, _, year, hour, minute, second, zone = match.groups()
    if len(year) == 2:
        year = ("19" if year >= "70" else "20") + year
    iso = f"{year}-{month:02}-{int(day):02}"
    if hour is not None:
        iso += f"T{int(hour):02}:{minute}" + (f":{second}" if second else "") + _zone(zone)
    return _checked(iso, raw)


def read_mysql(raw: str, zone: str = "") -> Timestamp | None:
    """``2019-05-19 10:45:12``, in ``zone`` such as ``+00:00``; None for ``0000-00-00 00:00:00``."""
    raw = raw.strip()
    return read_iso(raw + zone) if ":" in raw else read_iso(raw)


def read_any(raw: str) -> Timestamp | None:
    """A time in any of the three forms: feeds mix them."""
    return read_iso(raw) or read_rfc822(raw)


def instant(timestamp: Timestamp) -> datetime | None:
    """The moment of a time that has a zone; None for every other."""
    try:
        moment = datetime.fromisoformat(timestamp.iso)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] in "+-":
        return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return _ZONES.get(zone.lower(), "")


def _checked(iso: str, raw: str) -> Timestamp | None:
    try:
        datetime.fromisoformat(iso) if "T" in iso else date.fromisoformat(iso)
    except ValueError:
        return None
    return Timestamp(iso, clean_line(raw))
