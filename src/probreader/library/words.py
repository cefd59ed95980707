"""Words as SQLite's tokenizer tells them apart, so that a text can be looked at without asking the index.

What the tokenizer makes of a character it is asked once for every 256 of them; nothing of Unicode is repeated here.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import lru_cache

TOKENIZER = "unicode61 remove_diacritics 2"
"""As the index has it, see ``schema.sql``."""

_BLOCK = 256
_SURROGATES = range(0xD800, 0xE000)
_BETWEEN = " "
"""For a character that is in no word."""
_NOTHING = "\x00"
"""For a mark that is left out of words."""


class _Folding(dict[int, str]):
    """By code point: what stands for it in an indexed word."""

    def __missing__(self, code: int) -> str:
        self.update(_learned(code - code % _BLOCK))
        return self[code]


_FOLDING = _Folding()

_ASCII = bytes(
    code if not code else ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else ord(_BETWEEN)
    for code in range(256)
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """The words of ``text`` as they are indexed, in a string as long as ``text``.

    A space stands for all that is in no word, NUL for a mark that is left out of one.
    """
    # Nearly all letters in many languages are ASCII, for which a table of bytes is ten times as fast.
    latin = text if text.isascii() else _BEYOND_ASCII.sub(_folded_letter, text)
    return latin.encode().translate(_ASCII).decode() if latin.isascii() else text.translate(_FOLDING)


def _folded_letter(found: re.Match[str]) -> str:
    return _FOLDING[ord(found[0])]


def spaced(text: str) -> str:
    """The words of ``text`` as they are indexed, with one space before and after each."""
    return f" {' '.join(folded(text).replace(_NOTHING, '').split())} "


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[str, ...]:
    """The words of ``text`` as they are indexed."""
    return tuple(spaced(text).split())


def find(words: tuple[str, ...], text: str, *, prefix: bool) -> Iterator[re.Match[str]]:
    """Where indexed ``words`` stand one after another in a folded text; with ``prefix`` the last may go on."""
    has_marks = _NOTHING in text
    # To look for letters takes a fraction of the time of a pattern.
    if not words or not (has_marks or all(word in text for word in words)):
        return iter(())
    return _pattern(words, prefix=prefix, has_marks=has_marks).finditer(text)


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...], *, prefix: bool, has_marks: bool) -> re.Pattern[str]:
    end = "[^ ]*" if prefix else "(?![^ ])"
    if has_marks:
        marks = f"{_NOTHING}*"
        spelled = (marks.join(map(re.escape, word)) + marks for word in words)
        return re.compile("(?<![^ ])" + f" [ {_NOTHING}]*".join(spelled) + end)
    # What begins with letters is searched for quickest: whether a word begins there is asked behind them.
    first = re.escape(words[0])
    return re.compile(" +".join((f"{first}(?<![^ ]{first})", *map(re.escape, words[1:]))) + end)


def _learned(first: int) -> Mapping[int, str]:
    """What the tokenizer makes of the block of characters that begins with ``first``."""
    block = dict.fromkeys(range(first, first + _BLOCK), _BETWEEN)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        memory.execute(f"CREATE VIRTUAL TABLE asked USING fts5 (text, tokenize = '{TOKENIZER}')")
        memory.execute("CREATE VIRTUAL TABLE answer USING fts5vocab (asked, instance)")
        memory.execute("BEGIN")
        memory.executemany(
            "INSERT INTO asked (rowid, text) VALUES (?, ?)",
            ((code, f"a{chr(code)}a") for code in block if code and code not in _SURROGATES),
        )
        for code, word in memory.execute("SELECT doc, term FROM answer WHERE offset = 0"):
            # What is in no word parts the two letters about it.
            block[code] = _BETWEEN if word == "a" else word[1:-1] or _NOTHING
    return block
