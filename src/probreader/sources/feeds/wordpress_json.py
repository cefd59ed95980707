"""What WordPress's REST interface answers: arrays of comments, arrays of posts, posts with their replies embedded.

Of both interfaces: ``/wp-json/wp/v2`` (https://developer.wordpress.org/rest-api/reference/comments/) and that of
wordpress.com, ``/rest/v1.1`` and ``v1.2``.
"""

from collections import Counter
from collections.abc import Iterator

from probreader.domain.clean import clean_line
from probreader.domain.post import Post, Problem
from probreader.sources.feeds.entries import read_count, read_line
from probreader.sources.feeds.finishing import Finisher, report_left_out, web_address
from probreader.sources.feeds.json_source import Object, Value, is_object, objects, read_json, words
from probreader.sources.feeds.naming import without_fragment
from probreader.sources.feeds.threads import RawComment, RawPost, Threads
from probreader.sources.streaming import Input

_SHOWN = frozenset(("", "approved", "approve", "1"))
_UNAPPROVED = {"spam": "spam", "trash": "trash"}
_COMMENTS = frozenset(("", "comment"))


def read_answer(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """The posts of an answer, or the posts that its comments are on."""
    value = read_json(source.pieces, source.name, problems)
    site = _Site(Threads(source.scratch))
    for item in _items(value):
        site.add(item)
    yield from site.posts(problems)


def _items(value: Value) -> list[Object]:
    if not is_object(value):
        return objects(value)
    for name in ("comments", "posts"):
        if isinstance(value.get(name), list):
            return objects(value[name])
    return [value]


class _Site:
    """The posts and comments of one answer."""

    def __init__(self, threads: Threads) -> None:
        self._threads = threads
        self._known: dict[str, tuple[str, str]] = {}
        self._left_out: Counter[str] = Counter()

    def add(self, item: Object) -> None:
        """Keep a post with its embedded replies, or a comment."""
        if "post" in item and "title" not in item:
            self._add_comment(item)
            return
        number = _number(item)
        self._threads.add_post(number, _post(item))
        embedded = item.get("_embedded")
        replies = embedded.get("replies") if is_object(embedded) else item.get("comments")
        for page in replies if isinstance(replies, list) else ():
            for reply in objects(page) if isinstance(page, list) else objects([page]):
                self._add_comment(reply, number, words(item.get("link")))

    def _add_comment(self, item: Object, number: str = "", link: str = "") -> None:
        if (kind := words(item.get("type"))) not in _COMMENTS:
            self._left_out["pingbacks" if kind in ("pingback", "trackback", "pings") else "others"] += 1
            return
        if (status := words(item.get("status"))) not in _SHOWN:
            self._left_out[_UNAPPROVED.get(status, "unapproved")] += 1
            return
        post = item.get("post")
        permalink = words(item.get("link")) or words(item.get("URL"))
        if not number:
            number = _number(post) if is_object(post) else words(post)
            link = words(post.get("link")) if is_object(post) else ""
        title = words(post.get("title")) if is_object(post) else ""
        self._known.setdefault(number, (link or without_fragment(permalink), title))
        self._threads.add_comment(number, _comment(item, permalink))

    def posts(self, problems: list[Problem]) -> Iterator[Post]:
        """The posts with their comments, as they were written."""
        finisher = Finisher(problems)
        for key, post, comments in self._threads.take():
            if post is None:
                link, title = self._known[key]
                shown = read_line(title, is_markup=True) or None
                post = RawPost(
                    web_address(link), f"post-{key}", shown, None, None, None, None, (), None, "", False, True
                )
            yield finisher.post(post, comments)
        finisher.end()
        problems += report_left_out(self._left_out)


def _post(item: Object) -> RawPost:
    author = item.get("author")
    embedded = item.get("_embedded")
    authors = objects(embedded.get("author")) if is_object(embedded) else objects([author])
    terms = embedded.get("wp:term") if is_object(embedded) else None
    labels = [
        clean_line(words(term.get("name")))
        for group in (terms if isinstance(terms, list) else ())
        for term in objects(group)
    ]
    for kind in ("categories", "tags"):
        named = item.get(kind)
        labels += map(clean_line, named) if is_object(named) else ()
    discussion = item.get("discussion")
    count = discussion.get("comment_count") if is_object(discussion) else item.get("comment_count")
    return RawPost(
        web_address(words(item.get("link")) or words(item.get("URL"))), f"post-{_number(item)}",
        read_line(_rendered(item.get("title")), is_markup=True) or None,
        words(authors[0].get("name")) if authors else None,
        words(authors[0].get("url") or authors[0].get("URL")) or None if authors else None,
        _time(item, "date"), _time(item, "modified"), tuple(filter(None, labels)), read_count(words(count)),
        _rendered(item.get("content")) or _rendered(item.get("excerpt")), True, True,
    )  # fmt: skip


def _comment(item: Object, permalink: str) -> RawComment:
    parent = item.get("parent")
    answered = _number(parent) if is_object(parent) else words(parent)
    author = item.get("author")
    number = _number(item)
    return RawComment(
        f"comment-{number}" if number else None, f"comment-{answered}" if answered.strip("0") else None,
        words(item.get("author_name")) or (words(author.get("name")) if is_object(author) else "") or None,
        words(item.get("author_url")) or (words(author.get("URL")) if is_object(author) else "") or None, False,
        _time(item, "date"), permalink or None, False, _rendered(item.get("content")), True,
    )  # fmt: skip


def _number(item: Object) -> str:
    return words(item.get("id")) or words(item.get("ID"))


def _rendered(value: Value) -> str:
    return words(value.get("rendered")) if is_object(value) else words(value)


def _time(item: Object, name: str) -> str | None:
    """The exact time where there is one: ``date_gmt`` is UTC and does not say so."""
    exact = words(item.get(f"{name}_gmt"))
    return (exact + "Z" if len(exact) == len("2019-05-19T10:45:12") else exact) or words(item.get(name)) or None
