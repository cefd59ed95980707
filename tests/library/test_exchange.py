"""Marks of two libraries become one state, whatever the order and number of merges."""

import json
import random
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.post import Post
from probreader.errors import LibraryError, MarksError
from probreader.library import Library, MarksMerged, Place, aliases, importing, migrations
from probreader.library.marks import clock, exchange
from probreader.library.marks.state import BookmarkState, Register
from probreader.library.values import EntryKind, Snapshot

from .builders import add, check, comment, dump, full_post, post, section, source

HEADER = {"format": "probreader-marks", "version": 1}
TICKS = st.integers(0, 3)
"""So few that many marks have one tick."""

SNAPSHOTS = st.builds(
    Snapshot,
    kind=st.sampled_from(EntryKind),
    post_title=st.sampled_from([None, "A", "B"]),
    post_url=st.none(),
    author=st.none(),
    published=st.none(),
    permalink=st.none(),
    heading=st.none(),
    created=st.just("2024-01-01T00:00:00+00:00"),
    text=st.sampled_from(["x", "y"]),
    ancestors=st.just(()),
    left_out=st.just(0),
)


def registers(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Register[Any]]:
    return st.builds(Register, values, TICKS)


STATES = st.builds(
    BookmarkState,
    registers(st.booleans()),
    registers(st.sampled_from(["", "a", "b"])),
    st.dictionaries(st.sampled_from(["law", "pay"]), registers(st.booleans())),
    registers(SNAPSHOTS),
)


@given(STATES, STATES, STATES)
def test_states_join_alike_in_any_order(a: BookmarkState, b: BookmarkState, c: BookmarkState) -> None:
    assert a.joined(b) == b.joined(a)
    assert a.joined(b.joined(c)) == a.joined(b).joined(c)
    assert a.joined(a) == a
    assert a.joined(BookmarkState()).joined(a) == a
    assert a.joined(b).joined(b) == a.joined(b)


# A post that has an id of old, with an entry that has one; and a post that no library holds.
HELD = post("p", section("s"), comment("a"), comment("b", "a"), title="Title")
POSTS = st.sampled_from(["p", "p-of-old", "nowhere"])
ENTRIES = st.sampled_from(["", "s", "a", "a-of-old", "b", "unknown"])


def line_of_reading(post_id: str, entries: list[str], read: bool, tick: int) -> dict[str, Any]:
    return {"mark": "read", "post": post_id, "entries": entries, "read": read, "tick": tick}


def line_of_place(post_id: str, entry: str | None, collapsed: list[str], scroll: int, tick: int) -> dict[str, Any]:
    return {"mark": "place", "post": post_id, "entry": entry, "collapsed": collapsed, "scroll": scroll, "tick": tick}


def line_of_bookmark(post_id: str, entry: str, state: BookmarkState) -> dict[str, Any]:
    snapshot = state.snapshot.value
    assert snapshot is not None
    return {
        "mark": "bookmark",
        "post": post_id,
        "entry": entry,
        "kept": [state.kept.value, state.kept.tick],
        "note": [state.note.value, state.note.tick],
        "tags": {name: [tag.value, tag.tick] for name, tag in state.tags.items()},
        "snapshot": [
            {
                "kind": snapshot.kind,
                "post_title": snapshot.post_title,
                "post_url": None,
                "author": None,
                "published": None,
                "permalink": None,
                "heading": None,
                "created": snapshot.created,
                "text": snapshot.text,
                "ancestors": [],
                "left_out": 0,
            },
            state.snapshot.tick,
        ],
    }


READING = st.builds(line_of_reading, POSTS, st.lists(ENTRIES, min_size=1, max_size=3), st.booleans(), TICKS)
PLACES = st.builds(
    line_of_place,
    POSTS,
    st.none() | ENTRIES,
    st.lists(st.sampled_from(["a", "b"]), unique=True).map(sorted),
    st.integers(-1, 1),
    TICKS,
)
BOOKMARKS = st.builds(line_of_bookmark, POSTS, ENTRIES, STATES)
FILES = st.lists(st.lists(READING | PLACES | BOOKMARKS, max_size=6), min_size=2, max_size=4)


