"""The texts of feeds and exports as prose, quickly where their markup is simple."""

import re

from probreader.domain.prose import Prose
from probreader.sources.feeds.simple_markup import read_simple
from probreader.sources.html.markup import prose_of_markup, prose_of_text, split_prose

Sections = list[tuple[str | None, Prose]]

_BLOCK = (
    "(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|"
    "address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|header|footer|nav|figure|figcaption|details|"
    "summary|script|br)"
)
_OPENS_BLOCK = re.compile(rf"</?{_BLOCK}[\s>/]", re.IGNORECASE)
_CLOSES_BLOCK = re.compile(rf"</?{_BLOCK}(?:\s[^<>]*)?/?>\Z", re.IGNORECASE)
_LONGEST_TAG = 500
_PREFORMATTED = re.compile("(<pre[\\s>]|</pre>)", re.IGNORECASE)


def read_markup(markup: str, base: str | None = None, *, rules: bool = False) -> Prose:
    """The same as :func:`~probreader.sources.html.markup.prose_of_markup`."""
    simple = read_simple(markup, base)
    return prose_of_markup(markup, base, rules=rules) if simple is None else simple


def read_text(text: str) -> Prose:
    """Plain text, as it stands."""
    return prose_of_text(text)


def sections_of(content: str, base: str | None, *, is_markup: bool) -> Sections:
    """A post's body, parted at its separator lines; empty when there is no word in it."""
    prose = read_markup(content, base, rules=True) if is_markup else read_text(content)
    return [(None, part) for part in split_prose(prose)]


def paragraphs(markup: str) -> str:
    """What WordPress makes of the text it keeps: an empty line parts paragraphs, the end of a line is one.

    Lines next to a block's tag are not parted, nor what is preformatted. The block editor's posts hold their
    paragraphs already; they are told by their remarks.
    """
    has_blocks = "<!-- wp:" in markup
    markup = without_remarks(markup.replace("\r\n", "\n")).strip()
    if has_blocks or "\n" not in markup:
        return markup
    parts = _PREFORMATTED.split(markup)
    depth = 0
    for index, part in enumerate(parts):
        if index % 2:
            depth = max(0, depth + (-1 if part.startswith("</") else 1))
        elif not depth:
            parts[index] = _paragraphs(part)
    return "".join(parts)


def _paragraphs(markup: str) -> str:
    parts: list[str] = []
    before = ""
    empty = False
    for line in map(str.strip, markup.split("\n")):
        if not line:
            empty = True
            continue
        if before and not (_opens_block(line) or _closes_block(before)):
            parts.append("\n<p>" if empty else "<br>\n")
        else:
            parts.append("\n")
        parts.append(line)
        before, empty = line, False
    return "".join(parts)


def _opens_block(line: str) -> bool:
    return line[0] == "<" and _OPENS_BLOCK.match(line) is not None


def _closes_block(line: str) -> bool:
    return line[-1] == ">" and _CLOSES_BLOCK.search(line[-_LONGEST_TAG:]) is not None


def without_remarks(markup: str) -> str:
    """``markup`` without what stands between ``<!--`` and ``-->``."""
    parts: list[str] = []
    at = 0
    while (start := markup.find("<!--", at)) >= 0 and (end := markup.find("-->", start + 4)) >= 0:
        parts.append(markup[at:start])
        at = end + 3
    parts.append(markup[at:])
    return "".join(parts)
