"""Archives as sources: what is found in them, what is passed over, and what hostile ones cannot do."""

import bz2
import gzip
import io
import json
import lzma
import subprocess
import tarfile
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from probreader.cli import archives, main
from probreader.cli.kinds import is_plainly_no_source

from .conftest import OUTLINE

Run = Callable[..., subprocess.CompletedProcess[str]]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return target.getvalue()


def tarred(mode: str, members: Mapping[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            content = data.encode() if isinstance(data, str) else data
            info = tarfile.TarInfo(name.replace("__", "/"))
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return target.getvalue()


def parsed(done: subprocess.CompletedProcess[str]) -> dict[str, tuple[int, list[str]]]:
    """By path: how many posts, and the codes of the problems."""
    files = map(json.loads, done.stdout.splitlines())
    return {file["path"]: (len(file["posts"]), [problem["code"] for problem in file["problems"]]) for file in files}


MEMBERS: dict[str, bytes | str] = {
    "Takeout__Blogs__post.txt": OUTLINE,
    "Takeout__picture": PNG,
    "notes.csv": "a,b\n1,2\n",
    ".DS_Store": PNG,
}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(MEMBERS)),
        ("a.tar", tarred("w", MEMBERS)),
        ("a.tar.gz", tarred("w:gz", MEMBERS)),
        ("a.tar.bz2", tarred("w:bz2", MEMBERS)),
        ("a.tar.xz", tarred("w:xz", MEMBERS)),
        ("no-ending", zipped(MEMBERS)),
    ],
)
def test_each_member_is_a_source(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    done = run("parse", "--json", name)
    assert parsed(done) == {f"{name}/Takeout/Blogs/post.txt": (1, [])}
    assert (done.returncode, done.stderr) == (0, "probreader: 2 files are no discussions: passed over\n")
    with (tmp_path / name).open("rb") as source:
        piped = run("parse", "--json", "-", stdin=source)
    assert parsed(piped) == {"-/Takeout/Blogs/post.txt": (1, [])}


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_keeps_its_name(run: Run, tmp_path: Path, compress: Callable[[bytes], bytes]) -> None:
    (tmp_path / "post.txt.packed").write_bytes(compress(OUTLINE.encode()))
    assert parsed(run("parse", "--json", "post.txt.packed")) == {"post.txt.packed": (1, [])}


def test_an_archive_in_an_archive_is_opened_and_no_deeper_one(run: Run, tmp_path: Path) -> None:
    second = zipped({"post.txt": OUTLINE, "third.zip": zipped({"post.txt": OUTLINE})})
    (tmp_path / "first.zip").write_bytes(zipped({"second.zip": second}))
    done = run("parse", "--json", "first.zip")
    assert parsed(done) == {
        "first.zip/second.zip/post.txt": (1, []),
        "first.zip/second.zip/third.zip": (0, ["unreadable"]),
    }
    assert done.returncode == 3


def test_the_library_names_the_member(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"post.txt": OUTLINE}))
    for state in ("1 new post, 5 of 5 entries new", "nothing new"):
        head = run("add", "a.zip").stdout.splitlines()[0]
        assert head == f"a.zip/post.txt: blogger-text, 1 post, {state}"


def test_an_archive_without_a_discussion(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"picture": PNG, "notes.csv": "a,b\n1,2\n"}))
    done = run("parse", "--json", "a.zip")
    assert parsed(done) == {"a.zip": (0, ["unreadable"])}
    assert done.returncode == 4


