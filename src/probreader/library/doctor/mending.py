"""Setting right what was saved: rows belong to something that is there, and threads are trees in reading order."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from itertools import groupby

from probreader.library.doctor import indexing
from probreader.library.doctor.invariants import WRONG_EXTENTS, is_tree
from probreader.library.doctor.row_values import READERS, is_fit, lies_in
from probreader.library.marks.clock import milliseconds
from probreader.library.post_rows import COUNTS

_FALLBACKS: Mapping[tuple[str, str], str | None] = {
    ("entry", "certainty"): "inferred",
    ("entry", "spans"): None,
    ("earlier_text", "spans"): None,
    ("place", "collapsed"): "[]",
    ("awaited_place", "collapsed"): "[]",
    ("bookmark_state", "tags"): "{}",
    ("bookmark_state", "names"): "[]",
    ("bookmark_state", "ancestors"): "[]",
    ("bookmark_state", "kind"): "comment",
}
"""What stands for a value that cannot be understood; rows of other tables are dropped."""

_STUBS = {"post": "entry.post", "id": "'salvaged-' || entry.post", "anonymous": "1"}
"""Of a post that could not be read."""

_OWN_ROW = {
    "post": "post.post",
    "position": "-1",
    "kind": "'post'",
    "author": "author",
    "author_url": "author_url",
    "author_owner": "author_owner",
    "published_iso": "published_iso",
    "published_raw": "published_raw",
    "certainty": "'stated'",
    "heading": "CASE WHEN NOT title_inferred THEN title END",
}
"""Of a post whose own row could not be read."""

_ROWS = """
INSERT INTO entry (
    post, position, kind, depth, descendants, id, author, author_url, author_owner, published_iso, published_raw,
    certainty, removed, placeholder, gone, heading, text
)
SELECT post, -1, 'post', 0, 0, '', author, author_url, author_owner, published_iso, published_raw,
    'stated', 0, 0, 0, CASE WHEN NOT title_inferred THEN title END, ''
FROM post WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.post = post.post AND entry.id = '')
"""
_ROWS = """
SELECT post, position, kind, depth, parent_position, descendants, entry FROM entry
ORDER BY post, CASE kind WHEN 'post' THEN 0 WHEN 'section' THEN 1 ELSE 2 END, position, entry
"""
_PLACED = """
UPDATE entry SET position = ?, depth = ?, parent_position = ?, descendants = ?,
    certainty = CASE WHEN ? THEN 'inferred' ELSE certainty END
WHERE entry = ?
"""
_MARKS = (
    "DELETE FROM entry_unread WHERE entry IN (SELECT entry FROM entry_read)",
    "UPDATE OR REPLACE entry_read SET post = (SELECT post FROM entry WHERE entry.entry = entry_read.entry) "
    "WHERE post <> (SELECT post FROM entry WHERE entry.entry = entry_read.entry)",
    "UPDATE bookmark_state SET kind = 'comment' WHERE kept AND kind = ''",
)

_Row = tuple[int, int, str, int, int | None, int, int]


def mend(connection: sqlite3.Connection) -> Iterator[str]:
    """Set right all that is in the library, in the caller's transaction; sentences that tell what is not as it was."""
    yield from _mend_values(connection)
    without = "(SELECT DISTINCT post FROM entry WHERE post NOT IN (SELECT post FROM post)) AS entry"
    stubs = _insert(connection, "post", _STUBS, without)
    if stubs:
        yield f"Title and date of {stubs:,} posts; their entries are there. Read their sources again."
    _insert(connection, "entry", _OWN_ROW, "post WHERE post NOT IN (SELECT post FROM entry WHERE id = '')")
    yield from _drop_dangling(connection)
    yield from _mend_order(connection)
    for statement in _MARKS:
        connection.execute(statement)
    extents = connection.execute(WRONG_EXTENTS).fetchall()
    connection.executemany("UPDATE entry SET (size, breaks) = (?2, ?3) WHERE entry = ?1", extents)
    _mend_names(connection)
    _mend_clock(connection)
    connection.executemany(COUNTS, connection.execute("SELECT post FROM post").fetchall())
    indexing.rebuild(connection)


def _insert(connection: sqlite3.Connection, table: str, given: Mapping[str, str], source: str) -> int:
    """Insert a row for each of ``source``; what a row must have and is not ``given`` is nothing. How many there are."""
    must = connection.execute(
        f"SELECT name, CASE type WHEN 'TEXT' THEN '''''' ELSE '0' END FROM pragma_table_info('{table}') "
        'WHERE "notnull" AND dflt_value IS NULL AND NOT pk'
    )
    values = {**dict(must.fetchall()), **given}
    statement = f"INSERT INTO {table} ({', '.join(values)}) SELECT {', '.join(values.values())} FROM {source}"
    return connection.execute(statement).rowcount


