"""The bookmarks pane."""

from typing import ClassVar

from probreader.library import Bookmark
from probreader.tui.widgets.post_list import title_of
from probreader.tui.widgets.row_list import Line, RowList
from probreader.tui.wrap import fit


class BookmarkList(RowList[Bookmark]):
    """Bookmarks with their words, note and tags, the newest first."""

    ROW_HEIGHT: ClassVar[int] = 4
    EMPTY: ClassVar[str] = "No bookmarks. Press m on an entry."

    def key(self, item: Bookmark) -> str:
        """Post and entry."""
        return f"{item.post_id} {item.entry_id}"

    def lines(self, item: Bookmark, width: int) -> list[Line]:
        """The words; note and tags; whose words and where; an empty line."""
        excerpt = " ".join(item.excerpt[: 2 * width].split())
        note = " ".join([item.note, *(f"#{tag}" for tag in item.tags)]).strip()
        where = " · ".join(part for part in (item.author, title_of(item.post_title)) if part)
        lines: list[Line] = [[(" " + fit(excerpt, width - 1), "list--text")]]
        if note:
            lines.append([(" " + fit(note, width - 1), "list--unread")])
        lines.append([(" " + fit(where, width - 1), "list--quiet")])
        return (lines + [[]] * self.ROW_HEIGHT)[: self.ROW_HEIGHT]
