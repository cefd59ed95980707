"""Where probreader keeps its own files. Nothing here touches the disk."""

import os
from pathlib import Path

import platformdirs

LIBRARY_VARIABLE = "PROBREADER_LIBRARY"
"""Environment variable that names another library; empty counts as unset."""


def library_path(named: str | None = None) -> Path:
    """The library file: ``named`` if given, else what ``PROBREADER_LIBRARY`` says, else one in the user data folder."""
    chosen = named or os.environ.get(LIBRARY_VARIABLE)
    if chosen:
        return Path(chosen)
    return platformdirs.user_data_path("probreader", appauthor=False) / "library.db"


CONFIG_VARIABLE = "PROBREADER_CONFIG"
"""Environment variable that names another file of settings; empty counts as unset."""


def named_config_path() -> Path | None:
    """The file of settings that ``PROBREADER_CONFIG`` names; None when it names none."""
    chosen = os.environ.get(CONFIG_VARIABLE)
    return Path(chosen) if chosen else None


def config_path() -> Path:
    """The user's own file of settings, which need not be there."""
    return platformdirs.user_config_path("probreader", appauthor=False) / "config.toml"
