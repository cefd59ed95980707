"""Marks: ten thousand entries marked read and undone, and exchanged: ``python benchmarks/mark_entries.py``.

One thread of 10,000 comments of about 500 characters. Beside each figure stands the time that the same file takes to
count its comments' characters, so that machines can be compared. The best of several, in milliseconds.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from probreader.domain.post import Certainty, Comment, Post, Source
from probreader.domain.prose import Prose
from probreader.library import Library

COMMENTS = 10_000
RUNS = 5


def thread() -> Post:
    body = Prose("the report says that staff were asked to wait " * 11)
    comments = (
        Comment(f"{n:016x}", f"{n - 1:016x}" if n % 7 else None, Certainty.STATED, None, None, None, body)
        for n in range(COMMENTS)
    )
    return Post("p", None, "Thread", False, None, None, None, (), None, (), tuple(comments))


def milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def once(folder: Path, number: int) -> dict[str, float]:
    """What each deed takes in libraries that are new."""
    post = thread()
    ids = [comment.id for comment in post.comments]
    lines: list[str] = []
    with Library.open(folder / f"one-{number}.db") as one, Library.open(folder / f"other-{number}.db") as other:
        for library in (one, other):
            library.add(Source("/thread", "benchmark", "", 0), [post], [])
        with closing(sqlite3.connect(one.path)) as plain:
            yardstick = milliseconds(lambda: plain.execute("SELECT sum(length(text)) FROM entry").fetchone())
        return {
            "yardstick": yardstick,
            "mark 10,000 read": milliseconds(lambda: one.set_read("p", ids)),
            "undo it": milliseconds(one.undo),
            "redo it": milliseconds(one.redo),
            "bookmark one": milliseconds(lambda: one.bookmark("p", ids[6], "note", ["tag"])),
            "export all marks": milliseconds(lambda: one.export_marks(lines.append)),
            "merge them": milliseconds(lambda: other.merge_marks([("marks", [line.encode() for line in lines])])),
        }


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        runs = [once(Path(folder), number) for number in range(RUNS)]
    best = {name: min(run[name] for run in runs) for name in runs[0]}
    for name, value in best.items():
        print(f"{name:<20}{value:>9.1f} ms {value / best['yardstick']:>9.1f} x")
    return 0


if __name__ == "__main__":
    sys.exit(main())
