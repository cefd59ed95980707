from collections.abc import Iterator
from pathlib import Path

import pytest

from probreader.library import Library

from .builders import check


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """An empty library; whatever a test did to it, it must be whole afterwards."""
    with Library.open(path) as opened:
        yield opened
    check(path)
