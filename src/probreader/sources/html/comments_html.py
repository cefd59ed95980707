"""Pages of other blog engines: comments told by the ids and classes that many share, nested or with a depth given.

Movable Type, TypePad, Serendipity, Dotclear, Drupal, b2evolution, LiveJournal, Substack and forums in rows of a table.
"""

import re
from collections.abc import Iterator

from probreader.sources.html.comments import read_page_with
from probreader.sources.html.flat import Flat, Part, flat_of
from probreader.sources.html.page import Page
from probreader.sources.html.threads import Candidate, Threads, depth_of
from probreader.sources.html.wordpress import is_wordpress
from probreader.sources.parsed import Claim, Evidence, Parsed

NAME = "comments-html"
_FEWEST = 2
"""Comments with an author or a time that such a page has at least."""
_ID = re.compile(
    r"(?:comment|serendipity_comment|cmt|ljcmt|reply)[-_]?[0-9a-zA-Z]{0,40}[0-9][0-9a-f]{0,40}|c[0-9]{1,20}"
)
_CLASSES = frozenset(
    "comment comtr serendipity_comment bcomment evo_comment comment-wrap b-leaf ljcmt_full comment-item commentitem "
    "single-comment comment-box comment_item comments-comment cmt comment-entry-wrap".split()
)
_HOLDERS = frozenset(("li", "div", "article", "section", "tr", "dt"))
_INDENT = re.compile(r"(?:margin|padding)-left\s*:\s*([0-9]{1,5})", re.IGNORECASE)
_DEPTHS = ("data-depth", "data-level", "data-indent", "indent", "aria-level")


def claim(page: Page) -> Claim | None:
    """A page with at least two comments in marks that several engines share: fair evidence, since none is sure."""
    if is_wordpress(page):
        return None
    flat = flat_of(page)
    candidates = list(_candidates(flat))
    if sum(candidate.is_whole for candidate in candidates) < _FEWEST:
        return None
    parsed = read_page_with(page, Threads(flat, candidates))
    return Claim(Evidence.FAIR, lambda: parsed) if _is_discussion(parsed) else None


def _is_discussion(parsed: Parsed) -> bool:
    comments = [comment for post in parsed.posts for comment in post.comments]
    told = [comment for comment in comments if comment.body.text and (comment.author or comment.published)]
    return len(told) >= _FEWEST


def _candidates(flat: Flat) -> Iterator[Candidate]:
    for part in flat.parts:
        if not part.attributes:
            continue
        name = part.id or (part.attributes.get("name", "") if part.tag == "a" else "")
        key = name if name and _ID.fullmatch(name) else None
        if part.tag in _HOLDERS and (key or not _CLASSES.isdisjoint(part.classes) or _is_of_movable_type(flat, part)):
            yield Candidate(part, key or (part.id or None), None, _depth(flat, part))
        elif key and part.tag in ("a", "span"):
            yield Candidate(part, key, is_whole=False)


def _is_of_movable_type(flat: Flat, part: Part) -> bool:
    """Whether ``part`` is a comment as Movable Type 2 has it: its class is that of all comments elsewhere."""
    return "comments-body" in part.classes and len(flat.select(".comments-post", part)) == 1


def _depth(flat: Flat, part: Part) -> int | None:
    """How deep a comment stands, in whatever unit the page uses: only which is deeper than which counts."""
    stated = depth_of(part.classes)
    if stated is not None:
        return stated
    for name in _DEPTHS:
        if (value := part.attributes.get(name, "")).isdecimal() and len(value) < 6:
            return int(value)
    # Some engines indent what holds the comment and nothing else.
    around = (part, next(flat.around(part), part))
    styles = (each.attributes.get("style", "") for each in around)
    if match := next(filter(None, map(_INDENT.search, styles)), None):
        return int(match[1])
    return _depth_of_row(flat, part) if part.tag == "tr" else None


def _depth_of_row(flat: Flat, part: Part) -> int | None:
    """The width of the empty picture, or the number, by which the cell of a table's row is indented."""
    for cell in flat.select("td[indent], td img[width]", part):
        value = cell.attributes.get("indent", cell.attributes.get("width", ""))
        if value.isdecimal() and len(value) < 6:
            return int(value)
    return None
