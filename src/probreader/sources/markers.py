"""The words that blog software puts around posts and comments, and what a line of them says.

A language is a row of :data:`LANGUAGES`. Every function takes one line, tries all languages at once and is quick to say
no, since readers ask about every short line of a long text.
"""

from collections import Counter
from collections.abc import Iterable
from enum import Flag, auto

from probreader.sources.headings import Heading, heading_count, read_heading
from probreader.sources.phrases import Chosen, read_chosen, split_said
from probreader.sources.words import ENGLISH, LANGUAGES
from probreader.sources.words.model import Words

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "Chosen",
    "Heading",
    "Mark",
    "Words",
    "heading_count",
    "is_anonymous",
    "is_form_heading",
    "is_furniture",
    "is_removed",
    "languages_of",
    "mark",
    "read_chosen",
    "read_heading",
    "split_said",
    "without_furniture",
]


class Mark(Flag):
    """What an action word or a heading over replies can be; several where a language uses one word for both."""

    REPLY = auto()
    """The action under a top-level comment, alone."""
    DELETE = auto()
    """The action under every comment, alone."""
    CLOSE_TOP = auto()
    """Both actions on one line, glued or with a space: the end of a top-level comment."""
    REPLIES = auto()
    """The heading over the replies to a comment."""
    ADD = auto()
    """What opens or heads the form for a comment."""
    MORE = auto()
    """What loads further comments."""


def _marks(words: Words) -> Iterable[tuple[str, Mark]]:
    yield from ((line, Mark.REPLY) for line in words.reply_actions)
    yield from ((line, Mark.DELETE) for line in words.deletes)
    for reply in words.reply_actions:
        yield from ((reply + space + delete, Mark.CLOSE_TOP) for delete in words.deletes for space in ("", " "))
    yield words.replies, Mark.REPLIES
    yield from ((line, Mark.ADD) for line in words.add)
    yield from ((line, Mark.MORE) for line in words.more)


def _all_marks() -> dict[str, Mark]:
    marks: dict[str, Mark] = {}
    for words in LANGUAGES:
        for line, kind in _marks(words):
            marks[line] = marks.get(line, kind) | kind
    return marks


def _languages_by_line() -> dict[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for index, words in enumerate(LANGUAGES):
        pagers = (line for line in words.furniture if " " in line)
        for line in (*(line for line, _ in _marks(words)), *pagers, *words.removed):
            found.setdefault(line, {})[index] = None
    return {line: tuple(indices) for line, indices in found.items()}


_MARKS = _all_marks()
_LONGEST_MARK = max(map(len, _MARKS))
_MARK_STARTS = frozenset(line.split()[0][:2] for line in _MARKS)
_LANGUAGES_OF = _languages_by_line()
_LONGEST_TELLING = max(map(len, _LANGUAGES_OF))
_CLOSERS: dict[str, list[tuple[str, int]]] = {}
for _index, _words in enumerate(LANGUAGES):
    for _line, _kind in _marks(_words):
        if _kind is Mark.CLOSE_TOP:
            _CLOSERS.setdefault(_line[:3], []).append((_line, _index))

_REMOVED = frozenset(sentence for words in LANGUAGES for sentence in words.removed)
_LONGEST_REMOVED = max(map(len, _REMOVED))
_FURNITURE = frozenset(line for words in LANGUAGES for line in words.furniture)
_LONGEST_FURNITURE = max(map(len, _FURNITURE))
_FORM_HEADINGS = frozenset(line for words in LANGUAGES for line in words.add[1:])
_LONGEST_FORM_HEADING = 80
_FEED_LINES = frozenset(start for words in LANGUAGES for start in words.subscribe)
_ANONYMOUS = frozenset(name.casefold() for words in LANGUAGES for name in words.anonymous)


def mark(line: str) -> Mark | None:
    """What the whole ``line`` is of the words that stand between comments; None when it is none of them."""
    # What the first word begins with spares most lines the rest.
    if len(line) > 2 * _LONGEST_MARK or line.lstrip()[:2].rstrip() not in _MARK_STARTS:
        return None
    return _MARKS.get(line) or _MARKS.get(" ".join(line.split()))


def is_removed(text: str) -> bool:
    """Whether a comment's whole ``text`` says that the comment was removed."""
    if len(text) > 2 * _LONGEST_REMOVED:
        return False
    return text in _REMOVED or " ".join(text.split()) in _REMOVED


def is_anonymous(name: str) -> bool:
    """Whether ``name`` is what blog software writes for an author who gave none."""
    return name.casefold() in _ANONYMOUS


def is_furniture(line: str) -> bool:
    """Whether ``line`` is a pager, a form's button or the like."""
    line = line.strip()
    if line in _FURNITURE if len(line) <= _LONGEST_FURNITURE else False:
        return True
    start, colon, _ = line[:_LONGEST_FURNITURE].replace("：", ":").partition(":")
    return bool(colon) and start.rstrip() in _FEED_LINES


def is_form_heading(line: str) -> bool:
    """Whether ``line`` heads the form for a comment: alone, or with WordPress's link that cancels a reply."""
    line = line.strip()
    if not line or len(line) > _LONGEST_FORM_HEADING:
        return False
    if line in _FORM_HEADINGS:
        return True
    words = line.split(" ")
    heads = (" ".join(words[:count]) in _FORM_HEADINGS for count in range(2, len(words)))
    return words[-1][-1].isalpha() and any(heads)


def without_furniture(lines: Iterable[str]) -> list[str]:
    """``lines`` but for those that :func:`is_furniture`."""
    return [line for line in lines if not is_furniture(line)]


def languages_of(lines: Iterable[str]) -> tuple[Words, ...]:
    """The languages whose words stand on ``lines``, those with the most first; empty when there are none.

    Languages that share the words they were found by are all given: a page of nothing but ``Responder`` may be
    Spanish or Portuguese.
    """
    votes: Counter[int] = Counter()
    for line in lines:
        line = line.strip()
        if len(line) <= _LONGEST_TELLING and line in _LANGUAGES_OF:
            votes.update(_LANGUAGES_OF[line])
        elif line[:3] in _CLOSERS:
            votes.update(index for closer, index in _CLOSERS[line[:3]] if line.startswith(closer))
        elif len(line) <= _LONGEST_TELLING and (heading := read_heading(line)):
            votes.update(heading.languages)
    ordered = sorted(votes, key=lambda index: (-votes[index], index))
    return tuple(LANGUAGES[index] for index in ordered)
