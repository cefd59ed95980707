"""Comments that stand in a page only as data for its script: ``var items = [{'id': ..., 'body': ...}]``.

So they stand in pages that were saved as they came from the server, in templates that leave the drawing to the browser.
"""

import re
from collections.abc import Mapping, Sequence

from probreader.domain.clean import clean_line
from probreader.domain.post import Author
from probreader.sources.drafts import CommentDraft
from probreader.sources.html.blogger_times import Shown
from probreader.sources.html.dom import Element
from probreader.sources.html.markup import absolute, prose_of_markup
from probreader.sources.html.script_values import Value, read_value
from probreader.sources.markers import is_removed

_ITEMS = re.compile(r"\bvar items ?= ?(?=\[)")
_KEY = re.compile("[0-9]{4,25}")


def comments_in_scripts(root: Element, base: str | None) -> list[Shown]:
    """The comments that the scripts of a page hold; ``base`` is the address of the page."""
    for script in root.select("script"):
        text = script.text()
        if match := _ITEMS.search(text):
            items = read_value(text, match.end())
            if isinstance(items, Sequence):
                return [_comment(item, base) for item in items if isinstance(item, Mapping)]
    return []


def _comment(item: Mapping[str, Value], base: str | None) -> Shown:
    author = item.get("author")
    author = author if isinstance(author, Mapping) else {}
    name = clean_line(_text(author, "name"))
    page = clean_line(_text(author, "profileUrl"))
    body = prose_of_markup(_text(item, "body"), base)
    link = _text(item, "permalink")
    draft = CommentDraft(
        key=_key(item, "id"),
        body=body,
        parent=_key(item, "parentId"),
        author=Author(name, page if page.startswith(("http://", "https://")) else None) if name else None,
        permalink=absolute(link, base) if link else None,
        removed=is_removed(body.text) or "deleted-comment" in _text(item, "body"),
    )
    address = link if "showComment=" in link else f"?showComment={_text(item, 'timestamp')}"
    return Shown(draft, clean_line(_text(item, "displayTime")), address)


def _text(item: Mapping[str, Value], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _key(item: Mapping[str, Value], name: str) -> str | None:
    value = _text(item, name)
    return f"c{value}" if _KEY.fullmatch(value) else None
