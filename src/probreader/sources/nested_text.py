"""Text dumps of nested comments in lists, as WordPress writes them: numbers or bullets, and depth by indentation.

An item stands at two columns a level and its further lines two columns further in, where a list in its text stands as
well. Converters drop names and dates from some comments or from all. Where they are kept, an item further in begins
with them; where they are not, it stands alone, and the lines of a list do not.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Certainty, Problem
from probreader.sources.action_lines import is_like, is_link, is_reply
from probreader.sources.building import PostBuilder
from probreader.sources.comment_times import CommentTimes
from probreader.sources.item_headers import ItemHeader, read_item_header
from probreader.sources.markers import Mark, is_furniture, mark, read_heading
from probreader.sources.page_text import discussion_end, left_out
from probreader.sources.parsed import Claim, Evidence, Parsed, SourceText
from probreader.sources.plain import tidy
from probreader.sources.whole_post import read_post

_ITEM = re.compile(r"( {2,60})(?:([0-9]{1,6})\.|[•◦▪])(?: |$)")
_MOST_BETWEEN = 4
_LEAST_ACTIONS = 2
_SAMPLE = 60
"""Action words that are looked at."""
_MANY = 4
"""Of so many action words at least one is Blogger's, where Blogger made the page."""


@dataclass(slots=True)
class _Item:
    """One item of the lists."""

    line: int
    """Index of the line that opens it."""
    indent: int
    """Columns before its number or bullet."""
    lines: list[str]
    """Its text, without the margin."""
    header: ItemHeader | None
    """None where its name and date are lost."""


@dataclass(frozen=True, slots=True)
class _List:
    """The items below a heading."""

    heading: int
    """Index of the line over the comments."""
    end: int
    """Index behind the last line of the items."""
    items: tuple[_Item, ...]


def claim(source: SourceText) -> Claim | None:
    """Certain when items without Blogger's markers follow a heading and they look like comments.

    They do when the form for a comment follows them, when most begin with a name, when actions close them, or
    when all are links from other sites.
    """
    over_items = ((heading, _first_item(source, heading)) for heading, _ in reversed(source.headings))
    claims = (_claim_items(source, heading, first) for heading, first in over_items if first is not None)
    return next((found for found in claims if found), None)


def _claim_items(source: SourceText, heading: int, first: int) -> Claim | None:
    if _has_markers(source, first):
        return None
    end = _end(source, first)
    found = _List(heading, end, tuple(_items(source, first, end)))
    comments = [item for item in found.items if not is_link(item.lines[0])]
    headed = sum(item.header is not None for item in comments)
    opening = _ITEM.match(source.lines[first])
    is_numbered = opening is not None and opening[2] is not None
    looks_like = not comments or _has_form(source, end) or _has_actions(comments)
    if 2 * headed > len(comments) or (is_numbered and looks_like):
        return Claim(Evidence.CERTAIN, lambda: _read(source, found))
    return None


def _first_item(source: SourceText, heading: int) -> int | None:
    index = heading
    for _ in range(_MOST_BETWEEN):
        index = source.next_text(index + 1)
        if index == len(source.lines):
            return None
        if match := _ITEM.match(source.lines[index]):
            return index if len(match[1]) == 2 else None
        if not is_furniture(source.lines[index]):
            return None
    return None


def _end(source: SourceText, first: int) -> int:
    """The index behind the last line of the items: that of the first line without indentation."""
    lines = source.lines
    return next((index for index in range(first, len(lines)) if lines[index] and lines[index][0] != " "), len(lines))


def _has_markers(source: SourceText, first: int) -> bool:
    """Whether Blogger's words close the comments, or stand over the replies; one comment may say ``Delete``."""
    marks = blogger = 0
    for place in range(bisect_left(source.short, first), len(source.short)):
        line = source.lines[source.short[place]]
        if line[0] != " " or marks == _SAMPLE:
            break
        if found := mark(line.strip()):
            marks += 1
            blogger += bool(found & (Mark.CLOSE_TOP | Mark.DELETE)) or found == Mark.REPLIES
    return blogger > 0 and _MANY * blogger >= marks


def _has_form(source: SourceText, end: int) -> bool:
    found = mark(source.lines[end].strip()) if end < len(source.lines) else None
    return found is not None and Mark.ADD in found


def _has_actions(items: list[_Item]) -> bool:
    """Whether the action that answers a comment stands below most of ``items``."""
    closed = sum(is_reply(next((line for line in reversed(item.lines) if line), "")) for item in items)
    return closed >= _LEAST_ACTIONS and 2 * closed > len(items)


