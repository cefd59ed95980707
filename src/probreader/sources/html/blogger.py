"""Pages of Blogger blogs, of every age and template."""

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Problem
from probreader.sources.drafts import PostDraft, finish
from probreader.sources.html.blogger_comments import comments_in
from probreader.sources.html.blogger_posts import declared_in, draft_of, places_in
from probreader.sources.html.dom import Element
from probreader.sources.html.page import Page
from probreader.sources.parsed import Claim, Evidence, Parsed

NAME = "blogger-html"
_REGIONS = (
    "#comments, .comments, #comments-block, #comment-holder, dl.avatar-comment-indent, .comment-thread, #Blog1_comments"
)
_SIGNS = (
    'meta[name="generator"][content="blogger"], .comment-thread, #comments-block, a[href*="showComment="], '
    "#Blog1, .post-outer, dl.avatar-comment-indent"
)


def claim(page: Page) -> Claim | None:
    """Whether ``page`` was made by Blogger, or is a copy of one that was."""
    generator = (page.meta("generator") or "").lower()
    signs = [sign for sign in _SIGNS.split(", ") if page.root.first(sign) is not None]
    if "blogger" in generator or len(signs) > 1:
        evidence = Evidence.STRONG
    elif signs:
        evidence = Evidence.FAIR
    else:
        return None
    return Claim(evidence, lambda: read(page))


def read(page: Page) -> Parsed:
    """The posts of ``page``."""
    drafts = [draft_of(place, page.url, page.root) for place in places_in(page.root)]
    regions = _outermost(page.root.select(_REGIONS))
    if len(drafts) <= 1:
        draft = drafts[0] if drafts else PostDraft()
        draft.url = page.url or draft.url
        headings = (heading for region in regions for heading in region.select("h2, h3, h4, h5"))
        stated = declared_in(headings)
        draft.declared = draft.declared if stated is None else stated
        draft.comments = [comment for region in regions for comment in comments_in(region, page.url)]
        drafts = [draft]
    posts = Fingerprints("posts", page.url)
    problems: list[Problem] = []
    finished = [finish(draft, posts) for draft in drafts]
    for done in finished:
        problems += done.problems
    return Parsed(tuple(done.post for done in finished), tuple(problems))


def _outermost(regions: list[Element]) -> list[Element]:
    """``regions`` without those that stand in another one."""
    kept: list[Element] = []
    for region in regions:
        if not any(region_holds(other, region) for other in kept):
            kept.append(region)
    return kept


def region_holds(region: Element, element: Element) -> bool:
    """Whether ``element`` stands in ``region``."""
    above = element.parent
    while above is not None and above != region:
        above = above.parent
    return above is not None