def test_an_encrypted_member_is_told(run: Run, tmp_path: Path) -> None:
    data = bytearray(zipped({"post.txt": OUTLINE}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    done = run("parse", "a.zip")
    assert done.returncode == 4
    assert "a.zip/post.txt: It is encrypted" in done.stderr


def test_of_a_damaged_archive_what_is_whole_is_kept(run: Run, tmp_path: Path) -> None:
    noise = OUTLINE + "".join(f"  {n}. Comment {n * n * 7919}\n\n    ReplyDelete\n" for n in range(3, 4000))
    data = gzip.compress(noise.encode())
    (tmp_path / "cut.txt.gz").write_bytes(data[: len(data) // 2])
    ((posts, problems),) = parsed(run("parse", "--json", "cut.txt.gz")).values()
    assert posts == 1
    assert "cut-off" in problems
    (tmp_path / "cut.zip").write_bytes(zipped({"post.txt": OUTLINE})[:-30])
    done = run("parse", "cut.zip")
    assert done.returncode == 4
    assert "The archive is damaged" in done.stderr
    (tmp_path / "cut.tar").write_bytes(tarred("w", {"one.txt": OUTLINE, "two.txt": OUTLINE})[:2100])
    assert run("parse", "cut.tar").returncode in (0, 3)


def test_a_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(archives, "FREE_BYTES", 100_000)
    (tmp_path / "bomb.zip").write_bytes(zipped({"zeros.txt": b" " * 10_000_000}))
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b" " * 10_000_000))
    for name in ("bomb.zip", "bomb.gz"):
        assert main(["parse", str(tmp_path / name)]) == 4
        assert "It unpacks to more than" in capsys.readouterr().err


def test_too_many_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(archives, "MOST_ENTRIES", 1)
    members: dict[str, bytes | str] = {"one.txt": OUTLINE, "two.txt": OUTLINE}
    (tmp_path / "a.zip").write_bytes(zipped(members))
    (tmp_path / "a.tar").write_bytes(tarred("w", members))
    for name in ("a.zip", "a.tar"):
        assert main(["parse", str(tmp_path / name)]) == 3
        assert "has more than" in capsys.readouterr().err


def test_names_in_archives_are_labels(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"../../out\x1b[2J.txt": OUTLINE}))
    done = run("parse", "--json", "a.zip")
    (name,) = parsed(done)
    assert "\x1b" not in name
    assert not (tmp_path.parent / "out[2J.txt").exists()


def test_the_folder_a_browser_saved_beside_a_page_is_left_out(run: Run, tmp_path: Path) -> None:
    for name in ("post.htm", "post_files/frame.txt", "other_files/frame.txt"):
        (tmp_path / "saved" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "saved" / name).write_text(OUTLINE, "utf-8")
    assert list(parsed(run("parse", "--json", "saved"))) == ["saved/other_files/frame.txt", "saved/post.htm"]


def test_what_is_passed_over_in_a_folder_is_told_when_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "picture").write_bytes(PNG)
    (tmp_path / "saved" / "post.txt").write_text(OUTLINE, "utf-8")
    done = run("parse", "saved")
    assert (done.returncode, done.stderr) == (0, "probreader: 1 file is no discussion: passed over\n")
    assert run("parse", "saved/picture").returncode == 4


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (PNG, True),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", True),
        (b"%PDF-1.4\n", True),
        (b"\x7fELF\2\1\1", True),
        (b"body { color: red; }", True),
        (b".post-body a:hover, #x {\n  margin : 0 }", True),
        (b"@import url(x.css);", True),
        (b"(function() { var a = 1; })();", True),
        (b"/*! library v1 */ !function(e){}", True),
        (b"var _gaq = _gaq || [];", True),
        (b"window.dataLayer = window.dataLayer || [];", True),
        (b"<!DOCTYPE html><html>", False),
        (b"<?xml version='1.0'?><feed>", False),
        (b'{"comments": [{"id": 1}]}', False),
        (b'[{"id": 1, "post": 2}]', False),
        (OUTLINE.encode(), False),
        (OUTLINE.encode("utf-16"), False),
        (b"A function (in the sense of mathematics) is this: {x: y}", False),
        (b"If (and only if) you let me, var = 3", False),
        ("Été à la plage".encode("latin-1"), False),
        (b"", False),
    ],
)
def test_what_the_first_bytes_say(head: bytes, expected: bool) -> None:
    assert is_plainly_no_source(head) is expected


@pytest.mark.parametrize("unit", [b"a", b"a ", b"a,", b".a#", b"{", b"a{b", b"- ", b"window.a", b"function a", b" "])
def test_first_bytes_are_looked_at_in_no_time(unit: bytes) -> None:
    start = time.perf_counter()
    for _ in range(10):
        is_plainly_no_source(unit * (65536 // len(unit)))
    assert time.perf_counter() - start < 1
