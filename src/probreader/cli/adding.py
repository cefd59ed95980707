"""``add``: files into the library."""

from probreader.cli.arguments import Arguments
from probreader.cli.codes import ExitCode
from probreader.cli.ledger import counted, ledger
from probreader.cli.output import abandon_output, emit, finish_output
from probreader.cli.sources import Outcome, Tally, outcomes
from probreader.library import Added, Library
from probreader.paths import library_path


def add(arguments: Arguments) -> ExitCode:
    """Read the named files into the library and print the ledger."""
    tally = Tally()
    closed = False
    path = library_path(arguments.library)
    with Library.open(path) as library:
        for outcome in outcomes(arguments.words, path):
            tally.note(outcome)
            added = add_to(library, outcome)
            try:
                emit(ledger(outcome, None if added is None else _state(added)))
                finish_output()
            except BrokenPipeError:
                # Nobody reads the ledger any more; what was named is read into the library all the same.
                abandon_output()
                closed = True
    return ExitCode.CLOSED_PIPE if closed else tally.code


def add_to(library: Library, outcome: Outcome) -> Added | None:
    """Put ``outcome`` into ``library``; None when it holds no post, and nothing was done."""
    if outcome.source is None or not outcome.posts:
        return None
    return library.add(outcome.source, outcome.posts, outcome.problems)


def _state(added: Added) -> str:
    if added.unchanged:
        return "nothing new"
    entries = f"{added.entries_new} of {added.entries_new + added.entries_known} entries new"
    return f"{counted(added.posts_new, 'new post')}, {entries}"
