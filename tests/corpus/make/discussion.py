"""A hand-written discussion: a blog, its posts and their comments, read from one TOML file of ``discussions/``.

Comments stand in reading order; ``depth`` says under which of those above a comment stands. Ids are digests of names
and places, so that the same file always gives the same page.
"""

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

from .inline import plain
from .language import Language, languages


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as it was written."""

    ident: str
    author: str
    kind: str
    """``anonymous``, ``profile`` (a blogger's account), ``site`` (a name with a web page), ``owner``."""
    at: datetime
    """The exact instant, in UTC."""
    markup: str
    """Inline HTML; a new line is a line break. Empty when removed."""
    removed: str | None
    """``author`` or ``admin`` when the text was removed."""
    depth: int
    parent: int | None
    """Position of the parent among the post's comments; None: the post."""
    pingback: bool = False
    """Stands among the comments of a WordPress page and is none."""

    @property
    def milliseconds(self) -> int:
        """Since 1970, as in ``showComment=``."""
        return (self.at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Post:
    """One post with its comments."""

    ident: str
    title: str | None
    path: str
    author: str
    published: datetime
    """With the blog's own offset."""
    labels: tuple[str, ...]
    markup: str
    """HTML of the body; a new line is a line break."""
    comments: tuple[Comment, ...]
    declared: int | None
    """How many comments the page says there are; None: it says nothing."""


@dataclass(frozen=True, slots=True)
class Blog:
    """A whole file."""

    name: str
    """The file's stem: the first part of the names of its pages."""
    shapes: tuple[str, ...]
    """The pages to make of it."""
    title: str
    about: str
    host: str
    tag: str
    """Language tag, a row of ``languages.toml``."""
    zone: timezone
    label: str | None
    """The label that an archive page is of; None: a month."""
    stamp: str
    """How the blog writes a comment's time."""
    over: str | None
    """The heading over the comments where the blog has its own, with ``{n}`` and ``{title}``."""
    charset: str
    """The encoding that the page is in and says it is in."""
    posts: tuple[Post, ...]

    @property
    def language(self) -> Language:
        return languages()[self.tag]

    @property
    def ident(self) -> str:
        return digits(self.host)

    def url(self, post: Post) -> str:
        """The post's permalink."""
        return f"https://{self.host}{post.path}"

    def heading(self, post: Post) -> str:
        """What stands over the post's comments."""
        number = post.declared or 0
        if self.over is None or not number:
            return self.language.heading(number)
        return self.over.replace("{n}", str(number)).replace("{title}", post.title or "")

    @staticmethod
    def paged(post: Post) -> bool:
        """Whether the page shows only the first of the post's comments."""
        return (post.declared or 0) > len(post.comments)

    def written(self, comment: Comment) -> str:
        """The comment's time as the blog shows it."""
        return self.language.written(self.stamp, self.local(comment.at))

    def local(self, at: datetime) -> datetime:
        """An instant on the blog's own clock."""
        return at.astimezone(self.zone)


def digits(*parts: object) -> str:
    """Nineteen digits that depend on ``parts`` alone."""
    digest = sha256("\0".join(map(str, parts)).encode()).digest()
    return str(int.from_bytes(digest[:8], "big") % 9 * 10**18 + int.from_bytes(digest[8:16], "big") % 10**18 + 10**18)[
        :19
    ]


def load(path: Path) -> Blog:
    """Read one file of ``discussions/``."""
    row = tomllib.loads(path.read_text("utf-8"))
    zone = timezone(timedelta(minutes=row["zone_minutes"]))
    return Blog(
        name=path.stem,
        shapes=tuple(row["shapes"]),
        title=row["title"],
        about=row["about"],
        host=row["host"],
        tag=row["language"],
        zone=zone,
        label=row.get("label"),
        stamp=row.get("stamp", languages()[row["language"]].stamp),
        over=row.get("heading"),
        charset=row.get("charset", "UTF-8"),
        posts=tuple(_post(row["host"], post, zone) for post in row["post"]),
    )


def _post(host: str, row: dict[str, Any], zone: timezone) -> Post:
    return Post(
        ident=digits(host, row["path"]),
        title=row.get("title"),
        path=row["path"],
        author=row["author"],
        published=row["published"].replace(tzinfo=zone),
        labels=tuple(row.get("labels", [])),
        markup=row["body"].strip("\n"),
        comments=_comments(host, row),
        declared=row.get("declared", len(row.get("comment", []))),
    )


def _comments(host: str, row: dict[str, Any]) -> tuple[Comment, ...]:
    found: list[Comment] = []
    open_at: list[int] = []
    for position, comment in enumerate(row.get("comment", [])):
        depth = comment.get("depth", 0)
        assert depth <= len(open_at), f"{host}{row['path']}: comment {position} is deeper than a reply can be"
        del open_at[depth:]
        found.append(_comment(digits(host, row["path"], position), comment, depth, open_at[-1] if depth else None))
        open_at.append(position)
    return tuple(found)


def _comment(ident: str, row: dict[str, Any], depth: int, parent: int | None) -> Comment:
    fraction = int(ident[-3:])
    return Comment(
        ident=ident,
        author=row["author"],
        kind=row.get("kind", "profile"),
        at=row["at"].replace(tzinfo=UTC) + timedelta(milliseconds=fraction),
        markup=row.get("text", "").strip("\n"),
        removed=row.get("removed"),
        depth=depth,
        parent=parent,
        pingback=row.get("pingback", False),
    )


def text_of(comment: Comment, language: Language) -> str:
    """The comment's plain text as the page shows it."""
    if comment.removed is not None:
        return language.removed_author if comment.removed == "author" else language.removed_admin
    return plain(comment.markup)
