"""``add``: files into the library."""

from collections.abc import Iterator
from itertools import chain

from probreader.cli.arguments import Arguments
from probreader.cli.codes import ExitCode
from probreader.cli.ledger import Ledger, counted
from probreader.cli.outcome import Outcome, Tally
from probreader.cli.output import abandon_output, emit, finish_output
from probreader.cli.sources import outcomes
from probreader.domain.post import Post
from probreader.library import Added, Library
from probreader.paths import library_path


def add(arguments: Arguments) -> ExitCode:
    """Read the named files into the library and print the ledger."""
    tally = Tally()
    closed = False
    path = library_path(arguments.library)
    with Library.open(path) as library:
        for outcome in outcomes(arguments.words, path, arguments.jobs):
            ledger = Ledger()
            added = add_to(library, outcome, ledger)
            tally.note(outcome)
            try:
                emit(ledger.lines(outcome, *((_state(added), added.joined) if added else ())))
                finish_output()
            except BrokenPipeError:
                # Nobody reads the ledger any more; what was named is read into the library all the same.
                abandon_output()
                closed = True
    return ExitCode.CLOSED_PIPE if closed else tally.code


def add_to(library: Library, outcome: Outcome, ledger: Ledger) -> Added | None:
    """Put ``outcome`` into ``library`` as it is read; None when it holds no post, and nothing was done."""
    posts = _noted(outcome.take(), ledger)
    first = next(posts, None)
    if first is None:
        return None
    return library.add_while_read(outcome.location, chain((first,), posts), outcome.finish)


def _noted(posts: Iterator[Post], ledger: Ledger) -> Iterator[Post]:
    for post in posts:
        ledger.note(post)
        yield post


def _state(added: Added) -> str:
    if added.unchanged:
        return "nothing new"
    entries = f"{added.entries_new} of {added.entries_new + added.entries_known} entries new"
    return f"{counted(added.posts_new, 'new post')}, {entries}"
