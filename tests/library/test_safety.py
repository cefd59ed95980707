"""Nothing is lost or half done: crashes, full disks, second instances, damaged and foreign files."""

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from probreader.domain.post import Post
from probreader.errors import LibraryDamagedError, LibraryError, LibraryLockedError, LibraryNewerError
from probreader.library import Library, Place, migrations, preparing
from probreader.library.failures import library_error
from probreader.library.locking import ProcessLock

from .builders import add, check, comment, dump, full_post, post, section, source

POSTS = [post(f"p{n}", section("s", "words " * 50), comment("a", None, f"otters {n}")) for n in range(20)]


def pages(path: Path) -> dict[str, bytes]:
    """The folder's files but the shared-memory one, which readers may write."""
    return {file.name: file.read_bytes() for file in path.parent.iterdir() if not file.name.endswith("-shm")}


@contextmanager
def other_program(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def test_opening_makes_folders_and_file(tmp_path: Path) -> None:
    path = tmp_path / "not" / "yet" / "100% odd ? name #1.db"
    with Library.open(path) as library:
        assert library.path == path
        add(library, full_post())
    with Library.open(path) as library:
        assert library.post("p1") == full_post()
    check(path)


def test_the_file_says_whose_it_is_and_how_it_is_kept(library: Library, path: Path) -> None:
    with other_program(path) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION_ID,)
        assert file.execute("PRAGMA user_version").fetchone() == (1,)
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_two_write_by_turns(library: Library, path: Path) -> None:
    with Library.open(path) as second:
        add(library, full_post())
        second.set_read("p1", ["c1"])
        library.bookmark("p1", "c1")
        add(second, POSTS[0])
        assert library.post("p0") == POSTS[0]
        assert second.bookmarked("p1").keys() == {"c1"}
        assert library.read_entries("p1") == {"c1"}
    check(path)


def test_while_one_writes_another_can_only_read(library: Library, path: Path) -> None:
    add(library, full_post())
    with Library.open(path) as second:
        with library._connections.writing():
            for write in writes(second):
                with pytest.raises(LibraryLockedError, match="try again"):
                    write()
            assert second.post("p1") == full_post()
        add(second, POSTS[1])


def test_a_write_waits_for_a_short_one(library: Library, path: Path) -> None:
    add(library, full_post())
    with Library.open(path) as second, ThreadPoolExecutor(1) as threads:
        with library._connections.writing():
            later = threads.submit(second.set_read, "p1", ["c1"])
            time.sleep(0.05)
        later.result()
        assert library.read_entries("p1") == {"c1"}


def test_an_older_program_does_not_write_to_an_upgraded_library(library: Library, path: Path) -> None:
    add(library, full_post())
    with other_program(path) as file:
        file.execute("PRAGMA user_version = 2")
    with pytest.raises(LibraryNewerError, match="start it again"):
        library.set_read("p1", ["c1"])
    assert library.read_entries("p1") == set()


def writes(library: Library) -> list[Callable[[], object]]:
    return [
        lambda: add(library, POSTS[2]),
        lambda: library.set_read("p1", ["c1"]),
        lambda: library.bookmark("p1", "c1"),
        lambda: library.unbookmark("p1", "c1"),
        lambda: library.edit_bookmark("p1", "c1", note="x"),
        library.undo,
        library.redo,
        lambda: library.merge_marks([]),
        lambda: library.save_place(Place("p1", None, frozenset(), 0)),
    ]


def test_a_reader_cannot_write(library: Library) -> None:
    with library._connections.reading() as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM post")


def test_a_library_that_was_deleted_is_not_made_anew_in_passing(path: Path) -> None:
    with Library.open(path) as library:
        for file in path.parent.glob("library.db*"):
            file.unlink()
        with pytest.raises(LibraryError, match="unable to open"):
            add(library, full_post())
    assert not path.exists()


def test_reading_locks_nobody_out(library: Library, path: Path) -> None:
    assert library.posts() == []
    with Library.open(path) as second:
        add(second, full_post())
        assert library.post("p1") == full_post()


def test_a_program_that_holds_the_database_counts_as_a_writer(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "BUSY_SECONDS", 0.0)
    with other_program(path) as file:
        file.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryLockedError):
            add(library, full_post())
    add(library, full_post())


def test_many_may_make_the_same_library_at_once(path: Path) -> None:
    barrier = threading.Barrier(6)

    def open_it(_: int) -> int:
        barrier.wait()
        with Library.open(path) as library:
            return len(library.posts())

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(open_it, range(6))) == [0] * 6
    check(path)


