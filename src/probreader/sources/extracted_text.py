"""Extracted text: no numbers, no indentation, no authors, one paragraph a line.

Each comment has one marker, put right after its FIRST paragraph and glued to what follows: ``ReplyDelete`` at top
level, ``Delete`` for a reply. So between two markers the last line is the next comment's first paragraph, and all
before it belongs to the previous comment. The body ends where the first comment's first paragraph begins. Other
versions give each marker a line of its own, in the same places.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Certainty, Problem
from probreader.sources.building import Head, PostBuilder
from probreader.sources.glued_markers import Markers, markers_of
from probreader.sources.markers import is_furniture, mark, read_heading
from probreader.sources.page_text import is_feed_line
from probreader.sources.parsed import Claim, Evidence, Parsed, SourceText
from probreader.sources.plain import spaced, tidy

_MOST_PAGE_LINES = 12
"""Lines between the body and the comments among which what belongs to the page is looked for."""
_MANY = 3
"""Markers of top-level comments that no text has by chance at the beginnings of its lines."""


@dataclass(slots=True)
class _Run:
    """A marker and the lines up to the next one."""

    line: int
    """Index of the marker's line."""
    is_top: bool
    lines: list[str]
    """What is glued to the marker comes first."""

    def take_last(self) -> str:
        """Remove and return the last line that is not empty; the empty string when there is none."""
        while self.lines:
            if line := self.lines.pop():
                return line
        return ""


def claim(source: SourceText) -> Claim | None:
    """Strong when a top-level marker opens a line and no empty line parts the paragraphs, or several do; else weak."""
    markers = markers_of(source.lines)
    if markers is None:
        return None
    many = sum(bool(markers.top(line)) for line in source.lines) >= _MANY
    evidence = Evidence.STRONG if many or "" not in source.lines[source.next_text(0) :] else Evidence.WEAK
    return Claim(evidence, lambda: _read(source, markers))


def _read(source: SourceText, markers: Markers) -> Parsed:
    """The one post; a reply belongs to the nearest top-level comment above."""
    lines, problems = _without_cut_marker(source.lines, markers)
    body, *runs = _runs(lines, markers)
    firsts = [run.take_last() for run in (body, *runs)[: len(runs)]]
    declared = _take_page_lines(body.lines)
    builder = PostBuilder(Head(None, None, 0), spaced(body.lines), Fingerprints(), "\n".join(lines[:20]))
    top: str | None = None
    for first, run in zip(firsts, runs, strict=True):
        text = tidy("\n".join(spaced((first, *run.lines))))
        if run.is_top:
            top = builder.add_comment(text)
            continue
        if top is None:
            top = builder.add_placeholder()
            problems.append(_parent_missing(run.line))
        builder.add_comment(text, top, Certainty.INFERRED)
    problems += _count_problems(builder, declared)
    problems += _markers_in_body(lines, markers)
    return Parsed((builder.build(declared=declared),), tuple(problems))


def _runs(lines: Sequence[str], markers: Markers) -> list[_Run]:
    """``lines`` parted at the markers.

    Above the first top-level comment a reply's marker tells that the comment which it answers was dropped; but alone
    on a line it is likelier to be a line of the body.
    """
    runs = [_Run(0, False, [])]
    marks = (*markers.tops, *markers.replies)
    for index, line in enumerate(lines):
        if not line.startswith(marks):
            runs[-1].lines.append(line)
            continue
        top = markers.top(line)
        marker = top or markers.reply(line)
        if marker and (len(runs) > 1 or top or line != marker):
            glued = line[len(marker) :]
            runs.append(_Run(index, bool(top), [glued] if glued else []))
        else:
            runs[-1].lines.append(line)
    return runs


def _take_page_lines(body: list[str]) -> int | None:
    """Remove from the end of ``body`` what belongs to the page; returns the count of comments that it says, if any."""
    declared = None
    for index in range(len(body) - 1, max(-1, len(body) - 1 - _MOST_PAGE_LINES), -1):
        line = body[index]
        heading = read_heading(line) if declared is None and index >= len(body) - 2 else None
        if heading and heading.sure and heading.count is not None and not any(body[index + 1 :]):
            declared = heading.count
            del body[index:]
        elif is_feed_line(line) or (is_furniture(line) and line.endswith((":", "：")) and mark(line) is None):
            del body[index]
    return declared


def _markers_in_body(lines: Sequence[str], markers: Markers) -> list[Problem]:
    """The problem of a reply's marker that stands alone above the comments, where markers do stand alone."""
    if not markers.on_own_lines:
        return []
    first = next(index for index, line in enumerate(lines) if markers.top(line))
    found = next((index for index in range(first) if markers.reply(lines[index])), None)
    if found is None:
        return []
    message = "This line may end a reply to a comment that is missing from the text; it is shown as text of the post."
    return [Problem("marker-in-body", message, found + 1)]


def _parent_missing(index: int) -> Problem:
    message = (
        "The comment that this reply answers is missing from the text; a placeholder stands for it. "
        "Read the saved page itself to have it."
    )
    return Problem("parent-missing", message, index + 1)


def _count_problems(builder: PostBuilder, declared: int | None) -> list[Problem]:
    found = sum(not comment.placeholder for comment in builder.comments)
    if declared is None or found == declared:
        return []
    code = "comments-missing" if found < declared else "comments-extra"
    return [Problem(code, f"The page declares {declared} comments, and the text holds {found}.")]


def _without_cut_marker(lines: Sequence[str], markers: Markers) -> tuple[Sequence[str], list[Problem]]:
    """``lines`` with a last line that is the beginning of a marker made whole."""
    if whole := markers.whole(lines[-1]):
        message = "The text is cut off here, in the middle of a marker. Save the page again to have the rest."
        return (*lines[:-1], whole), [Problem("cut-off", message, len(lines))]
    return lines, []
