"""What SQL asks Python: whether words or a regular expression match in a text that no index covers."""

import sqlite3

from probreader.domain.queries.matching import spans
from probreader.domain.queries.nodes import Words
from probreader.domain.queries.regex import compiled

WORDS_FUNCTION = "probreader_words"
"""``probreader_words(words, prefix, text)``."""
REGEX_FUNCTION = "probreader_regex"
"""``probreader_regex(source, text)``."""


def add_functions(connection: sqlite3.Connection) -> None:
    """Let statements on ``connection`` use the functions above; each returns 0 or 1."""
    connection.create_function(WORDS_FUNCTION, 3, _has_words, deterministic=True)
    connection.create_function(REGEX_FUNCTION, 2, _has_regex, deterministic=True)


def _has_words(words: str, prefix: int, text: str) -> bool:
    return bool(spans(Words(words, prefix=bool(prefix)), text))


def _has_regex(source: str, text: str) -> bool:
    return compiled(source).is_in(text)
