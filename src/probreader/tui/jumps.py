"""Where the reader has been: back and forth between places that were left by a leap. Pure: no Textual."""

from dataclasses import dataclass

MOST = 100
"""Places kept; the oldest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An entry of a post."""

    post_id: str
    entry_id: str


class Jumps:
    """Places left by a leap, the latest last, and which of them the reader has gone back to."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._at = 0
        """The place to go forward to stands here; as many as there are places when the reader went back to none."""

    def leave(self, spot: Spot) -> None:
        """A leap starts at ``spot``; what could be gone forward to is forgotten."""
        del self._spots[self._at :]
        if spot in self._spots:
            self._spots.remove(spot)
        self._spots.append(spot)
        del self._spots[:-MOST]
        self._at = len(self._spots)

    def back(self, here: Spot) -> Spot | None:
        """The place left last, ``here`` being where the reader is; None when there is none."""
        if self._at == len(self._spots) and (not self._spots or self._spots[-1] != here):
            self._spots.append(here)
        while self._at > 0:
            self._at -= 1
            if self._spots[self._at] != here:
                return self._spots[self._at]
        return None

    def forward(self, here: Spot) -> Spot | None:
        """The place that the reader went back from; None when there is none."""
        while self._at < len(self._spots) - 1:
            self._at += 1
            if self._spots[self._at] != here:
                return self._spots[self._at]
        return None
