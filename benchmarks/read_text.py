"""How fast text dumps are read: a generated outline dump beside a bare loop over its lines, in one run.

Run it as ``python benchmarks/read_text.py [MEGABYTES]``. The generated comments are like those of the seeds: 670
characters in three paragraphs on average, one in three with characters beyond ASCII, one in six with an address, one in
fifteen with a list.
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
    staff don't "probation" officers caseload 55m naive service-user
    """.split()
)
RUNS = 3


BEYOND_ASCII = (*WORDS, "don’t", "“probation”", "£55m", "naïve", "–")


def paragraph(rng: random.Random, words: tuple[str, ...]) -> str:
    return " ".join(rng.choices(words, k=rng.randint(5, 85))).capitalize() + "."


def comment(rng: random.Random, margin: str) -> Iterator[str]:
    """One comment's lines."""
    words = BEYOND_ASCII if rng.random() < 1 / 3 else WORDS
    yield paragraph(rng, words)
    for _ in range(rng.randint(0, 4)):
        yield ""
        yield margin + paragraph(rng, words)
    if rng.random() < 1 / 6:
        yield ""
        yield f"{margin}https://example.org/{rng.randrange(10**6)}?page=2"
    if rng.random() < 1 / 15:
        yield ""
        yield from (f"{margin}{number}. {paragraph(rng, words)}" for number in range(1, 4))
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
    head = [
        "Thursday 25 February 2021",
        "",
        "A Long Discussion",
        "",
        paragraph(rng, WORDS),
        "",
        f"{found} comments:",
        "",
    ]
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
        result = action(data)
        times.append(time.perf_counter() - start)
        del result
    return min(times)


def main() -> int:
    """Print both speeds; 1 when the reading is below its budget."""
    data = outline(int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else MEGABYTES * 10**6)
    post = read(data).posts[0]
    megabytes = len(data) / 1e6
    loop, reading = (megabytes / best_seconds(action, data) for action in (line_loop, read))
    count = len(post.comments)
    length = sum(len(comment.body.text) for comment in post.comments) // count
    print(f"{megabytes:.1f} MB, {count:,} comments of {length} characters, best of {RUNS} runs")
    print(f"bare line loop   {loop:6.1f} MB/s")
    print(f"read             {reading:6.1f} MB/s   budget {BUDGET} MB/s")
    print(f"ratio            {loop / reading:6.1f}")
    return 0 if reading >= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
