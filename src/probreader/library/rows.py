"""Rows of the entry table, and the domain values they hold."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from probreader.domain.outline import displayed
from probreader.domain.post import Author, Certainty, Comment, Section, Timestamp
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.library.permalinks import shortened, whole
from probreader.library.values import EntryKind

POST_ROW_ID = ""
"""The id, in the table, of the row that stands for the post itself; no section or comment has it."""


_CERTAINTIES = {certainty.value: certainty for certainty in Certainty}
"""Looked up, as making an enum's member from its value costs as much as the rest of a comment."""


class EntryRow(NamedTuple):
    """What a source says of an entry, and where it stands; fields are named as their columns, see ``schema.sql``."""

    position: int
    kind: str
    depth: int
    parent_position: int | None
    descendants: int
    id: str
    author: str | None
    author_url: str | None
    author_owner: int
    published_iso: str | None
    published_raw: str | None
    permalink: str | None
    certainty: str
    removed: int
    placeholder: int
    gone: int
    heading: str | None
    size: int
    breaks: int
    spans: str | None
    text: str

    @property
    def indexed(self) -> tuple[str | None, str | None, str]:
        """The columns of ``entry_index``, in its order."""
        return self.heading, self.author, self.text


COLUMNS = ", ".join(EntryRow._fields)
"""The columns of an :class:`EntryRow`, for a SELECT."""


def post_row(title: str | None, author: Author | None, published: Timestamp | None) -> EntryRow:
    """The row of the post itself; ``title`` is None when it repeats the body."""
    return EntryRow(
        position=0,
        kind=EntryKind.POST,
        depth=0,
        parent_position=None,
        descendants=0,
        id=POST_ROW_ID,
        author=None if author is None else author.name,
        author_url=None if author is None else author.url,
        author_owner=int(author is not None and author.is_owner),
        published_iso=None if published is None else published.iso,
        published_raw=None if published is None else published.raw,
        permalink=None,
        certainty=Certainty.STATED,
        removed=0,
        placeholder=0,
        gone=0,
        heading=title,
        size=0,
        breaks=0,
        spans=None,
        text="",
    )


def section_row(section: Section, position: int, *, gone: bool) -> EntryRow:
    """The row of ``section`` at ``position``."""
    shown = displayed(section).text
    return post_row(section.heading, None, None)._replace(
        position=position,
        kind=EntryKind.SECTION,
        id=section.id,
        gone=int(gone),
        size=len(shown),
        breaks=shown.count("\n"),
        spans=spans_json(section.body.spans),
        text=section.body.text,
    )


def comment_row(
    comment: Comment,
    url: str | None,
    position: int,
    depth: int,
    parent_position: int | None,
    descendants: int,
    *,
    gone: bool,
) -> EntryRow:
    """The row of ``comment``, whose post is at ``url``, where :func:`~probreader.domain.thread.shape_of` puts it."""
    author, published, text = comment.author, comment.published, comment.body.text
    # By their places, since there may be a million: names take twice as long.
    return EntryRow(
        position,
        EntryKind.COMMENT,
        depth,
        parent_position,
        descendants,
        comment.id,
        None if author is None else author.name,
        None if author is None else author.url,
        int(author is not None and author.is_owner),
        None if published is None else published.iso,
        None if published is None else published.raw,
        shortened(comment.permalink, url, comment.id),
        comment.certainty,
        int(comment.removed),
        int(comment.placeholder),
        int(gone),
        None,
        len(text),
        text.count("\n"),
        spans_json(comment.body.spans),
        text,
    )


def section_of(row: EntryRow) -> Section:
    """The section that ``row`` holds."""
    return Section(row.id, row.heading, prose_of(row), bool(row.removed))


def comment_of(row: EntryRow, url: str | None, parent: str | None) -> Comment:
    """The comment that ``row`` holds, in a post at ``url``, a reply to the comment with the id ``parent``."""
    return Comment(
        id=row.id,
        parent=parent,
        certainty=_CERTAINTIES[row.certainty],
        author=author_of(row.author, row.author_url, row.author_owner),
        published=timestamp_of(row.published_iso, row.published_raw),
        permalink=whole(row.permalink, url, row.id),
        body=prose_of(row),
        removed=bool(row.removed),
        placeholder=bool(row.placeholder),
    )


def comments_of(rows: Sequence[EntryRow], url: str | None) -> list[Comment]:
    """The comments among the ``rows`` of one post, which is at ``url``, in reading order."""
    ids = {row.position: row.id for row in rows}
    return [
        comment_of(row, url, None if row.parent_position is None else ids[row.parent_position])
        for row in rows
        if row.kind == EntryKind.COMMENT
    ]


def author_of(name: str | None, url: str | None, is_owner: int) -> Author | None:
    """The author; None without a name."""
    return None if name is None else Author(name, url, bool(is_owner))


def timestamp_of(iso: str | None, raw: str | None) -> Timestamp | None:
    """The time; None without one."""
    return None if iso is None or raw is None else Timestamp(iso, raw)


def prose_of(row: EntryRow) -> Prose:
    """The text of ``row`` with its spans."""
    return Prose(row.text, () if row.spans is None else spans_of(row.spans))


def spans_json(spans: tuple[Span, ...]) -> str | None:
    """``spans`` as the table keeps them; None for none."""
    if not spans:
        return None
    items = [
        (span.start, span.end, span.kind) if span.target is None else (span.start, span.end, span.kind, span.target)
        for span in spans
    ]
    return json.dumps(items, ensure_ascii=False, separators=(",", ":"))


def spans_of(text: str) -> tuple[Span, ...]:
    """The spans that :func:`spans_json` wrote."""
    return tuple(
        Span(start, end, SpanKind(kind), target[0] if target else None)
        for start, end, kind, *target in json.loads(text)
    )
