"""What lynx adds to a page's text: ``[12]`` before a link, and the list of addresses at the end."""

import re
from dataclasses import dataclass

from probreader.domain.prose import Span, SpanKind
from probreader.sources.dumps.rows import Rows
from probreader.sources.parsed import SourceText

_ADDRESS = re.compile(r" {0,6}([0-9]{1,6})\. (\S.*)")
_NUMBER = re.compile(r"\[([0-9]{1,6})\]")
_ALTERNATES = "#["
"""Begins the first line, which names the page's feeds."""


@dataclass(frozen=True, slots=True)
class References:
    """The list of addresses at the end of a dump."""

    start: int
    """Index of its first line."""
    targets: dict[int, str]
    """Address by number."""


def find_references(source: SourceText) -> References | None:
    """The list at the end of ``source``; None when it does not end with one."""
    lines = source.lines
    targets: dict[int, str] = {}
    index = len(lines) - 1
    while index >= 0:
        line = lines[index]
        if match := _ADDRESS.fullmatch(line):
            targets[int(match[1])] = match[2]
        elif line and not line[0].isspace():
            return References(index, targets) if targets else None
        elif line and not line.endswith(":"):
            return None
        index -= 1
    return None


def lynx_rows(source: SourceText, width: int | None, references: References | None) -> Rows:
    """The rows of a dump of lynx; numbers go only where the list of addresses proves them to be no words."""
    lines = source.lines if references is None else source.lines[: references.start]
    texts = [line.strip() for line in lines]
    indents = [len(line) - len(text) for line, text in zip(lines, texts, strict=True)]
    spans: dict[int, tuple[Span, ...]] = {}
    if references:
        if texts and texts[0].startswith(_ALTERNATES):
            texts[0] = ""
        _Numbers(references.targets).remove(texts, spans)
    raw = source.lines if width else ()
    return Rows(texts, indents, range(len(lines)), spans, width, measure=len, raw=raw)


class _Numbers:
    """The numbers in the text, which rise by one; a number that does not is a word of the text."""

    def __init__(self, targets: dict[int, str]) -> None:
        self._targets = targets
        self._last = 0

    def remove(self, texts: list[str], spans: dict[int, tuple[Span, ...]]) -> None:
        """Take the numbers out of ``texts`` and put what they say into ``spans``."""
        for row, text in enumerate(texts):
            if "[" in text and _NUMBER.search(text):
                texts[row], found = self._without(text)
                if found:
                    spans[row] = tuple(found)

    def _without(self, text: str) -> tuple[str, list[Span]]:
        parts: list[str] = []
        found: list[Span] = []
        length = start = 0
        for match in _NUMBER.finditer(text):
            number = int(match[1])
            if number not in self._targets or not self._last < number <= self._last + 3:
                continue
            self._last = number
            parts.append(text[start : match.start()])
            length += match.start() - start
            start = match.end()
            if end := _word_end(text, start):
                found.append(Span(length, length + end - start, SpanKind.LINK, self._targets[number]))
        parts.append(text[start:])
        return "".join(parts), found


def _word_end(text: str, start: int) -> int:
    """Where the first word at ``start`` ends; lynx does not tell where a link ends. 0 when there is no word."""
    end = start
    while end < len(text) and not text[end].isspace() and text[end] != "[":
        end += 1
    return end if end > start else 0
