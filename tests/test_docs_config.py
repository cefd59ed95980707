"""What the page about settings says is so."""

import re
import tomllib
from pathlib import Path

from probreader.config import DEFAULT, parse
from probreader.tui.commands import COMMANDS
from probreader.tui.keymap import Keymap
from probreader.tui.keys import key_name

PAGE = (Path(__file__).parents[1] / "docs" / "config.md").read_text("utf-8")
(EXAMPLE,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_every_setting_is_told_with_its_default() -> None:
    config = parse(EXAMPLE, "config.md")
    Keymap(config.keys)
    assert set(tomllib.loads(EXAMPLE)) == {"theme", "measure", "ascii", "linear", "read", "keys"}
    assert (config.theme, config.measure, config.linear, config.read) == (
        DEFAULT.theme,
        DEFAULT.measure,
        DEFAULT.linear,
        DEFAULT.read,
    )


def test_every_command_is_told_with_its_keys() -> None:
    told = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*) \|$", PAGE, re.MULTILINE)
    assert told == [
        (command.id, " ".join(f"`{key_name(key)}`" for key in command.keys), command.title) for command in COMMANDS
    ]
