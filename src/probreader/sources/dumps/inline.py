"""One logical line of Markdown to its words and what is said about them. Linear: every character is looked at once."""

import re
from itertools import accumulate

from probreader.domain.prose import Span, SpanKind

_TOKEN = re.compile(r"\\([!-/:-@\[-`{-~])|(!?\[)|(\]\()|(\*\*|\*|__|_)|`([^`]{1,200})`")
_KINDS = {"*": SpanKind.EMPHASIS, "_": SpanKind.EMPHASIS, "**": SpanKind.STRONG, "__": SpanKind.STRONG}
_TITLE = re.compile(r"""\s["'(][^"\n]{0,300}["')]\s*\Z""")
_TELLING = re.compile(r"[\\\[*_`]")
_LOOK_BACK = 8
"""Marks that may stand open inside each other."""


def plain_of(line: str) -> tuple[str, tuple[Span, ...]]:
    """The words of ``line`` and its links, emphasis and code; a lone mark of emphasis is a word like any other."""
    return _Reader(line).read() if _TELLING.search(line) else (line, ())


class _Reader:
    """Pieces of the line in order; pairs of pieces between which something is said."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._pieces: list[str] = []
        self._open: list[tuple[str, int]] = []
        self._pairs: list[tuple[int, int, SpanKind, str | None]] = []
        self._targets_end = True

    def read(self) -> tuple[str, tuple[Span, ...]]:
        """Words and spans; call once."""
        line, start = self._line, 0
        while match := _TOKEN.search(line, start):
            self._pieces.append(line[start : match.start()])
            start = self._token(match)
        self._pieces.append(line[start:])
        offsets = [0, *accumulate(map(len, self._pieces))]
        text = "".join(self._pieces)
        found = [self._span(text, offsets[a], offsets[b], kind, target) for a, b, kind, target in self._pairs]
        spans = [span for span in found if span]
        if len(spans) > 1:
            spans.sort(key=lambda span: (span.start, span.end))
        return text, tuple(spans)

    def _token(self, match: re.Match[str]) -> int:
        """Take one token; returns where the line goes on."""
        pieces = self._pieces
        if match[1]:
            pieces.append(match[1])
        elif match[2]:
            self._open.append((match[2], len(pieces)))
            pieces.append(match[2])
        elif match[3]:
            return self._link(match)
        elif match[4]:
            self._emphasis(match)
        else:
            self._pairs.append((len(pieces), len(pieces) + 1, SpanKind.CODE, None))
            pieces.append(match[5])
        return match.end()

    def _link(self, match: re.Match[str]) -> int:
        """Close the link or image whose target follows."""
        end = self._target_end(match.end())
        bracket = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i][0] in ("[", "![")), -1)
        if end < 0 or bracket < 0:
            self._pieces.append(match.group())
            return match.end()
        _, piece = self._open[bracket]
        del self._open[bracket:]
        target = _TITLE.sub("", self._line[match.end() : end]).strip().replace("\\", "")
        self._pieces[piece] = ""
        if target:
            self._pairs.append((piece, len(self._pieces), SpanKind.LINK, target))
        return end + 1

    def _target_end(self, start: int) -> int:
        """Index of the bracket that closes the target; -1 when there is none. One pair of brackets may be inside."""
        if not self._targets_end:
            return -1
        end = self._line.find(")", start)
        while end > 0 and self._line[end - 1] == "\\":
            end = self._line.find(")", end + 1)
        if end < 0:
            self._targets_end = False
        elif (
            "(" in self._line[start:end].replace("\\(", "").partition(' "')[0] and self._line[end + 1 : end + 2] == ")"
        ):
            end += 1
        return end

    def _emphasis(self, match: re.Match[str]) -> None:
        """Open or close emphasis, as far as what stands beside the mark allows it."""
        mark, piece = match[4], len(self._pieces)
        before, after = self._line[match.start() - 1 : match.start()], self._line[match.end() : match.end() + 1]
        self._pieces.append(mark)
        inside_word = mark[0] == "_" and before.isalnum() and after.isalnum()
        first = max(0, len(self._open) - _LOOK_BACK)
        opened = next((i for i in range(len(self._open) - 1, first - 1, -1) if self._open[i][0] == mark), -1)
        if opened >= 0 and not inside_word and self._open[opened][1] + 1 < piece:
            start = self._open[opened][1]
            del self._open[opened:]
            self._pieces[start] = self._pieces[piece] = ""
            self._pairs.append((start, piece, _KINDS[mark], None))
        elif after and not after.isspace() and after not in "*_" and not inside_word:
            self._open.append((mark, piece))

    def _span(self, text: str, start: int, end: int, kind: SpanKind, target: str | None) -> Span | None:
        """The span over the words between two offsets, without white space at their ends; None when there are none."""
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Span(start, end, kind, target) if start < end else None
