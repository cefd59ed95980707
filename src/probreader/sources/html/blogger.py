"""Pages of Blogger blogs, of every age and template."""

import re
from dataclasses import replace
from urllib.parse import urldefrag

from probreader.domain.identity import Fingerprints, address_id
from probreader.domain.post import Post, Problem
from probreader.sources.drafts import CommentDraft, PostDraft, finish
from probreader.sources.html.articles import json_ld_posts, of_same_post, only_number
from probreader.sources.html.blogger_comments import comments_in, keyed_region
from probreader.sources.html.blogger_places import Place, places_in
from probreader.sources.html.blogger_posts import declared_in, draft_of, is_own_page, page_title
from probreader.sources.html.blogger_script import comments_in_scripts
from probreader.sources.html.blogger_several import comments_of_several
from probreader.sources.html.blogger_times import Shown, settle
from probreader.sources.html.blogger_unmarked import unmarked_post
from probreader.sources.html.dom import Element
from probreader.sources.html.markup import line_of
from probreader.sources.html.page import Page
from probreader.sources.parsed import Claim, Evidence, Parsed

NAME = "blogger-html"
_REGIONS = (
    "#comments, .comments, #comments-block, #comment-holder, dl.avatar-comment-indent, .comment-thread, "
    "#Blog1_comments, .blogComments, #blogComments, #comment_block, #commentblock"
)
_SIGNS = (
    'meta[name="generator"][content="blogger"]',
    ".comment-thread",
    "#comments-block",
    "#Blog1",
    ".post-outer",
    "dl.avatar-comment-indent",
    ".blogComment",
    "#blogComments",
    'a[href*="www.blogger.com/comment.g"]',
    'link[href*="www.blogger.com/"]',
)
"""What stands in Blogger's pages alone, or seldom elsewhere."""
_HINTS = 'a[href*="showComment="], a[href*="www.blogger.com/profile/"]'
"""What people's links lead to from anywhere."""
_HEADINGS = "h2, h3, h4, h5, .comments-title, .commentHead, .comments-count, .comment-count"
_INDEX = re.compile(r"https?://[^/?#]{1,255}(?:/(?:index\.html)?(?:[?#]|\Z)|/search[/?]|\Z)")
_DONE = frozenset(("hidden", "loaded"))
"""Classes of a button for more comments that has done its work."""


_PARTIAL = Problem(
    "comments-missing",
    "The page shows only some of its comments; read its other pages, or its comment feed, to have them all.",
)


_UNMARKED = Problem(
    "post-unmarked",
    "The page marks its post in no way that is known, so only its comments were read. "
    "Read the blog's feed too to have the post.",
)
_EMPTY = Problem(
    "nothing-shown",
    "The page holds neither a post nor comments: a script draws them while it is shown. "
    "Open it in a browser, wait until all is there, and save it then; or read the blog's feed.",
)


def claim(page: Page) -> Claim | None:
    """Whether ``page`` was made by Blogger, or is a copy of one that was."""
    generator = (page.meta("generator") or "").lower()
    signs = sum(page.root.first(sign) is not None for sign in _SIGNS)
    if "blogger" in generator and signs > 1:
        evidence = Evidence.CERTAIN
    elif "blogger" in generator or (signs > 1 and not generator):
        evidence = Evidence.STRONG
    elif signs:
        evidence = Evidence.FAIR
    elif page.root.first(_HINTS) is not None:
        evidence = Evidence.WEAK
    else:
        return None
    return Claim(evidence, lambda: read(page))


def read(page: Page) -> Parsed:
    """The posts of ``page``."""
    places = _places(page)
    shown = [draft_of(place, page.url, page.root) for place in places]
    regions = _outermost(page.root.select(_REGIONS))
    is_single = len(shown) <= 1
    problems: list[Problem] = []
    if is_single:
        unmarked = unmarked_post(page, regions) if not places else None
        shown = shown or [unmarked[0] if unmarked else Shown(PostDraft(), "")]
        shown += _with_comments(shown[0], page, regions)
        if not (places or unmarked or shown[1:]):
            return Parsed((), (_EMPTY,))
        problems += unmarked[1] if unmarked else [] if places else [_UNMARKED]
    else:
        found, problems = comments_of_several(page, list(zip(places, shown, strict=True)), regions, _REGIONS)
        shown += found
        _complete(page, [one.draft for one in shown if isinstance(one.draft, PostDraft)])
    problems += settle([one for one in shown if one.words or one.address], page.language)
    posts = Fingerprints("posts", page.url)
    made: list[Post] = []
    for draft in (one.draft for one in shown if isinstance(one.draft, PostDraft)):
        done = finish(draft, posts)
        made.append(done.post)
        # A page of several posts counts their comments and does not show them, which is no fault of it.
        problems += [problem for problem in done.problems if is_single or problem.code != "comments-missing"]
        if draft.is_excerpt and draft.declared is None:
            problems.append(_PARTIAL)
    return Parsed(tuple(made), tuple(problems))


