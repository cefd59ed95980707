"""Reading in other processes: many at once, and none that can take this one down.

Pages are parsed by a library in C; hostile ones have been seen to end such a process. It is then another one's: the
page is read again, by the engine in Python, which is slower and bounded.
"""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock
from types import TracebackType
from typing import Self

from probreader.cli.wire import unpacked
from probreader.cli.worker import ANSWER, QUESTION
from probreader.domain.post import Problem
from probreader.errors import SourceError
from probreader.sources import Reading

ENGINE_FAILED = "engine-failed"
"""Code of the problem of a page that ended the process that read it, and was read another way."""

_FAILED = Problem(
    ENGINE_FAILED,
    "The fast way to read this page failed, and it was read in a slower one. Please report the page: it is a mistake "
    "of the program.",
)
_TWICE = "The page makes the program that reads it fail ({}), twice. Save it again, or another view of it (a feed)."


class _DiedError(Exception):
    """A worker ended before it answered; its message tells how."""


class Workers:
    """Up to ``jobs`` processes, each started when there is work for it. Close it, or use it as a context."""

    def __init__(self, jobs: int) -> None:
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._lock = Lock()
        self._is_closed = False
        self._threads = ThreadPoolExecutor(jobs, "reading") if jobs > 1 else None

    def submit(self, data: bytes) -> "Future[Reading]":
        """Begin to read the source ``data``; with one job it is read when this returns.

        The future raises a SourceError when it cannot be read.
        """
        if self._threads is not None:
            return self._threads.submit(self._read, data)
        done: Future[Reading] = Future()
        try:
            done.set_result(self._read(data))
        except SourceError as error:
            done.set_exception(error)
        return done

    def close(self) -> None:
        """End all processes at once, whatever they do, and wait until they are gone."""
        with self._lock:
            self._is_closed = True
            workers = [*self._idle, *self._busy]
        for worker in workers:
            worker.kill()
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, data: bytes) -> Reading:
        try:
            return self._asked(data, is_bounded=False)
        except _DiedError:
            pass
        try:
            reading = self._asked(data, is_bounded=True)
        except _DiedError as error:
            raise SourceError(_TWICE.format(error)) from error
        return replace(reading, problems=(*reading.problems, _FAILED))

    def _asked(self, data: bytes, *, is_bounded: bool) -> Reading:
        with self._worker() as worker:
            return unpacked(worker.ask(data, is_bounded=is_bounded))

    @contextmanager
    def _worker(self) -> Iterator["_Worker"]:
        with self._lock:
            if self._is_closed:
                raise _DiedError("it was ended")
            worker = self._idle.pop() if self._idle else _Worker()
            self._busy.add(worker)
        try:
            yield worker
        except BaseException:
            worker.kill()
            with self._lock:
                self._busy.discard(worker)
            raise
        with self._lock:
            self._busy.discard(worker)
            self._idle.append(worker)


class _Worker:
    """One process, in a session of its own: ctrl+c in the terminal is for us alone, and we end it."""

    def __init__(self) -> None:
        code = f"import sys; sys.path[:] = {sys.path!r}; from probreader.cli.worker import serve; serve()"
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def ask(self, data: bytes, *, is_bounded: bool) -> bytes:
        """What the process makes of the source ``data``.

        Raises:
            _DiedError: it ended before it had answered.
        """
        questions, answers = self._process.stdin, self._process.stdout
        if questions is None or answers is None:
            raise _DiedError("it has no pipes")
        try:
            questions.write(QUESTION.pack(len(data), is_bounded))
            questions.write(data)
            questions.flush()
        except OSError as error:
            raise _DiedError(self._how()) from error
        head = answers.read(ANSWER.size)
        size = ANSWER.unpack(head)[0] if len(head) == ANSWER.size else -1
        answer = answers.read(size) if size >= 0 else b""
        if len(answer) != size:
            raise _DiedError(self._how())
        return answer

    def kill(self) -> None:
        """End it at once; it leaves no zombie."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)

    def _how(self) -> str:
        code = self._process.wait()
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def _close(pipe: object) -> None:
    try:
        pipe.close()  # type: ignore[attr-defined]
    except OSError:
        # What was still to be written has nobody to read it.
        return
