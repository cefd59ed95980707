"""Back and forth between places that were left by a leap."""

from hypothesis import given
from hypothesis import strategies as st

from probreader.tui.jumps import MOST, Jumps, Spot


def spot(name: str) -> Spot:
    return Spot("p", name)


def test_back_goes_to_what_was_left_and_forward_returns() -> None:
    jumps = Jumps()
    jumps.leave(spot("a"))
    jumps.leave(spot("b"))
    assert jumps.back(spot("c")) == spot("b")
    assert jumps.back(spot("b")) == spot("a")
    assert jumps.back(spot("a")) is None
    assert jumps.forward(spot("a")) == spot("b")
    assert jumps.forward(spot("b")) == spot("c")
    assert jumps.forward(spot("c")) is None


def test_a_new_leap_forgets_what_lay_ahead() -> None:
    jumps = Jumps()
    jumps.leave(spot("a"))
    assert jumps.back(spot("b")) == spot("a")
    jumps.leave(spot("a"))
    assert jumps.forward(spot("x")) is None
    assert jumps.back(spot("x")) == spot("a")


def test_there_is_nowhere_to_go_before_the_first_leap() -> None:
    assert Jumps().back(spot("a")) is None
    assert Jumps().forward(spot("a")) is None


@given(st.lists(st.tuples(st.sampled_from("lbf"), st.sampled_from("abcd")), max_size=300))
def test_only_places_that_were_left_are_gone_to_and_never_the_present_one(steps: list[tuple[str, str]]) -> None:
    jumps = Jumps()
    known = set()
    for step, name in steps:
        known.add(spot(name))
        if step == "l":
            jumps.leave(spot(name))
        else:
            found = jumps.back(spot(name)) if step == "b" else jumps.forward(spot(name))
            assert found is None or (found in known and found != spot(name))


def test_the_oldest_is_forgotten() -> None:
    jumps = Jumps()
    for number in range(MOST + 5):
        jumps.leave(spot(str(number)))
    here, reached = spot("here"), 0
    while (found := jumps.back(here)) is not None:
        here, reached = found, reached + 1
    assert reached in (MOST, MOST - 1)
