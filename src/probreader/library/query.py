"""The query language: words, which must all match, and ``"phrases"``. Whatever is typed is a valid query.

Punctuation is harmless, as every word goes to FTS5 in quotes: what is left of a word without its punctuation is
matched, ``foo-bar`` as the phrase *foo bar*; a word that is nothing but punctuation is left out.
"""

import re
import unicodedata
from dataclasses import dataclass

from probreader.domain.clean import clean_line

_TERM = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase."""

    text: str
    """Without its quotes."""
    prefix: bool = False
    """True when the last word may go on."""


def parse(query: str, *, as_you_type: bool = False) -> tuple[Term, ...]:
    """The distinct terms of ``query``; none when nothing in it could be found in a text.

    With ``as_you_type`` the last word is a prefix, unless a space, punctuation or a closing quote has ended it.
    """
    matches = list(_TERM.finditer(clean_line(query)))
    open_end = as_you_type and any(map(_in_word, query[-1:]))
    terms = [Term(match["word"] or match["phrase"], prefix=open_end and match is matches[-1]) for match in matches]
    return tuple(dict.fromkeys(term for term in terms if any(map(_in_word, term.text))))


def match_expression(terms: tuple[Term, ...]) -> str:
    """``terms`` as an FTS5 query, every one quoted."""
    return " ".join(f'"{term.text}"' + "*" * term.prefix for term in terms)


def _in_word(character: str) -> bool:
    """Whether words are made of such characters: letters, digits, the marks on them, and private ones."""
    category = unicodedata.category(character)
    return category[0] in "LNM" or category == "Co"
