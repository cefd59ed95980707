import re
from collections import Counter
from pathlib import Path

import pytest
from textual.actions import parse

from probreader.tui.app import ReaderApp
from probreader.tui.commands import COMMANDS, Scope, bindings
from probreader.tui.keymap import Keymap, help_rows
from probreader.tui.keys import key_name
from probreader.tui.screens.help import help_text
from probreader.tui.screens.reader import ReaderScreen
from probreader.tui.widgets.row_list import RowList
from probreader.tui.widgets.thread_pane import ThreadPane

README = Path(__file__).parents[2] / "README.md"
TARGETS: dict[Scope, type] = {
    Scope.READER: ReaderScreen,
    Scope.THREAD: ThreadPane,
    Scope.LIST: RowList,
    Scope.SAVED: ReaderScreen,
}

Table = list[tuple[str, list[tuple[str, str]]]]


def readme_table() -> Table:
    """The key tables of the README: (group, rows of (keys, title))."""
    section = README.read_text("utf-8").partition("\n## Keys\n")[2].partition("\n## ")[0]
    groups: Table = []
    for title, keys in re.findall(r"^\| (.+?) \| (.+) \|$", section, re.MULTILINE):
        if keys == "keys":
            groups.append((title, []))
        else:
            groups[-1][1].append((" ".join(re.findall(r"`([^`]+)`", keys)) or keys, title))
    return groups


@pytest.mark.parametrize("scope", Scope)
def test_no_key_means_two_things_in_one_place(scope: Scope) -> None:
    counts = Counter(key for command in COMMANDS if scope in command.scopes for key in command.keys)
    assert [key for key, count in counts.items() if count > 1] == []


def test_no_key_of_the_whole_screen_is_taken_by_a_pane() -> None:
    reader = {key for command in COMMANDS if Scope.READER in command.scopes for key in command.keys}
    panes = {key for command in COMMANDS if Scope.READER not in command.scopes for key in command.keys}
    assert not reader & panes


@pytest.mark.parametrize("scope", Scope)
def test_every_action_exists_where_its_key_is_pressed(scope: Scope) -> None:
    for command in COMMANDS:
        if scope in command.scopes:
            destination, name, parameters = parse(command.name)
            target = {"app": ReaderApp, "screen": ReaderScreen}.get(destination, TARGETS[scope])
            assert callable(getattr(target, f"action_{name}", None)), command
            assert len(parameters) == bool(command.parameters)


def test_what_has_no_scope_is_bound_by_the_app_itself() -> None:
    for command in COMMANDS:
        if not command.scopes:
            assert hasattr(ReaderApp, f"action_{command.action}")
    assert [command.action for command in COMMANDS if not command.scopes] == ["command_palette", "suspend_process"]


@pytest.mark.parametrize("scope", Scope)
def test_bindings_are_the_commands_of_their_scope(scope: Scope) -> None:
    wanted = {(",".join(c.keys), c.name) for c in COMMANDS if scope in c.scopes}
    assert {(binding.key, binding.action) for binding in bindings(scope)} == wanted  # type: ignore[union-attr]


def test_help_shows_each_command() -> None:
    shown = help_text(Keymap()).plain
    for command in COMMANDS:
        if command.action == "collapse_to" and command.keys[0].isdigit():
            continue
        keys = " ".join(map(key_name, command.keys))
        assert re.search(rf"^ +{re.escape(keys)} +{re.escape(command.title)}$", shown, re.MULTILINE), command
    assert re.search(r"^ +1 … 9 +Show down to this depth$", shown, re.MULTILINE)


def test_help_rows_stand_in_their_groups() -> None:
    groups = [group for group, _ in help_rows()]
    assert len(groups) == len(set(groups))
    assert set(groups) == {command.group for command in COMMANDS}


def test_the_readme_tells_the_same_keys() -> None:
    assert readme_table() == help_rows()
