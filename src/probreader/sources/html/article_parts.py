"""What a page says of one post: title, address, author, dates, labels and body, in the marks that blogs share."""

from collections.abc import Iterator
from dataclasses import dataclass

from probreader.domain.clean import clean_line
from probreader.domain.post import Author, Timestamp
from probreader.domain.prose import Prose
from probreader.sources.dates import read_date, read_iso
from probreader.sources.html.areas import Areas
from probreader.sources.html.dom import Element
from probreader.sources.html.flat import Flat, Part
from probreader.sources.html.markup import absolute, prose_of, split_prose
from probreader.sources.html.said_times import Said, moment_in
from probreader.sources.html.saying import name_behind, name_in_credit, without_saying
from probreader.sources.markers import heading_count

_MERE_HEADINGS = ("h1", "h2", "h3")
_TITLES = (
    ".entry-title", ".post-title", ".posttitle", ".storytitle", ".single-title", ".wp-block-post-title",
    ".article-title", ".entry-header h1", ".entry-header h2", "[itemprop=headline]", *_MERE_HEADINGS,
)  # fmt: skip
_OF_THE_BLOG = (
    "#header, #masthead, #branding, #blog-title, #site-title, #blogtitle, .site-title, .blog-title, .site-header, "
    ".wp-block-site-title, .site-branding, #banner, .banner-header, #site-name, .site-name"
)
_BODIES = (
    ".entry-content", ".wp-block-post-content", ".post-content", ".post-body", ".entry-body", ".storycontent",
    "[itemprop=articleBody]", ".postcontent", ".post-entry", ".entry", ".td-post-content", ".single-content",
    ".article-content", ".article-body", ".et_pb_post_content", ".format_text", ".post-text", ".entry-summary",
    ".postbody", ".asset-body", ".the-content", ".field-name-body", ".field--name-body", ".content",
)  # fmt: skip
_AUTHORS = (
    ".author.vcard .fn", ".author .fn", ".vcard .fn", ".entry-author-name", "[itemprop=author] [itemprop=name]",
    ".author.vcard", "[rel=author]", "[itemprop=author]", ".post-author-name", ".wp-block-post-author-name",
    ".wp-block-post-author__name", ".byline a", ".post-author", ".entry-author", ".author-name", ".author", ".byline",
    ".postauthor", ".submitted .username", "a[href*=/author/]",
)  # fmt: skip
_PUBLISHED = (
    "time.published", "time.entry-date", "[itemprop=datePublished]", "abbr.published", ".published",
    ".submitted [content]", "abbr[title].date", "time.date", ".wp-block-post-date time", ".posted-on time",
    ".entry-meta time", "time",
)  # fmt: skip
_PUBLISHED_WORDS = (
    ".entry-date", ".post-date", ".published", ".posted-on", ".postdate", ".date", ".post_date", ".entry-time",
    ".meta-date", ".dateline", ".date-header", ".posted_on", ".post-info", ".postinfo", ".entry-meta a",
    ".post-meta a", "small", ".entry-meta", ".post-meta", ".meta", ".postmetadata", ".byline",
    ".post-footers", ".entry-footer-info", ".entry-footer", ".posted", ".submitted",
)  # fmt: skip
_COUNTS = ".comments-link, .comment-count, .comments-number, a[href*=#comments], a[href*=#respond]"
_BYLINES = (
    ".post-meta",
    ".entry-meta",
    ".postinfo",
    ".post-info",
    ".meta",
    ".postmetadata",
    ".entry-footer",
    ".posted",
    "small",
)
_LONGEST_NAME = 120
_LONGEST_LINE = 120
"""Characters of a line right below the title that may tell the date."""
_UPDATED = ("time.updated", "[itemprop=dateModified]", "abbr.updated")
_LABELS = (
    "a[rel~=tag]", ".cat-links a", ".tags-links a", ".post-categories a", ".entry-categories a", ".post-tags a",
    ".wp-block-post-terms a", ".tagged a", ".field-name-field-tags a", ".field--name-field-tags a",
    "[itemprop=keywords]",
)  # fmt: skip
_NOT_BODY = frozenset(
    "postmetadata entry-meta entry-footer entry-utility post-meta post-footer page-links link-pages pages "
    "navigation nav-links post-navigation yarpp-related related-posts relatedposts author-box authorbox "
    "post-tags tags-links cat-links comments-area comments comment-list commentlist comment-respond "
    "wp-block-comments posted-on byline entry-header post-header edit-link printfriendly twitter-share-button "
    "fb-like wp-block-post-navigation-link post-ratings pvc_stats entry-actions post-info meta postmeta "
    "posted ljtags jeg_post_tags comments-link breadcrumbs breadcrumb simple-social-icons swp_social_panel essb_links "
    "heateor_sss_sharing_container ssba jetpack-likes-widget-wrapper more-link share shares sharing share-this "
    "post-share post-sharing td-post-sharing social social-links social-icons sharing-buttons saboxplugin-wrap "
    "abh_box author-bio author-info shariff wp-polls".split()
)
_NOT_BODY_IDS = frozenset(
    ("comments", "respond", "jp-post-flair", "disqus_thread", "wpdcom", "authorbox", "wpd-threads")
)


