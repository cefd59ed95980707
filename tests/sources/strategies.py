"""Random threads, and the three shapes they are written in.

The writers know nothing of the readers. The strategies leave out what a shape cannot tell from something else, and say
why at each place; all else may occur: numbers, marker words, separators, dates, addresses, any script.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hypothesis import strategies as st

Paragraphs = list[list[str]]
"""A text as paragraphs of lines."""


@dataclass(frozen=True)
class Writing:
    """A comment and the replies to it."""

    text: Paragraphs
    replies: list["Writing"] = field(default_factory=list)
    marker_on_item: bool = False
    """For an empty comment: its closing words stand on the line of its number."""


@dataclass(frozen=True)
class Article:
    """A post."""

    title: str | None
    day: date | None
    sections: list[Paragraphs]
    comments: list[Writing] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)


def joined(text: Paragraphs) -> str:
    return "\n\n".join("\n".join(lines) for lines in text)


def flat(comments: Sequence[Writing]) -> list[tuple[int | None, str]]:
    """Each comment's text in reading order, with the position of its parent."""
    rows: list[tuple[int | None, str]] = []
    for comment in comments:
        parent = len(rows)
        rows.append((None, joined(comment.text)))
        rows += [(parent, joined(reply.text)) for reply in comment.replies]
    return rows


# Lines

TRAPS = [
    "1. In the first place",
    "2) and in the second",
    "641. In our judgment",
    "12.",
    "3.5 million",
    "- a point",
    "• another point",
    "Reply",
    "Delete",
    "Replies",
    "ReplyDelete",
    "Delete the whole post",
    "Deleted, all of it",
    "This Is First Testing Reply",
    "This comment has been removed by the author.",
    "3 comments:",
    "1 comment:",
    "No comments:",
    "Add comment",
    "Home",
    "Newer Post Older Post Home",
    "Subscribe to: Post Comments (Atom)",
    "Showing posts with label PO. Show all posts",
    "19 May 2019 at 10:45",
    "PSO - Crown Court - 23 February 2021",
    "23 February 2021",
    "https://example.org/a_(b)?c=1&d=%20#e",
    "(see http://example.org/x.)",
    "@12:57 will be an interesting read.",
    "[b]bold[/b] and [sic] and a[i]",
    "👨‍👩‍👧 and 🏳️‍🌈",
    "שלום עليكم مرحبا",
    "می‌خواهم",
    "naïve — “quoted”… £55m",
    "한국어 日本語 ไทย",
]
LAST_WORDS = "And that was all that there was to say."
SEPARATORS = ["******", "*****", "--oo00oo--", "-----//-----", "=====", "* * *"]

# Controls, format and unassigned characters, and line separators are what cleaning is about, and tested there.
CHARACTERS = st.characters(exclude_categories=["C", "Zl", "Zp"])
# Made of single characters: whole strings Hypothesis would also take from the program, and blog software's own words
# mean what they mean wherever they stand.
WORDS = st.lists(CHARACTERS, min_size=1, max_size=40).map("".join).map(str.strip).filter(bool)
ANY_LINE = st.one_of(st.sampled_from(TRAPS), st.sampled_from(SEPARATORS), WORDS)


def _is_plainly_text(line: str) -> bool:
    """Holds a letter or digit that no separator holds: in a body a separator would part sections."""
    return any(character.isalnum() and character not in "oO0xX" for character in line)


BODY_LINE = st.one_of(st.sampled_from(TRAPS), WORDS).filter(_is_plainly_text)
PLAIN_WORDS = st.lists(st.characters(categories=["L", "Nd"]), min_size=1, max_size=12).map("".join)
TITLES = st.lists(PLAIN_WORDS, min_size=1, max_size=5).map(" ".join)
DAYS = st.dates(min_value=date(1000, 1, 1))


def paragraphs(line: st.SearchStrategy[str], least: int = 0, most: int = 4) -> st.SearchStrategy[Paragraphs]:
    return st.lists(st.lists(line, min_size=1, max_size=3), min_size=least, max_size=most)


