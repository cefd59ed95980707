"""The one door to the library file."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from probreader.domain.clean import clean_text
from probreader.domain.post import Comment, Post, Problem, Section, Source
from probreader.domain.queries import Fault, Query, parse
from probreader.errors import LibraryError, QueryError
from probreader.library import (
    history,
    indexing,
    ledgers,
    listings,
    places,
    posts,
    saved_searches,
    search,
    settings,
    threads,
)
from probreader.library.cancelling import Cancel, cancelled_by
from probreader.library.connection import Connections
from probreader.library.marks import bookmarks, exchange, journal, reading
from probreader.library.values import (
    Added,
    Bookmark,
    EarlierText,
    History,
    Hit,
    HitOrder,
    LabelCount,
    Listing,
    MarksMerged,
    Place,
    PostOrder,
    PostSummary,
    SavedSearch,
    Snapshot,
    SourceLedger,
    ThreadFrame,
    Undone,
)


def now() -> str:
    """The present time as ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Library:
    """Posts, marks and places in one file; safe to use from several threads.

    Reading never locks anybody out. The first write takes a lock that is held until :meth:`close`; while another
    process holds it, writing raises :class:`~probreader.errors.LibraryLockedError` and reading goes on. Any method may
    raise a :class:`~probreader.errors.LibraryError` when the file turns out to be damaged, or the disk full; what a
    failed write had done is undone.
    """

    path: Path
    """As it was given to :meth:`open`."""

    def __init__(self, connections: Connections) -> None:
        self.path = connections.path
        self._connections = connections
        self._is_bulk = False

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the library at ``path``; the file and its folders are made when they are absent.

        Raises:
            LibraryNewerError: the file is a newer library, or somebody else's database; it is left untouched.
            LibraryDamagedError: the file is no database; it is left untouched.
            LibraryLockedError: the file must be made or upgraded, and another process is busy with it.
            LibraryError: the file cannot be opened.
        """
        library = cls(Connections(path))
        # What many sources brought, before something ended the program. Where it cannot be indexed now (a file that may
        # not be written, another writer), the library is read without it, and who writes next is told why.
        with suppress(LibraryError):
            library._index_pending()
        return library

    def close(self) -> None:
        """Close the library; a second time does nothing."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, source: Source, posts: Sequence[Post], problems: Sequence[Problem]) -> Added:
        """Store what was read of ``source``, whole or not at all.

        An entry with a known id is updated in place and keeps its marks; what several sources give of one post is
        joined (:func:`probreader.domain.joining.join`). An entry that no source gives any more is kept, and is shown
        as removed. The same reading again changes nothing.

        Raises:
            ValueError: a post's comments are not in reading order.
        """
        if known := self.unchanged(source.location, source.reader, lambda: (source.digest, source.size)):
            return Added.nothing_new(known)
        return self.add_while_read(source.location, posts, lambda: (source, problems))

    def add_while_read(
        self,
        location: str,
        posts: Iterable[Post],
        finish: Callable[[], tuple[Source, Sequence[Problem]]],
        imported: int | None = None,
    ) -> Added:
        """As :meth:`add`, of a source that is read while ``posts`` are taken; ``finish`` is called when all are.

        The library is locked for other writers meanwhile. What ``posts`` raises undoes all. Sources that come together
        share a number of :meth:`next_import`: what one of them adds to a post that another has just brought is not new.
        """
        # Reading the library does not wait for what only writing needs.
        from probreader.library import importing

        with self._connections.writing() as connection:
            return importing.add(connection, location, posts, finish, now(), imported, index_new=not self._is_bulk)

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Let many sources come quickly: what they add is found when all are there, or when it is much."""
        self._is_bulk = True
        try:
            yield
        finally:
            self._is_bulk = False
            self._index_pending()

    def _index_pending(self) -> None:
        with self._connections.reading() as connection:
            pending = indexing.count_pending(connection)
        if pending > 0:
            with self._connections.writing() as connection:
                indexing.index_pending(connection, indexing.last_indexed(connection))

    def unchanged(self, location: str, reader: str, measure: Callable[[], tuple[str, int]]) -> SourceLedger | None:
        """The ledger of a source that need not be read: ``reader`` has read the same bytes last.

        ``measure`` tells digest and size, and is asked only when there is something to compare them with. None when the
        source is to be read: also when another source says something else since of a post of this one.
        """
        with self._connections.reading() as connection:
            known = ledgers.read_alike(connection, location, reader)
        if known is None or known[1:] != measure():
            return None
        with self._connections.reading() as connection:
            return ledgers.unchanged(connection, known[0])

    def next_import(self) -> int:
        """A number for an import of several sources (:meth:`add_while_read`)."""
        with self._connections.reading() as connection:
            return history.next_import(connection)

    def ledger(self, post_id: str) -> list[SourceLedger]:
        """What was found of a post in each of its sources, by the last reading that changed anything of it.

        Raises:
            NotFoundError: there is no such post.
        """
        with self._connections.reading() as connection:
            return ledgers.of_post(connection, post_id)

    def history(self, post_id: str) -> History:
        """What is new, changed and gone in a post.

        Raises:
            NotFoundError: there is no such post.
        """
        with self._connections.reading() as connection:
            return history.history(connection, post_id)

    def earlier_texts(self, post_id: str, entry_id: str) -> list[EarlierText]:
        """What an entry said before it was changed, the oldest first; of the post (by its own id), its titles.

        Raises:
            NotFoundError: there is no such post.
        """
        with self._connections.reading() as connection:
            return history.earlier_texts(connection, post_id, entry_id)

    def visit(self, post_id: str) -> None:
        """Let nothing in a post be new any more; to be called when the post is left, so that the marks hold till then.

        Raises:
            NotFoundError: there is no such post.
        """
        with self._connections.writing() as connection:
            history.visit(connection, post_id)

    def labels(self) -> list[LabelCount]:
        """Every label and how many posts bear it, by name."""
        with self._connections.reading() as connection:
            return posts.labels(connection)

    def posts(
        self,
        *,
        label: str | None = None,
        order: PostOrder = PostOrder.NEWEST,
        offset: int = 0,
        limit: int | None = None,
    ) -> list[PostSummary]:
        """The posts that bear ``label``, or all; those without a date (or title) stand last.

        At most ``limit`` of them from the one at ``offset`` on: a page costs little, however many there are.
        """
        with self._connections.reading() as connection:
            return posts.posts(connection, label, order, offset, limit)

    def listing(
        self, *, label: str | None = None, order: PostOrder = PostOrder.NEWEST, only_news: bool = False
    ) -> Listing:
        """The order of :meth:`posts`, to be held while their lines are fetched where they are looked at.

        With ``only_news``, of those alone that hold anything new or unread.
        """
        with self._connections.reading() as connection:
            return listings.listing(connection, label, order, only_news=only_news)

    def listed(self, listing: Listing, first: int, last: int) -> list[PostSummary]:
        """The lines of a listing from index ``first`` to before ``last``; fewer at its end.

        A post that came to be one with another since has a line without an id.
        """
        with self._connections.reading() as connection:
            return listings.lines(connection, listing, first, last)

    def index_in(self, listing: Listing, post_id: str) -> int | None:
        """Which of a listing's posts ``post_id`` is; None when it is not in it."""
        with self._connections.reading() as connection:
            return listings.index_of(connection, listing, post_id)

    def next_unread_in(self, listing: Listing, index: int, by: int) -> int | None:
        """The first post after (``by`` 1) or before (-1) ``index`` with anything unread; None when there is none."""
        with self._connections.reading() as connection:
            return listings.next_unread(connection, listing, index, by)

    def count_posts(self, *, label: str | None = None) -> int:
        """How many posts bear ``label``, or all."""
        with self._connections.reading() as connection:
            return posts.count_posts(connection, label)

    def titled(self, words: str, limit: int) -> list[PostSummary]:
        """The newest ``limit`` posts whose title has every one of ``words``, each anywhere in it and in any case."""
        with self._connections.reading() as connection:
            return posts.titled(connection, words, limit)

    def setting(self, name: str) -> str | None:
        """What the user chose on the screen and :meth:`keep_setting` kept under ``name``; None when nothing."""
        with self._connections.reading() as connection:
            return settings.setting(connection, name)

    def keep_setting(self, name: str, value: str | None) -> None:
        """Keep ``value`` under ``name``; None forgets what was kept."""
        with self._connections.writing() as connection:
            settings.keep(connection, name, value)

    def summary(self, post_id: str) -> PostSummary:
        """The line of one post in the post list.

        Raises:
            NotFoundError: there is no such post.
        """
        with self._connections.reading() as connection:
            return posts.summary(connection, post_id)

    def find_post(self, name: str) -> str:
        """The id of the post that ``name`` names: its id, the start of it, or its exact title in any case.

        Raises:
            NotFoundError: there is none.
            AmbiguousError: there are several.
        """
        with self._connections.reading() as connection:
            return posts.find_post(connection, name)

    def post(self, post_id: str) -> Post:
        """The whole post, as it was added, its comments in reading order.

        Raises:
            NotFoundError: there is no such post.
        """
        with self._connections.reading() as connection:
            return posts.post(connection, post_id)

    def thread(self, post_id: str) -> ThreadFrame:
        """The structure of a thread without its texts: quick however long it is.

        Raises:
            NotFoundError: there is no such post.
        """
        with self._connections.reading() as connection:
            return threads.frame(connection, post_id)

    def entries(self, post_id: str, first: int, last: int) -> list[Section | Comment]:
        """The sections and comments of a thread from index ``first`` to before ``last``; fewer at its end.

        Raises:
            NotFoundError: there is no such post.
        """
        with self._connections.reading() as connection:
            return threads.entries(connection, post_id, first, last)

    def texts(self, post_id: str) -> list[str]:
        """The text of every section and comment as it is shown, in reading order.

        Raises:
            NotFoundError: there is no such post.
        """
        with self._connections.reading() as connection:
            return list(threads.texts(connection, post_id))

    def search(
        self,
        query: str | Query,
        limit: int = 100,
        order: HitOrder = HitOrder.NEWEST,
        *,
        as_you_type: bool = False,
        cancel: Cancel | None = None,
    ) -> list[Hit]:
        """The first ``limit`` entries that ``query`` finds; what it may say is told in ``docs/queries.md``.

        With ``as_you_type`` an unfinished last word is a prefix (:func:`probreader.domain.queries.parse`); it says
        nothing of a query that is parsed already. A query without a letter or digit finds nothing.

        Raises:
            QueryError: the query cannot be understood.
            SearchCancelledError: ``cancel`` was cancelled.
        """
        parsed = _parsed(query, as_you_type=as_you_type)
        with self._connections.reading() as connection, cancelled_by(connection, cancel):
            return search.search(connection, parsed, limit, order)

    def count(
        self, query: str | Query, *, most: int | None = None, as_you_type: bool = False, cancel: Cancel | None = None
    ) -> int:
        """How many entries :meth:`search` would find without a limit; no more than ``most`` are counted.

        Raises:
            QueryError: the query cannot be understood.
            SearchCancelledError: ``cancel`` was cancelled.
        """
        parsed = _parsed(query, as_you_type=as_you_type)
        with self._connections.reading() as connection, cancelled_by(connection, cancel):
            return search.count(connection, parsed, most)

    def save_search(self, name: str, query: str) -> None:
        """Keep ``query`` under ``name``; what was kept under it before is replaced.

        Raises:
            QueryError: the query cannot be understood.
            NotFoundError: the name is empty.
        """
        query = clean_text(query).strip()
        _parsed(query, as_you_type=False)
        with self._connections.writing() as connection:
            saved_searches.save(connection, name, query)

    def rename_search(self, name: str, new_name: str) -> None:
        """Give a saved search another name.

        Raises:
            NotFoundError: there is no such search, or the new name is empty.
            NameTakenError: another search has the new name.
        """
        with self._connections.writing() as connection:
            saved_searches.rename(connection, name, new_name)

    def delete_search(self, name: str) -> bool:
        """Take a saved search away; whether there was one."""
        with self._connections.writing() as connection:
            return saved_searches.delete(connection, name)

    def saved_query(self, name: str) -> str:
        """The query kept under ``name``.

        Raises:
            NotFoundError: there is no such search.
        """
        with self._connections.reading() as connection:
            return saved_searches.query_of(connection, name)

    def saved_searches(self) -> list[SavedSearch]:
        """Every saved search by name, and how much it finds now."""
        with self._connections.reading() as connection:
            return saved_searches.saved_searches(connection)

    def read_entries(self, post_id: str) -> set[str]:
        """The ids of the entries of a post that are marked read; empty when there is no such post."""
        with self._connections.reading() as connection:
            return reading.read_entries(connection, post_id)

    def set_read(
        self, post_id: str, entry_ids: Collection[str], read: bool = True, *, can_be_undone: bool = True
    ) -> None:
        """Mark entries of a post read, or unread; all of them or, on an error, none.

        What is marked read because it was shown, and not by the user's word, need not be there to :meth:`undo`.

        Raises:
            NotFoundError: there is no such post, or no such entry in it.
        """
        with self._connections.writing() as connection:
            turned = reading.set_read(connection, post_id, entry_ids, read=read)
            if can_be_undone:
                journal.record_reading(connection, post_id, turned, read=read)

    def bookmark(self, post_id: str, entry_id: str, note: str = "", tags: Sequence[str] = ()) -> None:
        """Bookmark an entry (or the post, by its own id), or give its bookmark another note and other tags.

        Raises:
            NotFoundError: there is no such post, or no such entry in it.
        """
        with self._connections.writing() as connection:
            journal.record_bookmark(connection, bookmarks.bookmark(connection, post_id, entry_id, note, tags, now()))

    def edit_bookmark(
        self, post_id: str, entry_id: str, *, note: str | None = None, tags: Sequence[str] | None = None
    ) -> None:
        """Give a bookmark another note, other tags or both; None leaves what there is. Its source may be gone.

        Raises:
            NotFoundError: there is no such bookmark.
        """
        with self._connections.writing() as connection:
            journal.record_bookmark(connection, bookmarks.edit(connection, post_id, entry_id, note, tags))

    def unbookmark(self, post_id: str, entry_id: str) -> bool:
        """Take a bookmark away; whether there was one."""
        with self._connections.writing() as connection:
            change = bookmarks.unbookmark(connection, post_id, entry_id)
            if change is not None:
                journal.record_bookmark(connection, change)
            return change is not None

    def bookmarks(self, *, post_id: str | None = None, tags: Collection[str] = (), text: str = "") -> list[Bookmark]:
        """The bookmarks, newest first: in one post or in all, that bear every one of ``tags`` and hold ``text``.

        ``text`` is looked for in the marked text, the note, the title and the author, whatever its case and accents.
        """
        with self._connections.reading() as connection:
            return bookmarks.bookmarks(connection, post_id, tags, text)

    def bookmarked(self, post_id: str) -> dict[str, Bookmark]:
        """The bookmarks in one post, by entry id."""
        with self._connections.reading() as connection:
            return bookmarks.bookmarked(connection, post_id)

    def snapshot(self, post_id: str, entry_id: str) -> Snapshot:
        """A bookmarked entry as it was when it was marked, with the comments above it; its source may be gone.

        Raises:
            NotFoundError: there is no such bookmark.
        """
        with self._connections.reading() as connection:
            return bookmarks.snapshot(connection, post_id, entry_id)

    def undo(self) -> Undone | None:
        """Undo what was marked last and not undone yet, also before a restart; None when there is nothing."""
        with self._connections.writing() as connection:
            return journal.undo(connection)

    def redo(self) -> Undone | None:
        """Do again what was undone last; None when there is nothing, or something else was marked since."""
        with self._connections.writing() as connection:
            return journal.redo(connection)

    def export_marks(self, write: Callable[[str], object]) -> int:
        """Hand every mark to ``write``, a line of JSON at a time, each with its newline; how many marks there are.

        Libraries with the same marks write the same lines. ``docs/marks.md`` tells the format.
        """
        with self._connections.reading() as connection:
            return exchange.export(connection, write)

    def merge_marks(self, files: Iterable[tuple[str, Iterable[bytes]]]) -> MarksMerged:
        """Merge marks of other libraries, all of them or, on an error, none: the lines of files, by name.

        Order does not matter, nor how often the same marks are merged. Marks of what the library does not hold wait
        until it does.

        Raises:
            MarksError: a line is no mark; the message names it.
        """
        with self._connections.writing() as connection:
            return exchange.merge(connection, files)

    def place(self, post_id: str) -> Place | None:
        """Where reading a post was left; None when it was never saved."""
        with self._connections.reading() as connection:
            return places.place(connection, post_id)

    def save_place(self, place: Place) -> None:
        """Keep where reading a post was left, and that it was the last.

        Raises:
            NotFoundError: there is no such post.
        """
        with self._connections.writing() as connection:
            places.save_place(connection, place)

    def last_post(self) -> str | None:
        """The id of the post whose place was saved last; None when none was."""
        with self._connections.reading() as connection:
            return places.last_post(connection)


def _parsed(query: str | Query, *, as_you_type: bool) -> Query:
    parsed = query if isinstance(query, Query) else parse(query, as_you_type=as_you_type)
    if isinstance(parsed, Fault):
        raise QueryError(parsed.message, parsed.start, parsed.end)
    return parsed
