"""Markdown of a page: wrapped lines joined, headings, quotes and links as spans."""

import re

from probreader.domain.prose import Span, SpanKind
from probreader.sources.dumps.inline import plain_of
from probreader.sources.dumps.rows import Rows
from probreader.sources.dumps.wrapping import cells, is_parted_address
from probreader.sources.parsed import SourceText

_UNDERLINE = re.compile("={3,}|-{3,}")
_HEADING = re.compile(r"#{1,6} ")
_SIGNS = frozenset(":=-#")
"""What definitions, underlines and headings begin with."""
_DEFINITION = re.compile(r":   ")
_BLOCK = re.compile(r" {0,12}(?:[*+-] |[0-9]{1,6}\\?[.)] |#{1,6} |>|:   |\|)")
_QUOTE = re.compile(r"(?:> ?)+")
_WIDTH = 78
"""Columns at which html2text wraps."""
_LONGEST = 20_000
"""Characters of a logical line; what is longer is not joined."""


def markdown_rows(source: SourceText) -> Rows:
    """The rows of ``source``, each a logical line."""
    texts: list[str] = []
    indents: list[int] = []
    lines: list[int] = []
    spans: dict[int, tuple[Span, ...]] = {}
    for number, line in _logical_lines(source.lines):
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        heading = None
        if text[:1] in _SIGNS:
            if definition := _DEFINITION.match(text):
                text = text[definition.end() :].strip()
            if _UNDERLINE.fullmatch(text) and texts and texts[-1]:
                _make_heading(texts, spans)
                continue
            heading = _HEADING.match(text)
        if text:
            text, found = _words(text[heading.end() :].rstrip("# ") if heading else text)
            if found:
                spans[len(texts)] = found
        texts.append(text)
        indents.append(indent)
        lines.append(number)
        if heading and text:
            _make_heading(texts, spans)
    return Rows(texts, indents, lines, spans, numbers_left=True)


def _words(text: str) -> tuple[str, tuple[Span, ...]]:
    """The words of a logical line, stripped, with their spans; a quote's marks become a span over its words."""
    quote = _QUOTE.match(text)
    words, spans = plain_of(text[quote.end() :] if quote else text)
    stripped = words.strip()
    if not spans and not quote:
        return stripped, ()
    shift = len(words) - len(words.lstrip())
    moved = tuple(Span(max(0, s.start - shift), s.end - shift, s.kind, s.target) for s in spans if s.end > shift)
    if quote and stripped:
        moved = (Span(0, len(stripped), SpanKind.QUOTE), *moved)
    return stripped, tuple(s for s in moved if s.end <= len(stripped))


def _make_heading(texts: list[str], spans: dict[int, tuple[Span, ...]]) -> None:
    row = len(texts) - 1
    spans[row] = (Span(0, len(texts[row]), SpanKind.HEADING), *spans.get(row, ()))


def _logical_lines(lines: list[str]) -> list[tuple[int, str]]:
    """Index of the first line, and the lines that the converter's wrapping had parted as one."""
    joined: list[tuple[int, str]] = []
    wraps = _wraps(lines)
    parts: list[str] = []
    first = size = 0
    above = ""
    for index, line in enumerate(lines):
        # Before a line that is empty, and behind one, nothing was parted.
        between = _between(above, line, wraps) if line and above and size < _LONGEST else None
        if between is None:
            if parts:
                joined.append((first, "".join(parts)))
            parts, first, size = [line], index, len(line)
        else:
            parts += (between, line.lstrip())
            size += len(line)
        above = line
    if parts:
        joined.append((first, "".join(parts)))
    return joined


def _wraps(lines: list[str]) -> bool:
    """Whether lines are wrapped: then hardly any that could be broken is longer than the width."""
    long = [line for line in lines if len(line) > _WIDTH]
    breakable = sum(" " in line.lstrip()[:_WIDTH] and "](" not in line for line in long)
    return breakable * 10 <= sum(60 <= len(line) <= _WIDTH for line in lines)


def _between(above: str, below: str, wraps: bool) -> str | None:
    """What stood where ``above`` ends and ``below`` begins; None when that is the end of a line. Neither is empty."""
    target, text = above.rfind("]("), above.rfind("[")
    if wraps and target >= 0 and above.find(")", target) < 0:
        return "" if above[-1] == "-" else " "
    if text >= 0 and above.find("]", text) < 0 and above[text - 1 : text] != "\\":
        return " "
    if not wraps or _BLOCK.match(below):
        return None
    if cells(above) + 1 + _first_chunk(below) <= _WIDTH:
        return None
    return "" if is_parted_address(above, below.lstrip()) else " "


def _first_chunk(line: str) -> int:
    """Columns of what html2text would have had to fit: it breaks at spaces and behind hyphens."""
    word = line.split(None, 1)[0]
    hyphen = word.find("-", 1)
    return cells(word if hyphen < 0 else word[: hyphen + 1])
