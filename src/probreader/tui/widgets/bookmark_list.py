"""The bookmarks pane."""

from typing import ClassVar

from probreader.library import Bookmark
from probreader.tui.widgets.post_list import title_of
from probreader.tui.widgets.row_list import Line, RowList
from probreader.tui.wrap import fit, wrap


class BookmarkList(RowList[Bookmark]):
    """Bookmarks with their words, note and tags, the newest first."""

    ROW_HEIGHT: ClassVar[int] = 4
    key_hint = ""
    """The key that sets a bookmark; empty when none does."""

    @property
    def empty_words(self) -> str:
        """How to have one."""
        return f"No bookmarks. Press {self.key_hint} on an entry." if self.key_hint else "No bookmarks."

    def key(self, item: Bookmark) -> str:
        """Post and entry."""
        return f"{item.post_id} {item.entry_id}"

    def lines(self, item: Bookmark, width: int) -> list[Line]:
        """Whose words and where; two lines of them, or one and the note; an empty line."""
        where = " · ".join(part for part in (item.author, title_of(item.post_title)) if part)
        note = " ".join([item.note, *(f"#{tag}" for tag in item.tags)]).strip()
        excerpt = " ".join(item.excerpt[: 3 * width].split())
        words = wrap(excerpt, max(1, width - 2))[: 1 if note else 2]
        lines: list[Line] = [[(" " + fit(where, width - 1), "list--quiet")]]
        lines += [[("  " + excerpt[start:end], "list--text")] for start, end in words]
        if note:
            lines.append([("  " + fit(note, width - 2), "list--unread")])
        return (lines + [[]] * self.ROW_HEIGHT)[: self.ROW_HEIGHT]
