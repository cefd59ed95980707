"""Which of the action words below a comment close it."""

from dataclasses import dataclass
from itertools import pairwise

from probreader.sources.dumps.runs import CLOSE_TOP, CLOSING, DELETE, REPLY


@dataclass(frozen=True, slots=True)
class Closing:
    """The marks ``[start, end)`` of a run that close a comment; those before are its words."""

    start: int
    end: int
    top: bool
    """As only top-level comments are closed."""
    reply: bool
    """As only replies are closed, where top-level comments are closed otherwise."""


def closes_top(marks: tuple[int, ...]) -> bool:
    """Whether a run closes a comment as only top-level ones are closed."""
    return any(one & CLOSE_TOP for one in marks) or any(
        one & REPLY and after & DELETE for one, after in pairwise(marks)
    )


def closing_of(marks: tuple[int, ...], *, deletes: bool) -> Closing:
    """Which marks of a run close a comment; ``deletes`` when every comment of the dump is closed by ``Delete``."""
    closers = [index for index, one in enumerate(marks) if one & CLOSING]
    if closers:
        last = closers[-1]
        if marks[last] & CLOSE_TOP:
            return Closing(last, last + 1, True, False)
        if last and marks[last - 1] & REPLY:
            return Closing(last - 1, last + 1, True, False)
        return Closing(last, last + 1, False, True)
    answers = [index for index, one in enumerate(marks) if one & REPLY]
    if deletes or not answers:
        return Closing(0, 0, False, False)
    return Closing(answers[-1], answers[-1] + 1, False, False)
