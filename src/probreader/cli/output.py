"""Results on stdout, everything else on stderr; plain text without escape codes."""

import io
import json
import os
import re
import shutil
import sys
import time
from collections.abc import Iterable
from typing import TextIO

from probreader.domain.clean import clean_line, clean_text

_PROGRESS_SECONDS = 0.1

WIDTH = 80
"""Columns that text is wrapped to on a terminal, if it has as many."""

# What a terminal may act on or a reader may be deceived by; JSON allows each as an escape.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufff9-\uffff]")
_TAG = re.compile("[\U000e0000-\U000e007f]")


def prepare_streams() -> None:
    """Make stdout and stderr take any character: what their encoding lacks is written as an escape in ASCII."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def emit(lines: Iterable[str]) -> None:
    """Write ``lines``, each without its newline, to stdout; a closed stdout takes nothing."""
    if sys.stdout is not None:
        for line in lines:
            # A backstop: what a library holds was cleaned when it was read, but its file may have been written to.
            sys.stdout.write(clean_text(line) + "\n")


def emit_json(value: object) -> None:
    """Write ``value`` as one line of JSON, in UTF-8 where stdout is that and in ASCII elsewhere."""
    emit([json_text(value)])


def json_text(value: object) -> str:
    """``value`` as JSON on one line, as :func:`emit_json` writes it."""
    is_utf8 = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not is_utf8)
    return _TAG.sub(_escaped, _UNSAFE.sub(_escaped, text))


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]


def complain(message: str) -> None:
    """Write ``message`` to stderr as one clean line."""
    if sys.stderr is not None:
        sys.stderr.write(f"probreader: {clean_line(message)}\n")


def point_out(text: str, column: int, width: int) -> None:
    """Write ``text`` to stderr, and carets below the ``width`` columns from ``column`` on."""
    if sys.stderr is not None:
        sys.stderr.write(f"  {clean_line(text)}\n  {' ' * column}{'^' * width}\n")


def finish_output() -> None:
    """Flush stdout now, while a failure can still be told."""
    if sys.stdout is not None:
        sys.stdout.flush()


def abandon_output() -> None:
    """Let what is still buffered for stdout go nowhere, so that the interpreter's own flush cannot fail."""
    try:
        target = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, target)
    os.close(nowhere)


def is_interactive() -> bool:
    """True when a screen can be opened: stdin and stdout are terminals, and not dumb ones."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout) and not _is_dumb()


def take_keys_from_terminal() -> None:
    """After standard input was read as a source, let keys come from the terminal itself, as pagers do.

    Where the program has no terminal nothing changes, and the list of posts is printed as for any pipe.
    """
    if not _is_terminal(sys.stdout):
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return
    os.dup2(terminal, 0)
    os.close(terminal)


def text_width() -> int | None:
    """Columns to wrap text to; None when stdout is no terminal."""
    if not _is_terminal(sys.stdout):
        return None
    return min(WIDTH, shutil.get_terminal_size().columns)


def may_page() -> bool:
    """True when stdout is a terminal, and no dumb one, so that long text can be paged there."""
    return _is_terminal(sys.stdout) and not _is_dumb()


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _is_dumb() -> bool:
    return os.environ.get("TERM", "") in ("", "dumb", "unknown")


class Progress:
    """One line on stderr that tells how much has been read; nothing when stderr is no terminal, or a dumb one."""

    def __init__(self, total: int) -> None:
        """``total`` is how many bytes there are to read, as far as it is known."""
        self._total = total
        self._done = 0
        self._name = ""
        self._shown = 0
        self._next = 0.0
        self._is_on = _is_terminal(sys.stderr) and not _is_dumb()

    def name(self, name: str) -> None:
        """Say that the file called ``name`` is being read."""
        self._name = name
        self._show()

    def advance(self, count: int) -> None:
        """Say that ``count`` more bytes have been read."""
        self._done += count
        self._show()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()
            self._shown = 0

    def _show(self) -> None:
        if not self._is_on or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PROGRESS_SECONDS
        share = f"{min(100, 100 * self._done // self._total):3}% of {_megabytes(self._total)}" if self._total else ""
        line = f"reading {share or _megabytes(self._done)} {clean_line(self._name)}".encode("ascii", "replace").decode()
        line = line[: shutil.get_terminal_size().columns - 1]
        self.clear()
        sys.stderr.write(line)
        sys.stderr.flush()
        self._shown = len(line)


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f} MB"
