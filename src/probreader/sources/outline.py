"""The structure of an outline dump's comments: which lines are whose, told from indentation and marker words.

See :mod:`probreader.sources.blogger_text` for what the outline looks like.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from probreader.sources.markers import ENGLISH, is_furniture
from probreader.sources.parsed import SourceText
from probreader.sources.plain import tidy

_DIGITS = frozenset("0123456789")
_EMPTY_ITEM = re.compile(rf"  (?:  )?[0-9]{{1,9}}\. ({ENGLISH.close_top}|{ENGLISH.delete})")
_CUT_NUMBER = re.compile(" {2}(?: {2})?[0-9]{1,9}")
_LONGEST_HEADING = 30


@dataclass(frozen=True, slots=True)
class _Level:
    """What the lines of one depth look like."""

    indent: int
    """Spaces before an item's number."""
    opening: re.Pattern[str]
    """Indentation and number, the latter as group 1, and what parts them from the text."""
    margin: str
    """A line break and the indentation of an item's further lines."""
    close: str
    """The line that closes an item."""
    word: str
    """The closing word; it stands on the item's own line when the comment is empty."""


def _level(indent: int, word: str) -> _Level:
    margin = " " * (indent + 2)
    opening = re.compile(rf" {{{indent}}}([0-9]{{1,9}})\.(?: |$)")
    return _Level(indent, opening, "\n" + margin, margin + word, word)


_TOP = _level(2, ENGLISH.close_top)
_REPLY = _level(4, ENGLISH.delete)
_REPLIES = f"    {ENGLISH.replies}"
_CLOSERS = frozenset({_TOP.close, _REPLY.close, _REPLIES})
"""Below these an item can open."""


class Item(NamedTuple):
    """One numbered item. A tuple, because there are as many as comments."""

    line: int
    """Index of the line with its number."""
    number: int
    is_reply: bool
    text: str
    """Tidy; empty for a placeholder and for an empty comment."""
    closed: bool
    """False when its closing marker is missing."""
    stray: int | None = None
    """Index of the first line that stands where none should; such lines are at the end of ``text``."""
    is_placeholder: bool = False
    """True for an item that holds replies to a comment the dump dropped."""


class _Start(NamedTuple):
    """The line that opens an item."""

    line: int
    number: int
    first: str
    """What stands behind the number."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the parts of an outline dump begin and end."""

    heading: int
    """Index of the line that says how many comments there are."""
    declared: int
    end: int
    """Index behind the last line of the comments."""
    tail: int
    """Index of the first line below the comments; the number of lines when there is none."""
    fragment: bool
    """True when the text ends in a piece of a number or marker, which stands behind ``end``."""


def find_outline(source: SourceText) -> Outline | None:
    """The parts of ``source``; None when no heading stands over comments or at the end.

    The body may hold lines that look like the heading. It is the last one over items that are closed by markers; where
    there is none, the last at the end of the text or over the page's furniture; else the last over items.
    """
    lines = source.lines
    last_closer = next((index for index in range(len(lines) - 1, -1, -1) if _closes(lines[index])), -1)
    short = [(index, line) for index, line in enumerate(lines) if 0 < len(line) <= _LONGEST_HEADING]
    headings = [index for index, line in short if ENGLISH.heading.fullmatch(line)]
    over_items, over_end = [], []
    for heading in headings:
        below = source.next_text(heading + 1)
        if below == len(lines) or is_furniture(lines[below]):
            over_end.append(heading)
        elif _TOP.opening.match(lines[below]):
            over_items.append(heading)
    closed = [heading for heading in over_items if heading < last_closer]
    chosen = next((group[-1] for group in (closed, over_end, over_items) if group), None)
    return None if chosen is None else _parts(source, chosen, max(chosen, last_closer))


def _parts(source: SourceText, heading: int, last_closer: int) -> Outline:
    lines = source.lines
    end = tail = len(lines)
    below = source.next_text(last_closer + 1)
    fragment = False
    if below < end and not lines[below].startswith(" "):
        end = tail = below
    elif below == end - 1 and _is_fragment(lines[below]):
        end, fragment = below, True
    match = ENGLISH.heading.fullmatch(lines[heading])
    return Outline(heading, int(match["count"] or 0) if match else 0, end, tail, fragment)


