"""What a file of settings may say, and what is said of one that cannot be used."""

import pytest

from probreader.config import DEFAULT, Config, KeySetting, ReadBy, ThemeName, parse
from probreader.errors import ConfigError

WHOLE = """\
# what I like
theme = "contrast"
measure = 66
ascii = true
linear = true
read = "scrolling"

[keys]
next_entry = ["n", "down"]
quit = "Q"
sort = []
"""


def test_every_setting() -> None:
    assert parse(WHOLE, "my.toml") == Config(
        ThemeName.CONTRAST,
        66,
        True,
        True,
        ReadBy.SCROLLING,
        (
            KeySetting("next_entry", ("n", "down"), "my.toml, line 9"),
            KeySetting("quit", ("Q",), "my.toml, line 10"),
            KeySetting("sort", (), "my.toml, line 11"),
        ),
    )


@pytest.mark.parametrize("text", ["", "\n# nothing\n", "[keys]\n"])
def test_what_is_not_set_is_as_without_a_file(text: str) -> None:
    assert parse(text, "my.toml") == DEFAULT


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\ntheme = "drak"\n', 'line 2: “theme” is one of "dark", "light", "contrast" and "terminal".'),
        ("theme = 3\n", 'line 1: “theme” is one of "dark", "light", "contrast" and "terminal".'),
        ("\n\nmeasur = 80\n", "line 3: there is no setting “measur”. Did you mean “measure”?"),
        ("zzz = 80\n", "line 1: there is no setting “zzz”."),
        ("measure = 20\n", "line 1: “measure” is a whole number of columns from 30 to 200."),
        ("measure = true\n", "line 1: “measure” is a whole number of columns from 30 to 200."),
        ('ascii = "yes"\n', "line 1: “ascii” is true or false, without quotes."),
        ("linear = 1\n", "line 1: “linear” is true or false, without quotes."),
        ('\nread = "no"\n', 'line 2: “read” is one of "moving", "scrolling" and "never".'),
        ("keys = 7\n", "line 1: “keys” is a table: write [keys], and below it one command a line."),
        ("[keys]\nquit = 3\n", "line 2: the keys of “quit” are one in quotes, or a list: quit = ['j', 'down']."),
        ("a = 1\nb = [1,\n", "line 3: this is not TOML: Invalid value. Correct the line, or put # before it."),
        ("theme = dark\n", "line 1: this is not TOML: Invalid value. Correct the line, or put # before it."),
    ],
)
def test_faults_name_file_and_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse(text, "my.toml")
    assert str(raised.value) == f"my.toml, {message}"


def test_values_nested_too_deep() -> None:
    with pytest.raises(ConfigError, match="too deep"):
        parse("theme = " + "[" * 100_000, "my.toml")
