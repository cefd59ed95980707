"""A line as the kinds of words and signs that it is made of, as far as a date can hold them.

Every kind is one character, so that one small pattern over the kinds reads a form in all languages:

====  ===========================================  ====  ======================================
``d``  a number of one or two digits               ``h``  AM or PM, in any language
``y``  a number of four digits                     ``u``  an hour's unit: ``h``, ``Uhr``
``M``  a month's name                              ``n``  a minute's unit: ``min``
``W``  a weekday's name                            ``r``  a year's unit: ``г``, ``r``
``g``  a little word: ``at``, ``de``               ``o``  an ordinal's ending: ``th``, ``er``
``z``  a time zone's name                          ``-``  a dash, bullet or ``@``
====  ===========================================  ====  ======================================

A space and ``.,:/()+'`` stand for themselves.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from probreader.sources.dates.calendars import CALENDARS

_ALL = (1 << len(CALENDARS)) - 1
DOTTED = sum(1 << index for index, calendar in enumerate(CALENDARS) if calendar.dotted)
"""The languages, one bit each, that put a dot behind a day."""
_NATIVE_DIGITS = sum(1 << index for index, calendar in enumerate(CALENDARS) if calendar.native_digits)
ERAS = tuple((1 << index, calendar.era) for index, calendar in enumerate(CALENDARS) if calendar.era)
"""Languages with an era of their own, and how many years it is ahead."""

_FORENOON = (
    "AM am a.m. A.M. a.m A.M a._m. A._M. π.μ. πμ π.μ ΠΜ ÖÖ öö ص ق.ظ. ق.ظ قبل‌ازظهر पूर्वाह्न SA de. vorm. f.m. "
    'ap. dop. дп пр.об. לפנה״צ לפנה"צ 오전 午前 上午 凌晨 清晨 早上'
)
_AFTERNOON = (
    "PM pm p.m. P.M. p.m P.M p._m. P._M. μ.μ. μμ μ.μ ΜΜ ÖS ös م ب.ظ. ب.ظ بعدازظهر अपराह्न CH du. nachm. e.m. "
    'ip. odp. пп сл.об. אחה״צ אחה"צ 오후 午後 下午 中午 晚上'
)
_UNITS = {
    "u": "h H hs hrs Uhr uur hod ч ώρα",
    "n": "m min мин",
    "r": "г года год р року r roku г r. godine год.",
    "z": "UTC GMT EST EDT CST CDT MST MDT PST PDT BST CET CEST WET WEST EET EEST MSK IST JST AEST AEDT NZST NZDT",
}
# Right behind a number; some of them are short names of weekdays elsewhere.
_ORDINALS = frozenset("st nd rd th er º ª ° ème e".split())


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word can be in a date."""

    kind: str
    languages: int
    """A bit for each language that has it."""
    months: tuple[tuple[int, int], ...] = ()
    """For a month's name, the month and the languages that call it so."""
    afternoon: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """A line of words and signs that may all stand in a date."""

    kinds: str
    """A character for each word, number and sign."""
    texts: list[str]
    """The words, numbers and signs."""
    languages: int
    """A bit for each language that has all the words; little words of another language, as in a theme that was
    translated in part, are let pass."""

    def month(self, index: int, *, dotted: bool) -> int | None:
        """The month named at ``index``; None when languages disagree on it."""
        months = [(month, mask & self.languages) for month, mask in _WORDS[self.texts[index]].months]
        months = [(month, mask) for month, mask in months if mask]
        if len(months) > 1:
            likelier = DOTTED if dotted else ~DOTTED
            months = [(month, mask) for month, mask in months if mask & likelier]
        return months[0][0] if len(months) == 1 else None

    def is_afternoon(self, index: int) -> bool:
        """Whether the word at ``index``, of the kind ``h``, says PM."""
        return _WORDS[self.texts[index]].afternoon


@lru_cache(1024)
def month_named(name: str, join: str, *, dotted: bool) -> int | None:
    """The month that ``name`` is, best in a language that has the little word ``join``; None for none, or several.

    ``dotted`` says that a dot stands behind the day.
    """
    word, little = _WORDS.get(name), _WORDS.get(join)
    if word is None or little is None or (word.kind, little.kind) != ("M", "g"):
        return None
    tokens = Tokens("M", [name], word.languages & little.languages or word.languages)
    return tokens.month(0, dotted=dotted)


def _spellings(name: str) -> tuple[str, ...]:
    if name[:1].islower():
        return (name, name[0].upper() + name[1:], name.upper())
    return (name, name.upper())


