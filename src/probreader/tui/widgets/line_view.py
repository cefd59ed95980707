"""What thread and lists have in common: lines painted one by one, as many as one likes."""

from abc import abstractmethod
from collections.abc import Sequence

from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from probreader.tui.painting import LineScrollView


class LineView(LineScrollView):
    """Shows lines that :meth:`line` paints; its strips go to the screen as they are, with no border or padding.

    Its scrollbar is always there (``overflow-y: scroll``), so that a change in the number of lines moves nothing.
    """

    _filters: tuple[Sequence[LineFilter], Color] | None = None

    @abstractmethod
    def line(self, number: int, width: int) -> Strip:
        """The :meth:`finished` line ``number``, counted from the first of all, ``width`` cells wide."""

    def finished(self, strip: Strip) -> Strip:
        """``strip`` through the app's line filters."""
        if self._filters is None:
            self._filters = self.get_line_filters(), self.background_colors[1]
        filters, background = self._filters
        for line_filter in filters:
            strip = strip.apply_filter(line_filter, background)
        return strip

    def notify_style_update(self) -> None:
        """Take filters and colours anew when the theme changes."""
        super().notify_style_update()
        self._filters = None

    def set_line_count(self, count: int) -> None:
        """Have ``count`` lines to scroll through."""
        size = Size(self.scrollable_content_region.width, count)
        if size != self.virtual_size:
            # Set in the usual way it would lay out the whole screen.
            self.set_reactive(ScrollView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = count
            # Each is clamped where it is set.
            self.scroll_target_y, self.scroll_y = self.scroll_target_y, self.scroll_y

    def render_line(self, y: int) -> Strip:
        """The line ``y`` of the pane, counted from its top."""
        return self.line(y + self.scroll_offset.y, self.scrollable_content_region.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of ``crop``."""
        top, width = self.scroll_offset.y, self.scrollable_content_region.width
        lines = [self.line(top + y, width) for y in range(crop.y, crop.bottom)]
        return lines if crop.column_span == (0, width) else [line.crop(crop.x, crop.right) for line in lines]
