"""``marks``, ``doctor``, ``bookmarks`` with filters, and the pager of ``show``."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from probreader.cli import paging
from probreader.library import Library
from probreader.library.locking import ProcessLock

from .test_terminal import through_terminal

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def marked(run: Run, outline: Path, tmp_path: Path) -> str:
    """The id of a post in the library with a read mark and two bookmarks."""
    run("add", outline)
    with Library.open(tmp_path / "library.db") as library:
        (post,) = library.posts()
        first, reply, second = (one.id for one in library.post(post.id).comments)
        library.set_read(post.id, [first])
        library.bookmark(post.id, reply, "a note", ["law", "pay"])
        library.bookmark(post.id, second, "", ["law"])
    return post.id


def test_marks_go_from_library_to_library(run: Run, marked: str, outline: Path, tmp_path: Path) -> None:
    done = run("marks", "export", "marks.jsonl")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "probreader: 3 marks written to marks.jsonl\n"
    lines = (tmp_path / "marks.jsonl").read_text("utf-8").splitlines()
    assert json.loads(lines[0]) == {"format": "probreader-marks", "version": 1}
    assert run("marks", "export").stdout.splitlines() == lines
    assert run("marks", "export", "-").stdout.splitlines() == lines
    other = ("--library", "other.db")
    done = run("marks", "import", "marks.jsonl", *other)
    assert done.stdout == "3 marks read, 3 changed; 1 wait for posts or comments that the library does not have yet\n"
    assert len(run("bookmarks", *other).stdout.splitlines()) == 2
    run("add", outline, *other)
    done = run("marks", "import", "marks.jsonl", "marks.jsonl", "--json", *other)
    assert json.loads(done.stdout) == {"marks": 6, "changed": 0, "awaiting": 0}
    assert run("list", *other).stdout == run("list").stdout
    assert run("marks", "export", *other).stdout.splitlines() == lines


def test_a_file_that_cannot_be_used_is_named_with_what_to_do(run: Run, marked: str) -> None:
    done = run("marks", "import", "absent.jsonl")
    assert (done.returncode, done.stderr) == (
        1,
        "probreader: absent.jsonl: No such file or directory. Check the name.\n",
    )
    done = run("marks", "export", "absent/marks.jsonl")
    assert (done.returncode, done.stderr) == (
        1,
        "probreader: absent/marks.jsonl: No such file or directory. Check the name.\n",
    )


def test_a_doctor_that_had_to_wait_says_that_the_library_is_locked(run: Run, marked: str, tmp_path: Path) -> None:
    lock = ProcessLock(tmp_path / "library.db")
    lock.acquire(1)
    try:
        done = run("doctor")
    finally:
        lock.release()
    assert "busy: " in done.stdout
    assert done.returncode == 5


def test_a_folder_is_no_library(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = run("list", "--library", "folder")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "probreader: folder is a folder. Name a file, which may be new, as the library.\n"


def test_an_export_is_utf8_whatever_the_terminal_speaks(run: Run, environment: dict[str, str]) -> None:
    with_accents = '{"mark":"place","post":"p","entry":"\u00e9\u4e2d","collapsed":[],"scroll":0,"tick":1}\n'
    text = '{"format":"probreader-marks","version":1}\n' + with_accents
    other = ("--library", "other.db")
    assert run("marks", "import", "-", *other, input=text).returncode == 0
    ascii_only = environment | {"PYTHONIOENCODING": "ascii"}
    assert run("marks", "export", *other, env=ascii_only).stdout == text
    assert run("marks", "import", "-", *other, input=text, env=ascii_only).returncode == 0


def test_marks_from_standard_input(run: Run, marked: str) -> None:
    text = run("marks", "export").stdout
    done = run("marks", "import", "-", "--library", "other.db", input=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 marks read, 3 changed")


def test_an_export_replaces_marks_and_nothing_else(run: Run, marked: str, tmp_path: Path) -> None:
    run("marks", "export", "marks.jsonl")
    assert run("marks", "export", "marks.jsonl").returncode == 0
    (tmp_path / "empty").touch()
    assert run("marks", "export", "empty").returncode == 0
    before = (tmp_path / "library.db").read_bytes()
    done = run("marks", "export", "library.db")
    assert (done.returncode, done.stdout) == (1, "")
    assert "is no file of marks; it was left as it is" in done.stderr
    assert (tmp_path / "library.db").read_bytes() == before
    assert run("marks", "export", "no/such/folder/marks.jsonl").returncode == 1
    assert [file.name for file in tmp_path.glob(".*")] == []


def test_a_bad_file_of_marks_changes_nothing(run: Run, marked: str, tmp_path: Path) -> None:
    run("marks", "export", "good.jsonl")
    (tmp_path / "bad.jsonl").write_text((tmp_path / "good.jsonl").read_text("utf-8") + "{}\n", "utf-8")
    done = run("marks", "import", "good.jsonl", "bad.jsonl", "--library", "other.db")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("probreader: Line 5 of bad.jsonl cannot be taken: it is no mark")
    assert run("bookmarks", "--library", "other.db").stdout == ""
    assert run("marks", "import", "absent.jsonl").returncode == 1
    assert run("marks", "import", ".").returncode == 1


@pytest.mark.parametrize("words", [["marks"], ["marks", "burn"], ["marks", "import"], ["marks", "export", "a", "b"]])
def test_wrong_use_of_marks(run: Run, words: list[str]) -> None:
    assert run(*words).returncode == 2


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ([], 2),
        (["--tag", "law"], 2),
        (["--tag", "law", "--tag", "pay"], 1),
        (["--tag", "none"], 0),
        (["NOTE"], 1),
        (["a", "reply"], 1),
        (["--post", "A Small Post"], 2),
        (["--post", "A Small Post", "--tag", "pay", "--limit", "1"], 1),
    ],
)
def test_bookmarks_by_tag_post_and_text(run: Run, marked: str, words: list[str], count: int) -> None:
    done = run("bookmarks", *words)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, count)
    assert len(run("bookmarks", "--json", *words).stdout.splitlines()) == count
    assert done.stderr == ("" if count else "probreader: no bookmark is like that\n")


def test_the_doctor_finds_no_fault(run: Run, marked: str) -> None:
    done = run("doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "no fault found"
    found = json.loads(run("doctor", "--json").stdout)
    assert found["findings"] == []
    assert found["versions"]["library"] == 1
    assert found["rows"]["bookmarks"] == 2
    assert run("doctor", "--rebuild-index").returncode == 0
    assert run("search", "otters").stdout != ""


def test_the_doctor_saves_what_can_be_read(run: Run, marked: str, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    damaged = bytes(100) + path.read_bytes()[100:]
    path.write_bytes(damaged)
    done = run("list")
    assert done.returncode == 1
    assert "probreader doctor" in done.stderr
    done = run("doctor", "--json")
    assert done.returncode == 1
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["damaged"]
    done = run("doctor", "--salvage", "saved.db")
    assert (done.returncode, done.stderr) == (0, "")
    assert path.read_bytes() == (tmp_path / "saved.db.original").read_bytes() == damaged
    assert len(run("bookmarks", "--library", "saved.db").stdout.splitlines()) == 2
    assert run("doctor", "--library", "saved.db").returncode == 0
    assert run("doctor", "--salvage", "saved.db").returncode == 1
    assert json.loads(run("doctor", "--salvage", "again.db", "--json").stdout)["lost"] == []


def test_the_doctor_of_no_library(run: Run, tmp_path: Path) -> None:
    done = run("doctor")
    assert (done.returncode, done.stdout) == (1, "")
    assert not (tmp_path / "library.db").exists()


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A pager that writes down its words, its environment and what it is fed."""
    script = tmp_path / "pager.py"
    script.write_text(
        "import os, sys\n"
        "with open('paged', 'w', encoding='utf-8') as file:\n"
        "    file.write(repr((sys.argv[1:], os.environ.get('LESSSECURE'))) + '\\n' + sys.stdin.read())\n",
        "utf-8",
    )
    return script


