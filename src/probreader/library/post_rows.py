"""Rows of the post table: writing them, and what to keep when two readings of a post differ."""

import sqlite3
from datetime import UTC, datetime
from typing import NamedTuple

from probreader.domain.post import Author, Post, Timestamp
from probreader.library.rows import author_of, timestamp_of


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

    @property
    def indexed_title(self) -> str | None:
        """The title, when its words do not stand in the body as well."""
        return None if self.title_inferred else self.title


COLUMNS = ", ".join(PostRow._fields)
"""The columns of a :class:`PostRow`, for a SELECT."""

_INSERT = f"INSERT INTO post ({COLUMNS}) VALUES (?{', ?' * (len(PostRow._fields) - 1)}) RETURNING post"
_UPDATE = f"UPDATE post SET ({COLUMNS}) = (?{', ?' * (len(PostRow._fields) - 1)}) WHERE post = ?"


def store(connection: sqlite3.Connection, post: Post) -> tuple[int, PostRow, bool]:
    """Write ``post`` without its entries; its number, its row as it now stands, and whether it is new."""
    row = _row_of(post)
    held = connection.execute(f"SELECT post, {COLUMNS} FROM post WHERE id = ?", (post.id,)).fetchone()
    if held is None:
        (number,) = connection.execute(_INSERT, row).fetchone()
    else:
        number, old = held[0], PostRow._make(held[1:])
        row = _merged(old, row)
        if row != old:
            connection.execute(_UPDATE, (*row, number))
    _store_labels(connection, number, post.labels)
    return int(number), row, held is None


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


def _row_of(post: Post) -> PostRow:
    author, published, updated = post.author, post.published, post.updated
    return PostRow(
        id=post.id,
        url=post.url,
        title=post.title,
        title_key=None if post.title is None else post.title.casefold(),
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
    )


def _merged(old: PostRow, new: PostRow) -> PostRow:
    """``new``, with what it does not say taken from ``old``; an inferred title gives way to a stated one."""
    row = new._replace(
        url=old.url if new.url is None else new.url,
        declared=old.declared if new.declared is None else new.declared,
    )
    if old.title is not None and (new.title is None or (new.title_inferred and not old.title_inferred)):
        row = row._replace(title=old.title, title_key=old.title_key, title_inferred=old.title_inferred)
    if new.author is None:
        row = row._replace(author=old.author, author_url=old.author_url, author_owner=old.author_owner)
    if new.published_iso is None:
        row = row._replace(
            published_iso=old.published_iso, published_raw=old.published_raw, published_key=old.published_key
        )
    if new.updated_iso is None:
        row = row._replace(updated_iso=old.updated_iso, updated_raw=old.updated_raw)
    return row


def _store_labels(connection: sqlite3.Connection, post: int, labels: tuple[str, ...]) -> None:
    """Append the labels the post does not bear yet: a label page knows only its own."""
    held = labels_of(connection, post)
    missing = [label for label in dict.fromkeys(labels) if label not in held]
    connection.executemany(
        "INSERT INTO label (post, ordinal, name) VALUES (?, ?, ?)",
        ((post, number, label) for number, label in enumerate(missing, start=len(held))),
    )
