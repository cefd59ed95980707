"""What the README says is so: its commands, keys, files and the JSON contract."""

import re
from pathlib import Path

import pytest

from probreader.cli.arguments import COMMANDS, parse_arguments
from probreader.cli.codes import ExitCode
from probreader.cli.contract import CommentObject, FileObject, PostObject, ProblemObject, SectionObject
from probreader.tui.keymap import help_rows

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```[a-z]*\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMAND_LINES = sorted(set(re.findall(r"`probreader(?: ([^`]*))?`", README)))
TABLES = re.findall(r"^\| (\w+) \| keys \|\n\|[-|]+\|\n((?:\|.*\|\n)+)", README, re.MULTILINE)


def test_it_begins_with_the_two_commands() -> None:
    assert BLOCKS[:2] == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/probreader seeds\n",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest -n auto\n",
    ]


@pytest.mark.parametrize("line", COMMAND_LINES)
def test_every_command_line_is_understood(line: str) -> None:
    words = re.sub(r"[\[\]]|\.\.\.", "", line).split()
    assert parse_arguments(words).command == (words[0] if words and words[0] in COMMANDS else "open")


def test_every_command_is_told() -> None:
    assert set(COMMANDS) == {line.split()[0] for line in COMMAND_LINES if line} & set(COMMANDS)


def test_the_keys_are_those_of_the_program() -> None:
    told = {
        group: [
            (keys.replace("`", "").strip(), title.strip())
            for title, keys in (row.strip("|").rsplit("|", 1) for row in rows.splitlines())
        ]
        for group, rows in TABLES
    }
    assert told == dict(help_rows())


def test_the_json_contract_is_the_program_s() -> None:
    (block,) = [block for block in BLOCKS if block.startswith('{"path"')]
    nested: dict[str, type] = {
        "problems": ProblemObject,
        "posts": PostObject,
        "sections": SectionObject,
        "comments": CommentObject,
    }
    expected: list[str] = []
    waiting = list(FileObject.__annotations__)
    while waiting:
        key = waiting.pop(0)
        expected.append(key)
        waiting[:0] = nested[key].__annotations__ if key in nested else ()
    assert re.findall(r'"(\w+)":', block) == expected


def test_the_exit_codes_are_the_program_s() -> None:
    told = re.search(r"Exit codes: ([^.]*)\.", README)
    assert told is not None
    numbers = [int(number) for number in re.findall(r"\b(\d) ", told.group(1))]
    assert numbers == [code for code in ExitCode if code < 128]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)]+)\)", README))))
def test_every_link_leads_somewhere(target: str) -> None:
    assert target.startswith("https://") or (ROOT / target).exists()


def test_every_seed_is_described() -> None:
    told = re.findall(r"^\| `([^`]+\.txt)` \|", README, re.MULTILINE)
    assert sorted(told) == sorted(path.name for path in (ROOT / "seeds").iterdir())
