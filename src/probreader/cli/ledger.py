"""The ledger for people: what a read found against what was declared, with every problem."""

from collections.abc import Iterator, Mapping, Sequence

from probreader.cli.outcome import Outcome
from probreader.domain.clean import clean_line
from probreader.domain.post import Certainty, Post, Problem
from probreader.export.text import moment, title_of


class Ledger:
    """The lines about one file, gathered while its posts pass."""

    def __init__(self) -> None:
        self._posts: list[tuple[str, str]] = []

    def note(self, post: Post) -> None:
        """Keep what is to be told of ``post``, not the post."""
        self._posts.append((post.id, _post_line(post)))

    def lines(
        self, outcome: Outcome, state: str | None = None, joined: Mapping[str, Sequence[str]] | None = None
    ) -> Iterator[str]:
        """The lines, when the posts have been taken.

        ``state`` says what the file changed in the library, None where there is none. ``joined`` tells by id of a post
        from where else the library has it.
        """
        posts = counted(len(self._posts), "post")
        head = f"{clean_line(outcome.name)}: {outcome.shape}, {posts}"
        yield head if state is None else f"{head}, {state}"
        for post_id, line in self._posts:
            yield f"  {line}"
            if joined and (others := joined.get(post_id)):
                yield f"    joined with {', '.join(map(clean_line, others))}"
        for problem in outcome.problems:
            yield f"  {_problem_line(problem)}"


def counted(number: int, noun: str) -> str:
    """``1 post``, ``2 posts``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _post_line(post: Post) -> str:
    placeholders = {comment.id for comment in post.comments if comment.placeholder}
    replies = sum(comment.parent is not None for comment in post.comments)
    orphans = sum(comment.parent in placeholders for comment in post.comments)
    inferred = sum(comment.certainty is Certainty.INFERRED for comment in post.comments)
    declared = "not declared" if post.declared_comments is None else f"declared {post.declared_comments}"
    when = "no date" if post.published is None else moment(post.published)
    numbers = [
        counted(len(post.sections), "section"),
        f"comments {declared}, found {len(post.comments) - len(placeholders)}",
        f"replies {replies}",
        f"orphans {orphans}",
        f"inferred {inferred}",
    ]
    return f"{title_of(post.title, post.title_inferred)} ({when}): {', '.join(numbers)}"


def _problem_line(problem: Problem) -> str:
    place = "" if problem.line is None else f"line {problem.line}: "
    return f"{place}{problem.code}: {problem.message}"
