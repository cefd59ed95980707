"""Which shape a saved page has, and reading it."""

from collections.abc import Callable
from dataclasses import dataclass

from probreader.sources.html import blogger, comments_html, schema_html, wordpress
from probreader.sources.html.dom import Engine
from probreader.sources.html.flat import flat_of
from probreader.sources.html.page import Page
from probreader.sources.parsed import Claim, Evidence, Parsed


@dataclass(frozen=True, slots=True)
class PageShape:
    """A kind of page that can be read."""

    name: str
    claim: Callable[[Page], Claim | None]
    """Whether, and how strongly, a page speaks for this shape."""
    strongest: Evidence
    """No claim is stronger: where another shape has claimed as much, this one need not be asked."""


SHAPES: tuple[PageShape, ...] = (
    PageShape(blogger.NAME, blogger.claim, Evidence.STRONG),
    PageShape("wordpress-html", wordpress.claim, Evidence.CERTAIN),
    PageShape("schema-html", schema_html.claim, Evidence.STRONG),
    PageShape(comments_html.NAME, comments_html.claim, Evidence.FAIR),
)
"""Of shapes with equal evidence the one that stands first is taken."""


def read_page(text: str, engine: Engine | None = None) -> tuple[str, Parsed] | None:
    """The shape of the page ``text`` and what it holds; None when no shape is recognised."""
    page = Page.of(text, engine)
    try:
        return _read(page)
    finally:
        flat_of.cache_clear()
        page.root.forget_page()


def _read(page: Page) -> tuple[str, Parsed] | None:
    best: tuple[str, Claim] | None = None
    for shape in SHAPES:
        if best is not None and best[1].evidence >= shape.strongest:
            continue
        claim = shape.claim(page)
        if claim and (best is None or claim.evidence > best[1].evidence):
            best = shape.name, claim
            if claim.evidence is Evidence.CERTAIN:
                break
    return None if best is None else (best[0], best[1].read())