def test_whoever_makes_a_library_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "CREATION_SECONDS", 0.05)
    lock = ProcessLock(path)
    lock.acquire()
    with pytest.raises(LibraryLockedError):
        Library.open(path)
    lock.release()
    Library.open(path).close()


def test_threads_read_while_one_writes(library: Library) -> None:
    def read(_: int) -> bool:
        return all(line.comments == 1 and library.post(line.id).comments for line in library.posts())

    with ThreadPoolExecutor(4) as threads:
        answers = threads.map(read, range(40))
        for item in POSTS:
            add(library, item)
        assert all(answers)
    assert library.count("otters") == len(POSTS)


def test_writers_of_one_process_wait_for_each_other(library: Library) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda item: add(library, item, at=source(f"/{item.id}")), POSTS))
    assert len(library.posts()) == len(POSTS)


def test_what_is_read_is_of_one_moment(library: Library) -> None:
    add(library, full_post())
    with library._connections.reading() as reader:
        before = reader.execute("SELECT count(*) FROM entry").fetchone()
        add(library, POSTS[0])
        assert reader.execute("SELECT count(*) FROM entry").fetchone() == before


def test_closing(path: Path) -> None:
    library = Library.open(path)
    add(library, full_post())
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="is closed"):
        library.posts()
    with pytest.raises(LibraryError, match="is closed"):
        library.set_read("p1", [])
    assert sorted(file.name for file in path.parent.iterdir()) == ["library.db", "library.db.lock"]


def test_closing_waits_for_a_reader(path: Path) -> None:
    library = Library.open(path)
    with library._connections.reading() as reader:
        library.close()
        assert reader.execute("SELECT count(*) FROM post").fetchone() == (0,)


@pytest.mark.parametrize("version", [2, 99])
def test_a_newer_library_is_refused_untouched(path: Path, version: int) -> None:
    with Library.open(path) as library:
        add(library, full_post())
    with other_program(path) as file:
        file.execute(f"PRAGMA user_version = {version}")
    before = path.read_bytes()
    with pytest.raises(LibraryNewerError, match="newer probreader"):
        Library.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("application", "version"), [(0, 0), (0, 1), (1234, 0), (1234, 1), (migrations.APPLICATION_ID, 0)]
)
def test_a_database_of_another_program_is_refused_untouched(path: Path, application: int, version: int) -> None:
    with other_program(path) as file:
        file.execute(f"PRAGMA application_id = {application}")
        file.execute(f"PRAGMA user_version = {version}")
        file.execute("CREATE TABLE theirs (x)")
    before = pages(path)
    with pytest.raises(LibraryNewerError, match="another program"):
        Library.open(path)
    assert pages(path) == before


@pytest.mark.parametrize(
    "content", [b"x", b"x" * 511, b"x" * 512, b"A letter.\n" * 500, b"SQLite format 3\x00" + b"\xff" * 4096]
)
def test_what_is_no_database_is_refused_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LibraryDamagedError, match="left as it is"):
        Library.open(path)
    assert pages(path) == {path.name: content}


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    with Library.open(path) as library:
        add(library, full_post())
        assert library.post("p1") == full_post()


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a folder"):
        Library.open(tmp_path)


def test_links_lead_to_one_library_with_one_lock(tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to("real.db")
    (tmp_path / "loop.db").symlink_to("loop.db")
    with Library.open(tmp_path / "link.db") as first, Library.open(tmp_path / "real.db") as second:
        add(first, full_post())
        with first._connections.writing(), pytest.raises(LibraryLockedError):
            add(second, full_post())
    with pytest.raises(LibraryError, match="cannot be used"):
        Library.open(tmp_path / "loop.db")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="Name another library"):
        Library.open(tmp_path / "file" / "library.db")


def test_a_damaged_page_is_said_to_be_damaged(path: Path) -> None:
    with Library.open(path) as library:
        add(library, *POSTS)
    content = bytearray(path.read_bytes())
    content[preparing.PAGE_SIZE :] = b"\xaa" * (len(content) - preparing.PAGE_SIZE)
    path.write_bytes(content)
    with pytest.raises(LibraryDamagedError, match="is damaged"), Library.open(path) as library:
        library.posts()
    assert path.read_bytes() == content


