"""``add``, ``list``, ``show``, ``search``, ``bookmarks``: what stands on stdout and what on stderr."""

import fcntl
import json
import os
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from probreader.library import Library

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_add_prints_the_ledger_and_adding_again_changes_nothing(run: Run, outline: Path) -> None:
    first, second = run("add", outline), run("add", outline)
    assert (first.returncode, second.returncode) == (0, 0)
    assert (first.stderr, second.stderr) == ("", "")
    assert first.stdout.splitlines()[0] == f"{outline}: blogger-text, 1 post, 1 new post, 5 of 5 entries new"
    assert second.stdout.splitlines()[0] == f"{outline}: blogger-text, 1 post, nothing new"
    assert first.stdout.splitlines()[1:] == [
        "  A Small Post (2019-05-19): 2 sections, comments declared 3, found 3, new 3, changed 0, removed 0, "
        "replies 1, orphans 0, inferred 0"
    ]
    assert second.stdout.splitlines()[1:] == [first.stdout.splitlines()[1].replace("new 3", "new 0")]


def test_the_ledger_tells_what_changed_and_is_there_later(run: Run, outline: Path) -> None:
    run("add", outline)
    text = outline.read_text("utf-8").replace("3 comments:", "4 comments:").replace("A reply to it.", "Another reply.")
    outline.write_text(text, "utf-8")
    head, post, problem = run("add", outline).stdout.splitlines()
    assert head == f"{outline}: blogger-text, 1 post, 0 new posts, 1 of 5 entries new, 1 problem"
    assert "comments declared 4, found 3, new 1, changed 0, removed 0, replies 1, orphans 0, inferred 0" in post
    assert problem.startswith("  line 11: comments-missing: ")
    stored = run("ledger", "a small post").stdout.splitlines()
    assert stored[0] == ("A Small Post (2019-05-19): comments declared 4, held 4; entries new 1, changed 0, gone 0")
    assert stored[1] == f"{outline}: blogger-text, 1 problem"
    assert stored[2] == post.replace("A Small Post (2019-05-19): ", "")
    assert stored[4] == problem
    (each,) = json.loads(run("ledger", "--json", "a small post").stdout)["sources"]
    assert each["comment_changes"] == {"new": 1, "changed": 0, "removed": 0}
    assert [item["code"] for item in each["problems"]] == ["comments-missing"]


def test_the_ledger_of_nothing(run: Run, outline: Path) -> None:
    run("add", outline)
    done = run("ledger", "another post")
    assert (done.returncode, done.stdout) == (1, "")
    assert "No post in the library answers to" in done.stderr


def test_an_unchanged_file_is_not_parsed_again(run: Run, outline: Path, tmp_path: Path) -> None:
    """What the library holds of it is told, though the text would be read otherwise by now."""
    run("add", outline)
    with sqlite3.connect(tmp_path / "library.db") as file:
        file.execute("UPDATE post_source SET found = 99")
    assert "found 99" in run("add", outline).stdout
    with sqlite3.connect(tmp_path / "library.db") as file:
        file.execute("UPDATE source SET reader = 'an older one'")
    assert "found 3, new 0" in run("add", outline).stdout
    assert "nothing new" in run("add", outline).stdout


def test_files_named_together_are_one_import(run: Run, outline: Path, tmp_path: Path) -> None:
    longer = (
        outline.read_text("utf-8")
        .replace("3 comments:", "4 comments:")
        .replace("  2. Ann", "  2. Bob Else19 May 2019 at 10:30\n\n    In between.\n\n    ReplyDelete\n  3. Ann")
    )
    (tmp_path / "longer.txt").write_text(longer, "utf-8")
    run("add", outline, "longer.txt")
    assert len(run("list").stdout.splitlines()) == 1
    assert "held 4; entries new 0" in run("ledger", "a small post").stdout


def test_add_tells_what_a_post_is_joined_with(run: Run, outline: Path, tmp_path: Path) -> None:
    run("add", outline)
    text = outline.read_text("utf-8")
    (tmp_path / "other.txt").write_text(
        text.replace("19 May 2019\n", "19 May 2019\n\n").replace("otters", "OTTERS"), "utf-8"
    )
    done = run("add", "other.txt")
    head, _, joined = done.stdout.splitlines()
    assert head == "other.txt: blogger-text, 1 post, 0 new posts, 0 of 5 entries new"
    assert joined == f"    joined with {outline}"
    assert len(run("list").stdout.splitlines()) == 1


