from collections.abc import Iterator
from pathlib import Path

import pytest

from probreader.library import Library

from .builders import library_of, library_of_seeds, three_posts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def posts(path: Path) -> Iterator[Library]:
    """A library of the three small posts."""
    with library_of(path, *three_posts()) as library:
        yield library


@pytest.fixture
def seeds(path: Path) -> Iterator[Library]:
    """A library of the seeds."""
    with library_of_seeds(path) as library:
        yield library
