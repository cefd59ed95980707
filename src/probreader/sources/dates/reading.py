"""Date forms, from anchored patterns and month tables: nothing is guessed and nothing is invented.

A language is a row of :data:`LANGUAGES`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from probreader.domain.post import Timestamp
from probreader.sources.dates.values import Dated

_SHORTEST, _LONGEST = 8, 60
# Characters of a line that can be a date.


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes dates."""

    months: Mapping[str, int]
    """Names as written, short ones too, to 1..12."""
    weekdays: tuple[str, ...]
    forms: Mapping[str, str]
    """Name of a form to its pattern, in which ``{month}``, ``{day}``, ``{year}`` and ``{time}`` stand for the parts."""
    time: str
    """Pattern of the time after a date, with its leading words; groups ``hour``, ``minute`` and ``half`` (AM or PM)."""


_FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ENGLISH = Language(
    months={name: n for n, full in enumerate(_FULL_MONTHS, 1) for name in (full, full[:3])} | {"Sept": 9},
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    forms={"day-first": "{day} {month},? {year}{time}", "month-first": "{month} {day}, {year}{time}"},
    time=r"(?: at (?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?: ?(?P<half>[AP]M))?)?",
)
LANGUAGES = (ENGLISH,)

_ANY_DAY = "[0-9]{1,2}"
# A name may end in digits: glued to it, only a possible day is taken as one, of two digits where that can be.
_GLUED_DAY = "(?:[12][0-9]|3[01]|0?[1-9])"


def _pattern(language: Language, form: str, day: str) -> str:
    months = "|".join(sorted(language.months, key=len, reverse=True))
    parts = {"day": f"(?P<day>{day})", "month": f"(?P<month>{months})", "year": "(?P<year>[0-9]{4})"}
    return form.format(**parts, time=language.time)


def _whole_lines(language: Language) -> dict[str, re.Pattern[str]]:
    weekday = f"(?:(?P<weekday>{'|'.join(language.weekdays)}),? )?"
    return {name: re.compile(weekday + _pattern(language, form, _ANY_DAY)) for name, form in language.forms.items()}


def _line_ends(language: Language) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(_pattern(language, form, _GLUED_DAY) + r"\Z") for name, form in language.forms.items()}


_WHOLE = tuple((language, _whole_lines(language)) for language in LANGUAGES)
_GLUED = tuple((language, _line_ends(language)) for language in LANGUAGES)


def read_date(line: str) -> Dated | None:
    """The date that ``line`` is, from its first character to its last; None when it is anything else."""
    if not _SHORTEST <= len(line) <= _LONGEST or not line[-1:].isalnum():
        return None
    line = " ".join(line.split())
    for language, patterns in _WHOLE:
        for name, pattern in patterns.items():
            if match := pattern.fullmatch(line):
                parts = [name, *(part for part in ("weekday", "hour") if match[part])]
                return _dated(match, language, " ".join(parts))
    return None


def split_glued(line: str) -> tuple[str, Dated] | None:
    """Author and date of a comment's header in which the two are glued, such as ``Ada19 May 2019 at 10:45``.

    None when ``line`` is none: without a time, with a space before the date, or with nothing before it.
    """
    if not (line[-1:].isdigit() or line[-1:] == "M") or ":" not in line[-9:]:
        return None
    offset = max(0, len(line) - _LONGEST)
    tail = line[offset:]
    for language, patterns in _GLUED:
        for name, pattern in patterns.items():
            match = pattern.search(tail)
            if match and match["hour"] and (author := line[: offset + match.start()]) and not author[-1].isspace():
                return author, _dated(match, language, name)
    return None


def _dated(match: re.Match[str], language: Language, form: str) -> Dated:
    raw = match.group()
    iso = _iso(match, language)
    return Dated(raw, Timestamp(iso, raw) if iso else None, form)


def _iso(match: re.Match[str], language: Language) -> str | None:
    try:
        day = date(int(match["year"]), language.months[match["month"]], int(match["day"])).isoformat()
    except ValueError:
        return None
    if match["hour"] is None:
        return day
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] == "PM" else 0)
    return f"{day}T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
