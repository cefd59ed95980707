"""The marker words of extracted text, which are glued to the paragraph that follows them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from probreader.sources.markers import LANGUAGES, Words

# What makes another word of a marker: "Deleted files" begins with a word, "Deletefrom link" with a marker.
_WORD_ENDINGS: dict[str, frozenset[str]] = {
    "Delete": frozenset({"d", "r", "rs", "s"}),
    "Elimina": frozenset({"re", "to", "ta", "ti", "te", "no", "r"}),
    "Poista": frozenset({"n", "a", "t", "tu"}),
    "Radera": frozenset({"d", "de", "t", "s"}),
    "Slet": frozenset({"tet", "te", "ter"}),
    "Slett": frozenset({"et", "e", "er"}),
    "Usuń": frozenset({"cie", "my"}),
    "Verwijderen": frozenset({"d"}),
}
_SHORT = frozenset({"Sil", "Xóa"})
"""Markers that many other words begin with: behind these a small letter goes on with the word."""
# No paragraph begins with these, and a sentence's first word may be followed by them: "Delete it", "Delete: never".
_NO_PARAGRAPH = frozenset(" ,;:!?)/，。：！？、")
_SHORTEST_CUT = 3
"""Letters of a marker that tell it when the text is cut off inside it."""


def _tops(words: Words) -> tuple[str, ...]:
    return tuple(
        reply + space + delete for reply in words.reply_actions for delete in words.deletes for space in ("", " ")
    )


_TOPS: dict[str, tuple[int, ...]] = {}
for _index, _words in enumerate(LANGUAGES):
    for _top in _tops(_words):
        _TOPS[_top] = (*_TOPS.get(_top, ()), _index)
_BY_START: dict[str, tuple[str, ...]] = {}
for _top in sorted(_TOPS, key=len, reverse=True):
    _BY_START[_top[:3]] = (*_BY_START.get(_top[:3], ()), _top)


@dataclass(frozen=True, slots=True)
class Markers:
    """The markers of one text."""

    tops: tuple[str, ...]
    """Those of a top-level comment, the longest first."""
    replies: tuple[str, ...]
    """Those of a reply, the longest first."""
    on_own_lines: bool
    """True when every marker has a line to itself."""

    def top(self, line: str) -> str:
        """The top-level marker that ``line`` begins with, else the empty string."""
        return self._marker(line, self.tops)

    def reply(self, line: str) -> str:
        """The reply's marker that ``line`` begins with, else the empty string."""
        return self._marker(line, self.replies)

    def _marker(self, line: str, markers: tuple[str, ...]) -> str:
        if self.on_own_lines:
            return line if line in markers else ""
        if not line.startswith(markers):
            return ""
        found = next(marker for marker in markers if line.startswith(marker))
        return "" if _is_sentence(found, line[len(found) :]) else found

    def whole(self, beginning: str) -> str:
        """The marker that begins with ``beginning``, a line that may have been cut off; else the empty string."""
        if len(beginning) < _SHORTEST_CUT:
            return ""
        return next((marker for marker in (*self.tops, *self.replies) if _is_cut(beginning, marker)), "")


def _is_cut(beginning: str, marker: str) -> bool:
    return len(beginning) < len(marker) and marker.startswith(beginning)


def markers_of(lines: Sequence[str]) -> Markers | None:
    """The markers of the text of ``lines``; None when no line begins with that of a top-level comment.

    A text is in one language; the commonest marker tells which.
    """
    marked = [(line, top) for line in lines if line[:3] in _BY_START and (top := _any_top(line))]
    if not marked:
        return None
    counts = Counter(top for _, top in marked)
    languages = [LANGUAGES[index] for index in _TOPS[counts.most_common(1)[0][0]]]
    tops = sorted({top for words in languages for top in _tops(words)}, key=len, reverse=True)
    replies = sorted({delete for words in languages for delete in words.deletes}, key=len, reverse=True)
    on_own_lines = all(line in tops for line, top in marked if top in tops)
    return Markers(tuple(tops), tuple(replies), on_own_lines)


def _any_top(line: str) -> str:
    """The top-level marker of any language that ``line`` begins with, else the empty string."""
    found = next((top for top in _BY_START.get(line[:3], ()) if line.startswith(top)), "")
    return found if found and not _is_sentence(found, line[len(found) :]) else ""


def _is_sentence(marker: str, rest: str) -> bool:
    """Whether ``rest`` goes on with a sentence that begins with the marker's word, and is no paragraph of its own."""
    if not rest:
        return False
    if marker in _TOPS:
        return rest[0] == " "
    word_end = next((index for index, character in enumerate(rest[:4]) if not character.isalnum()), min(4, len(rest)))
    if marker in _SHORT and rest[0].islower():
        return True
    ends_sentence = rest[0] == "." and rest[1:2] in ("", " ")
    return ends_sentence or rest[0] in _NO_PARAGRAPH or rest[:word_end] in _WORD_ENDINGS.get(marker, ())
