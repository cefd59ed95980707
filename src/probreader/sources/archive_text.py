"""Archive dumps: the posts of a label page or a month page, without comments.

A date header alone on its line opens a post; then come the title, which may be absent, and the body. All headers of a
page are written alike, so a date in another form is part of a text. Several posts under one date cannot be told from
headings inside a post, and are read as one.
"""

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Post, Problem
from probreader.sources.building import PostBuilder, read_head
from probreader.sources.dates import read_date
from probreader.sources.parsed import Claim, Evidence, Parsed, SourceText

_LABEL = "Showing posts with label "
_FILTER = "Showing posts "
_FILTER_END = "Show all posts"


def claim(source: SourceText) -> Claim | None:
    """Strong for several date headers, or for one below a line that names a label; weak for one at the top."""
    start = _after_filters(source)
    form = _header_form(source, start) if start < len(source.lines) else None
    if form is None:
        return None
    headers = [index for index in source.short if index >= start and _header_form(source, index) == form]
    strong = start > source.next_text(0) or len(headers) > 1
    evidence = Evidence.STRONG if strong else Evidence.WEAK
    return Claim(evidence, lambda: _read(source, _labels(source, start), headers, lone=not strong))


def _read(source: SourceText, labels: tuple[str, ...], headers: list[int], *, lone: bool) -> Parsed:
    """Each post has all ``labels``, by which the page was chosen.

    A ``lone`` post may as well be the beginning of another shape, cut off before its comments; that is told.
    """
    ids = Fingerprints()
    posts: list[Post] = []
    problems: list[Problem] = []
    for header, end in zip(headers, [*headers[1:], len(source.lines)], strict=True):
        head = read_head(source, header, end)
        problems += head.problems
        posts.append(PostBuilder(head, source.lines[head.body : end], ids).build(labels))
    if lone:
        message = "No comments were found below this post. If the page has some, save it again and read the new file."
        problems.append(Problem("no-comments-found", message, len(source.lines)))
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


def _header_form(source: SourceText, index: int) -> str | None:
    """How the date is written that stands alone at ``index``; None when none does."""
    dated = read_date(source.lines[index]) if source.stands_alone(index) else None
    return dated.form if dated else None
