"""Pages of WordPress, of its themes from 2003 to today and of the plugins that show comments in their own way."""

import re
from collections.abc import Iterator

from probreader.sources.html.articles import read_articles
from probreader.sources.html.comments import read_page_with
from probreader.sources.html.dom import Element
from probreader.sources.html.page import Page
from probreader.sources.html.threads import Candidate, Threads, depth_of
from probreader.sources.parsed import Claim, Evidence

_SELECTOR = ", ".join(
    (
        '[id*="comment-"]', '[id^="wpd-comm-"]', '[id^="wc-comm-"]', '[id^="IDComment"]', ".idc-thread",
        '[name^="comment-"]',
        "li.comment", "div.comment", "article.comment", "li.pingback", "li.trackback",
        "ol.commentlist > li", "ul.commentlist > li", "ol.comment-list > li", "ul.comment-list > li",
        "#commentlist > li", "ol.children > li", "ul.children > li", "ol.wp-block-comment-template > li",
    )
)  # fmt: skip
_ID = re.compile(r"(?:li-|div-|dsq-|article-)?comment-([0-9]{1,12})|IDComment([0-9]{1,12})")
_DISCUZ = re.compile(r"(?:wpd|wc)-comm-([0-9]{1,12})_([0-9]{1,12})")
_LISTS = frozenset(("commentlist", "comment-list"))
_MARKS = ("wp-content", "wp-includes", "wp-comments-post.php", "wordpress")


def claim(page: Page) -> Claim | None:
    """A page with comments as WordPress and its plugins show them, or posts of a page that names WordPress."""
    if _is_blogger(page):
        return None
    candidates = list(_candidates(page.root))
    if any(candidate.is_whole for candidate in candidates):
        is_sure = _is_wordpress(page) or any(_is_of_wordpress(candidate.element) for candidate in candidates)
        return Claim(Evidence.STRONG if is_sure else Evidence.WEAK, lambda: read_page_with(page, Threads(candidates)))
    if _is_wordpress(page) and read_articles(page, ()):
        return Claim(Evidence.FAIR, lambda: read_page_with(page, Threads([])))
    return None


def _is_of_wordpress(element: Element) -> bool:
    identity = element.get("id") or ""
    if identity.startswith(("wpd-comm-", "wc-comm-", "IDComment", "dsq-comment-", "li-comment-", "div-comment-")):
        return True
    classes = element.classes
    above = element.parent
    return depth_of(classes) is not None or (above is not None and not _LISTS.isdisjoint(above.classes))


def _is_blogger(page: Page) -> bool:
    return "blogger" in (page.meta("generator") or "").lower()


def _is_wordpress(page: Page) -> bool:
    if "wordpress" in (page.meta("generator") or "").lower():
        return True
    addresses = (element.get("href") or element.get("src") or "" for element in page.root.select("link, script, img"))
    return any(mark in address for address in addresses for mark in _MARKS)


def _candidates(root: Element) -> Iterator[Candidate]:
    for element in root.select(_SELECTOR):
        name = element.get("id") or element.get("name") or ""
        classes = element.classes
        key = _ID.fullmatch(name)
        discuz = _DISCUZ.fullmatch(name)
        if discuz:
            parent = f"comment-{discuz[2]}" if int(discuz[2]) else None
            yield Candidate(element, f"comment-{discuz[1]}", parent, depth_of(classes))
        elif key:
            is_mark = element.tag in ("a", "span", "input")
            yield Candidate(element, f"comment-{key[1] or key[2]}", None, depth_of(classes), not is_mark)
        elif "idc-thread" in classes:
            yield Candidate(element, None, begins=True)
        elif element.tag == "li" or ("comment" in classes and depth_of(classes)):
            yield Candidate(element, None, None, depth_of(classes))
