"""Dates as people write them, read from the kinds of their words: nothing is guessed and nothing is invented."""

import re

from probreader.domain.post import Timestamp
from probreader.sources.dates.east_asian import read_east_asian
from probreader.sources.dates.forms import FORMS, TIME_ALONE
from probreader.sources.dates.machine import read_iso, zone_offset
from probreader.sources.dates.order import DateOrder, resolve
from probreader.sources.dates.quick import quick_end
from probreader.sources.dates.tokens import ERAS, Tokens, tokens_of
from probreader.sources.dates.values import Dated, full_year, iso_day, iso_time

LONGEST = 70
"""Characters of a line that can be a date."""
_SHORTEST, _SHORTEST_TIME = 6, 4
_DIGIT = re.compile(r"\d")
_ISO_START = re.compile("[0-9]{4}-?[0-9]{2}-?[0-9]{2}")
_LEAD = re.compile("(?:[Oo]n|[Aa]m|[Ll]e|[Ee]l|[Ii]l|[Ee]m|[Oo]p|[Dd]en|[Dd]nia|[Dd]ne|[Aa]t) ")


def read_date(line: str, order: DateOrder | None = None) -> Dated | None:
    """The date that ``line`` is, from its first character to its last, with or without a time; None otherwise.

    ``order`` tells day from month where both are numbers; without it such a date may be ambiguous. A time without a
    date is none; see :func:`read_moment`.
    """
    if not _SHORTEST <= len(line) <= LONGEST or _DIGIT.search(line) is None:
        return None
    line = " ".join(line.split())
    quick = quick_end(line)
    return quick[1] if quick and not quick[0] else _read(line, order)


def read_moment(text: str, order: DateOrder | None = None) -> Dated | None:
    """What ``text``, the words of a page's element for a date, says: a date, a date with a time, or a time alone.

    None when it is none of them. A time alone has the form ``time`` and an ``iso`` such as ``T14:40``. A little word
    may stand in front: ``on May 19, 2019``.
    """
    if not _SHORTEST_TIME <= len(text) <= 2 * LONGEST or _DIGIT.search(text) is None:
        return None
    line = " ".join(text.split())
    if len(line) > LONGEST:
        return None
    lead = _LEAD.match(line)
    return _read(line, order) or (_read(line[lead.end() :], order) if lead else None) or _time_alone(line)


def _read(line: str, order: DateOrder | None) -> Dated | None:
    if "月" in line or "월" in line:
        return read_east_asian(line)
    if line[:4].isdecimal() and _ISO_START.match(line) and (stamp := read_iso(line)):
        return Dated(line, stamp, "iso hour" if "T" in stamp.iso else "iso")
    tokens = tokens_of(line)
    if tokens is None:
        return None
    for name, pattern in FORMS:
        if match := pattern.fullmatch(tokens.kinds):
            return _dated(line, name, match, tokens, order)
    return None


def _time_alone(line: str) -> Dated | None:
    tokens = tokens_of(line)
    match = TIME_ALONE.fullmatch(tokens.kinds) if tokens else None
    if tokens is None or match is None:
        return None
    time = _time(match, tokens)
    return Dated(line, Timestamp(time, line) if time else None, "time")


def _dated(line: str, name: str, match: re.Match[str], tokens: Tokens, order: DateOrder | None) -> Dated | None:
    parts = match.groupdict()
    if parts.get("sign"):
        if not _is_whole(match, tokens):
            return None
        day, ambiguous = _numbered(match, tokens, order)
    else:
        day, ambiguous = _named(match, tokens)
    time = _time(match, tokens) if parts["time"] else ""
    stamp = None if day is None or time is None else Timestamp(day + time, line)
    weekday = bool(parts["before"] or parts["after"])
    form = " ".join([name, *(["weekday"] if weekday else []), *(["hour"] if parts["time"] else [])])
    return Dated(line, stamp, form, ambiguous)


def _named(match: re.Match[str], tokens: Tokens) -> tuple[str | None, bool]:
    """The day of a date with a month's name, and whether languages disagree on the name."""
    month = tokens.month(match.start("month"), dotted=bool(match["dot"]))
    if month is None:
        return None, True
    year = int(tokens.texts[match.start("year")])
    ahead = next((ahead for language, ahead in ERAS if tokens.languages == language and year > 2300), 0)
    return iso_day(year - ahead, month, int(tokens.texts[match.start("day")])), False


def _is_whole(match: re.Match[str], tokens: Tokens) -> bool:
    """Whether numbers are a date's and not a version's or a chapter's: such as have a year's four digits or a time."""
    year = tokens.texts[match.start("year")]
    return len(year) == 4 or (len(year) == 2 and (match["sign"] == "/" or match["time"] is not None))


def _numbered(match: re.Match[str], tokens: Tokens, order: DateOrder | None) -> tuple[str | None, bool]:
    """The day of a date of numbers, and whether it is ambiguous. With dots, the day stands first in every language."""
    first, second = (int(tokens.texts[match.start(group)]) for group in ("first", "second"))
    if match.start("year") < match.start("first"):
        order = DateOrder.MONTH_FIRST
    elif match["sign"] == ".":
        order = DateOrder.DAY_FIRST
    return resolve(first, second, full_year(tokens.texts[match.start("year")]), order)


def _time(match: re.Match[str], tokens: Tokens) -> str | None:
    """The time of day with its zone; None when no clock shows it."""
    span = range(*match.span("time"))
    hour, *rest = (int(tokens.texts[index]) for index in span if tokens.kinds[index] == "d")
    half = next((index for index in span if tokens.kinds[index] == "h"), None)
    if half is not None:
        # Some languages count the first hour of a half as 0, English as 12.
        if not (0 if not tokens.texts[half].isascii() else 1) <= hour <= 12:
            return None
        hour = hour % 12 + (12 if tokens.is_afternoon(half) else 0)
    time = iso_time(hour, *(rest or [0])[:2])
    return time and time + _zone(match, tokens)


def _zone(match: re.Match[str], tokens: Tokens) -> str:
    """The offset from UTC; empty where there is none, or a name that means several."""
    if match["zone"] is None:
        return ""
    texts = tokens.texts[slice(*match.span("zone"))]
    if len(texts) == 1:
        return zone_offset(texts[0]) or ""
    sign = 1 if tokens.kinds[match.start("zone")] == "z" else 0
    digits = "".join(text for text in texts[sign + 1 :] if text.isdecimal())
    digits = f"{int(digits):02}00" if len(digits) < 3 else digits.zfill(4)
    return f"{'+' if texts[sign] == '+' else '-'}{digits[:2]}:{digits[2:]}" if int(digits[:2]) < 24 else ""
