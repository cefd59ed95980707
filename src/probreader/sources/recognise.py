"""Which shape a source has, told from its text alone."""

from collections.abc import Callable
from dataclasses import dataclass

from probreader.sources import archive_text, blogger_text, extracted_text, headed_text, nested_text
from probreader.sources.parsed import Claim, Evidence, Parsed, SourceText


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of source that can be read."""

    name: str
    claim: Callable[[SourceText], Claim | None]
    """Whether, and how strongly, a text speaks for this shape."""


SHAPES = (
    Shape("wordpress-text", headed_text.claim_wordpress),
    Shape("wordpress-text", nested_text.claim),
    Shape("blogger-text", blogger_text.claim),
    Shape("blogger-text", headed_text.claim_blogger),
    Shape("archive-text", archive_text.claim),
    Shape("extracted-text", extracted_text.claim),
)
"""Of shapes with equal evidence the one that stands first is taken."""


def recognise(source: SourceText) -> tuple[str, Callable[[], Parsed]] | None:
    """The name of the shape that ``source`` speaks for most, and what reads it; None when it speaks for none."""
    best: tuple[str, Claim] | None = None
    for shape in SHAPES:
        claim = shape.claim(source)
        if claim and (best is None or claim.evidence > best[1].evidence):
            best = shape.name, claim
        if best and best[1].evidence is Evidence.CERTAIN:
            break
    return (best[0], best[1].read) if best else None
