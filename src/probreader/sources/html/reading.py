"""Which shape a saved page has, and reading it."""

from collections.abc import Callable
from dataclasses import dataclass

from probreader.sources.html import blogger, comments_html, schema_html, wordpress
from probreader.sources.html.dom import Engine
from probreader.sources.html.page import Page
from probreader.sources.parsed import Claim, Evidence, Parsed


@dataclass(frozen=True, slots=True)
class PageShape:
    """A kind of page that can be read."""

    name: str
    claim: Callable[[Page], Claim | None]
    """Whether, and how strongly, a page speaks for this shape."""


SHAPES: tuple[PageShape, ...] = (
    PageShape(blogger.NAME, blogger.claim),
    PageShape("wordpress-html", wordpress.claim),
    PageShape("schema-html", schema_html.claim),
    PageShape(comments_html.NAME, comments_html.claim),
)
"""Of shapes with equal evidence the one that stands first is taken."""


def read_page(text: str, engine: Engine | None = None) -> tuple[str, Parsed] | None:
    """The shape of the page ``text`` and what it holds; None when no shape is recognised."""
    page = Page.of(text, engine)
    best: tuple[str, Claim] | None = None
    for shape in SHAPES:
        claim = shape.claim(page)
        if claim and (best is None or claim.evidence > best[1].evidence):
            best = shape.name, claim
            if claim.evidence is Evidence.CERTAIN:
                break
    return None if best is None else (best[0], best[1].read())
