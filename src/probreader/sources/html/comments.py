"""Comments of a page, once it is known which elements they are: author, time, address and text of each."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Problem
from probreader.sources.drafts import CommentDraft, PostDraft, finish
from probreader.sources.feeds.naming import post_of_comment
from probreader.sources.html.articles import read_articles
from probreader.sources.html.comment_bodies import body_of, find_body
from probreader.sources.html.credits import (
    answered,
    author_of,
    author_part,
    names_ping,
    permalink_of,
    permalink_part,
    said_in,
)
from probreader.sources.html.flat import Part
from probreader.sources.html.own import Parts
from probreader.sources.html.page import Page
from probreader.sources.html.said_times import Dating, Said, settle
from probreader.sources.html.threads import Item, Threads
from probreader.sources.markers import is_removed
from probreader.sources.parsed import Parsed


@dataclass(slots=True)
class Found:
    """What was read of the comments of a page."""

    items: list[Item] = field(default_factory=list)
    datings: list[tuple[CommentDraft, Said]] = field(default_factory=list)
    """As many as ``items``; the drafts have neither times nor parents yet."""
    pingbacks: int = 0

    def comments(self) -> list[CommentDraft]:
        """The drafts, each with a key and its parent; times must be settled."""
        keys: dict[Item, str] = {}
        fingerprints = Fingerprints("comment")
        for item, (draft, _) in zip(self.items, self.datings, strict=True):
            if draft.key is None:
                published = draft.published.iso if draft.published else None
                draft.key = fingerprints.take(draft.author.name if draft.author else None, published, draft.body.text)
            keys[item] = draft.key
            draft.parent = item.parent_key or _nearest_key(item, keys)
        return [draft for draft, _ in self.datings]


def read_page_with(page: Page, threads: Threads) -> Parsed:
    """The posts of ``page``, the first of them with the comments of ``threads``."""
    posts = read_articles(page, threads.flat, [item.part for item in threads.items]) or [(PostDraft(), Said())]
    first = posts[0][0]
    first.url = first.url or page.url
    found = _read_all(threads, first.url)
    first.url = first.url or _address_in(found)
    datings: list[Dating] = [*posts, *found.datings]
    problems = [*_pingbacks_left_out(found.pingbacks), *settle(datings, page.language)]
    drafts = [draft for draft, _ in posts]
    first.comments = found.comments()
    ids = Fingerprints()
    finished = [finish(draft, ids) for draft in drafts]
    counted = [problem for each in finished for problem in each.problems]
    # A page of several posts counts their comments and does not show them, which is no fault of it.
    if len(drafts) > 1 or (found.pingbacks and first.declared == len(found.items) + found.pingbacks):
        counted = [problem for problem in counted if problem.code != "comments-missing"]
    return Parsed(tuple(each.post for each in finished), (*problems, *counted))


def _read_all(threads: Threads, base: str | None) -> Found:
    found = Found()
    known = {item.key for item in threads.items if item.key}
    for item in threads.items:
        dating = None if item.is_ping else _read(item, threads, known, base)
        if dating is not None:
            found.items.append(item)
            found.datings.append(dating)
        found.pingbacks += item.is_ping
    return found


def _address_in(found: Found) -> str | None:
    """The address of the post, which the permalinks of its comments begin with; None where they give none."""
    links = (draft.permalink for draft, _ in found.datings if draft.permalink)
    return next((post_of_comment(link) for link in links if "#" in link), None)


def _pingbacks_left_out(number: int) -> Sequence[Problem]:
    if not number:
        return ()
    what = "1 pingback was" if number == 1 else f"{number} pingbacks were"
    message = f"{what} left out: links from other pages to this post, which are no comments."
    return (Problem("pingbacks-left-out", message),)


def _nearest_key(item: Item, keys: dict[Item, str]) -> str | None:
    """The key of the nearest comment around ``item`` that was kept; a reply to a pingback answers the post."""
    above = item.parent
    while above is not None and above not in keys:
        above = above.parent
    return keys[above] if above is not None else None


def _read(item: Item, threads: Threads, known: Container[str], base: str | None) -> tuple[CommentDraft, Said] | None:
    """What the page says of ``item``; None for an empty one, and for a pingback, which is then marked as one."""

    def is_other(part: Part) -> bool:
        return "children" in part.classes or threads.owner(part) not in (None, item)

    parts = Parts(threads.flat, [item.part, *item.more], is_other)
    if names_ping(parts):
        item.is_ping = True
        return None
    body = find_body(parts)
    clean = None if body.is_mixed else body.part
    author = author_part(parts, clean)
    link = permalink_part(parts, item.key)
    said = said_in(parts, clean, link, author)
    prose = body_of(parts, body, [part for part in (author, link) if part], base)
    if not prose.text and author is None and said == Said():
        return None
    if item.parent is None and item.parent_key is None and (key := answered(parts, clean, known)) != item.key:
        item.parent_key = key
    by = author_of(author, parts, base)
    draft = CommentDraft(item.key, prose, author=by, permalink=permalink_of(link, base))
    draft.removed = is_removed(prose.text)
    return draft, said
