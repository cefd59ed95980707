"""Case and diacritics folded one character to one, so that an offset in the folded text is an offset in the text."""

import unicodedata
from functools import lru_cache

QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "\xa0": " ", "\u202f": " "})
"""Typographic quotes and spaces to those on a keyboard."""


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    """The letter without its marks, in lower case; a character that is more than one letter stays as it is."""
    parts = unicodedata.normalize("NFKD", character)
    folded = (parts[0] if all(map(unicodedata.combining, parts[1:])) else character).casefold()
    return folded if len(folded) == 1 else character


def fold(text: str) -> str:
    """``text`` folded for finding; always as long as ``text``. Curly quotes and straight ones find each other."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text.translate(QUOTES)))
