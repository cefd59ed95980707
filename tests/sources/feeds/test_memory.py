"""An export of any size is read in the memory of its largest thread."""

import io
import tempfile
import tracemalloc
from collections.abc import Iterator

from tests.sources.feeds.writing import BLOGGER_HEAD, blogger_comment

from probreader.sources import read_stream


class Endless(io.RawIOBase):
    """What ``pieces`` yield, as a file that is never whole in memory."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = b""

    def read(self, size: int = -1) -> bytes:
        while len(self._held) < size and (piece := next(self._pieces, b"")):
            self._held += piece
        given, self._held = self._held[:size], self._held[size:]
        return given


def backup(megabytes: int) -> Iterator[bytes]:
    yield f"{BLOGGER_HEAD}<id>tag:blogger.com,1999:blog-7.archive</id>".encode()
    for number in range(100, 100 + 1_000 * megabytes):
        yield blogger_comment(number, "tide " * 60, post=number // 20).encode()
    yield b"</feed>"


def peak_of(megabytes: int) -> int:
    tracemalloc.start()
    with tempfile.TemporaryFile() as scratch:
        stream = read_stream(Endless(backup(megabytes)), None, scratch)  # type: ignore[arg-type]
        comments = sum(len(post.comments) for post in stream.posts)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert comments == 1_000 * megabytes
    return peak


def test_memory_does_not_grow_with_the_export() -> None:
    small, large = peak_of(2), peak_of(6)
    assert large < 12_000_000
    assert large < small * 1.5
