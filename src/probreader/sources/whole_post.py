"""A post as it stands in a dump of a page: where it begins, its title, byline, body and footer."""

from dataclasses import dataclass, replace

from probreader.domain.post import Problem
from probreader.sources.building import Head, read_head
from probreader.sources.byline import Byline, find_byline, title_above
from probreader.sources.footer import Footer, is_sharing, read_footer, with_time
from probreader.sources.page_text import left_out, post_start
from probreader.sources.parsed import SourceText


@dataclass(frozen=True, slots=True)
class WholePost:
    """What stands above the comments."""

    head: Head
    body: list[str]
    author: str | None
    labels: tuple[str, ...]
    is_whole_page: bool
    """True when what stands around the discussion is the page's own."""
    problems: tuple[Problem, ...]


def read_post(source: SourceText, end: int, tail: int, title: str | None, *, is_whole_page: bool) -> WholePost:
    """The post above ``end``, which is where its comments begin; ``tail`` is where they end.

    ``title`` is the post's as the heading over the comments names it, None where it does not.
    """
    footer = read_footer(source.lines, 0, end)
    is_whole_page = is_whole_page or footer.author is not None
    byline = find_byline(source, footer.start)
    start = _start(source, footer, tail, title, byline, is_whole_page=is_whole_page)
    head = read_head(source, start, footer.start)
    body = head.body
    if byline and source.next_text(body, byline.line + 1) <= byline.line and _is_all_sharing(source, body, byline.line):
        body = byline.line + 1
    else:
        byline = None
    published = with_time(head.published or (byline.published if byline else None), footer.time)
    return WholePost(
        replace(head, published=published, body=body),
        source.lines[body : footer.start],
        footer.author or (byline.author if byline else None),
        footer.labels,
        is_whole_page,
        (*left_out(source, 0, start), *head.problems),
    )


def _start(
    source: SourceText, footer: Footer, tail: int, title: str | None, byline: Byline | None, *, is_whole_page: bool
) -> int:
    lines = source.lines
    if title is not None:
        named = next((index for index in source.short if index < footer.start and lines[index].strip() == title), None)
        if named is not None:
            above = next((index for index in range(named - 1, -1, -1) if lines[index]), None)
            return 0 if above is None else named
    if byline is not None and byline.published is not None:
        return title_above(source, byline)
    return post_start(source, footer.start, tail) if is_whole_page else 0


def _is_all_sharing(source: SourceText, start: int, end: int) -> bool:
    return all(is_sharing(line.strip()) for line in source.lines[start:end] if line)
