"""What the reader does with the library: posts listed, threads opened, marks kept. Pure: no Textual."""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial

from probreader.errors import LibraryError, NotFoundError
from probreader.library import Bookmark, Library, Place, PostOrder
from probreader.tui.entries import Entries
from probreader.tui.links import Links
from probreader.tui.posts import Posts
from probreader.tui.thread import Thread, thread_of
from probreader.tui.views import View, arranged


class Session:
    """One user's visit to one library.

    Marks of reading are gathered and written together by :meth:`flush`, so that moving never waits for the disk.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.order = PostOrder.NEWEST
        self.label: str | None = None
        """Only posts with this label are listed; None lists all."""
        self.post_id: str | None = None
        """The post that is open."""
        self._read: dict[str, set[str]] = {}
        self._links: tuple[str, Links] | None = None
        """A post and the references in its texts: those looked for last."""

    def posts(self) -> Posts:
        """The post list as it is sorted and filtered now."""
        self._try_flush()
        return Posts(self.library, self.library.listing(label=self.label, order=self.order))

    def next_unread_post(self, posts: Posts, index: int, by: int) -> int | None:
        """The first of ``posts`` after (``by`` 1) or before (-1) ``index`` with anything unread; None for none."""
        self._try_flush()
        return posts.next_unread(index, by)

    def next_order(self) -> PostOrder:
        """Sort the posts another way."""
        orders = list(PostOrder)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
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
        return thread

    def leave(self, place: Place | None) -> None:
        """Keep where reading was left, and every mark."""
        self.flush()
        if place is not None:
            self.library.save_place(place)

    def note_read(self, entry_ids: Iterable[str]) -> None:
        """Entries of the open post were read."""
        if self.post_id is not None:
            self._read.setdefault(self.post_id, set()).update(entry_ids)

    def mark_unread(self, entry_ids: Iterable[str]) -> None:
        """Entries of the open post count as unread again."""
        if self.post_id is not None:
            self.flush()
            self.library.set_read(self.post_id, list(entry_ids), read=False)

    def flush(self) -> None:
        """Write the gathered marks; they are kept for the next time when the library cannot be written now."""
        while self._read:
            post_id, entry_ids = next(iter(self._read.items()))
            self.library.set_read(post_id, entry_ids)
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