def test_a_full_disk_changes_nothing(library: Library, path: Path) -> None:
    add(library, full_post())
    before = dump(path)
    writer = library._connections._writer
    assert writer is not None
    (size,) = writer.execute("PRAGMA page_count").fetchone()
    writer.execute(f"PRAGMA max_page_count = {size + 2}")
    with pytest.raises(LibraryError, match="disk is full"):
        add(library, post("p2", comment("a", text="words " * 10_000)))
    assert dump(path) == before
    assert add(library, post("p2")).posts_new == 1


@pytest.mark.parametrize("steps", [1, 50, 400, 1500, 4000])
def test_an_add_that_fails_anywhere_changes_nothing(library: Library, path: Path, steps: int) -> None:
    add(library, full_post(), *POSTS[:3])
    library.set_read("p1", ["c1"])
    before = dump(path)
    changed = [post("p1", comment("new", text="new")), *POSTS[2:]]
    writer = library._connections._writer
    assert writer is not None
    calls = iter(range(steps))
    writer.set_progress_handler(lambda: next(calls, None) is None, 1)
    with pytest.raises(LibraryError, match="interrupted"):
        add(library, *changed)
    assert dump(path) == before
    check(path)
    assert add(library, *changed).posts_new == 17


@pytest.mark.parametrize("steps", [20, 200, 600, 1000, 1500, 2000, 2500])
def test_a_second_reading_that_fails_anywhere_changes_nothing(library: Library, path: Path, steps: int) -> None:
    """Edits, withdrawals, earlier texts, ledgers and the bodies of several sources: all of it or nothing."""
    body = "What the post says, at some length, so that a part of it can be told from any other part of any other post."
    first = post("p", section("1" * 16, body), comment("a", text="otters"), comment("b", text="badgers"), title="T")
    other = post("2" * 16, section("3" * 16, f"{body} And more."), comment("4" * 16, text="voles"), title="T")
    add(library, first)
    add(library, other, at=source("/b"))
    library.set_read("p", ["a"])
    library.bookmark("p", "b", "a note")
    before = dump(path)
    edited = post("p", section("5" * 16, f"{body} And an edit."), comment("a", text="OTTERS and voles"), comment("c"))
    writer = library._connections._writer
    assert writer is not None
    calls = iter(range(steps))
    writer.set_progress_handler(lambda: next(calls, None) is None, 1)
    with pytest.raises(LibraryError, match="interrupted"):
        add(library, edited, at=source(digest="d2"))
    assert dump(path) == before
    check(path)
    assert add(library, edited, at=source(digest="d2")).ledger[0].comments.changed == 1
    assert [each.body.text for each in library.earlier_texts("p", "a")] == ["otters"]


@pytest.mark.parametrize(
    ("code", "kind", "advice"),
    [
        (sqlite3.SQLITE_CORRUPT_VTAB, LibraryDamagedError, "put a backup in its place"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, LibraryLockedError, "try again"),
        (sqlite3.SQLITE_IOERR_WRITE, LibraryError, "check the disk"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, LibraryError, "permissions"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, LibraryError, "See that it is a file"),
        (sqlite3.SQLITE_ERROR, LibraryError, "Nothing was changed"),
    ],
)
def test_every_error_of_sqlite_says_what_to_do(code: int, kind: type[LibraryError], advice: str) -> None:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode = code
    translation = library_error(error, Path("/odd\x1b/name"))
    assert type(translation) is kind
    assert advice in str(translation)
    assert "/odd/name" in str(translation)


def test_an_exception_of_ours_changes_nothing(library: Library, path: Path) -> None:
    add(library, full_post())
    before = dump(path)
    with pytest.raises(ValueError, match="does not stand before"):
        add(library, *POSTS, post("bad", comment("b", "a")))
    assert dump(path) == before


def test_entries_of_one_id_are_refused_whole(library: Library, path: Path) -> None:
    before = dump(path)
    with pytest.raises(LibraryError, match="UNIQUE"):
        add(library, POSTS[0], post("bad", comment("a"), comment("a")))
    assert dump(path) == before


KILLED = """
import os, signal, sys
from pathlib import Path
from probreader.domain.post import Certainty, Comment, Post, Section, Source
from probreader.domain.prose import Prose
from probreader.library import Library

def posts():
    for number in range(300):
        if number == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        body = Prose("killed " + "words " * 400)
        comment = Comment("a", None, Certainty.STATED, None, None, None, body)
        yield Post(f"k{number}", None, None, False, None, None, None, (), None, (), (comment,) )

class Posts(list):
    def __iter__(self):
        return posts()

library = Library.open(Path(sys.argv[1]))
library.set_read("p1", ["c1"])
library.add(Source("/killed", "x", "y", 1), Posts(), [])
"""


