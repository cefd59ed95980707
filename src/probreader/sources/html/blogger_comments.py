"""A comment of a Blogger page from its elements: who wrote what, when, in answer to whom."""

from probreader.domain.clean import clean_line
from probreader.domain.post import Author, Timestamp
from probreader.domain.prose import Prose, SpanKind
from probreader.sources.drafts import CommentDraft
from probreader.sources.html.blogger_items import FURNITURE, Item, items_of
from probreader.sources.html.blogger_marks import is_permalink, key_of_address, moment_of
from probreader.sources.html.dom import Element
from probreader.sources.html.markup import absolute, join_prose, prose_of
from probreader.sources.markers import LANGUAGES, is_removed, split_said

_OWNER = frozenset("blog-author blog-author-comment author-comment comment-body-author".split())
_BETWEEN = " \t,:;|@·•-–—"
_POSTED = sorted({words for language in LANGUAGES for words in language.posted}, key=len, reverse=True)


def comments_in(region: Element, base: str | None) -> list[CommentDraft]:
    """The comments that stand in ``region``; ``base`` is the address of the page."""
    items = [item for item in items_of(region) if not _is_phantom(item)]
    keys = {item: item.key or _key_of_links(item) for item in items}
    # What is answered needs a key, though the page gives it none.
    answered = {item.parent for item in items}
    keys |= {item: f"n{number}" for number, item in enumerate(items) if item in answered and not keys[item]}
    return [_draft(item, keys, base) for item in items]


def _draft(item: Item, keys: dict[Item, str | None], base: str | None) -> CommentDraft:
    key = keys[item]
    link = _link(item, key)
    address = link.get("href") if link else None
    body = _body(item, base)
    return CommentDraft(
        key=key,
        body=body,
        parent=keys.get(item.parent) if item.parent else None,
        author=_author(item, base),
        published=_published(item, link),
        permalink=absolute(address, base) if address else None,
        removed=item.deleted or is_removed(body.text),
    )


def _is_phantom(item: Item) -> bool:
    """Whether an item is the box of the form for a reply, which some scripts write like a comment."""
    return not item.heads and not item.times and not any(body.text().strip() for body in item.bodies)


def _key_of_links(item: Item) -> str | None:
    links = (link for part in (*item.times, *item.heads) for link in _links(part))
    return next((key for link in links if (key := key_of_address(link.get("href")))), None)


def _links(element: Element) -> list[Element]:
    return [element] if element.tag == "a" else element.select("a[href]")


def _link(item: Item, key: str | None) -> Element | None:
    """The permalink: the link that leads to the comment itself, else the first that leads to a comment."""
    links = [link for part in (*item.times, *item.heads) for link in _links(part)]
    leading = [link for link in links if is_permalink(link.get("href") or "")]
    return next((link for link in leading if key_of_address(link.get("href")) == key), next(iter(leading), None))


def _published(item: Item, link: Element | None) -> Timestamp | None:
    words = clean_line(link.text()) if link else ""
    if not words:
        words = next((line for time in item.times if (line := _line(time))), "")
    return moment_of(words, link.get("href") if link else None)


def _reads(element: Element) -> bool:
    return FURNITURE.isdisjoint(element.classes)


def _line(element: Element) -> str:
    return " ".join(prose_of(element, enter=_reads).text.split())


def _body(item: Item, base: str | None) -> Prose:
    """What stands in the comment's bodies; in all of it but its other parts where the template marks no body."""
    others = {part for part in (*item.heads, *item.times) if part.tag not in ("a", "dt")}

    def enters(element: Element) -> bool:
        return element not in others and _reads(element)

    if item.bodies:
        outer = [body for body in item.bodies if not any(_holds(other, body) for other in item.bodies)]
        return join_prose([prose_of(body, base, enters) for body in outer])
    return prose_of(item.holder, base, enters) if item.holder else Prose("")


def _holds(element: Element, other: Element) -> bool:
    parent = other.parent
    return element != other and parent is not None and (parent == element or parent.parent == element)


def _author(item: Item, base: str | None) -> Author | None:
    is_owner = any(
        not _OWNER.isdisjoint(part.classes) or part.first(".blog-author") is not None
        for part in (*item.heads, *item.bodies[:1], *((item.holder,) if item.holder and not item.heads else ()))
    )
    heads = sorted(item.heads, key=lambda head: head.tag != "cite")
    for head in heads or item.times:
        name, url = _name(prose_of(head, base, _reads))
        if name:
            return Author(name, url, is_owner or _is_marked(item))
    return None


def _is_marked(item: Item) -> bool:
    """Whether the header that holds the author's name bears the mark of the blog's owner beside it."""
    head = item.heads[0].parent if item.heads and item.heads[0].tag == "cite" else None
    return head is not None and head.first(".blog-author") is not None


def _name(prose: Prose) -> tuple[str, str | None]:
    """The author's name and page in a line such as ``Ada said...`` or ``At 10:45 PM, Ada said...``."""
    text = prose.text
    links = [span for span in prose.spans if span.kind is SpanKind.LINK and span.target]
    for span in links:
        if not is_permalink(span.target or "") and not key_of_address(span.target):
            return clean_line(text[span.start : span.end]), span.target
    for span in links:
        before, behind = text[: span.start], text[span.end :]
        text = behind if behind.strip(_BETWEEN) else before
    return _bare_name(" ".join(text.split()).strip(_BETWEEN)), None


def _bare_name(line: str) -> str:
    said = split_said(line)
    if said is not None:
        return said
    for words in _POSTED:
        if line.startswith(words) and len(line) > len(words):
            return line[len(words) :].strip(_BETWEEN)
    return line
