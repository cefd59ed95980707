"""Lines that hold a name or a label inside a fixed sentence: ``Ada said...``, ``Showing posts with label X.``"""

from dataclasses import dataclass
from enum import StrEnum

from probreader.sources.words import LANGUAGES
from probreader.sources.words.model import GAP, NUMBER

_LONGEST_SAID, _LONGEST_CHOSEN = 120, 300
_PAUSES = ".…: \N{NO-BREAK SPACE}"
_STOPS = ".。 \N{NO-BREAK SPACE}"


class Choice(StrEnum):
    """How the posts of a page were chosen."""

    LABEL = "label"
    PERIOD = "period"
    """By a month, a day, a search or an order; the words themselves tell."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The line over the posts of a label page, a month page or a search."""

    by: Choice
    name: str
    """The label, or the period as it is written."""


def _said() -> dict[str, list[tuple[str, str]]]:
    """Last word of what stands behind (or first word of what stands before) an author, to both parts."""
    found: dict[str, list[tuple[str, str]]] = {}
    for words in LANGUAGES:
        for pattern in words.said:
            before, _, behind = pattern.partition(GAP)
            behind = behind.rstrip(_PAUSES)
            word = behind.split()[-1] if behind else before.split()[0]
            found.setdefault(word, []).append((before, behind))
    return {word: sorted(parts, key=lambda part: -len(part[0] + part[1])) for word, parts in found.items()}


def _sentences() -> list[tuple[str, str, Choice]]:
    """What stands before and behind a label or a period, those with the longest beginning first."""
    found: dict[tuple[str, str, Choice], None] = {}
    for words in LANGUAGES:
        for by, patterns in ((Choice.LABEL, words.label), (Choice.PERIOD, words.period)):
            for pattern in patterns:
                before, _, behind = pattern.partition(GAP)
                if NUMBER not in before:
                    found[before, behind.rstrip(_STOPS), by] = None
    return sorted(found, key=lambda part: (-len(part[0]) - len(part[1]), part))


_SAID = _said()
# Scripts that write words without spaces: the words behind the author end the last "word" of the line.
_UNSPACED = tuple(word for word in _SAID if not word[-1].isascii() and word[-1].isalpha() and ord(word[-1]) > 0x2E80)
_SENTENCES = _sentences()
_BY_START: dict[str, list[tuple[str, str, Choice]]] = {}
for _sentence in _SENTENCES:
    _BY_START.setdefault(_sentence[0][:4], []).append(_sentence)
_WITHOUT_START = tuple(sentence for sentence in _SENTENCES if not sentence[0])
_SHOW_ALL = tuple(sorted((line for words in LANGUAGES for line in words.show_all), key=len, reverse=True))
_SHOW_ALL_ENDS = frozenset(line[-4:] for line in _SHOW_ALL)


def split_said(line: str) -> str | None:
    """The author of a flat page's line such as ``Ada said...``; None when ``line`` is none.

    Empty when the author stands on a line of its own above. The dots or the colon must be there.
    """
    if not line or len(line) > _LONGEST_SAID:
        return None
    line = line.rstrip()
    if not line.endswith(("...", "…", ":", "：")):
        return None
    line = " ".join(line.rstrip("：").rstrip(_PAUSES).split())
    if not line:
        return None
    words = line.split(" ")
    parts = [*_SAID.get(words[-1], ()), *_SAID.get(words[0], ())]
    parts += [part for word in _UNSPACED if line.endswith(word) for part in _SAID[word]]
    for before, behind in parts:
        if line.startswith(before) and line.endswith(behind) and len(line) >= len(before) + len(behind):
            return line[len(before) : len(line) - len(behind)].strip()
        if line == (before + behind).strip():
            return ""
    return None


def read_chosen(line: str) -> Chosen | None:
    """What ``line`` says about how a page's posts were chosen; None when it does not. The link may be absent."""
    if not line or len(line) > _LONGEST_CHOSEN:
        return None
    candidates = _BY_START.get(line.lstrip()[:4], ())
    line = " ".join(line.split())
    linked = _without_link(line)
    if not candidates and linked == line:
        return None
    rest = linked.rstrip(_STOPS)
    for before, behind, by in (*candidates, *_WITHOUT_START):
        if rest.startswith(before) and rest.endswith(behind) and len(rest) > len(before) + len(behind):
            name = rest[len(before) : len(rest) - len(behind)].strip()
            if name:
                return Chosen(by, name)
    return None


def _without_link(line: str) -> str:
    """``line`` without the link to all posts that may end it."""
    bare = line.rstrip(_STOPS)
    if bare[-4:] not in _SHOW_ALL_ENDS:
        return line
    return next((bare.removesuffix(link).rstrip() for link in _SHOW_ALL if bare.endswith(link)), line)
