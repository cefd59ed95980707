"""Line breaking by cells: fast for text in which every character is one cell wide, exact for the rest."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from rich.cells import cell_len, split_graphemes

from probreader.domain.prose import Hang, hanging

Lines: TypeAlias = list[tuple[int, int]]

# Everything outside these ranges may be wide, zero-width or part of a cluster.
_NOT_NARROW = re.compile(
    "[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0373\u0376\u0377\u037b-\u037f\u0384-\u0386\u0388-\u03ff\u0400-\u0482"
    "\u2010-\u2015\u2018-\u201f\u2020-\u2022\u2026\u2030\u2032-\u2037\u2039\u203a\u20a0-\u20bf]"
)


def is_narrow(text: str) -> bool:
    """True when every character of ``text`` but its line ends surely takes one cell."""
    return text.isascii() or _NOT_NARROW.search(text) is None


def wrap(text: str, width: int, hangs: Sequence[Hang] = ()) -> Lines:
    """Lines of at most ``width`` cells as (start, end) offsets into ``text``; ``width`` is at least 1.

    Breaks at spaces, which then belong to no line, and beside wide characters; a word wider than a line is broken
    between grapheme clusters. An empty text has no lines, an empty line of text is one empty line. A cluster wider
    than ``width`` stands alone on its line. The lines of ``hangs`` leave room for what stands before them.
    """
    lines: Lines = []
    if not text:
        return lines
    narrow = is_narrow(text)
    start = 0
    while start <= len(text):
        newline = text.find("\n", start)
        end = len(text) if newline == -1 else newline
        room = max(1, width - hanging(hangs, start)[1]) if hangs else width
        if narrow or is_narrow(text[start:end]):
            _wrap_narrow(text, start, end, room, lines)
        else:
            _wrap_exact(text, start, end, room, lines)
        start = end + 1
    return lines


def _wrap_narrow(text: str, start: int, end: int, width: int, lines: Lines) -> None:
    """One line of text of which each character takes one cell."""
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start or text[start:cut].isspace():
            cut = start + width
        lines.append((start, _trimmed(text, start, cut)))
        start = cut
        while start < end and text[start] == " ":
            start += 1
        if start == end:
            return
    lines.append((start, end))


def _wrap_exact(text: str, start: int, end: int, width: int, lines: Lines) -> None:
    """One line of text, cluster by cluster.

    ``cut`` is the last place the line may end, ``resume`` where the next one would start then, and ``beyond`` the
    cells from there to here; there is no such place while ``resume`` is not beyond ``line``.
    """
    line, cut, resume, used, beyond = start, start, start, 0, 0
    for first, last, cells in split_graphemes(text[start:end])[0]:
        at, after = start + first, start + last
        if text[at:after] == " ":
            if at == line > start:
                line = after
                continue
            used += cells
            if not text[line:at].isspace() and at > line:
                cut, resume, beyond = at, after, 0
            continue
        if cells > 1 and at > line and text[at - 1] != " ":
            cut, resume, beyond = at, at, 0
        while used + cells > width and at > line:
            if resume <= line:
                cut, resume, beyond = at, at, 0
            lines.append((line, _trimmed(text, line, cut)))
            line, used, beyond = resume, beyond, 0
        used += cells
        beyond += cells
        if cells > 1:
            cut, resume, beyond = after, after, 0
    if line < end or line == start:
        lines.append((line, _trimmed(text, line, end)))


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def fit(text: str, width: int) -> str:
    """``text`` on one line of at most ``width`` cells, cut with an ellipsis when it is wider."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    kept, used = 0, 0
    for _, last, cells in split_graphemes(text)[0]:
        if used + cells > width - 1:
            break
        kept, used = last, used + cells
    return text[:kept].rstrip() + "…"
