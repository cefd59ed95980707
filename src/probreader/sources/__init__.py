"""Bytes in, posts and problems out. No clock, network, disk or SQL.

The shape of a source is recognised from the text itself. Whatever can be read is kept; whatever cannot is a
:class:`~probreader.domain.post.Problem` with its line.
"""

from dataclasses import dataclass

from probreader.domain.clean import clean_line
from probreader.domain.post import Post, Problem
from probreader.sources.encoding import decode
from probreader.sources.parsed import SourceText
from probreader.sources.recognise import recognise

UNKNOWN = "unknown"
"""The shape of a source that holds no discussion."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source holds."""

    shape: str
    """``blogger-text``, ``extracted-text``, ``archive-text``, or ``unknown`` when no discussion was recognised."""
    posts: tuple[Post, ...]
    """In the order of the source."""
    problems: tuple[Problem, ...]
    """Everything that was found wrong or guessed, in the order of the source as far as it has lines."""

    @property
    def readable(self) -> bool:
        """Whether at least one post was read."""
        return bool(self.posts)


def read(data: bytes, hint: str | None = None) -> Reading:
    """The posts that ``data`` holds; never raises, whatever the bytes.

    ``hint`` is a name for the source (a file name): messages use it, the choice of the shape does not.
    """
    name = clean_line(hint or "") or "The source"
    decoded = decode(data, name)
    if decoded.text is None:
        return Reading(UNKNOWN, (), decoded.problems)
    source = SourceText.of(decoded.text)
    recognised = recognise(source)
    if recognised is None:
        return Reading(UNKNOWN, (), (*decoded.problems, _no_discussion(source, name)))
    shape, read_shape = recognised
    parsed = read_shape()
    problems = sorted((*decoded.problems, *parsed.problems), key=lambda problem: problem.line or 0)
    return Reading(shape, parsed.posts, tuple(problems))


def _no_discussion(source: SourceText, name: str) -> Problem:
    if not any(source.lines):
        return Problem("empty", f"{name} is empty. Save the page again and read the new file.", 1)
    return Problem(
        "not-a-discussion",
        f"{name} holds no blog discussion that can be recognised. "
        "Read a text dump of a Blogger post with its comments, or of a label or month page.",
        1,
    )
