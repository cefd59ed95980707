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

_EMPTY_ITEM = re.compile(rf"  (?:  )?[0-9]{{1,9}}\. ({ENGLISH.close_top}|{ENGLISH.delete})")
_CUT_NUMBER = re.compile(" {2}(?: {2})?[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class _Level:
    """What the lines of one depth look like."""

    opening: re.Pattern[str]
    """Indentation and number, the latter as group 1, and what parts them from the text."""
    margin: str
    """The indentation of an item's further lines."""
    close: str
    """The line that closes an item."""
    word: str
    """The closing word; it stands on the item's own line when the comment is empty."""


def _level(indent: int, word: str) -> _Level:
    margin = " " * (indent + 2)
    opening = re.compile(rf" {{{indent}}}([0-9]{{1,9}})\.(?: |$)")
    return _Level(opening, margin, margin + word, word)


_TOP = _level(2, ENGLISH.close_top)
_REPLY = _level(4, ENGLISH.delete)
_REPLIES = f"    {ENGLISH.replies}"
_CLOSERS = frozenset({_TOP.close, _REPLY.close, _REPLIES})
_WORDS = frozenset({_TOP.word, _REPLY.word, ENGLISH.replies})
"""An item whose first line is one of these may have no further one, so that another can open below it."""
# Comparing lengths first spares hashing long lines.
_LONGEST_WORD = max(map(len, _WORDS))


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
    there is none, the one below which there is nothing but the page's furniture; else the last one over items.
    """
    lines = source.lines
    headings = [index for index in source.short if lines[index][-1] == ":" and ENGLISH.heading.fullmatch(lines[index])]
    if not headings:
        return None
    last_closer = next((index for index in reversed(source.short) if _closes(lines[index])), -1)
    last_text = next(
        index for index in range(len(lines) - 1, -1, -1) if lines[index] and not is_furniture(lines[index])
    )
    over_items = [heading for heading in headings if _is_over_items(source, heading)]
    closed = [heading for heading in over_items if heading < last_closer]
    over_end = [last_text] if last_text == headings[-1] else []
    chosen = next((group[-1] for group in (closed, over_end, over_items) if group), None)
    return None if chosen is None else _parts(source, chosen, max(chosen, last_closer))


def _is_over_items(source: SourceText, heading: int) -> bool:
    below = source.next_text(heading + 1)
    return below < len(source.lines) and _TOP.opening.match(source.lines[below]) is not None


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
    tops, replies = _starts(source, outline)
    at = 0
    for top, end in _extents(tops, outline.end):
        first = at
        while at < len(replies) and replies[at].line < end:
            at += 1
        yield from _thread(source, top, replies[first:at], end)


def _thread(source: SourceText, top: _Start, candidates: list[_Start], end: int) -> Iterator[Item]:
    """The top-level item at ``top`` and its replies; numbered lines of its own may be among the candidates."""
    close = _close(source, top, end, _TOP)
    below = source.next_text(close + 1, end)
    if below < end and source.lines[below] == _REPLIES:
        below = source.next_text(below + 1, end)
    elif close == end and top.first == ENGLISH.replies:
        below = source.next_text(top.line + 1, end)
    replies = [candidate for candidate in candidates if candidate.line >= below]
    if not (replies and replies[0].line == below):
        yield _item(source, top, (close, below, end), _TOP)
        return
    if close == end:
        yield Item(top.line, top.number, is_reply=False, text="", closed=True, is_placeholder=True)
    else:
        yield _item(source, top, (close, end, end), _TOP)
    for reply, stop in _extents(replies, end):
        close = _close(source, reply, stop, _REPLY)
        yield _item(source, reply, (close, source.next_text(close + 1, stop), stop), _REPLY)


def _item(source: SourceText, start: _Start, ends: tuple[int, int, int], level: _Level) -> Item:
    """The item that begins at ``start``.

    ``ends`` are the index of its closing marker, that of the first line below the marker which is nobody's, and that
    behind its last line; an absent marker or line has the last of these.
    """
    close, rest, end = ends
    further = source.lines[start.line + 1 : close]
    if close == end:
        further = _without_cut_marker(further, level)
    elif rest < end:
        further += source.lines[rest:end]
    text = "" if close == start.line else start.first
    if any(further):
        margin, width = level.margin, len(level.margin)
        moved = [line[width:] if line[:width] == margin else line.lstrip(" ") for line in further]
        text = tidy("\n".join((text, *moved)))
    stray = rest if close < rest < end else None
    return Item(start.line, start.number, level is _REPLY, text, close < end, stray)


def _extents(starts: list[_Start], end: int) -> Iterator[tuple[_Start, int]]:
    """Each start with the index behind its item's last line."""
    return zip(starts, [*(start.line for start in starts[1:]), end], strict=False)


def _starts(source: SourceText, outline: Outline) -> tuple[list[_Start], list[_Start]]:
    """The lines that open a top-level item, and those that look like the opening of a reply.

    An item opens below the heading or below a line at which another one ends, nowhere else.
    """
    lines = source.lines
    tops: list[_Start] = []
    replies: list[_Start] = []
    for ending in (outline.heading, *_endings(source, outline)):
        index = source.next_text(ending + 1, outline.end)
        while index < outline.end:
            line = lines[index]
            top = _TOP.opening.match(line)
            match = top or _REPLY.opening.match(line)
            if match is None:
                break
            first = line[match.end() :].lstrip(" ")
            (tops if top else replies).append(_Start(index, int(match[1]), first))
            if len(first) > _LONGEST_WORD or first not in _WORDS:
                break
            index = source.next_text(index + 1, outline.end)
    return tops, replies


def _endings(source: SourceText, outline: Outline) -> list[int]:
    """Indices of the lines that are closing markers or stand over replies."""
    lines = source.lines
    return [index for index in source.short if outline.heading < index < outline.end and lines[index] in _CLOSERS]


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
