"""The reader on a real pseudo-terminal beside a bare Textual app, in one run: ``python benchmarks/screen.py``.

For threads of 1,000, 10,000 and 100,000 comments: the time to the first frame (process start to the first bytes that
show the thread), and for each key the time from sending it to the last byte of what it changed. Medians in
milliseconds; the noise of the machine is in both, so look at the ratios.
"""

import fcntl
import os
import pty
import random
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from statistics import median

from probreader.domain.post import Certainty, Comment, Post, Section, Source
from probreader.domain.prose import Prose
from probreader.domain.thread import arrange
from probreader.library import Library

ROWS, COLUMNS = 50, 120
QUIET = 0.15
"""Seconds without output after which an answer counts as whole."""
RUNS = 5
BARE_APP = """
from textual.app import App
from textual.widgets import Label
class Bare(App):
    BINDINGS = [("j", "more")]
    count = 0
    def compose(self):
        yield Label("ready 0")
    def action_more(self):
        self.count += 1
        self.query_one(Label).update(f"ready {self.count}")
Bare().run()
"""
WORDS = "the report says that staff were asked to wait for another office to open before the end of next year".split()


class Terminal:
    """A program on a pseudo-terminal of its own."""

    def __init__(self, command: list[str]) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor")
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)

    def until(self, marker: bytes) -> float:
        """Milliseconds from the start until ``marker`` was written."""
        seen = b""
        while marker not in seen:
            seen += os.read(self.master, 1 << 16)
        return (time.perf_counter() - self.started) * 1000

    def quiet(self) -> tuple[float, int]:
        """Wait until nothing more is written; when the last bytes came, and how many there were."""
        last, count = time.perf_counter(), 0
        while select.select([self.master], [], [], QUIET)[0]:
            count += len(os.read(self.master, 1 << 16))
            last = time.perf_counter()
        return last, count

    def press(self, key: bytes) -> tuple[float, int]:
        """Milliseconds until the answer to ``key`` was whole, and its bytes."""
        sent = time.perf_counter()
        os.write(self.master, key)
        last, count = self.quiet()
        return (last - sent) * 1000, count

    def close(self) -> int:
        """End the program; its peak memory in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()
        os.close(self.master)
        return int(peak.split()[1]) // 1024


def thread_of(count: int) -> Post:
    """A made-up thread: half of the comments answer one of the ten before them."""
    dice = random.Random(count)
    comments: list[Comment] = []
    for number in range(count):
        parent = dice.choice(comments[-10:]).id if comments and dice.random() < 0.5 else None
        text = " ".join(dice.choices(WORDS, k=dice.randint(10, 180)))
        comments.append(Comment(f"c{number}", parent, Certainty.STATED, None, None, None, Prose(text)))
    sections = (Section("s", None, Prose("The post.")),)
    return Post("p", None, "Made up", False, None, None, None, (), count, sections, arrange(comments).comments)


def measure(name: str, command: list[str], marker: bytes, keys: dict[str, bytes]) -> None:
    firsts, times, peak = [], {key: [] for key in keys}, 0
    for _ in range(RUNS):
        terminal = Terminal(command)
        firsts.append(terminal.until(marker))
        terminal.quiet()
        for label, key in keys.items():
            times[label] += [terminal.press(key)[0] for _ in range(2 if label.endswith("all") else 8)]
        peak = terminal.close()
    shown = "  ".join(f"{label} {median(values):.0f}" for label, values in times.items())
    print(f"{name:>28}: first frame {median(firsts):.0f}  {shown}  peak {peak} MB")


def main() -> None:
    print(f"{ROWS}x{COLUMNS}, {RUNS} runs, medians in ms, {os.cpu_count()} cores")
    measure("bare Textual app", [sys.executable, "-c", BARE_APP], b"ready", {"key": b"j"})
    keys = {"line": b"j", "page": b" ", "collapse all": b"-", "expand all": b"+"}
    for count in (1_000, 10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "library.db"
            with Library.open(file) as library:
                library.add(Source("made-up", "made-up", "0", 0), [thread_of(count)], [])
            command = [sys.executable, "-m", "probreader", "--library", str(file)]
            measure(f"probreader, {count:,} comments", command, b"of them replies", keys)


if __name__ == "__main__":
    main()
