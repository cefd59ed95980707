"""Pages of WordPress, of its themes from 2003 to today and of the plugins that show comments in their own way."""

import re
from collections.abc import Iterator

from probreader.sources.html.articles import read_articles
from probreader.sources.html.comments import read_page_with
from probreader.sources.html.flat import Flat, Part, flat_of
from probreader.sources.html.page import Page
from probreader.sources.html.threads import Candidate, Threads, depth_of
from probreader.sources.parsed import Claim, Evidence

_ID = re.compile(r"(?:li-|div-|dsq-|article-)?comment-([0-9]{1,12})|IDComment([0-9]{1,12})")
_DISCUZ = re.compile(r"(?:wpd|wc)-comm-([0-9]{1,12})_([0-9]{1,12})")
_LISTS = frozenset(("commentlist", "comment-list", "wp-block-comment-template", "children"))
_LIST_IDS = ("commentlist", "comment-list", "comment_list")
_HOLDERS = frozenset(("li", "div", "article"))
_CLASSES = frozenset(("comment", "pingback", "trackback"))
_MARKS = ("wp-content", "wp-includes", "wp-comments-post.php", "wordpress")


def claim(page: Page) -> Claim | None:
    """A page with comments as WordPress and its plugins show them, or posts of a page that names WordPress."""
    if "blogger" in (page.meta("generator") or "").lower():
        return None
    flat = flat_of(page)
    candidates = list(_candidates(flat))
    if any(candidate.is_whole for candidate in candidates):
        evidence = Evidence.CERTAIN if is_wordpress(page) else Evidence.WEAK
        if evidence is Evidence.WEAK and any(_is_of_wordpress(flat, candidate.part) for candidate in candidates):
            evidence = Evidence.STRONG
        return Claim(evidence, lambda: read_page_with(page, Threads(flat, candidates)))
    if is_wordpress(page) and read_articles(page, flat, ()):
        return Claim(Evidence.FAIR, lambda: read_page_with(page, Threads(flat, [])))
    return None


def is_wordpress(page: Page) -> bool:
    """Whether the page names WordPress as what made it, or loads what only WordPress has."""
    if "wordpress" in (page.meta("generator") or "").lower():
        return True
    parts = flat_of(page).select("link[href], script[src], img[src], form[action]")
    return any(mark in _address(part) for part in parts for mark in _MARKS)


def _address(part: Part) -> str:
    return next((part.attributes[name] for name in ("href", "src", "action") if name in part.attributes), "")


def _is_of_wordpress(flat: Flat, part: Part) -> bool:
    if part.id.startswith(("wpd-comm-", "wc-comm-", "IDComment", "dsq-comment-", "li-comment-", "div-comment-")):
        return True
    return depth_of(part.classes) is not None or _is_in_list(flat, part)


def _is_in_list(flat: Flat, part: Part) -> bool:
    """Whether ``part`` is an item of a list of comments."""
    above = next(flat.around(part), None)
    return above is not None and (not _LISTS.isdisjoint(above.classes) or above.id in _LIST_IDS)


def _candidates(flat: Flat) -> Iterator[Candidate]:
    for part in flat.parts:
        if part.attributes and (candidate := _candidate(part)):
            yield candidate
        elif part.tag == "li" and _is_in_list(flat, part):
            yield Candidate(part, None)


def _candidate(part: Part) -> Candidate | None:
    name = part.id or part.attributes.get("name", "")
    if name and (discuz := _DISCUZ.fullmatch(name)):
        parent = f"comment-{discuz[2]}" if int(discuz[2]) else None
        return Candidate(part, f"comment-{discuz[1]}", parent, depth_of(part.classes))
    if name and (key := _ID.fullmatch(name)):
        is_mark = part.tag in ("a", "span", "input")
        return Candidate(part, f"comment-{key[1] or key[2]}", None, depth_of(part.classes), not is_mark)
    if "idc-thread" in part.classes:
        return Candidate(part, None, begins=True)
    if part.tag in _HOLDERS and not _CLASSES.isdisjoint(part.classes):
        depth = depth_of(part.classes)
        if depth is not None or part.tag == "li":
            return Candidate(part, None, None, depth)
    return None
