"""Who wrote a comment, when, and where it stands on the web: what the templates of many blog engines say of it."""

import re
from collections.abc import Container, Iterator, Sequence

from probreader.domain.clean import clean_line
from probreader.domain.post import Author
from probreader.sources.dates import read_iso
from probreader.sources.html.flat import Part
from probreader.sources.html.markup import absolute
from probreader.sources.html.own import Parts
from probreader.sources.html.said_times import Said, moment_in
from probreader.sources.html.saying import name_behind, name_in_credit, without_saying

_AUTHORS = (
    "fn", "comment-author-link", "wp-block-comment-author-name", "comment-author-name", "wpd-comment-author",
    "wc-comment-author", "dsq-commenter-name", "comment-name", "commenter-name", "comment_name", "commentauthor",
    "comment_author", "comment-author", "commentername", "commenter", "comment-user", "comment-meta-author",
    "comment_source_author", "hnuser", "b-leaf-username", "ljuser", "bcommenttitle", "evo_comment_title", "username",
    "user-name", "author-name", "author", "vcard", "user", "name", "idc-c-h", "submitted", "c-author",
    "comments-author", "media-heading",
)  # fmt: skip
_BYLINES = (
    "commentmeta",
    "comment-meta",
    "commentmetadata",
    "comment_meta",
    "comment-info",
    "byline",
    "comment-footer",
    "posted",
    "comments-post",
    "meta",
)
_TIMES = (
    "comment-date", "comment-time", "comment-timestamp", "wpd-comment-date", "wc-comment-date", "commentdate",
    "comment_date", "comment_time", "comment-datetime", "wp-block-comment-date", "published", "dtstart", "age",
    "submitted", "comment_source_ctime", "b-leaf-createdtime", "bcommentsmallprint", "evo_comment_info", "date",
    "time", "timestamp", "comment-permalink", "comment-metadata", "commentmetadata", "commentmeta", "comment-meta",
    "comment_meta", "comment-info", "meta", "posted", "comment-author", "comment-head", "comment-header",
    "comments-date", "c-meta", "comments-meta", "comments-post",
)  # fmt: skip
_OWNERS = frozenset(
    "bypostauthor bypostauthor-comment authcomment author-comment authorcomment postauthor comment-by-post-author "
    "wpd-blog-post_author comment-author-admin".split()
)
_ACTIONS = frozenset("comment-reply-link comment-edit-link thepermalink edit-link reply".split())
_LINK_TO_COMMENT = re.compile(r"#(?:li-|div-|dsq-)?(?:comment|c|IDComment)[-_]?[0-9a-zA-Z]{1,60}\Z|#respond\Z")
_PINGS = ("pingback:", "trackback:", "pingback by", "trackback by", "pingback from", "trackback from")
_REPLIED = re.compile(r"\b(?:replied to|in reply to|reply to)\b", re.IGNORECASE)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PIECES = re.compile(r" [/|·•] ")
_LONGEST_NAME = 200


def author_part(parts: Parts, body: Part | None) -> Part | None:
    """The element that holds the author's name, as narrow as it can be told; None where nothing is marked as such.

    ``body``, which holds the text and nothing else, is not looked into.
    """
    head = [part for part in parts if not parts.is_root(part) and not (body and body.holds(part))]
    by_class = {name: part for part in reversed(head) for name in part.classes}
    marked = [by_class[name] for name in _AUTHORS if name in by_class]
    marked += [part for part in head if _speaks_of_author(part)]
    marked += [part for part in head if part.tag in _HEADINGS][:1]
    marked += [by_class[name] for name in _BYLINES if name in by_class]
    for part in marked:
        if part.tag in ("ol", "ul"):
            continue
        narrow = _narrow(parts, part)
        if name_in(parts, narrow):
            return narrow
    return _of_term(parts)


def _of_term(parts: Parts) -> Part | None:
    """The author in a ``dt``, which has no other mark than a link or a word before the name."""
    term = parts.roots[0]
    if term.tag != "dt":
        return None
    narrow = _narrow(parts, term)
    return narrow if narrow is not term or name_behind(parts.words(term)) else None


def _speaks_of_author(part: Part) -> bool:
    if part.attributes.get("itemprop") in ("author", "creator"):
        return True
    identity = part.attributes.get("id", "")
    return part.tag == "cite" or identity.startswith(("dsq-author-user-", "dsq-cite-"))


def _narrow(parts: Parts, part: Part) -> Part:
    """The element in ``part`` that holds the name alone, where one is marked or linked; else ``part``."""
    if "fn" in part.classes:
        return part
    inside = parts.inside(part)[1:]
    for inner in inside:
        is_named = inner.tag in ("strong", "b", "cite") or _leads_to_author(parts, inner)
        if is_named and parts.words(inner):
            return inner
    return part


def _leads_to_author(parts: Parts, part: Part) -> bool:
    href = part.attributes.get("href", "")
    if part.tag != "a" or not _ACTIONS.isdisjoint(part.classes) or _LINK_TO_COMMENT.search(href):
        return False
    return moment_in(parts.words(part)) is None


