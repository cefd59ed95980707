"""Where a converter ended a line only because the next word did not fit: columns, and what may be parted."""

import re
from collections.abc import Callable
from unicodedata import east_asian_width

Measure = Callable[[str], int]
"""Columns of a text, as a converter counts them."""

_CLOSING = "。，、．！？：；」』）】〉》,.!?:;)"
"""No line begins with one of these: it stays with the character before it."""


# No wide character stands before these, and none among the dashes and quotation marks at U+2000.
_MAY_BE_WIDE = re.compile("[\u1100-\u1fff\u2065-\U0010ffff]")


def cells(text: str) -> int:
    """Columns of ``text`` on a terminal, as far as wide characters matter; as w3m counts."""
    if text.isascii() or _MAY_BE_WIDE.search(text) is None:
        return len(text)
    return len(text) + sum(map(is_wide, text))


def is_wide(character: str) -> bool:
    """Whether ``character`` takes two columns, and w3m breaks lines beside it."""
    return character > "\u10ff" and east_asian_width(character) in "WF"


def is_syllable(character: str) -> bool:
    """Whether ``character`` is of a script that is wide and yet has spaces: Korean."""
    return "\uac00" <= character <= "\ud7a3"


def first_chunk(line: str, measure: Measure) -> int:
    """Columns that the first part of ``line`` needs behind another word: it may be broken behind it.

    lynx, which counts characters, breaks Korean at spaces alone; w3m breaks it anywhere.
    """
    if is_wide(line[0]) and not (measure is len and is_syllable(line[0])):
        end = 1
        while end < min(len(line), 4) and line[end] in _CLOSING:
            end += 1
        return measure(line[:end])
    end = line.find(" ")
    return 1 + measure(line if end < 0 else line[:end])


def goes_on(above: str, below: str, width: int, measure: Measure) -> bool:
    """Whether the first part of ``below`` did not fit at the end of ``above``."""
    return measure(above) + first_chunk(below, measure) > width


def between(above: str, below: str, width: int, measure: Measure) -> str:
    """What stood between two lines of which the second goes on the first: a space, or nothing in some scripts."""
    if not (is_wide(above[-1]) and is_wide(below[0])):
        return "" if is_parted_address(above, below) or _is_cut(above, width, measure) else " "
    if not is_syllable(below[0]):
        return ""
    # Korean in w3m: where another syllable had fitted there was a space for certain, elsewhere most likely none.
    return " " if measure is len or measure(above) + first_chunk(below, measure) <= width else ""


def is_parted_address(above: str, below: str) -> bool:
    """Whether an address was broken between two lines: w3m does so behind a slash, html2text behind a hyphen."""
    if "://" not in above[above.rfind(" ") + 1 :] or not (above[-1] in "/-" or below[0] == "/"):
        return False
    end = below.find(" ")
    word = below if end < 0 else below[:end]
    return (
        above[-1] == "-"
        or below[0] == "/"
        or any(character in "/-_.=?&%#" or character.isdigit() for character in word[:-1])
    )


def _is_cut(above: str, width: int, measure: Measure) -> bool:
    """Whether a word that is longer than a line was cut at the edge, as lynx does."""
    word = above[above.rfind(" ") + 1 :]
    return measure(above) >= width and "://" in word and len(word) * 2 > width