class Memory:
    """A library in memory, as the exchange sees it."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        migrations.create(self.connection)

    def hold(self) -> None:
        """Let the post arrive."""
        importing.add(self.connection, "/x", [HELD], lambda: (source("/x"), []), "2024-01-01T00:00:00+00:00", None)

    def remember(self) -> None:
        """Let the ids of old be known."""
        aliases.remember_post(self.connection, "p-of-old", 1)
        (entry,) = self.connection.execute("SELECT entry FROM entry WHERE id = 'a'").fetchone()
        aliases.remember_entries(self.connection, 1, {"a-of-old": entry})

    def merge(self, *files: Sequence[dict[str, Any]]) -> None:
        exchange.merge(self.connection, [(str(n), lines_of(marks)) for n, marks in enumerate(files)])

    def marks(self) -> list[dict[str, Any]]:
        lines: list[str] = []
        exchange.export(self.connection, lines.append)
        return [json.loads(line) for line in lines[1:]]


def lines_of(marks: Iterable[dict[str, Any]]) -> list[bytes]:
    return [json.dumps(mark).encode() + b"\n" for mark in (HEADER, *marks)]


@given(FILES, st.randoms(use_true_random=False))
def test_files_merge_alike_in_any_order_and_number(files: list[list[dict[str, Any]]], chance: random.Random) -> None:
    first, second = Memory(), Memory()
    for memory in (first, second):
        memory.hold()
        memory.remember()
    first.merge(*files)
    again = [*files, *chance.sample(files, k=len(files) // 2)]
    chance.shuffle(again)
    second.merge(*([chance.sample(file, k=len(file)) for file in again]))
    assert first.marks() == second.marks()
    # What a library exports says all it knows: a third that reads only this agrees with it.
    third = Memory()
    third.hold()
    third.remember()
    third.merge(first.marks(), first.marks())
    assert third.marks() == first.marks()


@given(st.lists(st.lists(READING | PLACES, max_size=6), max_size=4))
def test_marks_apply_when_what_they_wait_for_arrives(files: list[list[dict[str, Any]]]) -> None:
    before, after = Memory(), Memory()
    before.hold()
    before.remember()
    before.merge(*files)
    after.merge(*files)
    after.hold()
    after.remember()
    after.hold()
    assert after.marks() == before.marks()
    for table in ("entry_read", "entry_unread", "awaited_read", "awaited_place", "post"):
        rows = f"SELECT * FROM {table}"
        assert after.connection.execute(rows).fetchall() == before.connection.execute(rows).fetchall()


def exported(library: Library) -> list[bytes]:
    lines: list[str] = []
    count = library.export_marks(lines.append)
    assert count == len(lines) - 1
    return [line.encode() for line in lines]


def meet(one: Library, other: Library) -> None:
    """Each has the marks of the other; they agree then."""
    other.merge_marks([("one", exported(one))])
    one.merge_marks([("other", exported(other))])
    assert exported(one) == exported(other)


@pytest.fixture
def pair(path: Path) -> Iterable[tuple[Library, Library]]:
    paths = [path.with_name(name) for name in ("one.db", "other.db")]
    with Library.open(paths[0]) as one, Library.open(paths[1]) as other:
        for library in (one, other):
            add(library, full_post())
        yield one, other
    for file in paths:
        check(file)


def test_two_machines_agree(pair: tuple[Library, Library]) -> None:
    one, other = pair
    one.set_read("p1", ["c1", "c2", "p1"])
    one.bookmark("p1", "c1", "mine", ["law"])
    one.save_place(Place("p1", "c2", frozenset({"c1"}), 3))
    meet(one, other)
    assert other.read_entries("p1") == {"c1", "c2", "p1"}
    assert other.summary("p1").unread == 3
    assert other.bookmarks() == one.bookmarks()
    assert other.place("p1") == Place("p1", "c2", frozenset({"c1"}), 3)
    assert other.last_post() == "p1"
    other.set_read("p1", ["c1"], read=False)
    other.edit_bookmark("p1", "c1", note="yours")
    one.edit_bookmark("p1", "c1", tags=["law", "pay"])
    meet(one, other)
    assert one.read_entries("p1") == {"c2", "p1"}
    assert (one.bookmarks()[0].note, one.bookmarks()[0].tags) == ("yours", ("law", "pay"))
    one.unbookmark("p1", "c1")
    meet(one, other)
    assert other.bookmarks() == []
    one.undo()
    meet(one, other)
    assert [mark.note for mark in other.bookmarks()] == ["yours"]


@pytest.mark.parametrize("jump", [-(10**12), 10**12])
def test_a_clock_that_jumps_loses_no_mark(
    pair: tuple[Library, Library], jump: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = pair
    one.bookmark("p1", "c1", "first")
    one.set_read("p1", ["c1"])
    meet(one, other)
    real = clock.milliseconds
    monkeypatch.setattr(clock, "milliseconds", lambda: real() + jump)
    one.edit_bookmark("p1", "c1", note="second")
    one.set_read("p1", ["c1"], read=False)
    meet(one, other)
    monkeypatch.setattr(clock, "milliseconds", real)
    other.edit_bookmark("p1", "c1", note="third")
    other.set_read("p1", ["c1", "c2"])
    meet(one, other)
    assert one.bookmarks()[0].note == "third"
    assert one.read_entries("p1") == {"c1", "c2"}


def test_editing_here_and_removing_there_keeps_the_later(pair: tuple[Library, Library]) -> None:
    one, other = pair
    one.bookmark("p1", "c1", "note", ["law"])
    meet(one, other)
    one.unbookmark("p1", "c1")
    other.merge_marks([("nothing", lines_of([]))])
    other.edit_bookmark("p1", "c1", note="still needed")
    one_removed_later = exported(one)
    meet(one, other)
    kept = one.bookmarks()
    assert [(mark.note, mark.tags) for mark in kept] in ([("still needed", ("law",))], [])
    other.merge_marks([("again", one_removed_later)])
    assert other.bookmarks() == kept


def test_what_was_merged_is_told(library: Library) -> None:
    add(library, full_post())
    marks = [
        line_of_reading("p1", ["c1", "c2", "unknown"], True, 5),
        line_of_reading("p9", ["", "x"], True, 5),
        line_of_place("p9", "x", [], 0, 5),
    ]
    assert library.merge_marks([("a", lines_of(marks)), ("b", lines_of(marks))]) == MarksMerged(6, 6, 4)
    assert library.merge_marks([("a", lines_of(marks))]) == MarksMerged(3, 0, 4)
    assert library.read_entries("p1") == {"c1", "c2"}
    add(library, post("p9", comment("x"), title="Nine"))
    assert library.read_entries("p9") == {"p9", "x"}
    assert library.place("p9") == Place("p9", "x", frozenset(), 0)
    assert library.merge_marks([("a", lines_of([]))]).awaiting == 1


def test_an_entry_that_arrives_under_another_id_has_its_marks(library: Library) -> None:
    dump = post(
        "0" * 16,
        section("1" * 16, "The otters have come back to the river, and nobody knows how long they will stay in it."),
        comment("2" * 16, None, "I have seen three of them below the old bridge this morning.", "Ann"),
        title="Otters",
        date="2024-05-01",
    )
    address = "otters.example.org/2024/otters"
    page = post(
        address,
        section("4" * 16, dump.sections[0].body.text),
        comment("c1", None, dump.comments[0].body.text, "Ann"),
        title="Otters",
        date="2024-05-01",
        url=f"https://{address}",
    )
    marks = [
        line_of_reading(dump.id, ["2" * 16], True, 5),
        line_of_place(dump.id, "2" * 16, [], 0, 5),
        line_of_bookmark(dump.id, "2" * 16, BookmarkState(Register(True, 4), snapshot=Register(a_snapshot(), 4))),
    ]
    library.merge_marks([("marks", lines_of(marks))])
    add(library, page, at=source("/page"))
    assert library.read_entries(address) == set()
    add(library, dump, at=source("/dump"))
    assert library.read_entries(address) == {"c1"}
    assert library.place(address) == Place(address, "c1", frozenset(), 0)
    assert library.bookmarked(address).keys() == {"c1"}


def a_snapshot() -> Snapshot:
    return Snapshot(EntryKind.COMMENT, "T", None, None, None, None, None, "2024-01-01T00:00:00+00:00", "text", (), 0)


GOOD = line_of_reading("p1", ["c1"], True, 5)
MARK = line_of_bookmark("p1", "c1", BookmarkState(Register(True, 4), snapshot=Register(a_snapshot(), 4)))
BAD: list[tuple[bytes, str]] = [
    (b"{", "no JSON"),
    (b"\xff\xfe", "no JSON"),
    (b"[" * 200_000, "no JSON"),
    (b'{"mark": "read", "tick": NaN}', "no JSON"),
    (b"[]", "no mark"),
    (b'{"mark": "shape"}', "no mark"),
    (b'{"mark": ["read"]}', "no mark"),
    *(
        (json.dumps(value).encode(), words)
        for value, words in [
            ({**GOOD, "mood": 1}, "field “mood” .* upgrade"),
            ({**GOOD, "tick": 2**53}, "“tick” is out of bounds"),
            ({**GOOD, "tick": -1}, "“tick” is out of bounds"),
            ({**GOOD, "tick": True}, "“tick” is no whole number"),
            ({**GOOD, "tick": 1.5}, "“tick” is no whole number"),
            ({**GOOD, "read": 1}, "“read” is neither"),
            ({**GOOD, "entries": "c1"}, "“entries” is no list"),
            ({**GOOD, "entries": [1]}, "“entries” is no text"),
            ({**GOOD, "post": ""}, "“post” is empty"),
            ({name: value for name, value in GOOD.items() if name != "tick"}, "“tick” is missing"),
            ({**MARK, "snapshot": [None, 4]}, "“snapshot” is no object"),
            ({**MARK, "snapshot": [{**MARK["snapshot"][0], "kind": "x"}, 4]}, "“kind” is"),
            ({**MARK, "snapshot": [{**MARK["snapshot"][0], "more": 1}, 4]}, "“more”"),
            ({**MARK, "kept": True}, "“kept” is no value with its tick"),
            ({**MARK, "tags": [1]}, "“tags” is no object"),
        ]
    ),
]


@pytest.mark.parametrize(("line", "words"), BAD)
def test_a_bad_line_is_named_and_nothing_is_imported(library: Library, line: bytes, words: str) -> None:
    add(library, full_post())
    before = exported(library)
    good = lines_of([GOOD, MARK])
    with pytest.raises(MarksError, match=f"^Line 4 of bad\\.jsonl cannot be taken: .*{words}.* Nothing was imported"):
        library.merge_marks([("good.jsonl", good), ("bad.jsonl", [*good, line])])
    assert exported(library) == before


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([], "empty"),
        ([b"\n"], "no JSON"),
        ([b"otters\n"], "no JSON"),
        ([b'{"format": "other"}'], "no file of marks"),
        ([b'{"format": "probreader-marks", "version": 2}'], "newer probreader .*upgrade"),
        ([b'{"format": "probreader-marks", "version": 1, "more": 1}'], "not one that this probreader knows"),
        ([b'{"format": "probreader-marks"}'], "not one that this probreader knows"),
    ],
)
def test_what_is_no_file_of_marks_is_refused(library: Library, lines: list[bytes], words: str) -> None:
    with pytest.raises(MarksError, match=words):
        library.merge_marks([("x", lines)])


def test_words_from_elsewhere_are_cleaned(library: Library) -> None:
    bad = "a\x1b[31m\u202eb\ud800"
    marks = [
        {
            **MARK,
            "note": [bad, 4],
            "tags": {bad: [True, 4]},
            "snapshot": [
                {
                    **MARK["snapshot"][0],
                    "post_title": bad,
                    "author": bad + "\n",
                    "text": bad,
                    "ancestors": [{"id": bad, "author": bad, "published": bad, "text": bad}],
                },
                4,
            ],
        },
        line_of_place("p\x1b", "c\x07", ["\x1b"], 0, 4),
        line_of_reading("p\x1b", ["c\x07"], True, 4),
    ]
    library.merge_marks([("x\x1b", lines_of(marks))])
    text = b"".join(exported(library)).decode("utf-8")
    assert "\\u00" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    (mark,) = library.bookmarks()
    assert mark.note == mark.tags[0] == mark.author == "a[31m\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"


def test_an_export_does_not_depend_on_how_it_came_about(pair: tuple[Library, Library], path: Path) -> None:
    one, other = pair
    one.bookmark("p1", "c1", "note", ["b", "a"])
    one.set_read("p1", ["c2", "c1"])
    meet(one, other)
    with Library.open(path) as third:
        third.merge_marks([("x", exported(other))])
        assert exported(third) == exported(one)
        add(third, full_post())
        assert exported(third) == exported(one)
        assert third.read_entries("p1") == {"c1", "c2"}


def test_a_whole_post_of_marks_is_few_lines(library: Library) -> None:
    big: Post = post("p", *(comment(f"c{number}") for number in range(1000)))
    add(library, big)
    library.set_read("p", [one.id for one in big.comments])
    assert len(exported(library)) == 2


def test_rows_marked_read_stay_true_to_the_counts(path: Path) -> None:
    with Library.open(path) as library:
        add(library, full_post())
        entries = ["", "s1", "c1", "c5"]
        marks = [line_of_reading("p1", entries, read, tick) for tick, read in enumerate([True, False, True])]
        library.merge_marks([("x", lines_of(marks))])
        assert library.summary("p1").unread == 4
    check(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM entry_unread").fetchone() == (0,)


@pytest.mark.parametrize("deed", ["merge", "undo", "redo"])
@pytest.mark.parametrize("steps", [1, 10, 30, 100])
def test_what_fails_in_the_middle_changes_nothing(library: Library, path: Path, deed: str, steps: int) -> None:
    add(library, full_post())
    library.set_read("p1", ["c1", "c2", "c4"])
    library.bookmark("p1", "c1", "mine")
    library.undo()
    before = dump(path)
    reading = line_of_reading("p1", ["c6", "s1", "unknown"], True, 2**52)
    marks = lines_of([MARK, reading, line_of_place("p1", "c1", [], 0, 9)])
    act = {"merge": lambda: library.merge_marks([("x", marks)]), "undo": library.undo, "redo": library.redo}[deed]
    writer = library._connections._writer
    assert writer is not None
    calls = iter(range(steps))
    writer.set_progress_handler(lambda: next(calls, None) is None, 1)
    with pytest.raises(LibraryError, match="interrupted"):
        act()
    assert dump(path) == before
    assert act() is not None
