"""JSON Feed 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/"""

from collections.abc import Iterator

from probreader.domain.clean import clean_line
from probreader.domain.post import Post, Problem
from probreader.sources.feeds.entries import read_line
from probreader.sources.feeds.finishing import Finisher, web_address
from probreader.sources.feeds.json_source import Object, is_object, objects, read_json, words
from probreader.sources.feeds.threads import RawPost
from probreader.sources.streaming import Input


def read_feed(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """The posts of a feed; JSON Feed knows no comments."""
    value = read_json(source.pieces, source.name, problems)
    finisher = Finisher(problems)
    for item in objects(value.get("items")) if is_object(value) else ():
        yield finisher.post(_post(item), ())
    finisher.end()


def _post(item: Object) -> RawPost:
    authors = objects(item.get("authors")) or objects([item.get("author")])
    author = authors[0] if authors else {}
    markup, text = words(item.get("content_html")), words(item.get("content_text"))
    own_id = words(item.get("id"))
    tags = item.get("tags")
    labels = [clean_line(tag) for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    return RawPost(
        web_address(words(item.get("url"))) or web_address(own_id), own_id or None,
        read_line(words(item.get("title")), is_markup=False) or None, words(author.get("name")) or None,
        words(author.get("url")) or None, words(item.get("date_published")) or None,
        words(item.get("date_modified")) or None, tuple(filter(None, labels)), None,
        markup or text or words(item.get("summary")), bool(markup), True,
    )  # fmt: skip
