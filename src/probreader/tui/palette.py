"""The palette (ctrl+p): every command, and every post by its title."""

from asyncio import sleep
from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from probreader.tui.commands import COMMANDS, Scope, key_name
from probreader.tui.screens.reader import ReaderScreen
from probreader.tui.widgets.post_list import title_of

_AT_ONCE = 100
"""Posts looked through before whatever else waits has its turn."""


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
            if command.scopes and Scope.LIST not in command.scopes[:1]:
                target = reader.pane if Scope.THREAD in command.scopes else reader
                run = partial(self.app.call_later, self.app.run_action, command.name, target)
                yield f"{command.title}  {key_name(command.keys[0])}", run

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
        for number, post in enumerate(reader.posts.items):
            if not number % _AT_ONCE:
                await sleep(0)
            title = title_of(post.title, inferred=post.title_inferred)
            if score := matcher.match(title):
                yield Hit(score, Content(title), partial(reader.show_post, post.id), text=title)