@pytest.mark.parametrize("at", [0, 150, 299])
def test_a_kill_in_the_middle_of_an_add_leaves_the_library_whole(path: Path, at: int) -> None:
    with Library.open(path) as library:
        add(library, full_post())
    # Without this the pages of the add never leave the memory of the process that is killed.
    script = KILLED.replace(
        "library.add(", "library._connections._writer.execute('PRAGMA cache_size = 5')\nlibrary.add("
    )
    killed = subprocess.run([sys.executable, "-c", script, str(path), str(at)], check=False)
    assert killed.returncode == -signal.SIGKILL
    with Library.open(path) as library:
        assert library.posts() == [library.summary("p1")]
        assert library.post("p1") == full_post()
        assert library.read_entries("p1") == {"c1"}
        assert library.count("killed") == 0
        add(library, post("k1", comment("a", text="killed")))
        assert library.count("killed") == 1
    check(path)


def test_a_kill_while_the_library_is_made(path: Path) -> None:
    script = """
import os, signal, sys
from pathlib import Path
from probreader.library import Library, migrations
whole = migrations.statements
def half(script):
    yield from list(whole(script))[:9]
    os.kill(os.getpid(), signal.SIGKILL)
migrations.statements = half
Library.open(Path(sys.argv[1]))
"""
    assert subprocess.run([sys.executable, "-c", script, str(path)], check=False).returncode == -signal.SIGKILL
    with Library.open(path) as library:
        add(library, full_post())
    check(path)


@pytest.fixture
def two_versions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A program that knows a second version; what its step does can be changed."""
    statements = ["ALTER TABLE post ADD COLUMN mood TEXT NOT NULL DEFAULT 'fair'"]

    def step(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    monkeypatch.setattr(migrations, "STEPS", (step,))
    return statements


@pytest.fixture
def old(path: Path) -> Post:
    with Library.open(path) as library:
        add(library, full_post())
    return full_post()


def test_an_older_library_is_brought_up_and_backed_up(path: Path, old: Post, two_versions: list[str]) -> None:
    before = dump(path)
    with Library.open(path) as library:
        assert library.post(old.id) == old
    with other_program(path) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (2,)
        assert file.execute("SELECT mood FROM post").fetchall() == [("fair",)]
    backup = path.with_name("library.db.version-1")
    assert dump(backup) == before
    Library.open(path).close()
    assert dump(backup) == before


def test_a_step_that_fails_leaves_the_older_library(path: Path, old: Post, two_versions: list[str]) -> None:
    before = dump(path)
    two_versions.append("INSERT INTO nowhere VALUES (1)")
    with pytest.raises(LibraryError, match="nowhere"):
        Library.open(path)
    assert dump(path) == before
    del two_versions[1]
    Library.open(path).close()


def test_an_older_library_in_use_is_not_brought_up(
    path: Path, old: Post, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "CREATION_SECONDS", 0.0)
    with Library.open(path) as first:
        add(first, POSTS[0])
        request.getfixturevalue("two_versions")
        lock = ProcessLock(path)
        lock.acquire()
        with pytest.raises(LibraryLockedError):
            Library.open(path)
        lock.release()


def test_the_schema_is_not_committed_in_pieces() -> None:
    script = "-- one; two\nCREATE TABLE a (\n    b TEXT -- it's; odd\n);\nINSERT INTO a VALUES (';');\n"
    assert len(list(migrations.statements(script))) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET spans = '[[0, 1' WHERE id = 's1'",
        "UPDATE entry SET spans = '[[0, 1, \"blink\"]]' WHERE id = 'c4'",
        "UPDATE entry SET certainty = 'perhaps' WHERE id = 'c1'",
        "UPDATE entry SET parent_position = 77 WHERE id = 'c2'",
    ],
)
def test_rows_that_make_no_sense_lead_to_the_doctor(path: Path, statement: str) -> None:
    with Library.open(path) as library:
        add(library, full_post())
    with other_program(path) as file:
        file.execute(statement)
    before = dump(path)
    with Library.open(path) as library:
        for use in (lambda: library.post("p1"), lambda: add(library, full_post())):
            with pytest.raises(LibraryDamagedError, match="probreader doctor"):
                use()
    assert dump(path) == before


def test_a_fault_of_a_caller_is_not_the_library_s(library: Library) -> None:
    add(library, full_post())
    with pytest.raises(KeyError), library._connections.reading():
        raise KeyError("theirs")
