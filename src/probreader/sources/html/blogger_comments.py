"""The comments of a Blogger page from their elements: who wrote what, when, in answer to whom."""

from collections.abc import Mapping, Sequence
from itertools import islice

from probreader.domain.post import Author
from probreader.domain.prose import Prose
from probreader.sources.drafts import CommentDraft
from probreader.sources.html.blogger_bylines import (
    Byline,
    read_byline,
    read_loose,
    reads,
    without_saying,
    words_of,
)
from probreader.sources.html.blogger_items import Item, items_of
from probreader.sources.html.blogger_marks import is_permalink, key_of, key_of_address
from probreader.sources.html.blogger_times import Shown
from probreader.sources.html.dom import Element, ancestors
from probreader.sources.html.markup import absolute, join_prose, prose_between, prose_of
from probreader.sources.markers import is_removed

_FARTHEST = 50
"""Elements between the comments and what holds them all."""
_MOST_LINES = 6
"""Elements of one comment that are looked at for its author, and for its time; no template has as many."""
_WEAK_HEADS = ".name, .author, .fn, .cmHr .n"
_WEAK_TIMES = ".date, .time"
_SHORTEST_KEY = 7
"""Characters; Blogger's ids have more, and columns are called ``c1``."""


def comments_in(region: Element, base: str | None) -> list[Shown]:
    """The comments that stand in ``region``, and when they say that they were made; ``base``: the page's address."""
    items = items_of(region)
    _take_weak_marks(region, items)
    loose = _loose_texts(region, items, base)
    items = [item for item in items if item.heads or item.bodies or _is_told(item, loose[item])]
    keys = {item: item.key or _key_of_links(item) for item in items}
    # What is answered needs a key, though the page gives it none.
    answered = {item.parent for item in items}
    keys |= {item: f"n{number}" for number, item in enumerate(items) if item in answered and not keys[item]}
    taken = {part: item for item in items for part in (*item.heads, *item.bodies)}
    found = (_comment(item, keys, loose.get(item), base, taken) for item in items)
    return [shown for shown in found if not _is_phantom(shown)]


def _take_weak_marks(region: Element, items: Sequence[Item]) -> None:
    """Let elements in ``region`` name author and time of items that lack them, though their marks are those of any."""
    lacking = {
        item.holder: item for item in items if item.holder is not None and item.key and not (item.heads and item.times)
    }
    for element in region.select(f"{_WEAK_HEADS}, {_WEAK_TIMES}") if lacking else ():
        item = next((lacking[up] for up in islice(ancestors(element), _FARTHEST) if up in lacking), None)
        if item is not None:
            parts = item.times if {"date", "time"}.intersection(element.classes) else item.heads
            if not parts:
                parts.append(element)


def _is_told(item: Item, loose: Prose) -> bool:
    """Whether an item without a marked author or text is a comment: it has an id, or its time stands below a text."""
    if item.key:
        return bool(item.times or loose.text)
    return item.holder is not None and bool(item.times and loose.text)


def keyed_region(root: Element) -> Element | None:
    """What holds all elements that bear the id of a comment, and as little else as can be; None without such ids.

    For templates that mark the place of the comments in no known way.
    """
    keyed = _keyed(root)
    if not keyed:
        return None
    for above in islice(ancestors(keyed[0]), _FARTHEST):
        if len(_keyed(above)) == len(keyed):
            return above
    return None


def _keyed(element: Element) -> list[Element]:
    return [one for one in element.select('[id^="c"], a[name^="c"]') if len(key_of(one) or "") > _SHORTEST_KEY]


def _is_phantom(shown: Shown) -> bool:
    """Whether a comment is the box of the form for a reply, which some scripts write like one."""
    draft = shown.draft
    return isinstance(draft, CommentDraft) and not (draft.body.text or draft.author or shown.words or draft.removed)


def _loose_texts(region: Element, items: Sequence[Item], base: str | None) -> dict[Item, Prose]:
    """The text of every item in which no element is marked as its text."""
    marks = {item.mark: item for item in items if item.mark is not None}
    bare = [item for item in items if not item.bodies]
    if not bare:
        return {}
    others = {part for item in bare for part in (*item.heads, *item.times)}
    pieces = prose_between(region, list(marks), base, lambda element: element not in others and reads(element))
    texts = dict(zip(marks.values(), pieces, strict=True))
    return {item: texts.get(item, Prose("")) for item in bare}


def _comment(
    item: Item, keys: dict[Item, str | None], loose: Prose | None, base: str | None, taken: Mapping[Element, Item]
) -> Shown:
    key = keys[item]
    link = _link(item, key)
    address = link.get("href") if link else None
    shown = words_of(link.text()) if link else ""
    byline, body = _parts(item, loose, base, shown if any(map(str.isdigit, shown)) else "", taken)
    draft = CommentDraft(
        key=key,
        body=body,
        parent=keys.get(item.parent) if item.parent else None,
        author=Author(byline.name, byline.url, item.owner) if byline.name else None,
        permalink=absolute(address, base) if address else None,
        removed=item.deleted or is_removed(body.text),
    )
    return Shown(draft, byline.words, address)


def _parts(
    item: Item, loose: Prose | None, base: str | None, words: str, taken: Mapping[Element, Item]
) -> tuple[Byline, Prose]:
    """Who, when and what; ``words``: the time, as far as it is known already."""
    name, url = None, None
    heads = sorted(item.heads, key=lambda head: head.tag != "cite")[:_MOST_LINES]
    for part in (*heads, *item.times[:_MOST_LINES]):
        if name and words:
            break
        line = read_byline(part, base, lambda inner: taken.get(inner, item) is item)
        if not name:
            name, url = line.name, line.url
        words = words or line.words
    if loose is None:
        return Byline(name, url, words), _body(item, base, taken)
    if name:
        return Byline(name, url, words), without_saying(loose)
    read = read_loose(loose)
    return Byline(read.byline.name, read.byline.url, words or read.byline.words), read.body


def _key_of_links(item: Item) -> str | None:
    links = (link for part in (*item.times, *item.heads) for link in _links(part))
    return next((key for link in links if (key := key_of_address(link.get("href")))), None)


def _links(element: Element) -> list[Element]:
    return [element] if element.tag == "a" else element.select("a[href]")


def _link(item: Item, key: str | None) -> Element | None:
    """The permalink: the link that leads to the comment itself, else the first that leads to a comment."""
    first: Element | None = None
    parts = [*item.times, *item.heads]
    for part in sorted(parts, key=lambda part: part.tag != "a"):
        for link in _links(part):
            if is_permalink(link.get("href") or ""):
                first = first or link
                if key_of_address(link.get("href")) == key:
                    return link
    return first


def _body(item: Item, base: str | None, taken: Mapping[Element, Item]) -> Prose:
    others = {part for part in (*item.heads, *item.times) if part.tag not in ("a", "dt")}
    outer: list[Element] = []
    for body in item.bodies:
        if not outer or body.start >= outer[-1].end:
            outer.append(body)

    def enters(inner: Element) -> bool:
        # What is of another comment is read there, and only there.
        return inner not in others and taken.get(inner, item) is item and reads(inner)

    return join_prose([prose_of(body, base, enters) for body in outer])
