"""Queries kept under names."""

import pytest

from probreader.errors import NameTakenError, NotFoundError, QueryError
from probreader.library import Library, SavedSearch

from .builders import add, comment, post


def test_they_stand_by_name_with_what_they_find_now(library: Library) -> None:
    library.save_search("tea", "tea -milk")
    library.save_search("  All \n of it", "in:comment")
    assert library.saved_searches() == [SavedSearch("All of it", "in:comment", 0), SavedSearch("tea", "tea -milk", 0)]
    add(library, post("p", comment("a", text="tea"), comment("b", text="tea with milk")))
    assert [saved.count for saved in library.saved_searches()] == [2, 1]
    assert library.saved_query("tea") == "tea -milk"


def test_no_more_than_a_thousand_are_counted(library: Library) -> None:
    library.save_search("tea", "tea")
    add(library, post("p", *(comment(str(number), text="tea") for number in range(1010))))
    assert [saved.count for saved in library.saved_searches()] == [1000]


def test_saving_again_replaces(library: Library) -> None:
    library.save_search("tea", "tea")
    library.save_search("tea", "coffee")
    assert [(saved.name, saved.query) for saved in library.saved_searches()] == [("tea", "coffee")]


def test_renaming_and_deleting(library: Library) -> None:
    library.save_search("tea", "tea")
    library.save_search("coffee", "coffee")
    with pytest.raises(NameTakenError):
        library.rename_search("tea", "coffee")
    library.rename_search("tea", "Tea")
    library.rename_search("Tea", "Tea")
    assert [saved.name for saved in library.saved_searches()] == ["coffee", "Tea"]
    assert library.delete_search("Tea") is True
    assert library.delete_search("Tea") is False
    assert [saved.name for saved in library.saved_searches()] == ["coffee"]


def test_what_there_is_not(library: Library) -> None:
    for ask in (library.saved_query, lambda name: library.rename_search(name, "x")):
        with pytest.raises(NotFoundError, match="--list-saved"):
            ask("tea")
    with pytest.raises(NotFoundError, match="name"):
        library.save_search(" ", "tea")


def test_what_is_not_understood_is_not_saved(library: Library) -> None:
    with pytest.raises(QueryError, match="unread") as caught:
        library.save_search("x", "tea is:x")
    assert (caught.value.start, caught.value.end) == (4, 8)
    assert library.saved_searches() == []
