"""The user's file of settings, read and understood."""

from pathlib import Path

from probreader.config import DEFAULT, Config, parse
from probreader.errors import ConfigError
from probreader.paths import CONFIG_VARIABLE, config_path, named_config_path
from probreader.tui.keymap import Keymap

_MOST_BYTES = 1_000_000
"""Settings take a page; what is larger is some other file."""


def read_config() -> Config:
    """The settings in the user's file, or in the one that ``PROBREADER_CONFIG`` names; the default without any.

    Raises:
        ConfigError: the file cannot be read or understood.
    """
    named = named_config_path()
    path = named or config_path()
    try:
        content = _content(path)
    except FileNotFoundError:
        if named is not None:
            raise ConfigError(f"{path}: there is no such file. Correct or unset {CONFIG_VARIABLE}.") from None
        return DEFAULT
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}. Make it a readable file, or take it away.") from None
    config = parse(content, str(path))
    Keymap(config.keys)
    return config


def _content(path: Path) -> str:
    if path.exists() and not path.is_file():
        raise ConfigError(f"{path}: this is no file. Put the settings into a file, or take it away.")
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise ConfigError(f"{path}: this is too large for settings. Put settings alone into it.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}, line {line}: this is not UTF-8. Save the file in UTF-8.") from None
