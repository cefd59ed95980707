"""Long text on a terminal goes through a pager, as it does with git and man.

``PAGER`` is a command of the user's own: it is split into words as a shell would, but no shell runs it, and nothing of
what is shown is part of it. ``cat`` and an empty ``PAGER`` mean none. LESSSECURE keeps ``less`` from running commands
and opening files, since what it shows was written by strangers.
"""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Sequence

from probreader.cli.output import complain, emit, may_page
from probreader.domain.clean import clean_text

_NONE: tuple[list[str], ...] = ([], ["cat"])
_DEFAULT = "less"
_LESS = "FX"
"""Quit if it fits the screen, and leave it there afterwards."""


def page(lines: Iterable[str], *, is_wanted: bool) -> None:
    """Show ``lines``, each without its newline, in the pager; on stdout when there is none or no terminal."""
    command = pager_command() if is_wanted and may_page() else []
    if not command:
        emit(lines)
        return
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=_environment())  # noqa: S603
    except OSError as error:
        complain(f"the pager {command[0]} cannot be run ({error.strerror}); set PAGER to another, or use --no-pager")
        emit(lines)
        return
    _feed(pager, lines)


def pager_command() -> Sequence[str]:
    """The words of the pager's command; empty when there is none."""
    named = os.environ.get("PAGER")
    if named is None:
        found = shutil.which(_DEFAULT)
        return [] if found is None else [found]
    try:
        words = shlex.split(named)
    except ValueError:
        complain("PAGER has a quote that does not end; it was not used")
        return []
    return [] if words in _NONE else words


def _environment() -> dict[str, str]:
    return {"LESS": _LESS, "LESSCHARSET": "utf-8", **os.environ, "LESSSECURE": "1"}


def _feed(pager: "subprocess.Popen[bytes]", lines: Iterable[str]) -> None:
    """Hand ``lines`` to ``pager`` until it has all or has enough, and wait for its end."""
    try:
        if pager.stdin is not None:
            with pager.stdin as stream:
                for line in lines:
                    stream.write(clean_text(line).encode("utf-8", "replace") + b"\n")
    except BrokenPipeError:
        # Whoever leaves the pager has seen enough.
        pass
    finally:
        _wait(pager)


def _wait(pager: "subprocess.Popen[bytes]") -> None:
    while True:
        try:
            pager.wait()
        except KeyboardInterrupt:
            # For the pager, which reads the keys; we end when it does.
            continue
        return
