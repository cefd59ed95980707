"""Extracted text of pages whose comments have no action words: flat Blogger pages, and WordPress.

Names are gone. Where the dates are left, each stands over its comment. Else nothing parts the comments but lines, of
which each is a paragraph: only how many comments there are is told, by the heading. Most comments are of one paragraph,
so every line is a comment of its own; where there are more lines than comments, those are joined that plainly go on
with the line above. Nobody can be shown to answer anybody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Certainty, Problem, Timestamp
from probreader.sources.building import Head, PostBuilder
from probreader.sources.comment_times import CommentTimes, moment
from probreader.sources.markers import Heading, is_form_heading, is_furniture, read_heading
from probreader.sources.page_text import is_feed_line, left_out
from probreader.sources.parsed import Claim, Evidence, Parsed, SourceText
from probreader.sources.plain import spaced, tidy

_MARKS = "#* "
"""What Markdown puts around headings."""
# What every date with a time has, in any language.
_CLOCK = re.compile(r"[0-9] ?[:.hH時时시点點] ?[0-9]|[0-9] ?[APap]\.?[Mm]")
_LEAST_DATES = 2
_MOST_LINES = 4
"""Lines of a comment, on average: where there are more, the heading is a line of the post."""
_LIST = re.compile(r"(?:[-*•>]|\(?[0-9a-z]{1,3}[.)]) ")
_COLONS = (":", ",", "：", "，")


@dataclass(frozen=True, slots=True)
class _Comments:
    """Where the comments stand."""

    body: int
    """Index behind the last line of the post's text."""
    first: int
    end: int
    """Index behind the last line of the comments."""
    declared: int | None
    dates: tuple[int, ...]
    """Indices of the dates, each over a comment; empty where they are gone."""


def claim(source: SourceText) -> Claim | None:
    """Fair when dates stand over texts, or lines below a heading that says how many comments there are."""
    found = _dated(source) or _counted(source)
    return Claim(Evidence.FAIR, lambda: _read(source, found)) if found else None


def _dated(source: SourceText) -> _Comments | None:
    lines = source.lines
    dates = [index for index in source.short if _is_date(lines[index])]
    if len(dates) < _LEAST_DATES or not dates[0]:
        return None
    end = _end(source, dates[-1])
    ends = [*dates[1:], end]
    if any(source.next_text(date + 1, stop) == stop for date, stop in zip(dates, ends, strict=True)):
        return None
    above = next((index for index in range(dates[0] - 1, -1, -1) if lines[index]), 0)
    heading = read_heading(lines[above].strip(_MARKS))
    body = above if heading else dates[0]
    return _Comments(body, dates[0], end, heading.count if heading else None, tuple(dates))


def _unescaped(line: str) -> str:
    """``line`` without the signs with which Markdown keeps ``12.`` from being a list."""
    return line.replace("\\", "")


def _is_date(line: str) -> bool:
    dated = moment(_unescaped(line)) if _CLOCK.search(line) else None
    return dated is not None and dated.form != "time"


def _counted(source: SourceText) -> _Comments | None:
    """The lines between a heading and the form for a comment; where there is no form, no other post may have one."""
    counts = [(index, heading.count) for index in source.short if (heading := _counting(source.lines[index]))]
    if not counts or not counts[-1][0]:
        return None
    index, count = counts[-1]
    first, end = source.next_text(index + 1), _end(source, index + 1)
    texts = sum(map(bool, source.lines[first:end]))
    has_form = end < len(source.lines) and is_form_heading(source.lines[end].strip(_MARKS))
    are_all = has_form or (len(counts) == 1 and (end < len(source.lines) or texts >= (count or 0)))
    are_few = texts <= _MOST_LINES * (count or 0)
    return _Comments(index, first, end, count, ()) if texts and are_all and are_few else None


def _counting(line: str) -> Heading | None:
    """The heading that ``line`` is and that says how many comments there are; None when it is none."""
    heading = read_heading(line.strip(_MARKS))
    return heading if heading and heading.sure and heading.count else None


