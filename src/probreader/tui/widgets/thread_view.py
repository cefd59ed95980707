"""How a thread is shown: a post's sections and comments on the line API, painted line by line."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from probreader.config import DEFAULT, ReadBy
from probreader.tui.layout import Layout, Part, Place, column, left_margin
from probreader.tui.rendering import BlockPainter
from probreader.tui.thread import Thread
from probreader.tui.widgets.line_view import LineView

CONTEXT = 1
"""Lines kept in sight above the highlight where there is room."""


class ThreadView(LineView, can_focus=True):
    """Shows one thread; the highlight follows the entry, never the row."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "thread--text",
        "thread--highlighted",
        "thread--highlighted-blurred",
        "thread--bar",
        "thread--bar-blurred",
        "thread--guide",
        "thread--author",
        "thread--dim",
        "thread--hidden",
        "thread--unread",
        "thread--new",
        "thread--bookmark",
        "thread--link",
        "thread--emphasis",
        "thread--strong",
        "thread--quote",
        "thread--code",
        "thread--heading",
        "thread--match",
        "thread--match-current",
    }

    @dataclass
    class Highlighted(Message):
        """The highlight stands on another entry, or the view was collapsed or expanded."""

        pane: "ThreadView"

        @property
        def control(self) -> "ThreadView":
            """The pane that sent it."""
            return self.pane

    @dataclass
    class Shown(Message):
        """Another thread, or another view of it, is shown."""

        pane: "ThreadView"

        @property
        def control(self) -> "ThreadView":
            """The pane that sent it."""
            return self.pane

    @dataclass
    class Read(Message):
        """Comments were read that had not been."""

        pane: "ThreadView"
        entry_ids: list[str]

        @property
        def control(self) -> "ThreadView":
            """The pane that sent it."""
            return self.pane

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.thread: Thread | None = None
        """What is shown; None when the library is empty."""
        self.highlight = 0
        """Index of the highlighted entry in the thread's outline."""
        self.read_by = ReadBy.MOVING
        """When entries count as read by themselves."""
        self.measure = DEFAULT.measure
        """The widest line of text, in cells."""
        self.linear = False
        """Everything is told in words in one column, and the terminal's cursor stands at the highlight."""
        self.spared: int | None = None
        """An entry that is not read by the highlight standing on it: it was marked unread, or found so on return."""
        self.lines: Layout | None = None
        """Where each entry stands; None until a thread is shown at a known width."""
        self._painter: BlockPainter | None = None
        self._strips: dict[int, dict[tuple[Place, bool], Strip]] = {}
        """Painted lines, by entry."""
        self._row: int | None = None
        """Where the highlight is to stand once the pane's size is known; None to bring it into view."""

    # What is shown

    def show(self, thread: Thread | None, entry_id: str | None = None, row: int | None = None) -> None:
        """Show ``thread`` with the highlight on ``entry_id`` (else its beginning), ``row`` lines below the top.

        Without ``row`` the highlight is brought into view. None clears the pane.
        """
        self._forget_selection()
        self.thread = thread if thread is not None and len(thread.outline) else None
        self.highlight = 0
        self.lines = self._painter = None
        self._row = row
        self.spared = None
        if self.thread is None:
            self.set_line_count(0)
        else:
            self.highlight = self.thread.rows.nearest_visible(self.thread.outline.index.get(entry_id or "", 0))
            self.spared = None if row is None else self.highlight
            self._lay_out()
        self.repaint()
        self.visited()
        self.post_message(self.Shown(self))

    @property
    def row(self) -> int:
        """How many lines below the pane's top the highlight begins; negative when it begins above."""
        return 0 if self.lines is None else self.lines.top(self.highlight) - self.scroll_offset.y

    def repaint(self) -> None:
        """Paint anew after the thread's marks have changed."""
        self._strips.clear()
        self.refresh()

    def _lay_out(self) -> None:
        """Measure the thread at the pane's width and put the highlight on its row."""
        width = self.scrollable_content_region.width
        if self.thread is None or width <= 0:
            return
        thread = self.thread
        layout = Layout(thread, min(width, column(self.measure)), self.measure, linear=self.linear)
        self.lines = layout
        self._forget_painted()
        self._measure_around(self.highlight)
        self.set_line_count(layout.total)
        if self._row is not None:
            self.scroll_to(y=layout.top(self.highlight) - self._row, animate=False)
            self._keep_in_sight()
        elif self.highlight:
            self.bring_into_view(top=True)
        else:
            self.scroll_to(y=0, animate=False)
        self._row = None
        self._settle()

    def _measure_around(self, entry: int) -> None:
        """Have ``entry`` and what may stand on the screen beside it as high as they are."""
        if self.thread is not None:
            at, height = self.thread.rows.at(entry), self.scrollable_content_region.height
            self._measure(at - height, at + height)

    def _settle(self) -> None:
        """Have what is seen, and a page above and below, as high as it is."""
        if self.lines is not None:
            height = self.scrollable_content_region.height
            # A block has two lines at least: as many rows as half the lines are a page.
            first = self.lines.row_at(self.scroll_offset.y)
            self._measure(first - height // 2 - 1, first + height + 1)

    def _measure(self, first: int, last: int) -> None:
        """Measure rows ``first`` to before ``last``; what stands at the pane's top stays there."""
        layout = self.lines
        assert layout is not None
        line = self.scroll_offset.y
        place = layout.at(line)
        before = None if place is None else layout.top(place.entry)
        if layout.measure(first, last):
            self.set_line_count(layout.total)
            if place is not None and before is not None:
                self.scroll_to(y=line + layout.top(place.entry) - before, animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measure what comes into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._settle()

    def _forget_painted(self) -> None:
        """Have every line painted anew; by whom is settled when it is, as a new theme is told before its colours."""
        self._painter = None
        self._strips.clear()

    def _paint(self, place: Place, width: int, *, highlighted: bool) -> Strip:
        assert self.thread is not None
        assert self.lines is not None
        if self._painter is None:
            styles: dict[str, Style] = {name: self.get_component_rich_style(name) for name in self.COMPONENT_CLASSES}
            left = 0 if self.linear else left_margin(self.scrollable_content_region.width, self.measure)
            self._painter = BlockPainter(self.thread, self.lines, styles, left)
        return self._painter.paint(place, width, highlighted=highlighted, focused=self.has_focus)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Paint the highlight stronger or weaker."""
        super().watch_has_focus(_has_focus)
        self._strips.pop(self.highlight, None)
        self.refresh()

    def notify_style_update(self) -> None:
        """Take the colours anew when the theme changes."""
        super().notify_style_update()
        self._forget_painted()

    def on_resize(self, _: events.Resize) -> None:
        """Wrap to the new width; the highlight stays on its row."""
        if self.lines is None or self.lines.width != min(self.scrollable_content_region.width, column(self.measure)):
            if self.lines is not None:
                self._row = max(0, self.row)
            self._lay_out()
        else:
            self._forget_painted()
        self._keep_in_sight()
        self._place_cursor()

    # Selecting

    def _forget_selection(self) -> None:
        """Select nothing: what was selected stands elsewhere now."""
        if self.text_selection is not None:
            self.screen.clear_selection()

    # Painting

    def line(self, number: int, width: int) -> Strip:
        """The line ``number`` of the thread."""
        place = self.lines.at(number) if self.lines is not None else None
        if place is None:
            return self.finished(Strip.blank(width, self.get_component_rich_style("thread--text")))
        highlighted = place.entry == self.highlight and place.part is not Part.GAP
        painted = self._strips.setdefault(place.entry, {})
        strip = painted.get((place, highlighted))
        if strip is None:
            strip = painted[place, highlighted] = self.finished(self._paint(place, width, highlighted=highlighted))
        return strip

    # Moving

    def move_to(self, entry: int, *, offset: int | None = None) -> None:
        """Put the highlight on ``entry``, expanding its ancestors.

        With ``offset``, that character comes into view; a collapsed comment, which shows but one line, is expanded.
        """
        if self.thread is None or self.lines is None:
            return
        rows = self.thread.rows
        if not rows.is_visible(entry):
            self.reshape(lambda: rows.reveal(entry))
        if offset is not None and rows.is_collapsed(entry):
            self.reshape(lambda: rows.expand(entry))
        self._refresh_entry(self.highlight)
        self.highlight = entry
        self._refresh_entry(entry)
        self.bring_into_view(offset=offset)
        self.visited()

    def _refresh_entry(self, entry: int) -> None:
        """Paint the lines of one visible entry again."""
        if self.lines is not None:
            top = self.lines.top(entry)
            self.refresh_lines(top, self.lines.bottom(entry) - top)

    def bring_into_view(self, *, offset: int | None = None, top: bool = False) -> None:
        """Scroll as little as possible so that the highlight (or the line of ``offset``) is seen."""
        if self.lines is not None:
            self._measure_around(self.highlight)
        layout, height = self.lines, self.scrollable_content_region.height
        if layout is None or height <= 0:
            return
        first, last = layout.top(self.highlight), layout.bottom(self.highlight)
        if offset is not None:
            first = layout.line_of(self.highlight, offset)
            last = first + 1
        seen = self.scroll_offset.y
        if seen <= first and last <= seen + height and not top:
            return
        if top or first < seen or last - first >= height:
            context = min(CONTEXT + layout.lead(self.highlight), height // 4) if offset is None else height // 3
            self.scroll_to(y=max(0, first - context), animate=False)
        else:
            self.scroll_to(y=last - height + (height // 3 if offset is not None else 0), animate=False)

    def _keep_in_sight(self) -> None:
        """Scroll only when no line of the highlight is seen."""
        layout, seen = self.lines, self.scroll_offset.y
        if layout is None:
            return
        below = seen + self.scrollable_content_region.height
        if layout.bottom(self.highlight) <= seen or layout.top(self.highlight) >= below:
            self.bring_into_view()

    def reshape(self, change: Callable[[], object]) -> None:
        """Let ``change`` collapse or expand; the highlighted entry keeps its row on the screen."""
        layout, thread = self.lines, self.thread
        if layout is None or thread is None:
            return
        row = self.row
        self._forget_selection()
        change()
        self.highlight = thread.rows.nearest_visible(self.highlight)
        layout.update()
        self._measure_around(self.highlight)
        self.set_line_count(layout.total)
        self.scroll_to(y=layout.top(self.highlight) - row, animate=False)
        self._settle()
        self._keep_in_sight()
        self.repaint()

    def visited(self) -> None:
        """Tell where the highlight is, and that it was read when the pane is what the user is reading."""
        # Textual sets has_focus only after on_focus has run.
        if self.highlight != self.spared:
            self.spared = None
            if self.read_by is ReadBy.MOVING and self.thread is not None and self.screen.focused is self:
                self.mark_read([self.highlight])
        self._place_cursor()
        self.post_message(self.Highlighted(self))

    def _place_cursor(self) -> None:
        """Have the terminal's cursor where the highlight begins."""
        if self.linear and self.screen.focused is self:
            region = self.scrollable_content_region
            row = max(0, min(self.row, region.height - 1))
            self.app.cursor_position = Offset(self.content_region.x, self.content_region.y + row)

    def mark_read(self, entries: Iterable[int]) -> None:
        """Count ``entries`` as read."""
        if self.thread is None:
            return
        new = self.thread.mark_read(entries)
        if new:
            for entry in new:
                self._strips.pop(entry, None)
            self.post_message(self.Read(self, [self.thread.outline.ids[entry] for entry in new]))
