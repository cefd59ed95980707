"""Scripts that put no spaces between words: what is written in them is found by any part of it.

SQLite's tokenizer takes a whole sentence of Chinese or Thai for one word. So the letters of such scripts are indexed in
pairs of neighbours as well; a part of a text is found where all its pairs stand in a row. Korean is among them, whose
words are spaced but carry their particles.
"""

import re
import unicodedata
from collections.abc import Iterator

_LETTERS = (
    # Thai, Lao, Tibetan, Burmese, Hangul Jamo, Khmer
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"
    # Kana, Bopomofo, Hangul compatibility Jamo and the ideographs
    "\u3005-\u3007\u3040-\u312f\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\uff66-\uff9f\uffa0-\uffdc\U00020000-\U0003fffd"
)
_RUN = re.compile(f"[{_LETTERS}]+")


def has_script(text: str) -> bool:
    """Whether a letter of such a script is in ``text``."""
    return not text.isascii() and _RUN.search(text) is not None


def pairs(text: str | None) -> str | None:
    """What the index of pairs is given for ``text``: all neighbours, and the last letter of each run alone."""
    if text is None or not has_script(text):
        return None
    return " ".join(run[at : at + 2] for run in runs(text) for at in range(len(run)))


def runs(text: str) -> Iterator[str]:
    """The parts of ``text`` that are in such scripts, composed."""
    return (unicodedata.normalize("NFKC", match[0]) for match in _RUN.finditer(text))


def part_expression(run: str) -> str:
    """The FTS5 query that finds the ``run`` of letters in the index of pairs, wherever it stands."""
    if len(run) == 1:
        return f'"{run}" *'
    return '"' + " ".join(run[at : at + 2] for at in range(len(run) - 1)) + '"'