def _untitled(body: list[Paragraphs], opening: str) -> list[Paragraphs]:
    """``body`` below ``opening``: a short line alone on top of a post without a title would be taken for one."""
    first, *others = body or [[]]
    return [[[f"{opening}, and so on, as a sentence does."], *first], *others]


def ended(sections: list[Paragraphs]) -> list[Paragraphs]:
    """``sections`` that end in a sentence: what blog software writes below a post would be taken for such."""
    return [*sections[:-1], [*sections[-1], [LAST_WORDS]]] if sections else []


@st.composite
def articles(draw: st.DrawFn, line: st.SearchStrategy[str], *, dated: bool) -> Article:
    body = draw(st.lists(paragraphs(line, least=1), max_size=3))
    title = draw(st.none() | TITLES)
    if title is None:
        body = _untitled(body, draw(PLAIN_WORDS))
    day = draw(DAYS if dated else st.none() | DAYS)
    return Article(title, day, body)


# The outline

# Author and time glued to each other make a header of a comment's first line; people write a space between them.
_GLUED = re.compile(r"\S[0-9]{1,2} [A-Z][a-z]+ [0-9]{4} at [0-9:]+$|\S[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4} at [0-9:]+.*$")
OUTLINE_TEXTS = paragraphs(ANY_LINE).filter(lambda text: not (text and _GLUED.search(text[0][0])))


@st.composite
def outline_comments(draw: st.DrawFn, depth: int = 2) -> list[Writing]:
    replies = outline_comments(depth - 1) if depth > 1 else st.just([])
    writings = st.builds(Writing, OUTLINE_TEXTS, replies, st.booleans())
    return draw(st.lists(writings, max_size=5 if depth > 1 else 3))


@st.composite
def outline_articles(draw: st.DrawFn) -> Article:
    article = draw(articles(BODY_LINE, dated=False))
    return Article(article.title, article.day, ended(article.sections), draw(outline_comments()))


def write_body(article: Article, separator: str) -> list[str]:
    return f"\n\n{separator}\n".join(joined(section) for section in article.sections).split("\n")


def write_day(day: date, *, comma: bool = True) -> str:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    months = "January February March April May June July August September October November December".split()
    return f"{names[day.weekday()]}{',' * comma} {day.day} {months[day.month - 1]} {day.year}"


def write_item(writing: Writing, number: int, margin: str, marker: str) -> list[str]:
    lines = joined(writing.text).split("\n")
    if not writing.text:
        lines = [marker] if writing.marker_on_item else [""]
    closing = [] if lines == [marker] and not writing.text else ["", f"{margin}  {marker}"]
    further = [f"{margin}  {line}" if line else "" for line in lines[1:]]
    return [f"{margin}{number}. {lines[0]}", *further, *closing]


def write_outline(article: Article, separator: str = "******", *, comma: bool = True) -> str:
    lines = [write_day(article.day, comma=comma), ""] if article.day else []
    lines += [article.title, ""] if article.title else []
    lines += [*write_body(article, separator), ""]
    count = len(flat(article.comments))
    lines += ["No comments:" if not count else "1 comment:" if count == 1 else f"{count} comments:", ""]
    for number, comment in enumerate(article.comments, 1):
        lines += write_item(comment, number, "  ", "ReplyDelete")
        lines += ["    Replies"] if comment.replies else []
        for ordinal, reply in enumerate(comment.replies, 1):
            lines += write_item(reply, ordinal, "    ", "Delete")
    return "\n".join(lines)


# The extracted text

_FEED = re.compile(r"\(Atom\)$|[:：]$")
_TIME = re.compile("[0-9]{1,2} [A-Z][a-z]+ [0-9]{4} at [0-9:]+$")
_READS_AS_MARKER = re.compile("(?:Reply)?Delete")
# Glued to a marker these would make another word or a sentence of it: "Delete" + "d files", "Delete" + ", then".
_READS_ON = re.compile(r"(?:d|r|rs|s)(?![^\W_])|[,;:!?)/]|\.(?: |$)")
_ALLOWED = {"Delete the whole post", "Deleted, all of it"}
# A text that ends in the beginning of a marker was cut off inside it.
_CUT_MARKERS = {"ReplyDelete"[:length] for length in range(3, 11)} | {"Delete"[:length] for length in range(3, 6)}


