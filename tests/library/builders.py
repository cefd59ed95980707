"""Small posts made by hand, and ways to look at a library file from outside."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from probreader.domain.post import Author, Certainty, Comment, Post, Problem, Section, Source, Timestamp
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.library import Added, Library

Dump = dict[str, list[tuple[Any, ...]]]


def source(location: str = "/blog/a.txt", digest: str = "d1") -> Source:
    return Source(location, "blogger-text", digest, 10)


def section(name: str, text: str = "", heading: str | None = None, *spans: Span) -> Section:
    return Section(name, heading, Prose(text, spans))


def comment(name: str, parent: str | None = None, text: str = "", author: str | None = None, **more: Any) -> Comment:
    values: dict[str, Any] = {
        "certainty": Certainty.STATED,
        "published": None,
        "permalink": None,
        **more,
    }
    return Comment(
        id=name, parent=parent, author=None if author is None else Author(author), body=Prose(text), **values
    )


def post(name: str, *parts: Section | Comment, date: str | None = None, **more: Any) -> Post:
    values: dict[str, Any] = {
        "url": None,
        "title": None,
        "title_inferred": False,
        "author": None,
        "updated": None,
        "labels": (),
        "declared_comments": None,
        **more,
    }
    return Post(
        id=name,
        published=None if date is None else Timestamp(date, f"raw {date}"),
        sections=tuple(part for part in parts if isinstance(part, Section)),
        comments=tuple(part for part in parts if isinstance(part, Comment)),
        **values,
    )


def add(library: Library, *posts: Post, at: Source | None = None, problems: Sequence[Problem] = ()) -> Added:
    return library.add(at or source(), posts, problems)


def full_post() -> Post:
    """A post in which every field of every part is something."""
    owner = Author("Jim Brown", "https://blog.example/jim", is_owner=True)
    return Post(
        id="p1",
        url="https://blog.example/p1",
        title="New Look Probation",
        title_inferred=False,
        author=owner,
        published=Timestamp("2019-05-19", "Sunday, 19 May 2019"),
        updated=Timestamp("2019-05-20T10:00:00+01:00", "20 May 2019"),
        labels=("PO", "news"),
        declared_comments=4,
        sections=(
            section(
                "s1",
                "See the café\n\nand more",
                None,
                Span(0, 3, SpanKind.LINK, "https://x.example"),
                Span(4, 7, SpanKind.EMPHASIS),
            ),
            section("s2", "Second part", "A heading"),
        ),
        comments=(
            comment(
                "c1",
                None,
                "First!",
                "Bob",
                published=Timestamp("T14:40", "2:40 PM"),
                permalink="https://blog.example/p1#c1",
            ),
            comment("c2", "c1", "A reply", "Bob", certainty=Certainty.INFERRED),
            comment("c3", "c2", removed=True),
            Comment(
                "c4",
                None,
                Certainty.STATED,
                owner,
                Timestamp("2019-05-19T10:45", "19 May 2019 at 10:45"),
                None,
                Prose("Thanks", (Span(0, 6, SpanKind.STRONG),)),
            ),
            comment("c5", None, placeholder=True),
            comment("c6", "c5", "Under what is lost"),
        ),
    )


def dump(path: Path) -> Dump:
    """Every row of every table, the index's own included, as another program sees them."""
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        # It has no content that could be asked for; its own tables have.
        names.remove("script_index")
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def check(path: Path) -> None:
    """The file is whole, the index tells what the entries hold, the counts are right, and threads are trees."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO entry_index (entry_index, rank) VALUES ('integrity-check', 1)")
        for post_number, *counts in connection.execute(
            "SELECT post, sections, comments, comments_read, entries_read FROM post"
        ):
            entries = connection.execute(
                "SELECT kind, placeholder, position, depth, parent_position, descendants, entry FROM entry"
                " WHERE post = ? ORDER BY position",
                (post_number,),
            ).fetchall()
            read = {e for (e,) in connection.execute("SELECT entry FROM entry_read WHERE post = ?", (post_number,))}
            real = [entry for entry in entries if entry[0] == "comment" and not entry[1]]
            assert counts == [
                sum(entry[0] == "section" for entry in entries),
                len(real),
                sum(entry[6] in read for entry in real),
                len(read),
            ]
            _check_tree(entries)


def _check_tree(entries: list[tuple[Any, ...]]) -> None:
    kinds = [kind for kind, *_ in entries]
    assert kinds == sorted(kinds, key=["post", "section", "comment"].index)
    assert kinds.count("post") == 1
    open_below: list[tuple[int, int, int]] = []
    for expected, (kind, _, position, depth, parent, descendants, _) in enumerate(entries):
        assert position == expected
        while open_below and open_below[-1][1] < position:
            open_below.pop()
        if kind != "comment":
            assert (depth, parent, descendants) == (0, None, 0)
            continue
        above = open_below[-1] if open_below else None
        assert (parent, depth) == ((above[0], above[2] + 1) if above else (None, 1))
        open_below.append((position, position + descendants, depth))
    assert all(end < len(entries) for _, end, _ in open_below)
