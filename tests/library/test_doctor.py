"""A library is examined; what can be read of a damaged one is saved into a new file, and the old one is left alone."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from probreader.errors import LibraryError, LibraryLockedError, LibraryNewerError
from probreader.library import Bookmark, Library, Place, doctor, migrations
from probreader.library.preparing import PAGE_SIZE

from .builders import add, check, comment, full_post, post, section, source

POSTS = [
    post(
        f"p{number}",
        section("s", "section words " * 30),
        *(comment(f"c{n}", f"c{n - 1}" if n % 6 else None, f"post {number} word{n} " * 30, "Bob") for n in range(40)),
        title=f"Title {number}",
        labels=("label",),
    )
    for number in range(20)
]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a library with posts and marks of every kind."""
    path = tmp_path_factory.mktemp("whole") / "library.db"
    with Library.open(path) as library:
        for number, item in enumerate(POSTS):
            add(library, item, at=source(f"/source/{number}"))
            library.set_read(item.id, [f"c{n}" for n in range(0, 40, 2)])
            library.set_read(item.id, ["c0"], read=False)
            library.bookmark(item.id, "c5", f"note {number}", ["tag"])
            library.save_place(Place(item.id, "c3", frozenset({"c0"}), 1))
        library.save_search("Otters", "otters")
    return path.read_bytes()


@pytest.fixture
def damaged(path: Path, content: bytes) -> Path:
    """A library that is whole as long as a test has not damaged it."""
    path.write_bytes(content)
    return path


def salvaged(path: Path) -> tuple[doctor.Salvaged, Library]:
    """What was saved of ``path``, which must be left alone, opened; it must be whole."""
    before = path.read_bytes()
    saved = doctor.salvage(path, path.with_name("saved.db"))
    assert path.read_bytes() == before
    assert saved.backup.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} <= {
        *(f"{path.name}{end}" for end in ("", ".lock", "-wal", "-shm")),
        *(f"saved.db{end}" for end in ("", ".lock", ".original", ".original-wal")),
    }
    assert doctor.examine(saved.target).findings == ()
    check(saved.target)
    return saved, Library.open(saved.target)


def marks(library: Library) -> list[Bookmark]:
    return sorted(library.bookmarks(), key=lambda mark: mark.note)


def assert_all_is_there(library: Library) -> None:
    for item in POSTS:
        assert library.post(item.id) == item
        assert library.read_entries(item.id) == {f"c{n}" for n in range(2, 40, 2)}
        assert library.place(item.id) == Place(item.id, "c3", frozenset({"c0"}), 1)
        assert library.bookmarked(item.id)["c5"].tags == ("tag",)
        assert len(library.snapshot(item.id, "c5").ancestors) == 5
    assert library.count("word39") == len(POSTS)
    assert [one.name for one in library.saved_searches()] == ["Otters"]


def test_a_whole_library(damaged: Path) -> None:
    before = damaged.read_bytes()
    report = doctor.examine(damaged)
    assert report.findings == ()
    assert (report.version, report.sqlite, report.is_newer) == (1, sqlite3.sqlite_version, False)
    assert report.rows == {
        "sources": 20,
        "posts": 20,
        "sections": 20,
        "comments": 800,
        "entries read": 380,
        "bookmarks": 20,
        "steps to undo": 60,
    }
    assert report.sizes.keys() == {"file", "unused"}
    assert report.sizes["file"] == len(before)
    assert damaged.read_bytes() == before


def test_a_new_library_is_whole(library: Library, path: Path) -> None:
    assert doctor.examine(path).findings == ()


def test_all_of_a_whole_library_is_saved(damaged: Path) -> None:
    saved, library = salvaged(damaged)
    with library:
        assert saved.lost == ()
        assert_all_is_there(library)
        undone = library.undo()
        assert undone is not None
        assert undone.said.startswith("Took away the bookmark")


def test_what_is_only_written_ahead_is_saved(library: Library, path: Path) -> None:
    add(library, full_post())
    library.bookmark("p1", "c1", "note")
    assert Path(f"{path}-wal").stat().st_size > 0
    assert doctor.examine(path).sizes["written ahead"] > 0
    saved = doctor.salvage(path, path.with_name("saved.db"))
    assert saved.lost == ()
    with Library.open(saved.target) as other:
        assert other.post("p1") == full_post()
        assert [mark.note for mark in other.bookmarks()] == ["note"]


@pytest.mark.parametrize("zeros", [16, 100, PAGE_SIZE])
def test_a_zeroed_header(damaged: Path, content: bytes, zeros: int) -> None:
    damaged.write_bytes(bytes(zeros) + content[zeros:])
    assert [finding.code for finding in doctor.examine(damaged).findings] == ["damaged"]
    saved, library = salvaged(damaged)
    with library:
        assert saved.lost == ()
        assert_all_is_there(library)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.5, 0.95])
