"""Which file of settings is read, and what is said of one that cannot be used."""

import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from probreader.config import ThemeName
from probreader.errors import ConfigError

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def file(environment: dict[str, str], tmp_path: Path) -> Path:
    """A file of settings that ``PROBREADER_CONFIG`` names."""
    path = tmp_path / "my.toml"
    environment["PROBREADER_CONFIG"] = str(path)
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'theme = "drak"\n', ', line 1: “theme” is one of "dark", "light", "contrast" and "terminal".'),
        (b"\n[keys]\nquit = 'j'\n", ", line 3: “j” is given to quit, but is the key of next_entry too."),
        (b"\n\xff\n", ", line 2: this is not UTF-8."),
        (b"#" * 1_000_001, ": this is too large for settings."),
    ],
)
def test_a_fault_ends_with_its_place(run: Run, outline: Path, file: Path, content: bytes, message: str) -> None:
    file.write_bytes(content)
    done = run(outline)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"probreader: {file}{message}")


def test_a_named_file_must_be_there(run: Run, outline: Path, file: Path) -> None:
    done = run(outline)
    assert done.returncode == 2
    assert done.stderr == f"probreader: {file}: there is no such file. Correct or unset PROBREADER_CONFIG.\n"


def test_a_folder_is_no_file(run: Run, outline: Path, file: Path) -> None:
    file.mkdir()
    done = run(outline)
    assert done.returncode == 2
    assert "this is no file" in done.stderr


def test_the_file_in_the_user_s_own_folder(run: Run, outline: Path, environment: dict[str, str]) -> None:
    assert run(outline).returncode == 0
    folder = Path(environment["HOME"]) / ".config" / "probreader"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("nonsense\n", "utf-8")
    assert run(outline, env=environment | {"XDG_CONFIG_HOME": ""}).returncode == 2


def test_commands_that_open_no_screen_do_not_care(run: Run, outline: Path, file: Path) -> None:
    file.write_text("nonsense\n", "utf-8")
    assert run("add", outline).returncode == 0


def test_settings_reach_the_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from probreader.cli.configured import read_config

    path = tmp_path / "my.toml"
    monkeypatch.setenv("PROBREADER_CONFIG", str(path))
    path.write_bytes(b"\xef\xbb\xbftheme = 'light'\n")
    assert read_config().theme is ThemeName.LIGHT
    path.write_text("x = 1\n", "utf-8")
    with pytest.raises(ConfigError):
        read_config()


def test_the_cursor_is_shown_in_linear_mode_alone(outline: Path, environment: dict[str, str]) -> None:
    for words, shown in (([], False), (["--linear"], True)):
        process, ours = pty.fork()
        if process == 0:
            os.execve(sys.executable, [sys.executable, "-m", "probreader", *words, str(outline)], environment)
        sent = b""
        while b"A Small Post" not in sent or (shown and b"\x1b[?25h" not in sent):
            sent += os.read(ours, 65536)
        assert (sent.rfind(b"\x1b[?25h") > sent.rfind(b"\x1b[?25l")) is shown
        os.write(ours, b"q")
        while select.select([ours], [], [], 30)[0]:
            try:
                os.read(ours, 65536)
            except OSError:
                break
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
