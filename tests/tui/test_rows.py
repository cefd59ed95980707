import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.outline import Outline, outline_of
from probreader.domain.post import Post
from probreader.tui.rows import Rows

from .builders import GARDEN, garden, parent_lists, tree

CHAIN = 100_000


def named(outline: Outline, entry: int | None) -> str | None:
    return None if entry is None else GARDEN[entry]


def entry_of(word: str) -> int:
    return GARDEN.index(word)


@pytest.fixture
def outline() -> Outline:
    return outline_of(garden())


@pytest.fixture
def rows(outline: Outline) -> Rows:
    return Rows(outline)


def seen(rows: Rows) -> str:
    return " ".join(GARDEN[entry] for entry in rows.visible)


def positions(outline: Outline) -> tuple[str, ...]:
    return tuple(map(outline.position, range(len(outline))))


ALL = "spade rake turnip leek kale onion berry fig elder"


def test_the_outline_of_a_thread(outline: Outline) -> None:
    assert outline.ids == ("s1", "s2", "c1", "c1a", "c1b", "c1c", "c2", "c2a", "c3")
    assert positions(outline) == ("1", "2", "1", "1.1", "1.1.1", "1.2", "2", "2.1", "3")
    assert outline.depths == (0, 0, 1, 2, 3, 2, 1, 2, 1)
    assert outline.descendants == (0, 0, 3, 1, 0, 0, 1, 0, 0)
    assert [outline.is_section(entry) for entry in range(len(outline))] == [True, True] + [False] * 7
    assert [outline.index[id_] for id_ in outline.ids] == list(range(9))


@pytest.mark.parametrize(
    ("word", "before", "after"),
    [
        ("spade", None, "rake"),
        ("rake", "spade", "turnip"),
        ("turnip", "rake", "berry"),
        ("leek", None, "onion"),
        ("kale", None, None),
        ("onion", "leek", None),
        ("berry", "turnip", "elder"),
        ("fig", None, None),
        ("elder", "berry", None),
    ],
)
def test_siblings(outline: Outline, word: str, before: str | None, after: str | None) -> None:
    assert named(outline, outline.previous_sibling(entry_of(word))) == before
    assert named(outline, outline.next_sibling(entry_of(word))) == after


@pytest.mark.parametrize(
    ("word", "above", "top"),
    [
        ("spade", [], "spade"),
        ("turnip", [], "turnip"),
        ("leek", ["turnip"], "turnip"),
        ("kale", ["leek", "turnip"], "turnip"),
        ("fig", ["berry"], "berry"),
    ],
)
def test_ancestors(outline: Outline, word: str, above: list[str], top: str) -> None:
    assert [GARDEN[entry] for entry in outline.ancestors(entry_of(word))] == above
    assert GARDEN[outline.top_level(entry_of(word))] == top


@pytest.mark.parametrize(
    ("change", "visible"),
    [
        (lambda rows: rows.collapse(entry_of("turnip")), "spade rake turnip berry fig elder"),
        (lambda rows: rows.collapse(entry_of("leek")), "spade rake turnip leek onion berry fig elder"),
        (lambda rows: rows.collapse(entry_of("elder")), ALL),
        (lambda rows: rows.collapse(entry_of("spade")), ALL),
        (lambda rows: rows.collapse_to_depth(1), "spade rake turnip berry elder"),
        (lambda rows: rows.collapse_to_depth(2), "spade rake turnip leek onion berry fig elder"),
        (lambda rows: rows.collapse_to_depth(3), ALL),
    ],
)
def test_collapsing(rows: Rows, change: Callable[[Rows], object], visible: str) -> None:
    change(rows)
    assert seen(rows) == visible
    rows.expand_all()
    assert seen(rows) == ALL


def test_collapsing_to_a_depth_collapses_nothing_below_it(rows: Rows) -> None:
    rows.collapse(entry_of("leek"))
    rows.collapse_to_depth(1)
    assert rows.collapsed_ids == {"c1", "c2"}
    rows.expand(entry_of("turnip"))
    assert seen(rows) == "spade rake turnip leek kale onion berry elder"


def test_collapsing_tells_whether_it_did_anything(rows: Rows) -> None:
    turnip, elder = entry_of("turnip"), entry_of("elder")
    assert [rows.collapse(turnip), rows.collapse(turnip), rows.collapse(elder)] == [True, False, False]
    assert [rows.expand(turnip), rows.expand(turnip), rows.expand(elder)] == [True, False, False]


def test_an_expanded_comment_keeps_what_was_collapsed_below_it(rows: Rows) -> None:
    rows.collapse(entry_of("leek"))
    rows.collapse(entry_of("turnip"))
    rows.expand(entry_of("turnip"))
    assert seen(rows) == "spade rake turnip leek onion berry fig elder"


def test_reveal_expands_the_ancestors_and_nothing_else(rows: Rows) -> None:
    rows.collapse_to_depth(1)
    rows.collapse(entry_of("leek"))
    assert rows.reveal(entry_of("onion"))
    assert seen(rows) == "spade rake turnip leek onion berry elder"
    assert not rows.reveal(entry_of("onion"))
    assert not rows.reveal(entry_of("berry"))


def test_what_is_hidden_is_found_at_what_hides_it(rows: Rows) -> None:
    rows.collapse(entry_of("leek"))
    assert rows.nearest_visible(entry_of("kale")) == entry_of("leek")
    rows.collapse(entry_of("turnip"))
    assert rows.nearest_visible(entry_of("kale")) == entry_of("turnip")
    assert rows.nearest_visible(entry_of("berry")) == entry_of("berry")
    assert [rows.is_visible(entry_of(word)) for word in ("turnip", "leek", "kale", "berry")] == [
        True,
        False,
        False,
        True,
    ]


