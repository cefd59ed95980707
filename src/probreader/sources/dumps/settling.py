"""What one header alone does not tell, told from all headers of a page: day or month first, name's digit or day's."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from probreader.domain.post import Problem, Timestamp
from probreader.sources.dates import Dated, DateOrder, decide_order, read_date, read_moment
from probreader.sources.dumps.headers import Header
from probreader.sources.dumps.rows import Rows
from probreader.sources.dumps.threaded import Found
from probreader.sources.markers import languages_of

_NEAR = 50


@dataclass(frozen=True, slots=True)
class Settled:
    """Comments whose headers are read in the light of all of them."""

    found: tuple[Found, ...]
    problems: tuple[Problem, ...]


def settle(rows: Rows, found: Sequence[Found], posted: Timestamp | None) -> Settled:
    """``found`` with the likelier readings; ``posted`` is when the post was, None when unknown."""
    problems: list[Problem] = []
    ordered = _with_order(rows, found, problems)
    return Settled(tuple(_with_names(rows, ordered, posted, problems)), tuple(problems))


def _with_order(rows: Rows, found: Sequence[Found], problems: list[Problem]) -> list[Found]:
    """Dates of numbers read in the order of day and month that the page's dates show."""
    ambiguous = [one for one in found if one.header.moment and one.header.moment.ambiguous and not one.header.permalink]
    if not ambiguous:
        return list(found)
    raws = [one.header.moment.raw for one in found if one.header.moment]
    language = next((words.code for words in languages_of(filter(None, rows.texts))), None)
    decision = decide_order(raws, language)
    line = rows.lines[ambiguous[0].header.start] + 1
    if decision.order is None:
        message = "Nothing tells which number of these dates is the day and which the month; they are left out."
        problems.append(Problem("ambiguous-dates", message, line))
        return list(found)
    if not decision.proven:
        first = "day" if decision.order is DateOrder.DAY_FIRST else "month"
        message = f"Dates such as “{raws[0]}” are read with the {first} first, which no date of the page proves."
        problems.append(Problem("dates-inferred", message, line))
    return [_reread(one, decision.order) for one in found]


def _reread(one: Found, order: DateOrder) -> Found:
    moment = one.header.moment
    if moment is None or not moment.ambiguous:
        return one
    dated = read_moment(moment.raw, order)
    if dated is None or dated.timestamp is None:
        return one
    published = one.header.published or dated.timestamp
    return replace(one, header=replace(one.header, moment=dated, published=published))


def _with_names(rows: Rows, found: list[Found], posted: Timestamp | None, problems: list[Problem]) -> list[Found]:
    """Digits between a name and a day given to the name where the page's other names or times say so."""
    if not any(one.header.glued for one in found):
        return found
    names = {one.header.author for one in found if not one.header.glued or not _is_doubtful(one.header)}
    votes = Counter(one.header.author for one in found)
    settled = list(found)
    before: dict[int | None, int] = {}
    for index, one in enumerate(found):
        other = _other_reading(one.header) if one.header.glued else None
        if other and not _is_doubtful(one.header) and other.author not in votes:
            other = None
        if other:
            earliest = _earliest(settled, before, one, posted)
            latest = _latest(found, index)
            choice = _choose(one.header, other, names, earliest, latest)
            if choice is None:
                # Answers come soon: of two times after the earliest the nearer one is likelier.
                nearer = earliest is not None and other.published is not None
                choice = other if votes[other.author] > votes[one.header.author] or nearer else one.header
                message = f"The name here is “{choice.author}”, or a digit of the day belongs to it or does not."
                problems.append(Problem("name-or-day", message, rows.lines[one.header.start] + 1))
            settled[index] = replace(one, header=choice)
        before[one.parent] = index
    return settled


def _is_doubtful(header: Header) -> bool:
    """Whether the name ends in a digit, so that it may as well have one more."""
    return (header.author or "")[-1:].isdigit()


def _other_reading(header: Header) -> Header | None:
    """``header`` with the day's first digit as the name's last; None when that is no reading."""
    moment = header.moment
    if moment is None or header.author is None or not moment.raw[:2].isdecimal():
        return None
    dated = read_date(moment.raw[1:])
    if dated is None or dated.timestamp is None:
        return None
    return replace(header, author=header.author + moment.raw[0], moment=dated, published=dated.timestamp)


def _earliest(
    settled: Sequence[Found], before: dict[int | None, int], one: Found, posted: Timestamp | None
) -> Timestamp | None:
    """When the sibling before, else the parent, else the post was written."""
    if one.parent in before:
        return settled[before[one.parent]].header.published
    return posted if one.parent is None else settled[one.parent].header.published


def _latest(found: Sequence[Found], index: int) -> Timestamp | None:
    """When the next sibling was written, looked for among the next few comments."""
    parent = found[index].parent
    return next((one.header.published for one in found[index + 1 : index + _NEAR] if one.parent == parent), None)


def _choose(
    header: Header, other: Header, names: set[str | None], earliest: Timestamp | None, latest: Timestamp | None
) -> Header | None:
    """The likelier reading; None when nothing tells."""
    if _is_doubtful(header) and (header.author in names) is not (other.author in names):
        return header if header.author in names else other
    fits, other_fits = _fits(header, earliest, latest), _fits(other, earliest, latest)
    if fits is other_fits:
        return None
    return header if fits else other


def _fits(header: Header, earliest: Timestamp | None, latest: Timestamp | None) -> bool:
    moment: Dated | None = header.moment
    if moment is None or moment.timestamp is None:
        return False
    iso = moment.timestamp.iso
    return not (earliest and iso < earliest.iso[: len(iso)]) and not (latest and iso > latest.iso)
