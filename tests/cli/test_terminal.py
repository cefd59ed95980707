"""Pipes that close, terminals and what is none, progress, signals, and what opens the reader."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from probreader.cli import main, output
from probreader.config import Config
from probreader.library import Library

Run = Callable[..., subprocess.CompletedProcess[str]]
PROGRAM = [sys.executable, "-m", "probreader"]


def through_terminal(
    words: list[str], environment: dict[str, str], *, stderr_only: bool = False
) -> tuple[int, str, str]:
    """Exit code, what a terminal was sent, and what stdout was when only stderr is the terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if stderr_only else theirs,
        stderr=theirs,
    )
    os.close(theirs)
    sent = b""
    while select.select([ours], [], [], 30)[0]:
        try:
            sent += os.read(ours, 65536)
        except OSError:
            break
    os.close(ours)
    rest = process.communicate(timeout=30)[0] or b""
    return process.returncode, sent.decode("utf-8"), rest.decode("utf-8")


def test_a_closed_pipe_is_quiet(outline: Path, environment: dict[str, str]) -> None:
    # More than any pipe holds, so that the writer meets the closed end.
    names = [str(outline)] * 500
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [*PROGRAM, "parse", "--json", *names], env=environment, stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    os.read(reader, 10)
    os.close(reader)
    error = process.communicate(timeout=60)[1]
    assert (process.returncode, error) == (141, b"")


