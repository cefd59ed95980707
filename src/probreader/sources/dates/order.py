"""Which of the two numbers in ``5/6/2019`` is the day, told from all such dates of a page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise

from probreader.sources.dates.values import full_year, iso_day

_NUMBERED = re.compile(r"(?<!\d)([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?!\d)")
_LONGEST = 100
"""Characters of a text that holds a date."""
# Where the month stands first in dates whose year stands last: English pages are American by default, and the East
# Asian ones keep that form.
_MONTH_FIRST_LANGUAGES = frozenset({"en", "ko", "ja", "zh"})


class DateOrder(Enum):
    """The order of day and month in dates of numbers."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class Decision:
    """The order that a page uses."""

    order: DateOrder | None
    """None when nothing tells; ambiguous dates then stay without a time."""
    proven: bool
    """True when some date of the page can be read in one order only. Otherwise the order is a guess, or there is no
    ambiguous date at all."""


def decide_order(raws: Iterable[str], language: str | None = None) -> Decision:
    """The order of day and month in ``raws``, the dates of one page in reading order as they are written.

    A number over twelve proves it. Without one, the order in which the comments follow each other in time is taken,
    and where both do so equally well, what is usual in ``language``, a BCP 47 tag. Dates with names are ignored.
    """
    dates = [numbers for raw in raws if (numbers := _numbers(raw))]
    proofs = {proof for first, second, _ in dates if (proof := _proof(first, second))}
    if len(proofs) == 1:
        return Decision(proofs.pop(), proven=True)
    ambiguous = [numbers for numbers in dates if _proof(*numbers[:2]) is None and numbers[0] != numbers[1]]
    if not ambiguous or proofs:
        return Decision(None, proven=False)
    return Decision(_smoothest(dates) or _usual(language), proven=False)


def resolve(first: int, second: int, year: int, order: DateOrder | None) -> tuple[str | None, bool]:
    """ISO 8601 of a day whose order is ``order`` as far as it does not prove its own, and whether it is ambiguous.

    An ambiguous or impossible day is None.
    """
    order = _proof(first, second) or order
    if order is None and first != second and max(first, second) <= 12:
        return None, True
    day, month = (second, first) if order is DateOrder.MONTH_FIRST else (first, second)
    return iso_day(year, month, day), False


def _numbers(raw: str) -> tuple[int, int, int] | None:
    match = _NUMBERED.search(raw[:_LONGEST])
    return (int(match[1]), int(match[3]), full_year(match[4])) if match else None


def _proof(first: int, second: int) -> DateOrder | None:
    if first > 12 >= second:
        return DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if second > 12 >= first else None


def _smoothest(dates: Sequence[tuple[int, int, int]]) -> DateOrder | None:
    """The order in which the dates go back in time less often, or else move less in all; None when both are alike."""
    roughness = {order: _roughness(dates, order) for order in DateOrder}
    best = min(roughness, key=lambda order: roughness[order])
    return best if len(set(roughness.values())) > 1 else None


def _roughness(dates: Sequence[tuple[int, int, int]], order: DateOrder) -> tuple[int, int]:
    isos = [resolve(*numbers, order)[0] for numbers in dates]
    days = [date.fromisoformat(iso).toordinal() for iso in isos if iso]
    steps = [later - earlier for earlier, later in pairwise(days)]
    return sum(step < 0 for step in steps), sum(map(abs, steps))


def _usual(language: str | None) -> DateOrder | None:
    if language is None:
        return None
    base, _, region = language.partition("-")
    if base == "en" and region not in ("", "US"):
        return DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if base in _MONTH_FIRST_LANGUAGES else DateOrder.DAY_FIRST
