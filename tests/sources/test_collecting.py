"""Reading leaves the collector of cycles as it was."""

import gc
from collections.abc import Iterator

import pytest

from probreader.sources import read
from probreader.sources.collecting import collector_paused

DUMP = b"Title\n\nText.\n\n1 comment:\n\n  1. One.\n\n    ReplyDelete\n"


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


@pytest.mark.parametrize("at_work", [True, False])
def test_reading_leaves_the_collector_as_it_was(at_work: bool) -> None:
    (gc.enable if at_work else gc.disable)()
    assert read(DUMP).shape == "blogger-text"
    assert gc.isenabled() is at_work


def fail_while_paused() -> None:
    with collector_paused():
        assert not gc.isenabled()
        raise ZeroDivisionError


def test_the_collector_is_at_work_again_after_a_failure() -> None:
    gc.enable()
    with pytest.raises(ZeroDivisionError):
        fail_while_paused()
    assert gc.isenabled()
