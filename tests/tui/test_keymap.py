"""Keys that the user sets: which there are, which clash, and what Textual is told."""

import pytest
from textual.keys import _character_to_key

from probreader.config import KeySetting
from probreader.errors import ConfigError
from probreader.tui.commands import COMMANDS
from probreader.tui.keymap import Keymap
from probreader.tui.keys import key_name, key_of


def setting(command: str, *keys: str) -> KeySetting:
    return KeySetting(command, keys, "my.toml, line 7")


@pytest.mark.parametrize("character", [chr(code) for code in range(0x21, 0x7F)] + list("äß§…"))
def test_characters_have_the_names_textual_gives_them(character: str) -> None:
    assert key_of(character) == _character_to_key(character)
    assert key_name(_character_to_key(character)) == character


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("space", "space"),
        (" ", "space"),
        ("ctrl+d", "ctrl+d"),
        ("Ctrl+D", "ctrl+d"),
        ("shift+j", "J"),
        ("shift+tab", "shift+tab"),
        ("PageDown", "pagedown"),
        ("pgdn", "pagedown"),
        ("return", "enter"),
        ("esc", "escape"),
        ("f12", "f12"),
        ("ctrl+shift+up", "ctrl+shift+up"),
        ("shift+alt+up", "alt+shift+up"),
        ("question_mark", "question_mark"),
        ("ctrl+i", "tab"),
        ("alt++", "alt+plus"),
        ("f25", None),
        ("hyper+x", None),
        ("jk", None),
        ("", None),
        ("\x1b", None),
    ],
)
def test_keys_as_people_write_them(written: str, key: str | None) -> None:
    assert key_of(written) == key


def test_every_name_of_a_command_is_its_own() -> None:
    names = [command.id for command in COMMANDS]
    assert len(names) == len(set(names))
    assert all(name.replace("_", "a").isalnum() and name.islower() for name in names)


def test_every_key_of_a_command_is_one_that_can_be_written() -> None:
    for command in COMMANDS:
        assert [key_of(key) for key in command.keys] == list(command.keys)
        assert [key_of(key_name(key)) for key in command.keys] == list(command.keys)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ([setting("nxt_entry", "j")], "there is no command “nxt_entry”. Did you mean “next_entry”?"),
        ([setting("quit", "jk")], "there is no key “jk”. Write a character, or a name such as “space”"),
        ([setting("quit", "x")], "“x” is given to quit, but is the key of collapse_on too. Choose another key, or"),
        ([setting("quit", "Z"), setting("sort", "Z")], "“Z” is given to quit, but is given to sort too."),
        ([setting("suspend", "j")], "“j” is given to suspend, but is the key of next_entry too."),
        ([setting("open", "j")], "“j” is given to open, but is the key of next_entry too."),
    ],
)
def test_faults_name_file_and_line(settings: list[KeySetting], message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        Keymap(settings)
    assert str(raised.value).startswith(f"my.toml, line 7: {message}")


def test_keys_may_change_places_and_lists_may_have_those_of_threads() -> None:
    keymap = Keymap([setting("next_entry", "k"), setting("previous_entry", "j", "j"), setting("open", "enter", "J")])
    assert keymap.overrides() == {"next_entry": "k", "previous_entry": "j", "open": "enter,J"}
    assert keymap.key("next_entry") == "k"
    assert ("enter J", "Read what is highlighted") in dict(keymap.rows())["Lists"]


def test_a_command_without_keys() -> None:
    keymap = Keymap([setting("quit"), setting("sort", "q")])
    assert keymap.key("quit") == keymap.hint("quit", "leave") == ""
    assert keymap.hint("sort", "posts") == "q posts"


def test_depths_are_told_one_by_one_when_one_was_set() -> None:
    assert ("1 … 9", "Show down to this depth") in dict(Keymap().rows())["Collapse"]
    rows = dict(Keymap([setting("depth_2", "f2")]).rows())["Collapse"]
    assert ("f2", "Show down to depth 2") in rows
    assert ("3", "Show down to depth 3") in rows
