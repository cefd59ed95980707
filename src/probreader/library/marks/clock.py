"""The hybrid logical clock of the marks: the time of day while it moves on, else one more than the tick before.

A clock that was set back, or a mark from a machine whose clock runs ahead, thus never makes a later mark count as an
earlier one (Kulkarni and others, "Logical Physical Clocks", 2014).
"""

import sqlite3
import time

LATEST = 2**53 - 1
"""No tick from elsewhere may be above it: the greatest whole number that every reader of JSON keeps."""


def milliseconds() -> int:
    """The time of day in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def next_tick(connection: sqlite3.Connection) -> int:
    """A tick for a mark that is made now: above every one that was given or seen before."""
    (tick,) = connection.execute(
        "UPDATE mark_clock SET tick = max(tick + 1, ?) RETURNING tick", (milliseconds(),)
    ).fetchone()
    return int(tick)


def see(connection: sqlite3.Connection, tick: int) -> None:
    """Take notice of a tick from elsewhere."""
    connection.execute("UPDATE mark_clock SET tick = max(tick, ?)", (tick,))
