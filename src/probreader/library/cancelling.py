"""Giving up a search that nobody waits for any more."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from probreader.errors import SearchCancelledError

_STEPS = 4000
"""Steps of SQLite's machine, some tens of microseconds, after which it asks whether to go on."""


class Cancel:
    """Handed to a search, it ends it from any thread; to ask again, take another one."""

    __slots__ = ("is_cancelled",)

    def __init__(self) -> None:
        self.is_cancelled = False

    def cancel(self) -> None:
        """Let the search raise :class:`~probreader.errors.SearchCancelledError` soon; one that has ended is left."""
        self.is_cancelled = True


@contextmanager
def cancelled_by(connection: sqlite3.Connection, cancel: Cancel | None) -> Iterator[None]:
    """Let ``cancel`` end what is asked of ``connection``, which is of no use after that.

    SQLite asks the handler of this connection alone, so that no other search can be hit, however late the word comes.
    """
    if cancel is None:
        yield
        return
    _refuse(cancel)
    connection.set_progress_handler(lambda: cancel.is_cancelled, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            _refuse(cancel)
        raise
    finally:
        connection.set_progress_handler(None, 0)
    _refuse(cancel)


def _refuse(cancel: Cancel) -> None:
    if cancel.is_cancelled:
        raise SearchCancelledError("The search was given up. Ask again if you want its answer.")
