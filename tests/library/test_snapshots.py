"""Bookmarks are whole in themselves: what they keep, and how they are found and edited."""

from dataclasses import replace
from pathlib import Path

import pytest

from probreader.domain.post import Author, Timestamp
from probreader.errors import NotFoundError
from probreader.library import Ancestor, EntryKind, Library, Snapshot
from probreader.library.marks import snapshots

from .builders import add, comment, full_post, post, source


def chain(length: int) -> list[str]:
    return [f"c{number}" for number in range(length)]


def thread(length: int) -> list[object]:
    return [comment(f"c{n}", f"c{n - 1}" if n else None, f"text {n}", f"author {n}") for n in range(length)]


def test_a_bookmark_keeps_all_that_leads_to_the_entry(library: Library) -> None:
    add(library, full_post())
    library.bookmark("p1", "c2", "note")
    kept = library.snapshot("p1", "c2")
    created = kept.created
    assert kept == Snapshot(
        kind=EntryKind.COMMENT,
        post_title="New Look Probation",
        post_url="https://blog.example/p1",
        author="Bob",
        published=None,
        permalink=None,
        heading=None,
        created=created,
        text="A reply",
        ancestors=(Ancestor("c1", "Bob", "T14:40", "First!"),),
        left_out=0,
    )
    library.bookmark("p1", "c6")
    assert library.snapshot("p1", "c6").ancestors == (Ancestor("c5", None, None, ""),)
    library.bookmark("p1", "s2")
    section = library.snapshot("p1", "s2")
    assert (section.heading, section.text, section.published, section.ancestors) == (
        "A heading",
        "Second part",
        "2019-05-19",
        (),
    )
    library.bookmark("p1", "p1")
    assert library.snapshot("p1", "p1").text == "New Look Probation"


def test_ancestors_stand_topmost_first_whatever_stands_between(library: Library) -> None:
    parts = [
        comment("a", None, "A"),
        comment("b", "a", "B"),
        comment("c", "b", "C"),
        comment("d", "a", "D"),
        comment("e", "d", "E"),
        comment("f", None, "F"),
    ]
    add(library, post("p", *parts))
    library.bookmark("p", "e")
    assert [item.id for item in library.snapshot("p", "e").ancestors] == ["a", "d"]


def test_what_was_marked_stays_as_it_was(library: Library) -> None:
    add(library, post("p", comment("a", None, "before"), comment("b", "a", "reply"), title="Title"))
    library.bookmark("p", "b")
    before = library.snapshot("p", "b")
    add(library, post("p", comment("a", None, "after"), title="Other"), at=source(digest="d2"))
    library.edit_bookmark("p", "b", note="later")
    library.bookmark("p", "b", "again")
    assert library.snapshot("p", "b") == before
    library.unbookmark("p", "b")
    library.bookmark("p", "b")
    assert library.snapshot("p", "b").ancestors[0].text == "after"


def test_of_very_many_ancestors_the_nearest_are_kept(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    length = snapshots.MOST_ANCESTORS + 21
    add(library, post("p", *thread(length)))  # type: ignore[arg-type]
    library.bookmark("p", f"c{length - 1}")
    kept = library.snapshot("p", f"c{length - 1}")
    assert [item.id for item in kept.ancestors] == chain(length)[20:-1]
    assert kept.left_out == 20


def test_editing_leaves_what_is_not_given(library: Library) -> None:
    add(library, full_post())
    library.bookmark("p1", "c1", "note", ["a", "b"])
    library.edit_bookmark("p1", "c1", tags=["b", " c "])
    assert (library.bookmarks()[0].note, library.bookmarks()[0].tags) == ("note", ("b", "c"))
    library.edit_bookmark("p1", "c1", note="  other\n")
    assert (library.bookmarks()[0].note, library.bookmarks()[0].tags) == ("other", ("b", "c"))
    library.edit_bookmark("p1", "c1", note="", tags=[])
    assert (library.bookmarks()[0].note, library.bookmarks()[0].tags) == ("", ())
    library.unbookmark("p1", "c1")
    for key in (("p1", "c1"), ("p1", "c2"), ("p9", "c1")):
        with pytest.raises(NotFoundError, match="no bookmark"):
            library.edit_bookmark(*key, note="x")
        with pytest.raises(NotFoundError, match="no bookmark"):
            library.snapshot(*key)


def test_a_bookmark_made_anew_has_nothing_of_the_old_one(library: Library) -> None:
    add(library, full_post())
    library.bookmark("p1", "c1", "note", ["a"])
    library.unbookmark("p1", "c1")
    library.bookmark("p1", "c1")
    assert (library.bookmarks()[0].note, library.bookmarks()[0].tags) == ("", ())


def test_bookmarks_are_found_by_post_tag_and_text(library: Library) -> None:
    other = replace(post("p2", comment("x", None, "Über Otter")), title="Another", author=Author("Zoë"))
    add(library, full_post(), replace(other, published=Timestamp("2020-01-01", "x")))
    library.bookmark("p1", "c1", "", ["law", "pay"])
    library.bookmark("p1", "c2", "Ring the UNION", ["law"])
    library.bookmark("p2", "x")
    library.bookmark("p2", "p2")

    def found(**filters: object) -> list[str]:
        return sorted(mark.entry_id for mark in library.bookmarks(**filters))  # type: ignore[arg-type]

    assert found(post_id="p2") == ["p2", "x"]
    assert found(tags=["law"]) == ["c1", "c2"]
    assert found(tags=["law", "pay"]) == ["c1"]
    assert found(tags=["nobody's"]) == []
    assert found(text="uber OTTER") == ["x"]
    assert found(text="union") == ["c2"]
    assert found(text="bob") == ["c1", "c2"]
    assert found(text="zoe", post_id="p1") == []
    assert found(text="zoe") == ["p2"]
    assert found(text="", tags=()) == ["c1", "c2", "p2", "x"]


def test_the_post_and_an_entry_of_its_id_are_two(library: Library) -> None:
    add(library, post("42", comment("42", None, "words"), title="Title"))
    library.bookmark("42", "42")
    assert [mark.kind for mark in library.bookmarks()] == [EntryKind.COMMENT]


def test_bookmarks_survive_the_loss_of_all_else(path: Path) -> None:
    with Library.open(path) as library:
        add(library, full_post())
        library.bookmark("p1", "c2", "note", ["tag"])
        kept = library.snapshot("p1", "c2")
        lines: list[str] = []
        library.export_marks(lines.append)
    with Library.open(path.with_name("other.db")) as empty:
        empty.merge_marks([("marks", [line.encode() for line in lines])])
        assert empty.posts() == []
        assert empty.snapshot("p1", "c2") == kept
        assert [(mark.note, mark.tags, mark.excerpt) for mark in empty.bookmarks()] == [("note", ("tag",), "A reply")]
        empty.edit_bookmark("p1", "c2", note="without its source")
        assert empty.bookmarks()[0].note == "without its source"
