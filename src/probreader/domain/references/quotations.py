"""Entries referred to by their words: eight or more in a row, in a comment that marks words as quoted.

The words of the few comments with marks of quotation are taken in fours; then every entry is walked once, four words at
a stride, which meets any run of seven and more.
"""

import re
from collections.abc import Iterator, Sequence

from probreader.domain.folding import fold
from probreader.domain.post import Comment
from probreader.domain.prose import SpanKind
from probreader.domain.references.found import Reference, ReferenceKind
from probreader.domain.references.written import Written

_WORD = re.compile(r"\w+")
_STRIDE = 4
LEAST_WORDS = 8
"""Words in a row that nobody writes twice by chance."""
_COMMON = 20
"""Entries that share four words from which on these words say nothing of who is quoted."""
_MARKED = re.compile(r"[\"“”„«»‘]|^\s?>", re.MULTILINE)

_QUOTE_MARKS = re.compile('["“”„«»]')

_Four = tuple[str, ...]


def find_quotations(written: Written) -> dict[int, list[Reference]]:
    """The quotations of earlier entries, by the index of the comment they stand in, by offset."""
    marked = [entry for entry in written.comments if _marks_words(written, entry)]
    words = {entry: _WORD.findall(fold(written.texts[entry])) for entry in marked}
    wanted = {four for each in words.values() for four in _fours(each)}
    places = _places(written, wanted)
    found = {}
    for entry, each in words.items():
        references = list(_Runs(written, entry, each).references(places))
        if references:
            found[entry] = references
    return found


def _marks_words(written: Written, entry: int) -> bool:
    comment = written.entries[entry]
    return isinstance(comment, Comment) and (
        any(span.kind in {SpanKind.QUOTE, SpanKind.EMPHASIS} for span in comment.body.spans)
        or _MARKED.search(comment.body.text) is not None
    )


def _fours(words: Sequence[str]) -> Iterator[_Four]:
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _places(written: Written, wanted: set[_Four]) -> dict[_Four, list[tuple[int, int]]]:
    """Where the ``wanted`` fours stand: entry and number of the word, one word in four being looked at."""
    places: dict[_Four, list[tuple[int, int]]] = {}
    if not wanted:
        return places
    for entry, text in enumerate(written.texts):
        words = _WORD.findall(fold(text))
        fours = list(zip(*(words[at::_STRIDE] for at in range(_STRIDE)), strict=False))
        for four in wanted.intersection(fours):
            places.setdefault(four, []).append((entry, fours.index(four) * _STRIDE))
    return {four: found for four, found in places.items() if len(found) <= _COMMON}


def _says_enough(shared: str) -> bool:
    """Whether these are words enough; the parts of an address do not count."""
    return sum(any(map(str.isalnum, word)) for word in shared.split()) >= LEAST_WORDS


def _likeliest(runs: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    """The run of the entry written first, unless another entry has many more of the words."""
    longest = max(end - start for start, end, _ in runs)
    enough = [run for run in runs if (run[1] - run[0]) * 5 >= longest * 4]
    return min(enough, key=lambda run: run[2])


class _Runs:
    """The runs of words that one comment shares with earlier entries."""

    def __init__(self, written: Written, entry: int, words: Sequence[str]) -> None:
        self._written = written
        self._entry = entry
        self._words = words
        text = written.texts[entry]
        self._spans = [match.span() for match in _WORD.finditer(fold(text))]
        between = zip(self._spans, self._spans[1:], strict=False)
        self._begins = {
            at for at, ((_, end), (start, _)) in enumerate(between, 1) if _QUOTE_MARKS.search(text, end, start)
        }
        """The words before which a quotation begins or ends."""

    def references(self, places: dict[_Four, list[tuple[int, int]]]) -> Iterator[Reference]:
        """One a run of words, in order."""
        text, spans = self._written.texts[self._entry], self._spans
        other: dict[int, list[str]] = {}
        at = 0
        fours = list(_fours(self._words))
        while at < len(fours):
            runs = [
                run
                for entry, place in places.get(fours[at], ())
                if entry != self._entry and self._written.is_before(entry, self._entry)
                for run in [self._run(other, at, entry, place)]
                if run[1] - run[0] >= LEAST_WORDS and _says_enough(text[spans[run[0]][0] : spans[run[1] - 1][1]])
            ]
            if not runs:
                at += 1
                continue
            start, end, target = _likeliest(runs)
            yield Reference(spans[start][0], spans[end - 1][1], ReferenceKind.QUOTATION, target)
            at = end

    def _run(self, other: dict[int, list[str]], at: int, entry: int, place: int) -> tuple[int, int, int]:
        """First word, word after the last, and entry of the run around word ``at``, which is word ``place`` there."""
        if entry not in other:
            other[entry] = _WORD.findall(fold(self._written.texts[entry]))
        mine, theirs = self._words, other[entry]
        before = 0
        while (
            before < min(at, place)
            and at - before not in self._begins
            and mine[at - before - 1] == theirs[place - before - 1]
        ):
            before += 1
        length = 1
        most = min(len(mine) - at, len(theirs) - place)
        while length < most and at + length not in self._begins and mine[at + length] == theirs[place + length]:
            length += 1
        return at - before, at + length, entry