def _stands_in_extracted(line: str) -> bool:
    marker_like = _READS_AS_MARKER.match(line) is not None and line not in _ALLOWED
    # The heading over comments, with a date below it, makes a page of another shape.
    return not marker_like and _READS_ON.match(line) is None and _FEED.search(line) is None


def _stands_above_extracted(line: str) -> bool:
    """The feed's line belongs to the page, a marker to a reply, and a time makes a header of the line above it."""
    return not (_READS_AS_MARKER.match(line) or _FEED.search(line) or _TIME.match(line))


EXTRACTED_LINE = ANY_LINE.filter(_stands_in_extracted)
# Every line is a paragraph. An empty comment has no first paragraph, behind which its marker could stand.
EXTRACTED_TEXTS = st.lists(EXTRACTED_LINE, min_size=1, max_size=4).map(lambda lines: [lines])


@st.composite
def extracted_articles(draw: st.DrawFn) -> Article:
    line = BODY_LINE.filter(_stands_above_extracted)
    sections = st.lists(st.lists(line, min_size=1, max_size=4).map(lambda lines: [lines]), min_size=1, max_size=3)
    writings = st.builds(Writing, EXTRACTED_TEXTS, st.lists(st.builds(Writing, EXTRACTED_TEXTS), max_size=3))
    comments = draw(st.lists(writings, min_size=1, max_size=4))
    last = (comments[-1].replies or comments)[-1]
    if last.text[-1][-1] in _CUT_MARKERS:
        last.text[-1].append("the end")
    *others, [lines] = draw(sections)
    return Article(None, None, [*others, [[*lines, LAST_WORDS]]], comments)


def write_extracted(article: Article, separator: str = "******", *, own_lines: bool = False) -> str:
    text = f"\n{separator}\n".join(joined(section) for section in article.sections)
    before = "\n"
    for comment in article.comments:
        for writing, marker in ((comment, "ReplyDelete"), *((reply, "Delete") for reply in comment.replies)):
            first, *further = joined(writing.text).split("\n")
            text += f"{before}{first}\n{marker}"
            text += ("\n" if own_lines and further else "") + "\n".join(further)
            before = "\n" if own_lines or further else ""
    return text


# The archive

_HEADER = re.compile("[A-Z][a-z]+day,? [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}$")


def _opens_no_post(paragraph: list[str]) -> bool:
    """A date written like the headers and alone on its line opens a post, whoever wrote it."""
    return len(paragraph) > 1 or not _HEADER.match(paragraph[0])


@st.composite
def archive_articles(draw: st.DrawFn) -> list[Article]:
    # The heading over comments, with a date below it, makes a page of one post.
    dated_line = BODY_LINE.filter(lambda text: not text.endswith((":", "："))) | st.just("Saturday, 31 October 2020")
    found = draw(st.lists(articles(dated_line, dated=True), min_size=1, max_size=4))
    labels = draw(st.lists(PLAIN_WORDS, max_size=2, unique=True))
    kept = [
        Article(
            article.title,
            article.day,
            # Every section keeps a paragraph, since one without a word is no section.
            ended([[p for p in section if _opens_no_post(p)] or [["Something else."]] for section in article.sections]),
            labels=labels,
        )
        for article in found
    ]
    # One post alone may as well be a page without comments, or the beginning of one.
    if len(kept) == 1 and not labels:
        kept[0].labels.append("apples")
    return kept


def write_archive(articles: Sequence[Article], separator: str = "******", *, comma: bool = True) -> str:
    lines = [f"Showing posts with label {label}. Show all posts" for label in articles[0].labels]
    for article in articles:
        assert article.day is not None
        lines += ["", write_day(article.day, comma=comma), ""]
        lines += [article.title, ""] if article.title else []
        lines += write_body(article, separator)
    return "\n".join(lines)
