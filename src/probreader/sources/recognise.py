"""Which shape a source has, told from its text alone."""

from collections.abc import Callable
from dataclasses import dataclass

from probreader.sources import archive_text, blogger_text, extracted_text, headed_text, nested_text, unmarked_text
from probreader.sources.dumps import reading as dumps
from probreader.sources.parsed import Claim, Evidence, Parsed, SourceText


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of source that can be read."""

    name: str
    """Unless the claim names another one."""
    claim: Callable[[SourceText], Claim | None]
    """Whether, and how strongly, a text speaks for this shape."""
    keeps_margin: bool = False
    """True when the columns of the whole text tell something, so that a margin of all its lines is left to it."""


SHAPES = (
    Shape("wordpress-text", nested_text.claim),
    Shape("blogger-text", blogger_text.claim),
    Shape("archive-text", archive_text.claim),
    Shape("extracted-text", extracted_text.claim),
    Shape("page-text", dumps.claim, keeps_margin=True),
    Shape("wordpress-text", headed_text.claim_wordpress),
    Shape("blogger-text", headed_text.claim_blogger),
)
"""Of shapes with equal evidence (and, where it is certain, equal findings) the one that stands first is taken."""


_LIKE_OUTLINES = (headed_text.claim_wordpress, nested_text.claim)
_OUTLINE = next(shape for shape in SHAPES if shape.claim is blogger_text.claim)


def recognise(source: SourceText) -> tuple[str, Parsed] | None:
    """The name of the shape that ``source`` speaks for most, and what it holds; None when it speaks for none.

    An outline is as good as proven by its numbers and markers, and large; only WordPress's lists look like it. Other
    certain claims are held against each other by what their readings find.
    """
    flush, outline = source, blogger_text.claim(source)
    if outline is None or outline.evidence is not Evidence.CERTAIN:
        flush = source.without_margin()
        outline = outline if flush is source else blogger_text.claim(flush)
    if outline and outline.evidence is Evidence.CERTAIN and not any(claim(flush) for claim in _LIKE_OUTLINES):
        return "blogger-text", outline.read()
    sources = ((shape, source if shape.keeps_margin else flush) for shape in SHAPES)
    claimed = ((shape, outline if shape is _OUTLINE else shape.claim(text)) for shape, text in sources)
    claims = [(claim.shape or shape.name, claim) for shape, claim in claimed if claim]
    if all(claim.evidence is Evidence.WEAK for _, claim in claims) and (unmarked := unmarked_text.claim(flush)):
        claims = [("extracted-text", unmarked)]
    if not claims:
        return None
    strongest = max(claim.evidence for _, claim in claims)
    best = [(name, claim) for name, claim in claims if claim.evidence is strongest]
    if strongest is not Evidence.CERTAIN:
        return best[0][0], best[0][1].read()
    found = max(((name, claim.read()) for name, claim in best), key=lambda reading: _finding(reading[1]))
    strong = next(((name, claim) for name, claim in claims if claim.evidence is Evidence.STRONG), None)
    return (strong[0], strong[1].read()) if strong and _is_doubtful(found[1]) else found


def _is_doubtful(parsed: Parsed) -> bool:
    """Whether a reading finds one comment at most, and not as many as are declared: a line and a date prove little."""
    counts = [sum(not comment.placeholder for comment in post.comments) for post in parsed.posts]
    declared = [post.declared_comments for post in parsed.posts]
    return sum(counts) <= 1 and declared != counts


def _finding(parsed: Parsed) -> tuple[int, int]:
    """How well a reading accounts for a text: how much it knows of the comments, and how near it is to their number."""
    strayed = known = 0
    for post in parsed.posts:
        found = sum(not comment.placeholder for comment in post.comments)
        strayed += abs((found if post.declared_comments is None else post.declared_comments) - found)
        known += sum((c.author is not None) + (c.published is not None) for c in post.comments)
    return known, -strayed
