"""A command line run as a user runs it, and small sources of our own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

OUTLINE = """\
Sunday 19 May 2019

A Small Post

What the post says.

******

And what it says after a line of stars.

3 comments:

  1. The first comment, about otters.

    ReplyDelete
    Replies
    1. A reply to it.

      Delete
  2. Ann Other19 May 2019 at 10:45

    The second comment.

    ReplyDelete
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What a terminal hands on, with a library and a home of the test's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PROBREADER_", "PYTHON"))}
    home = tmp_path / "home"
    home.mkdir()
    return kept | {
        "HOME": str(home),
        "PROBREADER_LIBRARY": str(tmp_path / "library.db"),
        "TERM": "xterm-256color",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "PYTHONWARNINGS": "error",
    }


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Run:
    """``run("list", "--json")`` runs probreader in a folder of the test's own; keyword arguments as for subprocess.

    No traceback may ever be seen, whatever the test is about.
    """

    def _run(*words: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
        settings = {
            "capture_output": True,
            "text": True,
            "encoding": "utf-8",
            "env": environment,
            "cwd": tmp_path,
            "timeout": 60,
            **({} if "input" in options or "stdin" in options else {"stdin": subprocess.DEVNULL}),
            **options,
        }
        done = subprocess.run([sys.executable, "-m", "probreader", *map(str, words)], **settings)  # type: ignore[call-overload]
        assert "Traceback" not in (done.stderr or "")
        return done  # type: ignore[no-any-return]

    return _run


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    """A post with two comments and a reply; named ``small.txt``."""
    path = tmp_path / "small.txt"
    path.write_text(OUTLINE, "utf-8")
    return path


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with one discussion, deep down, and everything else a folder may hold; named ``mixed``."""
    folder = tmp_path / "mixed"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "deep" / "er" / "post.txt").write_text(OUTLINE, "utf-8")
    (folder / "shopping.txt").write_text("milk\neggs\n", "utf-8")
    (folder / "image.bin").write_bytes(bytes(range(256)) * 8)
    (folder / ".secret.txt").write_text(OUTLINE, "utf-8")
    (folder / ".hidden" / "post.txt").write_text(OUTLINE, "utf-8")
    (folder / "deep" / "loop").symlink_to(folder)
    (folder / "round").symlink_to("round")
    (folder / "gone").symlink_to("nowhere")
    os.mkfifo(folder / "pipe")
    return folder


@pytest.fixture
def seeds() -> Path:
    """The folder of the five documents the reader was made for."""
    return Path(__file__).parents[2] / "seeds"
