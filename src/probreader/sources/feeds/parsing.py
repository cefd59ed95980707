"""One run of the XML parser: from the beginning of a source, or from a record after an error, to the next error."""

from collections.abc import Iterator
from typing import Any, TypeAlias, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from probreader.sources.feeds.names import Names

DEEPEST = 200
"""Open elements above which a source is not read further."""
_Events: TypeAlias = Iterator[tuple[str, Element]]


class Run:
    """Takes whole records out of the tree that a parser builds."""

    def __init__(self, names: Names, records: frozenset[str], opening: str = "", lines: int = 0) -> None:
        """``opening`` stands for the tags that were open where the run begins, ``lines`` of the source before it."""
        self._names = names
        self._wanted = records
        self._parser: XMLPullParser[Any] = XMLPullParser(("start", "end"))
        self._open: list[Element] = []
        self._record = 0
        self._lines = lines
        self._text = ""
        self._fed_lines = 0
        self._column = 0
        self.depth = 0
        self.records = 0
        """How many were given so far."""
        self.root: Element | None = None
        self.closed = False
        """Whether the parser was told that there is no more."""
        self.ended = False
        """Whether the root element is closed."""
        if opening:
            self.feed(opening.replace("\n", " "))

    @property
    def parents(self) -> list[str]:
        """The tags between the root and the records, without those that belong to a namespace."""
        above = self._open[1 : self._record - 1] if self._record else self._open[1:]
        return [element.tag for element in above if not element.tag.startswith("{")]

    def feed(self, text: str) -> None:
        """Parse further."""
        self._fed_lines += self._text.count("\n")
        newline = self._text.rfind("\n")
        self._column = self._column + len(self._text) if newline < 0 else len(self._text) - newline - 1
        self._text = text
        self._parser.feed(text)

    def close(self) -> None:
        """Tell the parser that there is no more."""
        self.closed = True
        self._parser.close()

    def line(self, error: ParseError) -> int:
        """The line of the source at which ``error`` was found."""
        return self._lines + error.position[0]

    def rest(self, error: ParseError) -> str:
        """What was fed last, from where ``error`` was found."""
        line, column = error.position
        newlines = line - 1 - self._fed_lines
        if newlines < 0:
            return self._text
        if newlines == 0:
            return self._text[max(0, column - self._column) :]
        at = 0
        for _ in range(newlines):
            at = self._text.find("\n", at) + 1
        return self._text[at + column :]

    def take(self) -> Iterator[Element]:
        """The records that ended in what was fed.

        Raises:
            ParseError: what was fed is not well-formed; all records before that place have been given.
        """
        names, wanted, above = self._names, self._wanted, self._open
        depth, record = self.depth, self._record
        for event, element in cast("_Events", self._parser.read_events()):
            if event == "start":
                depth += 1
                if not record:
                    above.append(element)
                    if names[element.tag] in wanted:
                        self._record = record = depth
                    elif depth == 1:
                        self.root = element
                elif depth > DEEPEST:
                    break
            else:
                if depth == record:
                    self._record = record = 0
                    above.pop()
                    self.records += 1
                    yield element
                    if above:
                        above[-1].remove(element)
                elif not record:
                    above.pop()
                depth -= 1
                self.ended = depth == 0
        self.depth = depth
