"""Searches kept under names, listed over the posts."""

from textual import on, work

from probreader.errors import ProbreaderError
from probreader.library import SavedSearch
from probreader.tui.screens.ask_line import AskLine
from probreader.tui.screens.memory import MemoryScreen
from probreader.tui.session import Session
from probreader.tui.widgets.row_list import RowList
from probreader.tui.widgets.search_bar import SearchBar, SearchMode


class SavedScreen(MemoryScreen):
    """Saves searches, lists what they find, renames and deletes them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._doubted_search: str | None = None
        """The saved search that was about to be deleted."""
        self._counted = True
        """False when marks have changed since the saved searches were counted."""

    # Listing

    @work(thread=True, exclusive=True, group="saved")
    def list_saved(self) -> None:
        """List the saved searches and what they find now; they are counted beside the screen."""
        try:
            found = self.session.library.saved_searches()
        except ProbreaderError as error:
            self.app.call_from_thread(self.status.say, str(error))
        else:
            self.app.call_from_thread(self._show_saved, found)

    def _show_saved(self, found: list[SavedSearch]) -> None:
        self.saved.set_items(found)
        self.share_out()

    def counts_changed(self) -> None:
        """Tell everywhere how much is unread, soon over the posts as well."""
        super().counts_changed()
        self._counted = False

    def count_saved(self) -> None:
        """Count again what saved searches find, if marks have changed since."""
        if not self._counted and self.saved.items:
            self._counted = True
            self.list_saved()

    # Saving

    @work
    async def action_save_search(self) -> None:
        """Keep the search of the library that is shown under a name."""
        bar = self.query_one(SearchBar)
        if bar.mode is not SearchMode.LIBRARY or not bar.text.strip():
            self.status.say("Nothing is being searched for: s searches the library")
            return
        query = bar.text
        name = await self.app.push_screen_wait(AskLine(f"Name for the search {query}", query.strip()))
        if not name:
            return
        with self.telling():
            self.session.library.save_search(name, query)
            self.status.say(f"Saved as “{name}”, over the post list")
            self.list_saved()

    # Choosing, renaming, deleting

    @on(RowList.Chosen, "#saved")
    def _choose_saved(self) -> None:
        """List what the chosen search finds."""
        saved = self.saved.highlighted
        if saved is not None:
            self.search_for(saved.query)

    @on(RowList.Beyond)
    def _go_beyond(self, event: RowList.Beyond) -> None:
        """Saved searches and posts are walked as one list."""
        if event.rows is self.posts and event.by < 0 and self.saved.display:
            self.saved.move_to(len(self.saved.items) - 1)
            self.saved.focus()
        elif event.rows is self.saved and event.by > 0:
            self.posts.focus()

    @work
    async def action_rename_search(self) -> None:
        """Give the highlighted saved search another name."""
        saved = self.saved.highlighted
        if saved is None:
            return
        name = await self.app.push_screen_wait(AskLine(f"Another name for “{saved.name}”", saved.name))
        if not name:
            return
        with self.telling():
            self.session.library.rename_search(saved.name, name)
            self.status.say(f"Renamed to “{name}”")
            self.list_saved()

    def action_delete_search(self) -> None:
        """Delete the highlighted saved search, when asked twice."""
        saved = self.saved.highlighted
        if saved is None:
            return
        if self._doubted_search != saved.name:
            self._doubted_search = saved.name
            self.status.say(f"d again deletes the saved search “{saved.name}”")
            return
        self._doubted_search = None
        with self.telling():
            self.session.library.delete_search(saved.name)
            self.status.say(f"The saved search “{saved.name}” is deleted")
            if len(self.saved.items) == 1:
                self.give_focus(self.posts)
            self.list_saved()
