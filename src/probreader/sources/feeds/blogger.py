"""Blogger's feeds of posts and of comments, its backup and its Takeout: one language, Atom, in four dialects.

``thr:in-reply-to`` names the post, ``link rel="related"`` the comment that is answered. A backup tells posts from
comments by a category, Takeout by ``blogger:type``; it names the post in ``blogger:parent`` and the comment that is
answered in ``blogger:inReplyTo``.
"""

import re
from collections import Counter
from collections.abc import Iterator

from probreader.domain.identity import address_id
from probreader.domain.post import Post, Problem
from probreader.sources.feeds.entries import Entry, read_count, read_entry
from probreader.sources.feeds.finishing import Finisher, report_left_out, web_address
from probreader.sources.feeds.naming import (
    blogger_comment,
    blogger_number,
    comment_key,
    title_of_commented,
    without_fragment,
)
from probreader.sources.feeds.records import Records
from probreader.sources.feeds.threads import RawComment, RawPost, Threads
from probreader.sources.feeds.xml import Document
from probreader.sources.streaming import Input

_FEED_OF_POST = re.compile(r"\.post-?([0-9]{1,30})\.\.comments\Z")
_KINDS = frozenset(("post", "page", "comment"))


def read_feed(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """A feed of posts or of comments."""
    return read_records(Document(source.pieces, source.name, problems), source, problems, is_whole=False)


def read_export(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """A backup or the ``feed.atom`` of Takeout: everything that the blog holds."""
    return read_records(Document(source.pieces, source.name, problems), source, problems, is_whole=True)


def read_records(document: Records, source: Input, problems: list[Problem], *, is_whole: bool) -> Iterator[Post]:
    """The posts of ``document``; ``is_whole`` when it is made to hold all comments of its posts."""
    blog = _Blog(Threads(source.scratch), is_whole=is_whole)
    for element in document.records("entry"):
        blog.add(read_entry(element, document.names))
    head = read_entry(document.root, document.names) if document.root is not None else Entry()
    yield from blog.posts(head, problems)


class _Blog:
    """The entries of one source."""

    def __init__(self, threads: Threads, *, is_whole: bool) -> None:
        self._threads = threads
        self._is_whole = is_whole
        self._urls: dict[str, str] = {}
        self._left_out: Counter[str] = Counter()
        self._comments = 0

    def add(self, entry: Entry) -> None:
        """Put ``entry`` where it belongs, or count it among what is left out."""
        kind = entry.others.get("blogger:type", entry.kind).lower()
        if not kind:
            kind = "comment" if entry.in_reply_to or "blogger:parent" in entry.others else "post"
        if kind not in _KINDS:
            return
        if reason := _reason_to_leave_out(entry, is_comment=kind == "comment"):
            self._left_out[reason] += 1
        elif kind == "comment":
            self._add_comment(entry)
        else:
            self._add_post(entry)

    def _add_post(self, entry: Entry) -> None:
        total = read_count(entry.total)
        if total is None:
            counts = (read_count(link.count) for link in entry.links if link.rel == "replies")
            total = next((count for count in counts if count is not None), None)
        url = web_address(entry.link("alternate", "text/html") or entry.link("alternate"))
        number = blogger_number(entry.id)
        own_id = f"post-{number}" if number else entry.id or None
        post = RawPost(
            url, own_id, entry.title, entry.name, entry.address, entry.published, entry.updated,
            tuple(entry.labels), total, entry.content, entry.is_markup, not self._is_whole,
        )  # fmt: skip
        self._threads.add_post(number or address_id(url or "") or entry.id, post)

    def _add_comment(self, entry: Entry) -> None:
        self._comments += 1
        ref, href = entry.in_reply_to or (entry.others.get("blogger:parent", ""), "")
        permalink = entry.link("alternate", "text/html") or entry.link("alternate")
        number = blogger_number(entry.id)
        post = blogger_number(ref)
        if post is None or post not in self._urls:
            page = web_address(href) or (without_fragment(permalink) if permalink and "#" in permalink else "")
            post = post or address_id(page) or ref
            if page:
                self._urls[post] = page
        answered = blogger_comment(entry.link("related"))
        if answered is None and (other := blogger_number(entry.others.get("blogger:inReplyTo", ""))):
            answered = f"c{other}"
        comment = RawComment(
            f"c{number}" if number else comment_key(permalink) or entry.id or None, answered, entry.name,
            entry.address, False, entry.published or entry.updated, permalink,
            entry.is_removed or entry.others.get("blogger:status") == "EMPTIED", entry.content, entry.is_markup,
        )  # fmt: skip
        self._threads.add_comment(post, comment)

    def posts(self, head: Entry, problems: list[Problem]) -> Iterator[Post]:
        """The posts with their comments; ``head`` is what the source says of itself."""
        finisher = Finisher(problems, {head.address} if head.address else ())
        of_post = _FEED_OF_POST.search(head.id)
        if of_post and of_post[1] not in self._threads and not self._comments:
            self._threads.add_post(of_post[1], self._commented(of_post[1], head))
        unknown = 0
        for key, post, comments in self._threads.take():
            if post is None:
                unknown += 1
                post = self._commented(key, head)
            yield finisher.post(post, comments)
        finisher.end()
        problems += report_left_out(self._left_out)
        if unknown and self._is_whole:
            message = (
                f"{unknown:,} posts are named by comments but are not in the source; only their comments are shown."
            )
            problems.append(Problem("post-missing", message))

    def _commented(self, key: str, head: Entry) -> RawPost:
        """A post that only its comments tell of."""
        page = web_address(head.link("alternate", "text/html") or head.link("alternate"))
        of_post = _FEED_OF_POST.search(head.id)
        url = self._urls.get(key) or (page if of_post and of_post[1] == key else None)
        is_its_feed = bool(url and page and address_id(url) == address_id(page))
        declared = read_count(head.others.get("openSearch:totalResults")) if is_its_feed else None
        title = title_of_commented(head.title, url) if is_its_feed else None
        own_key = f"post-{key}" if key.isdigit() else key or None
        return RawPost(
            url, own_key, title, None, None, None, None, (), declared, "", False,
            not is_its_feed or _is_part(head, declared),
        )  # fmt: skip


def _is_part(head: Entry, declared: int | None) -> bool:
    first = read_count(head.others.get("openSearch:startIndex")) or 1
    most = read_count(head.others.get("openSearch:itemsPerPage"))
    return first > 1 or head.link("next") is not None or (declared or 0) > (most or declared or 0)


def _reason_to_leave_out(entry: Entry, *, is_comment: bool) -> str | None:
    status = entry.others.get("blogger:status", "LIVE").upper()
    if "blogger:trashed" in entry.others or "TRASH" in status or "DELETED" in status:
        return "trash" if is_comment else "drafts"
    if "SPAM" in status:
        return "spam"
    if entry.is_draft or status not in ("LIVE", "EMPTIED"):
        return "unapproved" if is_comment else "drafts"
    return None
