"""The entries of a thread, fetched where they are looked at. Pure: no Textual."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from probreader.domain.outline import displayed
from probreader.domain.post import Comment, Section
from probreader.domain.prose import Hang, Prose, hangs

_CHUNK = 64
"""Entries fetched at once: a screen or two."""
_KEPT = 64
"""Chunks kept at most; a thread of ordinary length is kept whole."""

Load: TypeAlias = Callable[[int, int], Sequence[Section | Comment]]
"""Fetches the entries from one index to before another."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as it is shown."""

    entry: Section | Comment
    prose: Prose
    hangs: tuple[Hang, ...]
    """Its list items whose bullets are to be shown."""


class Entries:
    """The entries of one thread by their index."""

    def __init__(self, count: int, load: Load, texts: Callable[[], Iterable[str]]) -> None:
        self._count = count
        self._load = load
        self._texts = texts
        self._chunks: dict[int, list[Shown]] = {}

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, entry: int) -> Shown:
        return self._chunk(entry // _CHUNK)[entry % _CHUNK]

    def texts(self) -> Iterator[str]:
        """The text of every entry as it is shown, in order; they are not kept."""
        return iter(self._texts())

    def _chunk(self, number: int) -> list[Shown]:
        chunk = self._chunks.pop(number, None)
        if chunk is None:
            first = number * _CHUNK
            chunk = list(map(_shown, self._load(first, min(first + _CHUNK, self._count))))
            if len(self._chunks) >= _KEPT:
                # The chunk looked at longest ago: each look puts its chunk at the end.
                del self._chunks[next(iter(self._chunks))]
        self._chunks[number] = chunk
        return chunk


def _shown(entry: Section | Comment) -> Shown:
    prose = displayed(entry)
    return Shown(entry, prose, hangs(prose) if prose.spans else ())
