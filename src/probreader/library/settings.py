"""What the user chose on the screen, kept for the next time."""

import sqlite3


def setting(connection: sqlite3.Connection, name: str) -> str | None:
    """The value kept under ``name``; None when none is."""
    found = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if found is None else str(found[0])


def keep(connection: sqlite3.Connection, name: str, value: str | None) -> None:
    """Keep ``value`` under ``name``; None forgets what was kept."""
    connection.execute("DELETE FROM setting WHERE name = ?", (name,))
    if value is not None:
        connection.execute("INSERT INTO setting (name, value) VALUES (?, ?)", (name, value))
