"""Posts and comments out of the parts that a shape's reader found: ids, prose, inferred titles."""

from collections.abc import Sequence
from dataclasses import dataclass

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Author, Certainty, Comment, Post, Problem, Section, Timestamp
from probreader.domain.prose import Prose
from probreader.sources.dates import read_date
from probreader.sources.markers import is_removed
from probreader.sources.parsed import SourceText
from probreader.sources.plain import body_prose, comment_prose
from probreader.sources.separators import split_sections
from probreader.sources.titles import infer_title, reads_as_title

_IDENTIFYING_LENGTH = 200
"""Characters of the body that stand for a post without a title."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a post's body."""

    title: str | None
    published: Timestamp | None
    body: int
    """Index of the line at which the body begins."""
    problems: tuple[Problem, ...] = ()


def read_head(source: SourceText, start: int, end: int) -> Head:
    """The date header and the title at the top of the lines ``[start, end)``, as far as there are any."""
    published = None
    problems: tuple[Problem, ...] = ()
    body = source.next_text(start, end)
    if body < end and source.stands_alone(body) and (dated := read_date(source.lines[body])):
        published = dated.timestamp
        problems = () if published else (impossible_date(dated.raw, body + 1),)
        body = source.next_text(body + 1, end)
    if body < end and source.stands_alone(body) and reads_as_title(source.lines[body]):
        return Head(source.lines[body].strip(), published, body + 1, problems)
    return Head(None, published, body, problems)


def impossible_date(raw: str, line: int) -> Problem:
    """The problem of a date that no calendar has."""
    return Problem("impossible-date", f"There is no such time as “{raw}”; it is shown without one.", line)


def order_problem(index: int) -> Problem:
    """The problem of dates in which nothing proves which number is the day."""
    message = (
        "Nothing on the page proves which number in its dates is the day and which the month; "
        "the order in which the comments follow each other best was taken."
    )
    return Problem("date-order", message, index + 1)


class PostBuilder:
    """One post in the making. Comments are added in reading order, after the body is known."""

    def __init__(self, head: Head, body: Sequence[str], posts: Fingerprints, otherwise: str = "") -> None:
        """``otherwise`` stands for the post in its id when it has neither title nor body."""
        self._head = head
        self._opening = next((line for line in body if line), "")
        published = head.published.iso if head.published else None
        opening = "\n".join(body[:_IDENTIFYING_LENGTH]).strip()
        identifying = head.title or (opening or otherwise)[:_IDENTIFYING_LENGTH]
        self.id = posts.take("post", identifying, published)
        self._ids = Fingerprints(self.id)
        self._sections = [self._section(part) for part in split_sections(body)]
        self.comments: list[Comment] = []

    def _section(self, lines: Sequence[str]) -> Section:
        prose = body_prose(lines)
        return Section(self._ids.take("section", prose.text), None, prose)

    def add_section(self, lines: Sequence[str]) -> None:
        """Append what stands below the comments."""
        self._sections.append(self._section(lines))

    def add_comment(
        self,
        text: str,
        parent: str | None = None,
        certainty: Certainty = Certainty.STATED,
        author: str | None = None,
        published: Timestamp | None = None,
    ) -> str:
        """Append a comment whose ``text`` is tidy; returns its id."""
        new = self._ids.take(author, published.iso if published else None, text)
        by = Author(author) if author else None
        body = comment_prose(text)
        self.comments.append(Comment(new, parent, certainty, by, published, None, body, is_removed(text)))
        return new

    def add_placeholder(self, parent: str | None = None) -> str:
        """Append what stands in for an absent comment that replies to ``parent``; returns its id."""
        new = self._ids.take("placeholder")
        absent = Comment(
            new,
            parent,
            Certainty.INFERRED if parent else Certainty.STATED,
            None,
            None,
            None,
            Prose(""),
            placeholder=True,
        )
        self.comments.append(absent)
        return new

    def build(self, labels: tuple[str, ...] = (), declared: int | None = None, author: str | None = None) -> Post:
        """The post."""
        head = self._head
        inferred = None if head.title else infer_title(self._opening)
        return Post(
            id=self.id,
            url=None,
            title=head.title or inferred,
            title_inferred=inferred is not None,
            author=Author(author) if author else None,
            published=head.published,
            updated=None,
            labels=labels,
            declared_comments=declared,
            sections=tuple(self._sections),
            comments=tuple(self.comments),
        )
