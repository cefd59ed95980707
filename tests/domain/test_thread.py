import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.post import Certainty, Comment
from probreader.domain.prose import Prose
from probreader.domain.thread import NO_PARENT, arrange, shape_of

CHAIN = 100_000


def comment(identity: str, parent: str | None = None) -> Comment:
    return Comment(identity, parent, Certainty.STATED, None, None, None, Prose(f"text of {identity}"))


def comments(tree: str) -> list[Comment]:
    """``a b:a c:b``: b answers a, c answers b."""
    pairs = (word.partition(":") for word in tree.split())
    return [comment(identity, parent or None) for identity, _, parent in pairs]


def written(found: Sequence[Comment]) -> str:
    return " ".join(f"{c.id}:{c.parent}" if c.parent else c.id for c in found)


@pytest.mark.parametrize(
    ("given", "arranged"),
    [
        ("", ""),
        ("a b c", "a b c"),
        ("a b:a c", "a b:a c"),
        ("a b c:a d:b e:a f:c", "a c:a f:c e:a b d:b"),
        ("c:b b:a a", "a b:a c:b"),
    ],
)
def test_replies_follow_their_parents_in_the_order_given(given: str, arranged: str) -> None:
    arrangement = arrange(comments(given))
    assert written(arrangement.comments) == arranged
    assert (arrangement.orphans, arrangement.looped) == ((), ())


def test_an_orphan_stands_at_top_level_with_its_replies_where_it_was() -> None:
    arrangement = arrange(comments("a b:gone c:b d e:lost"))
    assert written(arrangement.comments) == "a b c:b d e"
    assert arrangement.orphans == ("b", "e")
    assert arrangement.looped == ()


@pytest.mark.parametrize(
    ("given", "arranged", "looped"),
    [
        ("a:a", "a", ("a",)),
        ("a b:b c:b", "a b c:b", ("b",)),
        ("a:b b:a", "a b:a", ("a",)),
        ("b:a c:b a:c", "b c:b a:c", ("b",)),
        # What hangs on a loop is in none, though it was given first.
        ("c:a a:b b:a", "a c:a b:a", ("a",)),
        ("d:c c:a z a:b b:a", "z a c:a d:c b:a", ("a",)),
        # A loop that is cut stands where its first comment was given.
        ("a:b b:a z", "a b:a z", ("a",)),
        ("a:b c:d b:a d:c", "a b:a c d:c", ("a", "c")),
    ],
)
def test_a_loop_is_cut_at_its_first_comment(given: str, arranged: str, looped: tuple[str, ...]) -> None:
    arrangement = arrange(comments(given))
    assert written(arrangement.comments) == arranged
    assert arrangement.looped == looped
    assert arrangement.orphans == ()


def test_only_the_parents_of_the_uprooted_change() -> None:
    given = comments("a b:a c:gone d:d")
    arranged = {c.id: c for c in arrange(given).comments}
    for before in given:
        after = arranged[before.id]
        assert after.parent == (before.parent if before.id in "ab" else None)
        assert (after.body, after.certainty) == (before.body, before.certainty)


@given(st.lists(st.none() | st.integers(0, 11), max_size=10))
def test_whatever_the_parents_no_comment_is_lost_and_every_parent_stands_before(parents: list[int | None]) -> None:
    given = [comment(str(n), None if parent is None else str(parent)) for n, parent in enumerate(parents)]
    arrangement = arrange(given)
    assert sorted(c.id for c in arrangement.comments) == sorted(c.id for c in given)
    shape = shape_of(arrangement.comments)
    uprooted = {*arrangement.orphans, *arrangement.looped}
    for c, parent in zip(arrangement.comments, shape.parents, strict=True):
        original = given[int(c.id)].parent
        assert c.parent == (None if c.id in uprooted else original)
        assert (parent == NO_PARENT) == (c.parent is None)
    assert arrange(arrangement.comments).comments == arrangement.comments


def test_shape() -> None:
    shape = shape_of(comments("a b:a c:b d:a e f:e"))
    assert shape.parents == (NO_PARENT, 0, 1, 0, NO_PARENT, 4)
    assert shape.depths == (1, 2, 3, 2, 1, 2)
    assert shape.descendants == (3, 1, 0, 0, 1, 0)
    assert shape_of([]).parents == ()


@pytest.mark.parametrize("tree", ["b:a a", "a:a", "a b:gone"])
def test_a_parent_that_does_not_stand_before_is_refused(tree: str) -> None:
    with pytest.raises(ValueError, match="does not stand before it"):
        shape_of(comments(tree))


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("loop", [False, True])
def test_a_chain_of_a_hundred_thousand_replies(loop: bool, backwards: bool) -> None:
    ids = [str(n) for n in range(CHAIN)]
    given = [
        comment(identity, parent) for identity, parent in zip(ids, [ids[-1] if loop else None, *ids[:-1]], strict=True)
    ]
    start = time.perf_counter()
    arrangement = arrange(given[::-1] if backwards else given)
    shape = shape_of(arrangement.comments)
    assert time.perf_counter() - start < 5
    assert shape.depths == tuple(range(1, CHAIN + 1))
    assert shape.descendants == tuple(range(CHAIN - 1, -1, -1))
    assert len(arrangement.looped) == loop