@pytest.mark.parametrize("words", [["--help"], ["list"], ["show", "A Small Post"]])
def test_a_pipe_closed_from_the_start_is_quiet(
    run: Run, outline: Path, environment: dict[str, str], words: list[str]
) -> None:
    run("add", outline)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*PROGRAM, *words], env=environment, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(run: Run, outline: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = run("parse", outline, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == "probreader: No space left on device. Free some space and try again.\n"


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_closed_stream(outline: Path, environment: dict[str, str], closed: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}>&-', "sh", *PROGRAM, "add", str(outline), "-"],
        env=environment,
        input=b"",
        capture_output=True,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == 3


@pytest.mark.parametrize("term", ["dumb", "", "xterm-256color"])
def test_no_terminal_gets_the_list_without_escape_codes(
    run: Run, outline: Path, environment: dict[str, str], term: str
) -> None:
    done = run(outline, env=environment | {"TERM": term, "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("A Small Post\n")
    assert "\x1b" not in done.stdout
    assert run().stdout == done.stdout


def test_a_dumb_terminal_gets_the_list(run: Run, outline: Path, environment: dict[str, str]) -> None:
    code, sent, _ = through_terminal([str(outline)], environment | {"TERM": "dumb"})
    assert code == 0
    assert sent.endswith("A Small Post\r\n")
    assert "\x1b" not in sent
    assert "reading" not in sent


def test_from_standard_input(run: Run, outline: Path) -> None:
    done = run("-", input=outline.read_text("utf-8"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("A Small Post\n")


def test_nothing_readable_opens_nothing(run: Run, outline: Path) -> None:
    run("add", outline)
    done = run("absent.txt")
    assert (done.returncode, done.stdout) == (4, "")
    some = run("absent.txt", outline)
    assert (some.returncode, len(some.stdout.splitlines())) == (3, 1)


def test_progress_is_only_for_a_terminal(outline: Path, environment: dict[str, str]) -> None:
    code, sent, stdout = through_terminal(["add", str(outline)], environment, stderr_only=True)
    assert code == 0
    assert "reading" in sent
    assert "% of 0.0 MB" in sent
    assert sent.split("\r")[-2].strip() == ""
    assert "\x1b" not in sent
    assert stdout.startswith(f"{outline}: blogger-text")


def test_text_is_wrapped_on_a_terminal_only(run: Run, outline: Path, environment: dict[str, str]) -> None:
    outline.write_text(outline.read_text("utf-8").replace("otters", "otters " * 30), "utf-8")
    run("add", outline)
    _, sent, _ = through_terminal(["show", "A Small Post"], environment | {"COLUMNS": "200"})
    assert 60 < max(map(len, sent.split("\r\n"))) <= 80
    _, sent, _ = through_terminal(["show", "A Small Post"], environment | {"COLUMNS": "40"})
    assert 30 < max(map(len, sent.split("\r\n"))) <= 40
    assert max(map(len, run("show", "A Small Post").stdout.splitlines())) > 200


def test_an_interrupt_ends_with_its_signal(environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "add", "-"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    library = Path(environment["PROBREADER_LIBRARY"])
    for _ in range(600):
        if library.exists() and library.stat().st_size:
            break
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    error = process.communicate(timeout=30)[1]
    assert (process.returncode, error) == (130, b"")


class Screen:
    """Stands in for the screen and notes how it was opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, code: int = 0) -> None:
        self.opened_at: list[str | None] = []
        self.no_color: str | None = None
        self.config: Config | None = None
        self._code = code
        module = ModuleType("probreader.tui")
        module.run = self._run  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "probreader.tui", module)
        monkeypatch.setattr("probreader.cli.opening.is_interactive", lambda: True)

    def _run(self, library: Library, post_id: str | None, config: Config) -> int:
        assert isinstance(library, Library)
        self.config = config
        self.no_color = os.environ.get("NO_COLOR")
        self.opened_at.append(None if post_id is None else str(library.summary(post_id).title))
        return self._code


@pytest.fixture(autouse=True)
def own_library(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    monkeypatch.setenv("PROBREADER_LIBRARY", environment["PROBREADER_LIBRARY"])


def test_the_reader_opens_at_what_was_named(monkeypatch: pytest.MonkeyPatch, outline: Path, tmp_path: Path) -> None:
    from probreader.library import Place

    second = tmp_path / "zweite.txt"
    second.write_text(outline.read_text("utf-8").replace("A Small Post", "Another Post"), "utf-8")
    screen = Screen(monkeypatch)
    assert main([]) == 0
    assert main([str(second)]) == 0
    assert main([str(tmp_path / "small.txt"), str(second)]) == 0
    with Library.open(Path(os.environ["PROBREADER_LIBRARY"])) as library:
        library.save_place(Place(library.find_post("Another Post"), None, frozenset(), 0))
    assert main([str(outline), str(second)]) == 0
    assert main([str(outline)]) == 0
    assert main([]) == 0
    assert screen.opened_at == [None, "Another Post", "A Small Post", "Another Post", "A Small Post", None]


def test_the_screen_s_code_and_the_input_s(monkeypatch: pytest.MonkeyPatch, outline: Path) -> None:
    Screen(monkeypatch)
    assert main([str(outline), "absent.txt"]) == 3
    Screen(monkeypatch, code=143)
    assert main([str(outline), "absent.txt"]) == 143


@pytest.mark.parametrize(("value", "seen"), [("", None), ("1", "1")])
def test_an_empty_no_color_counts_for_nothing(monkeypatch: pytest.MonkeyPatch, value: str, seen: str | None) -> None:
    monkeypatch.setenv("NO_COLOR", value)
    screen = Screen(monkeypatch)
    assert main([]) == 0
    assert screen.no_color == seen


@pytest.mark.parametrize(
    ("stdin", "stdout", "term", "expected"),
    [
        (True, True, "xterm", True),
        (False, True, "xterm", False),
        (True, False, "xterm", False),
        (True, True, "dumb", False),
        (True, True, "unknown", False),
        (True, True, None, False),
    ],
)
def test_a_screen_needs_two_terminals(
    monkeypatch: pytest.MonkeyPatch, stdin: bool, stdout: bool, term: str | None, expected: bool
) -> None:
    class Stream:
        def __init__(self, is_terminal: bool) -> None:
            self.isatty = lambda: is_terminal

    monkeypatch.setattr(sys, "stdin", Stream(stdin))
    monkeypatch.setattr(sys, "stdout", Stream(stdout))
    monkeypatch.delenv("TERM", raising=False)
    if term is not None:
        monkeypatch.setenv("TERM", term)
    assert output.is_interactive() is expected


def test_what_was_named_is_read_though_nobody_reads_the_ledger(
    run: Run, outline: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(outline.read_text("utf-8").replace("A Small Post", "Another Post"), "utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, "add", str(outline), str(other)], env=environment, stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")
    assert len(run("list").stdout.splitlines()) == 2


def test_keys_come_from_the_terminal_when_the_source_came_from_a_pipe(
    outline: Path, environment: dict[str, str]
) -> None:
    process, ours = pty.fork()
    if process == 0:
        command = f"cat '{outline}' | '{sys.executable}' -m probreader -"
        os.execve("/bin/sh", ["sh", "-c", command], environment | {"TERM": "xterm-256color"})
    sent = b""
    while b"A Small Post" not in sent:
        sent += os.read(ours, 65536)
    os.write(ours, b"q")
    while select.select([ours], [], [], 30)[0]:
        try:
            sent += os.read(ours, 65536)
        except OSError:
            break
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    assert b"\x1b[?1049l" in sent
