"""Going where words lead, coming back, and reading the thread in other orders."""

from collections.abc import Iterator

from textual import on, work

from probreader.domain.addresses import address_of
from probreader.domain.post import Comment
from probreader.domain.prose import SpanKind
from probreader.tui.browser import open_address
from probreader.tui.jumps import Spot
from probreader.tui.links import Links
from probreader.tui.screens.confirm_link import ConfirmLink
from probreader.tui.screens.finding import FindingScreen
from probreader.tui.screens.follow_list import FollowList, Lead
from probreader.tui.thread import Thread
from probreader.tui.views import View
from probreader.tui.widgets.search_bar import SearchBar
from probreader.tui.widgets.thread_header import ThreadHeader
from probreader.tui.widgets.thread_pane import ThreadPane

MOST_LOOKED_THROUGH = 20_000
"""Entries of a thread whose references are looked for without being asked."""
_EXCERPT = 60
"""Characters of an entry that say which one it is."""


class FollowingScreen(FindingScreen):
    """Follows references and links; keeps the places that were left by a leap."""

    # References

    @on(ThreadPane.Shown)
    def _look_for_links(self) -> None:
        """Find who answers whom, beside the screen."""
        thread, post_id = self.pane.thread, self.session.post_id
        if thread is None or post_id is None or thread.links is not None:
            return
        if len(thread.outline) <= MOST_LOOKED_THROUGH:
            self._find_links(post_id, thread)

    @work(thread=True, exclusive=True, group="links")
    def _find_links(self, post_id: str, thread: Thread) -> None:
        with self.telling():
            links = self.session.find_links(post_id)
            self.app.call_from_thread(self._show_links, thread, links)

    def _show_links(self, thread: Thread, links: Links) -> None:
        thread.links = links
        if self.pane.thread is thread:
            self.query_one(ThreadHeader).show(thread)
            if links.references:
                self.pane.repaint()

    def _thread_with_links(self) -> Thread | None:
        """The open thread, its references found."""
        thread, post_id = self.pane.thread, self.session.post_id
        if thread is None or post_id is None:
            return None
        if thread.links is None:
            self._show_links(thread, self.session.find_links(post_id))
        return thread

    @work
    async def action_follow(self) -> None:
        """Go to what the highlighted entry refers to, to what answers it, or where its links lead."""
        with self.telling():
            thread = self._thread_with_links()
            if thread is None:
                return
            leads = list(_leads(thread, self.pane.highlight))
            if not leads:
                self.status.say("Nothing to follow here")
                return
            lead = leads[0] if len(leads) == 1 else await self.app.push_screen_wait(FollowList(leads))
            if lead is None:
                return
            if lead.entry_id is None:
                await self._open(lead.target, lead.text)
            elif self.session.post_id is not None:
                self.leap()
                self.go_to(self.session.post_id, lead.entry_id)

    # Links

    @work
    async def action_open_link(self) -> None:
        """Open the highlighted comment, else the post, where it was published."""
        thread = self.pane.thread
        if thread is None:
            return
        with self.telling():
            entry = thread.entry(self.pane.highlight)
            link = (entry.permalink if isinstance(entry, Comment) else None) or thread.post.url
            if link is None:
                self.status.say("The source gives no link here")
            else:
                await self._open(link, "")

    async def _open(self, target: str, text: str) -> None:
        address = address_of(target, text)
        if address is None:
            self.status.say("This link leads to no web or mail address and is not opened")
        elif not address.is_deceptive or await self.app.push_screen_wait(ConfirmLink(address, text)):
            if open_address(address, self.app.suspend):
                self.status.say(f"Opened in the browser: {address.host}")
            else:
                self.app.copy_to_clipboard(address.url)
                self.status.say("No browser could be started; the address is copied")

    def action_by_author(self) -> None:
        """Search the library for everything by the author of the highlighted entry."""
        thread = self.pane.thread
        if thread is None:
            return
        entry = thread.entry(self.pane.highlight)
        author = entry.author if isinstance(entry, Comment) else thread.post.author
        if author is None:
            self.status.say("The source names no author here")
            return
        self.action_search()
        name = author.name.replace('"', " ")
        self.query_one(SearchBar).type(f'author:"{name}"')

    # Back and forth

    def action_jump_back(self) -> None:
        """Go back to where the last leap started."""
        self._jump(1)

    def action_jump_forward(self) -> None:
        """Go forward again."""
        self._jump(-1)

    def _jump(self, back: int) -> None:
        here = self.spot()
        if here is None:
            return
        spot = self.jumps.back(here) if back > 0 else self.jumps.forward(here)
        if spot is None:
            self.status.say("Nowhere to go " + ("back to" if back > 0 else "forward to"))
            return
        self.go_to(spot.post_id, spot.entry_id)
        self.give_focus(self.pane)

    # Views

    def action_view(self) -> None:
        """Show the thread in the next view, the highlight on the same entry."""
        spot, thread = self.spot(), self.pane.thread
        if spot is not None and thread is not None:
            self.show_view(thread.view.following, spot)

    def show_view(self, view: View, spot: Spot) -> None:
        """Show the open thread in ``view``."""
        self.keep_place()
        with self.telling():
            arranged = self.session.arranged(view, spot.entry_id)
            arranged.find(self.pattern)
            self.pane.show(arranged, spot.entry_id)
            self.query_one(ThreadHeader).show(arranged)
            self.status.say(f"Shown {view.value}")
            self.say_place()


def _leads(thread: Thread, entry: int) -> Iterator[Lead]:
    """Where an entry leads: its references, its answers, its links."""
    outline = thread.outline
    prose = thread.prose(entry)
    for link in thread.links_of(entry):
        words = prose.text[link.start : link.end]
        yield Lead(f"{_cut(words, 20)} means {_said(thread, outline.index[link.target])}", link.target)
    for answer in thread.answers_to(entry):
        yield Lead(f"answered by {_said(thread, answer)}", outline.ids[answer])
    for span in prose.spans:
        if span.kind is SpanKind.LINK and span.target is not None:
            words = prose.text[span.start : span.end]
            address = address_of(span.target, words)
            host = "not a web address" if address is None else address.host
            yield Lead(f"{_cut(words, 40)}  {host}", None, span.target, words)


def _said(thread: Thread, entry: int) -> str:
    """Which entry it is, in one line."""
    found = thread.entry(entry)
    text = _cut(thread.prose(entry).text, _EXCERPT)
    if not isinstance(found, Comment):
        return f"the post: {text}"
    name = "" if found.author is None else f"{found.author.name} "
    return f"{name}{thread.outline.position(entry)}: {text}"


def _cut(text: str, most: int) -> str:
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
