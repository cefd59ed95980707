"""Comments that each stand below a header with their author: which lines are whose.

The header is a line that says so (``Ada said...``, ``Ada says:``) or a name alone over its date. The date stands right
below the header, or ends the comment, or is absent. In a list the header is an item, and its indentation is its depth.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from probreader.sources.comment_times import moment
from probreader.sources.dates import read_date
from probreader.sources.markers import Mark, is_furniture, mark, read_heading, split_said
from probreader.sources.page_text import is_feed_line
from probreader.sources.parsed import LONGEST_SHORT, SourceText

_ITEM = re.compile(r"\A( {0,60})(?:[0-9]{1,6}\.|[•◦▪*-]) ")
_BEFORE_DATE = (" on ", " am ", " le ", " el ", " il ", " em ", " op ")
_SAID_THEN = (" said:", " said", " says:", " says", " sagte:", " a dit :", " dijo:", " disse:", " zei:")
_LONGEST_NAME = 60
_MOST_BETWEEN = 6
"""Lines with text that may stand between the heading and the first header."""


class Style(Enum):
    """Where the date of a comment stands."""

    ABOVE = auto()
    """Right below the header."""
    BELOW = auto()
    """On the comment's last line."""
    ABSENT = auto()


@dataclass(frozen=True, slots=True)
class Header:
    """The line or lines over a comment's text."""

    line: int
    """Index of the line with the name."""
    author: str
    """Empty when it names nobody."""
    raw: str | None
    """The date as it is written; None when it stands elsewhere or is absent."""
    indent: int
    """Columns before the item's mark; 0 without a list."""
    margin: int
    """Columns before the comment's further lines."""
    text: int
    """Index of the first line of the comment's text."""


@dataclass(frozen=True, slots=True)
class Headed:
    """The parts of a text whose comments stand below headers."""

    heading: int
    """Index of the line over the comments."""
    style: Style
    headers: tuple[Header, ...]
    is_list: bool
    """True when the headers are items of lists, so that their indentation tells who answers whom."""
    says: bool
    """True for headers with the date below the name, as WordPress writes them."""
    is_plain: bool
    """True when headers say no more than a name and a date."""
    tail: int
    """Index of the first line below the comments."""


def find_headed(source: SourceText) -> Headed | None:
    """The parts of ``source``; None when no heading stands over comments that have headers."""
    for heading, _ in reversed(source.headings):
        first = _first_header(source, heading)
        if first is not None:
            return _headed(source, heading, *first)
    return None


def _first_header(source: SourceText, heading: int) -> tuple[Header, Style] | None:
    index = heading
    for _ in range(_MOST_BETWEEN):
        index = source.next_text(index + 1)
        if index == len(source.lines):
            return None
        for style in (Style.ABOVE, Style.BELOW):
            if header := read_header(source, index, style):
                return header, style
        if not is_furniture(source.lines[index]):
            return None
    return None


def read_header(source: SourceText, index: int, style: Style) -> Header | None:
    """The header at ``index`` when its date stands where ``style`` has it; None when there is none."""
    line = source.lines[index]
    if not line or len(line) > 2 * LONGEST_SHORT:
        return None
    item = _ITEM.match(line)
    indent = len(item[1]) if item else len(line) - len(line.lstrip(" "))
    margin = item.end() if item else indent
    # Whatever the number's length, the further lines stand two columns in.
    margin = indent + 2 if item else margin
    words = line[item.end() :].strip() if item else line.strip()
    if style is not Style.ABOVE:
        author = split_said(words)
        return None if author is None else Header(index, author, None, indent, margin, index + 1)
    if named := named_when(words):
        return Header(index, *named, indent, margin, index + 1)
    return _over_date(source, index, words, indent, margin)


def named_when(words: str) -> tuple[str, str] | None:
    """Author and date of ``Ada on May 19, 2019 at 10:45 said:``; None when ``words`` are no such line."""
    said = next((said for said in _SAID_THEN if words.endswith(said)), None)
    if said is None:
        return None
    for before in _BEFORE_DATE:
        author, _, date = words.removesuffix(said).partition(before)
        if author and is_moment(date):
            return author.rstrip(","), date
    return None