def test_show_pages_on_a_terminal(
    run: Run, marked: str, environment: dict[str, str], pager: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plain = run("show", marked).stdout
    named = environment | {"PAGER": f"{sys.executable} {pager} '-a b' $HOME ; | `touch owned`"}
    code, sent, _ = through_terminal(["show", marked], named)
    assert (code, sent) == (0, "")
    head, *lines = (tmp_path / "paged").read_text("utf-8").splitlines()
    assert head == str((["-a b", "$HOME", ";", "|", "`touch", "owned`"], "1"))
    assert lines == plain.splitlines()
    assert not (tmp_path / "owned").exists()
    (tmp_path / "paged").unlink()
    for words, more in ((["--no-pager"], {}), ([], {"PAGER": ""}), ([], {"PAGER": "cat"}), ([], {"TERM": "dumb"})):
        code, sent, _ = through_terminal(["show", marked, *words], named | more)
        assert (code, sent.replace("\r\n", "\n")) == (0, plain)
    assert run("show", marked, env=named).stdout == plain
    assert not (tmp_path / "paged").exists()


@pytest.mark.parametrize(("command", "words"), [("/no/such/pager", "cannot be run"), ("'less", "quote")])
def test_without_a_usable_pager_the_text_is_shown(
    run: Run, marked: str, environment: dict[str, str], command: str, words: str
) -> None:
    code, sent, _ = through_terminal(["show", marked], environment | {"PAGER": command})
    assert code == 0
    assert words in sent
    assert "The first comment" in sent


def test_a_pager_that_is_left_early(run: Run, tmp_path: Path, environment: dict[str, str], outline: Path) -> None:
    long = outline.read_text("utf-8").replace("What the post says.", "Many words. " * 100_000)
    outline.write_text(long, "utf-8")
    run("add", outline)
    code, sent, _ = through_terminal(["show", "A Small Post"], environment | {"PAGER": f"{sys.executable} -c pass"})
    assert (code, sent) == (0, "")


def test_the_default_pager_is_less_if_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PAGER", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    assert paging.pager_command() == ["/bin/less"]
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert paging.pager_command() == []
    assert os.environ.get("PAGER") is None
