"""The outline dump of a Blogger page with its comments.

A date header, the title, the body, ``N comments:``, then numbered items. Indentation decides::

      1. a top-level comment's first line

        its further lines

        ReplyDelete
        Replies
        1. a reply's first line

          its further lines

          Delete

A comment may itself hold numbered lines and marker words. So an item opens only where one can: below the heading, a
closing marker or ``Replies``; and of several lines that look like a comment's closing marker the last one is it.

Authors and dates are mostly gone; where they survive they are the comment's first line, glued to each other. Comments
may be missing without a trace but for the declared count. A missing one that has replies leaves ``1. Replies``.
"""

from collections.abc import Sequence

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Certainty, Problem, Timestamp
from probreader.sources.action_lines import is_link
from probreader.sources.building import PostBuilder, impossible_date, order_problem
from probreader.sources.glued_headers import Glued, read_headers
from probreader.sources.markers import is_furniture
from probreader.sources.outline import Item, items
from probreader.sources.outline_parts import Outline, find_outline, holds_items
from probreader.sources.page_text import discussion_end, left_out
from probreader.sources.parsed import Claim, Evidence, Parsed, SourceText
from probreader.sources.plain import tidy
from probreader.sources.whole_post import read_post

_NUMBER = " .0123456789"


def claim(source: SourceText) -> Claim | None:
    """Certain when numbered items follow the heading, fair when the heading closes the text.

    Weak when the first item is a link from another site, which WordPress puts there.
    """
    outline = find_outline(source)
    if outline is None:
        return None
    first = source.next_text(outline.first, outline.end)
    if first < outline.end and is_link(source.lines[first].lstrip(_NUMBER)):
        return Claim(Evidence.WEAK, lambda: _read(source, outline))
    evidence = Evidence.CERTAIN if holds_items(source, outline) else Evidence.FAIR
    return Claim(evidence, lambda: _read(source, outline))


def _read(source: SourceText, outline: Outline) -> Parsed:
    post = read_post(source, outline.heading, outline.tail, outline.title, is_whole_page=outline.is_whole_page)
    first_lines = "\n".join(source.lines[outline.heading : outline.heading + 20])
    builder = PostBuilder(post.head, post.body, Fingerprints(), first_lines)
    thread = _Thread(builder, outline)
    thread.add_all(list(items(source, outline)))
    problems = [*post.problems, *thread.finish(len(source.lines))]
    end = outline.tail if post.is_whole_page else discussion_end(source, outline.tail)
    below = [line for line in source.lines[outline.tail : end] if not is_furniture(line)]
    if any(below):
        builder.add_section(below)
        message = "There is text below the comments; it is shown as the last section of the post."
        problems.append(Problem("text-after-comments", message, outline.tail + 1))
    problems += left_out(source, end, len(source.lines))
    return Parsed((builder.build(post.labels, outline.declared, post.author),), tuple(problems))


class _Thread:
    """The items of one outline on their way into a post, and what is wrong with them."""

    def __init__(self, builder: PostBuilder, outline: Outline) -> None:
        self._builder = builder
        self._outline = outline
        self._problems: list[Problem] = []
        self._top: str | None = None
        self._expected = {False: 1, True: 1}
        self._gaps: list[int] = []
        self._absent = 0
        self._last: Item | None = None

    def add_all(self, all_items: Sequence[Item]) -> None:
        """Add the items of the whole outline."""
        headers = read_headers([item.text.partition("\n")[0] for item in all_items], self._outline.layout.language)
        for item, header in zip(all_items, headers.found, strict=True):
            self._add(item, header)
        if headers.is_order_guessed:
            self._problems.append(order_problem(self._outline.heading))

    def _add(self, item: Item, header: Glued | None) -> None:
        """Add ``item``, which must be the next in reading order."""
        if self._last and not self._last.closed:
            self._problem("marker-missing", "The line that ends this comment is missing.", self._last.line)
        self._check_number(item)
        if item.stray is not None:
            message = "These lines stand below the end of a comment; they are shown as its last ones."
            self._problem("stray-text", message, item.stray)
        self._last = item
        if item.is_placeholder:
            self._top = self._builder.add_placeholder()
            self._absent += 1
            message = "The comment that the replies below answer is missing from the text; a placeholder stands for it."
            self._problem("parent-missing", message, item.line)
            return
        author, published, text = self._header(item, header)
        parent = self._top if item.is_reply else None
        comment = self._builder.add_comment(text, parent, Certainty.STATED, author, published)
        if not item.is_reply:
            self._top = comment

    def _header(self, item: Item, header: Glued | None) -> tuple[str | None, Timestamp | None, str]:
        """Author, time and text, the first two None where the comment's first line does not tell them."""
        if header is None:
            return None, None, item.text
        dated = header.dated
        if dated.timestamp is None and not dated.ambiguous:
            self._problems.append(impossible_date(dated.raw, item.line + 1))
        end = item.text.find("\n")
        return header.author, dated.timestamp, tidy(item.text[end:]) if end >= 0 else ""

    def _check_number(self, item: Item) -> None:
        if item.number != self._expected[item.is_reply]:
            self._gaps.append(item.line)
        self._expected[item.is_reply] = item.number + 1
        if not item.is_reply:
            self._expected[True] = 1

    def finish(self, lines: int) -> list[Problem]:
        """All problems, after the last item; ``lines`` is how many the source has."""
        last = self._last
        if self._outline.is_fragment or (last is not None and not last.closed):
            message = "The text is cut off here, inside the comments. Save the page again to have the rest."
            self._problem("cut-off", message, lines - 1)
        if self._gaps:
            message = f"The numbers of the comments do not follow each other in {_count(len(self._gaps), 'place')}."
            self._problem("numbering-gap", f"{message} The first is here.", self._gaps[0])
        self._check_count()
        return self._problems

    def _check_count(self) -> None:
        declared, found = self._outline.declared, len(self._builder.comments) - self._absent
        if declared is None:
            return
        if found < declared:
            missing = _count(declared - found, "comment")
            message = f"The page declares {_count(declared, 'comment')}, and the text holds {found}: {missing} missing."
            self._problem("comments-missing", message, self._outline.heading)
        elif found > declared:
            message = f"The page declares {_count(declared, 'comment')}, but the text holds {found}."
            self._problem("comments-extra", message, self._outline.heading)

    def _problem(self, code: str, message: str, index: int) -> None:
        self._problems.append(Problem(code, message, index + 1))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