def name_in(parts: Parts, part: Part) -> str:
    """The name of the author; where ``part`` is a whole line, the name in it."""
    if part.tag == "dt":
        return name_behind(parts.words(part))[:_LONGEST_NAME]
    inside = parts.inside(part)[1:]
    badges = [inner for inner in inside if inner.tag in _BADGES and "itemprop" not in inner.attributes]
    if part.tag in ("a", "strong", "b") or "fn" in part.classes:
        return without_saying(parts.words(part, badges) or parts.words(part))[:_LONGEST_NAME]
    if part.tag == "cite" or not _BYLINE_CLASSES.isdisjoint(part.classes):
        words = parts.words(part, [inner for inner in inside if inner.tag in ("a", "time", "small")])
        return _credited(words) if part.tag != "cite" else name_in_credit(words)[:_LONGEST_NAME]
    words = parts.words(part, badges)
    if not words or (badges and moment_in(words) is not None):
        # What looks like badges is the name, beside a time.
        words = next(filter(None, map(parts.words, badges)), "") if words else parts.words(part)
    return name_in_credit(words)[:_LONGEST_NAME]


_BADGES = frozenset(("span", "time", "small", "sup", "button"))
_BYLINE_CLASSES = frozenset(_BYLINES)


def _credited(words: str) -> str:
    """The name in a line that need not hold one: only a phrase such as ``Posted by Ada on ...`` tells."""
    first, *rest = _PIECES.split(words)
    if rest and moment_in(first) is None and any(moment_in(piece) for piece in rest):
        return name_in_credit(first, is_line=True)[:_LONGEST_NAME]
    name = name_in_credit(words, is_line=True)
    return name[:_LONGEST_NAME] if name != without_saying(words) else ""


def author_of(part: Part | None, parts: Parts, base: str | None) -> Author | None:
    """The author that ``part`` names."""
    name = name_in(parts, part) if part else ""
    if part is None or not name:
        return None
    return Author(name, _home_page(part, parts, base), _is_owner(parts))


def _home_page(part: Part, parts: Parts, base: str | None) -> str | None:
    links = [inner for inner in parts.inside(part) if inner.tag == "a"]
    links += [above for above in parts.around(part) if above.tag == "a"]
    for link in links:
        address = absolute(link.attributes.get("href", ""), base) if link.attributes.get("href") else ""
        is_web = address.lower().startswith(("http://", "https://")) and len(address) > len("https://")
        if is_web and not _LINK_TO_COMMENT.search(address):
            return address
    return None


def _is_owner(parts: Parts) -> bool:
    return any(not _OWNERS.isdisjoint(part.classes) for part in parts)


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


def answered(parts: Parts, body: Part | None, keys: Container[str]) -> str | None:
    """The one of ``keys`` that the comment says in its head it answers, as in ``Bob replied to comment from Ada``."""
    for part in parts:
        href = part.attributes.get("href", "") if part.tag == "a" else ""
        key = href.rpartition("#")[2]
        if key not in keys or (body and body.holds(part)):
            continue
        around = [part, *parts.around(part)][:3]
        if any("reply-to" in name or "in-reply" in name for each in around for name in each.classes):
            return key
        is_text = any(each.tag in ("p", "blockquote", "li") for each in around)
        if not is_text and _REPLIED.search(parts.words(around[min(1, len(around) - 1)])):
            return key
    return None


def permalink_of(part: Part | None, base: str | None) -> str | None:
    """The address that ``part`` leads to; None for a relative one on a page without an address."""
    if part is None:
        return None
    address = clean_line(absolute(part.attributes.get("href", ""), base))
    return address if address.lower().startswith(("http://", "https://")) else None


def names_ping(parts: Parts) -> bool:
    """Whether the comment says itself that it is a link from another page and no comment."""
    first = next((part for part in parts if part.tag == "cite"), parts.root)
    return parts.words(first).lower().startswith(_PINGS)


def said_in(parts: Parts, body: Part | None, link: Part | None, author: Part | None) -> Said:
    """When the comment was written, as far as it says."""
    head = [part for part in parts if not (body and not parts.is_root(body) and body.holds(part))]
    for text in _machine_times(head):
        # Some engines put the same time as a number behind it.
        if moment := read_iso(text) or (read_iso(text.partition(" ")[0]) if "T" in text else None):
            return Said(moment)
    if parts.roots[0].tag == "dt":
        # A time in the text is none of the comment's.
        head = [part for part in head if parts.roots[0].holds(part)]
    without = [part for part in (body, author) if part is not None and not parts.is_root(part)]
    without += [part for part in head if not _ACTIONS.isdisjoint(part.classes)]
    found: list[str] = []
    for words in _worded_times(parts, head, without, link):
        if words and words not in found:
            found.append(words)
            if (dated := moment_in(words)) and dated.form != "time":
                break
    return Said(None, tuple(found))


def _machine_times(head: Sequence[Part]) -> Iterator[str]:
    yield from (part.attributes["datetime"] for part in head if "datetime" in part.attributes)
    for part in head:
        if part.attributes.get("itemprop") in ("dateCreated", "datePublished", "commentTime"):
            yield part.attributes.get("content", "")
        if part.tag in ("abbr", "span", "a", "div") and "title" in part.attributes:
            yield part.attributes["title"]


def _worded_times(parts: Parts, head: Sequence[Part], without: list[Part], link: Part | None) -> Iterator[str]:
    """Words that may say when, the likeliest first."""
    yield from (parts.words(part) for part in head if part.tag == "time")
    if link is not None:
        yield parts.words(link)
        without = without if moment_in(parts.words(link)) else [*without, link]
    by_class = {name: part for part in reversed(head) for name in part.classes}
    for name in _TIMES:
        if name in by_class:
            part = by_class[name]
            yield from (part.attributes.get("title", ""), parts.words(part, without))
    if link is not None:
        yield from (parts.words(above, without) for above in parts.around(link))
    yield from (parts.words(part, without) for part in head if part.tag in ("small", "dt", *_HEADINGS))