def holds_items(source: SourceText, outline: Outline) -> bool:
    """Whether at least one item stands below the heading."""
    return source.next_text(outline.heading + 1, outline.end) < outline.end


def items(source: SourceText, outline: Outline) -> Iterator[Item]:
    """The items in reading order; every reply follows the top-level item that it belongs to."""
    for start, end in _extents(_starts(source, _TOP, outline.heading + 1, outline.end), outline.end):
        yield from _thread(source, start, end)


def _thread(source: SourceText, start: _Start, end: int) -> Iterator[Item]:
    """The top-level item at ``start`` and its replies."""
    close = _close(source, start, end, _TOP)
    below = source.next_text(close + 1, end)
    replies: list[_Start] = []
    if below < end and source.lines[below] == _REPLIES:
        replies = _starts(source, _REPLY, below + 1, end)
        below = source.next_text(below + 1, end)
    elif close == end and start.first == ENGLISH.replies:
        below = source.next_text(start.line + 1, end)
        replies = _starts(source, _REPLY, below, end)
    if not (replies and replies[0].line == below):
        yield _item(source, start, close, end, _TOP)
        return
    if close == end:
        yield Item(start.line, start.number, is_reply=False, text="", closed=True, is_placeholder=True)
    else:
        yield _item(source, start, close, close + 1, _TOP)
    for reply, stop in _extents(replies, end):
        yield _item(source, reply, _close(source, reply, stop, _REPLY), stop, _REPLY)


def _item(source: SourceText, start: _Start, close: int, end: int, level: _Level) -> Item:
    """The item in the lines up to ``end``; ``close`` is its closing marker, or ``end`` when it has none."""
    lines = source.lines
    further = lines[start.line + 1 : close]
    stray = None
    if close == end:
        further = _without_cut_marker(further, level)
    elif (below := source.next_text(close + 1, end)) < end:
        stray = below
        further = [*further, *lines[below:end]]
    while further and not further[-1]:
        further.pop()
    text = "" if close == start.line else start.first
    if further:
        text = tidy("\n".join((text, *further)).replace(level.margin, "\n"))
    return Item(start.line, start.number, level is _REPLY, text, close < end, stray)


def _extents(starts: list[_Start], end: int) -> Iterator[tuple[_Start, int]]:
    """Each start with the index behind its item's last line."""
    return zip(starts, [*(start.line for start in starts[1:]), end], strict=True)


def _starts(source: SourceText, level: _Level, start: int, end: int) -> list[_Start]:
    """The lines in ``[start, end)`` that open an item: at ``start`` or below another's end."""
    lines = source.lines
    width = level.indent
    return [
        _Start(index, int(match[1]), line[match.end() :].lstrip(" "))
        for index, line in enumerate(lines[start:end], start)
        if line[width : width + 1] in _DIGITS
        and (match := level.opening.match(line))
        and _can_open(lines, start, index)
    ]


def _can_open(lines: list[str], start: int, index: int) -> bool:
    above = index - 1
    while above >= start and not lines[above]:
        above -= 1
    return above < start or _closes(lines[above])


def _closes(line: str) -> bool:
    return line in _CLOSERS or (line.endswith(ENGLISH.delete) and _EMPTY_ITEM.fullmatch(line) is not None)


def _close(source: SourceText, start: _Start, end: int, level: _Level) -> int:
    """The index of the line that closes the item at ``start``; ``end`` when there is none."""
    lines = source.lines
    for index in range(end - 1, start.line, -1):
        if lines[index] == level.close:
            return index
    return start.line if start.first == level.word else end


def _is_fragment(line: str) -> bool:
    """Whether ``line`` is the beginning of an item's number or of the line over the replies."""
    return _CUT_NUMBER.fullmatch(line) is not None or _REPLIES.startswith(line)


def _without_cut_marker(lines: list[str], level: _Level) -> list[str]:
    """``lines`` but for a last one that stands alone and is the beginning of a closing marker."""
    is_cut = len(lines) > 1 and not lines[-2] and lines[-1] != "" and level.close.startswith(lines[-1])
    return lines[:-1] if is_cut else lines
