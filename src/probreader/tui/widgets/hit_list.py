"""What a search of the library found."""

from typing import ClassVar

from probreader.library import Hit
from probreader.tui.times import say_date
from probreader.tui.widgets.post_list import title_of
from probreader.tui.widgets.row_list import Line, RowList
from probreader.tui.wrap import fit, wrap

BEFORE = 24
"""Characters of the snippet shown before its first match, at most."""


class HitList(RowList[Hit]):
    """Hits with the words around them."""

    ROW_HEIGHT: ClassVar[int] = 4
    asked = False
    """True when the items answer a query: then an empty list says that nothing was found."""

    @property
    def empty_words(self) -> str:
        """Nothing before there is a query."""
        return "Nothing found." if self.asked else "Type what to search for."

    def key(self, item: Hit) -> str:
        """Post and entry."""
        return f"{item.post_id} {item.entry_id}"

    def lines(self, item: Hit, width: int) -> list[Line]:
        """Whose words and where; two lines of the snippet; an empty line."""
        where = " · ".join(
            part
            for part in (item.author, title_of(item.post_title), say_date(item.published) if item.published else "")
            if part
        )
        snippet, spans = _around_first_match(item.snippet.replace("\n", " "), item.spans)
        wrapped = wrap(snippet, max(1, width - 2))[:2]
        lines: list[Line] = [[(" " + fit(where, width - 1), "list--quiet")]]
        lines += [[("  ", "list--text"), *_pieces(snippet, line, spans)] for line in wrapped]
        return (lines + [[]] * self.ROW_HEIGHT)[: self.ROW_HEIGHT]


def _around_first_match(snippet: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The snippet from a little before its first match on, so that the match is within the lines shown."""
    cut = spans[0][0] - BEFORE if spans else 0
    if cut <= 0:
        return snippet, spans
    cut = snippet.find(" ", cut) + 1
    if not 0 < cut <= spans[0][0]:
        cut = spans[0][0]
    return "…" + snippet[cut:], tuple((start - cut + 1, end - cut + 1) for start, end in spans)


def _pieces(text: str, line: tuple[int, int], spans: tuple[tuple[int, int], ...]) -> Line:
    """The line cut where matches begin and end."""
    at, end = line
    pieces: Line = []
    for start, stop in spans:
        start, stop = max(start, at), min(stop, end)
        if start < stop:
            pieces += [(text[at:start], "list--text"), (text[start:stop], "list--match")]
            at = stop
    return [*pieces, (text[at:end], "list--text")]
