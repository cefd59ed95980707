"""Who wrote a comment, when, and where it stands on the web: what the templates of many blog engines say of it."""

import re
from collections.abc import Iterator

from probreader.domain.clean import clean_line
from probreader.domain.post import Author, Timestamp
from probreader.sources.dates import read_iso
from probreader.sources.html.dom import Element
from probreader.sources.html.markup import absolute
from probreader.sources.html.moments import moment_in
from probreader.sources.html.own import Part, Parts, words_of
from probreader.sources.html.saying import name_in_credit, without_saying

_AUTHORS = (
    "fn", "comment-author-link", "wp-block-comment-author-name", "comment-author-name", "wpd-comment-author",
    "wc-comment-author", "dsq-commenter-name", "comment-name", "commenter-name", "comment_name", "commentauthor",
    "comment_author", "comment-author", "commentername", "commenter", "comment-user", "comment-meta-author",
    "serendipity_comment_source_author", "username", "user-name", "author-name", "author", "vcard", "user", "name",
)  # fmt: skip
_TIMES = (
    "comment-date", "comment-time", "comment-timestamp", "wpd-comment-date", "wc-comment-date", "commentdate",
    "comment_date", "comment_time", "comment-datetime", "comment-permalink", "wp-block-comment-date", "published",
    "dtstart", "dsq-comment-header-time", "date", "time", "timestamp", "comment-metadata", "commentmetadata",
    "comment-meta", "comment_meta", "comment-info", "meta",
)  # fmt: skip
_OWNERS = frozenset(
    "bypostauthor bypostauthor-comment authcomment author-comment authorcomment postauthor comment-by-post-author "
    "wpd-blog-post_author comment-author-admin".split()
)
_LINK_TO_COMMENT = re.compile(r"#(?:li-|div-|dsq-)?(?:comment|c|IDComment)[-_]?[0-9a-zA-Z]{1,60}\Z")
_LONGEST_NAME = 200


def author_part(parts: Parts, body: Part | None) -> Part | None:
    """The element that holds the author's name, and may hold more; None where nothing is marked as such."""
    head = [part for part in parts if part.start and not (body and body.holds(part))]
    by_class = {name: part for part in reversed(head) for name in part.classes}
    for name in _AUTHORS:
        if (part := by_class.get(name)) and part.tag not in ("li", "ol", "ul") and _name_in(part):
            return part
    return next((part for part in head if _speaks_of_author(part) and _name_in(part)), None)


def _speaks_of_author(part: Part) -> bool:
    if part.attributes.get("itemprop") in ("author", "creator"):
        return True
    identity = part.attributes.get("id", "")
    return part.tag == "cite" or identity.startswith(("dsq-author-user-", "dsq-cite-"))


def _name_in(part: Part) -> str:
    """The name of the author; ``part`` may hold a phrase and a date around it."""
    element = part.element
    if "fn" in part.classes or not _is_credit(part):
        return without_saying(_without_badges(element))[:_LONGEST_NAME]
    links = [link for link in element.select("a") if words_of(link)]
    named = next((link for link in links if not _LINK_TO_COMMENT.search(link.get("href") or "")), None)
    if named is not None:
        return words_of(named)[:_LONGEST_NAME]
    return name_in_credit(words_of(element, [*links, *element.select("time, small")]))[:_LONGEST_NAME]


def _is_credit(part: Part) -> bool:
    """Whether ``part`` may hold more than a name, so that a link in it is the name."""
    return part.tag == "cite" or "vcard" in part.classes or "comment-author" in part.classes


def _without_badges(element: Element) -> str:
    """The words of ``element`` but for marks such as "Post author", which stand in a ``span`` beside the name."""
    badges = [span for span in element.select("span, time, small, sup, button") if span.get("itemprop") is None]
    return words_of(element, badges) or words_of(element)


def author_of(part: Part | None, parts: Parts, root: Element, base: str | None) -> Author | None:
    """The author that ``part`` names; ``root`` may bear the mark of the blog's owner."""
    name = _name_in(part) if part else ""
    if part is None or not name:
        return None
    return Author(name, _home_page(part, parts, base), _is_owner(parts, root))


def _home_page(part: Part, parts: Parts, base: str | None) -> str | None:
    links = [inner for inner in parts.inside(part) if inner.tag == "a"]
    links += [above for above in parts.around(part) if above.tag == "a"]
    for link in links:
        address = absolute(link.attributes.get("href", ""), base)
        if address.lower().startswith(("http://", "https://")) and not _LINK_TO_COMMENT.search(address):
            return address
    return None


def _is_owner(parts: Parts, root: Element) -> bool:
    return any(not _OWNERS.isdisjoint(part.classes) for part in parts) or not _OWNERS.isdisjoint(root.classes)


def permalink_part(parts: Parts, key: str | None) -> Part | None:
    """The link that leads to this comment itself; ``key`` is its id in the page."""
    number = key.rpartition("-")[2] if key else ""
    found = None
    for part in parts:
        if part.tag == "a" and (match := _LINK_TO_COMMENT.search(part.attributes.get("href", ""))):
            if number and match.group().endswith(number):
                return part
            found = found or (part if not number else None)
    return found


def published_in(
    parts: Parts, body: Part | None, link: Part | None, author: Part | None
) -> tuple[Timestamp | None, str]:
    """When the comment was written, and the words that say so where they could not be understood."""
    head = [part for part in parts if not (body and body.start and body.holds(part))]
    for text in _machine_times(head):
        if moment := read_iso(text):
            return moment, ""
    unread = ""
    for words in _worded_times(parts, head, body, link, author):
        if moment := moment_in(words):
            return moment, ""
        unread = unread or words
    return None, unread if any(character.isdigit() for character in unread) else ""


def _machine_times(head: list[Part]) -> Iterator[str]:
    for part in head:
        if "datetime" in part.attributes:
            yield part.attributes["datetime"]
    for part in head:
        if part.attributes.get("itemprop") in ("dateCreated", "datePublished", "commentTime"):
            yield part.attributes.get("content", "")
        if part.tag in ("abbr", "span", "a", "div") and "title" in part.attributes:
            yield part.attributes["title"]


def _worded_times(
    parts: Parts, head: list[Part], body: Part | None, link: Part | None, author: Part | None
) -> Iterator[str]:
    """Words that may say when, the likeliest first."""
    without = [part.element for part in (body, author) if part is not None and part.start]
    for part in head:
        if part.tag == "time":
            yield words_of(part.element)
    if link is not None:
        yield words_of(link.element)
    by_class: dict[str, Part] = {}
    for part in head:
        for name in part.classes:
            by_class.setdefault(name, part)
    for name in _TIMES:
        if name in by_class:
            part = by_class[name]
            yield from (part.attributes.get("title", ""), words_of(part.element, without))
    if link is not None:
        for above in parts.around(link):
            yield words_of(above.element, without)


def permalink_of(part: Part | None, base: str | None) -> str | None:
    """The address that ``part`` leads to; None for a relative one on a page without an address."""
    if part is None:
        return None
    address = clean_line(absolute(part.attributes.get("href", ""), base))
    return address if address.lower().startswith(("http://", "https://")) else None
