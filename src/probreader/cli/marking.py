"""``marks export`` and ``marks import``: all marks as a file that another library can merge."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from probreader.cli.arguments import Arguments
from probreader.cli.codes import ExitCode
from probreader.cli.files import STDIN
from probreader.cli.output import complain, emit, emit_json
from probreader.domain.clean import clean_line
from probreader.errors import MarksError
from probreader.library import LONGEST_MARKS_LINE, MARKS_FORMAT, Library, MarksMerged
from probreader.paths import library_path


def export_marks(arguments: Arguments) -> ExitCode:
    """Write every mark to the file that is named, or to stdout."""
    names = arguments.words or (STDIN,)
    if len(names) > 1:
        complain("marks export writes one file; name none, or one")
        return ExitCode.USAGE
    with Library.open(library_path(arguments.library)) as library:
        if names[0] == STDIN:
            library.export_marks(_print)
        else:
            count = _export_to(library, Path(names[0]))
            complain(f"{_counted(count, 'mark')} written to {names[0]}")
    return ExitCode.OK


def import_marks(arguments: Arguments) -> ExitCode:
    """Merge the marks of the files that are named, of all or, when a line of one is bad, of none."""
    if not arguments.words:
        complain("marks import needs a file; name one or more, or - for standard input")
        return ExitCode.USAGE
    with Library.open(library_path(arguments.library)) as library:
        merged = library.merge_marks(_files(arguments.words))
    if arguments.json:
        emit_json({"marks": merged.lines, "changed": merged.changed, "awaiting": merged.awaiting})
    else:
        emit([_said(merged)])
    return ExitCode.OK


def _print(line: str) -> None:
    """Write ``line`` to stdout in UTF-8, which the format is, whatever the terminal speaks; its words are clean."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(line.encode("utf-8"))


def _said(merged: MarksMerged) -> str:
    said = f"{_counted(merged.lines, 'mark')} read, {merged.changed:,} changed"
    if merged.awaiting:
        said += f"; {merged.awaiting:,} wait for posts or comments that the library does not have yet"
    return said


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _export_to(library: Library, path: Path) -> int:
    """Put the file in its place when it is whole; nothing but marks is ever written over."""
    _refuse_other_file(path)
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        # The file that was named is what can be changed, not the one that was to become it.
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            count = library.export_marks(file.write)
            file.flush()
            os.fsync(descriptor)
        Path(name).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    return count


def _refuse_other_file(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.readline(200)
    except FileNotFoundError:
        return
    if head and MARKS_FORMAT.encode() not in head:
        raise MarksError(f"{clean_line(str(path))} is no file of marks; it was left as it is. Name another file.")


def _files(names: Iterable[str]) -> Iterator[tuple[str, Iterable[bytes]]]:
    for name in names:
        if name == STDIN:
            yield "standard input", _lines(sys.stdin.buffer)
        else:
            with Path(name).open("rb") as file:
                yield name, _lines(file)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of ``file``; of a line that is too long so much that this can be told."""
    return iter(lambda: file.readline(LONGEST_MARKS_LINE + 1), b"")


ACTIONS: Mapping[str, Callable[[Arguments], ExitCode]] = {"export": export_marks, "import": import_marks}
"""What ``marks`` does, by name."""


def marks(arguments: Arguments) -> ExitCode:
    """Do what the first word says."""
    return ACTIONS[arguments.action](arguments)
