"""The commonest forms of a date with a time at the end of a line, read by two patterns instead of word by word.

``19 May 2019 at 10:45`` and ``May 19, 2019 at 2:40 PM`` with any language's names. What they read is what ``reading``
reads; they only save time, since a long text has as many such lines as comments.
"""

import re

from probreader.domain.post import Timestamp
from probreader.sources.dates.tokens import month_named
from probreader.sources.dates.values import Dated, iso_day, iso_time

_WORD = r"[^\W\d_]{1,12}"
# Later years are of other eras.
_YEAR = "(?:1[0-9]|2[0-2])[0-9]{2}"
_TIME = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})\Z"
_DAY_FIRST = re.compile(
    rf"(?P<day>[12][0-9]|3[01]|0?[1-9])(?P<dot>\.)? (?P<month>{_WORD}) (?P<year>{_YEAR}) (?P<join>{_WORD}) {_TIME}"
)
_MONTH_FIRST = re.compile(
    r"(?P<day>[0-9]{1,2}), (?P<year>[0-9]{4}) at (?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})\s(?P<half>[AP])M\Z"
)
_ENGLISH_MONTHS = {
    "January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6,
    "July": 7, "August": 8, "September": 9, "October": 10, "November": 11, "December": 12,
}  # fmt: skip


def quick_end(line: str) -> tuple[int, Dated] | None:
    """Where the date at the end of ``line`` begins, and the date; None when it is in no quick form, or impossible."""
    if line[-1:] == "M":
        return _month_first(line)
    if line[-3:-2] != ":":
        return None
    match = _DAY_FIRST.search(line)
    if match is None:
        return None
    month = month_named(match["month"], match["join"], dotted=match["dot"] is not None)
    start = match.start()
    dated = _dated(line[start:], "day-first hour", match, month, int(match["hour"])) if month else None
    return (start, dated) if dated else None


def _month_first(line: str) -> tuple[int, Dated] | None:
    match = _MONTH_FIRST.search(line)
    if match is None or line[match.start() - 1] != " ":
        return None
    before = line[max(0, match.start() - 10) : match.start() - 1]
    name = next((name for name in _ENGLISH_MONTHS if before.endswith(name)), None)
    hour = int(match["hour"])
    if name is None or not 1 <= hour <= 12:
        return None
    start = match.start() - 1 - len(name)
    hour = hour % 12 + (12 if match["half"] == "P" else 0)
    dated = _dated(line[start:], "month-first hour", match, _ENGLISH_MONTHS[name], hour)
    return (start, dated) if dated else None


def _dated(raw: str, form: str, match: re.Match[str], month: int, hour: int) -> Dated | None:
    day = iso_day(int(match["year"]), month, int(match["day"]))
    time = iso_time(hour, int(match["minute"]))
    raw = " ".join(raw.split())
    return Dated(raw, Timestamp(day + time, raw), form) if day and time else None
