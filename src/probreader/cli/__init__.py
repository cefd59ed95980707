"""The command line: arguments become one call. The only place that wires the parts together.

What a command needs is imported when it runs, so that ``--help`` pays for neither the screen nor the database.
"""

import errno
import sys
from collections.abc import Sequence

from probreader.cli.arguments import Arguments, parse_arguments
from probreader.cli.codes import ExitCode
from probreader.cli.output import abandon_output, complain, finish_output, prepare_streams
from probreader.errors import ConfigError, LibraryLockedError, LibraryNewerError, ProbreaderError

_ADVICE = {
    errno.ENOSPC: "Free some space and try again.",
    errno.EDQUOT: "Free some space and try again.",
    errno.EFBIG: "Files may not be that large here: raise the limit, or write to another disk.",
    errno.ENOENT: "Check the name.",
    errno.EISDIR: "Name a file.",
    errno.ENOTDIR: "Check the name.",
    errno.EACCES: "Change its permissions, or name another file.",
    errno.EPERM: "Change its permissions, or name another file.",
    errno.EROFS: "Name a file on another disk.",
}
"""What the user can do about an error of the system, by its number."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run probreader with ``argv`` (the words after the program's name) and return its exit code.

    Raises:
        SystemExit: from argparse, for ``--help``, ``--version`` and wrong usage.
    """
    prepare_streams()
    try:
        code = _complete(sys.argv[1:] if argv is None else argv)
    except (LibraryLockedError, LibraryNewerError) as error:
        code = _fail(str(error), ExitCode.LIBRARY_UNAVAILABLE)
    except ConfigError as error:
        code = _fail(str(error), ExitCode.USAGE)
    except ProbreaderError as error:
        code = _fail(str(error), ExitCode.FAILURE)
    except BrokenPipeError:
        abandon_output()
        code = ExitCode.CLOSED_PIPE
    except OSError as error:
        abandon_output()
        code = _fail(_os_message(error), ExitCode.FAILURE)
    except KeyboardInterrupt:
        abandon_output()
        code = ExitCode.INTERRUPTED
    return int(code)


def _complete(words: Sequence[str]) -> int:
    try:
        return _run(parse_arguments(words))
    finally:
        finish_output()


def _run(arguments: Arguments) -> int:
    match arguments.command:
        case "parse":
            from probreader.cli.parsing import parse

            return parse(arguments)
        case "add":
            from probreader.cli.adding import add

            return add(arguments)
        case "search":
            from probreader.cli.searching import search

            return search(arguments)
        case "open":
            from probreader.cli.opening import open_reader

            return open_reader(arguments)
        case "marks":
            from probreader.cli.marking import marks

            return marks(arguments)
        case "doctor":
            from probreader.cli.doctoring import doctor

            return doctor(arguments)
        case name:
            from probreader.cli.showing import SHOWING

            return SHOWING[name](arguments)


def _fail(message: str, code: ExitCode) -> ExitCode:
    complain(message)
    return code


def _os_message(error: OSError) -> str:
    """A sentence of what the system refused, and one of what to do about it."""
    reason = error.strerror or str(error)
    said = f"{error.filename}: {reason}" if error.filename is not None else reason
    return f"{said}. {_ADVICE.get(error.errno or 0, 'See that it is there and may be used, then try again.')}"
