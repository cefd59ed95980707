"""How fast text dumps are read: of every kind one, beside a bare loop over its lines, in one run.

Run it as ``python benchmarks/read_text.py [MEGABYTES]``; the processor time of one process is measured.
"""

import sys
import time
from collections.abc import Callable

from text_dumps import WRITERS, Remark, Writer, remarks

from probreader.sources import read

MEGABYTES = 10
BUDGET = 40
"""MB/s."""
RUNS = 3


def line_loop(data: bytes) -> int:
    """What any reader must do at least: decode, and look at each line."""
    return sum(1 for line in data.decode().split("\n") if line.strip())


def best_seconds(action: Callable[[bytes], object], data: bytes) -> float:
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        result = action(data)
        times.append(time.process_time() - start)
        del result
    return min(times)


def check(data: bytes, shape: str, found: list[Remark]) -> None:
    """Raise unless ``data`` is read as what it is, so that no speed is measured of a wrong reading."""
    reading = read(data)
    comments = [comment for post in reading.posts for comment in post.comments]
    depths = [comment.parent is not None for comment in comments]
    if shape == "archive-text":
        assert len(reading.posts) == -(-len(found) // 6), len(reading.posts)
    else:
        assert len(comments) == len(found), (reading.shape, len(comments), len(found), reading.problems[:3])
        assert depths == [one.is_reply for one in found], (reading.shape, reading.problems[:3])
    assert reading.shape == shape, reading.shape


def measure(name: str, shape: str, writer: Writer, found: list[Remark]) -> bool:
    """Print a line; False when the reading is below the budget."""
    data = "\n".join(writer(found)).encode()
    check(data, shape, found)
    megabytes = len(data) / 1e6
    loop, reading = (megabytes / best_seconds(action, data) for action in (line_loop, read))
    print(f"{name:24}{megabytes:6.1f} MB {loop:9.0f} {reading:8.1f} {loop / reading:8.1f}")
    return reading >= BUDGET


def main() -> int:
    """Print the speeds; 1 when one is below the budget."""
    size = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else MEGABYTES * 10**6
    found = remarks(size)
    length = sum(len(text) for one in found for text in one.paragraphs) // len(found)
    print(f"{len(found):,} comments of {length} characters; MB/s, best of {RUNS} runs, budget {BUDGET}")
    print(f"{'dump':24}{'size':>9} {'line loop':>9} {'read':>8} {'ratio':>8}")
    results = [measure(name, shape, writer, found) for name, (shape, writer) in WRITERS.items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
