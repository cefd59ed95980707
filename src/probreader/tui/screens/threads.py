"""Posts listed, threads opened, places and read marks kept."""

import re
from collections.abc import Callable
from dataclasses import replace

from textual import on, work
from textual.timer import Timer

from probreader.library import Bookmark, Hit, Place, PostSummary, SavedSearch
from probreader.tui.jumps import Jumps, Spot
from probreader.tui.screens.label_picker import ALL, LabelPicker
from probreader.tui.screens.panes import PanesScreen
from probreader.tui.session import Session
from probreader.tui.thread import Thread
from probreader.tui.views import View
from probreader.tui.widgets.map_column import MapColumn
from probreader.tui.widgets.row_list import RowList
from probreader.tui.widgets.thread_header import ThreadHeader
from probreader.tui.widgets.thread_pane import ThreadPane

_VIEW_NAMES = {View.DATE: "by date", View.PATH: "path", View.CONVERSATION: "conversation, inferred"}
PREVIEW_DELAY = 0.08
"""Seconds the highlight rests in a list before its thread is shown."""


class ThreadsScreen(PanesScreen):
    """Opens threads from the lists and keeps what reading them leaves."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.pattern: re.Pattern[str] | None = None
        """What is highlighted in every thread that is opened; None for nothing."""
        self._preview: Timer | None = None
        self.jumps = Jumps()
        self._before: Place | None = None
        """Where reading was before hits or bookmarks were looked through; None when it goes on where it is."""
        self._being_read = False
        """True when the reader has been in the open thread, and not only looked at it from a list."""

    def list_posts(self) -> None:
        """List the posts anew."""
        with self.telling():
            self.posts.set_items(self.session.posts())
            self.title_left()
            self.say_place()

    def open(self, post_id: str, entry_id: str | None = None) -> None:
        """Show a thread, at ``entry_id`` or where it was left."""
        self.leave()
        self._open_anew(post_id, entry_id)

    def _open_anew(self, post_id: str, entry_id: str | None = None) -> None:
        with self.telling():
            thread, place = self.session.open(post_id)
            row = None
            if place is not None and entry_id is None:
                entry_id, row = place.entry_id, place.scroll
            elif entry_id in thread.outline.index:
                thread.rows.reveal(thread.outline.index[entry_id])
            thread.find(self.pattern)
            self._being_read = False
            self.pane.show(thread, entry_id, row)
            self.query_one(ThreadHeader).show(thread)

    def show_post(self, post_id: str) -> None:
        """Open a post and read it."""
        self.open(post_id)
        self.posts.highlight_key(post_id)
        self.give_focus(self.pane)

    def leave(self) -> None:
        """Keep the place in the open thread, and every mark: another is opened, or the program is left.

        What was new in a thread that was read is no longer new the next time.
        """
        self.keep_place()
        post_id = self.session.post_id
        with self.telling():
            if self._being_read and post_id is not None and not self._is_looked_into:
                self.session.visit()
                self._list_anew(post_id, lambda post: replace(post, new=0))

    def keep_place(self) -> None:
        """Keep the place in the open thread, and every mark; what cannot be kept is told.

        A thread that is only looked into from hits or bookmarks keeps the place it had.
        """
        thread, post_id = self.pane.thread, self.session.post_id
        with self.telling():
            if thread is None or post_id is None or self._is_looked_into:
                self.session.flush()
            else:
                self.session.leave(self._before or self._place(thread, post_id))

    @property
    def _is_looked_into(self) -> bool:
        """True while the open thread is only looked into from a list that was opened in another one."""
        return self._before is not None and self._before.post_id != self.session.post_id

    def _place(self, thread: Thread, post_id: str) -> Place:
        entry_id = thread.outline.ids[self.pane.highlight]
        collapsed = thread.rows.collapsed_ids
        if thread.view is not View.TREE:
            # What is collapsed in another arrangement says nothing of the tree.
            kept = self.session.library.place(post_id)
            collapsed = frozenset() if kept is None else kept.collapsed
        return Place(post_id, entry_id, collapsed, self.pane.row)

    def spot(self) -> Spot | None:
        """Where the highlight is; None while no thread is shown."""
        thread, post_id = self.pane.thread, self.session.post_id
        if thread is None or post_id is None:
            return None
        return Spot(post_id, thread.outline.ids[self.pane.highlight])

    def leap(self) -> None:
        """Keep where reading is, or was before it looked through a list: it is about to go far from there."""
        before = self._before
        if before is not None and before.entry_id is not None:
            self.jumps.leave(Spot(before.post_id, before.entry_id))
        elif (spot := self.spot()) is not None:
            self.jumps.leave(spot)

    @on(ThreadPane.Leapt)
    def _keep_spot(self, event: ThreadPane.Leapt) -> None:
        """The highlight has left for another part of the thread."""
        if self.session.post_id is not None:
            self.jumps.leave(Spot(self.session.post_id, event.entry_id))

    def remember_place(self) -> None:
        """Keep where reading is, to return to when nothing of what follows is chosen."""
        thread, post_id = self.pane.thread, self.session.post_id
        if self._before is None and thread is not None and post_id is not None:
            self._before = self._place(thread, post_id)

    def forget_place(self) -> None:
        """Go on where the reader is now."""
        self._before = None

    def return_to_place(self) -> None:
        """Go back to where reading was, if it was kept."""
        place, self._before = self._before, None
        self.stop_preview()
        if place is None:
            return
        with self.telling():
            self.session.leave(place)
        self._open_anew(place.post_id)
        self.posts.highlight_key(place.post_id)

    def stop_preview(self) -> bool:
        """Do not show what was about to be shown; False when nothing was."""
        pending, self._preview = self._preview, None
        if pending is not None:
            pending.stop()
        return pending is not None

    @on(RowList.Highlighted)
    def _preview_soon(self, event: RowList.Highlighted) -> None:
        """Show the highlighted item's thread once the highlight rests."""
        self.stop_preview()
        rows = event.rows

        def show() -> None:
            self._preview = None
            self.show_item(rows.highlighted)

        self._preview = self.set_timer(PREVIEW_DELAY, show)

    @on(RowList.Chosen)
    def _read_chosen(self, event: RowList.Chosen) -> None:
        """Show the highlighted item's thread and read it."""
        self.stop_preview()
        if isinstance(event.rows.highlighted, SavedSearch):
            return
        self.leap()
        self.forget_place()
        self.show_item(event.rows.highlighted)
        self.give_focus(self.pane)

    def show_item(self, item: object) -> None:
        """Show the thread of a post, hit or bookmark."""
        if isinstance(item, PostSummary):
            if item.id != self.session.post_id:
                self.open(item.id)
        elif isinstance(item, Hit | Bookmark):
            self.go_to(item.post_id, item.entry_id)

    def go_to(self, post_id: str, entry_id: str) -> None:
        """Show an entry wherever it is, its ancestors expanded, at its first match."""
        if post_id != self.session.post_id:
            self.open(post_id, entry_id)
            self.posts.highlight_key(post_id)
        if post_id != self.session.post_id:
            return
        thread = self.pane.thread
        entry = None if thread is None else thread.outline.index.get(entry_id, 0)
        if thread is None or entry is None:
            return
        matches = thread.marks.matches.get(entry)
        thread.marks.current = (entry, matches[0][0]) if matches else None
        self.pane.move_to(entry, offset=matches[0][0] if matches else None)
        self.pane.repaint()

    @on(ThreadPane.Highlighted)
    def say_place(self) -> None:
        """Tell where the reader is."""
        thread = self.pane.thread
        count, number = len(self.posts.items), self._open_post()
        where = f"{count} posts" if number is None else f"post {number + 1}/{count}"
        if thread is not None:
            at, outline = self.pane.highlight, thread.outline
            comments = len(outline) - outline.sections
            if not outline.is_section(at):
                where += f"  comment {at - outline.sections + 1}/{comments}"
            elif outline.sections > 1:
                where += f"  section {at + 1}/{outline.sections}"
            where += f"  {thread.unread} unread" if comments else ""
            where += "" if thread.view is View.TREE else f"  {_VIEW_NAMES[thread.view]}"
            number, count = thread.match_number()
            where += f"  match {number}/{count}" if count else ""
        self.status.place(where)
        self.query_one(MapColumn).show(thread, self.pane.highlight)

    @on(MapColumn.Clicked)
    def _go_on_map(self, event: MapColumn.Clicked) -> None:
        """Go to what the map shows there."""
        self.pane.move_to(event.entry)

    @on(ThreadPane.Highlighted)
    def _note_reading(self) -> None:
        """The reader is in the thread."""
        self._being_read = self._being_read or self.pane.has_focus

    def _open_post(self) -> int | None:
        """Which post of the list is open; None when none of them is."""
        post_id = self.session.post_id
        return None if post_id is None else self.posts.index_of(post_id)

    @on(ThreadPane.Read)
    def _keep_read(self, event: ThreadPane.Read) -> None:
        """What was read stays read."""
        self.session.note_read(event.entry_ids)
        self.counts_changed()

    @on(ThreadPane.Stopped)
    def _say_why(self, event: ThreadPane.Stopped) -> None:
        """Say why a command did nothing."""
        self.status.say(event.reason)

    def counts_changed(self) -> None:
        """Tell everywhere how much is unread."""
        thread = self.pane.thread
        self.query_one(ThreadHeader).show(thread)
        if self.session.post_id is not None and thread is not None and thread.view is not View.PATH:
            unread, opened = thread.unread, bool(thread.marks.read)
            self._list_anew(self.session.post_id, lambda post: replace(post, unread=unread, opened=opened))
        self.say_place()

    def _list_anew(self, post_id: str, change: Callable[[PostSummary], PostSummary]) -> None:
        """List a post, if it is listed, with other counts."""
        here = self.posts.index_of(post_id)
        if here is not None:
            self.posts.replace_item(change(self.posts.items[here]))

    def action_next_post(self) -> None:
        """Open the next post of the list."""
        self._step_post(1)

    def action_previous_post(self) -> None:
        """Open the post before in the list."""
        self._step_post(-1)

    def _step_post(self, by: int) -> None:
        at = self.posts.highlight + by
        if 0 <= at < len(self.posts.items):
            post = self.posts.items[at]
            self.leap()
            self.open(post.id)
            self.posts.highlight_key(post.id)
        else:
            self.status.say("This is the last post" if by > 0 else "This is the first post")

    def action_next_unread(self) -> None:
        """Go to the next unread comment, in this thread or in a later post."""
        self._step_unread(1)

    def action_previous_unread(self) -> None:
        """Go to the previous unread comment, in this thread or in an earlier post."""
        self._step_unread(-1)

    def _step_unread(self, by: int) -> None:
        self.give_focus(self.pane)
        self.leap()
        if self.pane.move_to_unread(by):
            return
        with self.telling():
            here = self._open_post()
            found = self.session.next_unread_post(self.posts.items, -1 if here is None else here, by)
            if found is None:
                self.status.say("Nothing unread " + ("below" if by > 0 else "above"))
                return
            post = self.posts.items[found]
            self.open(post.id)
            self.posts.highlight_key(post.id)
            thread = self.pane.thread
            entry = None if thread is None else thread.next_unread(-1 if by > 0 else len(thread.outline), by)
            if entry is not None:
                self.pane.move_to(entry)

    def action_sort(self) -> None:
        """Sort the posts another way."""
        with self.telling():
            self.session.next_order()
        order = self.session.order
        self.show_list("posts")
        self.list_posts()
        if self.session.post_id is not None:
            self.posts.highlight_key(self.session.post_id)
        self.status.say(f"Sorted by {order.value}")

    def action_hide_read(self) -> None:
        """List only posts with something new or unread, or all again."""
        self.session.hides_read = not self.session.hides_read
        self.show_list("posts")
        self.list_posts()
        if self.session.post_id is not None:
            self.posts.highlight_key(self.session.post_id)
        hidden = "Posts with nothing new or unread are hidden; H shows them"
        self.status.say(hidden if self.session.hides_read else "All posts are listed")

    @work
    async def filter_posts(self) -> None:
        """List the posts of one label."""
        with self.telling():
            labels = self.session.library.labels()
            if not labels:
                self.status.say("No post has a label")
                return
            answer = await self.app.push_screen_wait(LabelPicker(labels, self.session.label))
            if answer is not None:
                self.session.filter(None if answer == ALL else answer)
                self.show_list("posts")
                self.list_posts()
