"""Values inside rows that SQLite takes as they come: words of a closed list, and JSON."""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from probreader.domain.post import Certainty
from probreader.library.doctor.values import Finding
from probreader.library.failures import FAULTS
from probreader.library.rows import spans_of
from probreader.library.values import Ancestor, EntryKind

Reader = Callable[[Any], object]


def _spans(text: str) -> object:
    return spans_of(text)


def _ids(text: str) -> object:
    found = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise ValueError(text)
    return found


def _tags(text: str) -> object:
    for on, tick in json.loads(text).values():
        if on not in (0, 1) or not isinstance(tick, int):
            raise ValueError(text)
    return None


def _ancestors(text: str) -> object:
    return [Ancestor(**item) for item in json.loads(text)]


def _body(content: bytes) -> object:
    return [spans and spans_of(spans) for _, _, _, spans in json.loads(zlib.decompress(content))]


READERS: Mapping[tuple[str, str], Reader] = {
    ("entry", "kind"): EntryKind,
    ("entry", "certainty"): Certainty,
    ("entry", "spans"): _spans,
    ("earlier_text", "spans"): _spans,
    ("body", "sections"): _body,
    ("place", "collapsed"): _ids,
    ("awaited_place", "collapsed"): _ids,
    ("bookmark_state", "tags"): _tags,
    ("bookmark_state", "names"): _ids,
    ("bookmark_state", "ancestors"): _ancestors,
    ("bookmark_state", "kind"): lambda kind: kind and EntryKind(kind),
    ("journal", "entries"): _ids,
    ("journal", "before"): json.loads,
    ("journal", "after"): json.loads,
}
"""What must be able to read the values of a column, by table and column."""


def is_fit(read: Reader, value: object) -> bool:
    """Whether ``value``, which may be None, is of the kind that ``read`` reads."""
    try:
        if value is not None:
            read(value)
    except FAULTS:
        return False
    return True


def check(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Columns with values that cannot be read."""
    for (table, column), read in READERS.items():
        rows = connection.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")
        count = sum(not is_fit(read, value) for (value,) in rows)
        if count:
            yield Finding(
                "value",
                f"{count:,} values of {table}.{column} cannot be understood. “probreader doctor --salvage FILE” sets "
                "them right in a new file.",
            )
    yield from _out_of_text(connection)


def _out_of_text(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Spans that do not lie in their text."""
    rows = connection.execute("SELECT spans, length(text) FROM entry WHERE spans IS NOT NULL")
    count = sum(not lies_in(spans, length) for spans, length in rows if is_fit(_spans, spans))
    if count:
        yield Finding("value", f"The markup of {count:,} entries does not lie in their text.")


def lies_in(spans: str, length: int) -> bool:
    """Whether ``spans``, which can be read, lie in a text of ``length`` characters."""
    return all(0 <= span.start < span.end <= length for span in spans_of(spans))
