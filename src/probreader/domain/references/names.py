"""Entries referred to by their author: "@Reader", or a name and a comma where a paragraph begins."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from probreader.domain.folding import fold
from probreader.domain.references.found import Reference, ReferenceKind
from probreader.domain.references.written import Written

_LEAST = 3
"""Letters of a name that can be told from other words."""
_FAR = 100
"""Comments of an author, or up a thread, beyond which nobody is answered by name alone."""
_AT = re.compile(r"(?<![\w.])@\s?(?=\w)")
_OPENING = re.compile(r"^(?:to |dear |hi |hello )?(?=\w)", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"\w+")
_CALLED = re.compile(r"\s?[,:\n–—]| - |$")


class NameFinder:
    """Finds the authors who are named in the comments of others."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._by_name: dict[str, list[int]] = {}
        for entry in written.comments:
            name = written.name(entry)
            if name is not None and len(name) >= _LEAST:
                self._by_name.setdefault(name, []).append(entry)
        self._by_word: dict[str, list[str]] = {}
        for name in self._by_name:
            word = _WORD.match(name)
            if word is not None:
                self._by_word.setdefault(word[0], []).append(name)

    def find(self, entry: int) -> Iterator[Reference]:
        """The names in a comment that lead to one comment of another author."""
        if not self._by_name:
            return
        text = self._written.texts[entry]
        folded = fold(text)
        for sign in _AT.finditer(text):
            named = self._name_at(folded, sign.end())
            if named is not None:
                yield from self._reference(entry, sign, *named)
        for sign in _OPENING.finditer(text):
            named = self._name_at(folded, sign.end())
            if named is not None and self._is_called(text, sign.end(), sign.end() + named[1]):
                yield from self._reference(entry, sign, *named)

    def _name_at(self, folded: str, start: int) -> tuple[str, int] | None:
        """The author named at ``start``, in full or by the first word of one name only, and the length of that."""
        word = _WORD.match(folded, start)
        names = self._by_word.get(word[0], []) if word else []
        fitting = [
            name
            for name in names
            if folded.startswith(name, start) and not folded[start + len(name) : start + len(name) + 1].isalnum()
        ]
        if fitting:
            longest = max(fitting, key=len)
            return longest, len(longest)
        return (names[0], len(word[0])) if word and len(names) == 1 and len(word[0]) >= _LEAST else None

    def _is_called(self, text: str, start: int, end: int) -> bool:
        """Whether these words are written as a name and then addressed, not the beginning of a sentence."""
        shown = text[start:end]
        is_name = shown[:1].isupper() and (" " in shown or shown.lower() not in self._written.lower_words)
        return is_name and _CALLED.match(text, end) is not None

    def _reference(self, entry: int, sign: re.Match[str], name: str, length: int) -> Iterator[Reference]:
        if name == self._written.name(entry):
            return
        target = self._target(entry, name)
        if target is not None:
            yield Reference(sign.start(), sign.end() + length, ReferenceKind.NAME, target)

    def _target(self, entry: int, name: str) -> int | None:
        """The comment of ``name`` that ``entry`` answers: one it hangs below, else the only one or the last before."""
        written = self._written
        above = written.parent(entry)
        for _ in range(_FAR):
            if above is None:
                break
            if written.name(above) == name:
                return above
            above = written.parent(above)
        theirs = self._by_name[name]
        near = theirs[max(0, bisect_left(theirs, entry) - _FAR) : bisect_left(theirs, entry)][::-1]
        here = (each for each in near if written.top(each) == written.top(entry) and written.is_before(each, entry))
        return next(here, None) or self._elsewhere(entry, theirs)

    def _elsewhere(self, entry: int, theirs: Sequence[int]) -> int | None:
        """The one comment of an author written before ``entry``; in a thread without replies the last of them."""
        written = self._written
        earlier = [each for each in theirs[:_FAR] if each != entry and written.is_before(each, entry)]
        said_by_all = written.is_flat and len(theirs) < _FAR
        return earlier[-1] if earlier and (len(earlier) == 1 or said_by_all) else None
