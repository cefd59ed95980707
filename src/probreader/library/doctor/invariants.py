"""What our own tables promise beyond what SQLite checks: counts, reading order, trees, and marks."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby

from probreader.library.doctor.values import Finding

_SALVAGE = "“probreader doctor --salvage FILE” sets it right in a new file."
_COUNTS = """
SELECT count(*) FROM post
LEFT JOIN (
    SELECT entry.post AS post, sum(kind = 'section') AS sections,
        sum(kind = 'comment' AND NOT placeholder) AS comments,
        sum(kind = 'comment' AND NOT placeholder AND arrived > visited) AS comments_new
    FROM entry JOIN post USING (post) GROUP BY entry.post
) AS held USING (post)
LEFT JOIN (
    SELECT entry_read.post AS post, count(*) AS entries_read,
        sum(kind = 'comment' AND NOT placeholder) AS comments_read
    FROM entry_read JOIN entry USING (entry) GROUP BY entry_read.post
) AS marked USING (post)
WHERE (post.sections, post.comments, post.comments_new, post.entries_read, post.comments_read) IS NOT
    (coalesce(held.sections, 0), coalesce(held.comments, 0), coalesce(held.comments_new, 0),
    coalesce(marked.entries_read, 0), coalesce(marked.comments_read, 0))
"""
_STRUCTURE = """
SELECT post, position, kind, depth, parent_position, descendants FROM entry INDEXED BY entry_structure
ORDER BY post, position
"""
_ORDER = {"post": 0, "section": 1, "comment": 2}
_EXTENT = "length(text), length(text) - length(replace(text, char(10), ''))"
WRONG_EXTENTS = f"""
SELECT entry, {_EXTENT}
FROM entry WHERE kind = 'comment' AND (size, breaks) <> ({_EXTENT})
"""
"""Comments whose size and line ends are not those of their text, with what they should be."""

_MARKS = {
    "read marks are of entries that are in another post": """
        SELECT count(*) FROM entry_read JOIN entry USING (entry) WHERE entry_read.post <> entry.post
    """,
    "entries are both marked read and marked unread": "SELECT count(*) FROM entry_read JOIN entry_unread USING (entry)",
    "bookmarks are kept of which nothing is known": "SELECT count(*) FROM bookmark_state WHERE kept AND kind = ''",
    "marks are later than the clock of marks": """
        SELECT count(*) FROM (
            SELECT tick FROM entry_read UNION ALL SELECT tick FROM entry_unread UNION ALL SELECT tick FROM awaited_read
            UNION ALL SELECT tick FROM place UNION ALL SELECT kept_tick FROM bookmark_state
        ) WHERE tick > (SELECT max(tick) FROM mark_clock)
    """,
    "clocks of marks are there beside the one there should be": "SELECT abs(count(*) - 1) FROM mark_clock",
}

_Row = tuple[int, int, str, int, int | None, int]


def check(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is not as it should be."""
    (wrong,) = connection.execute(_COUNTS).fetchone()
    if wrong:
        yield Finding("counts", f"The counts of {wrong:,} posts are not those of their entries. {_SALVAGE}")
    posts = groupby(connection.execute(_STRUCTURE), key=lambda row: row[0])
    broken = [post for post, rows in posts if not is_tree(list(rows))]
    if broken:
        yield Finding("order", f"The entries of {len(broken):,} posts are not in reading order. {_SALVAGE}")
    without = connection.execute(
        "SELECT count(*) FROM post WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.post = post.post AND position = 0)"
    ).fetchone()[0]
    if without:
        yield Finding("order", f"{without:,} posts have no entries at all. {_SALVAGE}")
    (wrong,) = connection.execute(f"SELECT count(*) FROM ({WRONG_EXTENTS})").fetchone()
    if wrong:
        yield Finding("extent", f"The sizes of {wrong:,} comments are not those of their texts. {_SALVAGE}")
    for what, statement in _MARKS.items():
        (count,) = connection.execute(statement).fetchone()
        if count:
            yield Finding("marks", f"{count:,} {what}. {_SALVAGE}")


def is_tree(rows: list[_Row]) -> bool:
    """Whether the entries of one post, by position, are its own row, its sections, and its comments in pre-order."""
    kinds = [_ORDER.get(row[2], -1) for row in rows]
    if kinds != sorted(kinds) or kinds[:2].count(0) != 1 or kinds[0] != 0:
        return False
    above: list[tuple[int, int]] = []
    for expected, (_, position, kind, depth, parent, descendants) in enumerate(rows):
        while above and above[-1][1] < position:
            above.pop()
        if position != expected or descendants < 0 or position + descendants >= len(rows):
            return False
        if above and position + descendants > above[-1][1]:
            return False
        if kind == "comment":
            if (parent, depth) != ((above[-1][0] if above else None), len(above) + 1):
                return False
            above.append((position, position + descendants))
        elif (depth, parent, descendants) != (0, None, 0):
            return False
    return True
