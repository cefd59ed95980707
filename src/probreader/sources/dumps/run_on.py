"""Pages whose text was put together without line ends: ``Ada19 May 2019 at 10:45Words.ReplyDeleteReplies...``.

A comment begins where a date with a time stands behind a short name, and the name behind action words or the heading.
Then every part can be put on a row of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probreader.sources.dumps.moments import split_moment
from probreader.sources.dumps.rows import Rows
from probreader.sources.markers import LANGUAGES, Words, read_heading
from probreader.sources.parsed import SourceText

_SHORTEST = 200
"""Characters of a line that can hold more than one comment."""
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])"
_MONTH = r"[^\W\d_]{3,12}\.?"
_CLOCK = r"[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:\s?(?:[AP]M|[ap]\. ?m\.|[πμ]\.μ\.|d[eu]\.|Ö[ÖS]))?"
_DATE = re.compile(
    rf"(?:{_DAY}\.? (?:de )?{_MONTH},? (?:de )?[0-9]{{4}}|{_MONTH} {_DAY}, [0-9]{{4}}|"
    r"[0-9]{4}[年년] ?[0-9]{1,2}[月월] ?[0-9]{1,2}[日일])"
    rf"(?:[ ,.-]{{1,3}}[^\W\d_]{{1,6}}){{0,2}}[ ,.-]{{1,3}}{_CLOCK}"
)
# Every date has a clock; looking for the certain sign in it first takes a fiftieth of the time.
_COLON_CLOCK, _DOT_CLOCK = re.compile(":[0-9]{2}"), re.compile(r"\.[0-9]{2}")
_NUMBERED = re.compile(r"[0-9]{1,6} [^\d:：]{2,30}[:：]\Z")
_LONGEST_NAME = 60
_MOST_WORDS = 12
"""Action words that stand together."""
_WORDS_OF_HEADING = 4


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a comment begins in a line."""

    words: int
    """Where the action words or the heading before the name begin."""
    name: int
    text: int
    """Where the comment's words begin."""
    rows: tuple[str, ...]
    """The action words, or the heading."""


def run_on_rows(source: SourceText) -> Rows | None:
    """The rows of such a page; None when ``source`` is none."""
    long = [line for line in source.lines if len(line) >= _SHORTEST and _has_clock(line) and _DATE.search(line)]
    if not long:
        return None
    words = _language(long)
    if words is None:
        return None
    texts: list[str] = []
    lines: list[int] = []
    for number, line in enumerate(source.lines):
        parts = list(_parts(line, words)) if len(line) >= _SHORTEST else [line.strip()]
        texts += parts
        lines += [number] * len(parts)
    return Rows(texts, [0] * len(texts), lines)


def _has_clock(line: str) -> bool:
    return (_COLON_CLOCK.search(line) or _DOT_CLOCK.search(line)) is not None


def _language(lines: list[str]) -> Words | None:
    """The language whose action words are the most frequent in ``lines``."""
    text = "\n".join(lines)
    counts = [(text.count(words.reply) + text.count(words.delete), words) for words in LANGUAGES]
    most = max(counts, key=lambda pair: pair[0])
    return most[1] if most[0] > 1 else None


def _parts(line: str, words: Words) -> Iterator[str]:
    """The rows of a line; those of a line without comments are the line."""
    actions = sorted({*words.reply_actions, *words.deletes, words.replies}, key=len, reverse=True)
    begin = 0
    for match in _DATE.finditer(line):
        if match.start() < begin or (start := _start(line, begin, match, actions)) is None:
            continue
        yield line[begin : start.words].strip()
        yield from start.rows
        yield line[start.name : start.text].strip()
        begin = start.text
    yield from _last(line[begin:], actions)


def _start(line: str, begin: int, match: re.Match[str], actions: list[str]) -> _Start | None:
    """The comment whose date is ``match``; None when no action word and no heading stands before its name."""
    low = max(begin, match.start() - _LONGEST_NAME - max(map(len, actions)))
    window = line[low : match.start()]
    ends = [place + len(action) for action in actions if (place := window.rfind(action)) >= 0]
    colon = max(window.rfind(":"), window.rfind("："))
    if ends and max(ends) > colon:
        name = low + max(ends)
        first, rows = _words_before(line, begin, name, actions)
    elif colon >= 0 and (heading := _heading(line[begin : low + colon + 1])):
        name = low + colon + 1
        first, rows = name - len(heading), (heading,)
    elif not low:
        first, name, rows = 0, 0, ()
    else:
        return None
    split = split_moment(line[name : match.end()].strip())
    return _Start(first, name, match.end(), rows) if split and split[1].timestamp else None


def _words_before(line: str, begin: int, end: int, actions: list[str]) -> tuple[int, tuple[str, ...]]:
    """Where the action words begin that end at ``end``, and the words."""
    rows: list[str] = []
    while len(rows) < _MOST_WORDS:
        stripped = begin + len(line[begin:end].rstrip()) if line[end - 1 : end].isspace() else end
        action = next((action for action in actions if line.endswith(action, begin, stripped)), None)
        if action is None:
            break
        rows.append(action)
        end = stripped - len(action)
    return end, tuple(reversed(rows))


def _heading(text: str) -> str | None:
    """The heading over comments that ``text`` ends with, as it stands there."""
    numbered = _NUMBERED.search(text[-_LONGEST_NAME:])
    if numbered and read_heading(numbered.group()):
        return numbered.group()
    words = text[-_LONGEST_NAME:].split()
    for count in range(min(_WORDS_OF_HEADING, len(words)), 0, -1):
        heading = " ".join(words[-count:])
        if read_heading(heading) and text.endswith(heading):
            return heading
    return None


def _last(text: str, actions: list[str]) -> Iterator[str]:
    """The last comment's words, its action words, and what the page has below."""
    ends = [end for action in actions if (end := _last_end(text, action))]
    if not ends:
        yield text.strip()
        return
    last = max(ends)
    first, rows = _words_before(text, 0, last, actions)
    yield text[:first].strip()
    yield from rows
    yield text[last:].strip()


def _last_end(text: str, action: str) -> int:
    """Where ``action`` ends for the last time that no sentence goes on with it; 0 where it never does."""
    place = text.rfind(action)
    for _ in range(_MOST_WORDS):
        end = place + len(action)
        if place < 0 or not text[end : end + 2].lstrip()[:1].islower():
            break
        place = text.rfind(action, 0, place)
    else:
        return 0
    return end if place >= 0 else 0
