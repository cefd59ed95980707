"""Posts of Blogger pages whose template marks no part of them: tables and bare headings, as before 2004.

What such a post has for certain is the line below it, with its author and its permalink. So the post is what stands
above that line in the nearest element that holds more than the line; there a date and the title may stand over it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from probreader.domain.clean import clean_line
from probreader.domain.post import Author, Problem
from probreader.domain.prose import Prose
from probreader.sources.dates import read_date, read_moment
from probreader.sources.drafts import PostDraft
from probreader.sources.html.blogger_bylines import read_posted
from probreader.sources.html.blogger_posts import declared_in, is_of_body, is_own_page, labels_in, page_title
from probreader.sources.html.blogger_times import Shown
from probreader.sources.html.dom import Element, ancestors
from probreader.sources.html.markup import absolute, cut_prose, line_of, prose_between, split_prose
from probreader.sources.html.page import Page

_FARTHEST = 30
"""Elements between the line below a post and what holds the post."""
_NO_TEXT = ("form", "nav")
_MOST_HEADS = 12
"""Lines above a post's text in which its date and its title are looked for."""
_LONGEST_LINE = 200
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AP]M)?\Z", re.IGNORECASE)

_INFERRED = Problem(
    "post-inferred",
    "The page marks its post in no way that is known, so what stands above the comments was taken for it. "
    "Read the blog's feed too to have the post as it was written.",
)


@dataclass(frozen=True, slots=True)
class _Footer:
    """The line below a post."""

    link: Element
    block: Element
    """The outermost element that holds nothing but the line."""
    words: str


def unmarked_post(page: Page, regions: Sequence[Element]) -> tuple[Shown, Sequence[Problem]] | None:
    """The only post of a page in which nothing is marked as one, and whether that is a guess; None where there is none.

    ``regions`` are the elements that hold its comments. Without a line below the post it is what stands above the
    comments.
    """
    footer = _footer(page, regions)
    if footer is not None and (holder := footer.block.parent) is not None:
        prose = _above(holder, footer.block, regions, page.url)
        return (_draft(prose, holder, footer, page), ()) if prose.text else None
    for region in regions[:1]:
        for holder in islice(ancestors(region), _FARTHEST):
            if (prose := _above(holder, region, regions, page.url)).text:
                return _draft(prose, holder, None, page), (_INFERRED,)
    return None


def _above(holder: Element, end: Element, regions: Sequence[Element], base: str | None) -> Prose:
    """What stands in ``holder`` above ``end``."""
    around = holder.parent
    if around is None:
        return Prose("")
    refused = dict.fromkeys(regions, True)
    pieces = prose_between(
        around, [holder, end], base, lambda inner: not refused.get(inner, inner.tag in _NO_TEXT) and is_of_body(inner)
    )
    return pieces[0]


def _draft(prose: Prose, holder: Element, footer: _Footer | None, page: Page) -> Shown:
    head = _head(prose, _names(page))
    author = read_posted(footer.words[:_LONGEST_LINE]) if footer else None
    draft = PostDraft(
        url=absolute(footer.link.get("href") or "", page.url) or None if footer else None,
        title=head.title,
        author=Author(author) if author else None,
        labels=labels_in(holder),
        declared=declared_in(holder.select(".comment-link")),
        sections=[(None, part) for part in split_prose(head.body)],
    )
    time = line_of(footer.link) if footer else ""
    clock = _CLOCK.search(time)
    # The day above the post is written out more often than the date below it.
    readings = (f"{head.day} {clock[0] if clock else time}".strip() if head.day else time, time)
    return Shown(draft, next((each for each in readings if read_moment(each)), head.day))


def _footer(page: Page, regions: Sequence[Element]) -> _Footer | None:
    inside = set(regions)
    for link in page.root.select("a[href]"):
        address = absolute(link.get("href") or "", page.url)
        is_marked = link.get("title") == "permanent link"
        is_dated = is_own_page(address) or bool(read_date(line_of(link)[:_LONGEST_LINE]))
        if not (is_marked or is_dated) or any(up in inside for up in islice(ancestors(link), _FARTHEST)):
            continue
        if (footer := _around(link)) and (is_marked or read_posted(footer.words[:_LONGEST_LINE])):
            return footer
    return None


def _around(link: Element) -> _Footer | None:
    """The line in which ``link`` stands: the elements around it as long as they hold no more than a line."""
    block, words = link, line_of(link)
    for above in islice(ancestors(link), _FARTHEST):
        if above.tag in ("td", "body", "html") or above.first("p, br, h1, h2, h3, h4, div") is not None:
            break
        said = line_of(above)
        if len(said) > _LONGEST_LINE:
            break
        block, words = above, said
    return _Footer(link, block, words) if block.parent is not None else None


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the text of a post."""

    day: str
    """The words of its date; empty when there is none."""
    title: str | None
    body: Prose


def _names(page: Page) -> str:
    """What the window of the page is called: the blog and the post, in whatever order."""
    title = page.root.first("title")
    return clean_line(title.text()) if title else page_title(page) or ""


def _head(prose: Prose, names: str) -> _Head:
    """Date and title of ``prose`` out of its first lines; what stands above the date is of the page."""
    lines = prose.text.split("\n")
    starts = [0]
    for line in lines[:_MOST_HEADS]:
        starts.append(starts[-1] + len(line) + 1)
    day, title, body = "", None, 0
    for number, line in enumerate(lines[:_MOST_HEADS]):
        words = line.strip()
        if not words:
            continue
        if not day and title is None and read_date(words):
            day, body = words, starts[number + 1]
        elif title is None and _is_title(words, names):
            title, body = words, starts[number + 1]
            break
    return _Head(day, title, cut_prose(prose, min(body, len(prose.text)), len(prose.text)))


def _is_title(words: str, names: str) -> bool:
    """Whether the page is called by ``words``, mostly beside the name of the blog."""
    return names.endswith(words) or (names.startswith(words) and ":" not in names[len(words) :])