def test_a_truncated_file(damaged: Path, content: bytes, share: float) -> None:
    damaged.write_bytes(content[: int(len(content) * share)])
    assert doctor.examine(damaged).findings
    saved, library = salvaged(damaged)
    with library:
        assert saved.lost
        if share > 0.4:
            assert sum(line.comments for line in library.posts()) > 100 * share
            assert library.bookmarks()


@pytest.mark.parametrize("seed", range(8))
def test_overwritten_pages(damaged: Path, content: bytes, seed: int) -> None:
    chance = random.Random(seed)
    pages = bytearray(content)
    for page in chance.sample(range(len(content) // PAGE_SIZE), 1 + 3 * seed):
        pages[page * PAGE_SIZE : (page + 1) * PAGE_SIZE] = chance.choice(
            [bytes(PAGE_SIZE), chance.randbytes(PAGE_SIZE)]
        )
    damaged.write_bytes(pages)
    saved, library = salvaged(damaged)
    texts = {(item.id, one.id): one.body.text for item in POSTS for one in item.comments}
    with library:
        for line in library.posts():
            for one in library.post(line.id).comments:
                assert line.id.startswith("salvaged") or texts[line.id, one.id] == one.body.text
        for mark in library.bookmarks():
            assert mark.note == f"note {mark.post_id.removeprefix('p')}"
        # What the damaged file lost comes back from the sources.
        for number, item in enumerate(POSTS):
            add(library, item, at=source(f"/source/{number}"))
            assert library.post(item.id).sections == item.sections
            assert {one.id for one in library.post(item.id).comments} == {one.id for one in item.comments}
    check(saved.target)


def test_who_lost_a_parent_answers_the_nearest_that_is_left(damaged: Path) -> None:
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("DELETE FROM entry WHERE id IN ('c1', 'c6') AND post = 1")
    assert {finding.code for finding in doctor.examine(damaged).findings} >= {"counts", "order", "dangling"}
    saved, library = salvaged(damaged)
    with library:
        comments = {one.id: one for one in library.post("p0").comments}
        assert len(comments) == 38
        assert (comments["c2"].parent, comments["c2"].certainty) == ("c0", "inferred")
        assert (comments["c3"].parent, comments["c3"].certainty) == ("c2", "stated")
        assert (comments["c7"].parent, comments["c7"].certainty) == (None, "inferred")
        assert library.post("p1") == POSTS[1]
    assert any(sentence.startswith("Entries of 1 posts") for sentence in saved.lost)


@pytest.mark.parametrize(
    ("sabotage", "code"),
    [
        ("UPDATE post SET comments = 7 WHERE post = 3", "counts"),
        ("UPDATE post SET comments_new = 7 WHERE post = 3", "counts"),
        ("UPDATE post SET entries_read = 7 WHERE post = 3", "counts"),
        ("UPDATE entry SET position = position + 1 WHERE post = 3 AND position > 9", "order"),
        ("UPDATE entry SET position = 4 WHERE post = 3 AND position = 9", "order"),
        ("UPDATE entry SET depth = 9 WHERE post = 3 AND position = 9", "order"),
        ("UPDATE entry SET descendants = 9999 WHERE post = 3 AND position = 9", "order"),
        ("UPDATE entry SET parent_position = 40 WHERE post = 3 AND position = 9", "order"),
        ("DELETE FROM entry WHERE post = 3", "order"),
        ("DELETE FROM entry WHERE post = 3 AND id = ''", "order"),
        ("DELETE FROM post WHERE post = 3", "dangling"),
        ("DELETE FROM source WHERE source = 3", "dangling"),
        ("UPDATE entry SET size = 3 WHERE kind = 'comment' AND post = 3", "extent"),
        ("UPDATE entry SET breaks = 3 WHERE kind = 'comment' AND post = 3", "extent"),
        ("UPDATE entry SET spans = '[[0,' WHERE entry = 9", "value"),
        ("UPDATE entry SET spans = '[[0, 1, \"shout\"]]' WHERE entry = 9", "value"),
        ("UPDATE entry SET spans = '[[0, 99999, \"link\"]]' WHERE entry = 9", "value"),
        ("UPDATE entry SET certainty = 'maybe' WHERE entry = 9", "value"),
        ("INSERT INTO body VALUES (1, 1, NULL, x'00')", "value"),
        ("INSERT INTO earlier_text VALUES (9, 1, 1, 1, NULL, '[', 'text')", "value"),
        ("UPDATE place SET collapsed = '{' WHERE post = 3", "value"),
        ("UPDATE place SET collapsed = '[1]' WHERE post = 3", "value"),
        ("UPDATE bookmark_state SET tags = '[1]' WHERE bookmark = 3", "value"),
        ("UPDATE bookmark_state SET ancestors = '[{}]' WHERE bookmark = 3", "value"),
        ("UPDATE bookmark_state SET kind = 'poem' WHERE bookmark = 3", "value"),
        ("UPDATE bookmark_state SET kind = '' WHERE bookmark = 3", "marks"),
        ("UPDATE journal SET before = '{' WHERE journal = 3", "value"),
        ("UPDATE mark_clock SET tick = 1", "marks"),
        ("DELETE FROM mark_clock", "marks"),
        ("INSERT INTO mark_clock VALUES (5)", "marks"),
        ("INSERT INTO entry_unread SELECT entry, 9 FROM entry_read LIMIT 1", "marks"),
        ("UPDATE entry_read SET post = 4 WHERE entry = (SELECT entry FROM entry_read WHERE post = 3)", "marks"),
    ],
)
def test_what_is_not_as_it_should_be_is_found_and_set_right(damaged: Path, sabotage: str, code: str) -> None:
    with closing(sqlite3.connect(damaged)) as connection, connection:
        assert connection.execute(sabotage).rowcount > 0
    findings = doctor.examine(damaged).findings
    assert code in {finding.code for finding in findings}
    assert all(finding.message.endswith(("”.", ".")) for finding in findings)
    _, library = salvaged(damaged)
    library.close()


def test_a_text_that_is_none_is_told(damaged: Path) -> None:
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("UPDATE bookmark_state SET note = CAST(x'66ff1b66' AS TEXT) WHERE bookmark = 3")
    saved, library = salvaged(damaged)
    with library:
        assert "f\N{REPLACEMENT CHARACTER}f" in {mark.note for mark in library.bookmarks()}
    assert any("Some characters of 1 texts" in sentence for sentence in saved.lost)


def test_an_index_that_tells_something_else_is_built_anew(damaged: Path) -> None:
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("UPDATE entry SET author = 'otters' WHERE entry = 9")
    assert [finding.code for finding in doctor.examine(damaged).findings] == ["index"]
    doctor.rebuild_index(damaged)
    assert doctor.examine(damaged).findings == ()
    with Library.open(damaged) as library:
        assert library.count("otters") == 1


def test_the_index_is_not_checked_while_somebody_writes(library: Library, path: Path) -> None:
    add(library, full_post())
    with library._connections.writing():
        assert [finding.code for finding in doctor.examine(path).findings] == ["busy"]
        with pytest.raises(LibraryLockedError):
            doctor.rebuild_index(path)
        with pytest.raises(LibraryLockedError):
            doctor.salvage(path, path.with_name("saved.db"))
    assert not path.with_name("saved.db").exists()


@pytest.mark.parametrize(
    ("sabotage", "code"),
    [
        (f"PRAGMA user_version = {migrations.schema_version() + 1}", "other-version"),
        ("PRAGMA application_id = 5", "foreign"),
    ],
)
def test_what_is_newer_or_not_ours_is_left_alone(damaged: Path, sabotage: str, code: str) -> None:
    with closing(sqlite3.connect(damaged)) as connection:
        connection.execute(sabotage)
    before = damaged.read_bytes()
    report = doctor.examine(damaged)
    assert ([finding.code for finding in report.findings], report.is_newer) == ([code], True)
    for act in (lambda: doctor.rebuild_index(damaged), lambda: doctor.salvage(damaged, damaged.with_name("saved.db"))):
        with pytest.raises(LibraryNewerError):
            act()
    assert damaged.read_bytes() == before
    assert not damaged.with_name("saved.db").exists()


@pytest.mark.parametrize("content_of", [b"", b"x", b"A letter.\n" * 500, b"SQLite format 3\x00" + b"\xff" * 9000])
def test_what_is_no_database(path: Path, content_of: bytes) -> None:
    path.write_bytes(content_of)
    assert [finding.code for finding in doctor.examine(path).findings] in (["damaged"], ["foreign"])
    assert path.read_bytes() == content_of


def test_nothing_is_made_where_there_is_no_library(tmp_path: Path) -> None:
    absent = tmp_path / "absent.db"
    acts: list[Callable[[], object]] = [
        lambda: doctor.examine(absent),
        lambda: doctor.examine(tmp_path),
        lambda: doctor.salvage(absent, tmp_path / "saved.db"),
    ]
    for act in acts:
        with pytest.raises(LibraryError):
            act()
    assert not absent.exists()
    assert not (tmp_path / "saved.db").exists()


@pytest.mark.parametrize("taken", ["saved.db", "saved.db.original"])
def test_nothing_is_written_over(damaged: Path, taken: str) -> None:
    damaged.with_name(taken).write_text("mine", "utf-8")
    with pytest.raises(LibraryError, match="there already"):
        doctor.salvage(damaged, damaged.with_name("saved.db"))
    assert damaged.with_name(taken).read_text("utf-8") == "mine"
    with pytest.raises(LibraryError, match="there already"):
        doctor.salvage(damaged, damaged)
