"""A query's text cut into tokens.

Punctuation inside a word is part of it and harmless: only what stands at the beginning of a term means something.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from probreader.domain.queries.nodes import Fault

MOST_CHARACTERS = 2000
MOST_TOKENS = 200
MOST_NESTED = 16
"""Parentheses within parentheses."""

FIELDS = frozenset("author label title in is has after before on depth".split())
GROUPS = frozenset(("thread", "replies-to"))
"""Fields whose value is a query."""

_FIELD = re.compile("(?i:" + "|".join(sorted(FIELDS | GROUPS)) + "):")


class Sign(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()
    REGEX = auto()
    FIELD = auto()
    """``author:`` and the like; the token's text is the name in lower case."""
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; ``text[start:end]`` is the whole of it."""

    sign: Sign
    text: str
    """What stands in it, without quotes, slashes and the ``*`` of a prefix."""
    start: int
    end: int
    prefix: bool = False
    """True when a ``*`` says that the last word may go on."""
    closed: bool = True
    """False for a phrase whose closing quote is missing."""


class FaultError(Exception):
    """A fault was found; never leaves this package."""

    def __init__(self, start: int, end: int, message: str) -> None:
        super().__init__(message)
        self.fault = Fault(start, end, message)


def in_word(character: str) -> bool:
    """Whether words are made of such characters: letters, digits, the marks on them, and private ones."""
    category = unicodedata.category(character)
    return category[0] in "LNM" or category == "Co"


def scan(text: str) -> list[Token]:
    """The tokens of ``text``.

    Raises:
        FaultError: it is too long, a regular expression is not closed, or parentheses do not fit.
    """
    if len(text) > MOST_CHARACTERS:
        raise FaultError(
            MOST_CHARACTERS, len(text), f"A query has at most {MOST_CHARACTERS} characters; this one has {len(text)}."
        )
    tokens = _Scanner(text).tokens()
    if len(tokens) > MOST_TOKENS:
        raise FaultError(tokens[MOST_TOKENS].start, len(text), "The query has too many parts; leave out some of them.")
    return tokens


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._open: list[int] = []
        """Where the parentheses stand that are open."""

    def tokens(self) -> list[Token]:
        tokens: list[Token] = []
        while self._skip_space():
            token = self._value() if tokens and self._is_value_of(tokens[-1]) else self._term()
            self._at = token.end
            tokens.append(token)
        return tokens

    def _is_value_of(self, last: Token) -> bool:
        """Whether what stands here belongs to the field before it, and so is a word whatever it begins with."""
        is_field = last.sign is Sign.FIELD and last.text in FIELDS and last.end == self._at
        return is_field and not (self._text[self._at] == ")" and self._open)

    def _skip_space(self) -> bool:
        """Go to the next token; False at the end."""
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _term(self) -> Token:
        at, text = self._at, self._text
        following = text[at + 1 : at + 2]
        goes_on = bool(following) and not following.isspace()
        match text[at]:
            case "(":
                return self._opened()
            case ")":
                return self._closed()
            case "-" if goes_on and following != "-":
                return Token(Sign.NOT, "-", at, at + 1)
            case "/" if goes_on:
                return self._regex()
        field = _FIELD.match(text, at)
        if field is not None:
            return Token(Sign.FIELD, field.group()[:-1].lower(), at, field.end())
        return self._value()

    def _value(self) -> Token:
        return self._phrase() if self._text[self._at] == '"' else self._word()

    def _opened(self) -> Token:
        self._open.append(self._at)
        if len(self._open) > MOST_NESTED:
            raise FaultError(self._at, self._at + 1, f"Parentheses go {MOST_NESTED} deep at most.")
        return Token(Sign.OPEN, "(", self._at, self._at + 1)

    def _closed(self) -> Token:
        if not self._open:
            raise FaultError(
                self._at, self._at + 1, "This parenthesis closes nothing; take it away or open one before it."
            )
        self._open.pop()
        return Token(Sign.CLOSE, ")", self._at, self._at + 1)

    def _phrase(self) -> Token:
        start = self._at
        end = self._text.find('"', start + 1)
        if end < 0:
            return Token(Sign.PHRASE, self._text[start + 1 :], start, len(self._text), closed=False)
        prefix = self._text.startswith("*", end + 1)
        return Token(Sign.PHRASE, self._text[start + 1 : end], start, end + 1 + prefix, prefix)

    def _regex(self) -> Token:
        """Up to the first slash that ends a term; ``\\/`` is a slash in it."""
        at = self._at + 1
        while at < len(self._text):
            if self._text[at] == "\\":
                at += 2
            elif self._text[at] == "/" and self._ends_term(at + 1):
                return Token(Sign.REGEX, self._text[self._at + 1 : at], self._at, at + 1)
            else:
                at += 1
        raise FaultError(
            self._at,
            len(self._text),
            'A regular expression ends with a slash, as in /colou?r/. In quotes a slash means nothing: "/colour".',
        )

    def _ends_term(self, at: int) -> bool:
        return at >= len(self._text) or self._text[at].isspace() or (self._text[at] == ")" and bool(self._open))

    def _word(self) -> Token:
        """Up to white space, a quote, or the parenthesis that closes the group and was not opened in the word."""
        start = at = self._at
        inner = 0
        while at < len(self._text):
            character = self._text[at]
            if character.isspace() or character == '"' or (character == ")" and self._open and not inner):
                break
            inner += (character == "(") - (character == ")" and inner > 0)
            at += 1
        text = self._text[start:at]
        if text == "OR":
            return Token(Sign.OR, text, start, at)
        bare = text.rstrip("*")
        prefix = bare != text and bool(bare) and in_word(bare[-1])
        return Token(Sign.WORD, bare if prefix else text, start, at, prefix)
