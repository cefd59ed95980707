"""Queries of words with the common beginnings of words left out or made narrower, to be looked for in the texts."""

import re
import sqlite3
from functools import lru_cache

from probreader.domain.queries.nodes import And, Field, Node, Not, Or, Words
from probreader.library.completions import Completions, are_few, completions
from probreader.library.text_index import COLUMNS, expression, quoted
from probreader.library.words import find, folded, tokens

_NONE = Completions((), ())
_MOST_PHRASES = 12
"""Phrases that FTS5 is asked for at once; for each it goes through the entries of all its words."""
FEW_IN_PHRASE = 60_000
"""FTS5 finds a phrase whose last word goes on sooner than so many entries of that word could be looked at."""
_COLUMN_NUMBERS = {Field.ANY: (0, 1, 2), Field.TITLE: (1,), Field.AUTHOR: (2,)}


class Prefixes:
    """What the beginnings of words in one query may go on to be; each is looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, Completions] = {}

    def of(self, words: Words) -> Completions:
        """What the last of ``words`` may go on to be."""
        *before, last = tokens(words.text) or ("",)
        if not words.prefix or not last:
            return _NONE
        if last not in self._known:
            self._known[last] = completions(self._connection, last)
        known = self._known[last]
        if before and (known.commonest or len(known.words) > _MOST_PHRASES):
            if are_few(self._connection, last, FEW_IN_PHRASE):
                return _NONE
            return Completions((), known.commonest or known.words[:_MOST_PHRASES])
        return known

    def are_common(self, node: Node) -> bool:
        """Whether the index would have to gather much for some words in the tree."""
        if isinstance(node, And | Or):
            return any(map(self.are_common, node.nodes))
        if isinstance(node, Not):
            return self.are_common(node.node)
        return isinstance(node, Words) and bool(self.of(node).commonest)

    def exact(self, words: Words) -> str:
        """The FTS5 query that finds ``words``, by few words instead of their beginning where that is quicker."""
        return _alternatives(words, self.of(words).words)

    def commonest(self, words: Words) -> str:
        """The FTS5 query that finds ``words``, of a common beginning only the commonest."""
        known = self.of(words)
        return _alternatives(words, known.commonest or known.words)


def _alternatives(words: Words, endings: tuple[str, ...]) -> str:
    if not endings:
        return quoted(words)
    before = tokens(words.text)[:-1]
    return f"({' OR '.join(quoted(Words(' '.join((*before, ending)))) for ending in endings)})"


def relaxed(tree: Node, prefixes: Prefixes) -> str | None:
    """The FTS5 query that finds all that ``tree`` does and more, without common beginnings; None for everything."""
    if isinstance(tree, And | Or):
        parts = [relaxed(part, prefixes) for part in tree.nodes]
        if isinstance(tree, Or) and None in parts:
            return None
        asked = [part for part in parts if part is not None]
        return f"({(' AND ' if isinstance(tree, And) else ' OR ').join(asked)})" if asked else None
    if not isinstance(tree, Words) or not prefixes.of(tree).commonest:
        return expression(tree, prefixes.exact)
    before = tokens(tree.text)[:-1]
    return COLUMNS[tree.field] + quoted(Words(" ".join(before))) if before else None


def holds(tree: Node, columns: tuple[str, str, str]) -> bool:
    """Whether ``tree`` holds for an entry with these columns: text, heading, author."""
    match tree:
        case And(nodes):
            return all(holds(part, columns) for part in nodes)
        case Or(nodes):
            return any(holds(part, columns) for part in nodes)
        case Not(inner):
            return not holds(inner, columns)
        case Words(text, field, prefix):
            asked = tokens(text)
            return any(_stand_in(asked, columns[number], prefix=prefix) for number in _COLUMN_NUMBERS[field])
    raise TypeError(f"{tree} is no text tree")


@lru_cache(maxsize=64)
def _side_by_side(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds ``words`` with nothing but signs between them, at least wherever they stand so in lower-case ASCII."""
    return re.compile("[^a-z0-9]+".join(map(re.escape, words)))


def _stand_in(words: tuple[str, ...], text: str, *, prefix: bool) -> bool:
    if text.isascii():
        # Most texts are passed over here.
        lowered = text.lower()
        for word in words:
            if word not in lowered:
                return False
        if len(words) > 1 and _side_by_side(words).search(lowered) is None:
            return False
    return next(find(words, folded(text), prefix=prefix), None) is not None
