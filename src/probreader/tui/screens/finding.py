"""Finding in the thread, and searching the library."""

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from probreader.domain.queries import Fault, Query, parse
from probreader.errors import ProbreaderError, QueryError, SearchCancelledError
from probreader.library import Cancel, Hit
from probreader.tui.matching import literal, words
from probreader.tui.screens.threads import ThreadsScreen
from probreader.tui.session import Session
from probreader.tui.widgets.hit_list import HitList
from probreader.tui.widgets.search_bar import SearchBar, SearchMode

MAX_HITS = 200
"""Hits listed at most; the counter tells how many there are."""


class FindingScreen(ThreadsScreen):
    """Finds while the user types."""

    @dataclass
    class Found(Message):
        """A search of the library has ended."""

        query: str
        parsed: Query
        hits: list[Hit]
        count: int

    @dataclass
    class Failed(Message):
        """A search of the library could not be made."""

        query: str
        error: ProbreaderError

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._asked: str | None = None
        """The query whose answer is awaited; None when none is."""
        self._impatient = False
        """True when the first hit is to be shown as soon as the answer comes."""
        self._cancel = Cancel()
        """Ends the search whose answer is awaited."""

    def action_find(self) -> None:
        """Find in this thread."""
        self.remember_place()
        self.query_one(SearchBar).ask(SearchMode.THREAD)
        self.share_out()

    def action_search(self) -> None:
        """Search the library."""
        self.remember_place()
        bar = self.query_one(SearchBar)
        bar.ask(SearchMode.LIBRARY)
        self.show_list("hits")
        self.share_out()
        self._ask_library(bar.text)

    @on(SearchBar.Changed)
    def _search_changed(self, event: SearchBar.Changed) -> None:
        """Find while typing."""
        if event.mode is SearchMode.LIBRARY:
            self._ask_library(event.text)
        else:
            self._find(event.text)

    def _find(self, text: str) -> None:
        self.pattern = literal(text)
        thread = self.pane.thread
        if thread is not None:
            thread.find(self.pattern)
            self.pane.repaint()
            if thread.marks.matches:
                self._step_match(1)
        self._count_matches()

    def _ask_library(self, query: str) -> None:
        """Search for what is typed; what cannot be understood is told, and the last good result stays."""
        self._impatient = False
        parsed = parse(query, as_you_type=True)
        if isinstance(parsed, Fault):
            self._tell_fault(parsed.message, (parsed.start, parsed.end))
            return
        self.query_one(SearchBar).doubt(None)
        self.status.say("")
        self._begin(query, parsed)

    def _tell_fault(self, message: str, place: tuple[int, int]) -> None:
        bar = self.query_one(SearchBar)
        bar.doubt(place)
        bar.count("not understood")
        self.status.say(message)

    def search_for(self, query: str) -> None:
        """List what a whole ``query`` finds in the library, and go to the first hit."""
        parsed = parse(query)
        if isinstance(parsed, Fault):
            self.status.say(parsed.message)
            return
        self.remember_place()
        self.query_one(SearchBar).put(SearchMode.LIBRARY, query)
        self.give_focus(self.show_list("hits"))
        self._begin(query, parsed)
        self._impatient = True

    def _begin(self, query: str, parsed: Query) -> None:
        """Search, and end what was searched for before."""
        self._cancel.cancel()
        self._cancel = Cancel()
        self._asked = query
        self._search_library(query, parsed, self._cancel)

    @on(SearchBar.Submitted)
    def _search_submitted(self, event: SearchBar.Submitted) -> None:
        """Typing is done: go to what was found. A query that is not understood stays to be mended."""
        if event.mode is SearchMode.LIBRARY and isinstance(fault := parse(event.text, as_you_type=True), Fault):
            self._tell_fault(fault.message, (fault.start, fault.end))
            return
        self.query_one(SearchBar).close()
        if event.mode is SearchMode.THREAD:
            self.leap()
            self.forget_place()
            self.give_focus(self.pane)
            if self.pattern != literal(event.text):
                self._find(event.text)
            self._count_matches()
            return
        hits = self.query_one("#hits", HitList)
        self.give_focus(hits)
        self._impatient = self._asked is not None
        if not self._impatient:
            self.show_item(hits.highlighted)

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
        self._asked = None
        self._cancel.cancel()
        self._clear_matches()
        if self.listed == "hits":
            self.show_list("posts")
        self.return_to_place()
        self.give_focus(self.pane)

    @work(thread=True, exclusive=True, group="search")
    def _search_library(self, query: str, parsed: Query, cancel: Cancel) -> None:
        """Ask the library beside the screen; the answer to a superseded query is dropped."""
        try:
            library = self.session.library
            hits = library.search(parsed, limit=MAX_HITS, cancel=cancel)
            count = library.count(parsed, cancel=cancel)
        except SearchCancelledError:
            return
        except ProbreaderError as error:
            self.post_message(self.Failed(query, error))
        else:
            self.post_message(self.Found(query, parsed, hits, count))

    @on(Found)
    def _show_found(self, event: Found) -> None:
        """List the hits, unless more has been typed or the search was given up since."""
        if event.query != self._asked:
            return
        self._asked = None
        bar = self.query_one(SearchBar)
        self.pattern = words(event.parsed.words)
        hits = self.query_one("#hits", HitList)
        hits.asked = bool(event.query.strip())
        # A further letter that finds the same leaves the highlight where the user has moved it.
        same = list(map(hits.key, hits.items)) == list(map(hits.key, event.hits))
        hits.set_items(event.hits, keep=same)
        counted = f"{event.count} hit{'' if event.count == 1 else 's'}" if event.query.strip() else ""
        bar.count(counted)
        self.title_left(counted)
        thread = self.pane.thread
        if thread is not None:
            thread.find(self.pattern)
            self.pane.repaint()
            self.say_place()
        if self._impatient:
            self.show_item(hits.highlighted)

    @on(Failed)
    def _say_failed(self, event: Failed) -> None:
        """Say what is wrong with the query; the last good result stays."""
        if event.query != self._asked:
            return
        self._asked = None
        if isinstance(event.error, QueryError):
            self._tell_fault(str(event.error), (event.error.start, event.error.end))
        else:
            self.status.say(str(event.error))

    def action_next_match(self) -> None:
        """Go to the next match."""
        self._go_to_match(1)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._go_to_match(-1)

    def _go_to_match(self, by: int) -> None:
        if self.pattern is None:
            hint = self.session.keymap.hint("find", "finds in this thread")
            self.status.say(": ".join(filter(None, ("Nothing is being found", hint))))
            return
        before = 0 if self.pane.thread is None else self.pane.thread.match_number()[0]
        self._step_match(by)
        self._count_matches()
        after = 0 if self.pane.thread is None else self.pane.thread.match_number()[0]
        if before and (after - before) * by < 0:
            self.status.say("On from the beginning" if by > 0 else "On from the end")

    def _step_match(self, by: int) -> None:
        thread = self.pane.thread
        match = None if thread is None else thread.next_match(by, self.pane.highlight)
        if match is not None:
            self.pane.move_to(match[0], offset=match[1])
        self.pane.repaint()

    def _count_matches(self) -> None:
        thread = self.pane.thread
        number, count = (0, 0) if thread is None else thread.match_number()
        none = "no match" if self.pattern is not None else ""
        self.query_one(SearchBar).count(f"match {number}/{count}" if count else none)
        self.status.say("" if count else none)
        self.say_place()

    def _clear_matches(self) -> bool:
        """Highlight nothing; False when nothing was."""
        had = self.pattern is not None
        self.pattern = None
        if self.pane.thread is not None:
            self.pane.thread.find(None)
            self.pane.repaint()
        self.say_place()
        return had

    def action_back(self) -> None:
        """Clear the matches; else close the list beside the thread; else show all panes; else go to the posts.

        From hits or bookmarks of which none was chosen, back to where reading was before them.
        """
        if self._clear_matches() and self.listed == "posts":
            return
        in_list = not self.pane.has_focus
        if self.listed != "posts":
            self.show_list("posts")
        elif self.alone:
            self.action_thread_alone()
            return
        elif not in_list:
            self.give_focus(self.posts)
            return
        if in_list:
            self.return_to_place()
        self.give_focus(self.pane)
