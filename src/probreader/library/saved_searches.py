"""Queries that the user has given names."""

import sqlite3

from probreader.domain.clean import clean_line
from probreader.domain.queries import Query, parse
from probreader.errors import NameTakenError, NotFoundError
from probreader.library.search import count
from probreader.library.values import MOST_COUNTED, SavedSearch


def save(connection: sqlite3.Connection, name: str, query: str) -> None:
    """Keep ``query``, which is clean and can be understood, under ``name``; what was kept under it before is replaced.

    Raises:
        NotFoundError: the name is empty.
    """
    connection.execute(
        "INSERT INTO saved_search (name, query) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET query = excluded.query",
        (_usable(name), query),
    )


def rename(connection: sqlite3.Connection, name: str, new_name: str) -> None:
    """Give a saved search another name.

    Raises:
        NotFoundError: there is no such search, or the new name is empty.
        NameTakenError: another search has the new name.
    """
    query_of(connection, name)
    old, new = clean_line(name), _usable(new_name)
    if old != new and connection.execute("SELECT 1 FROM saved_search WHERE name = ?", (new,)).fetchone():
        raise NameTakenError(f"There is a saved search “{new}” already. Choose another name, or delete that one first.")
    connection.execute("UPDATE saved_search SET name = ? WHERE name = ?", (new, old))


def delete(connection: sqlite3.Connection, name: str) -> bool:
    """Take a saved search away; whether there was one."""
    return connection.execute("DELETE FROM saved_search WHERE name = ?", (clean_line(name),)).rowcount > 0


def query_of(connection: sqlite3.Connection, name: str) -> str:
    """The query kept under ``name``.

    Raises:
        NotFoundError: there is no such search.
    """
    found = connection.execute("SELECT query FROM saved_search WHERE name = ?", (clean_line(name),)).fetchone()
    if found is None:
        raise NotFoundError(
            f"No search is saved as “{clean_line(name)}”. “probreader search --list-saved” shows those that are."
        )
    return str(found[0])


def saved_searches(connection: sqlite3.Connection) -> list[SavedSearch]:
    """Every saved search by name, and how much it finds now."""
    found = connection.execute("SELECT name, query FROM saved_search").fetchall()
    by_name = sorted(found, key=lambda item: (item[0].casefold(), item[0]))
    return [SavedSearch(name, query, _count(connection, query)) for name, query in by_name]


def _count(connection: sqlite3.Connection, query: str) -> int | None:
    parsed = parse(query)
    return count(connection, parsed, MOST_COUNTED) if isinstance(parsed, Query) else None


def _usable(name: str) -> str:
    name = clean_line(name)
    if not name:
        raise NotFoundError("A saved search needs a name; choose one with at least one letter.")
    return name
