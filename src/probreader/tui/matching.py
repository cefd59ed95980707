"""What to highlight in a thread: patterns over folded text, so that case and diacritics do not count. Pure."""

import re
from collections.abc import Sequence

from probreader.domain.folding import fold
from probreader.domain.queries import Words
from probreader.domain.queries.matching import alternative


def literal(text: str) -> re.Pattern[str] | None:
    """Where ``text`` stands as it is; None when there is nothing to find."""
    return re.compile(re.escape(fold(text))) if text.strip() else None


def words(terms: Sequence[Words]) -> re.Pattern[str] | None:
    """Where the words and phrases of a library search stand; None when there are none."""
    alternatives = [source for source in map(alternative, terms) if source]
    return re.compile("|".join(alternatives)) if alternatives else None
