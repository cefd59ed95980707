"""What words mean, wrong usage, and what ``--help`` costs."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from probreader import __version__
from probreader.cli.arguments import COMMANDS, parse_arguments

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    "words",
    [
        ["--library", "x.db", "--limit", "3", "list", "--label", "PO", "--json"],
        ["list", "--json", "--label=PO", "--limit=3", "--library=x.db"],
        ["--json", "--limit=3", "list", "--library", "x.db", "--label", "PO"],
    ],
)
def test_options_stand_on_either_side_of_the_command(words: list[str]) -> None:
    found = parse_arguments(words)
    assert (found.command, found.words, found.library) == ("list", (), "x.db")
    assert (found.limit, found.label, found.json) == (3, "PO", True)


@pytest.mark.parametrize(
    ("words", "command", "rest"),
    [
        ([], "open", ()),
        (["seeds"], "open", ("seeds",)),
        (["./list"], "open", ("./list",)),
        (["--", "list"], "open", ("list",)),
        (["seeds", "list"], "open", ("seeds", "list")),
        (["-"], "open", ("-",)),
        (["--library", "list"], "open", ()),
        (["--jobs", "2", "add", "x"], "add", ("x",)),
        (["--jobs", "2", "x"], "open", ("x",)),
        (["add", "list"], "add", ("list",)),
        (["add", "add"], "add", ("add",)),
        (["add", "--", "-x"], "add", ("-x",)),
        (["show", "A", "Small", "Post"], "show", ("A", "Small", "Post")),
        (["search", "--", "-minus"], "search", ("-minus",)),
        (["search", "a", "-minus", "-(b", "OR", "c)"], "search", ("a", "-minus", "-(b", "OR", "c)")),
        (["search", "-minus", "--limit", "3", "-more"], "search", ("-minus", "-more")),
        (["search", "\udcff\x1b[1m"], "search", ("\N{REPLACEMENT CHARACTER}[1m",)),
    ],
)
def test_the_first_word_names_the_command(words: list[str], command: str, rest: tuple[str, ...]) -> None:
    found = parse_arguments(words)
    assert (found.command, found.words) == (command, rest)


@pytest.mark.parametrize(
    "words",
    [
        ["--nonsense"],
        ["--json"],
        ["--lib", "x"],
        ["add"],
        ["parse", "--json"],
        ["show"],
        ["search"],
        ["list", "word"],
        ["add", "x", "--jobs", "0"],
        ["list", "--jobs", "2"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "-1"],
        ["search", "x", "--limit", "many"],
        ["search", "x", "--nonsense"],
        ["search", "x", "--saved", "y"],
        ["search", "--list-saved", "--saved", "y"],
        ["search", "--save", "y"],
        ["search", "x", "--order", "odd"],
        ["list", "-minus"],
        ["search", "x", "--limit", "\N{SUPERSCRIPT TWO}"],
        ["list", "--library"],
        ["list", "\x1b]0;title\x07"],
    ],
)
def test_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse_arguments(words)
    captured = capsys.readouterr()
    assert caught.value.code == 2
    assert captured.out == ""
    assert "\nprobreader: " in captured.err
    assert "\x1b" not in captured.err


def test_wrong_usage_from_outside(run: Run) -> None:
    done = run("--nonsense")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("probreader: unrecognized arguments: --nonsense\n")


@pytest.mark.parametrize("words", [["--version"], ["list", "--version"]])
def test_version(run: Run, words: list[str]) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"probreader {__version__}\n", "")


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_is_plain_and_names_every_option(run: Run, environment: dict[str, str], command: str | None) -> None:
    done = run(*([] if command is None else [command]), "--help", env=environment | {"FORCE_COLOR": "1"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "--library FILE" in done.stdout
    if command is None:
        assert all(f"\n  {name} " in done.stdout for name in COMMANDS)


def test_help_pays_for_neither_screen_nor_database() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "probreader", "--help"], capture_output=True, text=True, check=True
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "probreader.cli.arguments" in imported
    assert not {name.split(".")[0] for name in imported} & {"textual", "rich", "sqlite3", "platformdirs", "asyncio"}
    assert not {"probreader.library", "probreader.sources", "probreader.tui"} & imported


def test_the_library_is_the_one_named(run: Run, tmp_path: Path, outline: Path, environment: dict[str, str]) -> None:
    run("add", outline, "--library", "named.db")
    assert (tmp_path / "named.db").is_file()
    assert not (tmp_path / "library.db").exists()
    run("add", outline)
    assert (tmp_path / "library.db").is_file()
    unset = {name: value for name, value in environment.items() if name != "PROBREADER_LIBRARY"}
    for env in (unset, environment | {"PROBREADER_LIBRARY": ""}):
        run("add", outline, env=env | {"XDG_DATA_HOME": str(tmp_path / "data")})
        assert (tmp_path / "data" / "probreader" / "library.db").is_file()