def _over_date(source: SourceText, index: int, words: str, indent: int, margin: int) -> Header | None:
    below = index + 1
    if below < len(source.lines) and not source.lines[below]:
        below += 1
    date = source.lines[below].strip() if below < len(source.lines) else ""
    if not is_moment(date) or is_moment(words) or read_date(words) is not None:
        return None
    author = split_said(words)
    if author is None and (len(words) > _LONGEST_NAME or below > index + 1 or words.endswith((".", "!", "?"))):
        return None
    return Header(index, words if author is None else author, date, indent, margin, below + 1)


def is_moment(line: str) -> bool:
    """Whether ``line`` is a time of day, with or without its date."""
    return moment(line) is not None


def _headed(source: SourceText, heading: int, first: Header, style: Style) -> Headed | None:
    says = style is Style.ABOVE
    if style is Style.BELOW and not any(_ends_comment(source, index) for index in _below(source, first.line)):
        style = Style.ABSENT
    headers = [first, *_headers(source, first, style)]
    is_list = _ITEM.match(source.lines[first.line]) is not None
    is_plain = says and not any(_says(source, header) for header in headers)
    found = read_heading(source.lines[heading])
    if is_plain and len(headers) == 1 and (found is None or found.count != 1):
        return None
    tail = _tail(source, headers[-1], style)
    return Headed(heading, style, tuple(headers), is_list, says, is_plain, tail)


def _says(source: SourceText, header: Header) -> bool:
    line = source.lines[header.line]
    item = _ITEM.match(line)
    words = line[item.end() :].strip() if item else line.strip()
    return split_said(words) is not None or named_when(words) is not None


def _below(source: SourceText, line: int) -> Iterator[int]:
    return (index for index in source.short if index > line)


def _headers(source: SourceText, first: Header, style: Style) -> Iterator[Header]:
    is_list = _ITEM.match(source.lines[first.line]) is not None
    end = first.text
    for index in range(first.text, len(source.lines)):
        if index < end or bool(_ITEM.match(source.lines[index])) is not is_list:
            continue
        header = read_header(source, index, style)
        if header is None or (style is Style.BELOW and not _is_below_date(source, index)):
            continue
        if not is_list and header.indent != first.indent:
            continue
        end = header.text
        yield header


def _is_below_date(source: SourceText, index: int) -> bool:
    """Whether the comment above ends right above ``index``: with its date, or the actions below that."""
    lines = source.lines
    for _ in range(_MOST_BETWEEN):
        index -= 1
        while index >= 0 and not lines[index]:
            index -= 1
        line = lines[index].strip() if index >= 0 else ""
        if is_moment(line):
            return True
        if mark(line) is None:
            return False
    return False


def _ends_comment(source: SourceText, index: int) -> bool:
    """Whether the line at ``index`` is the date below a comment: with another header or the page's end below it."""
    lines = source.lines
    if not is_moment(lines[index].strip()):
        return False
    below = source.next_text(index + 1)
    while below < len(lines) and mark(lines[below].strip()) is not None:
        below = source.next_text(below + 1)
    return below == len(lines) or is_furniture(lines[below]) or split_said(lines[below].strip()) is not None


def _tail(source: SourceText, last: Header, style: Style) -> int:
    """The index of the first line that is not the last comment's: below its date or action, or the page's furniture."""
    lines = source.lines
    for index in range(last.text, len(lines)):
        line = lines[index]
        if style is Style.BELOW and is_moment(line.strip()):
            return _below_actions(source, index)
        if style is Style.ABOVE and (Mark.REPLY in (mark(line.strip()) or Mark(0))) and _ends_thread(source, index):
            return index + 1
        if line and line[0] != " " and _is_page_line(line):
            return index
    return len(lines)


def _below_actions(source: SourceText, index: int) -> int:
    below = source.next_text(index + 1)
    while below < len(source.lines) and (mark(source.lines[below].strip()) or Mark(0)) & (Mark.DELETE | Mark.REPLY):
        index, below = below, source.next_text(below + 1)
    return index + 1


def _ends_thread(source: SourceText, index: int) -> bool:
    """Whether nothing of a comment follows the action at ``index``."""
    below = source.next_text(index + 1)
    if below == len(source.lines):
        return True
    line = source.lines[below]
    return line[0] != " " and (source.lines[index][0] == " " or _is_page_line(line))


def _is_page_line(line: str) -> bool:
    return is_feed_line(line) or is_furniture(line)
