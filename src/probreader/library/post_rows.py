"""Rows of the post table, and the posts they and their entries hold."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from probreader.domain.counting import Counts
from probreader.domain.folding import QUOTES
from probreader.domain.identity import is_fingerprint
from probreader.domain.matching import OPENING, TELLING, words_of
from probreader.domain.post import Author, Post, Section, Timestamp
from probreader.library.rows import EntryRow, author_of, comments_of, section_of, timestamp_of
from probreader.library.values import EntryKind


class PostRow(NamedTuple):
    """What sources say of a post; fields are named as their columns, see ``schema.sql``."""

    id: str
    url: str | None
    title: str | None
    title_key: str | None
    title_inferred: int
    author: str | None
    author_url: str | None
    author_owner: int
    published_iso: str | None
    published_raw: str | None
    published_key: str | None
    updated_iso: str | None
    updated_raw: str | None
    declared: int | None
    anonymous: int
    opening: str | None

    @property
    def author_value(self) -> Author | None:
        """The post's author."""
        return author_of(self.author, self.author_url, self.author_owner)

    @property
    def published_value(self) -> Timestamp | None:
        """When the post was published."""
        return timestamp_of(self.published_iso, self.published_raw)

    @property
    def updated_value(self) -> Timestamp | None:
        """When the post was changed last."""
        return timestamp_of(self.updated_iso, self.updated_raw)


COLUMNS = ", ".join(PostRow._fields)
"""The columns of a :class:`PostRow`, for a SELECT."""

_INSERT = f"INSERT INTO post (visited, sections, comments, {COLUMNS}) VALUES (?, ?, ?{', ?' * len(PostRow._fields)})"
_UPDATE = f"UPDATE post SET ({COLUMNS}) = (?{', ?' * (len(PostRow._fields) - 1)}) WHERE post = ?"

COUNTS = """
UPDATE post SET
    sections = (SELECT count(*) FROM entry WHERE entry.post = post.post AND kind = 'section'),
    comments = (SELECT count(*) FROM entry WHERE entry.post = post.post AND kind = 'comment' AND NOT placeholder),
    comments_read = (
        SELECT count(*) FROM entry_read JOIN entry USING (entry)
        WHERE entry_read.post = post.post AND kind = 'comment' AND NOT placeholder
    ),
    comments_new = (
        SELECT count(*) FROM entry
        WHERE entry.post = post.post AND arrived > post.visited AND kind = 'comment' AND NOT placeholder
    ),
    entries_read = (SELECT count(*) FROM entry_read WHERE entry_read.post = post.post)
WHERE post = ?
"""
"""Counts the entries of one post anew."""


def insert(connection: sqlite3.Connection, post: Post, row: PostRow, imported: int, found: Counts) -> int:
    """Write ``post``, which import ``imported`` is the first to bring, without its entries; its number.

    ``row`` is that of the post, ``found`` what it holds: none of its entries is read, nor new since a visit.
    """
    number = connection.execute(_INSERT, (imported, found.sections, found.found, *row)).lastrowid
    if number is None:
        raise LookupError(f"the post {post.id} got no number")
    _append_labels(connection, number, 0, list(dict.fromkeys(post.labels)))
    return number


def update(connection: sqlite3.Connection, number: int, post: Post) -> None:
    """Write what has changed of the post with ``number``, without its entries."""
    row = row_of(post)
    if connection.execute(f"SELECT {COLUMNS} FROM post WHERE post = ?", (number,)).fetchone() != row:
        connection.execute(_UPDATE, (*row, number))
    _store_labels(connection, number, post.labels)


def post_of(row: PostRow, labels: tuple[str, ...], entries: Sequence[EntryRow]) -> Post:
    """The post that ``row`` and its ``entries``, which must be in reading order, hold."""
    return Post(
        id=row.id,
        url=row.url,
        title=row.title,
        title_inferred=bool(row.title_inferred),
        author=row.author_value,
        published=row.published_value,
        updated=row.updated_value,
        labels=labels,
        declared_comments=row.declared,
        sections=tuple(section_of(entry) for entry in entries if entry.kind == EntryKind.SECTION),
        comments=tuple(comments_of(entries, row.url)),
    )


def labels_of(connection: sqlite3.Connection, post: int) -> tuple[str, ...]:
    """The labels of a post, in the order they came."""
    return tuple(
        name for (name,) in connection.execute("SELECT name FROM label WHERE post = ? ORDER BY ordinal", (post,))
    )


def sort_key(published: Timestamp | None) -> str | None:
    """A text that sorts as the time does, in UTC where the zone is known; None for a time without a date."""
    if published is None or published.iso.startswith("T"):
        return None
    try:
        time = datetime.fromisoformat(published.iso)
        return published.iso if time.tzinfo is None else time.astimezone(UTC).replace(tzinfo=None).isoformat()
    except (ValueError, OverflowError):
        return published.iso


def title_key(title: str) -> str:
    """What titles are compared and sorted by: neither case nor the kind of quotes and spaces counts."""
    return " ".join(title.translate(QUOTES).casefold().split())


def opening_of(sections: Iterable[Section]) -> str | None:
    """The first letters and digits of a body; None when they are too few to tell it from others."""
    words = ""
    for section in sections:
        words += words_of(section.body.text[: 4 * OPENING])
        if len(words) >= OPENING:
            break
    return words[:OPENING] if len(words) >= TELLING else None


def row_of(post: Post) -> PostRow:
    """The row of ``post``."""
    author, published, updated = post.author, post.published, post.updated
    return PostRow(
        id=post.id,
        url=post.url,
        title=post.title,
        title_key=None if post.title is None else title_key(post.title),
        title_inferred=int(post.title_inferred),
        author=None if author is None else author.name,
        author_url=None if author is None else author.url,
        author_owner=int(author is not None and author.is_owner),
        published_iso=None if published is None else published.iso,
        published_raw=None if published is None else published.raw,
        published_key=sort_key(published),
        updated_iso=None if updated is None else updated.iso,
        updated_raw=None if updated is None else updated.raw,
        declared=post.declared_comments,
        anonymous=int(is_fingerprint(post.id)),
        opening=opening_of(post.sections),
    )


def _store_labels(connection: sqlite3.Connection, post: int, labels: tuple[str, ...]) -> None:
    """Append the labels the post does not bear yet: a label page knows only its own."""
    held = labels_of(connection, post)
    _append_labels(connection, post, len(held), [label for label in dict.fromkeys(labels) if label not in held])


def _append_labels(connection: sqlite3.Connection, post: int, held: int, labels: Sequence[str]) -> None:
    connection.executemany(
        "INSERT INTO label (post, ordinal, name) VALUES (?, ?, ?)",
        ((post, number, label) for number, label in enumerate(labels, start=held)),
    )
