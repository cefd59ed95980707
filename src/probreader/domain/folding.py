"""Case and diacritics folded one character to one, so that an offset in the folded text is an offset in the text."""

import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "\xa0": " ", "\u202f": " "})


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    """The base letter in lower case; a character whose folding is longer than one keeps its first."""
    base = unicodedata.normalize("NFKD", character)[:1] or character
    return base.casefold()[:1] or character


def fold(text: str) -> str:
    """``text`` folded for finding; always as long as ``text``. Curly quotes and straight ones find each other."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text.translate(_QUOTES)))


def find_all(folded: str, needle: str, *, word_start: bool = False) -> list[tuple[int, int]]:
    """Offsets of ``needle`` in ``folded``, not overlapping, in order; both must be folded. Empty needle: none.

    With ``word_start`` only where a word begins.
    """
    found: list[tuple[int, int]] = []
    if not needle:
        return found
    length = len(needle)
    at = folded.find(needle)
    while at != -1:
        if not word_start or at == 0 or not folded[at - 1].isalnum():
            found.append((at, at + length))
        at = folded.find(needle, at + length)
    return found
