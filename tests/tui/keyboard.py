"""Tests that say which key they press, so that a key without a test is noticed."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from probreader.tui.commands import COMMANDS, Scope


class Keyboard:
    """The keys of one scope, and which of them have been tried."""

    def __init__(self, *scopes: Scope) -> None:
        self._scopes = set(scopes)
        self._tried: set[str] = set()

    def tries(self, *keys: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Run a test once with each of ``keys`` as its argument ``key``."""
        self._tried.update(keys)
        return pytest.mark.parametrize("key", keys)

    def note(self, keys: Iterable[str]) -> None:
        """Count keys as tried that a test presses by itself."""
        self._tried.update(keys)

    def untried(self) -> set[str]:
        bound = {key for command in COMMANDS if self._scopes.intersection(command.scopes) for key in command.keys}
        return bound - self._tried
