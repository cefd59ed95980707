"""The header of a comment: who wrote it and when, on one row or several."""

import re
from dataclasses import dataclass, replace

from probreader.domain.post import Timestamp
from probreader.domain.prose import Span, SpanKind
from probreader.sources.dates import Dated
from probreader.sources.dumps.moments import LONGEST, exact, key_of, moment_of, split_moment, unread_moment
from probreader.sources.dumps.rows import Rows
from probreader.sources.dumps.said import says, says_over_date
from probreader.sources.markers import Mark, mark, read_heading
from probreader.sources.separators import is_separator

_ITEM = re.compile(r"(?:[0-9]{1,6}\\?[.)]|[*+•·○□☆◦▪■●#@o-](?=\s|$))\s{0,40}")
_IMAGE = re.compile(r"(?:\[[^\[\]\n]{0,40}\]|!\S{0,40})\s{0,40}")
_LONGEST_NAME = 100
_LONGEST_SENTENCE = 30
"""Characters of a name that ends like a sentence."""
_COLONS = frozenset(":：")
_SIGNS = ",·|—–- "
# Words that stand between a name and a date.
_LEADS = re.compile(r"(?<=\S)\s(?:on|at|am|le|el|il|em|op|den|dnia)\Z")
_LEAD_WORDS = frozenset(
    ("on", "at", "am", "le", "el", "il", "em", "op", "den", "dnia", "um", "à", "às", "alle", "o", "в", "kl.")
)
_NEAR = 4
"""Rows, empty ones too, that an author and a date stand apart at most."""
_SAID_NEAR = 2
"""The same for a date and what says behind it that somebody said something."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where a comment begins, and what stands there."""

    start: int
    """Index of its first row."""
    body: int
    """Index of the row with which the text begins."""
    column: int
    """Where its text stands, in characters from the left."""
    author: str | None
    author_url: str | None
    moment: Dated | None
    published: Timestamp | None
    """The exact instant where an address tells it, else the moment as shown."""
    permalink: str | None
    key: str | None
    """The comment's own id, such as ``c4711``."""
    glued: bool = False
    """True when a digit before the date may be the name's as well as the day's."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row without an item's number and without images."""

    text: str
    column: int
    cut: int
    """Characters of the row before the text."""


def line_at(rows: Rows, row: int) -> _Line:
    """The row without what may stand before a name."""
    text = rows.texts[row]
    cut = column = 0
    if match := _ITEM.match(text):
        cut = column = match.end()
    while match := _IMAGE.match(text, cut):
        cut = match.end()
        if cut >= len(text):
            break
    return _Line(text[cut:], rows.indents[row] + (0 if rows.numbers_left else column), cut)


def header_at(rows: Rows, row: int, end: int) -> Header | None:
    """The header that begins at ``row``, which is not empty; None when none does."""
    start = row
    line = line_at(rows, row)
    column = line.column
    if not line.text:
        row = rows.next_text(row + 1, min(end, row + _NEAR))
        if row >= min(end, start + _NEAR):
            return None
        line = line_at(rows, row) if rows.indents[row] else _Line(rows.texts[row], column, 0)
        column = column if rows.numbers_left else max(column, line.column)
    if len(line.text) > 2 * _LONGEST_NAME:
        return None
    return _on_one_row(rows, start, row, line, column) or _on_rows(rows, start, row, end, line, column)


def _links(rows: Rows, row: int) -> list[Span]:
    if row not in rows.spans:
        return []
    return [span for span in rows.spans.get(row, ()) if span.kind is SpanKind.LINK and span.target]


def _on_one_row(rows: Rows, start: int, row: int, line: _Line, column: int) -> Header | None:
    """Author and date on the row; an address of the comment tells exactly where the date begins."""
    for link in _links(rows, row):
        if link.start > line.cut and link.target and key_of(link.target):
            date = rows.texts[row][link.start :]
            author = said_name(rows.texts[row][line.cut : link.start])
            moment = moment_of(date) or unread_moment(date)
            if moment and author:
                return _header(rows, start, row, row, column, author, moment)
    said = says(line.text) if line.text[-1:] in _COLONS else None
    if split := split_moment(said or line.text):
        author = said_name(split[0])
        if _is_name(author) and mark(author) is not Mark.CLOSE_TOP:
            glued = said is None and not split[0][-1:].isspace()
            return _header(rows, start, row, row, column, author, split[1], glued=glued)
    return None


