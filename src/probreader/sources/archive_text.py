"""Archive dumps: the posts of a label page or a month page, without comments.

A date header alone on its line opens a post; then come the title, which may be absent, and the body. All headers of a
page are written alike, so a date in another form is part of a text. Several posts under one date cannot be told from
headings inside a post, and are read as one.
"""

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Post, Problem
from probreader.sources.building import PostBuilder, read_head
from probreader.sources.dates import LONGEST, read_date
from probreader.sources.parsed import Evidence, Parsed, SourceText

_LABEL = "Showing posts with label "
_FILTER = "Showing posts "
_FILTER_END = "Show all posts"


def evidence(source: SourceText) -> Evidence:
    """Strong for several date headers, or one below a line that names a label; weak for one at the top."""
    start = _after_filters(source)
    if start >= len(source.lines) or not _is_header(source, start):
        return Evidence.NONE
    return Evidence.STRONG if start > source.next_text(0) or len(_headers(source, start)) > 1 else Evidence.WEAK


def read(source: SourceText) -> Parsed:
    """The posts of an archive page, each with the labels that the page was chosen by."""
    start = _after_filters(source)
    labels = _labels(source, start)
    headers = _headers(source, start)
    ids = Fingerprints()
    posts: list[Post] = []
    problems: list[Problem] = []
    for header, end in zip(headers, [*headers[1:], len(source.lines)], strict=True):
        head = read_head(source, header, end)
        problems += head.problems
        posts.append(PostBuilder(head, source.lines[head.body : end], ids).build(labels))
    return Parsed(tuple(posts), tuple(problems))


def _is_filter(line: str) -> bool:
    return line.startswith(_FILTER) and line.endswith(_FILTER_END)


def _after_filters(source: SourceText) -> int:
    """Index of the first line with text below the lines that say how the page's posts were chosen."""
    start = source.next_text(0)
    while start < len(source.lines) and _is_filter(source.lines[start]):
        start = source.next_text(start + 1)
    return start


def _labels(source: SourceText, end: int) -> tuple[str, ...]:
    lines = (line for line in source.lines[:end] if line.startswith(_LABEL))
    names = (line.removeprefix(_LABEL).removesuffix(_FILTER_END).strip().removesuffix(".") for line in lines)
    return tuple(dict.fromkeys(names))


def _is_header(source: SourceText, index: int) -> bool:
    return len(source.lines[index]) <= LONGEST and source.stands_alone(index) and bool(read_date(source.lines[index]))


def _headers(source: SourceText, first: int) -> list[int]:
    """Indices of the date headers, of which the one at ``first`` shows the form."""
    dated = read_date(source.lines[first])
    form = dated.form if dated else None
    headers = []
    for index, line in enumerate(source.lines):
        # Cheap before dear: a long text has few short lines that end in a digit.
        if index >= first and len(line) <= LONGEST and line[-1:].isdigit() and source.stands_alone(index):
            found = read_date(line)
            if found and found.form == form:
                headers.append(index)
    return headers
