"""Prose from the markup that comments are written in: line breaks, paragraphs, emphasis, quotations, links.

A page's parser sees to everything else; here is what nine comments in ten consist of, at many times its speed. Both
must come to the same result: whatever could be read in two ways is left to the parser.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from probreader.domain.clean import clean_text
from probreader.domain.prose import Prose, Span, SpanKind, bare_links
from probreader.sources.html.markup import absolute

LONGEST = 64 * 1024
"""Characters of markup that is worth a try."""

_TAG = re.compile(
    r"<(?:(br)\s?/?|(/?p)|(/?(?:i|em|b|strong|blockquote))|"
    r"(a)((?:\s+(?:href|rel|target|title)=(?:\"[^\"<>]*\"|'[^'<>]*'))*)\s*|(/a))>",
    re.IGNORECASE,
)
_GROUPS = 7
"""What :data:`_TAG` splits a text into: the text before a tag, and its six groups."""
_HREF = re.compile(r"\shref=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
# An address that stays the same however it is joined to another one.
_PLAIN_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9.-]{1,253}(?:/[A-Za-z0-9._~/%+,=&:@!*()$-]*(?:\?[A-Za-z0-9._~/%+,=&:@!*()$-]+)?)?"
)
_KINDS = {
    "i": SpanKind.EMPHASIS,
    "em": SpanKind.EMPHASIS,
    "b": SpanKind.STRONG,
    "strong": SpanKind.STRONG,
    "blockquote": SpanKind.QUOTE,
    "a": SpanKind.LINK,
}


def read_simple(markup: str, base: str | None) -> Prose | None:
    """The prose of ``markup``; None when it is not simple. ``base`` is the address that relative links lead from."""
    if "<" not in markup:
        text = _words(unescape(markup) if "&" in markup else markup)
        return Prose(text, bare_links(text) if "://" in text else ())
    if len(markup) > LONGEST:
        return None
    return _Simple(base).read(markup)


def _words(text: str) -> str:
    """``text``, in which no entity is left, clean and with single spaces."""
    words = text.strip()
    # No white space but the space is printable, and nothing printable is unclean.
    if words.isprintable():
        return " ".join(words.split()) if "  " in words else words
    return " ".join(clean_text(text).split())


class _Simple:
    """One simple text in the making; white space waits until the next word."""

    def __init__(self, base: str | None) -> None:
        self._base = base
        self._parts: list[str] = []
        self._length = 0
        self._breaks = 0
        self._space = False
        self._open: list[tuple[str, str | None]] = []
        self._starts: list[int] = []
        self._spans: list[Span] = []

    def read(self, markup: str) -> Prose | None:
        """The prose; None as soon as something is not simple."""
        pieces = _TAG.split(markup)
        for at in range(0, len(pieces), _GROUPS):
            text = pieces[at]
            if text:
                if "<" in text:
                    return None
                self._write(text)
            if at + 1 < len(pieces) and not self._tag(*pieces[at + 1 : at + _GROUPS]):
                return None
        return None if self._open else self._prose()

    def _write(self, text: str) -> None:
        if "&" in text:
            text = unescape(text)
        words = _words(text)
        if not words:
            self._space = True
            return
        if self._length:
            if self._breaks:
                self._append("\n" * self._breaks)
            elif self._space or text[0].isspace():
                self._append(" ")
        self._breaks = 0
        for index in range(len(self._starts) - 1, -1, -1):
            if self._starts[index] >= 0:
                break
            self._starts[index] = self._length
        self._append(words)
        self._space = text[-1].isspace()

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _tag(self, br: str | None, p: str | None, kind: str | None, a: str | None, more: str, end: str | None) -> bool:
        """Take in a tag; False when it is not where a simple text has it."""
        if br:
            self._breaks = min(2, self._breaks + 1)
            self._space = False
        elif p:
            self._breaks = 2
            return all(name == "blockquote" for name, _ in self._open)
        elif kind or end:
            name = (kind or end or "").lower()
            return self._close(name[1:]) if name[0] == "/" else self._begin(name, None)
        else:
            return a is not None and self._link(more)
        return True

    def _link(self, attributes: str) -> bool:
        href = _HREF.search(attributes)
        if href is None:
            return False
        target = unescape(href[1] or href[2] or "")
        if not _PLAIN_ADDRESS.fullmatch(target):
            target = absolute(target, self._base)
        return target.startswith(("http://", "https://")) and self._begin("a", target)

    def _begin(self, name: str, target: str | None) -> bool:
        if any(other == name for other, _ in self._open):
            return False
        if name == "blockquote":
            self._breaks = 2
        self._open.append((name, target))
        self._starts.append(-1)
        return name != "blockquote" or len(self._open) == 1

    def _close(self, name: str) -> bool:
        if not self._open or self._open[-1][0] != name:
            return False
        target = self._open.pop()[1]
        start = self._starts.pop()
        if 0 <= start < self._length:
            self._spans.append(Span(start, self._length, _KINDS[name], target))
        if name == "blockquote":
            self._breaks = 2
        return True

    def _prose(self) -> Prose:
        text = "".join(self._parts)
        spans = self._spans
        if "://" in text:
            spans += _outside(bare_links(text), [span for span in spans if span.kind is SpanKind.LINK])
        return Prose(text, tuple(sorted(set(spans), key=_order)) if spans else ())


def _order(span: Span) -> tuple[int, int, str, str]:
    return span.start, span.end, span.kind, span.target or ""


def _outside(bare: Iterable[Span], links: Sequence[Span]) -> Iterator[Span]:
    """Those of ``bare`` that overlap none of ``links``; both stand in order, and links are never one in another."""
    at = 0
    for span in bare:
        while at < len(links) and links[at].end <= span.start:
            at += 1
        if at == len(links) or links[at].start >= span.end:
            yield span
