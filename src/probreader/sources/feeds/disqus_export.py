"""Disqus's export: ``thread`` elements, then ``post`` elements that name their thread and the post they answer."""

from collections import Counter
from collections.abc import Iterator

from probreader.domain.identity import address_id
from probreader.domain.post import Post, Problem
from probreader.sources.feeds.entries import read_line
from probreader.sources.feeds.finishing import Finisher, report_left_out, web_address
from probreader.sources.feeds.names import Names
from probreader.sources.feeds.naming import without_fragment
from probreader.sources.feeds.prose import paragraphs
from probreader.sources.feeds.threads import RawComment, RawPost, Threads
from probreader.sources.feeds.xml import Document, Element
from probreader.sources.streaming import Input


def read_export(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """The threads of an export that have comments."""
    document = Document(source.pieces, source.name, problems)
    forum = _Forum(document.names, Threads(source.scratch))
    for element in document.records("thread", "post"):
        forum.add(element)
    yield from forum.posts(problems)


class _Forum:
    """The threads and posts of one export."""

    def __init__(self, names: Names, threads: Threads) -> None:
        self._names = names
        self._threads = threads
        self._keys: dict[str, str] = {}
        self._first: dict[str, str] = {}
        self._left_out: Counter[str] = Counter()

    def add(self, element: Element) -> None:
        """Keep a thread or a post, or count it among what is left out."""
        fields: dict[str, str] = {}
        refs: dict[str, str] = {}
        author: dict[str, str] = {}
        for child in element:
            name = self._names[child.tag]
            if name == "author":
                author = {self._names[part.tag]: part.text.strip() for part in child if part.text}
            elif name in ("thread", "parent"):
                refs[name] = self._id(child)
            elif child.text:
                fields[name] = child.text.strip()
        if self._names[element.tag] == "thread":
            self._add_thread(self._id(element), fields)
        elif fields.get("isSpam") == "true":
            self._left_out["spam"] += 1
        elif fields.get("isApproved") == "false" and fields.get("isDeleted") != "true":
            self._left_out["unapproved"] += 1
        else:
            self._add_post(self._id(element), fields, refs, author)

    def _id(self, element: Element) -> str:
        for name, value in element.attrib.items():
            if self._names[name] in ("dsq:id", "id"):
                return value.strip()
        return ""

    def _add_thread(self, own: str, fields: dict[str, str]) -> None:
        url = web_address(fields.get("link")) or web_address(fields.get("id"))
        # Disqus opens a thread for each spelling of a page's address; they are of one post.
        key = self._keys[own] = self._first.setdefault((address_id(url) if url else None) or f"#{own}", own)
        if key in self._threads:
            return
        title = read_line(fields.get("title", ""), is_markup=True)
        # A thread's author is whoever saw the page first, and its time is when that was: neither is the post's.
        post = RawPost(
            url, f"disqus-{own}", None if title == url else title or None, None, None, None, None, (), None,
            fields.get("message", ""), True, False,
        )  # fmt: skip
        self._threads.add_post(own, post)

    def _add_post(self, own: str, fields: dict[str, str], refs: dict[str, str], author: dict[str, str]) -> None:
        parent = refs.get("parent", "")
        message = fields.get("message", "")
        if "<p" not in message and "<br" not in message:
            # Old exports hold the text as it was typed.
            message = paragraphs(message)
        comment = RawComment(
            f"comment-{own}" if own else None, f"comment-{parent}" if parent.strip("0") else None,
            author.get("name") or author.get("username"), author.get("link") or author.get("url"), False,
            fields.get("createdAt"), None, fields.get("isDeleted") == "true", message, True,
        )  # fmt: skip
        thread = refs.get("thread", "")
        self._threads.add_comment(self._keys.get(thread, thread), comment)

    def posts(self, problems: list[Problem]) -> Iterator[Post]:
        """The threads, those without a comment left out: Disqus opens one for every page that is looked at."""
        finisher = Finisher(problems)
        unknown = 0
        for key, post, comments in self._threads.take():
            if not comments:
                continue
            if post is None:
                unknown += 1
                post = RawPost(None, f"disqus-{key}", None, None, None, None, None, (), None, "", False, False)
            yield finisher.post(post, _shown(comments, post.url))
        finisher.end()
        problems += report_left_out(self._left_out)
        if unknown:
            message = (
                f"{unknown:,} threads are named by comments but are not in the source; only their comments are shown."
            )
            problems.append(Problem("post-missing", message))


def _shown(comments: list[RawComment], url: str | None) -> list[RawComment]:
    """``comments`` with their permalinks."""
    if url is None:
        return comments
    page = without_fragment(url)
    return [comment._replace(permalink=f"{page}#{comment.key}") for comment in comments]
