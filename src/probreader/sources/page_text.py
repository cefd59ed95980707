"""What a dump of a whole page holds besides the discussion: the blog's name above it, pagers and lists below."""

from probreader.domain.post import Problem
from probreader.sources.dates import read_date
from probreader.sources.markers import is_form_heading, is_furniture, mark
from probreader.sources.parsed import SourceText
from probreader.sources.titles import reads_as_title

_LONGEST_LISTED = 200
_LONGEST_CHROME = 300
"""Characters of the longest line that stands above a post and is not of it."""
_BULLETS = " •◦▪►▼-*"
_ARROWS = "<>«»‹›←→ "
_FEED = "(Atom)"


def post_start(source: SourceText, end: int, tail: int) -> int:
    """The index of the first line of the post above ``end`` in a dump of a whole page.

    The post begins at its date header; where there is none, at a line that the lists below ``tail`` name as the title
    of a post. 0 when neither is found.
    """
    for index in source.short:
        if index >= end:
            break
        if source.stands_alone(index) and (dated := read_date(source.lines[index])) and "hour" not in dated.form:
            return index
    return _listed_title(source, end, tail)


def _listed_title(source: SourceText, end: int, tail: int) -> int:
    lines = source.lines
    listed = {line.lstrip(_BULLETS) for line in lines[tail:] if line[:1] == " " and len(line) <= _LONGEST_LISTED}
    for index in range(end):
        line = lines[index]
        if len(line) > _LONGEST_CHROME:
            return 0
        if line in listed and source.stands_alone(index) and reads_as_title(line) and not is_furniture(line):
            return index
    return 0


def page_end(source: SourceText, tail: int) -> int:
    """The index of the first line below ``tail`` that ends the discussion: a pager or the line that names the feed."""
    lines = source.lines
    return next((index for index in range(tail, len(lines)) if _ends_page(lines[index])), len(lines))


def discussion_end(source: SourceText, tail: int) -> int:
    """The same, or that of what heads the form for a comment, below which nothing is the discussion's."""
    lines = source.lines
    form = next((index for index in range(tail, len(lines)) if is_form_heading(lines[index])), len(lines))
    return min(form, page_end(source, tail))


def _ends_page(line: str) -> bool:
    return is_feed_line(line) or (is_furniture(line.strip(_ARROWS)) and mark(line) is None)


def is_page_line(line: str) -> bool:
    """Whether ``line`` is empty, a pager, a form's button or names the feed: no word of a post."""
    return not line or is_feed_line(line) or is_furniture(line.strip(_ARROWS))


def is_feed_line(line: str) -> bool:
    """Whether ``line`` names the page's feed, which it does alike in all languages."""
    return line.endswith(_FEED) and len(line) <= _LONGEST_LISTED


def left_out(source: SourceText, start: int, end: int) -> tuple[Problem, ...]:
    """The problem of text in the lines ``[start, end)`` that belongs to the page; none when there is no text."""
    lines = source.lines
    first = source.next_text(start, end)
    told = [index for index in range(first, end) if lines[index] and not is_furniture(lines[index])]
    if not told or all(is_feed_line(lines[index]) for index in told):
        return ()
    message = f"The lines {told[0] + 1} to {told[-1] + 1} belong to the page around the discussion and are not shown."
    return (Problem("page-text", message, told[0] + 1),)