def test_stepping_passes_over_what_is_hidden_and_stops_at_the_ends(rows: Rows) -> None:
    rows.collapse(entry_of("turnip"))
    assert GARDEN[rows.step(entry_of("turnip"), 1)] == "berry"
    assert GARDEN[rows.step(entry_of("berry"), -1)] == "turnip"
    assert GARDEN[rows.step(entry_of("spade"), -1)] == "spade"
    assert GARDEN[rows.step(entry_of("elder"), 1)] == "elder"
    assert GARDEN[rows.step(entry_of("rake"), 99)] == "elder"


def test_collapsed_ids_bring_back_the_same_view(outline: Outline, rows: Rows) -> None:
    rows.collapse(entry_of("leek"))
    rows.collapse(entry_of("berry"))
    assert rows.collapsed_ids == {"c1a", "c2"}
    again = Rows(outline, [*rows.collapsed_ids, "of another post"])
    assert again.visible == rows.visible
    assert again.collapsed_ids == rows.collapsed_ids


def test_deep_positions_are_told_by_their_last_numbers() -> None:
    told = positions(outline_of(tree([None, 0, 1, 2, 3, 4, 5, 6])))[1:]
    assert told[:6] == ("1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1")
    assert all(position.startswith("….") and len(position) < 16 for position in told[6:])


# Random trees, held against definitions that go by ids alone


def parents_by_id(post: Post) -> dict[str, str | None]:
    return {comment.id: comment.parent for comment in post.comments}


def above(post: Post, id_: str) -> list[str]:
    """Ids of the ancestors, nearest first."""
    parents = parents_by_id(post)
    chain = []
    at = parents.get(id_)
    while at is not None:
        chain.append(at)
        at = parents[at]
    return chain


POSTS = st.builds(tree, parent_lists(), sections=st.integers(0, 3))


@given(POSTS, st.data())
def test_visible_is_what_has_no_collapsed_ancestor(post: Post, data: st.DataObject) -> None:
    outline = outline_of(post)
    collapsed = data.draw(st.sets(st.sampled_from(outline.ids))) if outline.ids else set()
    rows = Rows(outline, collapsed)
    expected = [id_ for id_ in outline.ids if not collapsed.intersection(above(post, id_))]
    assert [outline.ids[entry] for entry in rows.visible] == expected
    for entry, id_ in enumerate(outline.ids):
        assert rows.is_visible(entry) == (id_ in expected)
        hiders = [ancestor for ancestor in above(post, id_) if ancestor in collapsed]
        assert outline.ids[rows.nearest_visible(entry)] == (hiders[-1] if hiders else id_)


@given(POSTS, st.data())
def test_reveal_opens_just_the_way_to_an_entry(post: Post, data: st.DataObject) -> None:
    outline = outline_of(post)
    if not outline.ids:
        return
    collapsed = data.draw(st.sets(st.sampled_from(outline.ids)))
    entry = data.draw(st.integers(0, len(outline) - 1))
    rows = Rows(outline, collapsed)
    hiding = collapsed.intersection(above(post, outline.ids[entry]))
    assert rows.reveal(entry) == bool(hiding)
    assert rows.is_visible(entry)
    assert rows.collapsed_ids == collapsed - hiding


@given(POSTS)
def test_siblings_and_parents_are_each_others_inverse(post: Post) -> None:
    outline = outline_of(post)
    parents = parents_by_id(post)
    for entry, id_ in enumerate(outline.ids):
        following = [later for later in outline.ids[entry + 1 :] if parents.get(later) == parents.get(id_)]
        after = outline.next_sibling(entry)
        assert (None if after is None else outline.ids[after]) == (following[0] if following else None)
        if after is not None:
            assert outline.previous_sibling(after) == entry
        before = outline.previous_sibling(entry)
        if before is not None:
            assert outline.next_sibling(before) == entry
        assert [outline.ids[ancestor] for ancestor in outline.ancestors(entry)] == above(post, id_)
        assert outline.ids[outline.top_level(entry)] == ([id_, *above(post, id_)])[-1]


@given(POSTS, st.integers(1, 6))
def test_collapsing_to_a_depth_shows_what_is_no_deeper(post: Post, depth: int) -> None:
    outline = outline_of(post)
    rows = Rows(outline)
    rows.collapse_to_depth(depth)
    shallow = [id_ for id_ in outline.ids if len(above(post, id_)) < depth]
    assert [outline.ids[entry] for entry in rows.visible] == shallow


@given(POSTS)
def test_no_two_comments_have_the_same_position(post: Post) -> None:
    outline = outline_of(post)
    told = positions(outline)[outline.sections :]
    if all(len(above(post, comment.id)) < 6 for comment in post.comments):
        assert len(set(told)) == len(told)


def test_a_hundred_thousand_replies_in_a_row_are_an_ordinary_thread() -> None:
    post = tree([None, *range(CHAIN - 1)])
    began = time.perf_counter()
    outline = outline_of(post)
    rows = Rows(outline)
    last = CHAIN
    assert len(outline.ancestors(last)) == CHAIN - 1
    assert outline.top_level(last) == 1
    assert outline.depths[last] == CHAIN
    rows.collapse_to_depth(1)
    assert rows.visible == [0, 1]
    assert rows.reveal(last)
    assert len(rows.visible) == CHAIN + 1
    assert len(outline.position(last)) < 30
    assert time.perf_counter() - began < 5
