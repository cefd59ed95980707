"""Read marks, bookmarks, and where reading was left."""

from pathlib import Path

import pytest

from probreader.errors import NotFoundError
from probreader.library import Bookmark, EntryKind, Library, Place, facade

from .builders import add, comment, dump, full_post, post, section


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The times the library is told, the next one last."""
    times = [f"2024-01-0{day}T12:00:00+00:00" for day in range(9, 0, -1)]
    monkeypatch.setattr(facade, "now", times.pop)
    return times


def test_read_marks(library: Library) -> None:
    add(library, full_post(), post("p2", comment("c1")))
    library.set_read("p1", ["c1", "c2", "c2", "s1"])
    library.set_read("p1", {"c1"})
    assert library.read_entries("p1") == {"c1", "c2", "s1"}
    assert library.read_entries("p2") == set()
    library.set_read("p1", ["c1", "c4"], read=False)
    assert library.read_entries("p1") == {"c2", "s1"}
    library.set_read("p1", [])
    assert library.summary("p1").unread == 4


def test_the_post_itself_can_be_read(library: Library) -> None:
    add(library, full_post())
    library.set_read("p1", ["p1"])
    assert library.read_entries("p1") == {"p1"}
    assert (library.summary("p1").opened, library.summary("p1").unread) == (True, 5)


def test_an_entry_goes_before_the_post_of_the_same_id(library: Library) -> None:
    add(library, post("42", comment("42", text="words"), title="Title"))
    library.bookmark("42", "42")
    assert [(mark.kind, mark.excerpt) for mark in library.bookmarks()] == [("comment", "words")]


def test_an_unknown_entry_marks_nothing(library: Library, path: Path) -> None:
    add(library, full_post())
    before = dump(path)
    with pytest.raises(NotFoundError, match="no entry “zz”"):
        library.set_read("p1", ["c1", "zz"])
    with pytest.raises(NotFoundError, match="“p9”"):
        library.set_read("p9", ["c1"])
    with pytest.raises(NotFoundError):
        library.bookmark("p1", "")
    with pytest.raises(NotFoundError):
        library.bookmark("p9", "c1")
    with pytest.raises(NotFoundError):
        library.save_place(Place("p9", None, frozenset(), 0))
    assert dump(path) == before


def test_bookmarks_newest_first(library: Library) -> None:
    add(library, full_post())
    library.bookmark("p1", "c1", "  a note\n", ["law", "law", " two  words ", ""])
    library.bookmark("p1", "s1")
    library.bookmark("p1", "p1")
    title = "New Look Probation"
    first, second, third = library.bookmarks()
    assert first == Bookmark("p1", title, "p1", EntryKind.POST, "Jim Brown", title, "", (), "2024-01-04T12:00:00+00:00")
    assert (second.entry_id, second.kind, second.author) == ("s1", "section", None)
    assert second.excerpt == "See the café  and more"
    created = "2024-01-02T12:00:00+00:00"
    tags = ("law", "two words")
    assert third == Bookmark("p1", title, "c1", EntryKind.COMMENT, "Bob", "First!", "a note", tags, created)
    assert library.bookmarked("p1") == {"p1": first, "s1": second, "c1": third}
    assert library.bookmarked("p2") == {}


def test_a_bookmark_of_an_earlier_time_stands_below(library: Library, clock: list[str]) -> None:
    add(library, full_post())
    clock[:] = ["2020-01-01T12:00:00+00:00", "2024-01-01T12:00:00+00:00"]
    library.bookmark("p1", "c1")
    library.bookmark("p1", "c2")
    assert [mark.entry_id for mark in library.bookmarks()] == ["c1", "c2"]


def test_bookmarks_of_one_second_stand_newest_first(library: Library, clock: list[str]) -> None:
    clock[:] = ["2024-01-01T12:00:00+00:00"] * 4
    add(library, full_post())
    for name in ("c1", "c4", "c2"):
        library.bookmark("p1", name)
    assert [mark.entry_id for mark in library.bookmarks()] == ["c2", "c4", "c1"]


def test_a_second_bookmark_only_changes_note_and_tags(library: Library) -> None:
    add(library, post("p", comment("a", text="before")))
    library.bookmark("p", "a", "one", ["x"])
    add(library, post("p", comment("a", text="after")))
    library.bookmark("p", "a", "two", ["y"])
    (mark,) = library.bookmarks()
    assert (mark.note, mark.tags, mark.excerpt) == ("two", ("y",), "before")
    assert mark.created == "2024-01-02T12:00:00+00:00"


def test_a_bookmark_keeps_the_whole_text(library: Library) -> None:
    add(library, post("p", comment("a", text="word " * 1000)))
    library.bookmark("p", "a")
    assert library.snapshot("p", "a").text == "word " * 1000
    assert library.bookmarks()[0].excerpt == "word " * 31 + "word…"


def test_unbookmark(library: Library) -> None:
    add(library, full_post())
    library.bookmark("p1", "c1")
    assert library.unbookmark("p1", "c1") is True
    assert library.unbookmark("p1", "c1") is False
    assert library.bookmarks() == []
    assert library.summary("p1").bookmarks == 0


def test_notes_are_cleaned(library: Library) -> None:
    add(library, full_post())
    library.bookmark("p1", "c1", "a\x1b[31mb\udcff\nc", ["t\x1bag\n"])
    assert (library.bookmarks()[0].note, library.bookmarks()[0].tags) == (
        "a[31mb\N{REPLACEMENT CHARACTER}\nc",
        ("tag",),
    )


def test_places(library: Library) -> None:
    add(library, full_post(), post("p2", section("s")))
    left = Place("p1", "c2", frozenset({"c1", "c4"}), 12)
    library.save_place(left)
    library.save_place(Place("p2", None, frozenset(), 0))
    assert library.place("p1") == left
    assert library.last_post() == "p2"
    moved = Place("p1", "c4", frozenset(), 3)
    library.save_place(moved)
    assert library.place("p1") == moved
    assert library.place("p2") == Place("p2", None, frozenset(), 0)
    assert library.last_post() == "p1"


def test_marks_survive_reading_again_and_opening_again(path: Path) -> None:
    with Library.open(path) as library:
        add(library, full_post())
        library.set_read("p1", ["c1", "s2"])
        library.bookmark("p1", "c2", "note", ["tag"])
        library.save_place(Place("p1", "c2", frozenset({"c1"}), 5))
        marks = library.bookmarks()
        add(library, full_post())
    with Library.open(path) as library:
        add(library, full_post())
        assert library.read_entries("p1") == {"c1", "s2"}
        assert library.bookmarks() == marks
        assert library.place("p1") == Place("p1", "c2", frozenset({"c1"}), 5)
        assert library.last_post() == "p1"
        assert library.summary("p1").unread == 4
