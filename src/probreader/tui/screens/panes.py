"""Which panes the reading screen has, and how they share it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from probreader.errors import ProbreaderError
from probreader.tui.painting import PromptScreen
from probreader.tui.session import Session
from probreader.tui.widgets.bookmark_list import BookmarkList
from probreader.tui.widgets.hit_list import HitList
from probreader.tui.widgets.map_column import MapColumn
from probreader.tui.widgets.post_list import PostList
from probreader.tui.widgets.row_list import RowList
from probreader.tui.widgets.saved_list import MOST_SHOWN, SavedList
from probreader.tui.widgets.search_bar import SearchBar, SearchMode
from probreader.tui.widgets.status_line import StatusLine
from probreader.tui.widgets.thread_header import ThreadHeader
from probreader.tui.widgets.thread_pane import ThreadPane

BOTH_PANES_FROM = 70
"""Cells from which the post list stands beside the thread; narrower screens show one at a time."""
MAP_FROM = 60
"""Cells from which the map of the thread stands beside it."""
SIDE_PANE_FROM = 168
"""Cells from which the bookmarks stand on the other side."""
LOWEST_WITH_SAVED = 12
"""Lines from which the saved searches stand over the posts."""
LEFT_WIDTHS = ((BOTH_PANES_FROM, 31, 36), (110, 41, 44), (SIDE_PANE_FROM, 48, 48))
"""From how many cells on the left pane has how many: for posts, and for what is read in it, hits and bookmarks."""
HINTS = (("find", "find"), ("search", "search"), ("bookmark", "bookmark"), ("help", "help"))
"""Commands that the line at the foot tells, and the word for each."""


class PanesScreen(PromptScreen):
    """Post list (or hits, or bookmarks), thread, bookmarks, and the lines at the foot."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        """What is listed, opened and marked."""
        self.alone = False
        """True while the thread has the whole screen."""

    def heed_settings(self) -> None:
        """Tell the widgets what the user has set."""
        keymap, config = self.session.keymap, self.session.config
        self.pane.read_by, self.pane.measure = config.read, config.measure
        self.query_one(ThreadHeader).measure = config.measure
        self.pane.linear = self.query_one(ThreadHeader).linear = config.linear
        for rows in self.query("RowList"):
            assert isinstance(rows, RowList)
            rows.linear = config.linear
        self.set_class(config.linear, "-linear")
        self.status.hints = [hint for command, words in HINTS if (hint := keymap.hint(command, words))]
        self.posts.quit_key = keymap.key("quit")
        for bookmarks in self.query(BookmarkList):
            bookmarks.key_hint = keymap.key("bookmark")

    def compose(self) -> ComposeResult:
        """Left, middle, right, and the lines at the foot."""
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Static(id="left-title", markup=False)
                yield SavedList(id="saved")
                with ContentSwitcher(initial="posts", id="lists"):
                    yield PostList(id="posts")
                    yield HitList(id="hits")
                    yield BookmarkList(id="bookmarks")
            with Vertical(id="middle"):
                yield ThreadHeader(id="header", markup=False)
                with Horizontal(id="thread-and-map"):
                    yield ThreadPane(id="thread")
                    yield MapColumn(id="map")
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
    def saved(self) -> SavedList:
        """The saved searches over the post list."""
        return self.query_one("#saved", SavedList)

    @property
    def status(self) -> StatusLine:
        """The line at the foot."""
        return self.query_one(StatusLine)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What the library refuses is told on the status line; the screen goes on."""
        try:
            yield
        except ProbreaderError as error:
            self.status.say(str(error))

    def on_resize(self, _: events.Resize) -> None:
        """Show as many panes as there is room for."""
        self.share_out()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """A narrow screen shows the pane that has the focus."""
        self.share_out()

    def share_out(self) -> None:
        """Show the panes there is room for, and those the user asked for."""
        width, height = self.app.size
        in_left = self.focused is not None and self.query_one("#left") in self.focused.ancestors
        searching = self.query_one(SearchBar).has_focus_within and self.query_one(SearchBar).mode is SearchMode.LIBRARY
        want_left = in_left or searching
        one_column = self.session.config.linear
        both = width >= BOTH_PANES_FROM and not one_column
        left = self.query_one("#left")
        left.display = want_left or (both and not self.alone)
        # Set here and not by breakpoints in the style sheet, which would lay everything out twice at the start.
        left.styles.width = self._left_width(width) if both else "1fr"
        left.set_class(not both, "-single")
        for side in (left, self.query_one("#right")):
            side.set_class(self.focused is not None and side in self.focused.ancestors, "-focused")
        self.query_one("#middle").display = both or not want_left
        self.query_one("#right").display = width >= SIDE_PANE_FROM and not self.alone and not one_column
        self.query_one("#header").display = height >= 9
        self.query_one("#map").display = width >= MAP_FROM and not self.session.config.linear
        self.query_one("#left-title").display = height >= 6
        self.saved.display = bool(self.saved.items) and self.listed == "posts" and height >= LOWEST_WITH_SAVED
        self.saved.styles.height = min(len(self.saved.items), MOST_SHOWN, height // 4)

    def _left_width(self, width: int) -> int:
        fitting = [(posts, others) for least, posts, others in LEFT_WIDTHS if width >= least]
        return fitting[-1][0 if self.listed == "posts" else 1]

    def give_focus(self, widget: Widget) -> None:
        """Give the focus to a pane that may be hidden on a narrow screen."""
        left = self.query_one("#left")
        if left in widget.ancestors:
            left.display = True
        else:
            self.query_one("#middle").display = True
        widget.focus()

    def show_list(self, name: str) -> RowList[Any]:
        """Let the left pane show the list ``name``."""
        self.query_one(ContentSwitcher).current = name
        self.share_out()
        self.title_left()
        rows = self.query_one(f"#{name}")
        assert isinstance(rows, RowList)
        return rows

    @property
    def listed(self) -> str:
        """The list in the left pane: ``posts``, ``hits`` or ``bookmarks``."""
        return self.query_one(ContentSwitcher).current or "posts"

    @property
    def bookmarks_title(self) -> str:
        """How many bookmarks are listed, and of which."""
        chosen = self.session.bookmark_filter
        count = len(self.query_one("#bookmarks", BookmarkList).items)
        return f" Bookmarks  {count}" + (f"  with {chosen}" if chosen else "")

    def title_left(self, count: str = "") -> None:
        """Say what the left pane lists; ``count`` is how much a search found."""
        session = self.session
        if self.listed == "posts":
            label = f"  {session.label}" if session.label else ""
            label += "  unread" if session.hides_read else ""
            words = f" Posts  {len(self.posts.items)}{label}  {session.order.value}"
        elif self.listed == "hits":
            words = f" Search  {count}"
        else:
            words = self.bookmarks_title
        self.query_one("#right-title", Static).update(Content(self.bookmarks_title))
        self.query_one("#left-title", Static).update(Content(words))

    def action_next_pane(self) -> None:
        """Give the focus to the next pane."""
        panes: list[Widget] = [self.query_one(f"#{self.listed}"), self.pane]
        if self.query_one("#right").display:
            panes.append(self.query_one("#side-bookmarks"))
        at = next((index for index, pane in enumerate(panes) if pane.has_focus), -1)
        self.alone = False
        self.give_focus(panes[(at + 1) % len(panes)])

    def action_thread_alone(self) -> None:
        """Hide or show the other panes."""
        self.alone = not self.alone
        self.give_focus(self.pane)
        self.share_out()