def _words() -> dict[str, _Word]:
    months: dict[str, dict[int, int]] = {}
    others: dict[tuple[str, str], int] = {}
    for index, calendar in enumerate(CALENDARS):
        bit = 1 << index
        for number, names in enumerate(calendar.months.split("|"), 1):
            for name in _underscored(names):
                for spelling in _spellings(name):
                    by_month = months.setdefault(spelling, {})
                    by_month[number] = by_month.get(number, 0) | bit
        for kind, names in (("W", calendar.weekdays), ("g", calendar.joins)):
            for name in _underscored(names):
                for spelling in _spellings(name) if kind == "W" else (name,):
                    others[spelling, kind] = others.get((spelling, kind), 0) | bit
    words = {word: _Word("W", mask) for (word, kind), mask in others.items() if kind == "W"}
    words |= {word: _Word("g", mask) for (word, kind), mask in others.items() if kind == "g"}
    for name, by_month in months.items():
        mask = 0
        for languages in by_month.values():
            mask |= languages
        words[name] = _Word("M", mask, tuple(by_month.items()))
    for kind, units in _UNITS.items():
        words |= {unit: _Word(kind, _ALL) for unit in _underscored(units) if unit not in words}
    words |= {word: _Word("h", _ALL) for word in _underscored(_FORENOON)}
    words |= {word: _Word("h", _ALL, afternoon=True) for word in _underscored(_AFTERNOON)}
    return words


def _underscored(names: str) -> list[str]:
    return [name.replace("_", " ") for name in names.split()]


_WORDS = _words()
_SIGNS = {sign: sign for sign in " .,:/()+-'"} | dict.fromkeys("–—‐‑−·•|@", "-") | {"،": ",", "’": "'", "ʼ": "'"}
_LETTER = r"[^\W\d_]"
_PARTING = frozenset(" .,'’ʼ-")
# Names with a space, a dot or a dash in them, which would else be parted.
_PARTED = "|".join(sorted((re.escape(word) for word in _WORDS if not _PARTING.isdisjoint(word)), key=len, reverse=True))
_HALVES = "|".join(sorted((word for word, known in _WORDS.items() if known.kind == "h" and word.isalpha()), key=len))
# Every name begins with a letter: at any other character the many of them are not tried.
_LEADS = "On on Am am Le le El el Il il Em em Op op Den den Dnia dnia Dne dne At at"
_BEGINNINGS = frozenset((*(re.split("[ .,'’ʼ-]", word)[0] for word in _WORDS), *_LEADS.split()))
_TOKEN = re.compile(rf"\d+|\W|(?:{_PARTED}|{_HALVES})(?!{_LETTER})|{_LETTER}[^\s\d.,:/()+'’ʼ،|·•@–—‐‑−-]*|.", re.DOTALL)
STARTS: dict[str, list[str]] = {"lú": ["lúc "]}
"""Names of months and weekdays, and a word that only dates begin with, by their first two characters."""
for _name, _known in _WORDS.items():
    if _known.kind in "MW" and len(_name) > 2:
        STARTS.setdefault(_name[:2], []).append(_name)


def can_begin_date(text: str) -> bool:
    """Whether the first word of ``text``, which is not empty, can be of a date; quick to say no for a word of letters.

    A little word that may stand before a date counts as of it.
    """
    word = text.split(None, 1)[0]
    return not word.isalpha() or not word.isascii() or word in _BEGINNINGS


def tokens_of(line: str) -> Tokens | None:
    """``line``, which has single spaces only, as tokens; None as soon as one of them can stand in no date."""
    kinds: list[str] = []
    texts: list[str] = []
    languages = little = _ALL
    for match in _TOKEN.finditer(line):
        text = match.group()
        if text in _SIGNS:
            kind = _SIGNS[text]
        elif text.isdecimal():
            if len(text) > 4 or len(text) == 3:
                return None
            if not text.isascii():
                languages &= _NATIVE_DIGITS
            kind = "y" if len(text) == 4 else "d"
        elif kinds and kinds[-1] == "d" and text in _ORDINALS:
            kind = "o"
        else:
            word = _WORDS.get(text)
            if word is None:
                return None
            kind = word.kind
            if kind == "g":
                little &= word.languages
            else:
                languages &= word.languages
        if not languages:
            return None
        kinds.append(kind)
        texts.append(text)
    return Tokens("".join(kinds), texts, languages & little or languages)
