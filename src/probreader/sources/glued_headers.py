"""Author and time of comments whose converter glued them to each other: ``Probation Officer19 May 2019 at 10:45``.

A name may end in digits, and then the line alone does not tell where the day begins: ``Ada 429 May`` is 9 May by Ada 42
or 29 May by Ada 4. The comments around it do.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from probreader.sources.dates import Dated, DateOrder, decide_order, read_date, split_glued

_LONGEST_NAME = 100
_LONGEST_DATE = 60
_DAY_AFTER_DIGIT = re.compile(r"(?<=\d)(?=\d\D)")
_FAR = 10**6


@dataclass(frozen=True, slots=True)
class Glued:
    """A comment's header."""

    author: str
    dated: Dated


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of one text."""

    found: tuple[Glued | None, ...]
    """One for each line that was given; None for a line that is no header."""
    is_order_guessed: bool
    """True when nothing proves which number of the dates is the day."""


def read_headers(lines: Sequence[str], language: str | None = None) -> Headers:
    """The headers that ``lines``, the first lines of comments in reading order, are; ``language`` is a BCP 47 tag."""
    found = [_split(line, None) for line in lines]
    raws = [glued.dated.raw for glued in found if glued and "numbers" in glued.dated.form]
    guessed = False
    if raws:
        decision = decide_order(raws, language)
        guessed = not decision.proven
        found = [_split(line, decision.order) for line in lines]
    return Headers(tuple(_told_apart(lines, found)), guessed)


def _split(line: str, order: DateOrder | None) -> Glued | None:
    glued = split_glued(line, order)
    return Glued(*glued) if glued and len(glued[0]) <= _LONGEST_NAME else None


def _told_apart(lines: Sequence[str], found: Sequence[Glued | None]) -> Iterator[Glued | None]:
    """``found`` with each doubtful header read as fits best between those around it."""
    names = Counter(glued.author for glued in found if glued)
    if not names:
        yield from found
        return
    days = [_day(glued) if glued and not _is_doubtful(glued) else None for glued in found]
    earlier = _nearest(days)
    later = list(reversed(_nearest(days[::-1])))
    for index, glued in enumerate(found):
        if (glued and _is_doubtful(glued)) or (glued is None and ":" in lines[index][-_LONGEST_DATE:]):
            options = [option for option in (glued, _with_one_digit(lines[index])) if option]
            around = [day for day in (earlier[index], later[index]) if day is not None]
            yield min(options, key=lambda option: (_distance(option, around), -names[option.author]), default=None)
        else:
            yield glued


def _is_doubtful(glued: Glued) -> bool:
    return glued.author[-1].isdigit() and glued.dated.raw[:2].isdigit()


def _with_one_digit(line: str) -> Glued | None:
    """The header in ``line`` when its day has one digit and all digits before that are the name's."""
    if len(line) > _LONGEST_NAME + _LONGEST_DATE:
        return None
    for match in _DAY_AFTER_DIGIT.finditer(line):
        dated = read_date(line[match.start() :])
        if dated and "hour" in dated.form and dated.timestamp:
            return Glued(line[: match.start()], dated)
    return None


def _day(glued: Glued) -> int | None:
    stamp = glued.dated.timestamp
    return date.fromisoformat(stamp.iso[:10]).toordinal() if stamp else None


def _nearest(days: Sequence[int | None]) -> list[int | None]:
    """For each position the last day before it."""
    last: int | None = None
    nearest = []
    for day in days:
        nearest.append(last)
        last = day if day is not None else last
    return nearest


def _distance(glued: Glued, around: Sequence[int]) -> int:
    day = _day(glued)
    return _FAR if day is None else sum(abs(day - other) for other in around)
