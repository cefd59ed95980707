"""When a comment was written: a line that is a date, a line that ends in one, the instant in an address."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from probreader.domain.post import Timestamp
from probreader.sources.dates import read_date

_LONGEST = 60
_DIGITAL = re.compile(r"[0-9]{1,2} ?[:.h시時点] ?[0-9]{2}|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
"""A time of day or a year: a date has one of them in any language."""
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 6
_LONGEST_WORD = 14
_START = re.compile(r"(?<![0-9])[0-9]|(?<=[0-9])[0-9]|(?<!\w)[^\W\d_]|(?<=[a-zß-ÿ.)])[A-Z]")
_SHOWN = re.compile(r"[?&#]showComment=([0-9]{9,14})")
_KEY = re.compile(r"#(?:c|comment-)([0-9]{1,20})\Z")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as the dump has it."""

    raw: str
    timestamp: Timestamp | None
    """None when it is in no form that can be read."""


def read_moment(text: str) -> Moment | None:
    """The date or time that the whole of ``text`` is; None when it is anything else.

    What looks like a date in a language that is not known has no timestamp.
    """
    if len(text) > _LONGEST or not _DIGITAL.search(text):
        return None
    if dated := read_date(text):
        return Moment(dated.raw, dated.timestamp)
    return Moment(text, None) if _looks_like_date(text) else None


def _looks_like_date(text: str) -> bool:
    """Whether there is little beside the numbers: a few short words, and no sentence's end."""
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    digits = sum(map(str.isdigit, text))
    return (
        len(words) <= _MOST_WORDS
        and max(map(len, words), default=0) <= _LONGEST_WORD
        and 3 <= digits
        and letters <= 6 * digits
        and text[-1] not in "!?:;"
    )


def split_moment(text: str) -> tuple[str, Moment] | None:
    """Author and time of a line that ends in a date, glued to the author or not; None when there is no author.

    A number that may be the author's or the day's is the day's, as far as there is such a day.
    """
    offset = max(0, len(text) - _LONGEST)
    tail = text[offset:]
    if not _DIGITAL.search(tail):
        return None
    impossible = None
    for match in _START.finditer(tail):
        if offset + match.start() == 0:
            continue
        dated = read_date(tail[match.start() :])
        if dated is None:
            continue
        author = text[: offset + match.start()].strip()
        if dated.timestamp and author:
            return author, Moment(dated.raw, dated.timestamp)
        impossible = impossible or (author, Moment(dated.raw, None))
    return impossible


def exact(raw: str, address: str) -> Timestamp | None:
    """The instant that a comment's address names, shown as ``raw``; None when it names none."""
    match = _SHOWN.search(address)
    if match is None:
        return None
    number = int(match[1])
    instant = _EPOCH + timedelta(milliseconds=number if number > 10**11 else 1000 * number)
    return Timestamp(instant.isoformat(timespec="milliseconds"), raw)


def key_of(address: str) -> str | None:
    """The id of the comment that ``address`` leads to, such as ``c4711``; None when it leads to none."""
    match = _KEY.search(address)
    return f"c{match[1]}" if match else None
