"""What is added comes back exactly; what is added again changes nothing; nothing is ever lost."""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probreader.domain.post import Author, Comment, Post, Problem, Section, Timestamp
from probreader.domain.thread import shape_of
from probreader.library import Added, Library

from .builders import add, check, comment, dump, full_post, post, section, source

PROBLEM = Problem("comments-missing", "Two comments are missing.", 7)


def entry_numbers(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT id, entry FROM entry").fetchall())


def test_a_post_comes_back_exactly(library: Library) -> None:
    add(library, full_post())
    assert library.post("p1") == full_post()


def test_what_was_added_is_counted(library: Library) -> None:
    first = add(library, full_post(), post("p2", comment("c1")), problems=[PROBLEM])
    assert replace(first, ledger=()) == Added(2, 0, 9, 0, 1, False, ("p1", "p2"))
    second = add(library, full_post(), post("p2", comment("c1"), comment("c2")))
    assert replace(second, ledger=()) == Added(0, 2, 1, 9, 0, False, ("p1", "p2"))


def test_the_same_again_changes_nothing(library: Library, path: Path) -> None:
    add(library, full_post(), post("p2"), problems=[PROBLEM])
    before = dump(path)
    assert add(library, full_post(), post("p2"), problems=[PROBLEM]).unchanged
    assert dump(path) == before


def test_an_empty_reading_is_kept_with_its_problems(library: Library, path: Path) -> None:
    assert not add(library, problems=[PROBLEM]).unchanged
    assert add(library, problems=[PROBLEM]).unchanged
    assert dump(path)["problem"] == [(1, 0, "comments-missing", "Two comments are missing.", 7)]
    add(library)
    assert dump(path)["problem"] == []


def test_a_changed_source_keeps_one_row(library: Library, path: Path) -> None:
    add(library, at=source(digest="d1"))
    assert not add(library, at=source(digest="d2")).unchanged
    assert [row[3] for row in dump(path)["source"]] == ["d2"]


def test_a_changed_entry_stays_the_same_entry(library: Library, path: Path) -> None:
    add(library, post("p", comment("a", text="otters"), comment("b")))
    numbers = entry_numbers(path)
    library.set_read("p", ["a"])
    library.bookmark("p", "a", "note", ["tag"])
    add(library, post("p", comment("a", text="badgers", author="Ann"), comment("b")))
    assert entry_numbers(path) == numbers
    assert library.read_entries("p") == {"a"}
    assert [(mark.entry_id, mark.note, mark.excerpt) for mark in library.bookmarks()] == [("a", "note", "otters")]
    assert library.post("p").comments[0] == comment("a", text="badgers", author="Ann")
    assert (library.count("otters"), library.count("badgers"), library.count("ann")) == (0, 1, 1)


def test_a_reply_that_comes_later_stands_in_its_place(library: Library) -> None:
    add(library, post("p", section("s"), comment("a"), comment("b")))
    library.set_read("p", ["b"])
    add(library, post("p", section("s"), comment("a"), comment("a1", "a"), comment("b")))
    assert [item.id for item in library.post("p").comments] == ["a", "a1", "b"]
    assert library.read_entries("p") == {"b"}


def test_a_comment_that_vanished_stays_where_it_was_and_counts_as_removed(library: Library) -> None:
    whole = [comment("a"), comment("a1", "a", "words"), comment("a2", "a1"), comment("a3", "a"), comment("b")]
    add(library, post("p", *whole))
    add(library, post("p", whole[0], whole[3], whole[4], comment("c")))
    found = library.post("p").comments
    assert [(item.id, item.parent, item.removed) for item in found] == [
        ("a", None, False),
        ("a1", "a", True),
        ("a2", "a1", True),
        ("a3", "a", False),
        ("b", None, False),
        ("c", None, False),
    ]
    assert library.count("words") == 1


def test_a_comment_that_came_back_is_not_removed(library: Library) -> None:
    for parts in ([comment("a"), comment("b")], [comment("a")], [comment("a"), comment("b")]):
        add(library, post("p", *parts))
    assert library.post("p").comments == (comment("a"), comment("b"))


def test_a_section_that_vanished_stays_where_it_was(library: Library) -> None:
    add(library, post("p", section("s1", "one"), section("s2", "two"), comment("a")))
    add(library, post("p", section("s1", "one"), section("s3", "three"), comment("a")))
    assert [item.id for item in library.post("p").sections] == ["s1", "s2", "s3"]


def test_what_another_source_does_not_hold_is_not_removed(library: Library) -> None:
    add(library, post("p", section("s"), comment("a")))
    add(library, post("p", section("s")), at=source("/blog/label.txt"))
    assert library.post("p") == post("p", section("s"), comment("a"))


def test_a_post_twice_in_one_source_loses_nothing(library: Library) -> None:
    added = add(library, post("p", comment("a")), post("p", comment("b")))
    assert (added.posts_new, added.posts_known, added.entries_new) == (1, 1, 2)
    assert {item.id: item.removed for item in library.post("p").comments} == {"a": False, "b": False}


def test_an_entry_twice_in_one_source_is_indexed_once(library: Library) -> None:
    add(library, post("p", comment("a", text="otters")), post("p", comment("a", text="badgers")))
    assert library.post("p").comments == (comment("a", text="badgers"),)
    assert (library.count("otters"), library.count("badgers")) == (0, 1)


def test_what_is_gone_stays_gone_until_somebody_gives_it(library: Library) -> None:
    add(library, post("p", comment("a")))
    add(library, post("p"))
    add(library, post("p"), at=source("/blog/b.txt"))
    assert library.post("p").comments == (comment("a", removed=True),)
    add(library, post("p", comment("a")), at=source("/blog/b.txt"))
    assert library.post("p").comments == (comment("a"),)


def test_a_label_counts_once(library: Library) -> None:
    add(library, post("p", labels=("x", "y", "x")))
    assert library.post("p").labels == ("x", "y")


def test_a_second_source_adds_what_it_knows(library: Library) -> None:
    add(library, full_post())
    bare = post("p1", title="New look…", title_inferred=True, labels=("PO", "area"))
    add(library, bare, at=source("/blog/label.txt"))
    assert library.post("p1") == replace(full_post(), labels=("PO", "news", "area"))


def test_what_a_source_says_anew_counts(library: Library) -> None:
    add(library, post("p", title="First words", title_inferred=True, declared_comments=1))
    newer = post(
        "p",
        date="2021-02-25",
        title="Title",
        declared_comments=2,
        url="https://x.example",
        author=Author("Ann"),
        updated=Timestamp("2021", "2021"),
    )
    add(library, newer)
    assert library.post("p") == newer
    assert library.find_post("title") == "p"
    assert library.count("title") == 1


def test_a_post_may_have_the_id_of_its_comment(library: Library) -> None:
    same = post("42", comment("42", text="words"), title="Words")
    add(library, same)
    assert library.post("42") == same
    assert [(hit.kind, hit.entry_id) for hit in library.search("words")] == [("post", "42"), ("comment", "42")]


def test_comments_out_of_order_are_refused_whole(library: Library) -> None:
    with pytest.raises(ValueError, match="does not stand before"):
        add(library, post("p", comment("b", "a"), comment("a")))
    assert library.posts() == []
    assert add(library, post("p", comment("a"))).posts_new == 1


def test_a_chain_of_ten_thousand_replies(library: Library) -> None:
    chain = [comment("0"), *(comment(str(n), str(n - 1)) for n in range(1, 10_000))]
    add(library, post("p", *chain))
    add(library, post("p", *chain[:5000]))
    assert [item.id for item in library.post("p").comments] == [item.id for item in chain]


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@st.composite
def readings(draw: st.DrawFn) -> Post:
    """A reading of one post: any of eight comments in any tree, any of three sections in any order."""
    sections = [section(name, draw(TEXTS)) for name in draw(st.permutations("xyz"))[: draw(st.integers(0, 3))]]
    names = draw(st.permutations("abcdefgh"))[: draw(st.integers(0, 8))]
    children: dict[str | None, list[str]] = {None: []}
    for name in names:
        children[draw(st.sampled_from(list(children)))].append(name)
        children[name] = []
    comments: list[Comment] = []
    stack: list[tuple[str, str | None]] = [(name, None) for name in children[None]]
    while stack:
        name, parent = stack.pop()
        comments.append(comment(name, parent, draw(TEXTS), placeholder=draw(st.booleans())))
        stack.extend((child, name) for child in children[name])
    return post("p", *sections, *comments)


@settings(max_examples=50, deadline=None)
@given(st.lists(readings(), min_size=1, max_size=4), st.data())
def test_whatever_one_source_says_in_whatever_order(steps: list[Post], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library.db")
        known: dict[str, Section | Comment] = {}
        marked: set[str] = set()
        for reading in steps:
            with Library.open(path) as library:
                add(library, reading)
                known.update({section.id: section for section in reading.sections})
                known.update({comment.id: comment for comment in reading.comments})
                if known:
                    marked.add(data.draw(st.sampled_from(sorted(known))))
                    library.set_read("p", marked)
                found = library.post("p")
                assert add(library, reading).unchanged
                assert library.read_entries("p") == marked
            check(path)
            shape_of(found.comments)
            stored: dict[str, Section | Comment] = {section.id: section for section in found.sections}
            stored.update({comment.id: comment for comment in found.comments})
            assert stored.keys() == known.keys()
            assert all(stored[part.id].body == part.body for part in known.values())
            assert [part.id for part in found.sections if part in reading.sections] == [s.id for s in reading.sections]
            for part in reading.comments:
                assert stored[part.id] == part
            given_order = [part.id for part in found.comments if part in reading.comments]
            assert given_order == [part.id for part in reading.comments]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(readings(), st.sampled_from(["/a", "/b", "/c"])), min_size=1, max_size=4), st.data())
