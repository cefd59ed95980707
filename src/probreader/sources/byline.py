"""The line below a post's title that says who wrote it and when: ``Posted by Ada Monday, 28 September 2020``."""

from dataclasses import dataclass

from probreader.domain.post import Timestamp
from probreader.sources.dates import read_date
from probreader.sources.footer import is_sharing, read_posted
from probreader.sources.parsed import SourceText

_LONGEST = 120
_LONGEST_CHROME = 300
_MOST_LINES = 60
"""Lines with text above a byline."""
_MOST_WORDS = 8
"""Words of a date."""
_BY = (" by ", " von ", " por ", " par ", " di ", " door ", " av ", " przez ", " od ")
_ON = frozenset(
    {
        "Posted on", "Published on", "Published", "Veröffentlicht am", "Publicado el", "Publicada el", "Publié le",
        "Pubblicato il", "Publicado em", "Geplaatst op", "Gepubliceerd op", "Opublikowano", "Publicerat den",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote a post, and when."""

    line: int
    """Index of the line."""
    author: str | None
    """None where a converter dropped the name."""
    published: Timestamp | None


def read_byline(line: str, index: int) -> Byline | None:
    """The byline that ``line``, which stands at ``index``, is; None when it is none."""
    if not line or line[0] == " " or len(line) > _LONGEST:
        return None
    return _posted_by(line, index) or _posted_on(line, index)


def _posted_by(line: str, index: int) -> Byline | None:
    posted = read_posted(line)
    if posted is None or posted.declared is not None or posted.time is not None:
        return None
    words = (posted.author or "").split(" ")
    for start in range(max(0, len(words) - _MOST_WORDS), len(words)):
        if dated := read_date(" ".join(words[start:])):
            return Byline(index, " ".join(words[:start]).rstrip(" ,-") or None, dated.timestamp)
    return Byline(index, None, None) if posted.author is None else None


def _posted_on(line: str, index: int) -> Byline | None:
    for by in _BY:
        head, between, author = line.rpartition(by)
        if not between or not author:
            continue
        if head in _ON:
            return Byline(index, author, None)
        words = head.split(" ")
        for start in range(1, len(words)):
            if (dated := read_date(" ".join(words[start:]))) and " ".join(words[:start]) in _ON:
                return Byline(index, author, dated.timestamp)
    return None


def find_byline(source: SourceText, end: int) -> Byline | None:
    """The first byline above ``end`` that stands above the post's text; None when there is none."""
    seen = 0
    for index in range(end):
        line = source.lines[index]
        if not line:
            continue
        if found := read_byline(line, index):
            return found
        seen += 1
        if len(line) > _LONGEST_CHROME or seen > _MOST_LINES:
            return None
    return None


def title_above(source: SourceText, byline: Byline) -> int:
    """The index of the line above ``byline`` that is no link which shares the post; its own where there is none."""
    for index in range(byline.line - 1, -1, -1):
        line = source.lines[index].strip()
        if line and not is_sharing(line):
            return index
    return byline.line
