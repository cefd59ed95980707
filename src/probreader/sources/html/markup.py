"""HTML to :class:`~probreader.domain.prose.Prose`: the words a person reads, and what the markup means.

A ``br`` ends a line, a block begins on a line of its own, a paragraph, quotation, list or heading is parted from its
neighbours by an empty line. The bullet or number of a list item is with its span, not in the text. An image is its
alternative text, linked to where it leads; where nothing else stands, the name of its file serves for one without.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import unquote, urljoin, urlsplit

from probreader.domain.clean import clean_line, clean_text
from probreader.domain.prose import Prose, Span, SpanKind, bare_links
from probreader.sources.html.dom import Element, Visit, parse
from probreader.sources.separators import is_separator

Enter = Callable[[Element], bool]
"""Whether to read what an element holds."""

RULE = "-----"
"""The line that stands for an ``hr`` where those part sections."""

_SKIPPED = frozenset(
    "script style template noscript head title button input select textarea option svg canvas object embed "
    "audio map nav dialog".split()
)
_FURNITURE = frozenset(
    "sharedaddy jp-relatedposts jp-post-flair wpcnt addtoany_share_save_container addtoany_content addthis_toolbox "
    "addthis_button post-share-buttons goog-inline-block share-buttons sharethis sharing social-share "
    "feedflare screen-reader-text sr-only visually-hidden blogger-post-footer wp-block-buttons a2a_kit "
    "wp_rp_wrap wp_rp_content crp_related zem_rp_wrap nrelate_default nrelate_related linkwithin_div yarpp OUTBRAIN "
    "sociable akst_share_link lightsocial_container wp-socializer tweetmeme_button bottomcontainerBox "
    "topcontainerBox dd_post_share shareaholic-canvas ssbp-wrap et_social_inline st-share social4i sfsi_widget "
    "mashsb-box sharethis_toolbox fb-social-plugin pin-it-btn-wrapper wordads-ad google-auto-placed adsbygoogle "
    "kk-star-ratings gd-rating wpfp-span wp-biographia-container-around".split()
)
_BLOCKS = frozenset(
    "address article aside body center dd details div dl dt fieldset figcaption figure footer form header html legend "
    "li main section summary tbody tfoot thead tr caption table".split()
)
_PARAGRAPHS = frozenset("p blockquote pre ul ol h1 h2 h3 h4 h5 h6 hr".split())
_KINDS = {
    **dict.fromkeys(("em", "i", "dfn", "cite"), SpanKind.EMPHASIS),
    **dict.fromkeys(("strong", "b"), SpanKind.STRONG),
    **dict.fromkeys(("blockquote", "q"), SpanKind.QUOTE),
    **dict.fromkeys(("code", "pre", "kbd", "samp", "tt"), SpanKind.CODE),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), SpanKind.HEADING),
    "li": SpanKind.LIST_ITEM,
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_VIDEO_HOSTS = ("youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "archive.org")
_LINKED = ("http", "https", "mailto")
_WHOLE = re.compile(r"https?://[a-z0-9.-]+/[\w/.%~+-]*(?:\?[\w/.%~+=&-]+)?(?:#[\w.-]+)?")
"""An address that is the same from everywhere and needs no closer look."""
_BULLET = "•"
_MOST_WORDLESS = 20
_NEAR = 20
"""Open elements around an image among which a link is looked for."""


def prose_of(element: Element, base: str | None = None, enter: Enter | None = None, *, rules: bool = False) -> Prose:
    """What stands in ``element``, scripts, hidden parts and share buttons left out.

    ``base`` is the address that relative links lead from; where it is None they are kept as they stand. ``enter`` may
    refuse further elements. With ``rules`` an ``hr`` becomes a separator line (:data:`RULE`), else an empty one.
    """
    writer = _Writer(base, rules=rules)

    if element.tag in ("blockquote", "pre", "code"):
        writer.open(element.tag, element)
    _write_all(writer, element, enter)
    return writer.prose()


def _write_all(writer: "_Writer", element: Element, enter: Enter | None) -> None:
    """Write what stands in ``element``: :meth:`Element.walk` in place, since most of a page's words pass here."""
    items, place, end = element.items, element.start + 1, element.end
    opened: list[Element] = []
    while place < end:
        while opened and opened[-1].end <= place:
            writer.close(opened.pop().tag)
        item = items[place]
        place += 1
        if isinstance(item, str):
            writer.write(item)
        elif is_read(item) and (enter is None or enter(item)):
            writer.open(item.tag, item)
            if item.end > place:
                opened.append(item)
            else:
                writer.close(item.tag)
        else:
            place = item.end
    while opened:
        writer.close(opened.pop().tag)