def test_add_keeps_what_could_be_read(run: Run, mixed: Path) -> None:
    done = run("add", mixed, "absent.txt")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 3
    assert all(line.startswith("probreader: ") for line in done.stderr.splitlines())
    assert len(run("list").stdout.splitlines()) == 1


def test_add_of_nothing_readable(run: Run) -> None:
    done = run("add", "absent.txt", "")
    assert done.returncode == 4
    assert done.stderr.splitlines() == [
        "probreader: absent.txt: There is no such file or folder; check the name.",
        "probreader: : A path is empty; name a file or a folder.",
    ]


def test_the_library_is_never_read_as_a_source(run: Run, tmp_path: Path, outline: Path) -> None:
    (tmp_path / "folder").mkdir()
    outline.rename(tmp_path / "folder" / "small.txt")
    for _ in range(2):
        done = run("add", "folder", "--library", "folder/library.db")
        assert (done.returncode, done.stderr) == (0, "")
    done = run("add", "folder/library.db", "--library", "folder/library.db")
    assert done.returncode == 4
    assert "This is the library itself" in done.stderr


def test_list(run: Run, seeds: Path) -> None:
    run("add", seeds)
    lines = run("list").stdout.splitlines()
    assert len(lines) == 19
    dates = [line.split()[1] for line in lines]
    assert dates == [*sorted(dates[:-1], reverse=True), "-"]
    (line,) = [line for line in lines if line.endswith("  New Look Probation")]
    assert line.split()[1:4] == ["2019-05-19", "17", "17"]
    assert lines[-1].endswith(" (title inferred)")
    assert run("list", "--limit", "2").stdout.splitlines() == lines[:2]
    assert len(run("list", "--label", "PO").stdout.splitlines()) == 6
    unknown = run("list", "--label", "nobody's")
    assert (unknown.returncode, unknown.stdout) == (0, "")
    assert unknown.stderr == "probreader: no post is labelled nobody's\n"


def test_list_json(run: Run, outline: Path) -> None:
    run("add", outline)
    (post,) = map(json.loads, run("list", "--json").stdout.splitlines())
    assert post.pop("id") == run("list").stdout.split()[0]
    assert post == {
        "title": "A Small Post",
        "title_inferred": False,
        "published": "2019-05-19",
        "labels": [],
        "sections": 2,
        "comments": 3,
        "declared_comments": 3,
        "unread": 3,
        "bookmarks": 0,
    }


@pytest.mark.parametrize("command", ["list", "bookmarks"])
def test_an_empty_library_says_so_on_stderr(run: Run, command: str) -> None:
    done = run(command)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("probreader: ")
    assert run(command, "--json").stdout == ""


def test_show(run: Run, outline: Path) -> None:
    run("add", outline)
    identity = run("list").stdout.split()[0]
    shown = [run("show", *name) for name in (["a small POST"], ["A", "Small", "Post"], [identity], [identity[:6]])]
    assert {(each.returncode, each.stderr) for each in shown} == {(0, "")}
    assert {each.stdout for each in shown} == {
        """\
A Small Post
2019-05-19 · 3 comments · 1 of them replies

What the post says.

* * *

And what it says after a line of stars.

Comment 1
  The first comment, about otters.

  Reply 1.1
    A reply to it.

Ann Other · 2019-05-19 10:45 · 2
  The second comment.
"""
    }


def test_show_json_is_the_post_of_the_contract(run: Run, outline: Path) -> None:
    run("add", outline)
    assert (
        json.loads(run("show", "A Small Post", "--json").stdout)
        == json.loads(run("parse", "--json", outline).stdout)["posts"][0]
    )


def test_show_of_nothing(run: Run, outline: Path) -> None:
    run("add", outline)
    done = run("show", "No Such\x1b[1m Post")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("probreader: ")
    assert len(done.stderr.splitlines()) == 1
    assert "\x1b" not in done.stderr


def test_search(run: Run, outline: Path) -> None:
    run("add", outline)
    done = run("search", "otters")
    (line,) = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert line.split()[0] == run("list").stdout.split()[0]
    assert "A Small Post" in line
    assert "The first comment, about otters." in line
    assert run("search", "about", "first").stdout.splitlines() != []
    assert run("search", '"about first"').stdout == ""


