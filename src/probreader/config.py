"""The user's settings, from the text of a TOML file; docs/config.md tells each. Nothing here touches the disk."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar

from probreader.errors import ConfigError

LEAST_MEASURE, MOST_MEASURE = 30, 200
"""Between what the reading measure may be, in cells."""
_LONGEST_SUGGESTED = 80
"""Characters of an unknown name up to which a known one is looked for that is like it."""


class ThemeName(Enum):
    """The themes, in the order in which a key goes through them."""

    DARK = "dark"
    LIGHT = "light"
    CONTRAST = "contrast"
    TERMINAL = "terminal"
    """The terminal's own colours."""


class ReadBy(Enum):
    """When a comment counts as read without being marked."""

    MOVING = "moving"
    """When the highlight stands on it, or a page on which it ends is turned."""
    SCROLLING = "scrolling"
    """When a page on which it ends is turned."""
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class KeySetting:
    """The keys of one command."""

    command: str
    """Its name, as the user wrote it; whether there is such a command is not known here."""
    keys: tuple[str, ...]
    """As the user wrote them; none takes the command off the keyboard."""
    where: str
    """File and line, for messages."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the user has set; what was not set is as it is without a file."""

    theme: ThemeName = ThemeName.DARK
    measure: int = 88
    """The widest line of text, in cells."""
    ascii: bool | None = None
    """Whether only ASCII is drawn; None leaves it to the encoding of the locale."""
    linear: bool = False
    """One column of words without drawings, with the terminal's cursor at the highlight, for screen readers."""
    read: ReadBy = ReadBy.MOVING
    keys: tuple[KeySetting, ...] = field(default=())
    """Commands whose keys were set, in the order of the file."""


DEFAULT = Config()

_SETTINGS = ("theme", "measure", "ascii", "linear", "read", "keys")


def parse(text: str, name: str) -> Config:
    """The settings in ``text``, the TOML of the file called ``name``.

    Raises:
        ConfigError: with file and line, when it is no TOML, or a name or a value is not known.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        reason = str(error).partition(" (at ")[0]
        raise ConfigError(
            f"{name}, line {line[1] if line else text.count(chr(10)) + 1}: this is not TOML: {reason}. "
            "Correct the line, or put # before it."
        ) from None
    except RecursionError:
        raise ConfigError(f"{name}: values stand in one another too deep. Take the nested ones away.") from None
    return _Settings(found, text, name).config()


Choice = TypeVar("Choice", bound=Enum)


class _Settings:
    """What stands in a file, to be asked for setting by setting."""

    def __init__(self, found: Mapping[str, Any], text: str, name: str) -> None:
        self._found = found
        self._name = name
        self._lines = _lines_of_names(text)

    def config(self) -> Config:
        for key in self._found:
            if key not in _SETTINGS:
                raise self._fault(key, f"there is no setting “{key}”.{nearest(key, _SETTINGS)}")
        return Config(
            theme=self._choice("theme", DEFAULT.theme),
            measure=self._measure(),
            ascii=self._flag("ascii", DEFAULT.ascii),
            linear=bool(self._flag("linear", DEFAULT.linear)),
            read=self._choice("read", DEFAULT.read),
            keys=self._keys(),
        )

    def _where(self, key: str) -> str:
        return f"{self._name}, line {self._lines.get(key, self._lines.get(key.partition('.')[0], 1))}"

    def _fault(self, key: str, words: str) -> ConfigError:
        return ConfigError(f"{self._where(key)}: {words}")

    def _choice(self, key: str, default: Choice) -> Choice:
        value = self._found.get(key, default.value)
        choices = {choice.value: choice for choice in type(default)}
        if not isinstance(value, str) or value not in choices:
            raise self._fault(key, f"“{key}” is one of {_listed(choices)}.")
        return choices[value]

    def _flag(self, key: str, default: bool | None) -> bool | None:
        value = self._found.get(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self._fault(key, f"“{key}” is true or false, without quotes.")
        return value

    def _measure(self) -> int:
        value = self._found.get("measure", DEFAULT.measure)
        if type(value) is not int or not LEAST_MEASURE <= value <= MOST_MEASURE:
            raise self._fault(
                "measure", f"“measure” is a whole number of columns from {LEAST_MEASURE} to {MOST_MEASURE}."
            )
        return value

    def _keys(self) -> tuple[KeySetting, ...]:
        table = self._found.get("keys", {})
        if not isinstance(table, dict):
            raise self._fault("keys", "“keys” is a table: write [keys], and below it one command a line.")
        return tuple(self._key(command, value) for command, value in table.items())

    def _key(self, command: str, value: object) -> KeySetting:
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            raise self._fault(
                f"keys.{command}", f"the keys of “{command}” are one in quotes, or a list: {command} = ['j', 'down']."
            )
        return KeySetting(command, tuple(keys), self._where(f"keys.{command}"))


def nearest(name: str, known: Iterable[str]) -> str:
    """A sentence, with a space before it, that names the known name most like ``name``; empty when none is."""
    like = get_close_matches(name, list(known), 1) if len(name) <= _LONGEST_SUGGESTED else []
    return f" Did you mean “{like[0]}”?" if like else ""


def _listed(words: Iterable[str]) -> str:
    *others, last = (f'"{word}"' for word in words)
    return f"{', '.join(others)} and {last}"


_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_NAME = re.compile(r"\s*([^\s=#\[][^=#\n]*?)\s*=")


def _lines_of_names(text: str) -> dict[str, int]:
    """On which line each name first gets its value, for messages alone: TOML's parser does not tell."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if found := _TABLE.match(line):
            table = _unquoted(found[1])
            lines.setdefault(table, number)
        elif found := _NAME.match(line):
            name = _unquoted(found[1])
            lines.setdefault(f"{table}.{name}" if table else name, number)
    return lines


def _unquoted(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
