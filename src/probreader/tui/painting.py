"""Frames made at once and of nothing but what changed.

Textual paints by a clock, and renders every widget on the screen that touches the box around all that changed. Here a
frame is made as soon as a key has had all its effects, and of the changed cells alone. There is no public way to
either: this is the one module that builds on what Textual keeps to itself; test_painting.py tells when that changes.
"""

import asyncio
from collections.abc import Iterable, Iterator
from itertools import groupby
from time import monotonic
from typing import TypeAlias

from rich.console import Console
from rich.segment import Segment, Segments
from textual import events
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

FRAME = 1 / 120
"""Seconds between frames at least: what comes faster, like a key held down over a slow line, is painted together."""
_ROUNDS = 8
"""How often the loop turns until a key has had all its effects: from widget to screen, to other widgets, to screen."""

Piece: TypeAlias = tuple[int, int, Strip]
"""Column, line, and what stands from there on."""
_Span: TypeAlias = tuple[int, int, int]
"""Line, first column, and the column after the last."""


class Pieces(CompositorUpdate):
    """Cells to be written, each piece where it belongs."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        """Column, line and strip of each."""

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent."""
        return "".join(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for x, y, strip in self.pieces)


class ExactCompositor(Compositor):
    """Renders the changed cells and no others."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """The frame of all that changed since the last one; None when nothing did."""
        screen = self.size.region
        changed = [region.intersection(screen) for region in self._dirty_regions]
        self._dirty_regions.clear()
        lines = [line for block in _blocks(self._regions_to_spans(changed)) for line in self._whole_lines(block)]
        pieces = [piece for block in _blocks(self._regions_to_spans(lines)) for piece in self._render(block)]
        # Whoever takes it asks no more of it than that it is a CompositorUpdate.
        return Pieces(pieces) if pieces else None  # type: ignore[return-value]

    def _whole_lines(self, block: Region) -> Iterator[Region]:
        """``block`` as wide as each widget that is seen in it: a piece of a line could end inside a wide character."""
        uncovered = [block]
        for region, clip in self.visible_widgets.values():
            shown = region.intersection(clip)
            left: list[Region] = []
            for part in uncovered:
                seen = part.intersection(shown)
                if seen:
                    yield Region(shown.x, seen.y, shown.width, seen.height)
                    left += _around(seen, part)
                else:
                    left.append(part)
            uncovered = left
            if not uncovered:
                return

    def _render(self, block: Region) -> Iterator[Piece]:
        """``block``, from the widget in front to the one behind."""
        uncovered = [block]
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            if not any(shown.overlaps(part) for part in uncovered):
                continue
            left: list[Region] = []
            for part in uncovered:
                seen = part.intersection(shown)
                if not seen:
                    left.append(part)
                    continue
                for line, strip in enumerate(widget.render_lines(seen.translate(-region.offset)), seen.y):
                    yield seen.x, line, strip
                left += _around(seen, part)
            uncovered = left
            if not uncovered:
                return


def _blocks(spans: Iterable[_Span]) -> Iterator[Region]:
    """Spans of neighbouring lines with the same columns as one region: what stands beside them does not part them."""
    lines = enumerate(sorted(spans, key=lambda span: (*span[1:], span[0])))
    for (_, first, last), group in groupby(lines, key=lambda item: (item[1][0] - item[0], *item[1][1:])):
        at = [span[0] for _, span in group]
        yield Region(first, at[0], last - first, len(at))


def _around(inner: Region, outer: Region) -> list[Region]:
    """What of ``outer`` is not in ``inner``, which is inside it."""
    parts = (
        Region.from_corners(outer.x, outer.y, outer.right, inner.y),
        Region.from_corners(outer.x, inner.y, inner.x, inner.bottom),
        Region.from_corners(inner.right, inner.y, outer.right, inner.bottom),
        Region.from_corners(outer.x, inner.bottom, outer.right, outer.bottom),
    )
    return [part for part in parts if part]


class PromptScreen(Screen[None]):
    """A screen that shows what a key did as soon as it is done."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ExactCompositor()
        self._painted = 0.0
        self._painting: asyncio.Task[None] | None = None

    async def _on_idle(self, event: events.Idle) -> None:
        """Paint, where Textual would wait for its clock to tick."""
        waiting = self._layout_required or self._scroll_required or self._repaint_required or self._dirty_widgets
        if not waiting or self.app._batch_count or not self.is_current:  # noqa: SLF001
            return
        event.prevent_default()
        if self._painting is None:
            self._painting = asyncio.get_running_loop().create_task(self._paint_soon())

    async def _paint_soon(self) -> None:
        early = self._painted + FRAME - monotonic()
        if early > 0:
            await asyncio.sleep(early)
        for _ in range(_ROUNDS):
            await asyncio.sleep(0)
        self._painting = None
        self.call_next(self._paint)

    def _paint(self) -> None:
        self._on_timer_update()
        self._painted = monotonic()


class LineScrollBar(ScrollBar):
    """A vertical scrollbar made of strips that are kept: it moves with nearly every key."""

    def __init__(self, *, thickness: int) -> None:
        super().__init__(vertical=True, name="vertical", thickness=thickness)
        self._strips: dict[Segment, Strip] = {}
        """Every piece a bar was made of: a few dozen at most in one theme."""

    def notify_style_update(self) -> None:
        """Take the colours anew when the theme changes."""
        super().notify_style_update()
        self._strips = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of ``crop``."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        options = self.app.console.options.update_dimensions(self.size.width, self.size.height)
        (segments,) = bar.__rich_console__(self.app.console, options)
        assert isinstance(segments, Segments)
        return [self._strip(segment) for segment in list(segments.segments)[crop.y : crop.bottom]]

    def _strip(self, segment: Segment) -> Strip:
        strip = self._strips.get(segment)
        if strip is None:
            strip = Strip(Segment.apply_style([segment], self.rich_style), self.size.width)
            for line_filter in self.get_line_filters():
                strip = strip.apply_filter(line_filter, self.background_colors[1])
            self._strips[segment] = strip
        return strip


class LineScrollView(ScrollView):
    """A scroll view with a scrollbar of kept strips."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            bar = LineScrollBar(thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)  # noqa: SLF001
        return self._vertical_scrollbar