def test_search_says_when_there_is_more(run: Run, outline: Path) -> None:
    run("add", outline)
    done = run("search", "comment", "--limit", "1")
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == "probreader: 1 of 2 hits shown; --limit 2 shows all\n"
    assert run("search", "comment", "--limit", "2").stderr == ""


def test_a_hit_takes_one_line(run: Run, outline: Path) -> None:
    outline.write_text(outline.read_text("utf-8").replace("about otters", "about\n\n    otters and\n    more"), "utf-8")
    run("add", outline)
    assert len(run("search", "otters").stdout.splitlines()) == 1


def test_a_limit_beyond_all_numbers(run: Run, outline: Path) -> None:
    run("add", outline)
    for command in (["search", "comment"], ["list"], ["bookmarks"]):
        assert run(*command, "--limit", "9" * 30).returncode == 0


def test_search_json(run: Run, outline: Path) -> None:
    run("add", outline)
    (hit,) = map(json.loads, run("search", "second", "--json").stdout.splitlines())
    post = json.loads(run("parse", "--json", outline).stdout)["posts"][0]
    matches = hit.pop("matches")
    assert [hit["snippet"][start:end] for start, end in matches] == ["second"]
    assert hit == {
        "post": post["id"],
        "post_title": "A Small Post",
        "entry": post["comments"][2]["id"],
        "kind": "comment",
        "author": "Ann Other",
        "published": "2019-05-19T10:45",
        "snippet": "The second comment.",
    }


@pytest.mark.parametrize("query", ["zzz", '"', "zzz AND", "*", "C++", "foo-bar", " ", "x or"])
def test_search_without_hits_is_no_failure(run: Run, outline: Path, query: str) -> None:
    run("add", outline)
    done = run("search", "--", query)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "probreader: nothing found\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["otters", "is:red"], ["  otters is:red", "         ^^^^^^"]),
        (["x OR"], ["  x OR", "    ^^"]),
        (["漢字 (b"], ["  漢字 (b", "       ^"]),
        (["//"], ["  //", "   ^"]),
        (["a\x1b[1m\nb )"], ["  a[1m b )", "         ^"]),
    ],
)
def test_a_bad_query_is_wrong_usage_and_told_at_its_place(run: Run, words: list[str], told: list[str]) -> None:
    done = run("search", *words)
    message, *place = done.stderr.splitlines()
    assert (done.returncode, done.stdout, place) == (2, "", told)
    assert message.startswith("probreader: ")


def test_a_minus_is_the_querys(run: Run, outline: Path) -> None:
    run("add", outline)
    assert len(run("search", "comment", "-otters").stdout.splitlines()) == 1
    assert len(run("search", "-otters", "comment", "--limit", "5").stdout.splitlines()) == 1
    assert len(run("search", "-is:op", "-author:ann").stdout.splitlines()) == 2
    assert run("search", "-h").stdout.startswith("usage: ")


def test_search_orders(run: Run, outline: Path) -> None:
    run("add", outline)
    found = {order: run("search", "in:comment", "--order", order).stdout for order in ("newest", "oldest", "best")}
    assert found["newest"] == found["best"]
    # One comment is of 10:45, the others have but the day of their post.
    assert "10:45" in found["newest"].splitlines()[0]
    assert "10:45" in found["oldest"].splitlines()[-1]
    assert run("search", "x", "--order", "random").returncode == 2


def test_saved_searches(run: Run, outline: Path) -> None:
    run("add", outline)
    assert "no search is saved" in run("search", "--list-saved").stderr
    found = run("search", "--save", "Otter talk", "otters OR", "-comment", "in:comment")
    assert run("search", "--saved", "Otter talk").stdout == found.stdout != ""
    assert run("search", "--list-saved").stdout == "    2  Otter talk: otters OR -comment in:comment\n"
    assert [json.loads(line) for line in run("search", "--list-saved", "--json").stdout.splitlines()] == [
        {"name": "Otter talk", "query": "otters OR -comment in:comment", "count": 2}
    ]
    assert run("search", "--saved", "otter talk").returncode == 1
    assert run("search", "--save", "bad", "is:").returncode == 2
    assert run("search", "--delete-saved", "Otter talk").returncode == 0
    assert run("search", "--delete-saved", "Otter talk").returncode == 1
    assert run("search", "--list-saved").stdout == ""


