"""The line over the comments: ``19 comments:``, ``댓글 2개:``, ``3 thoughts on “X”``, or without a count."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from probreader.sources.words import LANGUAGES
from probreader.sources.words.model import GAP, NUMBER

_LONGEST_PLAIN, _LONGEST_TITLED = 60, 200
"""Characters of a heading without and with a title."""
_FIRST_NUMBER = re.compile(r"\d{1,3}(?:[.,’'\s]\d{3})+(?!\d)|\d{1,9}")
_LAST_NUMBER = re.compile(r"(\d{1,9})(\D{0,40})\Z")
_COLONS = ":："
_ANY = "\0"
"""Stands for a number in the tables below; it is in no clean text."""
_QUOTES = '"“”„‟«»‘’‹›「」『』《》〈〉'
# Marks that set the direction of a line of Arabic or Hebrew say nothing.
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line over the comments says."""

    count: int | None
    """How many comments there are; None when it does not say."""
    title: str | None
    """The post's title, without its quotation marks, where the heading names it."""
    sure: bool
    """False when the line could as well be the beginning of a sentence: it names a title, but not in quotes."""
    languages: tuple[int, ...]
    """Indices into ``LANGUAGES`` of those in which the line is such a heading."""


@dataclass(frozen=True, slots=True)
class _Ending:
    """A heading in which the count stands behind the title."""

    opening: str
    middle: str
    """Between the title and the number, or to the end of the line where there is none."""
    tail: str | None
    """Behind the number; None where the heading has none and says one."""
    language: int


def _key(text: str) -> str:
    return "".join((text if text.isascii() else text.translate(_UNSEEN)).split()).casefold()


def _plain() -> dict[str, tuple[int | None, dict[int, None]]]:
    """Headings without a title; -1 where the count is the line's number."""
    found: dict[str, tuple[int | None, dict[int, None]]] = {}
    for index, words in enumerate(LANGUAGES):
        kinds: Iterable[tuple[int | None, tuple[str, ...]]] = (
            (-1, words.counts), (0, words.none), (1, words.single), (None, words.bare),
        )  # fmt: skip
        for count, lines in kinds:
            for line in lines:
                found.setdefault(_key(line.replace(NUMBER, _ANY)), (count, {}))[1][index] = None
    return found


def _openings() -> dict[tuple[str, str], list[tuple[str, int]]]:
    """First two words of headings that end in the title, to the words between them and the title."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for index, words in enumerate(LANGUAGES):
        for pattern in words.titled:
            if pattern.endswith(GAP):
                first, second, *rest = pattern.removesuffix(GAP).replace(NUMBER, _ANY).casefold().split()
                found.setdefault((first, second), []).append((" ".join(rest), index))
    return found


def _endings() -> dict[str, list[_Ending]]:
    """Headings that begin with the title, by their first character; by the empty string where that is the title's."""
    found: dict[str, list[_Ending]] = {}
    for index, words in enumerate(LANGUAGES):
        for pattern in words.titled:
            opening, _, rest = pattern.partition(GAP)
            if rest:
                middle, number, tail = _key(rest).partition(NUMBER)
                ending = _Ending(_key(opening), middle, tail if number else None, index)
                found.setdefault(opening[:1], []).append(ending)
    return found


_PLAIN = _plain()
# What the last characters of such a heading can be; comparing them first spares most lines the rest.
_PLAIN_ENDS = frozenset(key[-2:] for key in _PLAIN)
_OPENINGS = _openings()
_FIRST_WORDS = frozenset(first for first, _ in _OPENINGS)
_OPENING_STARTS = frozenset(first[:2] for first in _FIRST_WORDS)
_ENDINGS = _endings()
# The last character of all that can end a heading whose title stands in front.
_LAST = frozenset((end.middle if end.tail is None else end.tail)[-1] for ends in _ENDINGS.values() for end in ends)
_LASTS = tuple({(end.middle if end.tail is None else end.tail)[-3:] for ends in _ENDINGS.values() for end in ends})
_LOOKED_AT = 24
"""Characters at the end of a line that hold three besides white space."""


