"""The map of the thread, one column beside its scrollbar."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from probreader.tui.thread import Thread
from probreader.tui.thread_map import Sign, ThreadMap

_SIGNS = {
    Sign.MATCH: ("◆", "map--match"),
    Sign.BOOKMARK: ("★", "map--bookmark"),
    Sign.NEW: ("▪", "map--new"),
    Sign.UNREAD: ("·", "map--unread"),
    Sign.NOTHING: (" ", "map--nothing"),
}


class MapColumn(Widget):
    """Shows where in the whole thread something is, and where the highlight is; a click goes there."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"map--cursor", *(name for _, name in _SIGNS.values())}
    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """The user wants to go to ``entry``."""

        entry: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._thread: Thread | None = None
        self._map: ThreadMap | None = None
        self._shown: tuple[tuple[Sign, ...], int] = ((), -1)
        """The signs, and the cell of the highlight; -1 for none."""

    def show(self, thread: Thread | None, highlight: int) -> None:
        """Tell of ``thread``, with the highlight on an entry; None, or a thread without an entry, clears the map."""
        self._thread = thread if thread is not None and len(thread.outline) else None
        height = self.size.height
        if self._thread is None or height <= 0:
            self._map = None
            shown: tuple[tuple[Sign, ...], int] = ((), -1)
        else:
            if self._map is None or not self._map.is_of(self._thread, height):
                self._map = ThreadMap(self._thread, height)
            shown = (self._map.signs(), self._map.cell(highlight))
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        """Tell it at the new height."""
        if self._thread is not None:
            at = 0 if self._map is None else self._map.entry(max(0, self._shown[1]))
            self.show(self._thread, at)

    def on_click(self, event: events.Click) -> None:
        """Go where the click is."""
        if self._map is not None and 0 <= event.y < self._map.height:
            self.post_message(self.Clicked(self._map.entry(event.y)))

    def render_line(self, y: int) -> Strip:
        """One cell of the map."""
        signs, cursor = self._shown
        sign, name = _SIGNS[signs[y]] if y < len(signs) else _SIGNS[Sign.NOTHING]
        style = self.get_component_rich_style(name)
        if y == cursor:
            sign, style = ("◂" if sign == " " else sign), style + self.get_component_rich_style("map--cursor")
        return Strip([Segment(sign, style)], 1)
