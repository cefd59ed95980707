"""The forms of dates and times, as patterns over the kinds of tokens; see ``tokens`` for the kinds."""

import re

_BEFORE = r"(?P<before>(?:W[.,]{0,2} ?(?:g )?){1,2})?"
_AFTER = r"(?P<after>,? ?\(?W\.?\)?)?"
_DAY = r"(?P<day>d)(?P<dot>\.)?o?"
# Behind a day with a dot, the year may have one too: ``19. svibnja 2019.``
_YEAR = r"(?P<year>y)(?: ?r\.?|(?(dot)\.?))"
DATES = {
    "day-first": rf"{_BEFORE}{_DAY}(?:[ /-] ?)?(?:g'? ?)?(?P<month>M)\.?(?:,? |[/-]| , )(?:g )?{_YEAR}{_AFTER}",
    "month-first": rf"{_BEFORE}(?:g')?(?P<month>M)\.?[ -](?:g )?{_DAY}(?:, ?| |-)(?:g )?{_YEAR}{_AFTER}",
    "year-first": rf"{_BEFORE}(?P<year>y)\.?,?[ /-](?:g )?(?P<month>M)\.?[ /-]{_DAY}{_AFTER}",
    "numbers": rf"{_BEFORE}(?P<first>d)(?P<sign>[./-]) ?(?P<second>d)(?P=sign) ?(?P<year>[yd])(?: ?r)?\.?{_AFTER}",
    "year-first numbers": rf"{_BEFORE}(?P<year>y)(?P<sign>[./-]) ?(?P<first>d)(?P=sign) ?(?P<second>d)\.?{_AFTER}",
}
"""Groups: ``day``, ``month`` and ``year``, or ``first``, ``second``, ``sign`` and ``year``; ``before`` and ``after``
are the weekday, and ``dot`` stands behind the day."""

# With minutes; in hours and their unit; or in hours of half a day.
_CLOCK = r"(?:h ?)?d:d(?::d)?(?: ?h)?(?: ?u\.?)?|d ?u\.?(?: ?d(?: ?n\.?)?)?|d ?h|h ?d"
# A dot between hour and minute makes a time only beside a date.
_DOTTED = r"(?:h ?)?d\.d(?:\.d)?(?: ?h)?(?: ?u\.?)?"
_ZONE = r"(?: ?\(?(?P<zone>z(?:[+-]d(?::d)?)?|[+-](?:y|d:d))\)?)?"
_TIME = rf"(?P<time>{_CLOCK}|{_DOTTED}){_ZONE}"
_JOIN = r"(?:,? ?-? ?)(?:g[.,:]? ?){0,3}"

FORMS = (
    *((name, re.compile(rf"{date}(?:{_JOIN}{_TIME})?")) for name, date in DATES.items()),
    *((f"time-first {name}", re.compile(rf"(?:g\.? ){{0,2}}{_TIME}{_JOIN}{date}")) for name, date in DATES.items()),
)
"""Names of forms to their patterns, with the groups of :data:`DATES`, and ``time`` and ``zone``."""
TIME_ALONE = re.compile(rf"(?:g\.? ){{0,2}}(?P<time>{_CLOCK}){_ZONE}")
"""A time without a date."""