def _read(source: SourceText, comments: _List) -> Parsed:
    heading, tail = comments.heading, comments.end
    found = read_heading(source.lines[heading])
    declared = found.count if found else None
    post = read_post(source, heading, tail, found.title if found else None, is_whole_page=False)
    builder = PostBuilder(post.head, post.body, Fingerprints(), "\n".join(source.lines[heading : heading + 20]))
    thread = _Thread(source, comments, builder)
    thread.read()
    problems = [*post.problems, *thread.problems]
    problems += left_out(source, discussion_end(source, tail), len(source.lines))
    if declared is not None and declared > thread.found + thread.links:
        message = f"The page declares {declared} comments, and the text holds {thread.found}."
        problems.append(Problem("comments-missing", message, heading + 1))
    return Parsed((builder.build(post.labels, declared, post.author),), tuple(problems))


def _items(source: SourceText, first: int, end: int) -> list[_Item]:
    lines = source.lines
    items: list[_Item] = []
    named = _names_open(source, first, end)
    for index in range(first, end):
        line = lines[index]
        match = _ITEM.match(line)
        header = read_item_header(source, index) if match else None
        if match and (not items or _opens(lines, index, match, items[-1].indent, header, named=named)):
            items.append(_Item(index, len(match[1]), [line[match.end() :].lstrip(" ")], header))
        else:
            items[-1].lines.append(line.removeprefix(" " * (items[-1].indent + 2)))
    return items


def _names_open(source: SourceText, first: int, end: int) -> bool:
    """Whether all items of the first level begin with a name, so that those further in do too."""
    lines = source.lines
    tops = [index for index in range(first, end) if (match := _ITEM.match(lines[index])) and len(match[1]) == 2]
    comments = [index for index in tops if not is_link(_ITEM.sub("", lines[index], count=1))]
    return bool(comments) and all(read_item_header(source, index) for index in comments)


def _opens(
    lines: list[str], index: int, match: re.Match[str], current: int, header: ItemHeader | None, *, named: bool
) -> bool:
    """Whether ``match`` at ``index`` opens an item; ``current`` is the indentation of the item above it."""
    indent = len(match[1])
    if header is not None or indent <= current:
        return True
    above = lines[index - 1].strip()
    if named or (above and not is_reply(above)):
        return False
    below = _ITEM.match(lines[index + 1]) if index + 1 < len(lines) else None
    return below is None or len(below[1]) != indent


class _Thread:
    """The comments of one text on their way into a post."""

    def __init__(self, source: SourceText, comments: _List, builder: PostBuilder) -> None:
        self._source = source
        self._comments = comments
        self._builder = builder
        self._open: list[tuple[int, str]] = []
        self._skipped = 0
        self.found = 0
        self.links = 0
        """Links from other sites, which are no comments."""
        self.problems: list[Problem] = []

    def read(self) -> None:
        """Add all comments."""
        items, heading = self._comments.items, self._comments.heading
        raws = (item.header.raw for item in items if item.header and item.header.raw)
        times = CommentTimes(self._source, heading, raws)
        for item in items:
            self._add(item, times)
        self.problems += [*times.problems, *_problems(self._skipped, self.links, heading)]

    def _add(self, item: _Item, times: CommentTimes) -> None:
        if is_link(item.lines[0]):
            self.links += 1
            return
        parent = self._parent(item.indent)
        author, published, lines = None, None, item.lines
        if item.header:
            author = item.header.author
            published = times.time(item.header.raw, item.line)
            lines = lines[item.header.text - item.line :]
        certainty = Certainty.INFERRED if parent and item.header is None else Certainty.STATED
        comment = self._builder.add_comment(_words(lines), parent, certainty, author, published)
        self._open.append((item.indent, comment))
        self.found += 1

    def _parent(self, indent: int) -> str | None:
        """What an item at ``indent`` answers; a placeholder where that is missing."""
        while self._open and self._open[-1][0] >= indent:
            self._open.pop()
        above, parent = self._open[-1] if self._open else (0, None)
        if indent - above > 2:
            self._skipped += 1
            parent = self._builder.add_placeholder(parent)
            self._open.append((indent - 2, parent))
        return parent


def _words(lines: list[str]) -> str:
    """The comment's own lines: without the action that ends them, and the buttons above it."""
    lines = list(lines)
    while lines and not lines[-1]:
        lines.pop()
    if lines and is_reply(lines[-1]):
        lines.pop()
    while lines and (not lines[-1] or is_like(lines[-1])):
        lines.pop()
    return tidy("\n".join(lines))


def _problems(skipped: int, links: int, heading: int) -> list[Problem]:
    problems = []
    if skipped:
        message = (
            "Some comments answer others that are missing from the text; a placeholder stands for each. "
            "Read the saved page itself to have them."
        )
        problems.append(Problem("parent-missing", message, heading + 1))
    if links:
        message = f"{links} links from other sites stand among the comments and are not shown."
        problems.append(Problem("pingbacks", message, heading + 1))
    return problems
