"""The same thread in other orders: nothing is lost, and what is inferred says so."""

from hypothesis import given

from probreader.domain.post import Certainty, Comment, Post, Timestamp
from probreader.domain.references import find_references
from probreader.tui.views import View, arranged

from .builders import comment, parent_lists, post, section, tree


def at(clock: str) -> Timestamp:
    return Timestamp(f"2019-05-19T{clock}", f"19 May 2019 at {clock}")


def debate() -> Post:
    return post(
        "p",
        section("s", "The baths will close."),
        comment("a", None, "Which baths?", "Ann", published=at("10:00")),
        comment("a1", "a", "Those on Mill Lane.", "Bob", published=at("12:00")),
        comment("b", None, "@10:00 the new ones, I hope.", "Cid", published=at("10:30")),
        comment("c", None, "Bob, are you sure?", "Dot", published=at("13:00")),
        comment("d", None, "Nothing to add.", "Eve", published=at("09:00")),
    )


def told(whole: Post, view: View, entry_id: str | None = None) -> list[tuple[str, str | None]]:
    shown = arranged(whole, view, find_references(whole), entry_id)
    assert shown.sections == whole.sections
    return [(each.id, each.parent) for each in shown.comments]


def test_the_tree_is_as_the_source_has_it() -> None:
    assert arranged(debate(), View.TREE, {}, None) == debate()


def test_by_date_is_flat_and_in_the_order_of_writing() -> None:
    assert told(debate(), View.DATE) == [("d", None), ("a", None), ("b", None), ("a1", None), ("c", None)]


def test_the_path_leads_from_the_post_to_an_entry() -> None:
    assert told(debate(), View.PATH, "a1") == [("a", None), ("a1", "a")]
    assert told(debate(), View.PATH, "s") == []


def test_a_conversation_nests_by_what_is_answered_and_says_that_it_is_inferred() -> None:
    assert told(debate(), View.CONVERSATION) == [("a", None), ("a1", "a"), ("c", "a1"), ("b", "a"), ("d", None)]
    shown = arranged(debate(), View.CONVERSATION, find_references(debate()), None)
    certainties = {each.id: each.certainty for each in shown.comments}
    assert certainties["b"] is certainties["c"] is Certainty.INFERRED
    assert certainties["a1"] is Certainty.STATED


def test_comments_without_times_stay_behind_those_before_them() -> None:
    whole = post("p", comment("a", published=at("11:00")), comment("b"), comment("c", published=at("10:00")))
    assert [id_ for id_, _ in told(whole, View.DATE)] == ["c", "a", "b"]


@given(parent_lists())
def test_no_view_but_the_path_loses_a_comment(parents: list[int | None]) -> None:
    whole = tree(parents, texts=[f"@10:{at - 1:02} {at}" for at in range(len(parents))])

    def timed(number: int, each: Comment) -> Comment:
        return comment(each.id, each.parent, each.body.text, published=at(f"10:{number:02}"))

    whole = post("p", *whole.sections, *(timed(number, each) for number, each in enumerate(whole.comments)))
    for view in (View.TREE, View.DATE, View.CONVERSATION):
        assert {id_ for id_, _ in told(whole, view)} == {each.id for each in whole.comments}


def test_views_come_round() -> None:
    view, seen = View.TREE, []
    for _ in View:
        seen.append(view)
        view = view.following
    assert view is View.TREE
    assert seen == list(View)
