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
