"""Atom of any origin: replies name what they answer (RFC 4685), be it a post or another reply, in the file or not."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from probreader.domain.identity import address_id
from probreader.domain.post import Post, Problem
from probreader.sources.feeds.entries import Entry, read_count, read_entry
from probreader.sources.feeds.finishing import Finisher, web_address
from probreader.sources.feeds.naming import comment_key, post_of_comment, title_of_comment, title_of_commented
from probreader.sources.feeds.records import Records
from probreader.sources.feeds.threads import RawComment, RawPost, Scratch
from probreader.sources.feeds.xml import Document
from probreader.sources.streaming import Input

_NOWHERE = -1


def read_feed(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """An Atom feed, or a document of a single entry."""
    return read_records(Document(source.pieces, source.name, problems), source, problems)


def read_records(document: Records, source: Input, problems: list[Problem]) -> Iterator[Post]:
    """The posts of ``document``."""
    feed = _Feed(source)
    for element in document.records("entry"):
        feed.add(read_entry(element, document.names))
    head = read_entry(document.root, document.names) if document.root is not None else Entry()
    yield from feed.posts(head, problems)


@dataclass(slots=True)
class _Answered:
    """What a reply answers."""

    number: int = _NOWHERE
    """Position of the entry in the feed; ``_NOWHERE`` when it is not in the feed."""
    post: str = ""
    """The post's address, or the name it is given, when the feed does not hold it."""
    comment: str | None = None
    """The key of the comment, when the feed does not hold it."""


@dataclass(slots=True)
class _Thread:
    """A post in the feed, or one that replies name."""

    post: int = _NOWHERE
    name: str = ""
    replies: list[int] = field(default_factory=list)


class _Feed:
    """The entries of one feed: written to the scratch file as they come, put together when all are known."""

    def __init__(self, source: Input) -> None:
        self._scratch = Scratch(source.scratch)
        self._places = array("q")
        self._keys: list[str] = []
        self._replies: list[tuple[str, str] | None] = []
        self._numbers: dict[str, int] = {}
        self._titles: dict[int, str] = {}
        """Of comments whose own titles name that of their post."""

    def add(self, entry: Entry) -> None:
        """Keep ``entry``."""
        number = len(self._places)
        permalink = entry.link("alternate", "text/html") or entry.link("alternate")
        if permalink and entry.in_reply_to is None and comment_key(permalink):
            # A comment that says only by its address what it is on.
            entry.in_reply_to = ("", post_of_comment(permalink))
        for name in (entry.id, permalink, None if entry.in_reply_to else address_id(permalink or "")):
            if name:
                self._numbers.setdefault(name, number)
        self._keys.append(comment_key(permalink) or entry.id or permalink or f"entry-{number + 1}")
        self._replies.append(entry.in_reply_to)
        if entry.in_reply_to and (
            on := title_of_comment(entry.title or "", entry.name, post_of_comment(permalink or ""))
        ):
            self._titles[number] = on
        raw = _reply(entry, self._keys[-1], permalink) if entry.in_reply_to else _post(entry, permalink)
        self._places.append(self._scratch.write(tuple(raw)))

    def posts(self, head: Entry, problems: list[Problem]) -> Iterator[Post]:
        """The posts with their replies; ``head`` is what the feed says of itself."""
        answered = [self._answered(reply) if reply else _Answered() for reply in self._replies]
        threads = self._threads(answered)
        finisher = Finisher(problems, {head.address} if head.address else ())
        for thread in threads:
            if thread.post == _NOWHERE:
                post = _commented(thread.name, head, alone=len(threads) == 1)
                named = (self._titles[number] for number in thread.replies if number in self._titles)
                post = post._replace(title=post.title or next(named, None))
            else:
                post = RawPost._make(self._scratch.read(self._places[thread.post])[1])
            yield finisher.post(post, [self._comment(number, answered[number]) for number in thread.replies])
        finisher.end()

    def _answered(self, reply: tuple[str, str]) -> _Answered:
        ref, href = reply
        own_address = address_id(href) if "#" not in href else None
        for name in (ref, href, own_address):
            if name and (number := self._numbers.get(name)) is not None:
                return _Answered(number)
        address = href or ref
        comment = comment_key(href) or comment_key(ref)
        post = post_of_comment(address) if comment else address
        return _Answered(self._numbers.get(address_id(post) or "", _NOWHERE), post, comment)

    def _threads(self, answered: list[_Answered]) -> list[_Thread]:
        threads: dict[int | str, _Thread] = {}
        roots: list[int | str | None] = [None] * len(answered)
        for number, reply in enumerate(self._replies):
            root = self._root(number, answered, roots)
            thread = threads.setdefault(root, _Thread())
            if reply is None:
                thread.post = number
            else:
                thread.name = thread.name or answered[number].post
                thread.replies.append(number)
        return list(threads.values())

    def _root(self, number: int, answered: list[_Answered], roots: list[int | str | None]) -> int | str:
        """The thread of an entry: the number of its post, or the address of a post that the feed does not hold."""
        path: list[int] = []
        root: int | str | None = None
        at = number
        while root is None:
            path.append(at)
            # Who answers in a circle has no post; the empty name stands for it.
            roots[at] = "" if self._replies[at] is not None else at
            above = answered[at]
            if self._replies[at] is None:
                root = at
            elif above.number == _NOWHERE:
                root = address_id(above.post) or above.post
            else:
                at = above.number
                root = roots[at]
        for passed in path:
            roots[passed] = root
        return root

    def _comment(self, number: int, answered: _Answered) -> RawComment:
        raw = RawComment._make(self._scratch.read(self._places[number])[1])
        parent = answered.comment
        if answered.number != _NOWHERE and self._replies[answered.number] is not None:
            parent = self._keys[answered.number]
        return raw._replace(parent=parent)


def _post(entry: Entry, permalink: str | None) -> RawPost:
    total = read_count(entry.total)
    if total is None:
        counts = (read_count(link.count) for link in entry.links if link.rel == "replies")
        total = next((count for count in counts if count is not None), None)
    return RawPost(
        web_address(permalink), entry.id or None, entry.title, entry.name, entry.address, entry.published,
        entry.updated, tuple(entry.labels), total, entry.content, entry.is_markup, True,
    )  # fmt: skip


def _reply(entry: Entry, key: str, permalink: str | None) -> RawComment:
    return RawComment(
        key, None, entry.name, entry.address, False, entry.published or entry.updated, permalink,
        entry.is_removed, entry.content, entry.is_markup,
    )  # fmt: skip


def _commented(name: str, head: Entry, *, alone: bool) -> RawPost:
    """A post that only replies name."""
    url = web_address(name)
    page = web_address(head.link("alternate", "text/html") or head.link("alternate"))
    if url is None and alone:
        url = page
    is_its_feed = bool(alone and url and page and address_id(url) == address_id(page))
    title = title_of_commented(head.title, url) if is_its_feed else None
    return RawPost(url, name or None, title, None, None, None, None, (), None, "", False, True)
