"""A comment's header in which converters have glued the author to the date."""

import re
from collections.abc import Iterator

from probreader.sources.dates.order import DateOrder
from probreader.sources.dates.quick import quick_end
from probreader.sources.dates.reading import LONGEST, read_date
from probreader.sources.dates.tokens import STARTS
from probreader.sources.dates.values import Dated

_HAS_TIME = re.compile(r"\d[:.]\d\d|\d\s?[hH](?:$|\s?\d)|\d\s?(?:Uhr|uur)|\d\s?[시时時點点]|\d\s?[AaPp]\.?\s?[Mm]")
_END = 40
"""Characters at the end of a line that hold all of a time, behind or before its date."""


def split_glued(line: str, order: DateOrder | None = None) -> tuple[str, Dated] | None:
    """Author and date of a comment's header in which the two are glued, such as ``Ada19 May 2019 at 10:45``.

    None when ``line`` is none: without a time, with a space before the date, or with nothing before it. A name may
    end in digits: glued to it, only a possible day is taken as one, of two digits where that can be.
    """
    if _HAS_TIME.search(line[-_END:]) is None:
        return None
    offset = max(0, len(line) - LONGEST)
    tail = line[offset:]
    if quick := quick_end(tail):
        return _parted(line[: offset + quick[0]], quick[1])
    for start in _starts(tail):
        dated = read_date(tail[start:], order)
        # Digits of the name before a date of numbers make it impossible.
        if dated and "hour" in dated.form and (dated.timestamp or dated.ambiguous or "numbers" not in dated.form):
            return _parted(line[: offset + start], dated)
    return None


def _parted(author: str, dated: Dated) -> tuple[str, Dated] | None:
    return (author, dated) if author and not author[-1].isspace() else None


def _starts(tail: str) -> Iterator[int]:
    """Where a date can begin: at a number that can be a day, a month, an hour or a year, or at a name."""
    for index, character in enumerate(tail):
        if character.isdecimal():
            pair = tail[index : index + 2]
            if not pair[1:].isdecimal() or int(pair) <= 31 or tail[index : index + 4].isdecimal():
                yield index
        elif any(tail.startswith(name, index) for name in STARTS.get(tail[index : index + 2], ())):
            yield index
