"""What the readers of Atom see of a source, be it XML or JSON."""

from collections.abc import Iterator
from typing import Protocol
from xml.etree.ElementTree import Element

from probreader.sources.feeds.names import Names


class Records(Protocol):
    """A source of records."""

    @property
    def root(self) -> Element | None:
        """What holds the records; it holds what else is said when all of them are read."""

    @property
    def names(self) -> Names:
        """Short names of tags."""

    def records(self, *names: str) -> Iterator[Element]:
        """The elements with one of the short ``names``, whole and in order."""
