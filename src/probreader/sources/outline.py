"""The structure of an outline dump's comments: which lines are whose, told from indentation and marker words.

See :mod:`probreader.sources.blogger_text` for what the outline looks like.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from probreader.sources.markers import ENGLISH, is_furniture
from probreader.sources.parsed import SourceText
from probreader.sources.plain import tidy

_DIGITS = frozenset("0123456789")
_ITEM = re.compile(r" +([0-9]{1,9})\.(?: (.*))?")
_EMPTY_ITEM = re.compile(rf"  (?:  )?[0-9]{{1,9}}\. ({ENGLISH.close_top}|{ENGLISH.delete})")
_CUT_NUMBER = re.compile(" {2}(?: {2})?[0-9]{1,9}")
_LONGEST_HEADING = 30


@dataclass(frozen=True, slots=True)
class _Level:
    """What the lines of one depth look like."""

    item: str
    """Indentation of an item's number."""
    margin: str
    """A line break and the indentation of an item's further lines."""
    close: str
    """The line that closes an item."""
    word: str
    """The closing word; it stands on the item's own line when the comment is empty."""


_TOP = _Level("  ", "\n    ", f"    {ENGLISH.close_top}", ENGLISH.close_top)
_REPLY = _Level("    ", "\n      ", f"      {ENGLISH.delete}", ENGLISH.delete)
_REPLIES = f"    {ENGLISH.replies}"
_CLOSERS = frozenset({_TOP.close, _REPLY.close, _REPLIES})
"""Below these an item can open."""


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered item."""

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
        elif _is_item(lines[below], _TOP):
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
    starts = _starts(source, _TOP, outline.heading + 1, outline.end)
    for start, end in zip(starts, [*starts[1:], outline.end], strict=True):
        yield from _thread(source, start, end)


def _thread(source: SourceText, start: int, end: int) -> Iterator[Item]:
    """The top-level item at ``start`` and its replies."""
    first = _first_text(source.lines[start])
    close = _last(source, _TOP.close, start + 1, end)
    if close is None and first == ENGLISH.replies:
        replies = _starts(source, _REPLY, start + 1, end)
        if replies and replies[0] == source.next_text(start + 1, end):
            yield Item(start, _number(source.lines[start]), is_reply=False, text="", closed=True, is_placeholder=True)
            yield from _replies(source, replies, end)
            return
    if close is None and first == _TOP.word:
        close = start
    if close is None:
        yield _item(source, start, end, end, _TOP)
        return
    below = source.next_text(close + 1, end)
    replies = []
    if below < end and source.lines[below] == _REPLIES:
        replies = _starts(source, _REPLY, below + 1, end)
        below = source.next_text(below + 1, end)
    if replies and replies[0] == below:
        yield _item(source, start, close, close + 1, _TOP)
        yield from _replies(source, replies, end)
    else:
        yield _item(source, start, close, end, _TOP)


def _replies(source: SourceText, starts: list[int], end: int) -> Iterator[Item]:
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        close = _last(source, _REPLY.close, start + 1, stop)
        if close is None and _first_text(source.lines[start]) == _REPLY.word:
            close = start
        yield _item(source, start, stop if close is None else close, stop, _REPLY)


def _item(source: SourceText, start: int, close: int, end: int, level: _Level) -> Item:
    """The item in the lines ``[start, end)``; ``close`` is its closing marker, or ``end`` when it has none."""
    lines = source.lines
    first = "" if close == start else _first_text(lines[start])
    stray = source.next_text(close + 1, end)
    further = [*lines[start + 1 : close], *lines[stray:end]]
    if close == end and _is_cut_marker(further, level):
        further.pop()
    text = tidy("\n".join((first, *further)).replace(level.margin, "\n"))
    number, is_reply = _number(lines[start]), level is _REPLY
    return Item(start, number, is_reply, text, closed=close < end, stray=stray if stray < end else None)


def _starts(source: SourceText, level: _Level, start: int, end: int) -> list[int]:
    """Indices of the lines in ``[start, end)`` that open an item: at ``start`` or below another's end."""
    lines = source.lines
    width = len(level.item)
    return [
        index
        for index, line in enumerate(islice(lines, start, end), start)
        if line[width : width + 1] in _DIGITS and _is_item(line, level) and _can_open(source, start, index)
    ]


def _can_open(source: SourceText, start: int, index: int) -> bool:
    above = index - 1
    while above >= start and not source.lines[above]:
        above -= 1
    return above < start or _closes(source.lines[above])


def _closes(line: str) -> bool:
    return line in _CLOSERS or (line.endswith(ENGLISH.delete) and _EMPTY_ITEM.fullmatch(line) is not None)


def _last(source: SourceText, wanted: str, start: int, end: int) -> int | None:
    """The index of the last line in ``[start, end)`` that is ``wanted``."""
    lines = source.lines
    for index in range(end - 1, start - 1, -1):
        if lines[index] == wanted:
            return index
    return None


def _is_item(line: str, level: _Level) -> bool:
    """Whether ``line`` begins with exactly the level's indentation and a number."""
    return line.startswith(level.item) and line[len(level.item)] in _DIGITS and _ITEM.fullmatch(line) is not None


def _number(line: str) -> int:
    return int(line.partition(".")[0])


def _first_text(line: str) -> str:
    """What stands on an item's line behind its number."""
    return line.partition(".")[2][1:]


def _is_fragment(line: str) -> bool:
    """Whether ``line`` is the beginning of an item's number or of the line over the replies."""
    return _CUT_NUMBER.fullmatch(line) is not None or _REPLIES.startswith(line)


def _is_cut_marker(lines: list[str], level: _Level) -> bool:
    """Whether the last of ``lines`` stands alone and is the beginning of a closing marker."""
    return len(lines) > 1 and not lines[-2] and lines[-1] != "" and level.close.startswith(lines[-1])