def prose_between(element: Element, marks: Sequence[Element], base: str | None, enter: Enter) -> list[Prose]:
    """What stands in ``element`` from each of ``marks`` to the next, the last one to the end.

    ``marks`` stand in ``element`` in the order of the page; what a mark itself holds is read where ``enter`` lets it.
    """
    pieces = _Pieces(marks, base)

    def enters(inner: Element) -> bool:
        pieces.reach(inner)
        return is_read(inner) and enter(inner)

    for visit, text, inner in element.walk(enters):
        if visit is Visit.TEXT:
            pieces.writer.write(text)
        elif visit is Visit.OPEN and inner is not None:
            pieces.tags.append(text)
            # What begins a piece is no item of a list in it.
            pieces.writer.open("div" if text == "li" and inner in pieces.places else text, inner)
        else:
            pieces.tags.pop()
            pieces.writer.close(text)
    return pieces.finished()


def prose_of_markup(markup: str, base: str | None = None, *, rules: bool = False) -> Prose:
    """The prose of a fragment of HTML, as feeds and exports hold it; what is no markup is plain text."""
    if "<" not in markup and "&" not in markup:
        return prose_of_text(" ".join(markup.split()))
    root = parse(markup)
    prose = prose_of(root, base, rules=rules)
    root.forget_page()
    return prose


def prose_of_text(text: str) -> Prose:
    """Plain text with its bare links; lines are kept, empty ones made single."""
    lines = [line.rstrip() for line in clean_text(text).split("\n")]
    joined = re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return Prose(joined, bare_links(joined))


def line_of(element: Element) -> str:
    """The text of ``element`` on one clean line; hidden parts are left out."""
    return " ".join(prose_of(element).text.split())


def is_read(element: Element) -> bool:
    """Whether a person reads what ``element`` holds: no script, no hidden part, no share button."""
    if element.tag in _SKIPPED:
        return False
    attributes = element.attributes
    if not attributes:
        return True
    if "hidden" in attributes or ("style" in attributes and _HIDDEN.search(attributes["style"])):
        return False
    return _FURNITURE.isdisjoint(element.classes)


def split_prose(prose: Prose) -> list[Prose]:
    """``prose`` parted at its separator lines, which are dropped, as are parts without a word."""
    parts: list[Prose] = []
    start = at = 0
    for line in prose.text.split("\n"):
        if is_separator(line):
            parts.append(cut_prose(prose, start, at))
            start = at + len(line) + 1
        at += len(line) + 1
    parts.append(cut_prose(prose, start, len(prose.text)))
    return [part for part in parts if part.text]


def cut_prose(prose: Prose, start: int, end: int) -> Prose:
    """What stands in ``prose.text[start:end]`` without outer empty lines; spans are cut to fit."""
    piece = prose.text[start:end]
    start += len(piece) - len(piece.lstrip("\n"))
    end = max(start, end - (len(piece) - len(piece.rstrip("\n"))))
    inside = (
        Span(max(span.start, start) - start, min(span.end, end) - start, span.kind, span.target)
        for span in prose.spans
        if span.start < end and span.end > start
    )
    return Prose(prose.text[start:end], tuple(inside))


def join_prose(parts: Sequence[Prose]) -> Prose:
    """``parts`` one below the other, an empty line between them; those without a word are left out."""
    parts = [part for part in parts if part.text]
    if len(parts) == 1:
        return parts[0]
    spans: list[Span] = []
    start = 0
    for part in parts:
        spans += (Span(span.start + start, span.end + start, span.kind, span.target) for span in part.spans)
        start += len(part.text) + 2
    return Prose("\n\n".join(part.text for part in parts), tuple(spans))


