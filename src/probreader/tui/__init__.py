"""The screen. Talks to the library through its one facade; the only package that imports Textual."""

from typing import TYPE_CHECKING

from probreader.config import DEFAULT, Config

if TYPE_CHECKING:
    from probreader.library import Library


def run(library: "Library", post_id: str | None = None, config: Config = DEFAULT) -> int:
    """Open the reader on ``library`` and return the exit code when the user leaves.

    Shows the post ``post_id``; None means the post that was read last, else the newest.

    Raises:
        ConfigError: ``config`` gives a key to two commands.
    """
    from probreader.tui.app import ReaderApp

    app = ReaderApp(library, post_id, config)
    app.run()
    return app.return_code or 0
