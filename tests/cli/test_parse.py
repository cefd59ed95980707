"""``parse --json``: the contract other tools rely on, held literally, and what it says of bad input."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from probreader.cli import files, main

Run = Callable[..., subprocess.CompletedProcess[str]]
NoneType = type(None)

Contract = dict[str, set[type]]
TEXT: set[type] = {str}
TEXT_OR_NULL: set[type] = {str, NoneType}
NUMBER_OR_NULL: set[type] = {int, NoneType}

# The keys of the public contract in their order, each with the types it may have.
FILE: Contract = {"path": TEXT, "shape": TEXT, "problems": {list}, "posts": {list}}
PROBLEM: Contract = {"code": TEXT, "message": TEXT, "line": NUMBER_OR_NULL}
POST: Contract = {
    "id": TEXT,
    "url": TEXT_OR_NULL,
    "title": TEXT_OR_NULL,
    "title_inferred": {bool},
    "author": TEXT_OR_NULL,
    "published": TEXT_OR_NULL,
    "updated": TEXT_OR_NULL,
    "labels": {list},
    "declared_comments": NUMBER_OR_NULL,
    "sections": {list},
    "comments": {list},
}
SECTION: Contract = {"heading": TEXT_OR_NULL, "text": TEXT}
COMMENT: Contract = {
    "id": TEXT,
    "parent": TEXT_OR_NULL,
    "parent_certainty": TEXT,
    "depth": {int},
    "author": TEXT_OR_NULL,
    "published": TEXT_OR_NULL,
    "permalink": TEXT_OR_NULL,
    "removed": {bool},
    "text": TEXT,
}


def hold(value: object, contract: Contract) -> None:
    assert type(value) is dict
    assert list(value) == list(contract)
    for key, types in contract.items():
        assert type(value[key]) in types, key


def hold_file(value: dict[str, list[dict[str, list[object]]]]) -> None:
    hold(value, FILE)
    for problem in value["problems"]:
        hold(problem, PROBLEM)
    for post in value["posts"]:
        hold(post, POST)
        assert all(type(label) is str for label in post["labels"])
        for section in post["sections"]:
            hold(section, SECTION)
        for comment in post["comments"]:
            hold(comment, COMMENT)


def test_every_seed_keeps_the_contract_and_every_type_occurs(run: Run, seeds: Path) -> None:
    done = run("parse", "--json", seeds)
    files = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [file["path"] for file in files] == sorted(str(path) for path in seeds.iterdir())
    for file in files:
        hold_file(file)
        for post in file["posts"]:
            depths = {None: 0}
            for comment in post["comments"]:
                # The parent stands before its reply: a KeyError here is a broken promise.
                depths[comment["id"]] = depths[comment["parent"]] + 1
                assert comment["depth"] == depths[comment["id"]]
                assert comment["parent_certainty"] in ("stated", "inferred")


def test_a_small_thread_to_the_word(run: Run, outline: Path) -> None:
    done = run("parse", "--json", "small.txt")
    (file,) = [json.loads(line) for line in done.stdout.splitlines()]
    hold_file(file)
    (post,) = file["posts"]
    ids = [comment.pop("id") for comment in post["comments"]]
    assert len({*ids, post.pop("id")}) == 4
    common = {"parent_certainty": "stated", "permalink": None, "removed": False}
    assert file == {
        "path": "small.txt",
        "shape": "blogger-text",
        "problems": [],
        "posts": [
            {
                "url": None,
                "title": "A Small Post",
                "title_inferred": False,
                "author": None,
                "published": "2019-05-19",
                "updated": None,
                "labels": [],
                "declared_comments": 3,
                "sections": [
                    {"heading": None, "text": "What the post says."},
                    {"heading": None, "text": "And what it says after a line of stars."},
                ],
                "comments": [
                    {
                        "parent": None,
                        "depth": 1,
                        "author": None,
                        "published": None,
                        "text": "The first comment, about otters.",
                        **common,
                    },
                    {
                        "parent": ids[0],
                        "depth": 2,
                        "author": None,
                        "published": None,
                        "text": "A reply to it.",
                        **common,
                    },
                    {
                        "parent": None,
                        "depth": 1,
                        "author": "Ann Other",
                        "published": "2019-05-19T10:45",
                        "text": "The second comment.",
                        **common,
                    },
                ],
            }
        ],
    }


def test_the_hard_way_round_gives_the_same(run: Run, outline: Path) -> None:
    named = json.loads(run("parse", "--json", outline).stdout)
    piped = json.loads(run("parse", "-", "--json", input=outline.read_text("utf-8")).stdout)
    assert piped.pop("path") == "-"
    assert named.pop("path") == str(outline)
    assert piped == named


def test_what_is_no_file_is_told_in_json_and_on_stderr(run: Run) -> None:
    done = run("parse", "--json", "absent.txt")
    file = json.loads(done.stdout)
    hold_file(file)
    assert done.returncode == 4
    assert (file["path"], file["shape"], file["posts"]) == ("absent.txt", "unknown", [])
    assert [(p["code"], p["line"]) for p in file["problems"]] == [("unreadable", None)]
    assert done.stderr == f"probreader: absent.txt: {file['problems'][0]['message']}\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x00\x01\x02\x03" * 100, "not-text"),
        (b"milk\neggs\n", "not-a-discussion"),
    ],
)
def test_what_is_no_discussion_has_a_problem_with_its_line(run: Run, tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "x").write_bytes(data)
    done = run("parse", "--json", "x")
    file = json.loads(done.stdout)
    hold_file(file)
    assert done.returncode == 4
    assert [(p["code"], p["line"]) for p in file["problems"]] == [(code, 1)]
    assert file["problems"][0]["message"] in done.stderr


def test_a_file_without_an_end_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], outline: Path
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", outline.stat().st_size)
    assert main(["parse", str(outline)]) == 0
    monkeypatch.setattr(files, "MAX_BYTES", outline.stat().st_size - 1)
    assert main(["parse", str(outline)]) == 4
    assert "It is larger than" in capsys.readouterr().err


def test_a_pipe_that_is_named_is_read(run: Run, tmp_path: Path, outline: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cp", outline, pipe]):
        done = run("parse", pipe)
    assert (done.returncode, done.stderr) == (0, "")


def test_some_unreadable(run: Run, outline: Path) -> None:
    done = run("parse", "--json", "absent.txt", outline, "--")
    assert done.returncode == 3
    assert [len(json.loads(line)["posts"]) for line in done.stdout.splitlines()] == [0, 1]


def test_a_folder_of_everything(run: Run, mixed: Path) -> None:
    done = run("parse", "--json", "mixed/")
    files = {file["path"]: file for file in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 3
    assert list(files) == ["mixed/deep/er/post.txt", "mixed/shopping.txt"]
    assert len(files["mixed/deep/er/post.txt"]["posts"]) == 1
    shopping, passed = done.stderr.splitlines()
    assert shopping.startswith("probreader: mixed/shopping.txt: ")
    assert passed == "probreader: 1 file is no discussion: passed over"


def test_an_empty_folder_holds_nothing_to_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("parse", "empty")
    assert done.returncode == 4
    assert done.stderr.startswith("probreader: empty: The folder holds no files")


def test_without_json_a_ledger(run: Run, outline: Path) -> None:
    outline.write_text(outline.read_text("utf-8").replace("3 comments:", "5 comments:"), "utf-8")
    done = run("parse", outline)
    head, post, problem = done.stdout.splitlines()
    assert done.returncode == 0
    assert head == f"{outline}: blogger-text, 1 post"
    assert post == (
        "  A Small Post (2019-05-19): 2 sections, comments declared 5, found 3, replies 1, orphans 0, inferred 0"
    )
    assert problem.startswith("  line 11: comments-missing: ")


def test_no_library_is_touched_or_needed(run: Run, tmp_path: Path, outline: Path) -> None:
    assert run("parse", outline).returncode == 0
    assert run("--library", tmp_path, "parse", outline).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "small.txt"]
    assert list((tmp_path / "home").iterdir()) == []


def test_neither_sqlite_nor_textual_is_imported(outline: Path) -> None:
    code = (
        "import sys; from probreader.cli import main; code = main(sys.argv[1:]);"
        "sys.exit(code or any(name in sys.modules for name in ('sqlite3', 'textual', 'probreader.library')))"
    )
    assert subprocess.run([sys.executable, "-c", code, "parse", outline], stdout=subprocess.DEVNULL).returncode == 0


def test_names_cannot_reach_the_terminal(run: Run, tmp_path: Path, outline: Path) -> None:
    name = "a\x1b]52;c;\x07b\x9b\u202e\n.txt"
    outline.rename(tmp_path / name)
    plain = run("parse", name, "absent\x1b[31m")
    for text in (plain.stdout, plain.stderr):
        assert not set(text) & set("\x1b\x07\x9b\u202e")
    assert len(plain.stderr.splitlines()) == 1
    line = run("parse", "--json", name).stdout
    assert not set(line) & set("\x1b\x07\x9b\u202e")
    assert json.loads(line)["path"] == name


def test_a_name_that_is_no_utf_8(run: Run, tmp_path: Path, outline: Path) -> None:
    name = b"caf\xe9.txt"
    outline.rename(tmp_path / name.decode("utf-8", "surrogateescape"))
    done = run("parse", "--json", ".")
    assert done.returncode == 0
    assert json.loads(done.stdout)["path"].encode("utf-8", "surrogateescape") == b"./" + name
    assert run("add", ".").returncode == 0


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_whatever_stdout_can_write(run: Run, outline: Path, environment: dict[str, str], encoding: str) -> None:
    outline.write_text(outline.read_text("utf-8").replace("otters", "oтters\N{OTTER}“café”"), "utf-8")
    env = environment | {"PYTHONIOENCODING": encoding}
    file = json.loads(run("parse", "--json", outline, env=env, encoding=encoding).stdout)
    assert file["posts"][0]["comments"][0]["text"] == "The first comment, about oтters\N{OTTER}“café”."
    run("add", outline, env=env, encoding=encoding)
    shown = run("show", "A Small Post", env=env, encoding=encoding)
    assert shown.returncode == 0
    assert ("otters\N{OTTER}" if encoding == "utf-8" else "\\U0001f9a6") in shown.stdout.replace("т", "t")
