"""How the lines between the comments of an outline dump look in the language of that dump."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from probreader.sources.markers import ENGLISH, LANGUAGES, Mark, Words, languages_of, mark
from probreader.sources.parsed import LONGEST_SHORT, SourceText

_TOP_INDENT, _REPLY_INDENT = 2, 4
"""Where the numbers stand; the text stands two columns further in."""


@dataclass(frozen=True, slots=True)
class Level:
    """What the lines of one depth look like."""

    opening: re.Pattern[str]
    """Indentation and number, the latter as group 1, and what parts them from the text."""
    margin: str
    """The indentation of an item's further lines."""
    words: tuple[str, ...]
    """The closing words; they stand on the item's own line when the comment is empty."""
    closes: frozenset[str]
    """The lines that close an item."""


def _level(indent: int, words: Iterable[str]) -> Level:
    margin = " " * (indent + 2)
    opening = re.compile(rf" {{{indent}}}([0-9]{{1,9}})\.(?: |$)")
    words = tuple(dict.fromkeys(words))
    closes = frozenset(margin + word for word in words)
    return Level(opening, margin, words, closes)


@dataclass(frozen=True, slots=True)
class Layout:
    """The marker lines of one language."""

    language: str
    """BCP 47 tag."""
    top: Level
    reply: Level
    replies: frozenset[str]
    """The lines over the replies to a comment."""
    endings: frozenset[str]
    """The lines below which an item may open."""
    last_words: frozenset[str]
    """An item whose first line is one of these may have no further one, so that another can open below it."""
    reply_words: frozenset[str]
    """The action that stands alone in what a whole page leaves below a comment, numbered or not."""
    phantoms: frozenset[str]
    """Lines of a whole page that stand for replies which nobody wrote: the heading over them, and the action."""
    phantom_item: re.Pattern[str]
    """Such an action with a number."""
    empty_item: re.Pattern[str]
    """An item that consists of its closing word."""

    @property
    def replies_words(self) -> frozenset[str]:
        """The headings over replies, without their indentation."""
        return frozenset(line.strip() for line in self.replies)

    def is_phantom(self, line: str) -> bool:
        """Whether a whole page's ``line`` stands for replies that nobody wrote."""
        return line in self.phantoms or (len(line) <= LONGEST_SHORT and self.phantom_item.fullmatch(line) is not None)


def _closing(words: Words) -> list[str]:
    return [reply + space + delete for reply in words.reply_actions for delete in words.deletes for space in ("", " ")]


@cache
def _layout(indices: tuple[int, ...], top_words: tuple[str, ...]) -> Layout:
    """The layout of ``LANGUAGES`` at ``indices``; ``top_words`` close a top-level comment besides the usual ones."""
    languages = [LANGUAGES[index] for index in indices]
    top = _level(_TOP_INDENT, (*(word for words in languages for word in _closing(words)), *top_words))
    reply = _level(_REPLY_INDENT, (word for words in languages for word in words.deletes))
    reply_words = frozenset(word for words in languages for word in words.reply_actions)
    headings = {words.replies for words in languages}
    replies = frozenset(top.margin + heading for heading in headings)
    below_reply = {reply.margin + word for word in (*headings, *reply_words)}
    words = "|".join(re.escape(word) for word in (*top.words, *reply.words))
    return Layout(
        languages[0].code,
        top,
        reply,
        replies,
        top.closes | reply.closes | replies,
        frozenset((*top.words, *reply.words, *headings, *reply_words)),
        reply_words,
        frozenset(below_reply | {f"{reply.margin}  {word}" for word in reply_words}),
        re.compile(rf"{reply.margin}[0-9]{{1,9}}\. (?:{'|'.join(map(re.escape, reply_words))})"),
        re.compile(rf"  (?:  )?[0-9]{{1,9}}\. (?:{words})"),
    )


def layout_of(source: SourceText) -> Layout:
    """The layout of ``source``, told from the lines that close its comments; the English one when there are none.

    A page on which no top-level comment has the action that deletes it has the other one alone.
    """
    lines = source.lines
    margined = Counter(line for line in map(lines.__getitem__, source.short) if line[:4] == "    ")
    # Of equally frequent lines the first one counts, since the sort is stable.
    marked = [(count, line, found) for line, count in margined.items() if (found := mark(line))]
    marked.sort(key=lambda one: -one[0])
    for kind in (Mark.CLOSE_TOP, Mark.DELETE, Mark.REPLY, Mark.REPLIES):
        line = next((line for _, line, found in marked if kind in found), None)
        if line is not None:
            languages = languages_of((line,))
            alone = languages[0].reply_actions if kind is Mark.REPLY else ()
            return _layout(tuple(LANGUAGES.index(words) for words in languages), alone)
    return _layout((LANGUAGES.index(ENGLISH),), ())
