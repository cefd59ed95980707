"""Words as SQLite's tokenizer tells them apart, so that a text can be looked at without asking the index.

What the tokenizer makes of a character it is asked once for every 256 of them; nothing of Unicode is repeated here.
"""

import sqlite3
from contextlib import closing
from functools import lru_cache

TOKENIZER = "unicode61 remove_diacritics 2"
"""As the index has it, see ``schema.sql``."""

_BLOCK = 256
_SURROGATES = range(0xD800, 0xE000)
_SPACE = " "


class _Folding(dict[int, str]):
    """By code point: what is left of it in a word; a space when it is in none."""

    def __missing__(self, code: int) -> str:
        self.update(_learned(code - code % _BLOCK))
        return self[code]


_FOLDING = _Folding()


def folded(text: str) -> str:
    """The words of ``text`` as they are indexed, with a space before and after each; not as long as ``text``."""
    return f" {' '.join(text.translate(_FOLDING).split())} "


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[str, ...]:
    """The words of ``text`` as they are indexed."""
    return tuple(folded(text).split())


def _learned(first: int) -> dict[int, str]:
    """What the tokenizer makes of the block of characters that begins with ``first``."""
    block = {code: _SPACE for code in range(first, first + _BLOCK)}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        memory.execute(f"CREATE VIRTUAL TABLE asked USING fts5 (text, tokenize = '{TOKENIZER}')")
        memory.execute("CREATE VIRTUAL TABLE answer USING fts5vocab (asked, instance)")
        memory.execute("BEGIN")
        memory.executemany(
            "INSERT INTO asked (rowid, text) VALUES (?, ?)",
            ((code, f"a{chr(code)}a") for code in block if code and code not in _SURROGATES),
        )
        for code, word in memory.execute("SELECT doc, term FROM answer WHERE offset = 0"):
            # Of a character between words the first is "a" alone.
            block[code] = word[1:-1] if len(word) > 1 else _SPACE
    return block
