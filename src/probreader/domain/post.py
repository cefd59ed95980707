"""Post, section, comment and what was read of them.

Words follow RFC 4287 (id, title, published, updated, author) and RFC 4685 (in reply to).
"""

from dataclasses import dataclass
from enum import StrEnum

from probreader.domain.prose import Prose


class Certainty(StrEnum):
    """How a parent is known."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A time exactly as precise as its source gave it; a missing part is never invented."""

    iso: str
    """ISO 8601: ``2021-02-25``, ``2019-05-19T10:45``, ``2019-05-19T10:45:12+01:00`` or, without a date, ``T14:40``."""
    raw: str
    """The source's own words, cleaned."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a post or a comment, as the source names them; names are not identities."""

    name: str
    url: str | None = None
    """The author's profile or home page; None when the source gives none."""
    is_owner: bool = False
    """True when the source marks the author as the blog's owner."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a post's body between separator lines."""

    id: str
    heading: str | None
    """The section's heading where the source marks one as such; it is then not in ``body``. None otherwise."""
    body: Prose
    removed: bool = False
    """True when no source that gave the section gives it any more; only a library knows."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A response to a post at any depth."""

    id: str
    parent: str | None
    """The id of the comment this one replies to; None when it replies to the post."""
    certainty: Certainty
    """How ``parent`` is known."""
    author: Author | None
    """None when the source names nobody."""
    published: Timestamp | None
    """None when the source gives no time, or an impossible one (then a problem says so)."""
    permalink: str | None
    body: Prose
    removed: bool = False
    """True when the source says that the comment's text was removed."""
    placeholder: bool = False
    """True when this stands in for a comment the source no longer holds; its body is empty."""


@dataclass(frozen=True, slots=True)
class Post:
    """An article and its comments. ``comments`` is flat, in reading order: every reply stands after its parent."""

    id: str
    url: str | None
    title: str | None
    """None when the source gives none and none can be inferred."""
    title_inferred: bool
    """True when ``title`` was made from the first sentence of the body, whose words it repeats."""
    author: Author | None
    published: Timestamp | None
    updated: Timestamp | None
    labels: tuple[str, ...]
    declared_comments: int | None
    """How many comments the source says there are; None when it does not say."""
    sections: tuple[Section, ...]
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a source that the user should know; part of its ledger."""

    code: str
    """Stable, lower-case, hyphenated: ``comments-missing``, ``cut-off``, ``not-a-discussion``, ..."""
    message: str
    """A whole sentence."""
    line: int | None = None
    """Where in the source, counted from 1; None when it concerns no one line."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes that were read, and where they came from."""

    location: str
    """Absolute path, as text; shown, never opened again without the user's word."""
    shape: str
    """What kind of source it is: ``blogger-text``, ``extracted-text``, ``archive-text``, ..."""
    digest: str
    """SHA-256 of the bytes, in hexadecimal."""
    size: int
    """Bytes."""
    reader: str = ""
    """Which version of the program read the bytes; the same bytes read by the same one hold the same posts.

    Empty when it is not known: then they are never taken for the same.
    """
