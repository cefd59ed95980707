"""The lock between processes: SQLite's own allows two to write by turns, which is not enough.

A fault of SQLite in WAL mode (3.7.0 to 3.51.2) can damage the file when two connections write or checkpoint. So whoever
writes holds an advisory lock on ``<file>.lock`` as well.
"""

import fcntl
import os
import time
from pathlib import Path

from probreader.library.failures import locked, system_error

_PAUSE_SECONDS = 0.02


class ProcessLock:
    """At most one holder on this machine; released by the system when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self, seconds: float = 0.0) -> None:
        """Take the lock, trying for ``seconds``; nothing happens when it is held already.

        Raises:
            LibraryLockedError: another holder kept it.
            LibraryError: the lock file cannot be made.
        """
        if self._descriptor is not None:
            return
        try:
            descriptor = os.open(f"{self._path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise system_error(error, self._path) from error
        try:
            self._lock(descriptor, time.monotonic() + seconds)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held. The file stays: to remove it would be a race."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _lock(self, descriptor: int, deadline: float) -> None:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise locked(self._path) from None
                time.sleep(_PAUSE_SECONDS)
            except OSError as error:
                raise system_error(error, self._path) from error
            else:
                return
