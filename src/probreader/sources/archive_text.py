"""Archive dumps: the posts of a label page or a month page, without comments.

A date header alone on its line opens a post; then come the title, which may be absent, and the body. All headers of a
page are written alike, so a date in another form is part of a text. Several posts under one date are told apart where
each ends in the lines that blog software puts below a post; else they cannot be told from headings inside a post, and
are read as one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Post, Problem
from probreader.sources.building import PostBuilder, read_head
from probreader.sources.dates import read_date
from probreader.sources.dates.tokens import can_begin_date
from probreader.sources.footer import Footer, footer_end, read_footer, read_posted, with_time
from probreader.sources.markers import is_furniture, read_chosen, read_heading
from probreader.sources.page_text import is_page_line, left_out
from probreader.sources.parsed import Claim, Evidence, Parsed, SourceText
from probreader.sources.phrases import Choice

_LONGEST_CHROME = 300
"""Characters of the longest line that stands above the posts and is not of them."""
_CLOCK = re.compile("[0-9]:[0-9]")
_MOST_CHROME = 60
"""Lines with text above the posts."""


def claim(source: SourceText) -> Claim | None:
    """Strong for several date headers, or for one below a line that names a label; weak for one at the top."""
    start = _first_header(source)
    if start is None:
        return None
    form = _header_form(source, start)
    headers = [index for index in source.short if index >= start and _header_form(source, index) == form]
    is_chosen = any(read_chosen(line) for line in source.lines[:start])
    strong = is_chosen or len(headers) > 1
    if not strong and start > source.next_text(0):
        return None
    evidence = Evidence.STRONG if strong else Evidence.WEAK
    return Claim(evidence, lambda: _read(source, _labels(source, start), headers, lone=not strong))


def _read(source: SourceText, labels: tuple[str, ...], headers: list[int], *, lone: bool) -> Parsed:
    """Each post has all ``labels``, by which the page was chosen.

    A ``lone`` post may as well be the beginning of another shape, cut off before its comments; that is told.
    """
    ids = Fingerprints()
    posts: list[Post] = []
    problems: list[Problem] = list(_above(source, headers[0]))
    for header, end in zip(headers, [*headers[1:], len(source.lines)], strict=True):
        posts += _posts_of_day(source, header, end, labels, ids, problems)
    if lone:
        message = "No comments were found below this post. If the page has some, save it again and read the new file."
        problems.append(Problem("no-comments-found", message, len(source.lines)))
    return Parsed(tuple(posts), tuple(problems))


def _posts_of_day(
    source: SourceText, header: int, end: int, labels: tuple[str, ...], ids: Fingerprints, problems: list[Problem]
) -> Iterator[Post]:
    """The posts below the date header at ``header``."""
    is_last = end == len(source.lines)
    published = None
    for start, stop, footer in _parts(source, header, end):
        if footer is None and start > header and (is_last or all(map(is_page_line, source.lines[start:stop]))):
            problems += left_out(source, start, stop)
            return
        head = read_head(source, start, stop)
        problems += head.problems
        published = head.published or published
        body, declared = _without_page_lines(source.lines[head.body : stop])
        if footer is not None:
            declared = declared if footer.declared is None else footer.declared
        head = replace(head, published=with_time(published, footer.time if footer else None))
        own = footer.labels if footer else ()
        builder = PostBuilder(head, body, ids)
        yield builder.build(tuple(dict.fromkeys((*own, *labels))), declared, footer.author if footer else None)


def _parts(source: SourceText, start: int, end: int) -> Iterator[tuple[int, int, Footer | None]]:
    """Beginning, end of the body, and footer of each post in the lines ``[start, end)``, the first a date header.

    A line that looks like a footer but has nothing above it is a title.
    What stands below the last footer comes last, without one, if it is more than empty lines.
    """
    lines = source.lines
    index = source.next_text(start + 1, end) + 1
    while index < end:
        if lines[index] and read_posted(lines[index]) is not None:
            below = footer_end(lines, index, end)
            footer = read_footer(lines, start, below)
            yield start, footer.start, footer
            start = below
            index = source.next_text(below, end) + 1
        else:
            index += 1
    if source.next_text(start, end) < end:
        yield start, end, None


def _without_page_lines(lines: list[str]) -> tuple[list[str], int | None]:
    """``lines`` without the page's own at their end, and the count of comments in a last line that says one."""
    end = len(lines)
    while end and (not lines[end - 1] or is_page_line(lines[end - 1])):
        end -= 1
    heading = read_heading(lines[end - 1]) if end else None
    if heading and heading.sure and heading.count is not None and heading.title is None:
        return lines[: end - 1], heading.count
    return lines[:end], None


def _first_header(source: SourceText) -> int | None:
    """The index of the date header over the first post; None when there is none below the page's name and filters."""
    seen = 0
    for index, line in enumerate(source.lines):
        if not line:
            continue
        if _header_form(source, index) is not None:
            return index
        seen += 1
        if len(line) > _LONGEST_CHROME or seen > _MOST_CHROME:
            return None
    return None


def _above(source: SourceText, start: int) -> tuple[Problem, ...]:
    """The problem of text above the posts that is neither furniture nor says how they were chosen."""
    told = [index for index in range(start) if source.lines[index] and not read_chosen(source.lines[index])]
    return left_out(source, told[0], told[-1] + 1) if told else ()


def _labels(source: SourceText, end: int) -> tuple[str, ...]:
    chosen = (read_chosen(line) for line in source.lines[:end] if not is_furniture(line))
    return tuple(dict.fromkeys(one.name for one in chosen if one and one.by is Choice.LABEL))


def _header_form(source: SourceText, index: int) -> str | None:
    """How the date is written that stands alone at ``index``; None when none does."""
    line = source.lines[index]
    if line[:1] == " " or not source.stands_alone(index) or not can_begin_date(line) or _CLOCK.search(line):
        return None
    dated = read_date(line)
    return dated.form if dated and "hour" not in dated.form else None