def _places(page: Page) -> list[Place]:
    """The posts of ``page``; on a post's own page that post alone, since others there are teasers in its margin."""
    places = places_in(page.root)
    if len(places) < 2 or page.url is None or not is_own_page(page.url):
        return places
    own = address_id(page.url)
    drafts = ((place, draft_of(place, page.url, page.root).draft) for place in places)
    ids = [(place, address_id(draft.url or "")) for place, draft in drafts if isinstance(draft, PostDraft)]
    fitting = [place for place, one in ids if one == own] or [place for place, one in ids if one is None]
    return fitting[:1] or places


def _with_comments(shown: Shown, page: Page, regions: list[Element]) -> list[Shown]:
    """The comments of the page, which are put into its only post."""
    draft = shown.draft
    assert isinstance(draft, PostDraft)
    draft.title = draft.title or page_title(page)
    draft.is_excerpt = any(_is_partial(region) for region in regions)
    base = page.url or draft.url
    comments = [comment for region in regions for comment in comments_in(region, base)]
    if not comments and (region := keyed_region(page.root)):
        comments = comments_in(region, base)
        regions = [page.root]
    stated = _declared(regions, draft.title)
    draft.declared = draft.declared if stated is None else stated
    if not comments:
        comments = comments_in_scripts(page.root, base)
    draft.url = (None if _is_index(page) and draft.url else _own_address(page)) or draft.url or _address_of(comments)
    draft.comments = [comment.draft for comment in comments if isinstance(comment.draft, CommentDraft)]
    _complete(page, [draft])
    owner = draft.author.url if draft.author else None
    for comment in draft.comments:
        if owner and comment.author and comment.author.url == owner:
            comment.author = replace(comment.author, is_owner=True)
    return comments


def _complete(page: Page, drafts: list[PostDraft]) -> None:
    """Let the page's JSON-LD name the authors that its elements do not."""
    lacking = [draft for draft in drafts if draft.author is None]
    linked = json_ld_posts(page) if lacking else []
    for draft in lacking:
        if (told := of_same_post(draft, linked)) is not None:
            draft.author, draft.updated = told.author, draft.updated or told.updated
            draft.published = draft.published or told.published


def _own_address(page: Page) -> str | None:
    """The address of ``page``; that of a post has no query but for a page, a comment or a phone."""
    bare = (page.url or "").partition("#")[0].partition("?")[0]
    return bare if is_own_page(bare) else page.url


def _is_index(page: Page) -> bool:
    """Whether ``page`` is the first page of a blog, or one of those that list posts."""
    return page.url is not None and _INDEX.match(page.url) is not None


def _address_of(comments: list[Shown]) -> str | None:
    """The post's own address, as the first permalink of a comment that has one names it."""
    addresses = (urldefrag(comment.address or "")[0].partition("?")[0] for comment in comments)
    return next((address for address in addresses if address.startswith(("http://", "https://"))), None)


def _declared(regions: list[Element], title: str | None) -> int | None:
    """The number over the comments, or in the attribute of newer templates."""
    stated = declared_in(heading for region in regions for heading in region.select(_HEADINGS))
    if stated is None:
        numbers = (region.get("data-num-comments") or "" for region in regions)
        stated = next(
            (int(number) for number in numbers if number.isascii() and number.isdecimal() and len(number) < 8), None
        )
    headings = (one for region in regions if region.tag != "html" for one in region.select(_HEADINGS))
    if stated is None and (heading := next(headings, None)) is not None:
        stated = only_number(line_of(heading), title)
    return stated


def _is_partial(region: Element) -> bool:
    """Whether ``region`` offers further comments on other pages, or below a button that was not pressed."""
    if region.first('a[href*="commentPage="]') is not None:
        return True
    return any(_DONE.isdisjoint(button.classes) for button in region.select(".loadmore"))


def _outermost(regions: list[Element]) -> list[Element]:
    """``regions`` without those that stand in another one."""
    kept: list[Element] = []
    for region in regions:
        if not kept or region.start >= kept[-1].end:
            kept.append(region)
    return kept
