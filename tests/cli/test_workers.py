"""Pages are read by other processes: in order, and none of them can take the reader down."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from probreader.cli.wire import packed, unpacked
from probreader.sources import read

Run = Callable[..., subprocess.CompletedProcess[str]]
PAGES = Path(__file__).parents[1] / "corpus" / "pages"

# What every interpreter of a test runs at its start: pages that hold certain words are bad for the parsers.
SABOTAGE = """\
import os, signal, time
from probreader.sources.html import just, lexbor

def bad(parse, words):
    def parsed(text, **how):
        if words in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "SLEEPS" in text:
            with open(os.environ["MARK"], "w") as mark:
                mark.write(str(os.getpid()))
            time.sleep(60)
        return parse(text, **how)
    return parsed

lexbor.parse = bad(lexbor.parse, "CRASHES")
just.parse = bad(just.parse, "CRASHES TWICE")
"""


@pytest.fixture
def sabotaged(tmp_path: Path, environment: dict[str, str]) -> dict[str, str]:
    (tmp_path / "early").mkdir()
    (tmp_path / "early" / "sitecustomize.py").write_text(SABOTAGE)
    source = Path(__file__).parents[2] / "src"
    path = os.pathsep.join(filter(None, [str(tmp_path / "early"), str(source), environment["PYTHONPATH"]]))
    return environment | {"PYTHONPATH": path, "MARK": str(tmp_path / "mark")}


def page(words: str) -> str:
    return (PAGES / "ferry-en-flat.html").read_text("utf-8").replace("</body>", f"<!-- {words} --></body>")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_page_that_ends_its_process_is_read_another_way(
    run: Run, tmp_path: Path, sabotaged: dict[str, str], jobs: str
) -> None:
    for name, words in (("a", "sound"), ("b", "CRASHES"), ("c", "CRASHES TWICE"), ("d", "sound")):
        (tmp_path / f"{name}.html").write_text(page(words), "utf-8")
    names = [f"{name}.html" for name in "abcd"]
    done = run("parse", "--json", "--jobs", jobs, *names, env=sabotaged)
    files = [json.loads(line) for line in done.stdout.splitlines()]
    assert [file["path"] for file in files] == names
    assert [[problem["code"] for problem in file["problems"]] for file in files] == [
        [],
        ["engine-failed"],
        ["unreadable"],
        [],
    ]
    sound, again, lost, last = (file["posts"] for file in files)
    assert sound == last != []
    assert [post["id"] for post in again] == [post["id"] for post in sound]
    assert lost == []
    assert "signal 11" in files[2]["problems"][0]["message"]
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1


def test_jobs_change_nothing_but_the_time(run: Run) -> None:
    alone, together = (run("parse", "--json", "--jobs", jobs, PAGES) for jobs in ("1", "3"))
    assert alone.stdout == together.stdout != ""
    assert alone.stderr == together.stderr


def test_add_with_jobs(run: Run, outline: Path) -> None:
    done = run("add", "--jobs", "2", outline, "absent.txt", outline)
    assert done.returncode == 3
    assert [line.split(", ")[-1] for line in done.stdout.splitlines() if line.startswith(str(outline))] == [
        "5 of 5 entries new",
        "nothing new",
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_the_processes_at_once(tmp_path: Path, sabotaged: dict[str, str], jobs: str) -> None:
    (tmp_path / "slow.html").write_text(page("SLEEPS"), "utf-8")
    mark = tmp_path / "mark"
    process = subprocess.Popen(
        [sys.executable, "-m", "probreader", "parse", "--jobs", jobs, str(tmp_path / "slow.html")],
        env=sabotaged,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    for _ in range(600):
        if mark.exists() and mark.read_text():
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    error = process.communicate(timeout=20)[1]
    assert (process.returncode, error) == (130, b"")
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_a_worker_ends_with_the_one_it_works_for(tmp_path: Path, sabotaged: dict[str, str]) -> None:
    code = (
        "import sys; from probreader.cli.workers import Workers; w = Workers(1); w.submit(b'<html>'); "
        "print([x._process.pid for x in w._idle][0], flush=True); import os; os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=sabotaged, capture_output=True, text=True, check=True)
    for _ in range(100):
        try:
            os.kill(int(done.stdout), 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{done.stdout.strip()}/stat").read_text().split()[2] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the worker lives on")


@pytest.mark.parametrize("name", ["ferry-en-flat.html", "hedge-en-threaded.html"])
def test_what_goes_over_the_wire_comes_back(name: str) -> None:
    reading = read((PAGES / name).read_bytes())
    assert reading.posts
    assert unpacked(packed(reading)) == reading


def test_no_process_is_started_without_a_page(outline: Path) -> None:
    code = (
        "import subprocess, sys; subprocess.Popen = None; from probreader.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    assert subprocess.run([sys.executable, "-c", code, "parse", outline], stdout=subprocess.DEVNULL).returncode == 0
