"""What the thread is: title, date and counts, always in sight above the thread pane."""

from textual.content import Content
from textual.widgets import Static

from probreader.tui.thread import Thread
from probreader.tui.times import say_date
from probreader.tui.widgets.post_list import title_of


class ThreadHeader(Static):
    """Two lines over the thread pane."""

    def show(self, thread: Thread | None) -> None:
        """Tell what ``thread`` is; None clears the header."""
        if thread is None:
            self.update(Content(""))
            return
        post = thread.post
        title = Content(title_of(post.title, inferred=post.title_inferred)).stylize("bold")
        self.update(Content("\n").join([title, Content(describe(thread)).stylize("$quiet")]))


def describe(thread: Thread) -> str:
    """Date, author, counts and labels of a thread in one line."""
    post = thread.post
    found = len(post.comments)
    replies = sum(comment.parent is not None for comment in post.comments)
    parts = [say_date(post.published)]
    if post.author is not None:
        parts.append(post.author.name)
    if found:
        parts.append(
            f"{found} comment{'' if found == 1 else 's'}" + (f", {replies} of them replies" if replies else "")
        )
    if post.declared_comments is not None and post.declared_comments != found:
        parts.append(f"{post.declared_comments} declared")
    if len(post.sections) > 1:
        parts.append(f"{len(post.sections)} sections")
    if thread.unread:
        parts.append(f"{len(thread.unread)} unread")
    if post.title_inferred:
        parts.append("title inferred")
    return " · ".join([*parts, *post.labels])
