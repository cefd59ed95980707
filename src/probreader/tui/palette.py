"""The palette (ctrl+p): every command, and every post by its title."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from probreader.tui.commands import COMMANDS, Scope
from probreader.tui.screens.reader import ReaderScreen
from probreader.tui.widgets.post_list import title_of

MOST_POSTS = 20
"""Posts offered at once: who wants another types more of its title."""
LEAST_SCORE = 0.01
"""Of a title whose words stand in another order than they were typed in."""


class ReaderCommands(Provider):
    """Offers commands and posts. Titles are shown as they are: nothing in them is markup."""

    @property
    def _reader(self) -> ReaderScreen | None:
        """The reading screen; None while another stands over it: then there is nothing to offer."""
        return self.screen if isinstance(self.screen, ReaderScreen) else None

    def _commands(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What is said of each command, and what runs it."""
        reader = self._reader
        if reader is None:
            return
        for command in COMMANDS:
            if command.scopes and command.scopes[0] not in (Scope.LIST, Scope.SAVED):
                target = reader.pane if Scope.THREAD in command.scopes else reader
                run = partial(self.app.call_later, self.app.run_action, command.name, target)
                yield f"{command.title}  {reader.session.keymap.key(command.id)}".rstrip(), run

    async def discover(self) -> Hits:
        """Every command."""
        for words, run in self._commands():
            yield DiscoveryHit(Content(words), run, text=words)

    async def search(self, query: str) -> Hits:
        """Commands and posts that fit ``query``."""
        matcher = self.matcher(query)
        for words, run in self._commands():
            if score := matcher.match(words):
                yield Hit(score, Content(words), run, text=words)
        reader = self._reader
        if reader is None:
            return
        with reader.telling():
            for post in reader.session.library.titled(query, MOST_POSTS):
                title = title_of(post.title, inferred=post.title_inferred)
                score = matcher.match(title) or LEAST_SCORE
                yield Hit(score, Content(title), partial(reader.show_post, post.id), text=title)
