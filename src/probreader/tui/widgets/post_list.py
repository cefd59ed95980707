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
    EMPTY: ClassVar[str] = "No posts. Leave and run: probreader FILE"

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
        mark = f"{UNREAD} " if item.unread or not item.opened else "  "
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
    """Ways to tell how much there is and how much is unread, from the fullest to the shortest."""
    if not item.comments:
        return [(f"  {item.sections} sections", ""), ("", "")] if item.sections > 1 else [("", "")]
    comments = f"  {item.comments} comment{'' if item.comments == 1 else 's'}"
    if not item.unread:
        return [(comments, ""), (f"  {item.comments}", "")]
    return [
        (comments, f"  {item.unread} unread"),
        ("", f"  {item.unread}/{item.comments} unread"),
        (f"  {item.comments}", f" +{item.unread}"),
    ]
