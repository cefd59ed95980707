"""How a library reaches the present schema: a new one from ``schema.sql``, an older one step by step."""

import sqlite3
from collections.abc import Callable, Iterator
from importlib import resources

Step = Callable[[sqlite3.Connection], None]

STEPS: tuple[Step, ...] = ()
"""``STEPS[n]`` takes version ``n + 1`` to ``n + 2``. A step never calls ``executescript``, which would commit."""

APPLICATION_ID = 0x70726264
"""Tells our files from other SQLite databases ("prbd")."""


def schema_version() -> int:
    """The version that ``schema.sql`` describes and this program reads and writes."""
    return len(STEPS) + 1


def create(connection: sqlite3.Connection) -> None:
    """Lay the present schema on an empty database, in the caller's transaction."""
    for statement in statements(resources.files("probreader.library").joinpath("schema.sql").read_text("utf-8")):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema_version()}")


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a library of ``version`` to the present schema, each step in a transaction of its own."""
    for number, step in enumerate(STEPS[version - 1 :], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        step(connection)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")


def statements(script: str) -> Iterator[str]:
    """The statements of ``script``, each of which must end at the end of a line."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
