"""Lines that name an author and a time: ``Ada said...``, ``At 10:45 PM, Ada said...``, ``posted by Ada @ 10:45 PM``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probreader.domain.clean import clean_line, clean_text
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.sources.dates import read_moment
from probreader.sources.html.blogger_items import FURNITURE
from probreader.sources.html.blogger_marks import is_permalink, key_of_address
from probreader.sources.html.dom import Element
from probreader.sources.html.markup import Enter, absolute, cut_prose, prose_of
from probreader.sources.markers import LANGUAGES, split_said

_WHITE_SPACE = re.compile("[ \n]+")
_ACTION = re.compile(r"blogger\.com(?::80)?/(?:delete-)?comment\.g\?")
_WEB = ("http://", "https://")
_LONGEST = 200
_LONGEST_NAME = 80
_HEADER_LINES = 3
_LONGEST_LEAD = 12
"""Characters before a time that stands in front of a name: ``At``, ``A las``."""
_EDGES = " \t,:：;|@#·•-–—"
_POSTED: dict[str, list[str]] = {}
for _words in sorted(
    {"comment by", *(words.casefold() for language in LANGUAGES for words in language.posted)}, key=len
):
    _POSTED.setdefault(_words[:3], []).insert(0, _words)
# What parts a name from the time behind it.
_PARTINGS = (" : ", " @ ", " | ", " at ", " on ", " - ", " – ", " um ", " à ", " às ", " om ", " alle ", ", ", " ")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of a comment."""

    name: str | None
    url: str | None
    """The page of the author, where the name is a link."""
    words: str
    """The time as it is written; empty when there is none."""


def words_of(text: str) -> str:
    """``text`` cleaned and on one line, with the no-break spaces that dates have."""
    return _WHITE_SPACE.sub(" ", clean_text(text)).strip()


def reads(element: Element) -> bool:
    """Whether an element belongs to one of a comment's parts: it is no button and no picture of the author."""
    is_action = element.tag == "a" and _ACTION.search(element.get("href") or "")
    return FURNITURE.isdisjoint(element.classes) and not is_action


def read_byline(element: Element, base: str | None, enter: Enter) -> Byline:
    """What the line in ``element`` says, as far as ``enter`` lets it be read."""
    if element.tag == "cite" and not _tells_more(element):
        return _plain_name(element, base)
    # Icons tell what kind of account an author has; their words are no part of the name.
    prose = prose_of(element, base, lambda inner: inner.tag != "img" and reads(inner) and enter(inner))
    links = [element] if element.tag == "a" else element.select("a[href]")
    words = next((words_of(link.text()) for link in links if is_permalink(link.get("href") or "")), "")
    return _byline(prose, words if any(map(str.isdigit, words)) else "", words)


def read_posted(line: str) -> str | None:
    """The author in a line such as ``posted by Ada @ 10:45 PM``; None when ``line`` does not begin so."""
    line = line.lstrip(_EDGES)
    name = _unsaid(line)
    if name == line or split_said(line) is not None:
        return None
    parted, time = _parted(name)
    if time:
        return parted or None
    cuts = [at for parting in _PARTINGS[:-2] for at in _all(name, parting) if name[at + len(parting) :][:1].isdigit()]
    return name[: min(cuts, default=len(name))].strip(_EDGES) or None


def posted_at(line: str) -> str:
    """The time that ends a line such as ``posted by Ada @ 10:45 PM``; empty where none does."""
    return _last_time(line)


def without_saying(prose: Prose) -> Prose:
    """``prose`` without a first line such as ``said...``, which is what is left of a line when the name is taken."""
    line, _, rest = prose.text.partition("\n")
    is_phrase = bool(rest) and len(line) <= _LONGEST_NAME and split_said(f"x {line.strip().casefold()}") == "x"
    return cut_prose(prose, len(line) + 1, len(prose.text)) if is_phrase else prose


def _tells_more(cite: Element) -> bool:
    """Whether ``cite`` holds a phrase or a time too, and not the author's name alone."""
    if "user" in cite.classes:
        return False
    words = words_of(cite.text())[:_LONGEST]
    return _unsaid(words) != words or any(is_permalink(link.get("href") or "") for link in cite.select("a[href]"))


def _plain_name(element: Element, base: str | None) -> Byline:
    """What an element says that holds the author's name alone."""
    link = next((child for child in element.children() if child.tag == "a"), None)
    address = absolute(link.get("href") or "", base) if link else ""
    return Byline(clean_line(element.text()) or None, address if address.startswith(_WEB) else None, "")


def _byline(prose: Prose, time: str, linked: str) -> Byline:
    """``linked``: the words of the permalink, which are the ``time`` or a mere sign."""
    line = " ".join(prose.text.split())[:_LONGEST]
    profile = _profile(prose)
    if profile:
        name = clean_line(prose.text[profile.start : profile.end])
        return Byline(name, profile.target, time or _last_time(line.replace(name, "", 1)))
    before, found, behind = line.partition(clean_line(linked)) if linked else (line, "", "")
    line = behind if found and behind.strip(_EDGES) else before
    line = line.strip() if split_said(line.strip()) is not None else line.strip(_EDGES)
    line = _unsaid(line.lstrip(_EDGES))
    if time:
        return Byline(_without_parting(line) or None, None, time)
    name, time = _parted(line)
    return Byline(name or None, None, time)


