"""What the interfaces of Disqus (3.0) and Blogger (3) answer to a question for comments or posts."""

from collections import Counter
from collections.abc import Iterator

from probreader.domain.clean import clean_line
from probreader.domain.post import Post, Problem
from probreader.sources.feeds.entries import read_count, read_line
from probreader.sources.feeds.finishing import Finisher, report_left_out, web_address
from probreader.sources.feeds.json_source import Object, Value, is_object, objects, read_json, words
from probreader.sources.feeds.threads import RawComment, RawPost, Threads
from probreader.sources.streaming import Input


def read_disqus(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """The threads that the posts of an answer belong to."""
    value = read_json(source.pieces, source.name, problems)
    threads = Threads(source.scratch)
    left_out: Counter[str] = Counter()
    for item in objects(value.get("response")) if is_object(value) else ():
        if item.get("isSpam") is True:
            left_out["spam"] += 1
        elif item.get("isApproved") is False and item.get("isDeleted") is not True:
            left_out["unapproved"] += 1
        elif "message" in item:
            thread = item.get("thread")
            key = words(thread.get("id")) if is_object(thread) else words(thread)
            if is_object(thread) and key not in threads:
                threads.add_post(key, _disqus_thread(key, thread))
            threads.add_comment(key, _disqus_post(item))
    yield from _finished(threads, "disqus", problems)
    problems += report_left_out(left_out)


def read_blogger(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """The posts of an answer, or the posts that its comments are on."""
    value = read_json(source.pieces, source.name, problems)
    threads = Threads(source.scratch)
    items = objects(value.get("items")) or [value] if is_object(value) else []
    for item in items:
        if item.get("kind") == "blogger#comment":
            threads.add_comment(_id(item.get("post")), _blogger_comment(item))
        elif item.get("kind") in ("blogger#post", "blogger#page"):
            number = words(item.get("id"))
            threads.add_post(number, _blogger_post(item, number))
            replies = item.get("replies")
            for reply in objects(replies.get("items")) if is_object(replies) else ():
                threads.add_comment(number, _blogger_comment(reply))
    yield from _finished(threads, "post", problems)


def _finished(threads: Threads, prefix: str, problems: list[Problem]) -> Iterator[Post]:
    finisher = Finisher(problems)
    for key, post, comments in threads.take():
        unknown = RawPost(None, f"{prefix}-{key}", None, None, None, None, None, (), None, "", False, True)
        yield finisher.post(post or unknown, comments)
    finisher.end()


def _disqus_thread(key: str, thread: Object) -> RawPost:
    title = words(thread.get("clean_title")) or words(thread.get("title"))
    return RawPost(
        web_address(words(thread.get("link"))), f"disqus-{key}", read_line(title, is_markup=True) or None, None, None,
        None, None, (), read_count(words(thread.get("posts"))), "", False, True,
    )  # fmt: skip


def _disqus_post(item: Object) -> RawComment:
    author = item.get("author")
    who: Object = author if is_object(author) else {}
    own, parent = words(item.get("id")), words(item.get("parent"))
    created = words(item.get("createdAt"))
    return RawComment(
        f"comment-{own}" if own else None, f"comment-{parent}" if parent else None, words(who.get("name")) or None,
        words(who.get("url")) or words(who.get("profileUrl")) or None, False,
        # Disqus's times are UTC and do not say so.
        created + "Z" if created and not created.endswith("Z") else created or None, words(item.get("url")) or None,
        item.get("isDeleted") is True, words(item.get("message")), True,
    )  # fmt: skip


def _blogger_post(item: Object, number: str) -> RawPost:
    author = item.get("author")
    who: Object = author if is_object(author) else {}
    replies = item.get("replies")
    labels = item.get("labels")
    title = read_line(words(item.get("title")), is_markup=False)
    return RawPost(
        web_address(words(item.get("url"))), f"post-{number}", title or None,
        words(who.get("displayName")) or None, words(who.get("url")) or None, words(item.get("published")) or None,
        words(item.get("updated")) or None,
        tuple(clean_line(words(label)) for label in labels) if isinstance(labels, list) else (),
        read_count(words(replies.get("totalItems"))) if is_object(replies) else None, words(item.get("content")), True,
        True,
    )  # fmt: skip


def _blogger_comment(item: Object) -> RawComment:
    author = item.get("author")
    who: Object = author if is_object(author) else {}
    answered = _id(item.get("inReplyTo"))
    return RawComment(
        f"c{words(item.get('id'))}", f"c{answered}" if answered else None, words(who.get("displayName")) or None,
        words(who.get("url")) or None, False, words(item.get("published")) or None, None,
        words(item.get("status")) == "emptied", words(item.get("content")), True,
    )  # fmt: skip


def _id(value: Value) -> str:
    return words(value.get("id")) if is_object(value) else ""
