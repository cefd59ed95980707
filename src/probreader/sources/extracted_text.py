"""Extracted text: no numbers, no indentation, no authors, one paragraph a line.

Each comment has one marker, put right after its FIRST paragraph and glued to what follows: ``ReplyDelete`` at top
level, ``Delete`` for a reply. So between two markers the last line is the next comment's first paragraph, and all
before it belongs to the previous comment. The body ends where the first comment's first paragraph begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Certainty, Problem
from probreader.sources.building import Head, PostBuilder
from probreader.sources.markers import ENGLISH
from probreader.sources.parsed import Claim, Evidence, Parsed, SourceText
from probreader.sources.plain import spaced, tidy

_TOP = ENGLISH.close_top
_REPLY = ENGLISH.delete
# "Deleted files" begins with a word, "Deletefrom link" with a marker.
_WORD_ENDINGS = frozenset({"d", "r", "rs", "s"})
# No paragraph begins with these, and a sentence's first word may be followed by them: "Delete it", "Delete: never".
_NO_PARAGRAPH = frozenset(" ,;:!?)/")
_SHORTEST_CUT = 3
"""Letters of a marker that tell it when the text is cut off inside it."""


@dataclass(slots=True)
class _Run:
    """A marker and the lines up to the next one."""

    marker: str
    """Empty for the run before the first marker."""
    lines: list[str]
    """What is glued to the marker comes first."""

    def take_last(self) -> str:
        """Remove and return the last line that is not empty; the empty string when there is none."""
        while self.lines:
            if line := self.lines.pop():
                return line
        return ""


def claim(source: SourceText) -> Claim | None:
    """Strong when a top-level marker opens a line and no empty line parts the paragraphs, else weak."""
    if not any(line.startswith(_TOP) and _marker(line) for line in source.lines):
        return None
    evidence = Evidence.WEAK if "" in source.lines[source.next_text(0) :] else Evidence.STRONG
    return Claim(evidence, lambda: _read(source))


def _read(source: SourceText) -> Parsed:
    """The one post; a reply belongs to the nearest top-level comment above."""
    lines, cut = _without_cut_marker(source.lines)
    body, *runs = _runs(lines)
    firsts = [run.take_last() for run in (body, *runs)[: len(runs)]]
    builder = PostBuilder(Head(None, None, 0), spaced(body.lines), Fingerprints(), "\n".join(lines[:20]))
    top: str | None = None
    for first, run in zip(firsts, runs, strict=True):
        text = tidy("\n".join(spaced((first, *run.lines))))
        if run.marker == _TOP:
            top = builder.add_comment(text)
        else:
            builder.add_comment(text, top, Certainty.INFERRED)
    return Parsed((builder.build(),), cut)


def _runs(lines: Sequence[str]) -> list[_Run]:
    """``lines`` parted at the markers; before the first top-level comment there is nothing to reply to."""
    runs = [_Run("", [])]
    for line in lines:
        marker = _marker(line)
        if marker == _TOP or (marker and len(runs) > 1):
            glued = line[len(marker) :]
            runs.append(_Run(marker, [glued] if glued else []))
        else:
            runs[-1].lines.append(line)
    return runs


def _marker(line: str) -> str:
    """The marker that ``line`` begins with, else the empty string."""
    if line.startswith(_TOP):
        return "" if line[len(_TOP) :][:1] == " " else _TOP
    if not line.startswith(_REPLY) or _is_sentence(line[len(_REPLY) :]):
        return ""
    return _REPLY


def _is_sentence(rest: str) -> bool:
    """Whether ``rest`` goes on with a sentence that begins with the marker's word, and is no paragraph of its own."""
    if not rest:
        return False
    word_end = next((index for index, character in enumerate(rest[:3]) if not character.isalnum()), min(3, len(rest)))
    ends_sentence = rest[0] == "." and rest[1:2] in ("", " ")
    return ends_sentence or rest[0] in _NO_PARAGRAPH or rest[:word_end] in _WORD_ENDINGS


def _without_cut_marker(lines: Sequence[str]) -> tuple[Sequence[str], tuple[Problem, ...]]:
    """``lines`` with a last line that is the beginning of a marker made whole."""
    last = lines[-1]
    for word in (_TOP, _REPLY):
        if _SHORTEST_CUT <= len(last) < len(word) and word.startswith(last):
            message = "The text is cut off here, in the middle of a marker. Save the page again to have the rest."
            return (*lines[:-1], word), (Problem("cut-off", message, len(lines)),)
    return lines, ()
