"""Undo and redo of marks: across restarts, after the library changed, and of ten thousand entries at once."""

from pathlib import Path

import pytest

from probreader.library import Library, Undone
from probreader.library.marks import journal

from .builders import add, check, comment, full_post, post, section, source


def test_nothing_to_undo(library: Library) -> None:
    add(library, full_post())
    assert (library.undo(), library.redo()) == (None, None)
    library.set_read("p1", [])
    library.set_read("p1", ["c1"], read=False)
    assert library.undo() is None


def test_reading_is_undone_and_done_again(library: Library) -> None:
    add(library, full_post())
    library.set_read("p1", ["c1"])
    library.set_read("p1", ["c1", "c2", "p1", "s1"])
    undone = library.undo()
    assert undone is not None
    assert undone.said == "Marked 3 entries of “New Look Probation” unread again"
    assert (undone.post_id, set(undone.entry_ids)) == ("p1", {"c2", "p1", "s1"})
    assert library.read_entries("p1") == {"c1"}
    assert library.undo() == Undone("Marked 1 entry of “New Look Probation” unread again", "p1", ("c1",))
    assert library.undo() is None
    again = library.redo()
    assert again == Undone("Marked 1 entry of “New Look Probation” read again", "p1", ("c1",))
    library.redo()
    assert library.read_entries("p1") == {"c1", "c2", "p1", "s1"}
    assert library.redo() is None


def test_unread_is_undone(library: Library) -> None:
    add(library, full_post())
    library.set_read("p1", ["c1", "c2"])
    library.set_read("p1", ["c1", "c4"], read=False)
    assert library.undo() == Undone("Marked 1 entry of “New Look Probation” read again", "p1", ("c1",))
    assert library.read_entries("p1") == {"c1", "c2"}


def test_what_was_read_in_passing_is_not_undone(library: Library) -> None:
    add(library, full_post())
    library.bookmark("p1", "c1")
    library.set_read("p1", ["c1"], can_be_undone=False)
    library.undo()
    assert (library.bookmarks(), library.read_entries("p1")) == ([], {"c1"})
    assert library.undo() is None


def test_a_new_mark_forgets_what_was_undone(library: Library) -> None:
    add(library, full_post())
    library.set_read("p1", ["c1"])
    library.set_read("p1", ["c2"])
    library.undo()
    library.set_read("p1", ["c4"])
    assert library.redo() is None
    library.undo()
    library.undo()
    assert library.read_entries("p1") == set()
    assert library.undo() is None


def test_bookmarks_notes_and_tags_are_undone_step_by_step(library: Library) -> None:
    add(library, full_post())

    def state() -> list[tuple[str, str, tuple[str, ...], str]]:
        return [(mark.entry_id, mark.note, mark.tags, mark.created) for mark in library.bookmarks()]

    steps = [state()]
    for deed in (
        lambda: library.bookmark("p1", "c1"),
        lambda: library.edit_bookmark("p1", "c1", note="one"),
        lambda: library.edit_bookmark("p1", "c1", tags=["a", "b"]),
        lambda: library.bookmark("p1", "c1", "two", ["b", "c"]),
        lambda: library.unbookmark("p1", "c1"),
        lambda: library.bookmark("p1", "p1", "new"),
    ):
        deed()
        steps.append(state())
    entry = "the comment by Bob in “New Look Probation”"
    said = [
        "Took away the bookmark on “New Look Probation”",
        f"Brought back the bookmark on {entry}",
        f"Gave the bookmark on {entry} its earlier note and tags again",
        f"Gave the bookmark on {entry} its earlier tags again",
        f"Gave the bookmark on {entry} its earlier note again",
        f"Took away the bookmark on {entry}",
    ]
    for before, words in zip(steps[-2::-1], said, strict=True):
        undone = library.undo()
        assert undone is not None
        assert (undone.said, state()) == (words, before)
    assert library.undo() is None
    for after in steps[1:]:
        redone = library.redo()
        assert redone is not None
        assert state() == after
    assert redone == Undone("Brought back the bookmark on “New Look Probation”", "p1", ("p1",))
    assert library.redo() is None


def test_a_mark_that_changes_nothing_is_no_step(library: Library) -> None:
    add(library, full_post())
    library.bookmark("p1", "c1", "note", ["a"])
    library.bookmark("p1", "c1", "note", ["a"])
    library.edit_bookmark("p1", "c1", note="note")
    library.undo()
    assert library.bookmarks() == []


def test_undo_after_a_restart(path: Path) -> None:
    with Library.open(path) as library:
        add(library, full_post())
        library.set_read("p1", ["c1"])
        library.bookmark("p1", "c1", "note")
        library.undo()
    with Library.open(path) as library:
        assert library.undo() == Undone("Marked 1 entry of “New Look Probation” unread again", "p1", ("c1",))
        library.redo()
        library.redo()
        assert [mark.note for mark in library.bookmarks()] == ["note"]
        assert library.read_entries("p1") == {"c1"}
    check(path)


def test_an_undo_that_finds_nothing_to_do_says_so(library: Library) -> None:
    add(library, post("p", comment("a")))
    library.set_read("p", ["a"])
    library.set_read("p", ["a"], read=False, can_be_undone=False)
    assert library.undo() == Undone("Nothing to do in an untitled post: the entries were unread already", "p", ())


