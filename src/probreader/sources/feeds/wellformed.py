"""What sloppy writers put into XML made harmless before a strict parser sees it.

Undefined entities (``&nbsp;``), bare ampersands, references to characters that XML forbids, undeclared prefixes and
document type declarations are common in real feeds. The parser never sees a document type declaration, so there are
no entities that could be expanded.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from html.entities import html5

from probreader.domain.post import Problem
from probreader.sources.feeds.prolog import Prolog

LONGEST_TAG = 8 * 1024 * 1024
"""Characters between ``<`` and ``>``; the parser's time grows with their square."""

_CDATA = "<![CDATA["
_CDATA_END = "]]>"
_LONGEST_TAIL = 1024
_HALF = re.compile(r"(?:&#[xX]?[0-9a-fA-F]{1,8};){0,60}&[^;&<>\s]{0,47}\Z|(?:&#[xX]?[0-9a-fA-F]{1,8};){1,60}\Z")
_REFERENCE = re.compile(
    "&(?!(?:lt|gt|amp|quot|apos|#39);)(?:"
    "#(?P<high>5[56][0-9]{3});&#(?P<low>5[67][0-9]{3});|#(?P<decimal>[0-9]{1,8});|"
    "#[xX](?P<xhigh>[dD][89abAB][0-9a-fA-F]{2});&#[xX](?P<xlow>[dD][c-fC-F][0-9a-fA-F]{2});|"
    "#[xX](?P<hexadecimal>[0-9a-fA-F]{1,8});|(?P<name>[A-Za-z][A-Za-z0-9]{0,40});)?"
)
_WINDOWS = {
    code: bytes((code,)).decode("windows-1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def well_formed(texts: Iterable[str], name: str, problems: list[Problem]) -> Iterator[str]:
    """``texts`` as a strict parser takes them; nothing when there is no root element within reach."""
    source = iter(texts)
    prolog = Prolog(name, problems)
    for text in source:
        if (rest := prolog.feed(text)) is not None:
            mender = Mender()
            yield mender.feed(rest)
            for further in source:
                yield mender.feed(further)
            yield mender.rest()
            return
        if prolog.refused:
            return


class Mender:
    """Mends references outside of CDATA sections, across the borders of pieces."""

    def __init__(self) -> None:
        self._held = ""
        self._inside = False

    def feed(self, text: str) -> str:
        """As much of the text so far as can be told, mended."""
        text = self._held + text
        tail = _tail(text)
        parts: list[str] = []
        done = at = 0
        while (match := _REFERENCE.search(text, at)) and match.start() < tail:
            if _is_inside(text, at, match.start(), self._inside):
                end = text.find(_CDATA_END, match.start())
                self._inside = end < 0
                at = len(text) if end < 0 else end + len(_CDATA_END)
            else:
                self._inside = False
                parts += text[done : match.start()], _reference(match)
                done = at = match.end()
        self._inside = _is_inside(text, at, len(text), self._inside)
        hold = max(done, len(text) - len(_CDATA_END) + 1) if self._inside else tail
        parts.append(text[done:hold])
        self._held = text[hold:]
        return "".join(parts)

    def rest(self) -> str:
        """What was held back, when no more text follows."""
        held, self._held = self._held, ""
        return held if self._inside else _REFERENCE.sub(_reference, held)


def _is_inside(text: str, start: int, end: int, before: bool) -> bool:
    """Whether a CDATA section is open at ``end``, when ``before`` tells that of ``start``."""
    opened, closed = text.rfind(_CDATA, start, end), text.rfind(_CDATA_END, start, end)
    return before if opened == closed else opened > closed


def _tail(text: str) -> int:
    """Where the text ends that no further text can change: before what may be half a reference or ``<![CDATA[``.

    References at the very end wait, too: two of them may be the halves of one character.
    """
    end = len(text)
    offset = max(0, end - _LONGEST_TAIL)
    if half := _HALF.search(text, offset):
        return half.start()
    start = text.rfind("<", max(0, end - len(_CDATA)))
    return start if start >= 0 and _CDATA.startswith(text[start:]) else end


def _reference(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind is None:
        return "&amp;"
    if kind == "name":
        characters = html5.get(match["name"] + ";")
        return f"&amp;{match['name']};" if characters is None else _escaped(characters)
    if kind in ("low", "xlow"):
        base = 10 if kind == "low" else 16
        high = int(match["high" if kind == "low" else "xhigh"], base) - 0xD800
        return _character(0x10000 + (high << 10) + int(match[kind], base) - 0xDC00)
    return _character(int(match[kind], 10 if kind == "decimal" else 16))


def _character(code: int) -> str:
    if code in _WINDOWS:
        return _WINDOWS[code]
    if code < 0x20 and code not in (9, 10, 13):
        return ""
    if code > 0x10FFFF or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF):
        return "\N{REPLACEMENT CHARACTER}"
    return f"&#{code};"


def _escaped(characters: str) -> str:
    return escape(characters, quote=True)
