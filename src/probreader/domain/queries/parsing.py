"""A query's text becomes a tree, or a fault. Whatever is typed, nothing is raised.

The grammar, in which a term may be left out when it is nothing but punctuation::

    any  = all ("OR" all)*
    all  = one*
    one  = "-" one | "(" any ")" | ("thread:" | "replies-to:") one | field value | word | phrase | regex
"""

from probreader.domain.queries.fields import ValueFaultError, field_node, missing_value, words_of
from probreader.domain.queries.nodes import (
    Fault,
    Field,
    InThread,
    Node,
    Not,
    Query,
    Regex,
    RepliesTo,
    all_of,
    any_of,
)
from probreader.domain.queries.regex import RegexFaultError, compiled
from probreader.domain.queries.scanning import GROUPS, MOST_NESTED, FaultError, Sign, Token, in_word, scan


def parse(text: str, *, as_you_type: bool = False) -> Query | Fault:
    """What ``text`` asks for, or why it cannot be understood.

    With ``as_you_type`` more may be to come: the last word is a prefix unless a space, punctuation or a closing quote
    has ended it, and an ``OR``, or parentheses, at the end need not be complete.
    """
    try:
        return Query(_Parser(text, scan(text), as_you_type=as_you_type).query())
    except FaultError as error:
        return error.fault


class _Parser:
    def __init__(self, text: str, tokens: list[Token], *, as_you_type: bool) -> None:
        self._tokens = tokens
        self._as_you_type = as_you_type
        self._open_end = as_you_type and bool(text) and in_word(text[-1])
        self._length = len(text)
        self._next = 0
        self._nested = 0
        self._negated = 0

    def query(self) -> Node | None:
        return self._any()

    def _peek(self, *signs: Sign) -> Token | None:
        """The next token if it is one of these."""
        token = self._tokens[self._next] if self._next < len(self._tokens) else None
        return token if token is not None and token.sign in signs else None

    def _any(self) -> Node | None:
        alternatives = [self._all()]
        while (token := self._peek(Sign.OR)) is not None:
            is_first = self._next == 0 or self._tokens[self._next - 1].sign in (Sign.OR, Sign.OPEN)
            self._next += 1
            is_last = self._next == len(self._tokens)
            if is_first or (is_last and not self._as_you_type) or self._peek(Sign.CLOSE):
                raise FaultError(
                    token.start, token.end, "OR goes between two things, as in cat OR dog. In quotes it is a word."
                )
            alternatives.append(self._all())
        return any_of(alternatives)

    def _all(self) -> Node | None:
        nodes: list[Node | None] = []
        while self._next < len(self._tokens) and self._peek(Sign.OR, Sign.CLOSE) is None:
            nodes.append(self._one())
        return all_of(nodes)

    def _one(self) -> Node | None:
        token = self._tokens[self._next]
        self._next += 1
        if token.sign is Sign.NOT:
            return self._negation(token)
        if token.sign is Sign.OPEN:
            return self._group(token)
        if token.sign is Sign.FIELD:
            return self._related(token) if token.text in GROUPS else self._field(token)
        if token.sign is Sign.REGEX:
            return _regex(token)
        return words_of(token.text, Field.ANY, prefix=self._is_prefix(token))

    def _inner(self, token: Token) -> Node | None:
        """What follows ``token``, which takes one thing."""
        if self._next == len(self._tokens) or self._peek(Sign.CLOSE):
            return None
        self._nested += 1
        if self._nested > MOST_NESTED:
            raise FaultError(token.start, token.end, f"Such parts go {MOST_NESTED} deep at most.")
        inner = self._one()
        self._nested -= 1
        return inner

    def _negation(self, token: Token) -> Node | None:
        self._negated += 1
        inner = self._inner(token)
        self._negated -= 1
        return None if inner is None else Not(inner)

    def _related(self, token: Token) -> Node | None:
        if self._next == len(self._tokens) or self._tokens[self._next].start > token.end or self._peek(Sign.CLOSE):
            raise FaultError(token.start, token.end, missing_value(token.text))
        inner = self._inner(token)
        if inner is None:
            return None
        return InThread(inner) if token.text == "thread" else RepliesTo(inner)

    def _group(self, token: Token) -> Node | None:
        inner = self._any()
        if self._peek(Sign.CLOSE):
            self._next += 1
        elif not self._as_you_type:
            raise FaultError(
                token.start, token.end, "This parenthesis is not closed; close it, or put it in quotes to find words."
            )
        return inner

    def _field(self, token: Token) -> Node:
        value = self._peek(Sign.WORD, Sign.PHRASE, Sign.OR)
        if value is None or value.start > token.end:
            raise FaultError(token.start, token.end, missing_value(token.text))
        self._next += 1
        try:
            return field_node(token.text, value.text, prefix=self._is_prefix(value))
        except ValueFaultError as error:
            raise FaultError(token.start, value.end, str(error)) from error

    def _is_prefix(self, token: Token) -> bool:
        """Whether the token's last word may go on; not while it tells what is not wanted, or all of it would be."""
        is_unfinished = (
            self._open_end and token.end == self._length and not (token.sign is Sign.PHRASE and token.closed)
        )
        return token.prefix or (is_unfinished and not self._negated)


def _regex(token: Token) -> Regex:
    try:
        compiled(token.text)
    except RegexFaultError as error:
        start = token.start + 1 + error.start
        raise FaultError(start, max(start, token.start + 1 + error.end), str(error)) from error
    return Regex(token.text)
