"""Plain lines to :class:`~probreader.domain.prose.Prose`. Spans are hints for the eye; the text is the source's own."""

import re
from collections.abc import Iterator, Sequence

from probreader.domain.prose import Prose, Span, SpanKind, bare_links

_EMPTY_LINES = re.compile("\n{3,}")
_ITEM_TEXT = r" {0,8}+((?:[•·‣▪◦*–-]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)]) {1,20}[^ \n].*)"
_FIRST_ITEM = re.compile(_ITEM_TEXT)
# That it begins with one certain character is what makes the search for it fast.
_FURTHER_ITEM = re.compile("\n" + _ITEM_TEXT)
_HEADING_LENGTH = 90
_NOT_HEADING_ENDS = frozenset(".,;:!-…\"'”’)")
_NOT_HEADING_STARTS = frozenset("\"'“‘(•·‣▪◦*–-@")


def tidy(text: str) -> str:
    """``text``, whose lines end in no white space, without outer empty lines and with single ones inside."""
    text = text.strip("\n")
    return _EMPTY_LINES.sub("\n\n", text) if "\n\n\n" in text else text


def spaced(lines: Sequence[str]) -> list[str]:
    """``lines``, each a paragraph of its own, parted by empty ones; the items of a list stay together."""
    parted: list[str] = []
    for line in lines:
        if line and parted and parted[-1] and not (_FIRST_ITEM.match(line) and _FIRST_ITEM.match(parted[-1])):
            parted.append("")
        parted.append(line)
    return parted


def comment_prose(text: str) -> Prose:
    """A comment's tidy text with its links and list items; short lines in comments are seldom headings, so none are."""
    # Most comments hold neither, and these two searches are all that they cost. No item begins with a capital letter.
    if "://" in text or (not text[:1].isupper() and _FIRST_ITEM.match(text)) or _FURTHER_ITEM.search(text):
        return Prose(text, tuple(sorted((*bare_links(text), *_items(text)))))
    return Prose(text)


def body_prose(lines: Sequence[str]) -> Prose:
    """Part of a post's body with its links, list items and headings, without the margin that all its lines share."""
    text = tidy("\n".join(_dedent(lines)))
    headings = tuple(_headings(text))
    starts = {span.start for span in headings}
    items = (span for span in _items(text) if span.start not in starts)
    return Prose(text, tuple(sorted((*bare_links(text), *headings, *items))))


def _dedent(lines: Sequence[str]) -> Sequence[str]:
    if any(line and line[0] != " " for line in lines):
        return lines
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line), default=0)
    return [line[margin:] for line in lines] if margin else lines


def _items(text: str) -> list[Span]:
    first = _FIRST_ITEM.match(text)
    matches = [*([first] if first else []), *_FURTHER_ITEM.finditer(text)]
    return [Span(match.start(1), match.end(1), SpanKind.LIST_ITEM) for match in matches]


def _headings(text: str) -> Iterator[Span]:
    lines = text.split("\n")
    start = 0
    for index, line in enumerate(lines[:-1]):
        is_short = 0 < len(line) <= _HEADING_LENGTH
        if is_short and not lines[index + 1] and not (index and lines[index - 1]) and _reads_as_heading(line):
            yield Span(start, start + len(line), SpanKind.HEADING)
        start += len(line) + 1


def _reads_as_heading(line: str) -> bool:
    """Whether the short ``line`` begins like a sentence and does not end like one; a question may be a heading."""
    if line[-1] in _NOT_HEADING_ENDS or line[0] in _NOT_HEADING_STARTS:
        return False
    first = next((character for character in line if character.isalpha()), "")
    return first.isupper() and ": " not in line and "://" not in line
