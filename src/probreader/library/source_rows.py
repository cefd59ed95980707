"""Rows of the tables of sources and of their problems."""

import sqlite3
from collections.abc import Sequence

from probreader.domain.post import Problem, Source
from probreader.library.readings import Reading


def number_of(connection: sqlite3.Connection, location: str, now: str) -> tuple[int, bool]:
    """The number of the source, and whether it was read before."""
    known = connection.execute("SELECT source FROM source WHERE location = ?", (location,)).fetchone()
    if known is not None:
        return int(known[0]), True
    (number,) = connection.execute(
        "INSERT INTO source (location, shape, digest, size, reader, first_read) VALUES (?, '', '', 0, '', ?) "
        "RETURNING source",
        (location, now),
    ).fetchone()
    return int(number), False


def store(reading: Reading, source: Source) -> None:
    """Write what has changed of the source; that another version has read the same is no change of the library."""
    values = (source.shape, source.digest, source.size)
    *held, reader = reading.connection.execute(
        "SELECT shape, digest, size, reader FROM source WHERE source = ?", (reading.source,)
    ).fetchone()
    if (*held, reader) != (*values, source.reader):
        reading.connection.execute(
            "UPDATE source SET (shape, digest, size, reader) = (?, ?, ?, ?) WHERE source = ?",
            (*values, source.reader, reading.source),
        )
        reading.given.changes += tuple(held) == values


def store_problems(connection: sqlite3.Connection, source: int, problems: Sequence[Problem]) -> None:
    """Write what there is to say of the source now, if that is another thing than before."""
    rows = [(source, number, problem.code, problem.message, problem.line) for number, problem in enumerate(problems)]
    held = connection.execute(
        "SELECT source, ordinal, code, message, line FROM problem WHERE source = ? ORDER BY ordinal", (source,)
    ).fetchall()
    if held != rows:
        connection.execute("DELETE FROM problem WHERE source = ?", (source,))
        connection.executemany(
            "INSERT INTO problem (source, ordinal, code, message, line) VALUES (?, ?, ?, ?, ?)", rows
        )
