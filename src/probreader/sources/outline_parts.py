"""Where the parts of an outline dump begin and end: the post, the line over the comments, the comments, the rest."""

import re
from dataclasses import dataclass

from probreader.sources.layout import Layout, layout_of
from probreader.sources.markers import is_furniture, read_heading
from probreader.sources.parsed import LONGEST_SHORT, SourceText

_CUT_NUMBER = re.compile(" {2}(?: {2})?[0-9]{1,9}")
_MOST_BETWEEN = 10
"""Lines with text that may stand between the heading and the first comment: what opens the form for a comment."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the parts of an outline dump begin and end."""

    layout: Layout
    heading: int
    """Index of the line that says how many comments there are; where there is none, that of the first item."""
    declared: int | None
    """None when no line says it."""
    title: str | None
    """The post's, where that line names it."""
    first: int
    """Index of the first line below the heading."""
    end: int
    """Index behind the last line of the comments."""
    tail: int
    """Index of the first line below the comments; the number of lines when there is none."""
    is_fragment: bool
    """True when the text ends in a piece of a number or marker, which stands behind ``end``."""
    is_whole_page: bool
    """True when the dump is of a whole page, in which the empty places for replies are left."""


def find_outline(source: SourceText) -> Outline | None:
    """The parts of ``source``; None when no heading stands over comments or at the end, and no comment is closed.

    The body may hold lines that look like the heading. It is the last one over items that are closed by markers; where
    there is none, the one below which there is nothing but the page's furniture; else the last one over items.
    """
    lines = source.lines
    layout = layout_of(source)
    headings = [index for index, heading in source.headings if heading.sure]
    last_closer = next((index for index in reversed(source.short) if _closes(lines[index], layout)), -1)
    over_items = [heading for heading in headings if _is_over_items(source, heading, layout)]
    closed = [heading for heading in over_items if heading < last_closer]
    if closed:
        return _parts(source, layout, closed[-1], last_closer)
    if last_closer >= 0 and (first := _first_item(source, layout)) is not None:
        return _without_heading(source, layout, first, last_closer)
    over_end = [heading for heading in headings[-1:] if _is_over_end(source, heading)]
    chosen = next((group[-1] for group in (over_end, over_items) if group), None)
    return None if chosen is None else _parts(source, layout, chosen, chosen)


def holds_items(source: SourceText, outline: Outline) -> bool:
    """Whether at least one item stands below the heading."""
    return source.next_text(outline.first, outline.end) < outline.end


def _is_over_items(source: SourceText, heading: int, layout: Layout) -> bool:
    return _item_below(source, heading + 1, layout) is not None


def _item_below(source: SourceText, start: int, layout: Layout) -> int | None:
    """The index of the first item at or below ``start``, above which there is nothing but furniture."""
    lines = source.lines
    for _ in range(_MOST_BETWEEN):
        start = source.next_text(start)
        if start == len(lines):
            return None
        if layout.top.opening.match(lines[start]):
            return start
        if not is_furniture(lines[start]):
            return None
        start += 1
    return None


def _is_over_end(source: SourceText, heading: int) -> bool:
    """Whether nothing but the page's furniture stands below ``heading``, or such furniture right below it."""
    lines = source.lines
    found = read_heading(lines[heading])
    below = source.next_text(heading + 1)
    if below == len(lines):
        return lines[heading].endswith((":", "："))
    return found is not None and found.count is not None and is_furniture(lines[below])


def _first_item(source: SourceText, layout: Layout) -> int | None:
    """The index of the line that opens the first comment, where no heading stands over it.

    It is the nearest line above the first end of a comment that opens an item with the number 1.
    """
    lines = source.lines
    end = next((index for index in source.short if lines[index] in layout.top.closes), -1)
    for index in range(end, -1, -1):
        if (match := layout.top.opening.match(lines[index])) and int(match[1]) == 1:
            return index
    return None


def _without_heading(source: SourceText, layout: Layout, first: int, last_closer: int) -> Outline:
    end, tail, fragment = _ends(source, layout, last_closer)
    return Outline(layout, first, None, None, first, end, tail, fragment, _is_whole_page(source, layout, first))


def _parts(source: SourceText, layout: Layout, heading: int, last_closer: int) -> Outline:
    end, tail, fragment = _ends(source, layout, max(heading, last_closer))
    found = read_heading(source.lines[heading])
    first = _item_below(source, heading + 1, layout)
    return Outline(
        layout,
        heading,
        found.count if found else None,
        found.title if found else None,
        heading + 1 if first is None else first,
        end,
        tail,
        fragment,
        _is_whole_page(source, layout, heading),
    )


def _ends(source: SourceText, layout: Layout, last_closer: int) -> tuple[int, int, bool]:
    """Index behind the comments, that of the first line below them, and whether a piece of a line stands between."""
    lines = source.lines
    end = len(lines)
    below = source.next_text(last_closer + 1)
    while below < end and _is_empty_place(lines[below], layout):
        below = source.next_text(below + 1)
    if below < end and not lines[below].startswith(" "):
        return below, below, False
    if below == end - 1 and _is_fragment(lines[below], layout):
        return below, end, True
    return end, end, False


def _is_empty_place(line: str, layout: Layout) -> bool:
    """Whether ``line`` is one of those that a whole page leaves below a thread."""
    if len(line) > LONGEST_SHORT:
        return False
    match = layout.reply.opening.match(line)
    return layout.is_phantom(line) or (match is not None and line[match.end() :] in layout.reply_words)


def _is_whole_page(source: SourceText, layout: Layout, start: int) -> bool:
    """Whether the action that stands below a thread of a whole page was left, in either of its forms."""
    lines = source.lines
    actions = {line for line in layout.phantoms if line.strip() in layout.reply_words}
    words = tuple(layout.reply_words)
    candidates = (index for index in source.short if index > start and lines[index].endswith(words))
    return any(lines[index] in actions or _is_numbered_action(source, layout, index) for index in candidates)


def _is_numbered_action(source: SourceText, layout: Layout, index: int) -> bool:
    """Whether the line at ``index`` is a numbered action between the end of a reply and the next thread."""
    lines = source.lines
    if not _is_empty_place(lines[index], layout):
        return False
    above = next((line for line in reversed(lines[max(0, index - _MOST_BETWEEN) : index]) if line), "")
    if above not in layout.reply.closes or (at := source.next_text(index + 1)) == len(lines):
        return False
    return not lines[at].startswith(" ") or layout.top.opening.match(lines[at]) is not None


def _closes(line: str, layout: Layout) -> bool:
    return line in layout.endings or (line[:2] == "  " and layout.empty_item.fullmatch(line) is not None)


def _is_fragment(line: str, layout: Layout) -> bool:
    """Whether ``line`` is the beginning of an item's number or of the line over the replies."""
    return _CUT_NUMBER.fullmatch(line) is not None or any(replies.startswith(line) for replies in layout.replies)