@dataclass(frozen=True, slots=True)
class Article:
    """One post on a page."""

    flat: Flat
    container: Part
    """What it stands in; the whole page where nothing is marked as a post."""
    areas: Areas
    base: str | None
    """The address of the page."""

    def _all(self, selectors: tuple[str, ...]) -> Iterator[Part]:
        """Elements of this post, those of the first selector first."""
        for selector in selectors:
            yield from self.areas.inside(self.flat.select(selector, self.container))

    def _words(self, part: Part) -> str:
        return self.flat.words(part)

    def title_part(self) -> Part | None:
        """The element that holds the title; None where none is."""
        body = self.body_part()
        of_the_blog = self.flat.select(_OF_THE_BLOG) if self.container.tag in ("html", "body") else []
        above = None
        for selector in _TITLES:
            for part in self._all((selector,)):
                words = self._words(part)
                if not words or (body is not None and body is not self.container and body.holds(part)):
                    continue
                is_day = selector in _MERE_HEADINGS and read_date(words) is not None
                if not is_day and not any(head.holds(part) for head in of_the_blog):
                    return part
                above = above or part
        return above

    def title(self) -> str | None:
        """The title on one line."""
        part = self.title_part()
        return self._words(part) if part is not None else None

    def marked_titles(self) -> Iterator[str]:
        """What is marked as the title of a post, and no mere heading."""
        return filter(None, map(self._words, self._all(_TITLES[: -len(_MERE_HEADINGS)])))

    def url(self) -> str | None:
        """The address that the post itself gives: of its title's link, or of a link marked as its bookmark."""
        title = self.title_part()
        links = self.flat.select("a[href]", title) if title is not None else []
        if title is not None:
            links += [above for above in self.flat.around(title) if above.tag == "a"][:1]
        links += list(self._all(("a[rel~=bookmark]", "link[itemprop=url]")))
        for link in links:
            address = absolute(link.attributes.get("href", ""), self.base)
            if address.startswith(("http://", "https://")):
                return address.partition("#")[0]
        return None

    def author(self) -> Author | None:
        """Who wrote the post."""
        for part in self._all(_AUTHORS):
            name = name_in_credit(self._words(part), is_line="byline" in part.classes)
            if name and len(name) < _LONGEST_NAME:
                return Author(name, self._home_page(part))
        for part in self._all(_BYLINES):
            words = self._words(part)
            name = name_in_credit(words, is_line=True)
            if name and len(name) < _LONGEST_NAME and name != without_saying(words):
                return Author(name, None)
            behind = name_behind(words) if len(words) < _LONGEST_LINE else ""
            if behind and moment_in(words.removesuffix(behind)) and moment_in(behind) is None:
                return Author(behind, None)
        return None

    def _home_page(self, part: Part) -> str | None:
        links = [inner for inner in self.flat.inside(part) if inner.tag == "a"]
        links += [above for above in self.flat.around(part) if above.tag == "a"]
        target = links[0].attributes.get("href") if links else None
        address = absolute(target, self.base) if target else ""
        return clean_line(address) if address.startswith(("http://", "https://")) else None

    def said(self) -> Said:
        """When the post was written, as far as it says."""
        for part in self._all(_PUBLISHED):
            if moment := _instant(part):
                return Said(moment)
        words = [part.attributes.get(name) for part in self._all(_PUBLISHED) for name in ("title", "content")]
        words += [self._words(part) for part in self._all((*_PUBLISHED, *_PUBLISHED_WORDS))]
        title = self.title_part()
        if title is not None and (below := next(self.flat.following(title), None)) and below is not self.body_part():
            words += [line for line in (self._words(below),) if len(line) < _LONGEST_LINE]
        return Said(None, tuple(dict.fromkeys(filter(None, words))))

    def updated(self) -> Timestamp | None:
        """When it was last changed, where the page says so apart from when it was written."""
        for part in self._all(_UPDATED):
            if "published" not in part.classes and (moment := _instant(part)):
                return moment
        return None

    def labels(self) -> list[str]:
        """Categories and tags."""
        for selector in _LABELS:
            if found := [self._words(part) for part in self._all((selector,))]:
                return [label for label in found if label]
        return []

    def declared(self) -> int | None:
        """How many comments a link such as ``3 Comments`` says there are."""
        for part in self.flat.select(_COUNTS, self.container):
            count = heading_count(self._words(part).rstrip(" »›→|"))
            if count is not None:
                return count
        return None

    def body_part(self) -> Part | None:
        """The element that holds the body; the container where nothing in it is marked as such."""
        found = next((part for part in self._all(_BODIES) if self._words(part)), None)
        if found is None and self.container.tag in ("html", "body"):
            return None
        return found or self.container

    def sections(self) -> list[tuple[str | None, Prose]]:
        """The body, parted at its separator lines."""
        body = self.body_part()
        if body is None:
            return []
        title = self.title_part() if body is self.container else None
        heading = title.element if title is not None else None
        prose = prose_of(body.element, self.base, lambda inner: inner != heading and is_of_body(inner), rules=True)
        return [(None, part) for part in split_prose(prose)]


def is_of_body(element: Element) -> bool:
    """Whether ``element``, in a post's body, is of its text, and no date, navigation, comment or related post."""
    if element.tag in ("form", "nav") or (element.get("id") or "") in _NOT_BODY_IDS:
        return False
    return _NOT_BODY.isdisjoint(element.classes)


def _instant(part: Part) -> Timestamp | None:
    """What an attribute of ``part`` says for machines."""
    texts = (part.attributes.get(name) for name in ("datetime", "content", "title"))
    return next((moment for text in texts if text and (moment := read_iso(text))), None)
