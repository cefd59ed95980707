"""Whether what is raised while rows are read is the rows' fault."""

import sqlite3

from probreader.library.doctor import invariants, row_values


def holds_nonsense(connection: sqlite3.Connection) -> bool:
    """Whether values in the library cannot be read, or its threads are none; looks at all of it."""
    return any(any(True for _ in check(connection)) for check in (row_values.check, invariants.check))
