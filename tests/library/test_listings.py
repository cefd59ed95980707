"""A listing holds the order of a post list; its lines are fetched as they are then."""

import pytest

from probreader.library import Library, PostOrder

from .builders import add, comment, post


@pytest.fixture
def library(library: Library) -> Library:
    """Posts a to e from the newest to the oldest; f has no date. Each has two comments."""
    dates = {"c": "2020-03-03", "a": "2020-05-05", "f": None, "e": "2020-01-01", "b": "2020-04-04", "d": "2020-02-02"}
    add(
        library,
        *(
            post(name, comment(f"{name}1"), comment(f"{name}2"), date=date, labels=("odd",) if name in "ace" else ())
            for name, date in dates.items()
        ),
    )
    return library


def ids(library: Library, first: int, last: int, order: PostOrder = PostOrder.NEWEST) -> list[str]:
    return [line.id for line in library.listed(library.listing(order=order), first, last)]


def test_any_part_of_the_list_can_be_had(library: Library) -> None:
    assert len(library.listing()) == 6
    assert ids(library, 0, 6) == ["a", "b", "c", "d", "e", "f"]
    assert ids(library, 2, 4) == ["c", "d"]
    assert ids(library, 4, 99) == ["e", "f"]
    assert ids(library, 0, 2, order=PostOrder.OLDEST) == ["e", "d"]
    odd = library.listing(label="odd")
    assert [line.id for line in library.listed(odd, 0, 9)] == ["a", "c", "e"]


@pytest.mark.parametrize("order", list(PostOrder))
def test_the_order_is_that_of_the_whole_list(library: Library, order: PostOrder) -> None:
    library.set_read("c", ["c1"])
    assert library.listed(library.listing(order=order), 0, 6) == library.posts(order=order)


def test_the_order_stays_while_the_lines_follow(library: Library) -> None:
    listing = library.listing(order=PostOrder.UNREAD)
    library.set_read("a", ["a1", "a2"])
    assert [(line.id, line.unread) for line in library.listed(listing, 0, 2)] == [("a", 0), ("b", 2)]


def test_where_a_post_is(library: Library) -> None:
    assert library.index_in(library.listing(), "d") == 3
    assert library.index_in(library.listing(label="odd"), "e") == 2
    assert library.index_in(library.listing(label="odd"), "d") is None
    assert library.index_in(library.listing(), "x") is None


def test_the_next_post_with_something_unread(library: Library) -> None:
    listing = library.listing()
    for name in "bde":
        library.set_read(name, [f"{name}1", f"{name}2"])
    library.set_read("c", ["c1"])
    assert [library.next_unread_in(listing, at, 1) for at in range(-1, 6)] == [0, 2, 2, 5, 5, 5, None]
    assert [library.next_unread_in(listing, at, -1) for at in range(-1, 6)] == [None, None, 0, 0, 2, 2, 2]


def test_a_post_that_was_never_opened_counts_as_unread(library: Library) -> None:
    add(library, post("g", date="2020-06-06"))
    assert library.next_unread_in(library.listing(), 1, -1) == 0


def test_only_what_has_news(library: Library) -> None:
    library.set_read("b", ["b1", "b2"])
    listing = library.listing(only_news=True)
    assert [line.id for line in library.listed(listing, 0, 9)] == [
        line.id for line in library.posts() if line.unread or line.new or not line.opened
    ]
    assert library.index_in(listing, "b") is None
    odd = library.listing(label="odd", only_news=True)
    assert [line.id for line in library.listed(odd, 0, 9)] == ["a", "c", "e"]
