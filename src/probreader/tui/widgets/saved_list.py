"""Saved searches over the post list, as folders whose content is looked up."""

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType

from probreader.library import MOST_COUNTED, SavedSearch
from probreader.tui.commands import Scope, bindings
from probreader.tui.widgets.row_list import Line, RowList
from probreader.tui.wrap import fit

FOLDER = "▸"
MOST_SHOWN = 6
"""Rows shown at once; further ones are scrolled to."""


class SavedList(RowList[SavedSearch]):
    """Names, and how much each finds now; hidden while there are none."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SAVED)
    ROW_HEIGHT: ClassVar[int] = 1

    def key(self, item: SavedSearch) -> str:
        """Its name."""
        return item.name

    def lines(self, item: SavedSearch, width: int) -> list[Line]:
        """Name and count."""
        count = f" {counted(item)}"
        name = fit(f"{FOLDER} {item.name}", max(1, width - cell_len(count)))
        space = " " * max(0, width - cell_len(name) - cell_len(count))
        return [[(name, "list--text"), (space, "list--text"), (count, "list--quiet")]]


def counted(item: SavedSearch) -> str:
    """How much a saved search finds, in as few words as can be."""
    if item.count is None:
        return "not understood"
    return f"{item.count}+" if item.count >= MOST_COUNTED else str(item.count)
