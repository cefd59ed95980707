"""The palette (ctrl+p): every command, and every post by its title."""

from collections.abc import Iterator

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from probreader.tui.commands import COMMANDS, Command, Scope, key_name
from probreader.tui.widgets.post_list import title_of


class ReaderCommands(Provider):
    """Offers commands and posts. Titles are shown as they are: nothing in them is markup."""

    def _commands(self) -> Iterator[tuple[str, Command]]:
        for command in COMMANDS:
            if command.scopes and Scope.LIST not in command.scopes[:1]:
                yield f"{command.title}  {key_name(command.keys[0])}", command

    def _run(self, command: Command) -> None:
        from probreader.tui.screens.reader import ReaderScreen

        screen = self.screen
        assert isinstance(screen, ReaderScreen)
        target = screen.pane if Scope.THREAD in command.scopes else screen
        self.app.call_later(self.app.run_action, command.name, target)

    async def discover(self) -> Hits:
        """Every command."""
        for words, command in self._commands():
            yield DiscoveryHit(Content(words), lambda command=command: self._run(command), text=words)

    async def search(self, query: str) -> Hits:
        """Commands and posts that fit ``query``."""
        from probreader.tui.screens.reader import ReaderScreen

        matcher = self.matcher(query)
        for words, command in self._commands():
            if score := matcher.match(words):
                yield Hit(score, Content(words), lambda command=command: self._run(command), text=words)
        if isinstance(self.screen, ReaderScreen):
            for post in self.screen.posts.items:
                title = title_of(post.title, inferred=post.title_inferred)
                if score := matcher.match(title):
                    show = self.screen.show_post
                    yield Hit(score, Content(title), lambda post_id=post.id, show=show: show(post_id), text=title)
