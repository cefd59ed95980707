"""When a comment was written: a text that is a date, a line that ends in one, the instant in an address."""

import re

from probreader.domain.post import Timestamp
from probreader.sources.dates import Dated, from_epoch_milliseconds, read_date, read_moment, split_glued
from probreader.sources.dates.quick import quick_end
from probreader.sources.dates.tokens import can_begin_date

LONGEST = 100
"""Characters of a row that can be a date, with what may stand behind it."""
_DIGITAL = re.compile(
    r"[0-9]{1,2} ?[:.h시時点點時] ?[0-9]{2}|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|[0-9] ?[APap]\.?[Mm]|[시時点點]"
)
"""A time of day or a year: a date has one of them in any language."""
_CLOCK = re.compile(r"[0-9]{1,2}[:.h][0-9]{2}(?![0-9])")
_PLAIN = re.compile(r"[\w\s,.:/-]+")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 6
_LONGEST_WORD = 14
_LONGEST_DATE = 70
_START = re.compile(r"(?<=\s)\S")
_SIGNS = "#|·↓-"
_LINKS = ("(edit)", "(permalink)", "(link)", "permalink", "edit", "(bearbeiten)", "(modifier)", "(editar)")
_MOST_LINKS, _LONGEST_BOX = 5, 30
_LEAD = re.compile(r"\A[|·,–—-]\s*")
_SHOWN = re.compile(r"[?&#]showComment=([0-9]{9,14})")
# Before 2007 Blogger's addresses ended in the bare number.
_KEY = re.compile(r"#(?:(?:c|comment-)(?P<id>[0-9]{1,25})|(?P<bare>[0-9]{6,25}))\Z")
UNREAD = "unread"
"""The form of what looks like a date in a language that is not known."""


def moment_of(text: str) -> Dated | None:
    """The date or time that the whole of ``text`` is, but for links and image boxes behind it; None otherwise."""
    if not 4 <= len(text) <= LONGEST or not can_begin_date(text) or _DIGITAL.search(text) is None:
        return None
    if quick := quick_end(text):
        if not quick[0]:
            return quick[1]
        if not text[quick[0] - 1].isspace():
            return None
    if dated := read_moment(text):
        return dated
    bare = _LEAD.sub("", _without_links(text), count=1).strip()
    return read_moment(bare) if bare and bare != text else None


def _without_links(text: str) -> str:
    """``text`` without the signs, links and image boxes that may stand behind a date."""
    for _ in range(_MOST_LINKS):
        text = text.rstrip()
        link = next((link for link in _LINKS if text[-len(link) :].lower() == link), "")
        if text[-1:] and text[-1] in _SIGNS:
            text = text[:-1]
        elif link:
            text = text[: -len(link)]
        elif text.endswith("]") and (box := text.rfind("[", max(0, len(text) - _LONGEST_BOX))) >= 0:
            text = text[:box]
        else:
            break
    return text


def unread_moment(text: str) -> Dated | None:
    """What looks like a date and is in no known form: little beside numbers, and no sentence's end; None otherwise."""
    text = _without_links(text)
    if not 4 <= len(text) <= _LONGEST_DATE or _DIGITAL.search(text) is None or text[-1] in "!?:;.":
        return None
    if _CLOCK.search(text) is None or not _PLAIN.fullmatch(text):
        return None
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    digits = sum(map(str.isdigit, text))
    few = len(words) <= _MOST_WORDS and max(map(len, words), default=0) <= _LONGEST_WORD
    return Dated(text, None, UNREAD) if few and digits >= 3 and letters <= 6 * digits else None


def split_moment(text: str) -> tuple[str, Dated] | None:
    """Author and time of a line that ends in a date, glued to the author or not; None when there is no author.

    A number that may be the author's or the day's is the day's, as far as there is such a day.
    """
    if len(text) < 8 or _DIGITAL.search(text, max(0, len(text) - _LONGEST_DATE)) is None:
        return None
    if quick := quick_end(text):
        return (text[: quick[0]], quick[1]) if quick[0] else None
    if glued := split_glued(text):
        return glued
    offset = max(0, len(text) - _LONGEST_DATE)
    tail = text[offset:]
    for match in _START.finditer(tail):
        if (dated := read_date(tail[match.start() :])) and "hour" in dated.form:
            return text[: offset + match.start()], dated
    return None


def exact(raw: str, address: str) -> Timestamp | None:
    """The instant that a comment's address names, shown as ``raw``; None when it names none."""
    match = _SHOWN.search(address)
    instant = from_epoch_milliseconds(int(match[1])) if match else None
    return Timestamp(instant.iso, raw) if instant else None


def key_of(address: str) -> str | None:
    """The id of the comment that ``address`` leads to, such as ``c4711``; None when it leads to none."""
    match = _KEY.search(address)
    return f"c{match['id'] or match['bare']}" if match else None
