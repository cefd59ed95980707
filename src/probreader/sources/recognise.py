"""Which shape a source has, told from its text alone."""

from collections.abc import Callable
from dataclasses import dataclass

from probreader.sources import archive_text, blogger_text, extracted_text
from probreader.sources.parsed import Evidence, Parsed, SourceText


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of source that can be read."""

    name: str
    evidence: Callable[[SourceText], Evidence]
    """How strongly a text speaks for this shape."""
    read: Callable[[SourceText], Parsed]


SHAPES = (
    Shape("blogger-text", blogger_text.evidence, blogger_text.read),
    Shape("archive-text", archive_text.evidence, archive_text.read),
    Shape("extracted-text", extracted_text.evidence, extracted_text.read),
)
"""Of shapes with equal evidence the one that stands first is taken."""


def recognise(source: SourceText) -> Shape | None:
    """The shape that ``source`` speaks for most; None when it speaks for none."""
    scores = [shape.evidence(source) for shape in SHAPES]
    best = max(scores)
    return None if best is Evidence.NONE else SHAPES[scores.index(best)]
