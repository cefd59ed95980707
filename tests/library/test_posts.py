"""The post list: order, counts, labels, and naming a post."""

import pytest

from probreader.errors import AmbiguousError, NotFoundError
from probreader.library import LabelCount, Library, PostOrder, PostSummary

from .builders import add, comment, full_post, post


def test_an_empty_library_is_readable(library: Library) -> None:
    assert library.posts() == []
    assert library.labels() == []
    assert library.bookmarks() == []
    assert library.bookmarked("p") == {}
    assert library.read_entries("p") == set()
    assert library.search("x") == []
    assert library.count("x") == 0
    assert library.place("p") is None
    assert library.last_post() is None


def test_a_summary_tells_what_the_post_holds(library: Library) -> None:
    add(library, full_post())
    library.set_read("p1", ["c1", "s1", "c5"])
    library.bookmark("p1", "c1")
    line = PostSummary(
        id="p1",
        title="New Look Probation",
        title_inferred=False,
        published=full_post().published,
        labels=("PO", "news"),
        comments=5,
        declared=4,
        sections=2,
        unread=4,
        new=0,
        opened=True,
        bookmarks=1,
    )
    assert library.summary("p1") == line
    assert library.posts() == [line]


def test_reading_a_section_opens_a_post(library: Library) -> None:
    add(library, full_post())
    assert not library.summary("p1").opened
    library.set_read("p1", ["s1"])
    assert library.summary("p1").opened
    assert library.summary("p1").unread == 5


# Two on one day (given newest first), a zone that moves a day, a time without a date, no time at all.
DATED = [
    post("eve", date="2020-03-01T23:30", title="b", labels=("x",)),
    post("day", date="2020-03-01", title="É", labels=("x", "y")),
    post("zone", date="2020-03-01T01:00+05:00", title="A"),
    post("noon", date="T12:00", title="e"),
    post("none"),
    post("old", date="1999-12-31T10:00:05", title="c", labels=("y",)),
    post("new", date="2021-02-25", title="d"),
    post("new-too", date="2021-02-25", title="D"),
]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (PostOrder.NEWEST, ["new", "new-too", "eve", "day", "zone", "old", "noon", "none"]),
        (PostOrder.OLDEST, ["old", "zone", "day", "eve", "new-too", "new", "none", "noon"]),
        (PostOrder.TITLE, ["zone", "eve", "old", "new", "new-too", "noon", "day", "none"]),
    ],
)
def test_orders(library: Library, order: PostOrder, expected: list[str]) -> None:
    add(library, *DATED)
    assert [line.id for line in library.posts(order=order)] == expected


def test_orders_by_count(library: Library) -> None:
    add(
        library,
        post("two", comment("a"), comment("b"), date="2020"),
        post("one", comment("a"), date="2022"),
        post("one-older", comment("a"), comment("lost", placeholder=True), date="2021"),
        post("three", comment("a"), comment("b"), comment("c"), date="2019"),
    )
    library.set_read("three", ["a", "b", "c"])
    assert [line.id for line in library.posts(order=PostOrder.COMMENTS)] == ["three", "two", "one", "one-older"]
    assert [line.id for line in library.posts(order=PostOrder.UNREAD)] == ["two", "one", "one-older", "three"]


def test_labels(library: Library) -> None:
    add(library, *DATED)
    assert library.labels() == [LabelCount("x", 2), LabelCount("y", 2)]
    assert [line.id for line in library.posts(label="y")] == ["day", "old"]
    assert [line.labels for line in library.posts(label="y")] == [("x", "y"), ("y",)]
    assert library.posts(label="Y") == []
    assert library.posts(label="\udcff") == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("abc123", "abc123"),
        ("abc1", "abc123"),
        ("abcd", "abcd"),
        ("café society", "abcd"),
        ("  Café \n SOCIETY ", "abcd"),
        ("STRASSE", "straße-1"),
        ("ab", "ab%_"),
        ("straß", "straße-1"),
        ("zz", "titled"),
    ],
)
def test_a_post_is_found_by_its_names(library: Library, name: str, found: str) -> None:
    add(
        library,
        post("abc123", title="x"),
        post("abcd", title="Café Society"),
        post("ab%_", title="ab"),
        post("straße-1", title="Straße"),
        post("zz-1"),
        post("titled", title="ZZ"),
    )
    assert library.find_post(name) == found


@pytest.mark.parametrize("name", ["", " ", "abc%", "%", "zzz", "b", "\udcff", "z\x00z"])
def test_a_name_nothing_has(library: Library, name: str) -> None:
    add(library, post("abc1"), post("b", title="T")) if name != "b" else add(library, post("abc1"))
    with pytest.raises(NotFoundError, match="No post"):
        library.find_post(name)


def test_an_ambiguous_name_lists_the_posts(library: Library) -> None:
    add(library, post("abc1", title="Twice"), post("abc2", title="twice"), post("abd"))
    with pytest.raises(AmbiguousError, match=r"abc1 \(Twice\); abc2 \(twice\)"):
        library.find_post("abc")
    with pytest.raises(AmbiguousError, match=r"abc1 \(Twice\); abc2 \(twice\)"):
        library.find_post("TWICE")


def test_an_unknown_post(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.post("p")
    with pytest.raises(NotFoundError):
        library.summary("p")
