"""Programs on pseudo-terminals: what they write, and when."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from dataclasses import dataclass
from pathlib import Path

ROWS, COLUMNS = 50, 120
QUIET = 0.15
"""Seconds without output after which an answer counts as whole."""
PATIENCE = 3.0
"""Seconds to wait for a first byte."""
ASKED_FOR_FRAMES = b"\x1b[?2026$p"
HAS_FRAMES = b"\x1b[?2026;2$y"
"""What a terminal answers that can be told where a frame ends."""
FRAME_END = b"\x1b[?2026l"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program wrote because of a key."""

    frame: float
    """Milliseconds until the first frame was whole; until the first bytes of programs that do not tell frames."""
    last: float
    """Milliseconds until the last byte."""
    size: int
    """Bytes."""


class Terminal:
    """A program on a pseudo-terminal of its own."""

    def __init__(self, command: list[str]) -> None:
        self.master, slave = pty.openpty()
        self._set_size(COLUMNS)
        environment = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor")
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)

    def _set_size(self, columns: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))

    def _read(self) -> bytes:
        data = os.read(self.master, 1 << 16)
        if ASKED_FOR_FRAMES in data:
            os.write(self.master, HAS_FRAMES)
        return data

    def until(self, marker: bytes) -> float:
        """Milliseconds from the start until ``marker`` was written."""
        seen = b""
        while marker not in seen:
            seen += self._read()
        return (time.perf_counter() - self.started) * 1000

    def answer(self, since: float) -> Answer:
        """What is written from now on until nothing more is; times count from ``since``."""
        first = last = frame = None
        written = b""
        while select.select([self.master], [], [], QUIET if written else PATIENCE)[0]:
            written += self._read()
            last = time.perf_counter()
            first = first or last
            if frame is None and FRAME_END in written:
                frame = last
        whole = frame or first or since
        return Answer((whole - since) * 1000, ((last or since) - since) * 1000, len(written))

    def settle(self) -> None:
        """Wait until nothing more is written."""
        while select.select([self.master], [], [], 4 * QUIET)[0]:
            self._read()

    def press(self, key: bytes) -> Answer:
        """What comes of a key."""
        sent = time.perf_counter()
        os.write(self.master, key)
        return self.answer(sent)

    def resize(self, columns: int) -> Answer:
        """What comes of another width."""
        sent = time.perf_counter()
        self._set_size(columns)
        os.kill(self.process.pid, signal.SIGWINCH)
        return self.answer(sent)

    def close(self) -> int:
        """End the program; its peak memory in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)
        return int(peak.split()[1]) // 1024
