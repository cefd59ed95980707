"""Who answers whom, told by the times of comments whose lists are lost.

In a list the comments of one level stand in the order of their times, each with its answers below it. So a comment that
is older than the one above it begins anew at a level further out: what stands between it and the last older one must be
answers to that one, or to answers of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from probreader.domain.post import Certainty
from probreader.sources.dumps.threaded import Found


def with_parents(found: Sequence[Found]) -> list[Found]:
    """``found``, none of which answers another, with the parents that times prove; their nesting is inferred.

    Unchanged where a time is missing or has another form than the rest, and where newer comments stand first.
    """
    times = [one.header.published.iso if one.header.published else "" for one in found]
    if len({len(time) for time in times}) != 1 or not all(times) or not _is_rising(times):
        return list(found)
    parents: list[int | None] = [None] * len(found)
    older: list[int] = []
    for index, time in enumerate(times):
        newer: list[int] = []
        while older and times[older[-1]] > time:
            newer.append(older.pop())
        for one in newer if older else ():
            parents[one] = older[-1]
        older.append(index)
    return [
        one if parent is None else replace(one, parent=parent, certainty=Certainty.INFERRED)
        for one, parent in zip(found, parents, strict=True)
    ]


def _is_rising(times: Sequence[str]) -> bool:
    """Whether most comments are newer than the one above."""
    falls = sum(below < above for above, below in pairwise(times))
    return 3 * falls < len(times)