def _mend_values(connection: sqlite3.Connection) -> Iterator[str]:
    for (table, column), read in READERS.items():
        values = connection.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL").fetchall()
        unfit = [value for value in values if not is_fit(read, value[0])]
        if (table, column) in _FALLBACKS:
            fallback = _FALLBACKS[table, column]
            statement = f"UPDATE {table} SET {column} = ? WHERE {column} = ?"
            changed = connection.executemany(statement, ((fallback, *value) for value in unfit)).rowcount
        else:
            changed = connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", unfit).rowcount
        if changed > 0:
            yield f"{changed:,} values of {table}.{column}, which cannot be understood."
    connection.executemany("UPDATE entry SET spans = NULL WHERE entry = ?", _out_of_text(connection))


def _out_of_text(connection: sqlite3.Connection) -> list[tuple[int]]:
    rows = connection.execute("SELECT entry, spans, length(text) FROM entry WHERE spans IS NOT NULL")
    return [(entry,) for entry, spans, length in rows if not lies_in(spans, length)]


def _drop_dangling(connection: sqlite3.Connection) -> Iterator[str]:
    """Delete rows that belong to what is not there, until there are none."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()]
    links = [
        (table, str(column), str(parent))
        for table in tables
        for _, _, parent, column, *_ in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    ]
    again = True
    while again:
        again = False
        for table, column, parent in links:
            # Every table that others refer to has a key of its own name.
            statement = f"DELETE FROM {table} WHERE {column} NOT IN (SELECT {parent} FROM {parent})"
            dropped = connection.execute(statement).rowcount
            if dropped:
                again = True
                yield f"{dropped:,} rows of {table}, whose {parent} could not be read."


def _mend_order(connection: sqlite3.Connection) -> Iterator[str]:
    """Give entries places without gaps; who has lost a parent answers the nearest comment above that is left."""
    posts = (list(group) for _, group in groupby(connection.execute(_ROWS), key=lambda row: row[0]))
    # All are found before the first is written: a table is not read while it is changed.
    moved = [_placed(rows) for rows in posts if not is_tree([row[:6] for row in rows])]
    for places in moved:
        connection.executemany(_PLACED, places)
    if moved:
        yield f"Entries of {len(moved):,} posts; the others stand closer together. Read their sources again."


def _placed(rows: list[_Row]) -> list[tuple[int, int, int | None, int, int, int]]:
    """Place, depth, parent, descendants, whether the parent is another, and number, of the entries of one post."""
    parents: list[int | None] = []
    depths: list[int] = []
    changed: list[bool] = []
    above: list[int] = []
    for place, (_, position, kind, _, parent, _, _) in enumerate(rows):
        while above and (kind != "comment" or _end(rows[above[-1]]) < position):
            above.pop()
        parents.append(above[-1] if above else None)
        depths.append(len(above) + 1 if kind == "comment" else 0)
        changed.append(kind == "comment" and parent != (rows[above[-1]][1] if above else None))
        if kind == "comment":
            above.append(place)
    descendants = [0] * len(rows)
    for place in reversed(range(len(rows))):
        held = parents[place]
        if held is not None:
            descendants[held] += descendants[place] + 1
    return [
        (place, depths[place], parents[place], descendants[place], int(changed[place]), row[6])
        for place, row in enumerate(rows)
    ]


def _end(row: _Row) -> int:
    """The position of the last descendant, as it was."""
    return row[1] + row[5]


def _mend_names(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT bookmark, tags FROM bookmark_state").fetchall()
    names = ((sorted(name for name, (on, _) in json.loads(tags).items() if on), key) for key, tags in rows)
    connection.executemany(
        "UPDATE bookmark_state SET names = ? WHERE bookmark = ?",
        ((json.dumps(found, ensure_ascii=False), key) for found, key in names),
    )


def _mend_clock(connection: sqlite3.Connection) -> None:
    ticks = [
        connection.execute(f"SELECT coalesce(max({column}), 0) FROM {table}").fetchone()[0]
        for table, column in [
            ("mark_clock", "tick"),
            ("entry_read", "tick"),
            ("entry_unread", "tick"),
            ("awaited_read", "tick"),
            ("awaited_place", "tick"),
            ("place", "tick"),
            ("bookmark_state", "max(kept_tick, note_tick, snapshot_tick)"),
        ]
    ]
    connection.execute("DELETE FROM mark_clock")
    connection.execute("INSERT INTO mark_clock (tick) VALUES (?)", (max(*ticks, milliseconds()),))
