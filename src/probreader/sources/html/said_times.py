"""When posts and comments of a page were written: what attributes say for machines, else what the words say.

The words of a page are read together: which number of ``5/6/2008`` is the day shows in all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from probreader.domain.clean import clean_line
from probreader.domain.post import Problem, Timestamp
from probreader.sources.dates import Dated, DateOrder, decide_order, read_moment
from probreader.sources.drafts import CommentDraft, PostDraft

_LONGEST = 300
"""Characters of words that are looked through for a time; it stands at their beginning."""
_MOST_PIECES = 8
_BETWEEN = re.compile(
    r" [—–|·•»/] | - |\(|\)|, (?=[^0-9\s])"
    r"|\b(?:on|am|vom|le|el|em|op|il|den|dne|dnia|at|posted|um|by|par|por|von|in|under|says|said"
    r"|this entry was posted|and is filed)\b:?(?: |\Z)",
    re.IGNORECASE,
)
# A little word between date and time that is not known, as in ``3 mayo 2011 en 17:04``.
_JOINT = re.compile(r"([0-9]{4}),? [^\W\d]{1,4} (?=[0-9]{1,2}[:.h][0-9])")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_MOST_YEARS = 3
# The weekday, the day and the month of a year, with a word between; and the time.
_WORDS_BEFORE, _WORDS_BEHIND = 6, 6
_EDGES = " |,;.·•–—-()[]:@/"


@dataclass(frozen=True, slots=True)
class Said:
    """What the page says of when one post or comment was written."""

    exact: Timestamp | None = None
    """As an attribute gives it."""
    words: tuple[str, ...] = ()
    """Words that may tell, the likeliest first."""


Dating = tuple[PostDraft | CommentDraft, Said]


@lru_cache(maxsize=256)
def moment_in(text: str, order: DateOrder | None = None) -> Dated | None:
    """The time that stands in ``text``, with or without other words around it; None where there is none.

    Of several readings the most precise one is taken, and a time without a date only where it is all there is.
    """
    words = clean_line(text[:_LONGEST]).replace(" At ", " at ")
    if not words or not any(map(str.isdecimal, words)):
        return None
    whole = read_moment(words, order)
    if whole is not None and whole.form != "time":
        return whole
    if whole is None and (joined := read_moment(_JOINT.sub(r"\1 ", words), order)) and joined.form != "time":
        return replace(joined, raw=words)
    seams = list(_BETWEEN.finditer(words))[:_MOST_PIECES]
    starts = [0, *(seam.end() for seam in seams)]
    ends = [len(words), *(seam.start() for seam in reversed(seams))]
    pieces = (words[start:end].strip(_EDGES) for start in starts for end in ends if start < end)
    dated = [found for piece in pieces if (found := read_moment(piece, order)) and found.form != "time"]
    return max(dated or _in_sentence(words, order), key=_precision, default=whole)


def _in_sentence(words: str, order: DateOrder | None) -> list[Dated]:
    """The dates with a whole year that some of ``words`` make, whatever the language of the rest."""
    pieces = words.split()
    years = [at for at, piece in enumerate(pieces) if _YEAR.search(piece)][:_MOST_YEARS]
    windows = (
        " ".join(pieces[start:end]).strip(_EDGES)
        for year in years
        for start in range(max(0, year - _WORDS_BEFORE), year + 1)
        for end in range(year + 1, min(len(pieces), year + _WORDS_BEHIND) + 1)
    )
    return [found for window in windows if (found := read_moment(window, order)) and found.form != "time"]


def _precision(dated: Dated) -> tuple[int, int]:
    """How exact a time is; of equals the one that more words make, since ``4:04`` is less than ``4:04 pm``."""
    return len(dated.timestamp.iso) if dated.timestamp else 0, len(dated.raw)


def settle(datings: Sequence[Dating], language: str | None) -> list[Problem]:
    """Set ``published`` of every draft as far as the page tells it; what it leaves open is a problem."""
    first = [(draft, said, _first_moment(said, None)) for draft, said in datings]
    worded = [dated.raw for _, said, dated in first if dated and said.exact is None]
    decision = decide_order(worded, language)
    unread: list[str] = []
    unsure: list[Dated] = []
    for draft, said, dated in first:
        if dated is not None and dated.ambiguous:
            unsure.append(dated)
            dated = _first_moment(said, decision.order)
        draft.published = said.exact or (dated.timestamp if dated else None)
        if draft.published is None and not (dated and dated.ambiguous) and (words := _numbered(said)):
            unread.append(words)
    return [*_unread(unread), *_unsure(unsure, decision.order, proven=decision.proven)]


def _first_moment(said: Said, order: DateOrder | None) -> Dated | None:
    """The first of the words that hold a date; else the first that hold a time alone."""
    if said.exact is not None:
        return None
    alone = None
    for words in said.words:
        dated = moment_in(words, order)
        if dated is not None and dated.form != "time":
            return dated
        alone = alone or dated
    return alone


def _numbered(said: Said) -> str | None:
    return next((words for words in said.words if any(map(str.isdecimal, words))), None)


def _unread(words: Sequence[str]) -> list[Problem]:
    if not words:
        return []
    message = f"{_dates(len(words))} could not be read, such as “{words[0][:80]}”; what it belongs to has no time."
    return [Problem("date-unread", message)]


def _unsure(dates: Sequence[Dated], order: DateOrder | None, *, proven: bool) -> list[Problem]:
    """Whether day and month of the page's dates could be the other way round."""
    if proven or not dates:
        return []
    if order is None:
        message = (
            f"Nothing tells day from month in {_dates(len(dates))}, such as “{dates[0].raw}”; none was made of it."
        )
        return [Problem("date-ambiguous", message)]
    message = f"Day and month are told apart by likelihood alone in dates such as “{dates[0].raw}” ({order.value})."
    return [Problem("date-order", message)]


def _dates(number: int) -> str:
    return "1 date" if number == 1 else f"{number} dates"
