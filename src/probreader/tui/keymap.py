"""Which keys each command has once the user's settings are heeded. Pure: no Textual."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from probreader.config import KeySetting, nearest
from probreader.errors import ConfigError
from probreader.tui.commands import COMMANDS, Command, Scope
from probreader.tui.keys import key_name, key_of

NO_KEY = "<none>"
"""What Textual is told of a command without keys: no keyboard sends it."""

HelpRow = tuple[str, str]


class Keymap:
    """The keys of every command."""

    def __init__(self, settings: Iterable[KeySetting] = ()) -> None:
        """The keys commands have of themselves, but for those in ``settings``.

        Raises:
            ConfigError: a command or a key is not known, or two commands have the same key in one place.
        """
        self._keys: dict[str, tuple[str, ...]] = {command.id: command.keys for command in COMMANDS}
        self._set: dict[str, KeySetting] = {}
        for setting in settings:
            if setting.command not in self._keys:
                hint = nearest(setting.command, self._keys)
                raise ConfigError(f"{setting.where}: there is no command “{setting.command}”.{hint}")
            self._set[setting.command] = setting
            self._keys[setting.command] = tuple(dict.fromkeys(_known(setting, key) for key in setting.keys))
        self._refuse_clashes()

    def _refuse_clashes(self) -> None:
        holders: dict[str, list[Command]] = defaultdict(list)
        for command in COMMANDS:
            for key in self.keys(command):
                for other in holders[key]:
                    if _meet(command, other):
                        raise self._clash(key, command, other)
                holders[key].append(command)

    def _clash(self, key: str, first: Command, second: Command) -> ConfigError:
        """What to say of two commands with one key: at least one of them was set."""
        given, other = (first, second) if first.id in self._set else (second, first)
        also = "is given to" if other.id in self._set else "is the key of"
        return ConfigError(
            f"{self._set[given.id].where}: “{key_name(key)}” is given to {given.id}, but {also} {other.id} too. "
            f"Choose another key, or give {other.id} others ([] for none)."
        )

    def keys(self, command: Command) -> tuple[str, ...]:
        """Textual's names of the keys of ``command``; the first is shown first."""
        return self._keys[command.id]

    def key(self, command_id: str) -> str:
        """The first key of the command of that name, as a person would write it; empty when it has none."""
        keys = self._keys[command_id]
        return key_name(keys[0]) if keys else ""

    def hint(self, command_id: str, words: str) -> str:
        """``words`` behind the key of the command, as in ``m bookmark``; empty when it has no key."""
        key = self.key(command_id)
        return f"{key} {words}" if key else ""

    def overrides(self) -> Mapping[str, str]:
        """What Textual is to be told: its names of the keys, by command, of those that were set."""
        return {name: ",".join(self._keys[name]) or NO_KEY for name in self._set}

    def rows(self) -> list[tuple[str, list[HelpRow]]]:
        """Groups in order of appearance, each with its (keys, title) rows; depths 1 to 9 are one row unless set."""
        groups: dict[str, list[HelpRow]] = {}
        depths = [command for command in COMMANDS if command.id.startswith("depth_")]
        as_one = not any(command.id in self._set for command in depths)
        for command in COMMANDS:
            rows = groups.setdefault(command.group, [])
            if as_one and command in depths:
                rows += [("1 … 9", "Show down to this depth")] if command is depths[0] else []
            else:
                rows.append((" ".join(map(key_name, self.keys(command))), command.title))
        return list(groups.items())


def _known(setting: KeySetting, written: str) -> str:
    key = key_of(written)
    if key is None:
        raise ConfigError(
            f"{setting.where}: there is no key “{written}”. Write a character, or a name such as "
            "“space”, “pagedown”, “f5”, “ctrl+d”."
        )
    return key


def _meet(first: Command, second: Command) -> bool:
    """True when both commands may be meant by one key at one time."""

    def everywhere(scopes: Sequence[Scope]) -> bool:
        return not scopes or Scope.READER in scopes

    return everywhere(first.scopes) or everywhere(second.scopes) or bool(set(first.scopes) & set(second.scopes))


def help_rows() -> list[tuple[str, list[HelpRow]]]:
    """The rows of the help screen when no key was set."""
    return Keymap().rows()
