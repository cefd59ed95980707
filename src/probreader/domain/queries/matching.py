"""Where the words of a query stand in a text, told from the text alone.

The library's index tells which entries are found; this tells of names and labels, and where to highlight.
"""

import re
from functools import lru_cache

from probreader.domain.folding import fold
from probreader.domain.queries.nodes import Words

_BETWEEN = r"[\W_]+"
"""What may stand between the words of a phrase: the library tells words apart by all that is no letter or digit."""
_WORD_STARTS = r"(?<![^\W_])"
_WORD_ENDS = r"(?![^\W_])"


def alternative(words: Words) -> str:
    """What matches ``words`` in folded text, as :mod:`re` writes it; empty when there is no letter or digit in them."""
    parts = re.findall(r"[^\W_]+", fold(words.text))
    if not parts:
        return ""
    return _WORD_STARTS + _BETWEEN.join(map(re.escape, parts)) + ("" if words.prefix else _WORD_ENDS)


@lru_cache(maxsize=256)
def pattern(words: Words) -> re.Pattern[str] | None:
    """What matches ``words`` in folded text (:func:`probreader.domain.folding.fold`); None when nothing does."""
    source = alternative(words)
    return re.compile(source) if source else None


def spans(words: Words, text: str) -> tuple[tuple[int, int], ...]:
    """Where ``words`` stand in ``text``, whatever their field."""
    found = pattern(words)
    return () if found is None else tuple(match.span() for match in found.finditer(fold(text)))
