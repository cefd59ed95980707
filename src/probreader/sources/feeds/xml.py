"""XML read record by record: an ``entry``, an ``item`` or a ``post`` at a time, in memory of one record.

expat builds the elements; what it could be hurt by is kept from it: document type declarations, tags without an end,
nesting beyond :data:`DEEPEST`. Whatever was whole before an error is given.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from probreader.domain.post import Problem
from probreader.sources.feeds.decoding import texts
from probreader.sources.feeds.wellformed import LONGEST_TAG, well_formed

__all__ = ["DEEPEST", "LARGEST_RECORD", "Document", "Element"]

DEEPEST = 200
"""Open elements above which a source is not read further."""
LARGEST_RECORD = 256 * 1024 * 1024
"""Characters of one record, or of what stands between two, above which a source is not read further."""
_LARGEST_FEED = 512 * 1024
_Events: TypeAlias = Iterator[tuple[str, Element]]


class Document:
    """One XML source while it is read."""

    def __init__(self, pieces: Iterable[bytes], name: str, problems: list[Problem]) -> None:
        """``name`` is what messages call the source; ``problems`` is appended to."""
        self._name = name
        self._problems = problems
        self._texts = well_formed(texts(pieces, name, problems), name, problems)
        self.root: Element | None = None
        """The root element, which holds what is outside of the records read so far; None before the first record."""
        self.names = Names()
        """Short names of tags."""

    def records(self, *names: str) -> Iterator[Element]:
        """The elements with one of the short ``names``, whole and in order; never one inside another."""
        parser: XMLPullParser[Any] = XMLPullParser(("start", "end"))
        reader = _Reader(self, frozenset(names), parser)
        guard = _Guard()
        try:
            for text in self._texts:
                for start in range(0, len(text), _LARGEST_FEED):
                    piece = text[start : start + _LARGEST_FEED]
                    parser.feed(piece)
                    yield from reader.take()
                    if reader.depth > DEEPEST or guard.is_too_large(piece, reader.records):
                        self._too_large(reader.depth)
                        return
            parser.close()
            yield from reader.take()
        except ParseError as error:
            self._stopped(error, ended=reader.ended)

    def _too_large(self, depth: int) -> None:
        if depth > DEEPEST:
            code, what = "too-deep", f"nests elements more than {DEEPEST} deep"
        else:
            code, what = "too-large", "has a single entry or tag that is too large to be one"
        message = f"{self._name} {what}; what stands before it was read."
        self._problems.append(Problem(code, message))

    def _stopped(self, error: ParseError, *, ended: bool) -> None:
        line, column = error.position
        where = f"line {line}, column {column + 1}"
        if ended:
            message = f"{self._name} goes on after its end, at {where}; that was left out."
            self._problems.append(Problem("text-after-end", message, line))
        elif "no element found" in error.msg or "unclosed" in error.msg or "partial" in error.msg:
            message = f"{self._name} is cut off at {where}. What was whole was read; save it again to have the rest."
            self._problems.append(Problem("cut-off", message, line))
        else:
            reason = error.msg.partition(":")[0]
            message = f"{self._name} is damaged at {where} ({reason}). What stands before it was read."
            self._problems.append(Problem("damaged-xml", message, line))


class _Reader:
    """Takes whole records out of the tree that a parser builds."""

    def __init__(self, document: Document, names: frozenset[str], parser: "XMLPullParser[Any]") -> None:
        self._document = document
        self._names = names
        self._parser = parser
        self._open: list[Element] = []
        self._record = 0
        self.depth = 0
        self.records = 0
        self.ended = False

    def take(self) -> Iterator[Element]:
        names, short, above = self._names, self._document.names, self._open
        depth, record = self.depth, self._record
        for event, element in cast(_Events, self._parser.read_events()):
            if event == "start":
                depth += 1
                if not record:
                    above.append(element)
                    if short[element.tag] in names:
                        record = depth
                    elif depth == 1:
                        self._document.root = element
                elif depth > DEEPEST:
                    self.depth = depth
                    return
            else:
                if depth == record:
                    record = 0
                    above.pop()
                    self.records += 1
                    yield element
                    if above:
                        above[-1].remove(element)
                elif not record:
                    above.pop()
                depth -= 1
                self.ended = depth == 0
        self.depth, self._record = depth, record


class _Guard:
    """Sees to it that no record and no tag grows without bound."""

    def __init__(self) -> None:
        self._since_record = 0
        self._since_tag = 0
        self._records = 0

    def is_too_large(self, piece: str, records: int) -> bool:
        tag = piece.rfind(">")
        self._since_tag = self._since_tag + len(piece) if tag < 0 else len(piece) - tag
        self._since_record = len(piece) if records > self._records else self._since_record + len(piece)
        self._records = records
        return self._since_tag > LONGEST_TAG or self._since_record > LARGEST_RECORD


_PREFIXES = {
    "http://purl.org/syndication/thread/1.0": "thr:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/slash/": "slash:",
    "http://wellformedweb.org/CommentAPI/": "wfw:",
    "http://wellformedweb.org/commentAPI/": "wfw:",
    "http://disqus.com/disqus-internals": "dsq:",
    "http://www.disqus.com/": "dsq:",
    "http://schemas.google.com/blogger/2018": "blogger:",
    "http://schemas.google.com/g/2005": "gd:",
    "http://www.w3.org/2007/app": "app:",
    "http://purl.org/atom/app#": "app:",
    "http://a9.com/-/spec/opensearchrss/1.0/": "openSearch:",
    "http://a9.com/-/spec/opensearch/1.1/": "openSearch:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    # Plain words: the languages of feeds themselves, in all their versions.
    "http://www.w3.org/2005/Atom": "",
    "https://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://disqus.com": "",
}
_WORDPRESS = "http://wordpress.org/export/"


class Names(dict[str, str]):
    """Tags and attributes as the parser gives them, to short names: ``entry``, ``thr:in-reply-to``, ``wp:status``.

    What belongs to no namespace of the table has a colon before its name, so that it is never taken for another.
    """

    def __missing__(self, tag: str) -> str:
        short = _short(tag)
        if len(self) < _MOST_NAMES:
            self[tag] = short
        return short


_MOST_NAMES = 10_000


def _short(tag: str) -> str:
    if not tag.startswith("{"):
        return tag
    address, _, local = tag[1:].rpartition("}")
    if (prefix := _PREFIXES.get(address)) is not None:
        return prefix + local
    if address.removeprefix("https").removeprefix("http").startswith(_WORDPRESS.removeprefix("http")):
        return ("excerpt:" if "excerpt" in address else "wp:") + local
    return f":{local}"
