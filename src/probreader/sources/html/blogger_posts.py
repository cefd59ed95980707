"""The posts of a Blogger page: what the elements of each say of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from probreader.domain.clean import clean_line
from probreader.domain.post import Author, Timestamp
from probreader.domain.prose import Prose
from probreader.sources.dates import read_iso, read_moment
from probreader.sources.drafts import PostDraft
from probreader.sources.html.blogger_bylines import posted_at, read_posted
from probreader.sources.html.blogger_places import Place, is_outside
from probreader.sources.html.blogger_times import Shown
from probreader.sources.html.dom import Element
from probreader.sources.html.markup import absolute, line_of, prose_of, split_prose
from probreader.sources.html.page import Page
from probreader.sources.html.said_times import moment_in
from probreader.sources.markers import heading_count

_DATES = (
    ".post-date, .postdate, .date, .timestamp, .post-timestamp, .entry-date, .published, .post-info, .post-meta, "
    ".postmeta, .meta, .entry-meta, .postinfo, .post-header-line-1"
)
_FOOTERS = ".post-footer, .PostFooter, .byline, .post-author, .post-footer-line-1, .posted"
_WEB = ("http://", "https://")
_DATED = r"/[0-9]{4}/[0-9]{2}/[^/?#]{1,200}\.(?:html?|aspx?|php|shtml)"
_ARCHIVED = r"/[0-9]{4}_[0-9]{2}_[0-9]{2}_[^/?#]{1,100}\.html#[0-9]{3,25}"
_STATIC = re.compile(r"/p/[^/?#]{1,200}\.html\Z")
_PERMALINK = re.compile(rf"(?:{_DATED}|{_ARCHIVED})\Z")
_NOT_BODY = frozenset(
    "post-footer post-footer-line reaction-buttons linkwithin_div linkwithin_outer related-posts post-labels "
    "post-share-buttons comments post-timestamp post-icons jump-link star-ratings blogger-labels addthis_toolbox "
    "post-header-line-1 post-comment-link separator-share blogComments PostFooter DateHeader post-header date-header "
    "byline posted post-meta postmeta post-info entry-meta related-wrap relatedPosts related_posts post-related "
    "post-share share-box share-post share-links author-box about-author authorbox post-author-box breadcrumbs "
    "breadcrumb post-nav".split()
)
_NOT_BODY_IDS = frozenset("related-posts related_posts comments LinkWithinInner blogComments".split())
_LONGEST_LINE = 200
_MOST_HEADINGS = 20


def is_own_page(address: str) -> bool:
    """Whether ``address`` is that of one post, or of a page that stands for itself."""
    path = address.partition("?")[0].partition("#")[0]
    return bool(_PERMALINK.search(path) or _STATIC.search(path))


def draft_of(place: Place, base: str | None, root: Element) -> Shown:
    """What a post's elements say of it, and its day where no exact time stands; ``base`` is the page's address."""
    around = place.holder or root
    published = _stamp(around, "published", "datePublished")
    draft = PostDraft(
        url=_url(place, around, base),
        title=line_of(place.title) or None if place.title else None,
        author=_author(around, base),
        published=published,
        updated=_stamp(around, "updated", "dateModified"),
        labels=labels_in(around),
        declared=declared_in(around.select(".comment-link")),
        sections=_sections(place, base),
    )
    return Shown(
        draft, "" if published else _moment(place.day, around) or (_said(place.holder) if place.holder else "")
    )


def _said(around: Element) -> str:
    """A date that stands in one of the elements which themes use for it, with whatever words around it."""
    for element in around.select(_DATES):
        dated = None if is_outside(element) else moment_in(line_of(element)[:_LONGEST_LINE])
        if dated is not None and dated.form != "time":
            return dated.raw
    return ""


def _moment(day: str | None, around: Element) -> str:
    """The day above a post, with the time that its permalink below shows, as far as there are both."""
    links = (link for link in around.select('a[title="permanent link"]') if not is_outside(link))
    time = next(map(line_of, links), "")
    if not any(map(str.isdigit, time)):
        lines = (line_of(footer) for footer in around.select(_FOOTERS) if not is_outside(footer))
        time = next((said for line in lines if (said := posted_at(line[:_LONGEST_LINE]))), "")
    words = f"{day or ''} {time}".strip()
    return words if read_moment(words) else day or ""


def page_title(page: Page) -> str | None:
    """The title of a page's only post where no element of the post names it: without the blog's name, and not it."""
    title = clean_line(page.meta("og:title") or "") or _of_window(page.root)
    names = {line_of(header) for header in page.root.select("#header h1, #Header1 .title, #blog-title, .Header h1")}
    names.add(clean_line(page.meta("og:site_name") or ""))
    headings = (line_of(heading) for heading in islice(page.root.select("h1, h2, h3"), _MOST_HEADINGS))
    if own := next((words for words in headings if words and title.endswith((f": {words}", f" - {words}"))), None):
        return own
    for name in filter(None, names):
        for parted in (f"{name}: ", f"{name} - ", f"{name} | "):
            title = title.removeprefix(parted)
        for parted in (f" - {name}", f" | {name}", f" ~ {name}"):
            title = title.removesuffix(parted)
    return title if title and title not in names else None


def _of_window(root: Element) -> str:
    title = root.first("title")
    return clean_line(title.text()) if title else ""


def _url(place: Place, around: Element, base: str | None) -> str | None:
    """The address of the post: the first that looks like one, since a title may lead to another site."""
    links = place.title.select("a[href]") if place.title else []
    if place.title and (around_title := _parent_link(place.title)):
        links.append(around_title)
    links += around.select("a.timestamp-link[href]") + around.select('a[rel="bookmark"][href]')
    links += around.select('a[title="permanent link"][href]')
    found = [absolute(link.get("href") or "", base) for link in links if not is_outside(link)]
    found = [address for address in found if address.startswith(_WEB) and not address.endswith("#")]
    if own := next((address for address in found if is_own_page(address)), None):
        # Without what asks for the page of a phone.
        return own.partition("#")[0].partition("?")[0]
    footers = (link for footer in around.select(_FOOTERS) for link in footer.select("a[href]"))
    addresses = (absolute(link.get("href") or "", base) for link in footers)
    return next((one for one in addresses if one.startswith(_WEB) and _PERMALINK.search(one)), next(iter(found), None))


def _author(around: Element, base: str | None) -> Author | None:
    for selector in (
        ".post-author .fn",
        '[itemprop="author"] [itemprop="name"]',
        '[itemprop="author"]',
        ".fn",
        ".post-author a",
        'a[title="author profile"]',
        ".postAuthor",
        ".author a",
        'a[rel="author"]',
        ".post-author",
        ".author",
    ):
        for element in around.select(selector):
            if is_outside(element):
                continue
            name = line_of(element)
            if name:
                link = element if element.tag == "a" else element.first("a[href]") or _parent_link(element)
                address = absolute(link.get("href") or "", base) if link else ""
                return Author(name, address if address.startswith(("http://", "https://")) else None)
    lines = (line_of(footer) for footer in around.select(f"{_FOOTERS}, {_DATES}") if not is_outside(footer))
    posted = next((said for line in lines if (said := read_posted(line[:_LONGEST_LINE]))), None)
    return Author(posted) if posted else None


def _parent_link(element: Element) -> Element | None:
    parent = element.parent
    return parent if parent is not None and parent.tag == "a" else None


def _stamp(around: Element, name: str, prop: str) -> Timestamp | None:
    for element in around.select(f'.{name}, [itemprop="{prop}"]'):
        if is_outside(element):
            continue
        for attribute in ("datetime", "title", "content"):
            value = element.get(attribute)
            if value and (stamp := read_iso(value)):
                return Timestamp(stamp.iso, clean_line(element.text()) or stamp.raw)
    return None


def labels_in(around: Element) -> Sequence[str]:
    """The labels of the post in ``around``."""
    links = around.select('.post-labels a, a[rel="tag"]')
    return tuple(label for link in links if not is_outside(link) and (label := line_of(link)))


def declared_in(elements: Iterable[Element]) -> int | None:
    """The number of comments that the first of ``elements`` to tell one tells."""
    return next((count for one in elements if (count := heading_count(line_of(one))) is not None), None)


def is_of_body(element: Element) -> bool:
    """Whether ``element``, in the body of a post, is of its text, and no footer, label or related post."""
    return _NOT_BODY.isdisjoint(element.classes) and element.get("id") not in _NOT_BODY_IDS


def _sections(place: Place, base: str | None) -> Sequence[tuple[str | None, Prose]]:
    title = place.title

    def enters(element: Element) -> bool:
        return element != title and is_of_body(element)

    parts: Iterator[Prose] = (prose_of(body, base, enters, rules=True) for body in place.bodies)
    return [(None, section) for part in parts for section in split_prose(part)]
