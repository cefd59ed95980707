"""The reader on a real pseudo-terminal beside a bare Textual app, in one run: ``python benchmarks/screen.py``.

For threads of 1,000, 10,000 and 100,000 comments, and for a list of 100,000 posts: the time from process start to the
first bytes that show the thread, and for each key the time to the end of the first whole frame and to the last byte of
what it changed, and the bytes. Beside it a bare Textual app. Medians in milliseconds; the noise of the machine is in
all, so look at the ratios.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from made_up import Writer
from terminals import COLUMNS, ROWS, Answer, Terminal

from probreader.domain.post import Post, Source
from probreader.library import Library

RUNS = 3
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
KEYS = {
    "line": (b"j", 16),
    "page": (b" ", 8),
    "collapse": (b"h", 1),
    "expand": (b"l", 1),
    "collapse all": (b"-", 2),
    "expand all": (b"+", 2),
    "all read": (b"A", 1),
}
"""Key and how often it is pressed in a run."""
WIDTHS = (100, COLUMNS)


def measure(
    name: str, command: list[str], marker: bytes, keys: dict[str, tuple[bytes, int]], *, widths: tuple[int, ...] = ()
) -> None:
    """Run a program some times and print what was measured."""
    firsts: list[float] = []
    answers: dict[str, list[Answer]] = {}
    peak = 0
    for _ in range(RUNS):
        terminal = Terminal(command)
        firsts.append(terminal.until(marker))
        terminal.settle()
        for label, (key, times) in keys.items():
            answers.setdefault(label, []).extend(terminal.press(key) for _ in range(times))
        for width in widths:
            answers.setdefault("resize", []).append(terminal.resize(width))
        peak = max(peak, terminal.close())
    print(f"{name}: first frame {median(firsts):.0f}, peak {peak} MB")
    for label, given in answers.items():
        frame, last, size = (median(getattr(each, field) for each in given) for field in ("frame", "last", "size"))
        print(f"    {label:>12}: frame {frame:5.1f}  last byte {last:5.1f}  {size:6.0f} bytes")


@contextmanager
def library_of(posts: list[Post]) -> Iterator[list[str]]:
    """The command that opens a library of ``posts``."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "library.db"
        with Library.open(file) as library:
            library.add(Source("made-up", "made-up", "0", 0), posts, [])
        yield [sys.executable, "-m", "probreader", "--library", str(file)]


def main() -> None:
    print(f"{ROWS}x{COLUMNS}, {RUNS} runs, medians in ms, {os.cpu_count()} cores")
    measure("bare Textual app", [sys.executable, "-c", BARE_APP], b"ready", {"key": (b"j", 16)}, widths=WIDTHS)
    for count in (1_000, 10_000, 100_000):
        with library_of([Writer(count).post(1, count)]) as command:
            measure(f"probreader, {count:,} comments", command, b"%d comments" % count, KEYS, widths=WIDTHS)
    writer = Writer(3)
    posts = [writer.post(number, number % 3) for number in range(100_000)]
    with library_of(posts) as command:
        measure("probreader, 100,000 posts", command, b"post ", {"next post": (b"]", 8)}, widths=WIDTHS)


if __name__ == "__main__":
    main()
