"""What has happened to the entries of a thread since they came into the library. Pure: no Textual."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class News:
    """What is new, changed and gone; all ascending indices, and empty where nothing is."""

    new: tuple[int, ...] = ()
    """Entries that arrived after the last visit."""
    changed: tuple[int, ...] = ()
    """Entries that said something else before."""
    gone: tuple[int, ...] = ()
    """Entries that no source gives any more."""

    def among(self, ids: Sequence[str], index: Mapping[str, int]) -> "News":
        """The same in another order, where ``index`` tells the place of each id; ``ids`` are those in this one."""

        def moved(entries: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(sorted(index[ids[entry]] for entry in entries if ids[entry] in index))

        return News(moved(self.new), moved(self.changed), moved(self.gone))

    def is_new(self, entry: int) -> bool:
        """True for an entry that arrived after the last visit."""
        return _holds(self.new, entry)

    def is_changed(self, entry: int) -> bool:
        """True for an entry that said something else before."""
        return _holds(self.changed, entry)

    def is_gone(self, entry: int) -> bool:
        """True for an entry that no source gives any more."""
        return _holds(self.gone, entry)

    def count_new(self, first: int, last: int) -> int:
        """How many entries from ``first`` to before ``last`` are new."""
        return bisect_left(self.new, last) - bisect_left(self.new, first)


def _holds(ascending: tuple[int, ...], entry: int) -> bool:
    at = bisect_left(ascending, entry)
    return at < len(ascending) and ascending[at] == entry