def _end(source: SourceText, start: int) -> int:
    """The index of the first line below ``start`` that is the page's."""
    lines = source.lines
    below = (index for index in range(start, len(lines)) if lines[index])
    return next((index for index in below if _is_page_line(lines[index].strip(_MARKS))), len(lines))


def _is_page_line(line: str) -> bool:
    return is_form_heading(line) or is_furniture(line) or is_feed_line(line)


def _read(source: SourceText, comments: _Comments) -> Parsed:
    lines = source.lines
    head, start = _head(source, comments.body)
    builder = PostBuilder(head, spaced(lines[start : comments.body]), Fingerprints(), "\n".join(lines[:20]))
    problems: list[Problem] = []
    found = _by_dates(source, comments, problems) if comments.dates else _by_lines(source, comments)
    for text, published in found:
        builder.add_comment(text, None, Certainty.INFERRED, None, published)
    problems += _problems(comments, len(found))
    problems += left_out(source, comments.end, len(lines))
    return Parsed((builder.build(declared=comments.declared),), tuple(problems))


def _head(source: SourceText, end: int) -> tuple[Head, int]:
    """What stands over the body, and the index of the body's first line; a title shows where Markdown marks it."""
    first = source.next_text(0, end)
    line = source.lines[first] if first < end else ""
    if line.startswith("#") and (title := line.strip(_MARKS)):
        return Head(title, None, first + 1), first + 1
    return Head(None, None, first), first


def _by_dates(source: SourceText, comments: _Comments, problems: list[Problem]) -> list[tuple[str, Timestamp | None]]:
    lines = source.lines
    times = CommentTimes(source, comments.body, (_unescaped(lines[date]) for date in comments.dates))
    found = [
        (_text(lines[date + 1 : stop]), times.time(_unescaped(lines[date]), date))
        for date, stop in zip(comments.dates, (*comments.dates[1:], comments.end), strict=True)
    ]
    problems += times.problems
    return found


def _by_lines(source: SourceText, comments: _Comments) -> list[tuple[str, Timestamp | None]]:
    lines = [line for line in source.lines[comments.first : comments.end] if line]
    joined = _joined(lines, comments.declared or len(lines))
    starts = [index for index in range(len(lines)) if index not in joined]
    return [(_text(lines[start:stop]), None) for start, stop in zip(starts, (*starts[1:], len(lines)), strict=True)]


def _joined(lines: Sequence[str], count: int) -> set[int]:
    """The indices of lines that belong to the comment above them, so that ``count`` comments are left."""
    likely = [index for index in range(1, len(lines)) if _goes_on(lines[index - 1], lines[index])]
    return set(likely[: max(0, len(lines) - count)])


def _goes_on(above: str, line: str) -> bool:
    """Whether ``line`` plainly is a further paragraph of the text that ``above`` belongs to."""
    is_address = line.startswith(("http://", "https://", "www.")) and " " not in line
    return above.endswith(_COLONS) or line[0].islower() or _LIST.match(line) is not None or is_address


def _text(lines: Sequence[str]) -> str:
    return tidy("\n".join(spaced(lines)))


def _problems(comments: _Comments, found: int) -> list[Problem]:
    problems = []
    if not comments.dates:
        message = (
            "Nothing in the text parts the comments but lines; where each begins is the likelier reading. "
            "Read a saved page or a feed of the same post to have it for certain."
        )
        problems.append(Problem("comments-inferred", message, comments.first + 1))
    if found > 1:
        message = "The text does not tell which comments answer which; all are shown at top level."
        problems.append(Problem("nesting-unknown", message, comments.first + 1))
    if comments.declared is not None and found != comments.declared:
        code = "comments-missing" if found < comments.declared else "comments-extra"
        message = f"The page declares {comments.declared} comments, and the text holds {found}."
        problems.append(Problem(code, message, comments.body + 1))
    return problems
