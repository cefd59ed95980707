"""What the thread is: title, date and counts, always in sight above the thread pane."""

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widgets import Static

from probreader.config import DEFAULT
from probreader.tui.layout import left_margin
from probreader.tui.thread import Thread
from probreader.tui.times import say_date, say_day
from probreader.tui.widgets.post_list import title_of
from probreader.tui.wrap import fit


class ThreadHeader(Static):
    """Two lines over the thread pane, standing over its text."""

    measure = DEFAULT.measure
    """The widest line of the text below, in cells."""
    linear = False
    """Everything begins in the first column."""
    _thread: Thread | None = None

    def show(self, thread: Thread | None) -> None:
        """Tell what ``thread`` is; None clears the header."""
        self._thread = thread
        self._tell()

    def on_resize(self, _: events.Resize) -> None:
        """Tell it in the words there is room for."""
        self._tell()

    def _tell(self) -> None:
        thread = self._thread
        if thread is None or not self.size.width:
            self.update(Content(""), layout=False)
            return
        left = 0 if self.linear else left_margin(self.size.width, self.measure)
        room = max(1, self.size.width - left)
        title = fit(title_of(thread.post.title, inferred=thread.post.title_inferred), room)
        counts = next((words for words in descriptions(thread) if len(words) <= room), "")
        told = fit(counts or descriptions(thread)[-1], room)
        course = self._course(thread, min(room - 2, self.measure) - cell_len(told))
        lines = Content.assemble((title, "bold"), "\n", (told, "$quiet"), *course)
        self.update(Content("\n").join(Content(" " * left) + line for line in lines.split("\n")), layout=False)

    def _course(self, thread: Thread, room: int) -> list[tuple[str, str]]:
        """How the discussion went over time, at the right end of ``room`` cells; nothing when there is not enough."""
        course = None if thread.links is None or self.linear else thread.links.course
        if course is None:
            return []
        gap = room - len(course.bars) - len(course.said) - 2
        return [(f"{' ' * gap}{course.bars}", "$accent"), (f"  {course.said}", "$quiet")] if gap >= 2 else []


def descriptions(thread: Thread) -> list[str]:
    """Date, author, counts and labels of a thread on one line, from the fullest to the shortest."""
    post = thread.post
    found, replies = thread.comments, thread.replies
    counted = f"{found} comment{'' if found == 1 else 's'}" if found else ""
    counts = [f"{thread.unread} unread"] * bool(thread.unread) + [f"{thread.new} new"] * bool(thread.new)
    unread = ", ".join(counts)
    edited = "post edited" if any(map(thread.outline.is_section, thread.news.changed)) else ""
    declared = post.declared_comments
    missing = f"{declared} declared" if declared is not None and declared != found else ""
    sections = f"{thread.outline.sections} sections" if thread.outline.sections > 1 else ""
    inferred = "title inferred" if post.title_inferred else ""
    author = "" if post.author is None else post.author.name
    of_replies = f"{counted}, {replies} of them replies" if replies else counted
    choices = [
        (say_day(post.published), author, of_replies, missing, sections, unread, edited, inferred, *post.labels),
        (say_date(post.published), author, of_replies, missing, sections, unread, edited, inferred),
        (say_date(post.published), counted, missing, sections, unread, inferred),
        (say_date(post.published), counted, missing, unread),
        (say_date(post.published), counted, unread),
        (say_date(post.published), unread),
    ]
    return [" · ".join(part for part in choice if part) for choice in choices]
