"""The times of the comments of one text, whose dates are all written alike."""

from collections.abc import Iterable

from probreader.domain.post import Problem, Timestamp
from probreader.sources.building import impossible_date, order_problem
from probreader.sources.dates import Dated, DateOrder, decide_order, read_moment
from probreader.sources.markers import languages_of
from probreader.sources.parsed import LONGEST_SHORT, SourceText


def moment(line: str, order: DateOrder | None = None) -> Dated | None:
    """The date with its time, or the time alone, that ``line`` is; None for anything else."""
    dated = read_moment(line, order) if len(line) <= LONGEST_SHORT else None
    return dated if dated and (dated.form == "time" or "hour" in dated.form) else None


class CommentTimes:
    """Reads dates in the order of day and month that all of them together show."""

    def __init__(self, source: SourceText, heading: int, raws: Iterable[str]) -> None:
        """``raws`` are all the dates as they are written; ``heading`` is the index of the line over the comments."""
        self.problems: list[Problem] = []
        self._order: DateOrder | None = None
        ambiguous = [raw for raw in raws if (dated := moment(raw)) and "numbers" in dated.form]
        if ambiguous:
            languages = languages_of(source.lines[index] for index in source.short)
            decision = decide_order(ambiguous, languages[0].code if languages else None)
            self._order = decision.order
            if not decision.proven:
                self.problems.append(order_problem(heading))

    def time(self, raw: str | None, index: int) -> Timestamp | None:
        """The time that ``raw`` says, which belongs to the line at ``index``; None when it says none."""
        dated = moment(raw, self._order) if raw else None
        if dated and dated.timestamp is None and not dated.ambiguous:
            self.problems.append(impossible_date(dated.raw, index + 1))
        return dated.timestamp if dated else None
