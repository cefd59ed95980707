"""``parse``: what is in files. The library is not even imported."""

import sys
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from probreader.cli.arguments import Arguments
from probreader.cli.codes import ExitCode
from probreader.cli.contract import file_object, post_object
from probreader.cli.ledger import found_line, found_lines
from probreader.cli.outcome import Outcome, Tally
from probreader.cli.output import emit, json_text
from probreader.cli.sources import outcomes

_KEPT_IN_MEMORY = 32 * 1024 * 1024
"""Bytes of a file's posts as JSON; more wait on disk, since the problems, known last, stand before them."""


def parse(arguments: Arguments) -> ExitCode:
    """Print what is in the named files; no library is opened."""
    tally = Tally()
    for outcome in outcomes(arguments.words, jobs=arguments.jobs):
        if arguments.json:
            _print_object(outcome)
        else:
            lines = [found_line(post) for post in outcome.take()]
            emit(found_lines(outcome, lines))
        tally.note(outcome)
    return tally.code


def _print_object(outcome: Outcome) -> None:
    """One line, however many posts there are: none is kept in memory."""
    with SpooledTemporaryFile(_KEPT_IN_MEMORY, "w+", encoding="utf-8", newline="\n") as waiting:
        for post in outcome.take():
            waiting.write(json_text(post_object(post)) + "\n")
        _, problems = outcome.finish()
        waiting.seek(0)
        if sys.stdout is not None:
            head = json_text(file_object(outcome.name, outcome.shape, problems))
            sys.stdout.writelines(_together(head.removesuffix("]}"), waiting))


def _together(head: str, posts: Iterator[str]) -> Iterator[str]:
    yield head
    separator = ""
    for post in posts:
        yield separator + post.removesuffix("\n")
        separator = ", "
    yield "]}\n"
