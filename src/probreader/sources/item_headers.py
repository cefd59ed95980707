"""The name and the date with which an item of a list of comments begins."""

import re
from dataclasses import dataclass

from probreader.sources.comment_times import moment
from probreader.sources.dumps.moments import split_moment
from probreader.sources.dumps.said import says
from probreader.sources.headed_lines import named_when
from probreader.sources.parsed import LONGEST_SHORT, SourceText

_ITEM = re.compile(r" {0,60}(?:[0-9]{1,6}\.|[•◦▪*-])(?: |\Z)")
_LONGEST_NAME = 60
_ENDS = (".", "!", "?", ",", ";")


@dataclass(frozen=True, slots=True)
class ItemHeader:
    """Who wrote a comment, and when."""

    author: str | None
    """None where the line names nobody."""
    raw: str | None
    """The date as it is written; None where it is absent."""
    text: int
    """Index of the first line of the comment's text."""


def read_item_header(source: SourceText, index: int) -> ItemHeader | None:
    """The header of the item that opens at ``index``; None when its text begins there."""
    line = source.lines[index]
    item = _ITEM.match(line)
    words = line[item.end() :].strip() if item else ""
    if not words or len(words) > 2 * LONGEST_SHORT:
        return None
    if named := named_when(words):
        return ItemHeader(*named, index + 1)
    below = source.next_text(index + 1, min(index + 3, len(source.lines)))
    date = source.lines[below].strip() if below < len(source.lines) else ""
    raw = date if date and moment(date) else None
    author = says(words)
    if author is not None:
        return ItemHeader(author or None, raw, below + 1 if raw else index + 1)
    return _without_colon(words, raw, index, below)


def _without_colon(words: str, raw: str | None, index: int, below: int) -> ItemHeader | None:
    """A header with nothing behind the name, or only what says that it is one."""
    author = says(f"{words}:")
    if author and len(author) <= _LONGEST_NAME and (raw or below > index + 1):
        return ItemHeader(author, raw, below + 1 if raw else index + 1)
    if raw and len(words) <= _LONGEST_NAME and not words.endswith(_ENDS) and below == index + 1 and not moment(words):
        return ItemHeader(words, raw, below + 1)
    if (split := split_moment(words)) and split[1].timestamp and 0 < len(split[0].strip()) <= _LONGEST_NAME:
        return ItemHeader(split[0].strip(), split[1].raw, index + 1)
    return None
