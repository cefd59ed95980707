"""Times in pages: what attributes say for machines, else what the words say."""

import re
from datetime import datetime

from probreader.domain.clean import clean_line
from probreader.domain.post import Timestamp

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = re.compile(
    r"(?:[a-z]{3,9},? )?(?P<month>[a-z]{3,9})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})"
    r"(?:,? (?:at|@|-)?,? *(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}) ?(?P<half>[ap]\.?m\.?)?)?",
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


_LONGEST = 300
_BETWEEN = re.compile(
    r" [—–|·•] | - |, (?=[^0-9\s])|\b(?:on|am|vom|le|el|em|op|il|den|dne|dnia|at|posted|um)\b:? ", re.IGNORECASE
)


def moment_in(text: str) -> Timestamp | None:
    """The time that stands in ``text``, with or without other words before or behind it; None where there is none."""
    words = clean_line(text)
    if not words or len(words) > _LONGEST:
        return None
    if moment := read_moment(words):
        return moment
    if not any(character.isdigit() for character in words):
        return None
    starts = [0, *(match.end() for match in _BETWEEN.finditer(words))]
    ends = [len(words), *(match.start() for match in _BETWEEN.finditer(words))]
    for start in starts[:8]:
        for end in ends[:8]:
            if end > start and (moment := read_moment(words[start:end])):
                return moment
    return None
