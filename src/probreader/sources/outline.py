"""The structure of an outline dump's comments: which lines are whose, told from indentation and marker words.

See :mod:`probreader.sources.blogger_text` for what the outline looks like.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from probreader.sources.layout import Layout, Level
from probreader.sources.outline_parts import Outline
from probreader.sources.parsed import SourceText
from probreader.sources.plain import tidy


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


def items(source: SourceText, outline: Outline) -> Iterator[Item]:
    """The items in reading order; every reply follows the top-level item that it belongs to."""
    return _Items(source, outline).read()


class _Items:
    """The reading of one outline."""

    def __init__(self, source: SourceText, outline: Outline) -> None:
        self._source = source
        self._lines = source.lines
        self._outline = outline
        self._layout: Layout = outline.layout
        self._endings = [
            index
            for index in source.short
            if outline.first <= index < outline.end and source.lines[index] in outline.layout.endings
        ]
        levels = (outline.layout.top, outline.layout.reply)
        # Indices of the lines that close a top-level comment, and of those that close a reply, in order.
        self._closers = [[index for index in self._endings if source.lines[index] in level.closes] for level in levels]

    def read(self) -> Iterator[Item]:
        tops, replies = self._starts()
        at = 0
        for top, end in _extents(tops, self._outline.end):
            first = at
            while at < len(replies) and replies[at].line < end:
                at += 1
            yield from self._thread(top, replies[first:at], end)

    def _starts(self) -> tuple[list[_Start], list[_Start]]:
        """The lines that open a top-level item, and those that look like the opening of a reply.

        An item opens below the heading or below a line at which another one ends, nowhere else.
        """
        lines, layout, end = self._lines, self._layout, self._outline.end
        tops: list[_Start] = []
        replies: list[_Start] = []
        opens_top, opens_reply = layout.top.opening.match, layout.reply.opening.match
        longest = max(map(len, layout.last_words))
        at = self._outline.first - 1
        for ending in (at, *self._endings):
            index = self._below(ending, end)
            # What was opened below one ending is not opened again below the next.
            while at < index < end:
                at = index
                line = lines[index]
                top = opens_top(line)
                match = top or opens_reply(line)
                if match is None:
                    break
                first = line[match.end() :].lstrip(" ")
                (tops if top else replies).append(_Start(index, int(match[1]), first))
                # Comparing lengths first spares hashing long lines.
                if len(first) > longest or first not in layout.last_words:
                    break
                index = self._below(index, end)
        return tops, replies

    def _below(self, index: int, end: int) -> int:
        """The index of the first line below ``index`` that is neither empty nor a phantom of a whole page."""
        lines = self._lines
        index += 1
        while index < end and not lines[index]:
            index += 1
        if not self._outline.is_whole_page:
            return index
        while index < end and (not lines[index] or self._layout.is_phantom(lines[index])):
            index += 1
        return index

    def _thread(self, top: _Start, candidates: list[_Start], end: int) -> Iterator[Item]:
        """The top-level item at ``top`` and its replies; numbered lines of its own may be among the candidates."""
        layout = self._layout
        close = self._close(top, end, layout.top)
        below = self._below(close, end)
        if below == end > close:
            # Nothing stands below the comment, as is the case for most.
            yield self._item(top, close, end, end, layout.top)
            return
        if below < end and self._lines[below] in layout.replies:
            below = self._below(below, end)
        elif close == end and layout.top.margin + top.first in layout.replies:
            below = self._below(top.line, end)
        replies = [candidate for candidate in candidates if candidate.line >= below]
        if not (replies and replies[0].line == below):
            yield self._item(top, close, below, end, layout.top)
            return
        if close == end:
            yield Item(top.line, top.number, is_reply=False, text="", closed=True, is_placeholder=True)
        else:
            yield self._item(top, close, end, end, layout.top)
        for reply, stop in _extents(replies, end):
            close = self._close(reply, stop, layout.reply)
            if close == stop and self._is_phantom(reply, stop):
                continue
            yield self._item(reply, close, self._below(close, stop), stop, layout.reply)

    def _is_phantom(self, start: _Start, end: int) -> bool:
        """Whether the item is the action below a thread, which a whole page leaves as if it were one more reply."""
        if not self._outline.is_whole_page or start.first not in self._layout.reply_words:
            return False
        return self._below(start.line, end) == end

    def _item(self, start: _Start, close: int, rest: int, end: int, level: Level) -> Item:
        """The item whose lines end before ``end``; an absent line has that index.

        ``close`` is that of its closing marker, ``rest`` that of the first line below the marker that is nobody's.
        """
        line, number, text = start
        further = self._lines[line + 1 : close]
        if close == end:
            further = _without_cut_marker(further, level)
        elif rest < end:
            further += self._lines[rest:end]
        while further and not further[-1]:
            further.pop()
        if close == line:
            text = ""
        if further:
            text = tidy(_moved(text, further, level.margin))
        return Item(line, number, level is self._layout.reply, text, close < end, rest if close < rest < end else None)

    def _close(self, start: _Start, end: int, level: Level) -> int:
        """The index of the line that closes the item at ``start``; ``end`` when there is none."""
        closers = self._closers[level is self._layout.reply]
        at = bisect_left(closers, end) - 1
        if at >= 0 and closers[at] > start.line:
            return closers[at]
        return start.line if start.first in level.words else end


def _extents(starts: list[_Start], end: int) -> Iterator[tuple[_Start, int]]:
    """Each start with the index behind its item's last line."""
    return zip(starts, [*(start.line for start in starts[1:]), end], strict=False)


def _moved(first: str, further: list[str], margin: str) -> str:
    """``first`` and the ``further`` lines, which lose ``margin``; one that has less of it loses what it has."""
    width = len(margin)
    text = "\n".join((first, *further))
    moved = text.replace("\n" + margin, "\n")
    if len(text) - len(moved) == width * (len(further) - further.count("")):
        return moved
    lines = [line[width:] if line[:width] == margin else line.lstrip(" ") for line in further]
    return "\n".join((first, *lines))


def _without_cut_marker(lines: list[str], level: Level) -> list[str]:
    """``lines`` but for a last one that stands alone and is the beginning of a closing marker."""
    if len(lines) < 2 or lines[-2] or not lines[-1]:
        return lines
    is_cut = any(close.startswith(lines[-1]) for close in level.closes)
    return lines[:-1] if is_cut else lines