def test_bookmarks(run: Run, tmp_path: Path, outline: Path) -> None:
    run("add", outline)
    post = json.loads(run("parse", "--json", outline).stdout)["posts"][0]
    with Library.open(tmp_path / "library.db") as library:
        library.bookmark(post["id"], post["comments"][0]["id"])
        library.bookmark(post["id"], post["comments"][2]["id"], note="for\nlater", tags=("law", "pay"))
    mark, other = map(json.loads, run("bookmarks", "--json").stdout.splitlines())
    assert other["entry"] == post["comments"][0]["id"]
    created = mark.pop("created")
    assert mark == {
        "post": post["id"],
        "post_title": "A Small Post",
        "entry": post["comments"][2]["id"],
        "kind": "comment",
        "author": "Ann Other",
        "excerpt": "The second comment.",
        "note": "for\nlater",
        "tags": ["law", "pay"],
    }
    assert len(run("bookmarks", "--json", "--limit", "1").stdout.splitlines()) == 1
    day = created[:10]
    assert run("bookmarks", "--limit", "1").stdout == (
        f"{post['id']}  {day}  A Small Post · Ann Other: The second comment.  [law, pay]  # for later\n"
    )


def test_a_locked_library(run: Run, tmp_path: Path, outline: Path) -> None:
    run("add", outline)
    outline.write_text(outline.read_text("utf-8").replace("otters", "beavers"), "utf-8")
    with (tmp_path / "library.db.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        fcntl.lockf(lock, fcntl.LOCK_EX)
        done = run("add", outline)
        assert (done.returncode, done.stdout) == (5, "")
        assert done.stderr.startswith("probreader: ")
        assert len(done.stderr.splitlines()) == 1
        assert run("list").returncode == 0


def test_a_newer_library(run: Run, tmp_path: Path, outline: Path) -> None:
    run("add", outline)
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    for words in (["list"], ["add", outline], ["show", "x"], [outline]):
        done = run(*words)
        assert (done.returncode, done.stdout) == (5, "")
        assert done.stderr.startswith("probreader: ")


@pytest.mark.parametrize("name", ["folder", "text.txt", "text.txt/below.db"])
def test_what_cannot_be_a_library(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.txt").write_text("Not a database, and longer than a header of one would be. " * 9, "utf-8")
    before = (tmp_path / "text.txt").read_bytes()
    done = run("list", "--library", name)
    assert done.returncode in (1, 5)
    assert done.stdout == ""
    assert done.stderr.startswith("probreader: ")
    assert (tmp_path / "text.txt").read_bytes() == before


def test_a_folder_that_may_not_be_read(
    outline: Path, mixed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # In one process, since the superuser may read everything.
    from probreader.cli import main

    iterdir, forbidden = Path.iterdir, mixed / "deep"

    def refuse(self: Path) -> object:
        if self == forbidden:
            raise PermissionError(13, "Permission denied", str(self))
        return iterdir(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert main(["parse", str(outline), str(mixed / "deep")]) == 3
    captured = capsys.readouterr()
    assert (
        captured.err
        == f"probreader: {forbidden}: You may not read it; change its permissions, or copy it to where you may.\n"
    )
    assert main(["parse", str(mixed)]) == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(run: Run, outline: Path) -> None:
    outline.chmod(0)
    done = run("parse", outline)
    assert done.returncode == 4
    assert "You may not read it" in done.stderr


def test_what_was_written_into_the_library_file_by_others_is_cleaned(run: Run, outline: Path, tmp_path: Path) -> None:
    run("add", outline)
    (file,) = tmp_path.rglob("*.db")
    with sqlite3.connect(file) as database:
        database.execute("UPDATE post SET title = 'A' || char(27) || ']0;x' || char(7)")
        database.execute("UPDATE entry SET text = 'otters ' || char(27) || '[2J' WHERE kind = 'comment'")
    identity = run("list").stdout.split()[0]
    for words in (["list"], ["show", identity], ["search", "otters"]):
        shown = run(*words).stdout
        assert shown
        assert not set(shown) & {"\x1b", "\x07"}
