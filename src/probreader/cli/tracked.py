"""A file that tells how far it has been read."""

from collections.abc import Callable
from io import FileIO


class TrackedFile(FileIO):
    """Tells ``advance`` how many bytes every read has brought; put a BufferedReader before it."""

    def __init__(self, name: str, advance: Callable[[int], None]) -> None:
        super().__init__(name)
        self._advance = advance

    def readinto(self, buffer: object) -> int | None:
        """As the system's, and told."""
        count = super().readinto(buffer)  # type: ignore[arg-type]
        self._advance(count or 0)
        return count
