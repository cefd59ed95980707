"""RSS 0.9x, 1.0 and 2.0: feeds of posts, and feeds of comments as WordPress and Blogger write them.

An item whose address ends in the fragment of a comment is that comment; the address before it is its post's.
"""

import re
from collections.abc import Iterator

from probreader.domain.clean import clean_line
from probreader.domain.identity import address_id
from probreader.domain.post import Post, Problem
from probreader.sources.feeds.entries import read_count, read_line
from probreader.sources.feeds.finishing import Finisher, web_address
from probreader.sources.feeds.names import Names
from probreader.sources.feeds.naming import (
    blogger_number,
    comment_key,
    post_of_comment,
    title_of_comment,
    title_of_commented,
    without_fragment,
)
from probreader.sources.feeds.threads import RawComment, RawPost, Threads
from probreader.sources.feeds.xml import Document, Element
from probreader.sources.streaming import Input

# What WordPress puts before the text of a reply, in every language: a few words, a link to the comment, a full stop.
_IN_REPLY = re.compile(
    r"\A\s{0,20}(?:<p>)?[^<>\n]{0,60}<a href=[\"'][^\"'<>\s]{1,500}#comment-([0-9]{1,20})[\"'][^<>]{0,200}>"
    r"[^<>]{0,200}</a>[^<>\n]{0,60}(?:</p>|\n|<br|\Z)"
)
_IN_BRACKETS = re.compile(r"\A\s{0,20}[^\s@()]{1,100}@[^\s@()]{1,200}\s{0,20}\(([^()]{1,200})\)\s{0,20}")


def read_feed(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """The posts of a feed, or the posts that its comments are on."""
    document = Document(source.pieces, source.name, problems)
    feed = _Feed(Threads(source.scratch))
    for item in document.records("item"):
        feed.add(read_item(item, document.names))
    yield from feed.posts(_head(document), problems)


def read_item(element: Element, names: Names) -> dict[str, str]:
    """The fields of an item by their short names, ``category`` as one label a line, ``reply`` as what is answered."""
    fields: dict[str, str] = {"about": next((element.attrib[key] for key in element.attrib if key[-5:] == "about"), "")}
    labels: list[str] = []
    for child in element:
        name = names[child.tag]
        text = child.text or ""
        if name in ("category", "dc:subject"):
            labels.append(clean_line(text))
        elif name == "thr:in-reply-to":
            fields["reply"] = child.get("href") or child.get("ref") or ""
            fields["reply-ref"] = child.get("ref") or ""
        elif name == "guid" and child.get("isPermaLink", "true").strip().lower() == "false":
            fields.setdefault("id", text.strip())
        elif text and name not in fields:
            fields[name] = text
    fields["category"] = "\n".join(filter(None, labels))
    return fields


def _head(document: Document) -> dict[str, str]:
    root = document.root
    channel = (
        next((child for child in root if document.names[child.tag] == "channel"), root) if root is not None else ()
    )
    fields: dict[str, str] = {}
    for child in channel if channel is not None else ():
        if child.text and child.text.strip():
            fields.setdefault(document.names[child.tag], child.text.strip())
    return fields


class _Feed:
    """The items of one feed."""

    def __init__(self, threads: Threads) -> None:
        self._threads = threads
        self._urls: dict[str, str] = {}
        self._titles: dict[str, str | None] = {}
        """Titles of posts that only their comments name."""
        self._count = 0

    def add(self, fields: dict[str, str]) -> None:
        """Keep an item."""
        self._count += 1
        link = web_address(fields.get("feedburner:origLink")) or web_address(fields.get("link"))
        guid = fields.get("guid", "").strip()
        link = link or web_address(guid) or web_address(fields["about"])
        own_id = fields.get("id") or guid
        key = comment_key(link) or comment_key(own_id)
        if key is None and fields.get("reply"):
            number = blogger_number(own_id)
            key = f"c{number}" if number else own_id or link or None
        if key is None:
            self._add_post(fields, link, own_id)
        else:
            self._add_comment(fields, key, link)

    def _add_post(self, fields: dict[str, str], link: str | None, own_id: str) -> None:
        content = fields.get("content:encoded") or fields.get("description") or fields.get("xhtml:body") or ""
        url = link or web_address(without_fragment(fields.get("comments", "")))
        title = read_line(fields.get("title", ""), is_markup=True)
        changed = fields.get("updated") or fields.get("dcterms:modified")
        post = RawPost(
            url, own_id or None, title or None, _author(fields), None, _time(fields), changed,
            tuple(fields["category"].split("\n")) if fields["category"] else (),
            read_count(fields.get("slash:comments") or fields.get("thr:total")), content, True, True,
        )  # fmt: skip
        key = address_id(url or "") or own_id or f"#{self._count}"
        self._threads.add_post(f"{key}#{self._count}" if key in self._threads else key, post)

    def _add_comment(self, fields: dict[str, str], key: str, link: str | None) -> None:
        page = web_address(fields.get("reply")) or post_of_comment(link or "")
        post = address_id(page) or fields.get("reply-ref") or page
        self._urls.setdefault(post, page)
        if post not in self._titles:
            self._titles[post] = title_of_comment(fields.get("title", ""), _author(fields), page)
        content = fields.get("content:encoded") or fields.get("description") or ""
        answered = _IN_REPLY.match(content[:2000])
        comment = RawComment(
            key, f"comment-{answered[1]}" if answered else None, _author(fields), None, False, _time(fields), link,
            False, content, True,
        )  # fmt: skip
        self._threads.add_comment(post, comment)

    def posts(self, head: dict[str, str], problems: list[Problem]) -> Iterator[Post]:
        """The posts; ``head`` is what the channel says of itself."""
        finisher = Finisher(problems)
        page = address_id(head.get("link", ""))
        for key, post, comments in self._threads.take():
            if post is None:
                url = self._urls.get(key) or None
                title = title_of_commented(head.get("title"), url) if key == page else None
                title = title or self._titles.get(key)
                post = RawPost(url, key, title, None, None, None, None, (), None, "", False, True)
            yield finisher.post(post, comments)
        finisher.end()


def _author(fields: dict[str, str]) -> str | None:
    """The name alone: ``author`` is an e-mail address, with the name in brackets where there is one."""
    if creator := fields.get("dc:creator", "").strip():
        return creator
    author = fields.get("author") or fields.get("itunes:author") or ""
    in_brackets = _IN_BRACKETS.fullmatch(author[:600])
    return (in_brackets[1] if in_brackets else author).strip() or None


def _time(fields: dict[str, str]) -> str | None:
    return fields.get("pubDate") or fields.get("dc:date") or fields.get("dcterms:created") or fields.get("published")
