"""A list of rows of equal height on the line API: only the rows on screen are ever painted."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from probreader.tui.commands import Scope, bindings
from probreader.tui.rendering import BAR, tinted
from probreader.tui.widgets.line_view import LineView
from probreader.tui.wrap import wrap

Item = TypeVar("Item")
ItemsOf = TypeVar("ItemsOf")
Line = list[tuple[str, str]]
"""One line of a row: (text, component class) pieces, in order."""

_KEPT = 1000
"""Rows whose painted lines are kept."""


class Items(Protocol[ItemsOf]):
    """What is listed: a list, or something that fetches its items where they are looked at."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[ItemsOf]: ...
    def __getitem__(self, index: int, /) -> ItemsOf: ...
    def __setitem__(self, index: int, item: ItemsOf, /) -> None: ...


class RowList(LineView, Generic[Item], can_focus=True):
    """Shows ``items``; the highlight follows the item's identity when the items are replaced."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--text",
        "list--quiet",
        "list--strong",
        "list--unread",
        "list--match",
        "list--bar",
        "list--bar-blurred",
        "list--highlighted",
        "list--highlighted-blurred",
    }
    ALLOW_SELECT = False
    ROW_HEIGHT: ClassVar[int] = 2
    """Lines a row."""
    EMPTY: ClassVar[str] = ""

    @dataclass
    class Highlighted(Message):
        """The highlight moved to another item."""

        rows: "RowList[Any]"

        @property
        def control(self) -> "RowList[Any]":
            """The list that sent it."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """The user wants to read the highlighted item."""

        rows: "RowList[Any]"

        @property
        def control(self) -> "RowList[Any]":
            """The list that sent it."""
            return self.rows

    @dataclass
    class Beyond(Message):
        """The user wants to go on from the last item (``by`` 1) or from the first (-1)."""

        rows: "RowList[Any]"
        by: int

        @property
        def control(self) -> "RowList[Any]":
            """The list that sent it."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.items: Items[Item] = []
        """What is listed, in order."""
        self.highlight = 0
        """Index of the highlighted item."""
        self.linear = False
        """Nothing is drawn, and the terminal's cursor stands at the highlight."""
        self._styles: dict[str, Style] = {}
        self._strips: dict[int, dict[tuple[int, int, bool, bool], Strip]] = {}
        """Painted lines, by row."""

    @abstractmethod
    def key(self, item: Item) -> str:
        """What makes an item the same item when the list is made anew."""

    @abstractmethod
    def lines(self, item: Item, width: int) -> list[Line]:
        """The ``ROW_HEIGHT`` lines of an item, each at most ``width`` cells."""

    @property
    def empty_words(self) -> str:
        """What is said when there are no items."""
        return self.EMPTY

    @property
    def highlighted(self) -> Item | None:
        """The highlighted item; None when the list is empty."""
        return self.items[self.highlight] if self.items else None

    def set_items(self, items: Items[Item], *, keep: bool = True) -> None:
        """Replace the items; the highlight stays on the same item, else at the same place.

        It goes to the first item instead when it is not to be kept.
        """
        key = None if self.highlighted is None or not keep else self.key(self.highlighted)
        self.items = items
        self._strips = {}
        at = None if key is None else self.index_of(key)
        if at is None:
            at = self.highlight if keep else 0
        self.highlight = max(0, min(at, len(items) - 1))
        self._resize()
        self.refresh()

    def index_of(self, key: str) -> int | None:
        """Where the item with ``key`` is; None when there is none."""
        return next((index for index, item in enumerate(self.items) if self.key(item) == key), None)

    def replace_item(self, item: Item) -> None:
        """Put ``item`` in the place of the item with the same key."""
        index = self.index_of(self.key(item))
        if index is not None and self.items[index] != item:
            self.items[index] = item
            self._strips.pop(index, None)
            self.refresh_lines(index * self.ROW_HEIGHT, self.ROW_HEIGHT)

    def highlight_key(self, key: str) -> bool:
        """Put the highlight on the item with ``key`` without telling anyone; False when there is none."""
        at = self.index_of(key)
        if at is None:
            return False
        if at != self.highlight:
            self._highlight(at)
        self._bring_into_view()
        return True

    def _highlight(self, index: int) -> None:
        """Move the highlight, and paint the rows it leaves and comes to."""
        for row in (self.highlight, index):
            self.refresh_lines(row * self.ROW_HEIGHT, self.ROW_HEIGHT)
        self.highlight = index

    def _bring_into_view(self) -> None:
        """Scroll by whole rows, so that the top row is never cut; wait for a size to scroll in."""
        if self.scrollable_content_region.height <= 0:
            return
        if odd := self.scroll_offset.y % self.ROW_HEIGHT:
            self.scroll_to(y=self.scroll_offset.y - odd, animate=False)
        rows = max(1, self.scrollable_content_region.height // self.ROW_HEIGHT)
        first = -(-self.scroll_offset.y // self.ROW_HEIGHT)
        if self.highlight < first:
            self.scroll_to(y=self.highlight * self.ROW_HEIGHT, animate=False)
        elif self.highlight >= first + rows:
            self.scroll_to(y=(self.highlight - rows + 1) * self.ROW_HEIGHT, animate=False)

    def _place_cursor(self) -> None:
        """Have the terminal's cursor where the highlight begins."""
        if self.linear and self.screen.focused is self:
            region = self.scrollable_content_region
            row = max(0, min(self.highlight * self.ROW_HEIGHT - self.scroll_offset.y, region.height - 1))
            self.app.cursor_position = Offset(self.content_region.x + 1, self.content_region.y + row)

    def move_to(self, index: int) -> None:
        """Put the highlight on the item at ``index``, clamped to the list."""
        index = max(0, min(index, len(self.items) - 1))
        if self.items and index != self.highlight:
            self._highlight(index)
            self._bring_into_view()
            self._place_cursor()
            self.post_message(self.Highlighted(self))

    def notify_style_update(self) -> None:
        """Take the colours anew when the theme changes."""
        super().notify_style_update()
        self._styles, self._strips = {}, {}

    def on_resize(self, _: events.Resize) -> None:
        """Keep the highlight in view."""
        self._resize()
        self._place_cursor()

    def _resize(self) -> None:
        """As many lines as the rows take, and as many more as keep the top row whole at the end of the list."""
        height = self.scrollable_content_region.height
        spare = height % self.ROW_HEIGHT if len(self.items) * self.ROW_HEIGHT > height else 0
        self.set_line_count(len(self.items) * self.ROW_HEIGHT + spare)
        self._bring_into_view()

    def on_focus(self) -> None:
        """The highlight is painted stronger in the focused pane."""
        self._place_cursor()
        self.refresh()

    def on_blur(self) -> None:
        """The highlight is painted weaker in the others."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Highlight what was clicked; a second click reads it."""
        index = (event.y + self.scroll_offset.y) // self.ROW_HEIGHT
        if index >= len(self.items):
            return
        if index == self.highlight:
            self.action_open()
        self.move_to(index)

    def line(self, number: int, width: int) -> Strip:
        """A line of a row, or of what an empty list says."""
        index, row_line = divmod(number, self.ROW_HEIGHT)
        if index >= len(self.items):
            words = "" if self.items else self._empty_line(number, width)
            blank = Strip([Segment(words, self.style("list--quiet"))])
            return self.finished(blank.adjust_cell_length(width, self.style("list--text")))
        highlighted = index == self.highlight
        key = (row_line, width, highlighted and self.has_focus, highlighted)
        if len(self._strips) > _KEPT:
            self._strips.clear()
        painted = self._strips.setdefault(index, {})
        if key not in painted:
            painted[key] = self.finished(self._paint(index, row_line, width, highlighted=highlighted))
        return painted[key]

    def style(self, name: str) -> Style:
        """The style of a component class."""
        if not self._styles:
            self._styles = {name: self.get_component_rich_style(name) for name in self.COMPONENT_CLASSES}
        return self._styles[name]

    def _paint(self, index: int, row_line: int, width: int, *, highlighted: bool) -> Strip:
        back = self.style("list--text")
        bar = self.style("list--bar" if self.has_focus else "list--bar-blurred")
        segments = [Segment(BAR if highlighted and not self.linear else " ", bar)]
        pieces = self.lines(self.items[index], width - 2)[row_line]
        segments += [Segment(text, self.style(name)) for text, name in pieces]
        if highlighted:
            back = self.style("list--highlighted" if self.has_focus else "list--highlighted-blurred")
            segments = tinted(segments, self.style("list--text"), back)
        return Strip(segments).adjust_cell_length(width, back)

    def _empty_line(self, line: int, width: int) -> str:
        """Line ``line`` of what an empty list says."""
        words = self.empty_words
        lines = wrap(words, max(1, width - 3))
        return f"  {words[slice(*lines[line])]}" if line < len(lines) else ""

    def action_next_entry(self) -> None:
        """Highlight the next item."""
        self._step(1)

    def action_previous_entry(self) -> None:
        """Highlight the item before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if 0 <= self.highlight + by < len(self.items):
            self.move_to(self.highlight + by)
        else:
            self.post_message(self.Beyond(self, by))

    def _page_rows(self) -> int:
        return max(1, self.scrollable_content_region.height // self.ROW_HEIGHT)

    def action_page(self, by: int) -> None:
        """Move a page down (1) or up (-1)."""
        self.move_to(self.highlight + by * max(1, self._page_rows() - 1))

    def action_half_page(self, by: int) -> None:
        """Move half a page down (1) or up (-1)."""
        self.move_to(self.highlight + by * max(1, self._page_rows() // 2))

    def action_first(self) -> None:
        """Go to the first item."""
        self.move_to(0)

    def action_last(self) -> None:
        """Go to the last item."""
        self.move_to(len(self.items) - 1)

    def action_open(self) -> None:
        """Read the highlighted item."""
        if self.items:
            self.post_message(self.Chosen(self))
