"""Prose: the plain text a person reads, with spans of meaning over it.

Everything that points into a text (search hits, quotes, selections) is a pair of offsets into the same string,
so that highlighting is exact everywhere. Style is not here: see ``tui/rendering.py``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class SpanKind(StrEnum):
    """What a span means."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    QUOTE = "quote"
    CODE = "code"
    HEADING = "heading"
    LIST_ITEM = "list_item"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` means ``kind``; offsets are in characters, ``0 <= start < end <= len(text)``."""

    start: int
    end: int
    kind: SpanKind
    target: str | None = None
    """Where a LINK leads, as the source wrote it; the bullet or number of a LIST_ITEM that does not stand in the text
    (``•``, ``3.``); None for every other kind."""


@dataclass(frozen=True, slots=True)
class Prose:
    """One cleaned string and its spans in order of their start.

    Lines end with ``\\n``; paragraphs are parted by one empty line; no line ends in white space.
    """

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hang:
    """How the lines of a list item stand whose bullet is not in the text: ``text[start:end]`` is the item."""

    start: int
    end: int
    cells: int
    """How far in its lines stand, the items around it counted."""
    marker: str
    """What stands before its first line, within the last of these cells."""


DEEPEST_HANG = 16
"""Cells that items of items stand in at most."""


def hangs(prose: Prose) -> tuple[Hang, ...]:
    """The items of ``prose`` whose bullets are to be shown, an item before those inside it."""
    found: list[Hang] = []
    around: list[Hang] = []
    items = (span for span in prose.spans if span.kind is SpanKind.LIST_ITEM and span.target is not None)
    for span in sorted(items, key=lambda span: (span.start, -span.end)):
        while around and around[-1].end <= span.start:
            around.pop()
        marker = span.target or ""
        before = around[-1].cells if around else 0
        hang = Hang(span.start, span.end, min(before + len(marker) + 1, DEEPEST_HANG), marker)
        found.append(hang)
        around.append(hang)
    return tuple(found)


def hanging(hangs: Sequence[Hang], offset: int) -> tuple[str, int]:
    """What stands before the line that begins at ``offset``, and of how many cells: bullets and blanks.

    ``hangs`` are those of the text, in order of their starts.
    """
    cells, markers = 0, []
    for hang in hangs:
        if hang.start > offset:
            break
        if offset < hang.end:
            cells = hang.cells
            if hang.start == offset:
                markers.append(hang.marker)
    return "".join(f"{marker} " for marker in markers).rjust(cells)[-cells:] if cells else "", cells


# No character repeats both inside and after the class, so a match is found or refused in linear time.
_URL = re.compile(r"\b[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"“”‘’«»|\\^`{}]+")
_SLASHES = "://"
_TRAILING = ".,;:!?'*_~"
_BRACKETS = {")": "(", "]": "["}
_SENTENCE_ENDS = frozenset((*_TRAILING, *_BRACKETS))


def bare_links(text: str) -> tuple[Span, ...]:
    """LINK spans over the http and https addresses that stand bare in ``text``.

    Punctuation that ends the sentence, and a closing bracket that was opened before the address, are not part of it.
    """
    spans = []
    # Looking for the slashes first is many times faster than trying the pattern everywhere.
    slashes = text.find(_SLASHES)
    while slashes >= 0:
        end = slashes + len(_SLASHES)
        match = _URL.match(text, max(0, slashes - len("https"))) or _URL.match(text, max(0, slashes - len("http")))
        if match:
            end = match.end()
            address = _without_sentence_end(match.group())
            if address.partition(_SLASHES)[2].strip("/"):
                spans.append(Span(match.start(), match.start() + len(address), SpanKind.LINK, address))
        slashes = text.find(_SLASHES, end)
    return tuple(spans)


def _without_sentence_end(address: str) -> str:
    """``address`` without the punctuation behind it; counts each bracket once, however many there are."""
    if address[-1] not in _SENTENCE_ENDS:
        return address
    surplus = {closing: address.count(closing) - address.count(opening) for closing, opening in _BRACKETS.items()}
    end = len(address)
    while end:
        last = address[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return address[:end]