def test_whatever_several_sources_say_in_whatever_order(steps: list[tuple[Post, str]], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library.db")
        known: set[str] = set()
        marked: set[str] = set()
        for reading, location in steps:
            with Library.open(path) as library:
                add(library, reading, at=source(location))
                known.update(section.id for section in reading.sections)
                known.update(comment.id for comment in reading.comments)
                if known:
                    marked.add(data.draw(st.sampled_from(sorted(known))))
                    library.set_read("p", marked)
                assert add(library, reading, at=source(location)).unchanged
                read = library.read_entries("p")
                found = library.post("p")
                library.set_read("p", known)
                ids = {section.id for section in found.sections} | {comment.id for comment in found.comments}
                assert library.read_entries("p") == ids
                library.set_read("p", known, read=False)
                library.set_read("p", read)
            check(path)
            shape_of(found.comments)
            assert {comment.id for comment in reading.comments} <= {comment.id for comment in found.comments}


@pytest.mark.parametrize(
    "change",
    [
        lambda c: replace(c, certainty=full_post().comments[1].certainty),
        lambda c: replace(c, author=Author("A", None, is_owner=True)),
        lambda c: replace(c, author=Author("A", "u")),
        lambda c: replace(c, published=Timestamp("2020", "then")),
        lambda c: replace(c, permalink="x"),
        lambda c: replace(c, removed=True),
        lambda c: replace(c, placeholder=True),
    ],
)
def test_every_change_of_a_comment_is_kept(library: Library, change: Callable[[Comment], Comment]) -> None:
    add(library, post("p", comment("a", author="A")))
    changed = post("p", change(comment("a", author="A")))
    assert not add(library, changed).unchanged
    assert library.post("p") == changed


def test_a_source_that_was_cut_off_marks_nothing_as_gone(library: Library) -> None:
    whole = full_post()
    add(library, whole)
    add(library, replace(whole, comments=()), problems=[Problem("cut-off", "The text is cut off here.", 9)])
    assert library.post(whole.id).comments == whole.comments
    add(library, replace(whole, comments=()))
    assert all(comment.removed for comment in library.post(whole.id).comments)
