"""How fast text dumps are read: a generated outline dump beside a bare loop over its lines, in one run.

Run it as ``python benchmarks/read_text.py [MEGABYTES]``.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator

from probreader.sources import read

MEGABYTES = 40
BUDGET = 40
WORDS = tuple(
    """
    the of and to in a is that it was for on are as with they be at one have this from or had by not but some what we
    can out other were all there when up use your how said an each she which do their time if will way about many then
    them would write like so these her long make thing see him two has look more day could go come did number sound no
    most people my over know water than call first who may down side been now find any new work part take get place
    staff don’t “probation” officers caseload £55m naïve service-user
    """.split()
)
RUNS = 3


def paragraph(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(5, 90))).capitalize() + "."


def comment(rng: random.Random, margin: str) -> Iterator[str]:
    """One comment's lines; a third are one paragraph, one in twenty holds a link, one in ten a list."""
    yield paragraph(rng)
    for _ in range(rng.choice((0, 1, 2))):
        yield ""
        yield margin + paragraph(rng)
    if rng.random() < 0.05:
        yield ""
        yield f"{margin}https://example.org/{rng.randrange(10**6)}?page=2"
    if rng.random() < 0.1:
        yield ""
        yield from (f"{margin}{number}. {paragraph(rng)}" for number in range(1, 4))
    yield ""


def outline(size: int, seed: int = 20210225) -> bytes:
    """An outline dump of about ``size`` bytes: every third comment has one to four replies."""
    rng = random.Random(seed)
    items: list[str] = []
    written = top = found = 0
    while written < size:
        top += 1
        block = list(thread(rng, top))
        found += sum(line.endswith("Delete") for line in block)
        items += block
        written += sum(len(line) + 1 for line in block)
    head = ["Thursday 25 February 2021", "", "A Long Discussion", "", paragraph(rng), "", f"{found} comments:", ""]
    return "\n".join((*head, *items)).encode()


def thread(rng: random.Random, number: int) -> Iterator[str]:
    first, *further = comment(rng, "    ")
    yield f"  {number}. {first}"
    yield from further
    yield "    ReplyDelete"
    if number % 3 == 0:
        yield "    Replies"
        for reply in range(1, rng.randint(2, 5)):
            first, *further = comment(rng, "      ")
            yield f"    {reply}. {first}"
            yield from further
            yield "      Delete"


def line_loop(data: bytes) -> int:
    """What any reader must do at least: decode, and look at each line."""
    return sum(1 for line in data.decode().split("\n") if line.strip())


def best_seconds(action: Callable[[bytes], object], data: bytes) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        action(data)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> int:
    """Print both speeds; 1 when the reading is below its budget."""
    data = outline(int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else MEGABYTES * 10**6)
    post = read(data).posts[0]
    megabytes = len(data) / 1e6
    loop, reading = (megabytes / best_seconds(action, data) for action in (line_loop, read))
    print(f"{megabytes:.1f} MB, {len(post.comments):,} comments, best of {RUNS} runs")
    print(f"bare line loop   {loop:6.1f} MB/s")
    print(f"read             {reading:6.1f} MB/s   budget {BUDGET} MB/s")
    print(f"ratio            {loop / reading:6.1f}")
    return 0 if reading >= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
