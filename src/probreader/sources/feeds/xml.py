"""XML read record by record: an ``entry``, an ``item`` or a ``post`` at a time, in memory of one record.

expat builds the elements; what it could be hurt by is kept from it: document type declarations, tags without an end,
nesting beyond :data:`DEEPEST`. Whatever was whole before an error is given, and reading goes on with the next record.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from typing import Self
from xml.etree.ElementTree import Element, ParseError

from probreader.domain.post import Problem
from probreader.sources.feeds.decoding import texts
from probreader.sources.feeds.names import Names
from probreader.sources.feeds.parsing import DEEPEST, Run
from probreader.sources.feeds.prolog import tag_at
from probreader.sources.feeds.wellformed import LONGEST_TAG, well_formed

__all__ = ["DEEPEST", "LARGEST_RECORD", "MOST_ERRORS", "Document", "Element"]

LARGEST_RECORD = 256 * 1024 * 1024
"""Characters of one record, or of what stands between two, above which a source is not read further."""
MOST_ERRORS = 100
"""Errors after which a source is not read further."""
# Characters given to the parser at once: few, so that the elements of one piece are gone before the next ones come.
_LARGEST_FEED = 32 * 1024
_LONGEST_START = 128


class Document:
    """One XML source while it is read."""

    def __init__(self, pieces: Iterable[bytes], name: str, problems: list[Problem]) -> None:
        """``name`` is what messages call the source; ``problems`` is appended to."""
        self._name = name
        self._problems = problems
        self._texts = _Texts(well_formed(texts(pieces, name, problems), name, problems))
        self._guard = _Guard()
        self._errors = 0
        self.root: Element | None = None
        """The root element, which holds what is outside of the records; None until all of them are read."""
        self.names = Names()
        """Short names of tags."""

    def records(self, *names: str) -> Iterator[Element]:
        """The elements with one of the short ``names``, whole and in order; never one inside another."""
        wanted = frozenset(names)
        start = re.compile(f"<(?:[A-Za-z_][A-Za-z0-9_.-]{{0,60}}:)?(?:{'|'.join(map(_local, names))})[\\s/>]")
        run: Run | None = Run(self.names, wanted)
        while run is not None:
            error = yield from self._read(run)
            run = self._next_run(run, error, wanted, start) if error else None

    def _read(self, run: Run) -> Generator[Element, None, ParseError | None]:
        """The records of one run; returns the error after which another may be tried."""
        try:
            for text in self._texts:
                before = run.records
                run.feed(text)
                yield from run.take()
                if run.depth > DEEPEST or self._guard.is_too_large(text, is_new=run.records > before):
                    self._too_large(run.depth)
                    return None
            run.close()
            yield from run.take()
        except ParseError as error:
            return error if self._goes_on(error, run) else None
        finally:
            self.root = self.root if self.root is not None else run.root
        return None

    def _next_run(self, run: Run, error: ParseError, wanted: frozenset[str], start: re.Pattern[str]) -> Run | None:
        """A run from the next record after ``error``; None when there is none."""
        lines = run.line(error) - 1
        held = run.rest(error)
        while (found := start.search(held)) is None:
            lines += held.count("\n", 0, max(0, len(held) - _LONGEST_START))
            if (text := next(self._texts, None)) is None:
                return None
            held = held[-_LONGEST_START:] + text
        self._texts.put_back(held[found.start() :])
        opening = self._texts.root_tag + "".join(f"<{tag}>" for tag in run.parents)
        return Run(self.names, wanted, opening, lines + held.count("\n", 0, found.start()))

    def _goes_on(self, error: ParseError, run: Run) -> bool:
        """Whether the next record is to be looked for; tells what is wrong."""
        line = run.line(error)
        where = f"line {line}, column {error.position[1] + 1}"
        self._errors += 1
        if run.ended:
            message = f"{self._name} goes on after its end, at {where}; that was left out."
            self._problems.append(Problem("text-after-end", message, line))
        elif run.closed:
            message = f"{self._name} is cut off at {where}. What was whole was read; save it again to have the rest."
            self._problems.append(Problem("cut-off", message, line))
        else:
            reason = error.msg.partition(":")[0]
            message = f"{self._name} is damaged at {where} ({reason}). What was being read there is missing."
            self._problems.append(Problem("damaged-xml", message, line))
            return self._errors < MOST_ERRORS
        return False

    def _too_large(self, depth: int) -> None:
        if depth > DEEPEST:
            code, what = "too-deep", f"nests elements more than {DEEPEST} deep"
        else:
            code, what = "too-large", "has a single entry or tag that is too large to be one"
        message = f"{self._name} {what}; what stands before it was read."
        self._problems.append(Problem(code, message))


def _local(name: str) -> str:
    return re.escape(name.rpartition(":")[2])


class _Texts:
    """The text of a source in small parts, one of which can be put back."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._parts = (text[at : at + _LARGEST_FEED] for text in texts for at in range(0, len(text), _LARGEST_FEED))
        self._held = ""
        self.root_tag = ""
        """The first tag of the source."""

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        if self._held:
            text, self._held = self._held, ""
            return text
        text = next(self._parts)
        self.root_tag = self.root_tag or tag_at(text, len(text) - len(text.lstrip()))
        return text

    def put_back(self, text: str) -> None:
        """Give ``text`` once more, next."""
        self._held = text


class _Guard:
    """Sees to it that no record and no tag grows without bound."""

    def __init__(self) -> None:
        self._since_record = 0
        self._since_tag = 0
        self._in_tag = False

    def is_too_large(self, piece: str, *, is_new: bool) -> bool:
        """Whether a limit is passed with ``piece``; ``is_new`` when a record ended in it."""
        opened, closed = piece.rfind("<"), piece.rfind(">")
        if opened == closed:
            self._since_tag += len(piece)
        else:
            self._in_tag = opened > closed
            self._since_tag = len(piece) - max(opened, 0)
        self._since_record = len(piece) if is_new else self._since_record + len(piece)
        return (self._in_tag and self._since_tag > LONGEST_TAG) or self._since_record > LARGEST_RECORD
