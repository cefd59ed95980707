"""Entries of Atom (RFC 4287, RFC 4685) and of what Blogger adds to it, as fields."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, tostring

from probreader.domain.clean import clean_line
from probreader.sources.feeds.names import Names
from probreader.sources.html.markup import prose_of_markup

KIND = "http://schemas.google.com/blogger/2008/kind#"
"""What a category's term begins with that tells posts from comments, pages, settings and templates."""

_THREAD_COUNT = "{http://purl.org/syndication/thread/1.0}count"


@dataclass(slots=True)
class Link:
    """A link of an entry or a feed."""

    rel: str
    type: str
    href: str
    count: str | None
    """``thr:count`` as it stands."""


@dataclass(slots=True)
class Entry:
    """An ``entry`` or the head of a ``feed``. Nothing in it is clean but the title; there are no e-mail addresses."""

    id: str = ""
    title: str | None = None
    content: str = ""
    is_markup: bool = False
    has_content: bool = False
    """Whether ``content`` is more than a summary."""
    published: str | None = None
    updated: str | None = None
    name: str | None = None
    address: str | None = None
    """The author's page."""
    links: list[Link] = field(default_factory=list)
    in_reply_to: tuple[str, str] | None = None
    """``ref`` and ``href``, empty where absent."""
    kind: str = ""
    """``post``, ``comment``, ``page``, ...; empty when the entry does not say."""
    labels: list[str] = field(default_factory=list)
    is_removed: bool = False
    is_draft: bool = False
    total: str | None = None
    """``thr:total`` as it stands."""
    others: dict[str, str] = field(default_factory=dict)
    """Further elements of ``blogger:`` and ``openSearch:``, by name; empty ones are absent."""

    def link(self, rel: str, kind: str = "") -> str | None:
        """The address of the first link with this relation and, where ``kind`` is given, this type."""
        for link in self.links:
            if link.rel == rel and (not kind or link.type.startswith(kind)):
                return link.href
        return None


def read_entry(element: Iterable[Element], names: Names) -> Entry:
    """What ``element`` says, in whatever order it says it."""
    entry = Entry()
    for child in element:
        name = names[child.tag]
        if (reader := _READERS.get(name)) is not None:
            reader(entry, child, names)
        elif name.startswith(("blogger:", "openSearch:")) and (text := (child.text or "").strip()):
            entry.others[name] = text
    return entry


def _read_id(entry: Entry, child: Element, _names: Names) -> None:
    entry.id = (child.text or "").strip()


def _read_title(entry: Entry, child: Element, names: Names) -> None:
    content, is_markup = content_of(child, names)
    entry.title = read_line(content, is_markup=is_markup) or None


def _read_content(entry: Entry, child: Element, names: Names) -> None:
    if not entry.has_content:
        entry.content, entry.is_markup = content_of(child, names)
        entry.has_content = bool(entry.content) or "src" not in child.attrib


def _read_summary(entry: Entry, child: Element, names: Names) -> None:
    if not entry.has_content and not entry.content:
        entry.content, entry.is_markup = content_of(child, names)


def _read_published(entry: Entry, child: Element, _names: Names) -> None:
    entry.published = entry.published or child.text


def _read_updated(entry: Entry, child: Element, _names: Names) -> None:
    entry.updated = child.text


def _read_author(entry: Entry, child: Element, names: Names) -> None:
    if entry.name is not None:
        return
    for part in child:
        name = names[part.tag]
        if name == "name":
            entry.name = part.text
        elif name in ("uri", "url"):
            entry.address = (part.text or "").strip() or None


def _read_link(entry: Entry, child: Element, _names: Names) -> None:
    get = child.attrib.get
    count = get(_THREAD_COUNT) or get("thr:count")
    entry.links.append(Link(get("rel") or "alternate", get("type") or "", (get("href") or "").strip(), count))


def _read_reply(entry: Entry, child: Element, _names: Names) -> None:
    get = child.attrib.get
    entry.in_reply_to = entry.in_reply_to or ((get("ref") or "").strip(), (get("href") or "").strip())


def _read_category(entry: Entry, child: Element, _names: Names) -> None:
    term = child.get("term") or ""
    if term.startswith(KIND):
        entry.kind = entry.kind or term.removeprefix(KIND)
    elif child.get("scheme") != "http://schemas.google.com/g/2005#kind":
        shown = child.get("label") or term
        # Takeout packs all labels of a post into one category, one a line.
        entry.labels += filter(None, map(clean_line, shown.split("\n")))


def _read_property(entry: Entry, child: Element, _names: Names) -> None:
    if child.get("name") == "blogger.contentRemoved" and child.get("value") != "false":
        entry.is_removed = True


def _read_control(entry: Entry, child: Element, names: Names) -> None:
    for part in child:
        if names[part.tag].endswith("draft") and (part.text or "").strip().lower() == "yes":
            entry.is_draft = True


def _read_total(entry: Entry, child: Element, _names: Names) -> None:
    entry.total = child.text


_READERS = {
    "id": _read_id,
    "title": _read_title,
    "content": _read_content,
    "summary": _read_summary,
    "published": _read_published,
    "issued": _read_published,
    "created": _read_published,
    "updated": _read_updated,
    "modified": _read_updated,
    "author": _read_author,
    "link": _read_link,
    "thr:in-reply-to": _read_reply,
    "category": _read_category,
    "gd:extendedProperty": _read_property,
    "app:control": _read_control,
    "thr:total": _read_total,
}


def content_of(element: Element, names: Names) -> tuple[str, bool]:
    """The text of an Atom text construct, and whether it is markup."""
    kind = (element.get("type") or "text").lower()
    if len(element):
        return _inner_markup(element, names), True
    text = element.text or ""
    if kind in ("text", "text/plain", "plain"):
        return text, element.get("mode") == "escaped" and "<" in text
    return text, kind in ("html", "xhtml", "text/html", "application/xhtml+xml")


def _inner_markup(element: Element, names: Names) -> str:
    """What ``element`` holds, as HTML: the elements of an ``xhtml`` text."""
    for inner in element.iter():
        if isinstance(inner.tag, str):
            inner.tag = names[inner.tag].rpartition(":")[2]
        if inner.attrib:
            inner.attrib = {names[key].rpartition(":")[2]: value for key, value in inner.attrib.items()}
    element.tail = None
    # Nesting is bounded by the reader of the document, so that this may recurse.
    return tostring(element, encoding="unicode", method="html")


def read_line(content: str, *, is_markup: bool) -> str:
    """``content`` on one clean line, without markup."""
    if is_markup and ("<" in content or "&" in content):
        return clean_line(prose_of_markup(content).text)
    return clean_line(content)


def read_count(raw: str | None) -> int | None:
    """A number of comments; None when ``raw`` is none."""
    raw = (raw or "").strip()
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else None
