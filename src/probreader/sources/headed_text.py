"""Text dumps of pages whose comments stand below headers: Blogger's flat pages, and WordPress.

See :mod:`probreader.sources.headed_lines` for what the lines look like. On a flat page nobody answers anybody; in
WordPress's lists an item further in answers the one above it, and where a converter lost the lists nothing tells who
answers whom.
"""

import re

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Certainty, Problem, Timestamp
from probreader.sources.building import PostBuilder
from probreader.sources.comment_times import CommentTimes
from probreader.sources.headed_lines import Headed, Header, Style, find_headed, is_moment
from probreader.sources.markers import Mark, is_furniture, mark, read_heading
from probreader.sources.page_text import discussion_end, left_out, page_end
from probreader.sources.parsed import Claim, Evidence, Parsed, SourceText
from probreader.sources.plain import tidy
from probreader.sources.whole_post import read_post

_PINGBACK = re.compile(r" {0,9}(?:[0-9]{1,6}\.|[•◦▪*-])? ?(?:Pingback|Trackback|Pingbacks|Trackbacks)\s?:.{0,400}")


def claim_blogger(source: SourceText) -> Claim | None:
    """Certain when a heading stands over headers whose date, if any, stands below the comment."""
    headed = find_headed(source)
    if headed is None or headed.says:
        return None
    return Claim(Evidence.CERTAIN, lambda: _read(source, headed))


def claim_wordpress(source: SourceText) -> Claim | None:
    """Certain when a heading stands over headers with their dates, weak when these are names over dates."""
    headed = find_headed(source)
    if headed is None or not headed.says:
        return None
    return Claim(Evidence.WEAK if headed.is_plain else Evidence.CERTAIN, lambda: _read(source, headed))


def _read(source: SourceText, headed: Headed) -> Parsed:
    heading = read_heading(source.lines[headed.heading])
    end = page_end(source, headed.tail)
    title = heading.title if heading else None
    post = read_post(source, headed.heading, headed.tail, title, is_whole_page=end < len(source.lines))
    opening = "\n".join(source.lines[headed.heading : headed.heading + 20])
    builder = PostBuilder(post.head, post.body, Fingerprints(), opening)
    thread = _Thread(source, headed, builder)
    thread.read()
    problems = [*post.problems, *thread.problems]
    end = discussion_end(source, headed.tail)
    below = [line for line in source.lines[headed.tail : end] if not is_furniture(line)]
    if any(below):
        builder.add_section(below)
        message = "There is text below the comments; it is shown as the last section of the post."
        problems.append(Problem("text-after-comments", message, headed.tail + 1))
    problems += left_out(source, end, len(source.lines))
    declared = heading.count if heading else None
    problems += _count_problem(declared, len(builder.comments), thread.pingbacks, headed.heading)
    return Parsed((builder.build(post.labels, declared, post.author),), tuple(problems))


class _Thread:
    """The comments of one text on their way into a post."""

    def __init__(self, source: SourceText, headed: Headed, builder: PostBuilder) -> None:
        self._source = source
        self._headed = headed
        self._builder = builder
        self._open: list[tuple[int, str]] = []
        self.pingbacks = 0
        self.problems: list[Problem] = []

    def read(self) -> None:
        """Add all comments."""
        headed = self._headed
        ends = [*(header.line for header in headed.headers[1:]), headed.tail]
        bodies = [self._body(header, end) for header, end in zip(headed.headers, ends, strict=True)]
        times = CommentTimes(self._source, headed.heading, (raw for raw, _ in bodies if raw))
        for header, (raw, text) in zip(headed.headers, bodies, strict=True):
            self._add(header, times.time(raw, header.line), text)
        self.problems += times.problems
        self._tell()

    def _body(self, header: Header, end: int) -> tuple[str | None, str]:
        """The date of the comment below ``header`` as it is written, and the comment's text."""
        lines = self._without_pingbacks(self._source.lines[header.text : end])
        raw = header.raw
        _pop_actions(lines, 1 if self._headed.says else len(lines))
        if self._headed.style is Style.BELOW and lines and is_moment(lines[-1].strip()):
            raw = lines.pop().strip()
        margin = " " * header.margin
        return raw, tidy("\n".join(line.removeprefix(margin) for line in lines))

    def _without_pingbacks(self, lines: list[str]) -> list[str]:
        kept = [line for line in lines if len(line) > 500 or not _PINGBACK.fullmatch(line)]
        self.pingbacks += len(lines) - len(kept)
        return kept

    def _add(self, header: Header, published: Timestamp | None, text: str) -> None:
        while self._open and self._open[-1][0] >= header.indent:
            self._open.pop()
        parent = self._open[-1][1] if self._open else None
        certainty = Certainty.INFERRED if self._headed.says and not self._headed.is_list else Certainty.STATED
        comment = self._builder.add_comment(text, parent, certainty, header.author or None, published)
        if self._headed.is_list:
            self._open.append((header.indent, comment))

    def _tell(self) -> None:
        if self._headed.says and not self._headed.is_list:
            message = "The text does not tell which comments answer which; all are shown at top level."
            self.problems.append(Problem("nesting-unknown", message, self._headed.heading + 1))
        if self.pingbacks:
            message = f"{self.pingbacks} links from other sites stand among the comments and are not shown."
            self.problems.append(Problem("pingbacks", message))


def _pop_actions(lines: list[str], most: int) -> None:
    """Remove from the end of ``lines`` empty ones and up to ``most`` actions; a text may itself end in such a word."""
    while lines and (not lines[-1] or (most and _is_action(lines[-1]))):
        most -= bool(lines.pop())


def _is_action(line: str) -> bool:
    return bool((mark(line.strip()) or Mark(0)) & (Mark.REPLY | Mark.DELETE | Mark.CLOSE_TOP))


def _count_problem(declared: int | None, found: int, pingbacks: int, index: int) -> list[Problem]:
    if declared is None or found <= declared <= found + pingbacks:
        return []
    code = "comments-missing" if found < declared else "comments-extra"
    message = f"The page declares {declared} comments, and the text holds {found}."
    return [Problem(code, message, index + 1)]