def heading_count(line: str) -> int | None:
    """How many comments ``line`` says there are, as the heading over them; None when it is none or does not say."""
    heading = read_heading(line)
    return heading.count if heading and heading.sure else None


def read_heading(line: str) -> Heading | None:
    """What ``line`` says as the heading over comments, in whatever language; None when it is no such heading."""
    if not line or len(line) > _LONGEST_TITLED:
        return None
    line = line.strip()
    if line[-1:] in _COLONS:
        line = line.rstrip(_COLONS).rstrip()
        if not line:
            return None
    # Nearly every line of a text is refused by its first and last characters.
    end = line[-2:].casefold()
    if len(line) <= _LONGEST_PLAIN and (end in _PLAIN_ENDS or _varies(end)) and (found := _read_plain(line)):
        return found
    if (line[0].isdigit() or line[:2].casefold().rstrip() in _OPENING_STARTS) and (found := _read_opening(line)):
        return found
    return _read_ending(line) if end[-1:] in _LAST else None


def _varies(end: str) -> bool:
    """Whether a line with this ``end`` may have another one in the table, since spaces and numbers are not in that."""
    return not end.isalpha() and not (end[-1:] == "." and end[:1].isalpha())


def _read_plain(line: str) -> Heading | None:
    number = _FIRST_NUMBER.search(line)
    key = _key(f"{line[: number.start()]}{_ANY}{line[number.end() :]}" if number else line)
    if key not in _PLAIN:
        return None
    count, languages = _PLAIN[key]
    return Heading(_value(number.group()) if number else count, None, True, tuple(languages))


def _read_opening(line: str) -> Heading | None:
    words = line.split(None, 2)
    first = words[0]
    count = 1
    if first[0].isdigit() and _FIRST_NUMBER.fullmatch(first):
        first, count = _ANY, _value(first)
    elif (first := first.casefold()) not in _FIRST_WORDS:
        return None
    if len(words) < 3 or (first, words[1].casefold()) not in _OPENINGS:
        return None
    count = 0 if first == "no" else count
    rest = " ".join(words[2].split())
    folded = rest.casefold()
    for between, language in _OPENINGS[first, words[1].casefold()]:
        if folded.startswith(between) and (title := _title(rest[len(between) :])):
            languages = [index for other, index in _OPENINGS[first, words[1].casefold()] if other == between]
            return Heading(count, title[0], title[1], tuple(languages or [language]))
    return None


def _read_ending(line: str) -> Heading | None:
    if not _key(line[-_LOOKED_AT:]).endswith(_LASTS):
        return None
    number = _LAST_NUMBER.search(line)
    head = _key(line[: number.start()] if number else line)
    tail = _key(number[2]) if number else None
    for ending in (*_ENDINGS.get(line[0], ()), *_ENDINGS.get("", ())):
        if ending.tail is None:
            fits = _key(line).endswith(ending.middle)
        else:
            fits = tail == ending.tail and head.endswith(ending.middle)
        if fits and head.startswith(ending.opening):
            count = _value(number[1]) if number and ending.tail is not None else 1
            return Heading(count, _inside(line, ending, number), bool(ending.opening), (ending.language,))
    return None


def _title(text: str) -> tuple[str, bool] | None:
    """The title that stands at the end of a heading, and whether it stands in quotation marks."""
    title = text.strip()
    bare = title.strip(_QUOTES).strip()
    return (bare, title[0] in _QUOTES) if bare and (text[0].isspace() or title[0] in _QUOTES) else None


def _inside(line: str, ending: _Ending, number: re.Match[str] | None) -> str | None:
    """The title in front of an ending: all between the opening and the last quotation mark, or the ending itself."""
    end = len(line) if number is None or ending.tail is None else number.start()
    last = max((line.rfind(quote, 1, end) for quote in _QUOTES), default=-1) if ending.opening else -1
    title = line[:end] if last < 0 else line[:last]
    return title.lstrip(ending.opening + _QUOTES).rstrip(f"{_QUOTES}{_COLONS} \N{NO-BREAK SPACE}") or None


def _value(number: str) -> int:
    return int("".join(character for character in number if character.isdigit()))
