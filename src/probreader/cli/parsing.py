"""``parse``: what is in files. The library is not even imported."""

from probreader.cli.arguments import Arguments
from probreader.cli.codes import ExitCode
from probreader.cli.contract import file_object
from probreader.cli.ledger import ledger
from probreader.cli.output import emit, emit_json
from probreader.cli.sources import Tally, outcomes


def parse(arguments: Arguments) -> ExitCode:
    """Print what is in the named files; no library is opened."""
    tally = Tally()
    for outcome in outcomes(arguments.words):
        tally.note(outcome)
        if arguments.json:
            emit_json(file_object(outcome.name, outcome.shape, outcome.problems, outcome.posts))
        else:
            emit(ledger(outcome))
    return tally.code