def absolute(address: str, base: str | None) -> str:
    """``address`` cleaned, and seen from ``base`` where it is relative and there is one."""
    address = clean_line(address).replace(" ", "%20")
    # Links of one page to the next are told fast; to take an address apart costs twenty times as much.
    if base is None or _WHOLE.fullmatch(address):
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address


class _Frame:
    """An open element whose meaning becomes a span."""

    __slots__ = ("kind", "start", "tag", "target")

    def __init__(self, tag: str, kind: SpanKind | None, target: str | None) -> None:
        self.tag = tag
        self.kind = kind
        self.target = target
        self.start = -1


class _Writer:
    """Prose in the making. White space and line ends wait until the next word, so that none stand at an end."""

    def __init__(self, base: str | None, *, rules: bool) -> None:
        self._base = base
        self._rules = rules
        self._parts: list[str] = []
        self._length = 0
        self._breaks = 0
        self._space = False
        self._frames: list[_Frame] = []
        self._lists: list[int | None] = []
        self._preformatted = 0
        self._spans: list[Span] = []
        self._wordless: list[tuple[str, str | None]] = []
        """File name and address of the images without words before the first word."""

    def write(self, text: str) -> None:
        """Text as it stands in the page."""
        text = clean_text(text)
        if self._preformatted:
            self._write_preformatted(text)
            return
        words = " ".join(text.split())
        if not words:
            self._space = self._space or bool(text)
            return
        self._space = self._space or text[0].isspace()
        self._put(words)
        self._space = text[-1].isspace()

    def _write_preformatted(self, text: str) -> None:
        for number, line in enumerate(text.replace("\xa0", " ").split("\n")):
            if number:
                self._line_end()
            bare = line.rstrip()
            if bare:
                self._put(bare)
                self._space = len(bare) < len(line)

    def _put(self, text: str) -> None:
        """Append ``text``, which neither begins nor ends with white space unless it is preformatted."""
        if self._breaks and self._length:
            self._append("\n" * self._breaks)
        elif self._space and self._length:
            self._append(" ")
        self._breaks = 0
        self._space = False
        for frame in reversed(self._frames):
            if frame.start >= 0:
                break
            frame.start = self._length
        self._append(text)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _line_end(self) -> None:
        self._breaks = min(2, self._breaks + 1)
        self._space = False

    def _part(self, tag: str) -> None:
        """End the line where ``tag`` begins or ends a block."""
        if tag in _PARAGRAPHS:
            # A list inside a list, and a paragraph that opens an item, stay close.
            nested = tag in ("ul", "ol", "p") and any(frame.tag == "li" for frame in self._frames[-2:])
            self._breaks = max(self._breaks, 1 if nested else 2)
        elif tag in _BLOCKS:
            self._breaks = max(self._breaks, 1)

    def open(self, tag: str, element: Element) -> None:
        """An element begins."""
        self._part(tag)
        match tag:
            case "br":
                self._line_end()
            case "hr" if self._rules:
                self._put(RULE)
                self._breaks = 2
            case "img":
                self._image(element)
            case "iframe":
                self._frame(element)
            case "td" | "th" if self._length and not self._breaks:
                self._put(" ")
            case "ul":
                self._lists.append(None)
            case "ol":
                start = element.get("start") or ""
                self._lists.append(int(start) if start.isdecimal() and len(start) < 7 else 1)
            case "pre":
                self._preformatted += 1
        target = self._target(element) if tag == "a" else self._bullet() if tag == "li" else None
        self._frames.append(_Frame(tag, SpanKind.LINK if tag == "a" and target else _KINDS.get(tag), target))

    def resume(self, tag: str) -> None:
        """A ``tag`` is open already: it ends here, but what it means belongs to what stood before."""
        self._frames.append(_Frame(tag, None, None))

    def _bullet(self) -> str:
        """What a page shows before the next item; it is no word of the text."""
        if not self._lists or (number := self._lists[-1]) is None:
            return _BULLET
        self._lists[-1] = number + 1
        return f"{number}."

    def close(self, tag: str) -> None:
        """The element opened last, a ``tag``, ends."""
        if not self._frames:
            self._part(tag)
            return
        frame = self._frames.pop()
        if frame.kind is not None and 0 <= frame.start < self._length:
            self._spans.append(Span(frame.start, self._length, frame.kind, frame.target))
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "pre" and self._preformatted:
            self._preformatted -= 1
        if tag != "hr":
            self._part(tag)

    def _target(self, element: Element) -> str | None:
        href = element.get("href")
        if not href or href.startswith("#"):
            return None
        address = absolute(href, self._base)
        scheme = address.partition(":")[0].lower() if ":" in address else ""
        relative = not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]{0,30}:", address)
        return address if scheme in _LINKED or relative else None

    def _image(self, element: Element) -> None:
        source = element.get("src") or ""
        if element.get("width") in ("0", "1") and element.get("height") in ("0", "1"):
            return
        address = absolute(source, self._base) if source.startswith(("http://", "https://", "//", "/")) else None
        if words := clean_line(element.get("alt") or element.get("title") or ""):
            self._put_linked(words, None if self._is_linked() else address)
        elif not self._length and len(self._wordless) < _MOST_WORDLESS and (name := _file_name(source)):
            self._wordless.append((name, address))

    def _is_linked(self) -> bool:
        return any(frame.kind is SpanKind.LINK for frame in self._frames[-_NEAR:])

    def _put_linked(self, words: str, address: str | None) -> None:
        self._put(words)
        if address is not None:
            self._spans.append(Span(self._length - len(words), self._length, SpanKind.LINK, address))

    def _frame(self, element: Element) -> None:
        source = absolute(element.get("src") or "", self._base or "https://")
        if _host(source).removeprefix("www.") in _VIDEO_HOSTS:
            self._breaks = max(self._breaks, 1)
            self._put(source)
            self._breaks = 1

    def prose(self) -> Prose:
        """What was written. Elements left open end here."""
        while self._frames:
            self.close(self._frames[-1].tag)
        if not self._length:
            for name, address in self._wordless:
                self._breaks = 1
                self._put_linked(name, address)
        text = "".join(self._parts)
        links = [span for span in self._spans if span.kind is SpanKind.LINK]
        bare = _apart(bare_links(text), sorted(links)) if "://" in text else ()
        return Prose(text, tuple(sorted({*self._spans, *bare}, key=_order)))


