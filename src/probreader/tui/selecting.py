"""Text selected with the mouse: which words of which entries it is. Pure: no Textual."""

from collections.abc import Iterator

from rich.cells import cell_len

from probreader.domain.prose import Prose, SpanKind, hanging
from probreader.tui.layout import Layout, Part, Place
from probreader.tui.thread import Thread


def offset_at(thread: Thread, layout: Layout, place: Place, column: int) -> int | None:
    """The offset into an entry's text of the character in ``column`` of its block; None where there is no text.

    Columns left of the text are its first character, those right of it its end.
    """
    if place.part is not Part.TEXT or thread.rows.is_collapsed(place.entry):
        return None
    start, end = layout.lines(place.entry)[place.number]
    before = layout.indent(place.entry) + len(hanging(thread.shown(place.entry).hangs, start)[0])
    return min(end, start + max(0, column - before))


def offset_under(thread: Thread, layout: Layout, place: Place, cell: int) -> int | None:
    """The offset of the character that stands in a cell of a block; None where none does."""
    if cell < 0 or place.part is not Part.TEXT or thread.rows.is_collapsed(place.entry):
        return None
    start, end = layout.lines(place.entry)[place.number]
    shown = thread.shown(place.entry)
    at = layout.indent(place.entry) + cell_len(hanging(shown.hangs, start)[0])
    for offset in range(start, end):
        after = at + cell_len(shown.prose.text[offset])
        if at <= cell < after:
            return offset
        at = after
    return None


def link_at(prose: Prose, offset: int) -> str | None:
    """Where the link around the character at ``offset`` leads; None when there is none."""
    found = (span.target for span in prose.spans if span.kind is SpanKind.LINK and span.start <= offset < span.end)
    return next(found, None)


def selected(thread: Thread, layout: Layout, first: int, last: int, columns: tuple[int, int | None]) -> str:
    """The words from a column of line ``first`` to before one of line ``last``, as the source has them.

    Entries are parted by an empty line; headers and drawings are no words.
    """
    parts: dict[int, tuple[int, int]] = {}
    for entry, start, end in _slices(thread, layout, first, last, columns):
        parts[entry] = (parts.get(entry, (start, end))[0], end)
    return "\n\n".join(thread.prose(entry).text[start:end] for entry, (start, end) in parts.items())


def _slices(
    thread: Thread, layout: Layout, first: int, last: int, columns: tuple[int, int | None]
) -> Iterator[tuple[int, int, int]]:
    """For each line of text its entry, and from where to where it is selected."""
    for line in range(max(0, first), min(last + 1, layout.total)):
        place = layout.at(line)
        if place is None:
            continue
        left = columns[0] if line == first else 0
        start = offset_at(thread, layout, place, left)
        if start is None:
            continue
        right = columns[1] if line == last else None
        end = layout.lines(place.entry)[place.number][1] if right is None else offset_at(thread, layout, place, right)
        assert end is not None
        yield place.entry, start, end
