"""What a query means, as a tree. A node holds or does not hold for each entry of the library.

The entries are the posts themselves (their titles), their sections and their comments; placeholders are never found.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Field(StrEnum):
    """Where words are looked for; the value is how a query names it."""

    ANY = ""
    """In the entry itself: its heading (of a post, the title unless it repeats the body), its author and its text."""
    AUTHOR = "author"
    """In the author's name; a section has its post's author."""
    LABEL = "label"
    """In one of the labels of the post that the entry belongs to."""
    TITLE = "title"
    """In the title of the post that the entry belongs to."""


class Kind(StrEnum):
    """What ``in:`` tells apart."""

    POST = "post"
    """The post itself and its sections."""
    COMMENT = "comment"


class State(StrEnum):
    """What ``is:`` asks for."""

    UNREAD = "unread"
    """A section or comment that is not marked read."""
    NEW = "new"
    """It came after its post was last visited."""
    BOOKMARKED = "bookmarked"
    REMOVED = "removed"
    """The source says that the text was removed, or no source gives the entry any more."""
    OP = "op"
    """It is by the post's author (as named), by the blog's owner, or the post's own."""


class Holding(StrEnum):
    """What ``has:`` asks for."""

    LINK = "link"
    REPLIES = "replies"
    """A comment with replies, or a post with comments."""


class When(StrEnum):
    """How an entry's date stands to the one named; what has no date of its own counts as of its post's."""

    AFTER = "after"
    """Not before the named year, month or day begins."""
    BEFORE = "before"
    """Before it begins."""
    ON = "on"
    """Within it."""


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or the words of a phrase, which stand one after another with nothing but punctuation between them."""

    text: str
    """Without its quotes; holds at least one letter or digit, and may hold punctuation."""
    field: Field = Field.ANY
    prefix: bool = False
    """True when the last word may go on."""


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression that matches somewhere in the heading or the text, whatever the case; see :mod:`.regex`."""

    source: str
    """Without its slashes; it compiles."""


@dataclass(frozen=True, slots=True)
class In:
    """The entry is of the kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Is:
    """The entry is in the state."""

    state: State


@dataclass(frozen=True, slots=True)
class Has:
    """The entry has it."""

    holding: Holding


@dataclass(frozen=True, slots=True)
class Dated:
    """The entry's date, as its source gives it, stands so to ``date``; without any date it does not."""

    when: When
    date: str
    """``2021``, ``2021-02`` or ``2021-02-25``; a date that there is."""


@dataclass(frozen=True, slots=True)
class Depth:
    """The entry's depth compares so to ``number``; top-level comments have depth 1, posts and sections 0."""

    relation: str
    """``=``, ``<``, ``<=``, ``>`` or ``>=``."""
    number: int


@dataclass(frozen=True, slots=True)
class InThread:
    """Some entry of the same post matches ``node``."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class RepliesTo:
    """The entry is a comment, and what it replies to matches ``node``.

    A top-level comment replies to the post: the post itself or one of its sections must match.
    """

    node: "Node"


@dataclass(frozen=True, slots=True)
class Not:
    """``node`` does not hold."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """All of at least two ``nodes`` hold; none of them is an :class:`And`."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of at least two ``nodes`` holds; none of them is an :class:`Or`."""

    nodes: tuple["Node", ...]


Node: TypeAlias = Words | Regex | In | Is | Has | Dated | Depth | InThread | RepliesTo | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was understood."""

    root: Node | None
    """None when nothing in it could be found in a text: then nothing is."""

    @property
    def words(self) -> tuple[Words, ...]:
        """The distinct words and phrases that may match anywhere in an entry: to be shown in what is found."""
        return self._words(Field.ANY)

    @property
    def title_words(self) -> tuple[Words, ...]:
        """The distinct words and phrases that may match in the title of a post."""
        return self._words(Field.TITLE)

    @property
    def regexes(self) -> tuple[Regex, ...]:
        """The distinct regular expressions to show in what is found."""
        return tuple(node for node in self._shown() if isinstance(node, Regex))

    def _words(self, field: Field) -> tuple[Words, ...]:
        return tuple(node for node in self._shown() if isinstance(node, Words) and node.field is field)

    def _shown(self) -> tuple["Node", ...]:
        """The leaves that speak of the entry itself, and not of what it must not be."""
        leaves: list[Node] = []
        stack = [] if self.root is None else [self.root]
        while stack:
            node = stack.pop()
            if isinstance(node, And | Or):
                stack.extend(reversed(node.nodes))
            elif not isinstance(node, Not | InThread | RepliesTo):
                leaves.append(node)
        return tuple(dict.fromkeys(leaves))


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a query was not understood."""

    start: int
    end: int
    """``text[start:end]`` is the place of the fault in what was typed; empty when something is missing there."""
    message: str
    """A whole sentence or two that say what would be understood."""


def conjuncts(node: Node) -> tuple[Node, ...]:
    """The nodes that must all hold for ``node`` to hold: its parts when it is an :class:`And`, else itself."""
    return node.nodes if isinstance(node, And) else (node,)


def all_of(nodes: list[Node | None]) -> Node | None:
    """The :class:`And` of ``nodes``, of which None says nothing."""
    parts = dict.fromkeys(part for node in nodes if node is not None for part in conjuncts(node))
    return And(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)


def any_of(nodes: list[Node | None]) -> Node | None:
    """The :class:`Or` of ``nodes``, of which None says nothing."""
    parts: dict[Node, None] = {}
    for node in nodes:
        if node is not None:
            parts.update(dict.fromkeys(node.nodes if isinstance(node, Or) else (node,)))
    return Or(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)
