"""Dates that number the month and name the units: ``2016년 5월 7일 오후 4:38``, ``2016年5月7日土曜日 16:38``."""

import re

from probreader.domain.post import Timestamp
from probreader.sources.dates.values import Dated, iso_day, iso_time

_WEEKDAY = (
    "[月火水木金土日]曜日?|星期[一二三四五六日天]|[周週][一二三四五六日]"
    "|[월화수목금토일]요일|[월화수목금토일月火水木金土日]"
)
_MORNING = "오전|午前|上午|凌晨|清晨|早上|AM|am"
_AFTERNOON = "오후|午後|下午|中午|晚上|PM|pm"
_PATTERN = re.compile(
    rf"(?:(?P<before>{_WEEKDAY}),? ?)?"
    "(?P<year>[0-9]{4}) ?[年년] ?(?P<month>[0-9]{1,2}) ?[月월] ?(?P<day>[0-9]{1,2}) ?[日일号號]"
    rf"(?:,? ?[(（]?(?P<weekday>{_WEEKDAY})[)）]?)?"
    rf"(?:(?:, ?| - | ?(?:at|に|于|於) ?| ?)(?:(?P<half>{_MORNING}|{_AFTERNOON}) ?)?"
    "(?P<hour>[0-9]{1,2}) ?(?:[:：]|[시時时點点] ?)(?P<minute>[0-9]{2}) ?[분分]?"
    "(?:[:：]? ?(?P<second>[0-9]{2}) ?[초秒]?)?"
    rf"(?: ?(?P<behind>{_MORNING}|{_AFTERNOON}))?)?"
)


def read_east_asian(line: str) -> Dated | None:
    """The Korean, Japanese or Chinese date that ``line`` is, whose white space is single spaces; None otherwise."""
    match = _PATTERN.fullmatch(line)
    if match is None:
        return None
    iso = iso_day(int(match["year"]), int(match["month"]), int(match["day"]))
    parts = ["year-first", *(["weekday"] if match["weekday"] or match["before"] else [])]
    if match["hour"]:
        parts.append("hour")
        time = _time(match)
        iso = iso + time if iso and time else None
    return Dated(line, Timestamp(iso, line) if iso else None, " ".join(parts))


def _time(match: re.Match[str]) -> str | None:
    hour = int(match["hour"])
    half = match["half"] or match["behind"]
    if half:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half in _AFTERNOON.split("|") else 0)
    return iso_time(hour, int(match["minute"]), int(match["second"]) if match["second"] else None)
