"""The corpus is what its generator makes; dumps name pages that exist."""

import json
from pathlib import Path

import pytest

from .make.kept import kept
from .make.pages import rendered

CORPUS = Path(__file__).parent
RENDERED = rendered()
DUMPS = sorted((CORPUS / "dumps").glob("*.txt"))


@pytest.mark.parametrize("name", sorted(RENDERED))
def test_committed_file_is_what_the_generator_makes(name: str) -> None:
    assert (CORPUS / name).read_bytes() == RENDERED[name]


def test_no_page_is_left_over() -> None:
    committed = {
        path.relative_to(CORPUS).as_posix() for folder in ("pages", "expected") for path in (CORPUS / folder).iterdir()
    }
    assert committed == set(RENDERED)


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.stem)
def test_dump_is_of_a_page_and_says_what_was_kept(dump: Path) -> None:
    page = dump.name.split(".", 1)[0]
    tree = json.loads(RENDERED[f"expected/{page}.json"])
    assert json.loads(dump.with_suffix(".json").read_text("utf-8")) == kept(dump.read_text("utf-8"), tree)
