"""The reading screen: post list, thread, bookmarks, search."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from probreader.domain.post import Comment
from probreader.errors import ProbreaderError
from probreader.library import Bookmark, Hit, Place, PostSummary
from probreader.tui.commands import Scope, bindings
from probreader.tui.screens.bookmark_note import BookmarkNote, Note
from probreader.tui.screens.help import HelpScreen
from probreader.tui.screens.label_picker import ALL, LabelPicker
from probreader.tui.session import Session
from probreader.tui.thread import words_of
from probreader.tui.widgets.bookmark_list import BookmarkList
from probreader.tui.widgets.hit_list import HitList
from probreader.tui.widgets.post_list import PostList
from probreader.tui.widgets.row_list import RowList
from probreader.tui.widgets.search_bar import SearchBar, SearchMode
from probreader.tui.widgets.status_line import StatusLine
from probreader.tui.widgets.thread_header import ThreadHeader
from probreader.tui.widgets.thread_pane import ThreadPane

BOTH_PANES_FROM = 70
"""Cells from which the post list stands beside the thread; narrower screens show one at a time."""
SIDE_PANE_FROM = 168
"""Cells from which the bookmarks stand on the other side."""
PREVIEW_DELAY = 0.08
"""Seconds the highlight rests in a list before its thread is shown."""
FLUSH_INTERVAL = 0.5
"""Seconds after which marks of reading are written at the latest."""
MAX_HITS = 200


class ReaderScreen(Screen[None]):
    """Puts the panes together and speaks with the library through the session."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.READER)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared by Textual
        (0, "-single"),
        (BOTH_PANES_FROM, "-close"),
        (110, "-roomy"),
        (SIDE_PANE_FROM, "-wide"),
    ]

    @dataclass
    class Found(Message):
        """A search of the library has ended."""

        query: str
        hits: list[Hit]
        count: int

    @dataclass
    class Failed(Message):
        """A search of the library could not be made."""

        reason: str

    def __init__(self, session: Session, post_id: str | None) -> None:
        super().__init__()
        self._session = session
        self._wanted = post_id
        self._alone = False
        self._needles: list[str] = []
        """What is highlighted in every thread that is opened."""
        self._at_word_start = False
        self._preview: Timer | None = None

    def compose(self) -> ComposeResult:
        """Left, middle, right, and the lines at the foot."""
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Static(id="left-title", markup=False)
                with ContentSwitcher(initial="posts", id="lists"):
                    yield PostList(id="posts")
                    yield HitList(id="hits")
                    yield BookmarkList(id="bookmarks")
            with Vertical(id="middle"):
                yield ThreadHeader(id="header", markup=False)
                yield ThreadPane(id="thread")
            with Vertical(id="right"):
                yield Static(Content(" Bookmarks"), id="right-title", markup=False)
                yield BookmarkList(id="side-bookmarks")
        yield SearchBar(id="search")
        yield StatusLine(id="status")

    @property
    def pane(self) -> ThreadPane:
        """The thread pane."""
        return self.query_one("#thread", ThreadPane)

    @property
    def posts(self) -> PostList:
        """The post list."""
        return self.query_one("#posts", PostList)

    @property
    def _status(self) -> StatusLine:
        return self.query_one(StatusLine)

    def on_mount(self) -> None:
        """Fill the panes and open the first thread."""
        self._arrange()
        self._list_posts()
        self._list_bookmarks()
        post_id = self._session.first_post(self._wanted)
        if post_id is not None:
            self.show_post(post_id)
        else:
            self.posts.focus()
            self._say_place()
        self.set_interval(FLUSH_INTERVAL, self._flush)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What the library refuses is told on the status line; the screen goes on."""
        try:
            yield
        except ProbreaderError as error:
            self._status.say(str(error))

    # Panes

    def on_resize(self, _: events.Resize) -> None:
        """Show as many panes as there is room for."""
        self._arrange()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """A narrow screen shows the pane that has the focus."""
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.app.size
        in_left = self.focused is not None and self.query_one("#left") in self.focused.ancestors
        searching = self.query_one(SearchBar).has_focus_within and self.query_one(SearchBar).mode is SearchMode.LIBRARY
        want_left = in_left or searching
        both = width >= BOTH_PANES_FROM
        self.query_one("#left").display = want_left or (both and not self._alone)
        self.query_one("#middle").display = both or not want_left
        self.query_one("#right").display = width >= SIDE_PANE_FROM and not self._alone
        self.query_one("#header").display = height >= 9
        self.query_one("#left-title").display = height >= 6

    def _focus(self, widget: Widget) -> None:
        """Give the focus to a pane that may be hidden on a narrow screen."""
        left = self.query_one("#left")
        if left in widget.ancestors:
            left.display = True
        else:
            self.query_one("#middle").display = True
        widget.focus()

    def _show_list(self, name: str) -> RowList[Any]:
        """Let the left pane show the list ``name``."""
        self.query_one(ContentSwitcher).current = name
        self._title_left()
        rows = self.query_one(f"#{name}")
        assert isinstance(rows, RowList)
        return rows

    @property
    def _listed(self) -> str:
        return self.query_one(ContentSwitcher).current or "posts"

    def _title_left(self, count: str = "") -> None:
        session = self._session
        if self._listed == "posts":
            label = f"  {session.label}" if session.label else ""
            words = f" Posts  {len(self.posts.items)}{label}  {session.order.value}"
        elif self._listed == "hits":
            words = f" Search  {count}"
        else:
            words = f" Bookmarks  {len(self.query_one('#bookmarks', BookmarkList).items)}"
        self.query_one("#left-title", Static).update(Content(words))

    def action_next_pane(self) -> None:
        """Give the focus to the next pane."""
        panes: list[Widget] = [self.query_one(f"#{self._listed}"), self.pane]
        if self.query_one("#right").display:
            panes.append(self.query_one("#side-bookmarks"))
        at = next((index for index, pane in enumerate(panes) if pane.has_focus), -1)
        self._alone = False
        self._focus(panes[(at + 1) % len(panes)])

    def action_thread_alone(self) -> None:
        """Hide or show the other panes."""
        self._alone = not self._alone
        self._focus(self.pane)
        self._arrange()

    # Posts and threads

    def _list_posts(self) -> None:
        with self._telling():
            self.posts.set_items(self._session.posts())
            self._title_left()

    def _open(self, post_id: str, entry_id: str | None = None) -> None:
        """Show a thread, at ``entry_id`` or where it was left."""
        with self._telling():
            self._leave()
            thread, place = self._session.open(post_id)
            row = None
            if place is not None and entry_id is None:
                entry_id, row = place.entry_id, place.scroll
            elif entry_id in thread.outline.index:
                thread.rows.reveal(thread.outline.index[entry_id])
            thread.find(self._needles, word_start=self._at_word_start)
            self.pane.show(thread, entry_id, row)
            self.query_one(ThreadHeader).show(thread)

    def show_post(self, post_id: str) -> None:
        """Open a post and read it."""
        self._open(post_id)
        self.posts.highlight_key(post_id)
        self._focus(self.pane)

    def _leave(self) -> None:
        """Keep the place in the open thread."""
        thread, post_id = self.pane.thread, self._session.post_id
        if thread is None or post_id is None:
            return
        entry_id = thread.outline.ids[self.pane.highlight]
        self._session.leave(Place(post_id, entry_id, thread.rows.collapsed_ids, self.pane.row))

    def leave(self) -> None:
        """Keep everything before the program ends."""
        with self._telling():
            self._leave()

    def _flush(self) -> None:
        with self._telling():
            self._session.flush()

    @on(RowList.Highlighted)
    def _preview_soon(self, event: RowList.Highlighted) -> None:
        """Show the highlighted item's thread once the highlight rests."""
        if self._preview is not None:
            self._preview.stop()
        rows = event.rows
        self._preview = self.set_timer(PREVIEW_DELAY, lambda: self._show_item(rows.highlighted))

    @on(RowList.Chosen)
    def _read_chosen(self, event: RowList.Chosen) -> None:
        """Show the highlighted item's thread and read it."""
        if self._preview is not None:
            self._preview.stop()
        self._show_item(event.rows.highlighted)
        self._focus(self.pane)

    def _show_item(self, item: object) -> None:
        if isinstance(item, PostSummary):
            if item.id != self._session.post_id:
                self._open(item.id)
        elif isinstance(item, Hit | Bookmark):
            self._go_to(item.post_id, item.entry_id)

    def _go_to(self, post_id: str, entry_id: str) -> None:
        """Show an entry wherever it is, its ancestors expanded, at its first match."""
        if post_id != self._session.post_id:
            self._open(post_id, entry_id)
            self.posts.highlight_key(post_id)
        thread = self.pane.thread
        entry = None if thread is None else thread.outline.index.get(entry_id, 0)
        if thread is None or entry is None:
            return
        matches = thread.marks.matches.get(entry)
        thread.marks.current = (entry, matches[0][0]) if matches else None
        self.pane.move_to(entry, offset=matches[0][0] if matches else None)
        self.pane.repaint()

    @on(ThreadPane.Highlighted)
    def _say_place(self) -> None:
        """Tell where the reader is."""
        thread = self.pane.thread
        ids = [post.id for post in self.posts.items]
        post_id = self._session.post_id
        where = f"post {ids.index(post_id) + 1}/{len(ids)}" if post_id in ids else f"{len(ids)} posts"
        if thread is not None:
            at, outline = self.pane.highlight, thread.outline
            comments = len(outline) - outline.sections
            if not outline.is_section(at):
                where += f"  comment {at - outline.sections + 1}/{comments}"
            elif outline.sections > 1:
                where += f"  section {at + 1}/{outline.sections}"
            where += f"  {thread.unread} unread" if comments else ""
        self._status.place(where)

    @on(ThreadPane.Read)
    def _keep_read(self, event: ThreadPane.Read) -> None:
        """What was read stays read."""
        self._session.note_read(event.entry_ids)
        self._counts_changed()

    @on(ThreadPane.Stopped)
    def _say_why(self, event: ThreadPane.Stopped) -> None:
        """Say why a command did nothing."""
        self._status.say(event.reason)

    def _counts_changed(self) -> None:
        thread = self.pane.thread
        self.query_one(ThreadHeader).show(thread)
        here = next((post for post in self.posts.items if post.id == self._session.post_id), None)
        if here is not None and thread is not None:
            self.posts.replace_item(replace(here, unread=thread.unread, opened=bool(thread.marks.read)))
        self._say_place()

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
            self._open(post.id)
            self.posts.highlight_key(post.id)
        else:
            self._status.say("This is the last post" if by > 0 else "This is the first post")

    def action_next_unread(self) -> None:
        """Go to the next unread comment, in this thread or in a later post."""
        self._step_unread(1)

    def action_previous_unread(self) -> None:
        """Go to the previous unread comment, in this thread or in an earlier post."""
        self._step_unread(-1)

    def _step_unread(self, by: int) -> None:
        self._focus(self.pane)
        if self.pane.move_to_unread(by):
            return
        with self._telling():
            posts = self.posts.items
            here = next((index for index, post in enumerate(posts) if post.id == self._session.post_id), -1)
            beyond = posts[here + 1 :] if by > 0 else posts[: max(here, 0)][::-1]
            post = next((post for post in beyond if post.unread), None)
            if post is None:
                self._status.say("Nothing unread " + ("below" if by > 0 else "above"))
                return
            self._open(post.id)
            self.posts.highlight_key(post.id)
            thread = self.pane.thread
            entry = None if thread is None else thread.next_unread(-1 if by > 0 else len(thread.outline), by)
            if entry is not None:
                self.pane.move_to(entry)

    def action_sort(self) -> None:
        """Sort the posts another way."""
        order = self._session.next_order()
        self._show_list("posts")
        self._list_posts()
        if self._session.post_id is not None:
            self.posts.highlight_key(self._session.post_id)
        self._status.say(f"Sorted by {order.value}")

    @work
    async def action_filter(self) -> None:
        """List the posts of one label."""
        with self._telling():
            labels = self._session.library.labels()
            if not labels:
                self._status.say("No post has a label")
                return
            answer = await self.app.push_screen_wait(LabelPicker(labels, self._session.label))
            if answer is not None:
                self._session.label = None if answer == ALL else answer
                self._show_list("posts")
                self._list_posts()

    # Finding

    def action_find(self) -> None:
        """Find in this thread."""
        self.query_one(SearchBar).ask(SearchMode.THREAD)
        self._arrange()

    def action_search(self) -> None:
        """Search the library."""
        self.query_one(SearchBar).ask(SearchMode.LIBRARY)
        self._show_list("hits")
        self._arrange()

    @on(SearchBar.Changed)
    def _search_changed(self, event: SearchBar.Changed) -> None:
        """Find while typing."""
        if event.mode is SearchMode.LIBRARY:
            self._search_library(event.text)
            return
        self._needles, self._at_word_start = [event.text], False
        thread = self.pane.thread
        if thread is not None:
            thread.find(self._needles, word_start=False)
            self.pane.repaint()
            if thread.marks.matches:
                self._step_match(1)
        self._count_matches()

    @on(SearchBar.Submitted)
    def _search_submitted(self, event: SearchBar.Submitted) -> None:
        """Typing is done: go to what was found."""
        self.query_one(SearchBar).close()
        if event.mode is SearchMode.THREAD:
            self._focus(self.pane)
            self._count_matches()
            return
        hits = self.query_one("#hits", HitList)
        self._focus(hits)
        self._show_item(hits.highlighted)

    @on(SearchBar.Browsed)
    def _browse(self, event: SearchBar.Browsed) -> None:
        """Step through what was found while the bar stays open."""
        if self.query_one(SearchBar).mode is SearchMode.THREAD:
            self._step_match(event.by)
            self._count_matches()
        elif event.by > 0:
            self.query_one("#hits", HitList).action_next_entry()
        else:
            self.query_one("#hits", HitList).action_previous_entry()

    @on(SearchBar.Cancelled)
    def _search_cancelled(self) -> None:
        """Close the bar and forget what was typed."""
        self.query_one(SearchBar).close()
        self._clear_matches()
        if self._listed == "hits":
            self._show_list("posts")
        self._focus(self.pane)

    @work(thread=True, exclusive=True, group="search")
    def _search_library(self, query: str) -> None:
        """Ask the library beside the screen; the answer to a superseded query is dropped."""
        try:
            library = self._session.library
            hits = library.search(query, limit=MAX_HITS, as_you_type=True)
            count = library.count(query, as_you_type=True)
        except ProbreaderError as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.post_message(self.Found(query, hits, count))

    @on(Found)
    def _show_found(self, event: Found) -> None:
        """List the hits, unless more has been typed since."""
        bar = self.query_one(SearchBar)
        if event.query != bar.text:
            return
        self._needles, self._at_word_start = words_of(event.query), True
        hits = self.query_one("#hits", HitList)
        hits.set_items(event.hits)
        hits.move_to(0)
        words = f"{event.count} hit{'' if event.count == 1 else 's'}" if event.query.strip() else ""
        bar.count(words)
        self._title_left(words)
        thread = self.pane.thread
        if thread is not None:
            thread.find(self._needles, word_start=True)
            self.pane.repaint()

    @on(Failed)
    def _say_failed(self, event: Failed) -> None:
        """Say what is wrong with the query; the last good result stays."""
        self._status.say(event.reason)

    def action_next_match(self) -> None:
        """Go to the next match."""
        self._step_match(1)
        self._count_matches()

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._step_match(-1)
        self._count_matches()

    def _step_match(self, by: int) -> None:
        thread = self.pane.thread
        match = None if thread is None else thread.next_match(by, self.pane.highlight)
        if match is not None:
            self.pane.move_to(match[0], offset=match[1])
        self.pane.repaint()

    def _count_matches(self) -> None:
        thread = self.pane.thread
        number, count = (0, 0) if thread is None else thread.match_number()
        words = f"match {number}/{count}" if count else ("no match" if any(self._needles) else "")
        self.query_one(SearchBar).count(words)
        self._status.say(words)

    def _clear_matches(self) -> bool:
        """Highlight nothing; False when nothing was."""
        had = any(self._needles)
        self._needles = []
        if self.pane.thread is not None:
            self.pane.thread.find([], word_start=False)
            self.pane.repaint()
        self._status.say("")
        return had

    def action_back(self) -> None:
        """Clear the matches; else close the list beside the thread; else show all panes; else go to the posts."""
        if self._clear_matches() and self._listed == "posts":
            return
        if self._listed != "posts":
            self._show_list("posts")
            self._focus(self.pane)
        elif self._alone:
            self.action_thread_alone()
        else:
            self._focus(self.posts if self.pane.has_focus else self.pane)

    # Marks

    def _entry(self) -> tuple[str, str] | None:
        """Id and text of the highlighted entry."""
        thread = self.pane.thread
        if thread is None:
            return None
        return thread.outline.ids[self.pane.highlight], thread.prose[self.pane.highlight].text

    def action_bookmark(self) -> None:
        """Bookmark the highlighted entry, or remove its bookmark."""
        entry = self._entry()
        if entry is None:
            return
        with self._telling():
            is_set = self._session.toggle_bookmark(entry[0])
            self._bookmarks_changed()
            self._status.say("Bookmarked; M adds a note" if is_set else "Bookmark removed")

    @work
    async def action_bookmark_note(self) -> None:
        """Bookmark the highlighted entry with note and tags."""
        entry, post_id = self._entry(), self._session.post_id
        if entry is None or post_id is None:
            return
        with self._telling():
            before = self._session.bookmark_of(entry[0])
            note = Note("", ()) if before is None else Note(before.note, before.tags)
            answer = await self.app.push_screen_wait(BookmarkNote(" ".join(entry[1][:240].split()), note))
            if answer is not None:
                self._session.library.bookmark(post_id, entry[0], answer.text, answer.tags)
                self._bookmarks_changed()
                self._status.say("Bookmark kept")

    def _bookmarks_changed(self) -> None:
        thread, post_id = self.pane.thread, self._session.post_id
        if thread is not None and post_id is not None:
            marked = self._session.library.bookmarked(post_id)
            thread.marks.bookmarked = {thread.outline.index[e] for e in marked if e in thread.outline.index}
            self.pane.repaint()
        self._list_bookmarks()

    def _list_bookmarks(self) -> None:
        with self._telling():
            bookmarks = self._session.library.bookmarks()
            self.query_one("#bookmarks", BookmarkList).set_items(bookmarks)
            self.query_one("#side-bookmarks", BookmarkList).set_items(bookmarks)
            self._title_left()

    def action_bookmarks(self) -> None:
        """Go to the bookmarks; from there, back to the posts."""
        if self.query_one("#right").display:
            self._focus(self.query_one("#side-bookmarks"))
        elif self._listed == "bookmarks":
            self._show_list("posts")
            self._focus(self.pane)
        else:
            self._focus(self._show_list("bookmarks"))

    def action_mark_unread(self) -> None:
        """Count the highlighted entry as unread again."""
        thread, entry = self.pane.thread, self._entry()
        if thread is None or entry is None:
            return
        with self._telling():
            self._session.mark_unread([entry[0]])
            thread.mark_unread(self.pane.highlight)
            self.pane.repaint()
            self._counts_changed()
            self._status.say("Marked unread")

    def action_mark_all_read(self) -> None:
        """Count every entry of the thread as read."""
        thread = self.pane.thread
        if thread is not None:
            count = thread.unread
            self.pane.mark_read(range(len(thread.outline)))
            self.pane.repaint()
            self._status.say(f"{count} comment{'' if count == 1 else 's'} marked read")

    # Around

    def action_copy_text(self) -> None:
        """Copy the text of the highlighted entry."""
        entry = self._entry()
        if entry is not None:
            self.app.copy_to_clipboard(entry[1])
            self._status.say("Text copied")

    def action_copy_link(self) -> None:
        """Copy the permalink of the highlighted comment, else the address of the post."""
        thread = self.pane.thread
        if thread is None:
            return
        entry = thread.entries[self.pane.highlight]
        link = (entry.permalink if isinstance(entry, Comment) else None) or thread.post.url
        if link is None:
            self._status.say("The source gives no link here")
        else:
            self.app.copy_to_clipboard(link)
            self._status.say("Link copied")

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen())