def test_the_journal_is_bounded(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    add(library, full_post())
    for number in range(journal.MOST_DEEDS + 5):
        library.set_read("p1", ["c1"], read=number % 2 == 0)
    count = 0
    while library.undo():
        count += 1
    assert count == journal.MOST_DEEDS


def test_the_journal_is_bounded_in_size_but_keeps_the_last(library: Library, path: Path) -> None:
    long = post("p", comment("a", None, "x" * (journal.MOST_CHARACTERS // 3)), comment("b"))
    add(library, long)
    library.set_read("p", ["a"])
    library.bookmark("p", "a")
    library.edit_bookmark("p", "a", note="one")
    library.edit_bookmark("p", "a", note="two")
    library.undo()
    assert library.bookmarks()[0].note == "one"
    assert library.undo() is None


DUMP = post(
    "0" * 16,
    section("1" * 16, "The otters have come back to the river, and nobody knows how long they will stay in it."),
    comment("2" * 16, None, "I have seen three of them below the old bridge this morning.", "Ann"),
    comment("3" * 16, None, "They will be gone by June, as they were the year before.", "Ben"),
    title="Otters",
    date="2024-05-01",
)
ADDRESS = "otters.example.org/2024/otters"
PAGE = post(
    ADDRESS,
    section("4" * 16, "The otters have come back to the river, and nobody knows how long they will stay in it."),
    comment("c1", None, "I have seen three of them below the old bridge this morning.", "Ann"),
    comment("c2", None, "They will be gone by June, as they were the year before.", "Ben"),
    title="Otters",
    date="2024-05-01",
    url=f"https://{ADDRESS}",
)


def test_undo_after_entries_came_under_other_ids(library: Library) -> None:
    add(library, DUMP, at=source("/dump"))
    library.set_read(DUMP.id, [DUMP.comments[0].id, DUMP.id])
    library.bookmark(DUMP.id, DUMP.comments[1].id, "note")
    library.edit_bookmark(DUMP.id, DUMP.comments[1].id, note="other")
    add(library, PAGE, at=source("/page"))
    assert library.bookmarked(ADDRESS).keys() == {"c2"}
    for note in (["note"], []):
        undone = library.undo()
        assert undone is not None
        assert (undone.post_id, undone.entry_ids) == (ADDRESS, ("c2",))
        assert [mark.note for mark in library.bookmarks()] == note
    undone = library.undo()
    assert undone is not None
    assert (undone.post_id, set(undone.entry_ids)) == (ADDRESS, {"c1", ADDRESS})
    assert library.read_entries(ADDRESS) == set()


def test_undo_after_two_entries_became_one(library: Library) -> None:
    part = post(ADDRESS, PAGE.comments[1], title="Otters", date="2024-05-01", url=PAGE.url)
    other = post(DUMP.id, section("5" * 16, "Short."), *DUMP.comments, title="Elsewhere", date="2024-05-01")
    add(library, part, at=source("/feed"))
    add(library, other, at=source("/dump"))
    library.set_read(DUMP.id, [one.id for one in DUMP.comments])
    library.set_read(ADDRESS, ["c2"])
    library.bookmark(DUMP.id, DUMP.comments[1].id, "of the dump")
    add(library, DUMP, at=source("/dump"))
    add(library, PAGE, at=source("/page"))
    assert [line.id for line in library.posts()] == [ADDRESS]
    assert library.read_entries(ADDRESS) == {"c1", "c2"}
    undone = library.undo()
    assert undone is not None
    assert (undone.post_id, undone.entry_ids, library.bookmarks()) == (ADDRESS, ("c2",), [])
    while library.undo():
        pass
    assert library.read_entries(ADDRESS) == set()
    while library.redo():
        pass
    assert library.read_entries(ADDRESS) == {"c1", "c2"}
    assert [mark.note for mark in library.bookmarks()] == ["of the dump"]


def test_undo_after_an_entry_has_gone(library: Library) -> None:
    add(library, full_post())
    library.set_read("p1", ["c1", "c2"])
    add(library, post("p1", comment("c2", None, "A reply", "Bob"), title="New Look Probation"), at=source(digest="d2"))
    undone = library.undo()
    assert undone is not None
    assert set(undone.entry_ids) == {"c1", "c2"}


def test_undo_of_a_deed_in_a_post_that_is_not_there(library: Library) -> None:
    add(library, full_post())
    library.set_read("p1", ["c1"])
    with library._connections.writing() as connection:
        connection.execute("UPDATE journal SET post_id = 'lost'")
    assert library.undo() == Undone("Nothing to do in an untitled post: the entries were unread already", "lost", ())


def test_undo_keeps_what_was_merged_meanwhile(library: Library, path: Path) -> None:
    add(library, full_post())
    library.bookmark("p1", "c1", "mine", ["mine"])
    library.edit_bookmark("p1", "c1", note="mine, later")
    lines: list[str] = []
    library.export_marks(lines.append)
    with Library.open(path.with_name("other.db")) as other:
        other.merge_marks([("marks", [line.encode() for line in lines])])
        other.edit_bookmark("p1", "c1", tags=["mine", "theirs"])
        lines.clear()
        other.export_marks(lines.append)
    library.merge_marks([("marks", [line.encode() for line in lines])])
    library.undo()
    assert (library.bookmarks()[0].note, library.bookmarks()[0].tags) == ("mine", ("mine", "theirs"))


def test_ten_thousand_entries_at_once(library: Library) -> None:
    add(library, post("p", *(comment(f"c{number}") for number in range(10_000)), title="Long"))
    library.set_read("p", [f"c{number}" for number in range(10_000)])
    assert library.summary("p").unread == 0
    undone = library.undo()
    assert undone is not None
    assert undone.said == "Marked 10,000 entries of “Long” unread again"
    assert len(undone.entry_ids) == 10_000
    assert library.summary("p").unread == 10_000
