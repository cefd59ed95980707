"""How fast saved pages are read: by one process and by two, and beside trafilatura where that is installed.

Run it as ``python benchmarks/read_pages.py [PAGES]``. The generated pages are threaded Blogger pages of 40 to 200
comments with as much script and style around them as such pages have; beside trafilatura a few pages of each other
kind are read too, though it leaves JSON-LD's comments out. Every figure is the best of several runs, taken by turns and
beside trafilatura in seconds of the processor, since a shared machine is never the same twice.
"""

import importlib.util
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from page_kinds import AROUND, KINDS, STYLE, words

from probreader.sources import read

PAGES = 300
RUNS = 3
SAMPLE = 8
"""Pages of each kind beside trafilatura."""
FASTER_WITH_TWO = 1.7
FASTER_THAN_TRAFILATURA = 5


def comment(rng: random.Random, number: int, address: str, replies: str = "") -> str:
    name = f"Reader {rng.randrange(40)}"
    moment = 1558256000000 + number * 60_000
    links = f"<a href='https://example.org/{number}' rel='nofollow'>here</a>" if rng.random() < 0.2 else ""
    return (
        f"<li class='comment' id='c{number}'><div class='avatar-image-container'><img src='x.png' alt=''/></div>"
        f"<div class='comment-block'><div class='comment-header'><cite class='user'><a href='https://www.blogger.com/"
        f"profile/{number % 40}' rel='nofollow'>{name}</a></cite><span class='icon user'></span><span class='datetime "
        f"secondary-text'><a rel='nofollow' href='{address}?showComment={moment}#c{number}'>19 May 2019 at 10:45</a>"
        f"</span></div><p class='comment-content'>{words(rng)}<br/><br/><i>{words(rng)}</i> {links}</p>"
        f"<span class='comment-actions secondary-text'><a class='comment-reply' target='_self'>Reply</a>"
        f"<span class='item-control'><a target='_self' href='#'>Delete</a></span></span></div>"
        f"<div class='comment-replies'><div class='comment-thread inline-thread'><span class='thread-toggle'>"
        f"<span class='thread-arrow'></span><span class='thread-count'><a target='_self'>Replies</a></span></span>"
        f"<ol class='thread-chrome thread-expanded'><div>{replies}</div></ol></div></div></li>"
    )


def thread(rng: random.Random, count: int, address: str) -> Iterator[str]:
    number = 1
    while number <= count:
        replies = min(rng.choice((0, 0, 1, 3)), count - number)
        below = "".join(comment(rng, number + reply + 1, address) for reply in range(replies))
        yield comment(rng, number, address, below)
        number += 1 + replies


def page(seed: int) -> bytes:
    """A page of 40 to 200 comments."""
    rng = random.Random(seed)
    address = f"https://ferry.example.org/2019/05/post-{seed}.html"
    count = rng.randint(40, 200)
    body = "".join(f"<p>{words(rng)}</p>" for _ in range(8))
    return (
        f"<!DOCTYPE html><html dir='ltr' lang='en'><head><meta charset='utf-8'/><title>The Ferry: Post {seed}</title>"
        "<meta content='blogger' name='generator'/>"
        f"<link href='{address}' rel='canonical'/>{STYLE}{AROUND}</head><body>"
        "<div class='date-outer'><h2 class='date-header'><span>Sunday, 19 May 2019</span></h2>"
        f"<div class='post hentry'><h3 class='post-title entry-title'>Post {seed}</h3>"
        f"<div class='post-body entry-content'>{body}</div></div></div>"
        f"<div class='comments' id='comments'><h4>{count} comments:</h4><div class='comments-content'>"
        f"<div id='comment-holder'><div class='comment-thread toplevel-thread'><ol id='top-ra'>"
        f"{''.join(thread(rng, count, address))}</ol></div></div></div></div>{AROUND}</body></html>"
    ).encode()


def seconds(action: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    action()
    return clock() - start


def parse(folder: Path, jobs: int) -> None:
    command = [sys.executable, "-m", "probreader", "parse", "--jobs", str(jobs), str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def read_all(pages: list[bytes]) -> None:
    for data in pages:
        posts = read(data).posts
        if len(posts) < 2 and not posts[0].comments:
            sys.exit("a page was not understood")


def extract_all(pages: list[bytes]) -> None:
    from trafilatura import extract

    for data in pages:
        extract(data, include_comments=True)


def told(what: str, size: float, taken: float, ratio: float | None = None) -> None:
    print(f"{what:<24}{taken:7.2f} s {size / taken:7.1f} MB/s" + (f"   x {ratio:.2f}" if ratio else ""))


def jobs_ratio(pages: list[bytes], size: float) -> float:
    with tempfile.TemporaryDirectory() as name:
        for number, data in enumerate(pages):
            Path(name, f"{number:04}.html").write_bytes(data)
        runs = [(seconds(lambda: parse(Path(name), 1)), seconds(lambda: parse(Path(name), 2))) for _ in range(RUNS)]
    one, two = (min(times) for times in zip(*runs, strict=True))
    told("parse --jobs 1", size, one)
    told("parse --jobs 2", size, two, one / two)
    return one / two


def beside_trafilatura(name: str, pages: list[bytes]) -> float:
    """How many times as fast as trafilatura ``pages`` are read, by turns in one process."""
    readers = (read_all, extract_all)
    runs = [[seconds(partial(each, pages), time.process_time) for each in readers] for _ in range(RUNS)]
    ours, theirs = (min(times) for times in zip(*runs, strict=True))
    told(name, sum(map(len, pages)) / 1e6, ours, theirs / ours)
    return theirs / ours


def main() -> int:
    """Print the figures; 1 when one is below its budget."""
    pages = [page(seed) for seed in range(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)]
    size = sum(map(len, pages)) / 1e6
    print(f"{len(pages)} pages, {size:.1f} MB, best of {RUNS} runs, {os.cpu_count()} processors")
    is_fast = jobs_ratio(pages, size) >= FASTER_WITH_TWO
    if importlib.util.find_spec("trafilatura") is None:
        told("read", size, min(seconds(lambda: read_all(pages)) for _ in range(RUNS)))
        print("trafilatura is not installed: nothing to compare with")
        return 0 if is_fast else 1
    ratio = beside_trafilatura("threaded", pages[:40])
    for name, make in KINDS.items():
        beside_trafilatura(name, [make(random.Random(seed)) for seed in range(SAMPLE)])
    return 0 if is_fast and ratio >= FASTER_THAN_TRAFILATURA else 1


if __name__ == "__main__":
    sys.exit(main())
