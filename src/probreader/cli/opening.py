"""``probreader [PATH...]``: read what is named, then open the reader there.

What reads sources is imported when there are any: the screen of a library does not wait for it.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from probreader.cli.arguments import Arguments
from probreader.cli.codes import ExitCode
from probreader.cli.configured import read_config
from probreader.cli.files import STDIN
from probreader.cli.output import is_interactive, take_keys_from_terminal
from probreader.config import Config
from probreader.library import Library
from probreader.paths import library_path


def open_reader(arguments: Arguments) -> int:
    """Open the reader on the library; without a usable terminal, print the list of its posts instead."""
    config = read_config()
    if arguments.linear:
        config = replace(config, linear=True)
    path = library_path(arguments.library)
    with Library.open(path) as library:
        code, post_ids = _read_into(library, path, arguments) if arguments.words else (ExitCode.OK, [])
        if code is ExitCode.NONE_READABLE:
            return code
        if STDIN in arguments.words:
            take_keys_from_terminal()
        if not is_interactive():
            from probreader.cli.showing import print_posts

            print_posts(library.posts())
            return code
        return _run_screen(library, _first_to_show(library, post_ids), config) or code


def _read_into(library: Library, path: Path, arguments: Arguments) -> tuple[ExitCode, list[str]]:
    from probreader.cli.adding import add_to, known_to
    from probreader.cli.outcome import Tally
    from probreader.cli.sources import outcomes

    tally = Tally()
    post_ids: list[str] = []
    imported = library.next_import()
    for outcome in outcomes(arguments.words, path, arguments.jobs, known_to(library)):
        added = add_to(library, outcome, imported)
        tally.note(outcome)
        post_ids.extend(() if added is None else added.post_ids)
    return tally.code, post_ids


def _first_to_show(library: Library, post_ids: Sequence[str]) -> str | None:
    """The post to open at: the one last read if it is among those named, else the first named; None for any."""
    last = library.last_post()
    if last in post_ids or not post_ids:
        return last if post_ids else None
    return post_ids[0]


def _run_screen(library: Library, post_id: str | None, config: Config) -> int:
    if os.environ.get("NO_COLOR") == "":
        # Textual goes by its presence; the convention says that an empty one counts for nothing.
        del os.environ["NO_COLOR"]
    from probreader.tui import run

    return run(library, post_id, config)
