"""Dates that number the month and name the units: ``2016년 5월 7일 오후 4:38``, ``土曜日, 5月 7, 2016``."""

import re

from probreader.domain.post import Timestamp
from probreader.sources.dates.values import Dated, iso_day, iso_time

_WEEKDAY = (
    "[月火水木金土日]曜日?|星期[一二三四五六日天]|[周週][一二三四五六日]"
    "|[월화수목금토일]요일|[월화수목금토일月火水木金土日]"
)
_MORNING = "오전|午前|上午|凌晨|清晨|早上|AM|am"
_AFTERNOON = "오후|午後|下午|中午|晚上|PM|pm"
_TIME = (
    rf"(?:(?:, ?| - | ?(?:at|に|于|於) ?| ?)(?:(?P<half>{_MORNING}|{_AFTERNOON}) ?)?"
    "(?P<hour>[0-9]{1,2}) ?(?:[:：]|[시時时點点] ?)(?P<minute>[0-9]{2}) ?[분分]?"
    "(?:[:：]? ?(?P<second>[0-9]{2}) ?[초秒]?)?"
    rf"(?: ?(?P<behind>{_MORNING}|{_AFTERNOON}))?)?"
)
_BEFORE = rf"(?:(?P<before>{_WEEKDAY}),? ?)?"
_YEAR, _DAY = "(?P<year>[0-9]{4})", "(?P<day>[0-9]{1,2})"
# Chinese months have names too, which are numbers.
_NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_MONTH = "(?P<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九]) ?[月월]"
_FORMS = {
    "year-first": re.compile(
        rf"{_BEFORE}{_YEAR} ?[年년] ?{_MONTH} ?{_DAY} ?[日일号號](?:,? ?[(（]?(?P<weekday>{_WEEKDAY})[)）]?)?{_TIME}"
    ),
    # As blogs show that keep the American pattern in their own language.
    "month-first": re.compile(rf"{_BEFORE}{_MONTH} {_DAY}, {_YEAR}(?P<weekday>)?{_TIME}"),
    "day-first": re.compile(rf"{_BEFORE}{_DAY} {_MONTH},? {_YEAR}(?P<weekday>)?{_TIME}"),
}


def read_east_asian(line: str) -> Dated | None:
    """The Korean, Japanese or Chinese date that ``line`` is, whose white space is single spaces; None otherwise."""
    for form, pattern in _FORMS.items():
        if match := pattern.fullmatch(line):
            return _dated(line, form, match)
    return None


def _dated(line: str, form: str, match: re.Match[str]) -> Dated:
    name = match["month"]
    month = _NUMERALS.index(name) + 1 if name in _NUMERALS else int(name)
    iso = iso_day(int(match["year"]), month, int(match["day"]))
    parts = [form, *(["weekday"] if match["weekday"] or match["before"] else [])]
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
