"""The post list pane."""

from typing import ClassVar

from rich.cells import cell_len

from probreader.library import PostSummary
from probreader.tui.posts import Posts
from probreader.tui.rendering import UNREAD
from probreader.tui.times import say_date
from probreader.tui.widgets.row_list import Line, RowList
from probreader.tui.wrap import fit


def title_of(title: str | None, *, inferred: bool = False) -> str:
    """A post's title for the eye; an inferred one is marked with a tilde."""
    if title is None:
        return "Untitled"
    return f"~ {title}" if inferred else title


class PostList(RowList[PostSummary]):
    """Posts with date, comments and what is unread."""

    ROW_HEIGHT: ClassVar[int] = 2
    quit_key = ""
    """The key that leaves the program; empty when none does."""

    @property
    def empty_words(self) -> str:
        """How to begin."""
        leave = f"Leave with {self.quit_key}, and" if self.quit_key else "Leave, and"
        return (
            "No posts. probreader reads saved pages, feeds, backups and text dumps of blogs. "
            f"{leave} name some: probreader FILE"
        )

    items: Posts

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.items = Posts.none()

    def index_of(self, key: str) -> int | None:
        """Where the post ``key`` is; None when it is not listed."""
        return self.items.index_of(key)

    def key(self, item: PostSummary) -> str:
        """The post's id."""
        return item.id

    def lines(self, item: PostSummary, width: int) -> list[Line]:
        """Title; then date, comments, unread."""
        unread_mark = "unread" if self.linear else UNREAD
        mark = f"{unread_mark} " if item.unread or not item.opened else "  "
        title = fit(title_of(item.title, inferred=item.title_inferred), width - cell_len(mark))
        date, counts, unread = self._below(item, width - 2)
        return [
            [(mark, "list--unread"), (title, "list--text" if item.opened and not item.unread else "list--strong")],
            [(f"  {date}{counts}", "list--quiet"), (unread, "list--unread")],
        ]

    def _below(self, item: PostSummary, room: int) -> tuple[str, str, str]:
        """Date, comments and unread, in the fullest words there is room for."""
        date = say_date(item.published)
        for counts, unread in _counts(item):
            if len(date + counts + unread) <= room:
                return date, counts, unread
        return fit(date, room), "", ""


def _counts(item: PostSummary) -> list[tuple[str, str]]:
    """Ways to tell how much there is and how much is unread and new, from the fullest to the shortest."""
    if not item.comments:
        return [(f"  {item.sections} sections", ""), ("", "")] if item.sections > 1 else [("", "")]
    comments = f"  {item.comments} comment{'' if item.comments == 1 else 's'}"
    new = f"{item.new} new" if item.new else ""
    if not item.unread:
        return [(comments, f"  {new}" if new else ""), (f"  {item.comments}", f"  {new}" if new else "")]
    with_new = f", {new}" if new else ""
    return [
        (comments, f"  {item.unread} unread{with_new}"),
        ("", f"  {item.unread}/{item.comments} unread{with_new}"),
        ("", f"  {item.unread}/{item.comments} unread"),
        (f"  {item.comments}", f" +{item.unread}"),
    ]
