"""Text dumps of nested comments whose names, dates and actions the converter dropped: only numbers and depth are left.

An item stands at two columns a level and its further lines two columns further in, where a list in its text stands as
well. Items are parted by empty lines, and the lines of a list are not; so a number opens an item where it is alone.
"""

import re
from dataclasses import dataclass

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Certainty, Problem
from probreader.sources.building import PostBuilder
from probreader.sources.headed_text import claim_blogger
from probreader.sources.markers import Mark, is_furniture, mark, read_heading, split_said
from probreader.sources.page_text import left_out, page_end
from probreader.sources.parsed import LONGEST_SHORT, Claim, Evidence, Parsed, SourceText
from probreader.sources.plain import tidy
from probreader.sources.whole_post import read_post

_ITEM = re.compile(r"( {2,60})([0-9]{1,6})\.(?: |$)")
_MOST_BETWEEN = 4
_LINKS = ("Pingback:", "Trackback:", "Pingback :", "Trackback :")


@dataclass(slots=True)
class _Item:
    """One numbered item."""

    indent: int
    """Columns before its number."""
    lines: list[str]
    """Its text, without the margin."""


def claim(source: SourceText) -> Claim | None:
    """Certain when items without Blogger's markers follow a heading, and the form for a comment follows them."""
    for heading, _ in reversed(source.headings):
        if (first := _first_item(source, heading)) is not None:
            return _claim_items(source, heading, first)
    return None


def _claim_items(source: SourceText, heading: int, first: int) -> Claim | None:
    """The claim to the items below ``heading``; those that begin with a name that says something are read by that."""
    end = _end(source, first)
    if end is None or not _has_form(source, end):
        return None
    if split_said(_ITEM.sub("", source.lines[first])) is not None:
        return claim_blogger(source)
    return Claim(Evidence.CERTAIN, lambda: _read(source, heading, first, end))


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


def _end(source: SourceText, first: int) -> int | None:
    """The index behind the items: that of the first line without indentation; None when Blogger's markers part them."""
    lines = source.lines
    for index in range(first, len(lines)):
        line = lines[index]
        if not line:
            continue
        if line[0] != " ":
            return index
        if len(line) <= LONGEST_SHORT and (found := mark(line)) and found & (Mark.CLOSE_TOP | Mark.DELETE):
            return None
    return len(lines)


def _has_form(source: SourceText, end: int) -> bool:
    found = mark(source.lines[end].strip()) if end < len(source.lines) else None
    return found is not None and Mark.ADD in found


def _read(source: SourceText, heading: int, first: int, tail: int) -> Parsed:
    found = read_heading(source.lines[heading])
    declared = found.count if found else None
    post = read_post(source, heading, tail, found.title if found else None, is_whole_page=False)
    builder = PostBuilder(post.head, post.body, Fingerprints(), "\n".join(source.lines[heading : heading + 20]))
    problems = [*post.problems, *_add(builder, _items(source, first, tail), heading)]
    problems += left_out(source, page_end(source, tail), len(source.lines))
    if declared is not None and declared > len(builder.comments):
        message = f"The page declares {declared} comments, and the text holds fewer."
        problems.append(Problem("comments-missing", message, heading + 1))
    return Parsed((builder.build(post.labels, declared, post.author),), tuple(problems))


def _items(source: SourceText, first: int, end: int) -> list[_Item]:
    lines = source.lines
    items: list[_Item] = []
    for index in range(first, end):
        line = lines[index]
        match = _ITEM.match(line)
        if match and (not items or _opens(lines, index, len(match[1]), items[-1].indent)):
            items.append(_Item(len(match[1]), [line[match.end() :].lstrip(" ")]))
        else:
            items[-1].lines.append(line.removeprefix(" " * (items[-1].indent + 2)))
    return items


def _opens(lines: list[str], index: int, indent: int, current: int) -> bool:
    """Whether the number at ``index`` opens an item; ``current`` is the indentation of the item above it."""
    if indent <= current:
        return True
    above = lines[index - 1].strip()
    if above and not _is_reply(above):
        return False
    below = _ITEM.match(lines[index + 1]) if index + 1 < len(lines) else None
    return below is None or len(below[1]) != indent


def _is_reply(line: str) -> bool:
    return Mark.REPLY in (mark(line) or Mark(0))


def _add(builder: PostBuilder, items: list[_Item], heading: int) -> list[Problem]:
    parents: list[tuple[int, str]] = []
    skipped = links = 0
    for item in items:
        while item.lines and (not item.lines[-1] or _is_reply(item.lines[-1].strip())):
            item.lines.pop()
        text = tidy("\n".join(item.lines))
        if text.startswith(_LINKS):
            links += 1
            continue
        while parents and parents[-1][0] >= item.indent:
            parents.pop()
        parent = parents[-1] if parents else None
        if item.indent - (parent[0] if parent else 0) > 2:
            skipped += 1
            parent = item.indent - 2, builder.add_placeholder(parent[1] if parent else None)
            parents.append(parent)
        certainty = Certainty.INFERRED if parent else Certainty.STATED
        comment = builder.add_comment(text, parent[1] if parent else None, certainty)
        parents.append((item.indent, comment))
    return _problems(skipped, links, heading)


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
