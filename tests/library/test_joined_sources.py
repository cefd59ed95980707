"""Several sources of one post are one post in the library, in whatever order they come, and every mark leads there."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Author, Comment, Post, Problem, Source, Timestamp
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.library import Library, Place

from .builders import add, comment, dump, post, section, source

ADDRESS = "blog.example.org/2020/05/otters"
BODY = "The river authority has counted the otters of the lower valley again, and they are eleven."
WORDS = ("First of all.", "I don't believe that.", "Nor do I.", "Eleven is a lot.")


def marked_up(name: str, parent: str | None, text: str, minute: int) -> Comment:
    return replace(
        comment(name, parent, text, "Ann", published=Timestamp(f"2020-05-01T10:0{minute}:00+00:00", "ten")),
        body=Prose(text, (Span(0, 1, SpanKind.EMPHASIS),)),
    )


PAGE = post(
    ADDRESS,
    section("1" * 16, BODY),
    marked_up("c1", None, WORDS[0], 1),
    marked_up("c2", "c1", WORDS[1], 2),
    marked_up("c3", "c1", WORDS[2], 3),
    marked_up("c4", None, WORDS[3], 4),
    title="Otters",
    url=f"https://{ADDRESS}",
    date="2020-05-01T09:00:00+00:00",
    declared_comments=4,
)
FEED = replace(
    PAGE,
    sections=(),
    comments=(comment("c1", placeholder=True), comment("c3", "c1", WORDS[2]), comment("c4", None, WORDS[3])),
    labels=("rivers",),
    declared_comments=None,
)


def text_dump() -> Post:
    ids = Fingerprints("dump")
    first, second, third, fourth = (ids.take(text) for text in WORDS)
    return post(
        "d" * 16,
        section("2" * 16, BODY.replace(" ", "\n")),
        comment(first, None, WORDS[0]),
        comment(second, first, WORDS[1].replace("'", "’")),
        comment(third, first, WORDS[2]),
        comment(fourth, None, WORDS[3]),
        title="Otters",
        date="2020-05-01",
    )


DUMP = text_dump()
SOURCES = {
    "page": (PAGE, Source("/page.html", "blogger-html", "d1", 10)),
    "feed": (FEED, Source("/feed.xml", "blogger-feed", "d2", 10)),
    "dump": (DUMP, Source("/dump.txt", "blogger-text", "d3", 10)),
}
JOINED = replace(PAGE, labels=("rivers",))


@pytest.mark.parametrize("order", list(permutations(SOURCES)), ids="-".join)
def test_any_order_gives_one_post(library: Library, path: Path, order: tuple[str, ...]) -> None:
    for name in order:
        add(library, SOURCES[name][0], at=SOURCES[name][1])
    assert [line.id for line in library.posts()] == [ADDRESS]
    assert library.post(ADDRESS) == JOINED
    before = dump(path)
    for name in order:
        assert add(library, SOURCES[name][0], at=SOURCES[name][1]).unchanged
    assert dump(path) == before
    assert library.count("eleven") == 2


def test_what_was_joined_is_told(library: Library) -> None:
    assert add(library, DUMP, at=SOURCES["dump"][1]).joined == {}
    added = add(library, PAGE, at=SOURCES["page"][1])
    assert (added.posts_new, added.posts_known, added.entries_new, added.entries_known) == (0, 1, 0, 5)
    assert added.joined == {ADDRESS: ("/dump.txt",)}


def test_marks_made_in_the_dump_lead_to_the_joined_post(library: Library) -> None:
    add(library, DUMP, at=SOURCES["dump"][1])
    first, second, third, _ = (one.id for one in DUMP.comments)
    library.set_read(DUMP.id, [first, DUMP.id])
    library.bookmark(DUMP.id, second, "a note", ["law"])
    library.bookmark(DUMP.id, DUMP.id)
    library.bookmark(DUMP.id, DUMP.sections[0].id)
    library.save_place(Place(DUMP.id, third, frozenset({first}), 3))
    add(library, PAGE, at=SOURCES["page"][1])
    assert library.read_entries(ADDRESS) == library.read_entries(DUMP.id) == {"c1", ADDRESS}
    marks = {(mark.post_id, mark.entry_id, mark.note, mark.tags) for mark in library.bookmarks()}
    assert marks == {
        (ADDRESS, "c2", "a note", ("law",)),
        (ADDRESS, ADDRESS, "", ()),
        (ADDRESS, PAGE.sections[0].id, "", ()),
    }
    assert library.place(DUMP.id) == Place(ADDRESS, "c3", frozenset({"c1"}), 3)
    assert library.last_post() == ADDRESS


@pytest.mark.parametrize("page_first", [True, False])
def test_the_dump_s_ids_still_name_what_they_named(library: Library, page_first: bool) -> None:
    for name in ("page", "dump") if page_first else ("dump", "page"):
        add(library, SOURCES[name][0], at=SOURCES[name][1])
    first, second, third, fourth = (one.id for one in DUMP.comments)
    assert library.find_post(DUMP.id) == ADDRESS
    assert library.post(DUMP.id) == library.post(ADDRESS)
    assert library.summary(DUMP.id).id == ADDRESS
    library.set_read(DUMP.id, [first, second])
    library.bookmark(DUMP.id, third, "note")
    library.bookmark(DUMP.id, fourth)
    library.bookmark(DUMP.id, DUMP.id)
    library.save_place(Place(DUMP.id, second, frozenset({first}), 0))
    assert library.read_entries(DUMP.id) == {"c1", "c2"}
    assert set(library.bookmarked(DUMP.id)) == {"c3", "c4", ADDRESS}
    assert library.unbookmark(DUMP.id, fourth)
    assert library.unbookmark(DUMP.id, DUMP.id)
    assert [mark.entry_id for mark in library.bookmarks()] == ["c3"]
    assert library.place(ADDRESS) == Place(ADDRESS, "c2", frozenset({"c1"}), 0)


def test_two_bookmarks_that_become_one_keep_both_notes(library: Library) -> None:
    part = replace(FEED, comments=FEED.comments[2:])
    other = replace(DUMP, title="Otters elsewhere", sections=(section("2" * 16, "Short."),))
    add(library, part, at=SOURCES["feed"][1])
    add(library, other, at=SOURCES["dump"][1])
    assert len(library.posts()) == 2
    library.bookmark(ADDRESS, "c4", "of the feed", ["a"])
    library.bookmark(other.id, DUMP.comments[3].id, "of the dump", ["b"])
    library.set_read(other.id, [DUMP.comments[3].id])
    add(library, replace(other, title="Otters"), at=SOURCES["dump"][1])
    add(library, PAGE, at=SOURCES["page"][1])
    assert [line.id for line in library.posts()] == [ADDRESS]
    (mark,) = library.bookmarks()
    assert (mark.entry_id, mark.note, mark.tags) == ("c4", "of the feed\nof the dump", ("a", "b"))
    assert library.read_entries(ADDRESS) == {"c4"}
    assert library.post(ADDRESS).comments == PAGE.comments


def test_posts_of_two_blogs_stay_two(library: Library) -> None:
    other = replace(PAGE, id="other.example.org/otters", url="https://other.example.org/otters")
    add(library, PAGE, at=SOURCES["page"][1])
    add(library, other, at=source("/other.html"))
    assert {line.id for line in library.posts()} == {ADDRESS, other.id}


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, published=Timestamp("2021-05-01", "another year")),
        lambda one: replace(one, title="Badgers"),
        lambda one: replace(one, sections=(), comments=(comment("e" * 16, None, "Other words."),)),
    ],
)
def test_a_dump_of_something_else_is_a_post_of_its_own(library: Library, change: Callable[[Post], Post]) -> None:
    add(library, PAGE, at=SOURCES["page"][1])
    add(library, change(DUMP), at=SOURCES["dump"][1])
    assert len(library.posts()) == 2


def test_an_entry_is_gone_when_no_source_gives_it_any_more(library: Library) -> None:
    for location in ("/a", "/b"):
        add(library, post("p", comment("c1"), comment("c2")), at=source(location))
    add(library, post("p", comment("c1")), at=source("/a"))
    assert not any(one.removed for one in library.post("p").comments)
    add(library, post("p", comment("c1")), at=source("/b"))
    assert [one.removed for one in library.post("p").comments] == [False, True]


def test_a_feed_is_a_window(library: Library) -> None:
    at = SOURCES["feed"][1]
    add(library, post("p", comment("c1"), comment("c2")), at=at)
    add(library, post("p", comment("c2"), comment("c3")), at=at)
    assert [(one.id, one.removed) for one in library.post("p").comments] == [
        ("c1", False),
        ("c2", False),
        ("c3", False),
    ]


def test_a_comment_replaces_its_placeholder(library: Library) -> None:
    add(library, post("p", comment("c1", placeholder=True), comment("c2", "c1")), at=source("/a"))
    add(library, post("p", comment("c1", None, "There it is.")), at=source("/b"))
    assert library.post("p").comments == (comment("c1", None, "There it is."), comment("c2", "c1"))
    assert library.summary("p").comments == 2


def test_a_comment_read_before_keeps_its_richer_words(library: Library) -> None:
    rich = marked_up("c1", None, "The whole text, with marks.", 1)
    add(library, post("p", rich), at=source("/a"))
    poor = comment("c1", None, "The whole text", author="Ann")
    add(library, post("p", poor), at=source("/b"))
    assert library.post("p").comments == (rich,)
    assert library.count("marks") == 1


def test_posts_that_are_taken_while_read(library: Library, path: Path) -> None:
    def posts() -> list[Post]:
        raise RuntimeError("the source broke")

    def broken() -> object:
        yield PAGE
        posts()

    with pytest.raises(RuntimeError, match="broke"):
        library.add_while_read("/a", broken(), lambda: (source("/a"), ()))  # type: ignore[arg-type]
    assert library.posts() == []
    problem = Problem("cut-off", "It is cut off.", 3)
    added = library.add_while_read("/a", iter([PAGE]), lambda: (source("/a", "digest"), [problem]))
    assert (added.posts_new, added.problems) == (1, 1)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT location, digest FROM source").fetchall() == [("/a", "digest")]


def test_authors_and_times_of_the_richer_source(library: Library) -> None:
    bare = replace(PAGE, author=Author("Jim"), published=Timestamp("2020-05-01", "1 May"))
    full = replace(PAGE, author=Author("Jim", "https://example.org/jim", is_owner=True))
    for one, location in ((full, "/a"), (bare, "/b"), (full, "/a")):
        add(library, one, at=source(location))
        assert library.post(ADDRESS) == full
