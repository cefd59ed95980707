"""The comments on a page of several posts: old templates show them below each post, or below the last one."""

from collections.abc import Sequence
from itertools import chain, islice

from probreader.domain.identity import address_id
from probreader.domain.post import Problem
from probreader.sources.drafts import CommentDraft, PostDraft
from probreader.sources.html.blogger_comments import comments_in
from probreader.sources.html.blogger_places import Place
from probreader.sources.html.blogger_posts import declared_in
from probreader.sources.html.blogger_times import Shown
from probreader.sources.html.dom import Element, ancestors
from probreader.sources.html.page import Page

_FARTHEST = 60
"""Elements between comments and the post that holds them; farther ones are not looked for, for depth."""
_HEADINGS = "h2, h3, h4, h5, .comments-title"


def comments_of_several(
    page: Page, posts: Sequence[tuple[Place, Shown]], regions: Sequence[Element], selector: str
) -> tuple[list[Shown], list[Problem]]:
    """The comments in ``regions`` (the elements of ``selector`` that stand in no other), put into their posts.

    They are those of the post that holds them, else of the one to which their permalinks lead, else of the nearest
    post above, which is a problem since nothing says so.
    """
    found: list[Shown] = []
    problems: list[Problem] = []
    drafts = [(place, one.draft) for place, one in posts if isinstance(one.draft, PostDraft)]
    above = _posts_above(page.root, drafts, regions, selector)
    for region in regions:
        comments = comments_in(region, page.url)
        if not comments:
            continue
        draft = _holding(region, drafts) or _linked(comments, drafts)
        if draft is None:
            draft = above.get(region) or drafts[0][1]
            problems.append(_by_place(len(comments), draft))
        draft.comments += [comment.draft for comment in comments if isinstance(comment.draft, CommentDraft)]
        stated = declared_in(region.select(_HEADINGS))
        draft.declared = draft.declared if stated is None else stated
        found += comments
    return found, problems


def _holding(region: Element, drafts: Sequence[tuple[Place, PostDraft]]) -> PostDraft | None:
    held = {place.holder: draft for place, draft in drafts if place.holder is not None}
    around = islice(chain((region,), ancestors(region)), _FARTHEST)
    return next((held[element] for element in around if element in held), None)


def _linked(comments: Sequence[Shown], drafts: Sequence[tuple[Place, PostDraft]]) -> PostDraft | None:
    """The post at whose address the first permalink of ``comments`` stands."""
    known = {address_id(draft.url): draft for _, draft in drafts if draft.url}
    links = (comment.draft.permalink for comment in comments if isinstance(comment.draft, CommentDraft))
    own = (address_id(link.partition("#")[0].partition("?")[0]) for link in links if link)
    return next((known[one] for one in own if one in known), None)


def _posts_above(
    root: Element, drafts: Sequence[tuple[Place, PostDraft]], regions: Sequence[Element], selector: str
) -> dict[Element, PostDraft]:
    """For each of ``regions`` the last post whose title or body stands above it."""
    marks = {mark: draft for place, draft in drafts for mark in (place.title, *place.bodies) if mark is not None}
    tags = {mark.tag for mark in marks}
    wanted, last, above = set(regions), None, {}
    for element in root.select(", ".join((selector, *sorted(tags)))):
        last = marks.get(element, last)
        if last is not None and element in wanted:
            above[element] = last
    return above


def _by_place(number: int, draft: PostDraft) -> Problem:
    what = "1 comment was" if number == 1 else f"{number} comments were"
    title = f"“{draft.title}”" if draft.title else "the post"
    message = (
        f"{what} put under {title} because it stands above them; nothing on the page says whose they are. "
        "Read the post's own page to be sure."
    )
    return Problem("comments-placed", message)
