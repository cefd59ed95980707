"""The reading screen: what the user meets."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from probreader.domain.post import Comment
from probreader.library import Undone
from probreader.tui.commands import Scope, bindings
from probreader.tui.screens.ask_line import AskLine
from probreader.tui.screens.bookmark_note import BookmarkNote, Note
from probreader.tui.screens.help import HelpScreen
from probreader.tui.screens.saved import SavedScreen
from probreader.tui.session import Session
from probreader.tui.views import View
from probreader.tui.widgets.bookmark_list import BookmarkList
from probreader.tui.widgets.row_list import RowList
from probreader.tui.widgets.thread_pane import ThreadPane

FLUSH_INTERVAL = 0.5
"""Seconds after which marks of reading are written at the latest."""


class ReaderScreen(SavedScreen):
    """Reading, finding and marking, from the first post shown to the last mark kept."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.READER)

    def __init__(self, session: Session, post_id: str | None) -> None:
        super().__init__(session)
        self._wanted = post_id
        self._doubted: str | None = None
        """The entry whose bookmark, which has a note, was about to be removed."""

    def on_mount(self) -> None:
        """Fill the panes and open the first thread."""
        self.heed_settings()
        self.share_out()
        self.list_posts()
        if not self.posts.items or (self._wanted and self.posts.index_of(self._wanted) is None):
            # A filter of an earlier visit hides what was asked for, or everything.
            self.session.label = None
            self.list_posts()
        self.list_bookmarks()
        self.list_saved()
        post_id = self.session.first_post(self._wanted)
        if post_id is not None:
            self.show_post(post_id)
            self._greet()
        else:
            self.posts.focus()
            self.say_place()
        self.set_interval(FLUSH_INTERVAL, self._flush)

    def _greet(self) -> None:
        """Tell the first keys, the first time there is something to read."""
        if self.session.library.setting("greeted") is not None:
            return
        keymap = self.session.keymap
        hints = [("next_entry", "next"), ("next_unread", "next unread"), ("collapse", "collapse"), ("help", "help")]
        told = [hint for command, words in hints if (hint := keymap.hint(command, words))]
        self.status.hints = told or self.status.hints
        with self.telling():
            self.session.library.keep_setting("greeted", "1")

    def _flush(self) -> None:
        with self.telling():
            self.session.flush()
        self.count_saved()

    # Marks

    def _entry(self) -> tuple[str, str] | None:
        """Id and text of the highlighted entry, that of the list's row when a list is looked through."""
        rows = self.focused
        if self.stop_preview() and isinstance(rows, RowList):
            self.show_item(rows.highlighted)
        thread = self.pane.thread
        if thread is None:
            return None
        return thread.outline.ids[self.pane.highlight], thread.prose(self.pane.highlight).text

    def action_bookmark(self) -> None:
        """Bookmark the highlighted entry, or remove its bookmark."""
        entry = self._entry()
        if entry is None:
            return
        with self.telling():
            before = self.session.bookmark_of(entry[0])
            if before is not None and (before.note or before.tags) and self._doubted != entry[0]:
                self._doubted = entry[0]
                self.status.say(
                    f"This bookmark has a note; {self.session.keymap.hint('bookmark', 'again removes both')}"
                )
                return
            self._doubted = None
            is_set = self.session.toggle_bookmark(entry[0])
            self._bookmarks_changed()
            note = self.session.keymap.hint("bookmark_note", "adds a note")
            self.status.say(("; ".join(filter(None, ("Bookmarked", note)))) if is_set else "Bookmark removed")

    @work
    async def action_bookmark_note(self) -> None:
        """Bookmark the highlighted entry with note and tags."""
        entry, post_id = self._entry(), self.session.post_id
        if entry is None or post_id is None:
            return
        with self.telling():
            before = self.session.bookmark_of(entry[0])
            note = Note("", ()) if before is None else Note(before.note, before.tags)
            answer = await self.app.push_screen_wait(BookmarkNote(" ".join(entry[1][:240].split()), note))
            if answer is not None:
                self.session.library.bookmark(post_id, entry[0], answer.text, answer.tags)
                self._bookmarks_changed()
                self.status.say("Bookmark kept")

    def _bookmarks_changed(self) -> None:
        thread, post_id = self.pane.thread, self.session.post_id
        if thread is not None and post_id is not None:
            marked = self.session.library.bookmarked(post_id)
            thread.marks.bookmarked = {thread.outline.index[e] for e in marked if e in thread.outline.index}
            self.pane.repaint()
            self.say_place()
        self.list_bookmarks()

    def list_bookmarks(self) -> None:
        """List the bookmarks anew."""
        with self.telling():
            bookmarks = self.session.bookmarks()
            self.query_one("#bookmarks", BookmarkList).set_items(bookmarks)
            self.query_one("#side-bookmarks", BookmarkList).set_items(bookmarks)
            self.title_left()

    def action_bookmarks(self) -> None:
        """Go to the bookmarks; from there, back to the posts."""
        if self.listed == "bookmarks":
            self.action_back()
            return
        beside = self.query_one("#right").display
        rows = self.query_one("#side-bookmarks", BookmarkList) if beside else self.show_list("bookmarks")
        self.remember_place()
        self.give_focus(rows)
        self.show_item(rows.highlighted)

    def action_filter(self) -> None:
        """Filter the bookmarks when they are looked through, else the posts."""
        if isinstance(self.focused, BookmarkList):
            self._filter_bookmarks()
        else:
            self.filter_posts()

    @work
    async def _filter_bookmarks(self) -> None:
        answer = await self.app.push_screen_wait(
            AskLine("Bookmarks with these words and #tags; no words list all", self.session.bookmark_filter)
        )
        if answer is not None:
            self.session.bookmark_filter = answer
            self.list_bookmarks()

    def action_mark_unread(self) -> None:
        """Count the highlighted comment, or the whole post over it, as unread again."""
        self._entry()
        thread = self.pane.thread
        if thread is None:
            return
        outline, at = thread.outline, self.pane.highlight
        entries = range(outline.sections) if outline.is_section(at) else (at,)
        with self.telling():
            self.session.mark_unread([outline.ids[entry] for entry in entries])
            for entry in entries:
                thread.mark_unread(entry)
            self.pane.spared = at
            self.pane.repaint()
            self.counts_changed()
            self.status.say("Post marked unread" if outline.is_section(at) else "Marked unread")

    def action_mark_all_read(self) -> None:
        """Count every entry of the thread as read."""
        thread = self.pane.thread
        if thread is None:
            return
        count, ids = thread.unread, thread.outline.ids
        with self.telling():
            self.session.mark_read([ids[entry] for entry in range(len(ids)) if entry not in thread.marks.read])
            thread.mark_read(range(len(ids)))
            self.pane.repaint()
            self.counts_changed()
            self.status.say(f"{count} comment{'' if count == 1 else 's'} marked read" if count else "Post marked read")

    def action_undo(self) -> None:
        """Undo what was marked last, and go where it was."""
        self._retrace(self.session.undo, "Nothing to undo")

    def action_redo(self) -> None:
        """Do again what was undone last, and go where it was."""
        self._retrace(self.session.redo, "Nothing to redo")

    def _retrace(self, step: Callable[[], Undone | None], otherwise: str) -> None:
        self.stop_preview()
        with self.telling():
            undone = step()
            if undone is None:
                self.status.say(otherwise)
                return
            self._go_where(undone)
            self._bookmarks_changed()
            self.status.say(undone.said)

    def _go_where(self, undone: Undone) -> None:
        """Show the post concerned as it is marked now and, when one entry alone is concerned, that entry."""
        self.leap()
        self.forget_place()
        thread = self.pane.thread
        if undone.post_id != self.session.post_id or (thread is not None and thread.view is View.PATH):
            self.open(undone.post_id)
            self.posts.highlight_key(undone.post_id)
            thread = self.pane.thread
        if thread is None or undone.post_id != self.session.post_id:
            return
        read, index = self.session.library.read_entries(undone.post_id), thread.outline.index
        concerned = [index[entry_id] for entry_id in undone.entry_ids if entry_id in index]
        for entry in concerned:
            if thread.outline.ids[entry] in read:
                thread.mark_read([entry])
            else:
                thread.mark_unread(entry)
        # What is unread again is not read by the highlight being there.
        self.pane.spared = concerned[0] if len(concerned) == 1 else self.pane.highlight
        if len(concerned) == 1:
            self.pane.move_to(concerned[0])
        self.pane.repaint()
        self.counts_changed()

    # The mouse

    def on_text_selected(self) -> None:
        """Tell how to copy what was selected."""
        if self.get_selected_text():
            self.status.say(self.session.keymap.hint("copy_entry", "copies what is selected"))

    @on(ThreadPane.LinkClicked)
    def _say_link(self, event: ThreadPane.LinkClicked) -> None:
        """Tell where the link leads."""
        self.status.say(event.target)

    # Around

    def action_copy_entry(self) -> None:
        """Copy what is selected with the mouse, else the text of the highlighted entry."""
        words = self.get_selected_text()
        if words:
            self.app.copy_to_clipboard(words)
            self.clear_selection()
            self.status.say("Selection copied")
            return
        entry = self._entry()
        if entry is not None:
            self.app.copy_to_clipboard(entry[1])
            self.status.say("Text copied")

    def action_copy_link(self) -> None:
        """Copy the permalink of the highlighted comment, else the address of the post."""
        thread = self.pane.thread
        if thread is None:
            return
        entry = thread.entry(self.pane.highlight)
        link = (entry.permalink if isinstance(entry, Comment) else None) or thread.post.url
        if link is None:
            self.status.say("The source gives no link here")
        else:
            self.app.copy_to_clipboard(link)
            self.status.say("Link copied")

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(self.session.keymap))
