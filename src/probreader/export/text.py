"""A post as lines of plain text, without escape codes."""

import unicodedata
from collections.abc import Iterator

from probreader.domain.clean import clean_line
from probreader.domain.post import Certainty, Comment, Post, Section, Timestamp
from probreader.domain.prose import Hang, Prose, hanging, hangs
from probreader.domain.thread import shape_of

UNTITLED = "(no title)"
SECTION_BREAK = "* * *"
INDENT = 2
"""Columns a reply stands further in than its parent."""
MAX_INDENT_LEVELS = 12
"""Deeper replies stand no further in; their header tells where they belong. Keeps a chain of any depth linear."""
_LONG_POSITION = 12
_SHOWN_AT_ENDS = 4


def post_lines(post: Post, width: int | None = None) -> Iterator[str]:
    """``post`` with its comments; text is wrapped to ``width`` columns, or left as it is when None."""
    yield from _wrapped(title_of(post.title, post.title_inferred), width, "")
    yield from _wrapped(" · ".join(_facts(post)), width, "")
    for number, section in enumerate(post.sections):
        yield ""
        if number:
            yield from (SECTION_BREAK, "")
        yield from _section_lines(section, width)
    for comment, depth, position in zip(post.comments, shape_of(post.comments).depths, positions(post), strict=True):
        yield ""
        yield from _comment_lines(comment, depth, position, width)


def title_of(title: str | None, is_inferred: bool) -> str:
    """``title`` on one line, marked when it was inferred; a stand-in when there is none."""
    if title is None:
        return UNTITLED
    return f"{clean_line(title)} (title inferred)" if is_inferred else clean_line(title)


def moment(timestamp: Timestamp) -> str:
    """``timestamp`` to the minute: ``2021-02-25``, ``2019-05-19 10:45``, ``2019-05-19 10:45 +01:00``, ``10:45``."""
    day, _, time = timestamp.iso.partition("T")
    zone = time[time.find(sign) :] if (sign := "+" if "+" in time else "-") in time else ""
    return " ".join(part for part in (day, time[: len("10:45")], zone) if part)


def positions(post: Post) -> Iterator[str]:
    """Where each comment stands: ``4.1`` is the first reply to the fourth top-level comment.

    Long ones are cut in the middle: ``1.1.1.1….1.1.1.2``.
    """
    path: list[int] = []
    for depth in shape_of(post.comments).depths:
        del path[depth:]
        if len(path) < depth:
            path.append(0)
        path[-1] += 1
        yield _position(path)


def _position(path: list[int]) -> str:
    if len(path) <= _LONG_POSITION:
        return _joined(path)
    return f"{_joined(path[:_SHOWN_AT_ENDS])}….{_joined(path[-_SHOWN_AT_ENDS:])}"


def _joined(numbers: list[int]) -> str:
    return ".".join(str(number) for number in numbers)


def _facts(post: Post) -> Iterator[str]:
    if post.author is not None:
        yield post.author.name
    if post.published is not None:
        yield moment(post.published)
    found = sum(not comment.placeholder for comment in post.comments)
    replies = sum(comment.parent is not None for comment in post.comments)
    if post.declared_comments not in (None, found):
        yield f"{found} of {post.declared_comments} comments"
    else:
        yield "1 comment" if found == 1 else f"{found} comments"
    if replies:
        yield f"{replies} of them replies"
    if post.labels:
        yield f"labels: {', '.join(post.labels)}"


def _section_lines(section: Section, width: int | None) -> Iterator[str]:
    if section.removed:
        yield from ("(removed: no source holds this part any more)", "")
    if section.heading is not None:
        yield from _wrapped(section.heading, width, "")
        yield ""
    yield from _wrapped_prose(section.body, width, "")


def _comment_lines(comment: Comment, depth: int, position: str, width: int | None) -> Iterator[str]:
    levels = min(depth - 1, MAX_INDENT_LEVELS)
    if width is not None:
        levels = min(levels, width // (3 * INDENT))
    margin = " " * (INDENT * levels)
    yield from _wrapped(" · ".join(_header(comment, position)), width, margin)
    text_margin = margin + " " * INDENT
    if comment.placeholder:
        yield f"{text_margin}(a comment that the source no longer holds)"
    elif comment.body.text:
        yield from _wrapped_prose(comment.body, width, text_margin)


def _header(comment: Comment, position: str) -> Iterator[str]:
    kind = "Comment" if comment.parent is None else "Reply"
    yield f"{kind} {position}" if comment.author is None else comment.author.name
    if comment.published is not None:
        yield moment(comment.published)
    if comment.author is not None:
        yield position
    if comment.removed:
        yield "removed"
    if comment.parent is not None and comment.certainty is Certainty.INFERRED:
        yield "parent inferred"


def _wrapped_prose(prose: Prose, width: int | None, margin: str) -> Iterator[str]:
    """``prose`` with the bullets of its list items."""
    items: tuple[Hang, ...] = hangs(prose)
    if not items:
        yield from _wrapped(prose.text, width, margin)
        return
    start = 0
    for line in prose.text.split("\n"):
        before, cells = hanging(items, start)
        further = _wrapped(line, width, margin + " " * cells)
        yield (margin + before + next(further)[len(margin) + cells :]).rstrip()
        yield from further
        start += len(line) + 1


def _wrapped(text: str, width: int | None, margin: str) -> Iterator[str]:
    for line in text.split("\n"):
        if width is None or len(margin) + columns(line) <= width:
            yield (margin + line).rstrip()
        else:
            yield from _broken(line, width, margin)


def _broken(line: str, width: int, margin: str) -> Iterator[str]:
    """``line`` over several, each starting where it starts; a word too long for any stays whole."""
    start = margin + line[: len(line) - len(line.lstrip())]
    taken: list[str] = []
    used = len(start)
    for word in line.split():
        needed = columns(word)
        if taken and used + needed > width:
            yield start + " ".join(taken)
            taken, used = [], len(start)
        taken.append(word)
        used += needed + 1
    yield start + " ".join(taken)


def columns(text: str) -> int:
    """How many columns of a terminal ``text`` takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
