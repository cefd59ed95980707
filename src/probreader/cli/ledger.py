"""The ledger for people: what a read found against what was declared, what it changed, and every problem."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from probreader.cli.outcome import Outcome
from probreader.domain.clean import clean_line
from probreader.domain.counting import Counts, counts_of
from probreader.domain.post import Post, Problem, Timestamp
from probreader.export.text import moment, title_of

if TYPE_CHECKING:
    from probreader.library import Added, Changes, PostLedger, SourceLedger


def found_line(post: Post) -> str:
    """What is found of ``post``, for a file that no library is told of."""
    return f"{_name(post.title, post.title_inferred, post.published)}: {_numbers(counts_of(post))}"


def found_lines(outcome: Outcome, posts: list[str]) -> Iterator[str]:
    """The ledger of a file whose posts have been taken; ``posts`` are their lines."""
    yield f"{clean_line(outcome.name)}: {outcome.shape}, {counted(len(posts), 'post')}"
    yield from (f"  {line}" for line in posts)
    yield from map(_problem_line, outcome.problems)


def added_lines(outcome: Outcome, added: "Added") -> Iterator[str]:
    """The ledger of a file that was read into the library."""
    head = [f"{clean_line(outcome.name)}: {outcome.shape}", counted(len(added.post_ids), "post"), _state(added)]
    if outcome.problems:
        head.append(counted(len(outcome.problems), "problem"))
    yield ", ".join(head)
    for line in added.ledger:
        yield f"  {_name(line.title, line.title_inferred, line.published)}: {_ledger_numbers(line)}"
        if line.others:
            yield f"    joined with {', '.join(map(clean_line, line.others))}"
    yield from map(_problem_line, outcome.problems)


def stored_lines(ledger: "SourceLedger") -> Iterator[str]:
    """What the library keeps of the ledger of a source, with the posts that are in ``ledger``."""
    yield f"{clean_line(ledger.location)}: {ledger.shape}, {counted(len(ledger.problems), 'problem')}"
    for line in ledger.posts:
        yield f"  {_ledger_numbers(line)}"
        yield f"  first read {ledger.first_read}, changed something last {line.imported}"
    yield from map(_problem_line, ledger.problems)


def counted(number: int, noun: str) -> str:
    """``1 post``, ``2 posts``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _state(added: "Added") -> str:
    if added.unchanged:
        return "nothing new"
    entries = f"{added.entries_new} of {added.entries_new + added.entries_known} entries new"
    return f"{counted(added.posts_new, 'new post')}, {entries}"


def _name(title: str | None, is_inferred: bool, published: Timestamp | None) -> str:
    return f"{title_of(title, is_inferred)} ({'no date' if published is None else moment(published)})"


def _ledger_numbers(line: "PostLedger") -> str:
    numbers = _numbers(line.counts, line.comments)
    is_plain = line.body.new in (0, line.counts.sections) and not (line.body.changed or line.body.removed)
    return numbers if is_plain else f"{numbers}; sections {_changes(line.body)}"


def _numbers(counts: Counts, changes: "Changes | None" = None) -> str:
    declared = "not declared" if counts.declared is None else f"declared {counts.declared}"
    parts = [
        counted(counts.sections, "section"),
        f"comments {declared}, found {counts.found}",
        *([] if changes is None else [_changes(changes)]),
        f"replies {counts.replies}",
        f"orphans {counts.orphans}",
        f"inferred {counts.inferred}",
    ]
    return ", ".join(parts)


def _changes(changes: "Changes") -> str:
    return f"new {changes.new}, changed {changes.changed}, removed {changes.removed}"


def _problem_line(problem: Problem) -> str:
    place = "" if problem.line is None else f"line {problem.line}: "
    return f"  {place}{problem.code}: {problem.message}"
