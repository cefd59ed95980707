"""What the library remembers of a post: its ledger, and what entries said before."""

from probreader.domain.post import Comment
from probreader.tui.screens.following import FollowingScreen
from probreader.tui.screens.ledger import EarlierSheet, LedgerSheet
from probreader.tui.thread import Thread
from probreader.tui.widgets.post_list import title_of


class MemoryScreen(FollowingScreen):
    """Shows what was found of a post and what has become of it."""

    def action_ledger(self) -> None:
        """Show the ledger of the open post."""
        thread, post_id = self.pane.thread, self.session.post_id
        if thread is None or post_id is None:
            return
        with self.telling():
            title = title_of(thread.post.title, inferred=thread.post.title_inferred)
            self.app.push_screen(LedgerSheet(title, self.session.library.ledger(post_id)))

    def action_earlier_text(self) -> None:
        """Show what the highlighted entry said before it was edited; over the post, its earlier titles too."""
        thread, post_id = self.pane.thread, self.session.post_id
        if thread is None or post_id is None:
            return
        at = self.pane.highlight
        with self.telling():
            library = self.session.library
            texts = library.earlier_texts(post_id, thread.outline.ids[at])
            if thread.outline.is_section(at):
                texts = [*texts, *library.earlier_texts(post_id, post_id)]
            if texts:
                self.app.push_screen(EarlierSheet(_whose(thread, at), texts))
            else:
                self.status.say("This was not edited since it was first read")


def _whose(thread: Thread, entry: int) -> str:
    """Whose words they are."""
    found = thread.entry(entry)
    if not isinstance(found, Comment):
        return "the post"
    return f"comment {thread.outline.position(entry)}" if found.author is None else found.author.name
