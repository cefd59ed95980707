"""What the reader does with the library: posts listed, threads opened, marks kept. Pure: no Textual."""

from collections.abc import Iterable
from contextlib import suppress
from enum import Enum
from functools import partial
from typing import TypeVar

from probreader.config import DEFAULT, Config, ThemeName
from probreader.errors import LibraryError, NotFoundError
from probreader.library import Bookmark, Library, Place, PostOrder, Undone
from probreader.tui.entries import Entries
from probreader.tui.keymap import Keymap
from probreader.tui.links import Links
from probreader.tui.news import News
from probreader.tui.posts import Posts
from probreader.tui.thread import Thread, thread_of
from probreader.tui.views import View, arranged

Choice = TypeVar("Choice", bound=Enum)


def _kept(choices: type[Choice], value: str | None) -> Choice | None:
    """The choice that was kept as ``value``; None when nothing was, or what this program does not know."""
    return next((choice for choice in choices if choice.value == value), None)


class Session:
    """One user's visit to one library.

    Marks of reading are gathered and written together by :meth:`flush`, so that moving never waits for the disk.
    """

    def __init__(self, library: Library, config: Config = DEFAULT) -> None:
        self.library = library
        self.config = config
        """What the user has set."""
        self.keymap = Keymap(config.keys)
        """Which key does what."""
        self.order = _kept(PostOrder, library.setting("order")) or PostOrder.NEWEST
        self.label: str | None = library.setting("label")
        """Only posts with this label are listed; None lists all."""
        self.bookmark_filter = ""
        """Words that listed bookmarks hold, and ``#tags`` that they bear; empty lists all."""
        self.hides_read = False
        """True while posts with nothing new or unread are not listed."""
        self.post_id: str | None = None
        """The post that is open."""
        self._read: dict[str, set[str]] = {}
        self._links: tuple[str, Links] | None = None
        """A post and the references in its texts: those looked for last."""

    def posts(self) -> Posts:
        """The post list as it is sorted and filtered now."""
        self._try_flush()
        return Posts(self.library, self.library.listing(label=self.label, order=self.order, only_news=self.hides_read))

    def next_unread_post(self, posts: Posts, index: int, by: int) -> int | None:
        """The first of ``posts`` after (``by`` 1) or before (-1) ``index`` with anything unread; None for none."""
        self._try_flush()
        return posts.next_unread(index, by)

    @property
    def theme(self) -> ThemeName:
        """The theme that was chosen last on the screen, unless another has been set in the file since."""
        chosen, _, then = (self.library.setting("theme") or "").partition(" ")
        kept = _kept(ThemeName, chosen) if then == self.config.theme.value else None
        return kept or self.config.theme

    def keep_theme(self, theme: ThemeName) -> None:
        """Keep the theme that was chosen on the screen."""
        self.library.keep_setting("theme", f"{theme.value} {self.config.theme.value}")

    def filter(self, label: str | None) -> None:
        """List only posts with ``label``; None lists all."""
        self.label = label
        self.library.keep_setting("label", label)

    def next_order(self) -> PostOrder:
        """Sort the posts another way."""
        orders = list(PostOrder)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.library.keep_setting("order", self.order.value)
        return self.order

    def first_post(self, wanted: str | None) -> str | None:
        """The post to begin with: ``wanted``, else the one read last, else the newest; None in an empty library."""
        if wanted is not None:
            return wanted
        last = self.library.last_post()
        return last or next((post.id for post in self.library.posts(limit=1)), None)

    def open(self, post_id: str) -> tuple[Thread, Place | None]:
        """The thread of ``post_id``, and where reading it was left."""
        self._try_flush()
        place = self.library.place(post_id)
        library, frame = self.library, self.library.thread(post_id)
        index = frame.outline.index
        thread = Thread(
            frame.post,
            frame.outline,
            Entries(len(frame.outline), partial(library.entries, post_id), partial(library.texts, post_id)),
            read=[*frame.read, *(index[entry] for entry in self._read.get(post_id, ()) if entry in index)],
            bookmarked=self.library.bookmarked(post_id),
            collapsed=() if place is None else place.collapsed,
            news=News(frame.new, frame.changed, frame.gone),
        )
        self.post_id = post_id
        return thread, place

    def find_links(self, post_id: str) -> Links:
        """The references in the texts of a post; for long threads this takes a while."""
        if self._links is None or self._links[0] != post_id:
            self._links = (post_id, Links(self.library.post(post_id)))
        return self._links[1]

    def arranged(self, view: View, entry_id: str | None) -> Thread:
        """The open post in another view; ``entry_id`` is the entry that stands at the end of a PATH.

        Raises:
            NotFoundError: no post is open.
        """
        if self.post_id is None:
            raise NotFoundError("No post is open.")
        self._try_flush()
        if view is View.TREE:
            thread, _ = self.open(self.post_id)
        else:
            links = self.find_links(self.post_id)
            thread = thread_of(
                arranged(self.library.post(self.post_id), view, links.references, entry_id),
                read=self.library.read_entries(self.post_id) | self._read.get(self.post_id, set()),
                bookmarked=self.library.bookmarked(self.post_id),
            )
            thread.view, thread.links = view, links
            frame = self.library.thread(self.post_id)
            news = News(frame.new, frame.changed, frame.gone)
            thread.news = news.among(frame.outline.ids, thread.outline.index)
        return thread

    def leave(self, place: Place | None) -> None:
        """Keep where reading was left, and every mark."""
        self.flush()
        if place is not None:
            self.library.save_place(place)

    def visit(self) -> None:
        """Nothing in the open post is new any more, the next time it is opened."""
        if self.post_id is not None:
            self.library.visit(self.post_id)

    def note_read(self, entry_ids: Iterable[str]) -> None:
        """Entries of the open post were read."""
        if self.post_id is not None:
            self._read.setdefault(self.post_id, set()).update(entry_ids)

    def mark_read(self, entry_ids: Iterable[str]) -> None:
        """Entries of the open post count as read by the user's word, which can be undone."""
        if self.post_id is not None:
            self.flush()
            self.library.set_read(self.post_id, list(entry_ids))

    def mark_unread(self, entry_ids: Iterable[str]) -> None:
        """Entries of the open post count as unread again."""
        if self.post_id is not None:
            self.flush()
            self.library.set_read(self.post_id, list(entry_ids), read=False)

    def undo(self) -> Undone | None:
        """Undo what was marked last; None when there is nothing."""
        self.flush()
        return self.library.undo()

    def redo(self) -> Undone | None:
        """Do again what was undone last; None when there is nothing."""
        self.flush()
        return self.library.redo()

    def flush(self) -> None:
        """Write the gathered marks; they are kept for the next time when the library cannot be written now.

        They came of reading, not of the user's word, and are nothing to undo.
        """
        while self._read:
            post_id, entry_ids = next(iter(self._read.items()))
            self.library.set_read(post_id, entry_ids, can_be_undone=False)
            del self._read[post_id]

    @property
    def unwritten(self) -> int:
        """How many marks of reading wait to be written."""
        return sum(map(len, self._read.values()))

    def _try_flush(self) -> None:
        """Write the gathered marks if the library can be written; reading goes on when it cannot."""
        # Nothing is silenced: the marks stay gathered, and the flush by the clock says why they do.
        with suppress(LibraryError):
            self.flush()

    def bookmarks(self) -> list[Bookmark]:
        """The bookmarks as they are filtered now."""
        words = self.bookmark_filter.split()
        tags = [word[1:] for word in words if word.startswith("#") and word != "#"]
        return self.library.bookmarks(tags=tags, text=" ".join(word for word in words if not word.startswith("#")))

    def bookmark_of(self, entry_id: str) -> Bookmark | None:
        """The bookmark on an entry of the open post."""
        return None if self.post_id is None else self.library.bookmarked(self.post_id).get(entry_id)

    def toggle_bookmark(self, entry_id: str) -> bool:
        """Set or remove the bookmark on an entry of the open post; True when it is set now."""
        if self.post_id is None:
            raise NotFoundError("No post is open.")
        if self.library.unbookmark(self.post_id, entry_id):
            return False
        self.library.bookmark(self.post_id, entry_id)
        return True
