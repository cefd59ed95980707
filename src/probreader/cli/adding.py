"""``add``: files into the library."""

from itertools import chain

from probreader.cli.arguments import Arguments
from probreader.cli.codes import ExitCode
from probreader.cli.ledger import added_lines, found_lines
from probreader.cli.outcome import READER, Outcome, Tally
from probreader.cli.output import abandon_output, emit, finish_output
from probreader.cli.sources import Known, outcomes
from probreader.library import Added, Library
from probreader.paths import library_path


def add(arguments: Arguments) -> ExitCode:
    """Read the named files into the library and print the ledger."""
    tally = Tally()
    closed = False
    path = library_path(arguments.library)
    with Library.open(path) as library, library.bulk():
        imported = library.next_import()
        for outcome in outcomes(arguments.words, path, arguments.jobs, known_to(library)):
            added = add_to(library, outcome, imported)
            tally.note(outcome)
            try:
                emit(found_lines(outcome, []) if added is None else added_lines(outcome, added))
                finish_output()
            except BrokenPipeError:
                # Nobody reads the ledger any more; what was named is read into the library all the same.
                abandon_output()
                closed = True
    return ExitCode.CLOSED_PIPE if closed else tally.code


def known_to(library: Library) -> Known:
    """What tells the files that need not be read, as ``library`` holds what they say."""
    return lambda location, measure: library.unchanged(location, READER, measure)


def add_to(library: Library, outcome: Outcome, imported: int) -> Added | None:
    """Put ``outcome`` into ``library`` as it is read; None when it holds no post, and nothing was done.

    ``imported`` is the number of the import (:meth:`Library.next_import`).
    """
    if outcome.known is not None:
        return Added.nothing_new(outcome.known)
    posts = outcome.take()
    first = next(posts, None)
    if first is None:
        return None
    return library.add_while_read(outcome.location, chain((first,), posts), outcome.finish, imported)