def _is_name(author: str) -> bool:
    return bool(author) and author not in _LEAD_WORDS and len(author) <= _LONGEST_NAME and not _is_sentence(author)


def _is_sentence(text: str) -> bool:
    return text[-1] in ".,;" and len(text) > _LONGEST_SENTENCE


def _on_rows(rows: Rows, start: int, row: int, end: int, line: _Line, column: int) -> Header | None:
    """The author on a row of its own, the date on the next, perhaps ``says:`` or ``on`` between them."""
    if not line.text or len(line.text) > _LONGEST_NAME or line.text in _LEAD_WORDS:
        return None
    date = rows.next_text(row + 1, min(end, row + _NEAR))
    if date < min(end, row + _NEAR) and is_between(rows.texts[date]):
        date = rows.next_text(date + 1, min(end, date + _NEAR))
    if date >= end or date - row > 2 * _NEAR:
        return None
    moment = moment_of(rows.texts[date]) or unread_moment(rows.texts[date])
    if moment is None or not _can_be_name(line.text, has_time="hour" in moment.form) or is_separator(rows.texts[row]):
        return None
    author = says_over_date(line.text) or line.text
    return _without_said(rows, end, _header(rows, start, row, date, column, said_name(author), moment))


def is_between(text: str) -> bool:
    """Whether ``text`` is a row that may stand between a name and a date: ``says:``, ``on``."""
    return text in _LEAD_WORDS or says_over_date(text) == ""


def _without_said(rows: Rows, end: int, header: Header) -> Header:
    """``header`` with the row below its date that says that somebody said something, where the date is inside it."""
    row = rows.next_text(header.body, min(end, header.body + _SAID_NEAR))
    said = row < min(end, header.body + _SAID_NEAR) and says(rows.texts[row]) == ""
    return replace(header, body=row + 1) if said else header


def _can_be_name(text: str, *, has_time: bool) -> bool:
    """Whether the row over a date is no heading, no date, nothing that says only that somebody said something."""
    word = mark(text)
    if word is Mark.CLOSE_TOP or (word and not has_time) or _is_sentence(text) or is_separator(text):
        return False
    if moment_of(text) or says(text) == "":
        return False
    plain = text[-1] not in _COLONS and not any(map(str.isdigit, text))
    return plain or read_heading(text) is None


def stamp(rows: Rows, header: Header, row: int) -> Header | None:
    """``header`` with the date that stands alone on ``row``; None when none does."""
    text = rows.texts[row]
    if len(text) > LONGEST:
        return None
    moment = moment_of(text) or moment_of(line_at(rows, row).text) or unread_moment(text)
    if moment is None:
        return None
    permalink = next((s.target for s in _links(rows, row) if s.target and key_of(s.target)), None)
    published = (exact(moment.raw, permalink) if permalink else None) or moment.timestamp
    key = key_of(permalink) if permalink else None
    return replace(header, moment=moment, published=published, permalink=permalink, key=key)


def said_name(text: str) -> str:
    """The name in ``text``, with or without ``says:`` or the like behind it."""
    text = text.strip()
    return _LEADS.sub("", (says(text) or text).strip().rstrip(_SIGNS).rstrip()).rstrip(_SIGNS).rstrip()


def _header(
    rows: Rows, start: int, row: int, date: int, column: int, author: str, moment: Dated, *, glued: bool = False
) -> Header:
    url = next((s.target for s in _links(rows, row) if s.target and not key_of(s.target)), None)
    permalink = next((s.target for s in _links(rows, date) if s.target and key_of(s.target)), None)
    published = (exact(moment.raw, permalink) if permalink else None) or moment.timestamp
    key = key_of(permalink) if permalink else None
    return Header(start, date + 1, column, author or None, _web(url), moment, published, permalink, key, glued)


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