def _profile(prose: Prose) -> Span | None:
    """The first link that neither leads to a comment nor is a time."""
    for span in prose.spans:
        target = span.target or ""
        leads_away = span.kind is SpanKind.LINK and target and not (is_permalink(target) or key_of_address(target))
        if leads_away and not read_moment(prose.text[span.start : span.end]):
            return span
    return None


def _unsaid(line: str) -> str:
    """``line`` without the words that go with a name."""
    said = split_said(line)
    if said is not None:
        return said
    folded = line.casefold()
    for words in _POSTED.get(folded[:3], ()):
        if folded.startswith(words) and len(line) > len(words):
            return line[len(words) :].strip(_EDGES)
    return line


def _without_parting(line: str) -> str:
    for parting in (" at", " on", " @"):
        line = line.removesuffix(parting)
    return line.strip(_EDGES)


def _parted(line: str) -> tuple[str, str]:
    """Name and time of a line that ends in a time; the whole line and nothing where it does not."""
    if read_moment(line):
        return "", line
    cuts = sorted((at, parting) for parting in _PARTINGS for at in _all(line, parting))
    for at, parting in cuts:
        if read_moment(line[at + len(parting) :]):
            return line[:at].strip(_EDGES), line[at + len(parting) :]
    return line, ""


def _last_time(line: str) -> str:
    return _parted(line.strip(_EDGES))[1]


def _all(line: str, part: str) -> list[int]:
    found, at = [], line.find(part)
    while at >= 0:
        found.append(at)
        at = line.find(part, at + 1)
    return found


@dataclass(frozen=True, slots=True)
class Loose:
    """A comment whose template marks none of its parts."""

    byline: Byline
    body: Prose


@dataclass(frozen=True, slots=True)
class _Line:
    """``text`` is ``prose.text[start:end]``."""

    text: str
    start: int
    end: int


def read_loose(prose: Prose) -> Loose:
    """A comment told apart by its lines: those at the top, or the last one, name the author and the time."""
    lines = [line for line in _lines(prose) if line.text]
    byline, first = _top(prose, lines)
    last = len(lines)
    if last > first and not (byline.name and byline.words):
        end = _byline(cut_prose(prose, lines[-1].start, lines[-1].end), "", "")
        if end.words and (byline.name is None or end.name is None):
            byline = Byline(byline.name or end.name, byline.url or end.url, byline.words or end.words)
            last -= 1
    if first == last:
        return Loose(byline, Prose(""))
    return Loose(byline, cut_prose(prose, lines[first].start, lines[last - 1].end))


def _top(prose: Prose, lines: Sequence[_Line]) -> tuple[Byline, int]:
    """What the lines at the top say, and how many they are."""
    byline, count = Byline(None, None, ""), 0
    for number, line in enumerate(lines[:_HEADER_LINES]):
        if count == number and byline.name is None and (said := split_said(line.text)) is not None:
            name, time = _undated(said)
            byline, count = Byline(name or None, _link_in(prose, line), byline.words or time), number + 1
        elif count == number and byline.name is None and _is_credit(line.text):
            credit = _byline(cut_prose(prose, line.start, line.end), "", "")
            byline, count = Byline(credit.name, credit.url, byline.words or credit.words), number + 1
        elif byline.words or not read_moment(line.text):
            continue
        elif count == number:
            byline, count = Byline(byline.name, byline.url, line.text), number + 1
        elif byline.name is None and count == number - 1 and len(lines[count].text) <= _LONGEST_NAME:
            author = lines[count]
            byline, count = Byline(_unsaid(author.text) or None, _link_in(prose, author), line.text), number + 1
    return byline, count


def _undated(said: str) -> tuple[str, str]:
    """Name and time of words such as ``At 3/8/2003 10:20 AM, Ada``; all words and no time where none is in front."""
    first = next((at for at, character in enumerate(said[:_LONGEST_LEAD]) if character.isdecimal()), None)
    for at in _all(said, ", ") if first is not None else ():
        if read_moment(said[first:at]):
            return said[at + 2 :].strip(_EDGES), said[first:at]
    return said, ""


def _is_credit(line: str) -> bool:
    """Whether ``line`` says who wrote what stands below it, as ``Comment by Ada:``."""
    return line.rstrip().endswith((":", "：")) and len(line) <= _LONGEST_NAME and _unsaid(line) != line


def _lines(prose: Prose) -> Iterator[_Line]:
    start = 0
    for text in prose.text.split("\n"):
        yield _Line(text, start, start + len(text))
        start += len(text) + 1


def _link_in(prose: Prose, line: _Line) -> str | None:
    links = (span for span in prose.spans if span.kind is SpanKind.LINK and line.start <= span.start < line.end)
    return next((span.target for span in links if span.target and not is_permalink(span.target)), None)
