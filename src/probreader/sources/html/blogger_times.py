"""The times of a page, read together: which of ``5/6/2008`` is the day shows in all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from probreader.domain.post import Problem, Timestamp
from probreader.sources.dates import Dated, DateOrder, decide_order, read_moment
from probreader.sources.drafts import CommentDraft, PostDraft
from probreader.sources.html.blogger_marks import instant_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A time as the page shows it, to be put into a draft."""

    draft: CommentDraft | PostDraft
    words: str
    """As they stand in the page; empty where only the address tells."""
    address: str | None = None
    """The permalink, which may carry the instant."""


def settle(shown: Sequence[Shown], language: str | None) -> list[Problem]:
    """Set ``published`` of every draft as far as the page tells it; what it leaves open is a problem."""
    inexact = [one for one in shown if instant_of(one.address) is None and one.words]
    decision = decide_order((one.words for one in inexact), language)
    dated = [(one, read_moment(one.words, decision.order)) for one in inexact]
    for one, moment in dated:
        stamp = moment.timestamp if moment else None
        one.draft.published = Timestamp(stamp.iso, one.words) if stamp else None
    for one in shown:
        if exact := instant_of(one.address):
            one.draft.published = Timestamp(exact.iso, one.words or exact.raw)
    unread = [
        one.words for one, moment in dated if moment is None or (moment.timestamp is None and not moment.ambiguous)
    ]
    return [*_unread(unread), *_unsure(dated, decision.order, proven=decision.proven)]


def _unread(words: Sequence[str]) -> list[Problem]:
    if not words:
        return []
    message = f"{_dates(len(words))} could not be read, such as “{words[0]}”; what it belongs to stays without a time."
    return [Problem("date-unread", message)]


def _unsure(dated: Sequence[tuple[Shown, Dated | None]], order: DateOrder | None, *, proven: bool) -> list[Problem]:
    """Whether day and month of the page's dates could be the other way round."""
    if proven:
        return []
    if order is None:
        words = [one.words for one, moment in dated if moment and moment.ambiguous]
        if not words:
            return []
        message = (
            f"Nothing tells day from month in {_dates(len(words))}, such as “{words[0]}”; no time was made of them."
        )
        return [Problem("date-ambiguous", message)]
    first = next((one.words for one, moment in dated if moment and moment.form.startswith("numbers")), "")
    message = f"Day and month are told apart by likelihood alone in dates such as “{first}” ({order.value})."
    return [Problem("date-order", message)] if first else []


def _dates(number: int) -> str:
    return "1 date" if number == 1 else f"{number} dates"
