"""What to highlight in a thread: patterns over folded text, so that case and diacritics do not count. Pure."""

import re
from collections.abc import Sequence

from probreader.domain.folding import fold
from probreader.library import Term

_BETWEEN = r"[\W_]+"
"""What may stand between the words of a phrase: the library tells words apart by all that is no letter or digit."""
_WORD_STARTS = r"(?<![^\W_])"
_WORD_ENDS = r"(?![^\W_])"


def literal(text: str) -> re.Pattern[str] | None:
    """Where ``text`` stands as it is; None when there is nothing to find."""
    return re.compile(re.escape(fold(text))) if text.strip() else None


def words(terms: Sequence[Term]) -> re.Pattern[str] | None:
    """Where the words and phrases of a library search stand; None when there are none."""
    alternatives = [alternative for alternative in map(_alternative, terms) if alternative]
    return re.compile("|".join(alternatives)) if alternatives else None


def _alternative(term: Term) -> str:
    parts = re.findall(r"[^\W_]+", fold(term.text))
    if not parts:
        return ""
    return _WORD_STARTS + _BETWEEN.join(map(re.escape, parts)) + ("" if term.prefix else _WORD_ENDS)