_MOST_RESUMED = 50
"""Open elements that are known in the next piece; the ends of farther ones part lines and mean nothing else."""


class _Pieces:
    """The prose from each mark to the next."""

    def __init__(self, marks: Sequence[Element], base: str | None) -> None:
        self._base = base
        self.places = {mark: number for number, mark in enumerate(marks)}
        self._found = [Prose("")] * len(marks)
        self._place = -1
        self.writer = _Writer(base, rules=False)
        self.tags: list[str] = []

    def reach(self, element: Element) -> None:
        """Begin the next piece where ``element`` is a mark."""
        place = self.places.get(element, -1)
        if place > self._place:
            self.finished()
            self._place = place
            self.writer = _Writer(self._base, rules=False)
            for tag in self.tags[-_MOST_RESUMED:]:
                self.writer.resume(tag)

    def finished(self) -> list[Prose]:
        """All pieces; the one being written ends."""
        if self._place >= 0:
            self._found[self._place] = self.writer.prose()
        return self._found


def _order(span: Span) -> tuple[int, int, str, str]:
    return span.start, span.end, span.kind, span.target or ""


def _apart(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Those of ``spans`` that overlap none of ``others``; both in the order of their starts."""
    reach = place = 0
    for span in spans:
        while place < len(others) and others[place].start < span.end:
            reach = max(reach, others[place].end)
            place += 1
        if reach <= span.start:
            yield span


def _file_name(address: str) -> str:
    if address.startswith("data:"):
        return ""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return clean_line(unquote(path.rpartition("/")[2]))


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
