"""The thread pane: moving, collapsing and the mouse, over the thread as it is shown."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from probreader.config import ReadBy
from probreader.domain.thread import NO_PARENT
from probreader.tui.commands import Scope, bindings
from probreader.tui.layout import Part, left_margin
from probreader.tui.selecting import link_at, offset_under, selected
from probreader.tui.thread import Thread
from probreader.tui.widgets.thread_view import ThreadView


class ThreadPane(ThreadView):
    """Reads one thread from the keyboard."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.THREAD)

    @dataclass
    class Stopped(Message):
        """A command could not do anything; ``reason`` says why, for the status line."""

        pane: "ThreadPane"
        reason: str

        @property
        def control(self) -> "ThreadPane":
            """The pane that sent it."""
            return self.pane

    @dataclass
    class LinkClicked(Message):
        """A link in an entry's text was clicked; ``target`` is where it leads, as the source wrote it."""

        pane: "ThreadPane"
        entry: int
        target: str

        @property
        def control(self) -> "ThreadPane":
            """The pane that sent it."""
            return self.pane

    @dataclass
    class Leapt(Message):
        """The highlight left ``entry_id`` for another part of the thread."""

        pane: "ThreadPane"
        entry_id: str

        @property
        def control(self) -> "ThreadPane":
            """The pane that sent it."""
            return self.pane

    def _leap_to(self, entry: int) -> None:
        if self.thread is not None and entry != self.highlight:
            self.post_message(self.Leapt(self, self.thread.outline.ids[self.highlight]))
        self.move_to(entry)

    def on_focus(self) -> None:
        """The entry under the highlight is being read now."""
        self.visited()

    def on_click(self, event: events.Click) -> None:
        """Highlight what was clicked; a click on the header of the highlighted comment collapses or expands it."""
        place = None if self.lines is None else self.lines.at(event.y + self.scroll_offset.y)
        if place is None or self.lines is None or self.thread is None or self.text_selection is not None:
            # Where the mouse was drawn over text it selected, and that was all.
            return
        left = self.left_of_text
        offset = offset_under(self.thread, self.lines, place, event.x - left)
        target = None if offset is None else link_at(self.thread.prose(place.entry), offset)
        if target is not None:
            self.move_to(place.entry)
            self.post_message(self.LinkClicked(self, place.entry, target))
        elif place.entry == self.highlight and place.part is Part.HEADER:
            self.action_toggle_replies()
        else:
            self.move_to(place.entry)

    @property
    def left_of_text(self) -> int:
        """Empty cells left of the thread."""
        return 0 if self.linear else left_margin(self.scrollable_content_region.width, self.measure)

    # Selecting with the mouse

    def render_line(self, y: int) -> Strip:
        """The line ``y`` of the pane, with the offsets that tell Textual what the mouse is drawn over."""
        return super().render_line(y).apply_offsets(0, y + self.scroll_offset.y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of ``crop``, and over them what is selected."""
        strips = super().render_lines(crop)
        selection = self.text_selection
        if selection is None:
            return strips
        style = self.screen.get_component_rich_style("screen--selection")
        first = crop.y + self.scroll_offset.y
        return [
            strip if span is None else _painted_over(strip, span, crop.x, style)
            for strip, span in zip(strips, map(selection.get_span, range(first, first + len(strips))), strict=True)
        ]

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Paint what is selected now."""
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as the source has them; None where there is nothing but headers."""
        thread, layout = self._opened(), self.lines
        if thread is None or layout is None:
            return None
        start, end = selection.start or Offset(0, 0), selection.end
        left = self.left_of_text
        columns = start.x - left, None if end is None else end.x - left
        words = selected(thread, layout, start.y, layout.total if end is None else end.y, columns)
        return (words, "\n") if words else None

    def _opened(self) -> Thread | None:
        """The thread, when it has anything to move over."""
        return self.thread if self.thread is not None and len(self.thread.outline) else None

    def _go(self, entry: int | None, otherwise: str) -> None:
        if entry is None:
            self.post_message(self.Stopped(self, otherwise))
        else:
            self.move_to(entry)

    # Moving by entries

    def action_next_entry(self) -> None:
        """Highlight the next visible entry."""
        self._step(1, "This is the last entry")

    def action_previous_entry(self) -> None:
        """Highlight the visible entry before."""
        self._step(-1, "This is the first entry")

    def _step(self, by: int, otherwise: str) -> None:
        if thread := self._opened():
            entry = thread.rows.step(self.highlight, by)
            if entry == self.highlight:
                self.scroll_to(y=self.max_scroll_y if by > 0 else 0, animate=False)
            self._go(entry if entry != self.highlight else None, otherwise)

    def action_first(self) -> None:
        """Go to the beginning of the post."""
        if self._opened():
            self._leap_to(0)
            self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """Go to the last visible entry."""
        if thread := self._opened():
            self._leap_to(thread.rows.visible[-1])
            self.scroll_to(y=self.max_scroll_y, animate=False)

    def action_next_sibling(self) -> None:
        """Go to the next entry with the same parent."""
        if thread := self._opened():
            self._go(thread.outline.next_sibling(self.highlight), "No sibling below")

    def action_previous_sibling(self) -> None:
        """Go to the entry before with the same parent."""
        if thread := self._opened():
            self._go(thread.outline.previous_sibling(self.highlight), "No sibling above")

    def action_parent(self) -> None:
        """Go to the comment this one replies to; from a top-level comment, to the post."""
        if thread := self._opened():
            parent = thread.outline.parents[self.highlight]
            at_comment = not thread.outline.is_section(self.highlight)
            top = 0 if at_comment and thread.outline.sections else None
            self._go(top if parent == NO_PARENT else parent, "This is the post")

    def action_top_level(self) -> None:
        """Go to the top-level comment of this thread."""
        if thread := self._opened():
            self._leap_to(thread.outline.top_level(self.highlight))

    def action_post(self) -> None:
        """Go to the post."""
        self.action_first()

    def move_to_unread(self, by: int) -> bool:
        """Go to the next (``by`` 1) or previous (-1) unread comment; False when there is none in this thread."""
        thread = self._opened()
        entry = None if thread is None else thread.next_unread(self.highlight, by)
        if entry is not None:
            self.move_to(entry)
        return entry is not None

    # Moving by lines

    def action_page(self, by: int) -> None:
        """Scroll a page down (1) or up (-1); what was shown to its end is read, the highlight comes along."""
        self._scroll_lines(by * max(1, self.scrollable_content_region.height - 2))

    def action_half_page(self, by: int) -> None:
        """Scroll half a page down (1) or up (-1)."""
        self._scroll_lines(by * max(1, self.scrollable_content_region.height // 2))

    def action_line(self, by: int) -> None:
        """Scroll one line down (1) or up (-1)."""
        self._scroll_lines(by)

    def _scroll_lines(self, lines: int) -> None:
        thread, layout = self._opened(), self.lines
        if thread is None or layout is None:
            return
        seen = self.scroll_offset.y
        turned = lines > 0 and self.read_by is not ReadBy.NEVER
        if turned:
            self.mark_read(self._ending_in_view())
        self.scroll_to(y=seen + lines, animate=False)
        if turned and self.scroll_offset.y == self.max_scroll_y:
            # There is no further page to turn, which would say that this one was read.
            self.mark_read(self._ending_in_view())
        if self.scroll_offset.y == seen:
            self.highlight = thread.rows.visible[-1 if lines > 0 else 0]
        else:
            self._highlight_in_view()
        self.visited()
        self.refresh()

    def _ending_in_view(self) -> list[int]:
        """Visible entries whose last line is on the screen."""
        layout = self.lines
        assert layout is not None
        below = self.scroll_offset.y + self.scrollable_content_region.height
        return [entry for entry in self._entries_between(self.scroll_offset.y, below) if layout.bottom(entry) <= below]

    def _entries_between(self, first: int, last: int) -> list[int]:
        """Visible entries with a line in ``first`` <= line < ``last``."""
        layout = self.lines
        assert layout is not None
        places = (layout.at(line) for line in range(first, last))
        return sorted({place.entry for place in places if place is not None and place.part in (Part.HEADER, Part.TEXT)})

    def _highlight_in_view(self) -> None:
        """Move the highlight to the first entry that begins in view, else to the one that fills it."""
        layout, seen = self.lines, self.scroll_offset.y
        if layout is None:
            return
        entries = self._entries_between(seen, seen + self.scrollable_content_region.height)
        if entries and self.highlight not in entries:
            self.highlight = next((entry for entry in entries if layout.top(entry) >= seen), entries[0])

    # Collapsing

    def action_collapse(self) -> None:
        """Collapse this comment; when it is collapsed already or has no replies, go to its parent."""
        if thread := self._opened():
            if thread.outline.descendants[self.highlight] and not thread.rows.is_collapsed(self.highlight):
                self.reshape(lambda: thread.rows.collapse(self.highlight))
                self.visited()
            else:
                self.action_parent()

    def action_expand(self) -> None:
        """Expand this comment; when it is expanded already, go to its first reply."""
        if thread := self._opened():
            if thread.rows.is_collapsed(self.highlight):
                self.reshape(lambda: thread.rows.expand(self.highlight))
                self.visited()
            else:
                self._go(self._first_reply(thread), "No replies here")

    def _first_reply(self, thread: Thread) -> int | None:
        """The first reply to the highlighted comment; the replies to a post are its top-level comments."""
        outline = thread.outline
        if outline.is_section(self.highlight):
            return outline.sections if len(outline) > outline.sections else None
        return self.highlight + 1 if outline.descendants[self.highlight] else None

    def action_toggle_replies(self) -> None:
        """Collapse or expand this comment."""
        if thread := self._opened():
            if thread.outline.descendants[self.highlight] and not thread.rows.is_collapsed(self.highlight):
                self.action_collapse()
            elif thread.outline.descendants[self.highlight] or thread.outline.is_section(self.highlight):
                self.action_expand()
            else:
                self._go(None, "No replies here")

    def action_collapse_to(self, depth: int) -> None:
        """Show the comments down to ``depth`` and collapse those at it."""
        if thread := self._opened():
            self.reshape(lambda: thread.rows.collapse_to_depth(depth))
            self.visited()

    def action_expand_all(self) -> None:
        """Collapse nothing."""
        if thread := self._opened():
            self.reshape(thread.rows.expand_all)
            self.visited()

    def action_collapse_read(self) -> None:
        """Collapse the top-level threads in which nothing is new or unread."""
        if thread := self._opened():
            self.reshape(thread.collapse_read)
            self.visited()

    def action_collapse_on(self) -> None:
        """Collapse the whole top-level thread and go on to the next."""
        if thread := self._opened():
            top = thread.outline.top_level(self.highlight)
            after = thread.outline.next_sibling(top)
            self.reshape(lambda: thread.rows.collapse(top))
            self._go(after if after is not None else top, "")


def _painted_over(strip: Strip, span: tuple[int, int], shift: int, style: Style) -> Strip:
    """``strip``, which begins at cell ``shift``, with ``style`` from one character to before another (-1: the end)."""
    text = strip.text
    start, end = span
    first = cell_len(text[: max(0, start - shift)])
    last = strip.cell_length if end < 0 else cell_len(text[: max(0, end - shift)])
    if first >= last:
        return strip
    before, over, after = strip.crop(0, first), strip.crop(first, last), strip.crop(last)
    back = Style(bgcolor=style.bgcolor, reverse=style.reverse)
    painted = Strip([Segment(text, (own or Style()) + back) for text, own, _ in over], over.cell_length)
    return Strip.join([before, painted, after])
