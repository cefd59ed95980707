"""Comments of a page, once it is known which elements they are: author, time, address and text of each."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Problem
from probreader.sources.drafts import CommentDraft
from probreader.sources.html.comment_bodies import body_of, find_body
from probreader.sources.html.credits import author_of, author_part, permalink_of, permalink_part, published_in
from probreader.sources.html.dom import Element
from probreader.sources.html.own import Parts
from probreader.sources.html.threads import Item, Threads
from probreader.sources.markers import is_removed


@dataclass(slots=True)
class Found:
    """What was read of the comments of a page."""

    comments: list[CommentDraft] = field(default_factory=list)
    pingbacks: int = 0
    unread_times: list[str] = field(default_factory=list)
    """What said when a comment was written and could not be understood."""

    def problems(self) -> Iterable[Problem]:
        """What the ledger should say."""
        if self.pingbacks:
            what = "1 pingback was" if self.pingbacks == 1 else f"{self.pingbacks} pingbacks were"
            message = f"{what} left out: links from other pages to this post, which are no comments."
            yield Problem("pingbacks-left-out", message)
        if self.unread_times:
            what = "1 comment has" if len(self.unread_times) == 1 else f"{len(self.unread_times)} comments have"
            message = f"{what} a time that cannot be read, such as “{self.unread_times[0][:80]}”; shown without one."
            yield Problem("time-unread", message)


def read_comments(threads: Threads, base: str | None) -> Found:
    """All comments of ``threads``; ``base`` is the address of the page."""
    found = Found()
    keys: dict[Item, str] = {}
    fingerprints = Fingerprints("comment")
    for item in threads.items:
        if item.is_ping:
            found.pingbacks += 1
            continue
        draft = _read(item, threads, base, found)
        if draft is None:
            continue
        if draft.key is None:
            published = draft.published.iso if draft.published else None
            draft.key = fingerprints.take(draft.author.name if draft.author else None, published, draft.body.text)
        keys[item] = draft.key
        draft.parent = item.parent_key or _nearest_key(item, keys)
        found.comments.append(draft)
    return found


def _nearest_key(item: Item, keys: dict[Item, str]) -> str | None:
    """The key of the nearest comment around ``item`` that was kept; a reply to a pingback answers the post."""
    above = item.parent
    while above is not None and above not in keys:
        above = above.parent
    return keys[above] if above is not None else None


def _read(item: Item, threads: Threads, base: str | None, found: Found) -> CommentDraft | None:
    def is_own(element: Element) -> bool:
        return threads.owner(element) in (None, item) and "children" not in element.classes

    parts = Parts.of(item.element, is_own)
    body = find_body(parts)
    clean = None if body.is_mixed else body.part
    author = author_part(parts, clean)
    link = permalink_part(parts, item.key)
    published, unread = published_in(parts, clean, link, author)
    prose = body_of(parts, body, [part for part in (author, link) if part], base, is_own)
    if not prose.text and author is None and published is None:
        return None
    if unread:
        found.unread_times.append(unread)
    by = author_of(author, parts, item.element, base)
    draft = CommentDraft(item.key, prose, author=by, published=published, permalink=permalink_of(link, base))
    draft.removed = is_removed(prose.text)
    return draft
