"""The lines that blog software puts below a post: who wrote it when, its labels, links that share it.

Converters leave some of them without the names: ``Posted by at``, ``Labels: , ,``. Such lines hold nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from probreader.domain.post import Timestamp
from probreader.sources.dates import read_moment
from probreader.sources.markers import LANGUAGES, read_heading
from probreader.sources.words.footers import BEFORE_TIME, LABELS, LABELS_WITHOUT_COLON, SHARING

_LONGEST = 300
"""Characters of a line with labels, the longest of such lines."""
_LONGEST_POSTED = 120
_LONGEST_TIME = 24
_LONGEST_NAME = 60
_MOST = 12
"""Lines with text below a post."""
_COLONS = (":", "：")
_SPACES = " :：\N{NO-BREAK SPACE}"
_POSTED = tuple(sorted({start for words in LANGUAGES for start in words.posted}, key=len, reverse=True))
_POSTED_STARTS = frozenset(start[:2] for start in _POSTED)
_TIME = re.compile(r"\D{0,12}\d{1,2}[:.h]\d{2}(?::\d{2})?\D{0,8}")
_BETWEEN = frozenset(word.strip(_SPACES) for word in BEFORE_TIME)
_OTHER = frozenset(line for words in LANGUAGES for line in words.other)
_NOTHING = frozenset("|,;:·•*◦- ")


@dataclass(frozen=True, slots=True)
class Footer:
    """What the lines below a post's body say."""

    start: int
    """Index of the first of them; where there are none, that behind the body."""
    author: str | None = None
    time: str | None = None
    """The time of day as it is written."""
    labels: tuple[str, ...] = ()
    declared: int | None = None
    """How many comments the post has, where it is said here."""
    exists: bool = False


def read_footer(lines: Sequence[str], start: int, end: int) -> Footer:
    """The footer that ends the lines ``[start, end)``.

    A line belongs to it as long as it and all below it are of the kinds that a footer is made of, and one of them
    tells an author or labels, or shows where these were.
    """
    found = Footer(end)
    first, seen, at, is_shared = end, 0, end, False
    while at > start and seen < _MOST:
        at -= 1
        line = lines[at].strip()
        if not line:
            continue
        seen += 1
        said = _said(line) or (_read_signed(line) if is_shared else None)
        if said is None:
            break
        first, is_shared = at, is_sharing(line)
        found = _joined(said, found)
    return Footer(first, found.author, found.time, found.labels, found.declared, True) if found.exists else Footer(end)


def footer_end(lines: Sequence[str], start: int, end: int) -> int:
    """The index behind the last line of the footer of which the line at ``start`` is one."""
    last = start
    for index in range(start + 1, min(end, start + 2 * _MOST)):
        line = lines[index].strip()
        if line and (_said(line) is None or read_posted(line) is not None):
            break
        if line:
            last = index
    return last + 1


def with_time(day: Timestamp | None, time: str | None) -> Timestamp | None:
    """``day``, a date, with the ``time`` of a footer, as far as it can be read."""
    dated = read_moment(time) if time else None
    if day is None or dated is None or dated.timestamp is None or dated.form != "time" or "T" in day.iso:
        return day
    return Timestamp(day.iso + dated.timestamp.iso, f"{day.raw} {dated.raw}")


def _joined(upper: Footer, lower: Footer) -> Footer:
    return Footer(
        lower.start,
        upper.author or lower.author,
        upper.time or lower.time,
        upper.labels or lower.labels,
        lower.declared if upper.declared is None else upper.declared,
        upper.exists or lower.exists,
    )


def _said(line: str) -> Footer | None:
    """What one line says; None when it is no line of a footer."""
    if len(line) > _LONGEST:
        return None
    if is_sharing(line) or line in _OTHER:
        return Footer(0)
    if (labels := read_labels(line)) is not None:
        return Footer(0, labels=labels, exists=True)
    return read_posted(line)


def read_labels(line: str) -> tuple[str, ...] | None:
    """The labels that ``line`` names; empty when a converter dropped them; None when it is no such line."""
    word, colon, rest = line[:_LONGEST].replace("：", ":").partition(":")
    bare = next((word for word in LABELS_WITHOUT_COLON if line.startswith(word)), "")
    if bare and not line.endswith((".", ":", "!", "?")):
        rest = line[len(bare) :]
    elif not colon or word.strip() not in LABELS:
        return None
    return tuple(dict.fromkeys(name for part in rest.replace("、", ",").split(",") if (name := part.strip())))


def read_posted(line: str) -> Footer | None:
    """Author and time in a line such as ``Posted by Ada at 7:40 12 comments:``; None when it is no such line."""
    if len(line) > _LONGEST_POSTED or line[:2] not in _POSTED_STARTS:
        return None
    start = next((start for start in _POSTED if line.startswith(start)), None)
    if start is None:
        return None
    rest = line[len(start) :]
    if (rest and rest[0].isalnum() and start[-1].isascii()) or (not rest and " " not in start):
        return None
    rest, declared = _without_count(" ".join(rest.lstrip(_SPACES).split()))
    if not rest.strip(_SPACES) or rest.strip(_SPACES) in _BETWEEN:
        return Footer(0, declared=declared, exists=True)
    author, time = _split_time(rest)
    if time is None and (len(author) > _LONGEST_NAME or author[-1] in ".!?"):
        return None
    return Footer(0, author or None, time, (), declared, exists=True)


def _read_signed(line: str) -> Footer | None:
    """Author and time in the line ``Ada at 7:40``, as it stands over the link that shares a post of a mobile page."""
    author, time = _split_time(line) if len(line) <= _LONGEST_POSTED else ("", None)
    return Footer(0, author, time, exists=True) if author and time and len(author) <= _LONGEST_NAME else None


def _without_count(text: str) -> tuple[str, int | None]:
    """``text`` without the heading over comments that may end it, and the count that it says."""
    if not text.endswith(_COLONS):
        return text, None
    words = text.split(" ")
    for length in range(1, min(5, len(words)) + 1):
        heading = read_heading(" ".join(words[-length:]))
        if heading and heading.sure and heading.count is not None and heading.title is None:
            return " ".join(words[:-length]), heading.count
    return text, None


def _split_time(text: str) -> tuple[str, str | None]:
    """Author and time of the words behind ``Posted by``; the time is None when there is none."""
    for word in BEFORE_TIME:
        if text.startswith(f"{word} ") and _is_time(text[len(word) + 1 :]):
            return "", text[len(word) + 1 :]
        author, between, time = text.rpartition(f" {word} ")
        if between and _is_time(time):
            return author.strip(" ,"), time
    return text, None


def _is_time(text: str) -> bool:
    if len(text) > _LONGEST_TIME:
        return False
    dated = read_moment(text)
    return (dated is not None and dated.form == "time") or _TIME.fullmatch(text) is not None


def is_sharing(line: str) -> bool:
    """Whether ``line`` is made of nothing but links that share a post."""
    rest = line.lstrip("•*◦- ")
    if len(line) > _LONGEST or not rest.startswith(SHARING):
        return False
    while rest:
        link = next((link for link in SHARING if rest.startswith(link)), rest[0] if rest[0] in _NOTHING else "")
        if not link:
            return False
        rest = rest[len(link) :]
    return True
