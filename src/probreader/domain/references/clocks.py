"""Entries referred to by the time at which they were written: "@12:57", "Anon 10:45", "10:45 - well said"."""

import re
from collections.abc import Iterator

from probreader.domain.folding import fold
from probreader.domain.references.found import Reference, ReferenceKind
from probreader.domain.references.written import NAMELESS, Written, minutes_of

_HALF_DAY = 12 * 60
# A number with a point may be a price, a section or a share: it is a time only behind a sign that says so.
_CLOCK = re.compile(r"(?<![\d:.,£$€])(\d{1,2})([:.])(\d{2})(?![\d:%]|\.\d)(?:\s?([ap])\.?m\b\.?)?", re.IGNORECASE)
_BEFORE = 60
"""Characters before a time in which its sign is looked for."""
_AT = re.compile(r"@\s?$")
_ADDRESSED = re.compile(
    r"(?:\b(?:re|reply(?:ing)? to|response to|responding to|answer to|agree with|(?:comment|post)(?:er)?(?: at)?)"
    r"|\b(?:anon(?:ymous)?)(?: (?:at|of|@))?)[:,]?\s?$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"\S+$")
_DATE = re.compile(r"\b(\d{1,2} \w{3,12} \d{4})(?: at|,)? ?$")


class ClockFinder:
    """Finds the comments whose time of day is said in others."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._by_clock: dict[int, list[int]] = {}
        for entry in written.comments:
            clock = written.clock(entry)
            if clock is not None and not written.comment(entry).placeholder:
                self._by_clock.setdefault(clock, []).append(entry)
        self._twelve = any(map(written.twelve_hours, written.comments))
        self._by_last_word: dict[str, set[str]] = {}
        for name in {name for entry in written.comments if (name := written.name(entry))} | NAMELESS:
            self._by_last_word.setdefault(name.split()[-1], set()).add(name)

    def find(self, entry: int) -> Iterator[Reference]:
        """The times in a comment that can mean one other comment only."""
        text = self._written.texts[entry]
        if not self._by_clock:
            return
        for clock in _CLOCK.finditer(text):
            before = text[max(0, clock.start() - _BEFORE) : clock.start()]
            date = _DATE.search(before)
            sign = before[: date.start()] if date else before
            start = self._start(clock.start() - len(before), sign, clock)
            if start is None:
                continue
            target = self._target(entry, clock, date and date[1])
            if target is not None:
                yield Reference(start, clock.end(), ReferenceKind.CLOCK, target)

    def _start(self, begin: int, sign: str, clock: re.Match[str]) -> int | None:
        """Where the reference begins whose time is ``clock``; None when nothing says that it is one."""
        at = _AT.search(sign)
        if at:
            return begin + at.start()
        addressed = _ADDRESSED.search(sign)
        if addressed:
            return begin + addressed.start()
        named = self._name_at_end(sign)
        if named:
            return begin + len(sign) - named
        alone = not sign or sign.endswith("\n")
        is_first = begin == 0 or sign.endswith("\n")
        return begin + len(sign) if alone and is_first and (clock[2] == ":" or clock[4]) else None

    def _name_at_end(self, sign: str) -> int:
        """How many characters at the end of ``sign`` are an author's name and what joins it to a time; 0 for none."""
        joined = re.search(r"\s(?:at\s|@\s?)?$", sign)
        if joined is None:
            return 0
        folded = fold(sign[: joined.start()])
        word = _LAST_WORD.search(folded)
        lengths = [
            len(name)
            for name in self._by_last_word.get(word[0] if word else "", ())
            if folded.endswith(name) and not folded[: len(folded) - len(name)][-1:].isalnum()
        ]
        return max(lengths) + len(sign) - joined.start() if lengths else 0

    def _target(self, entry: int, clock: re.Match[str], date: str | None) -> int | None:
        written = self._written
        said = minutes_of(clock[1], clock[3], clock[4])
        if said is None:
            return None
        exact = self._candidates(entry, said, date)
        other = [] if clock[4] or said >= _HALF_DAY + 60 else self._candidates(entry, (said + _HALF_DAY) % 1440, date)
        candidates = exact + other if self._twelve or not exact else exact
        if len(candidates) > 1:
            candidates = [each for each in candidates if written.day(each) == written.day(entry)]
        return candidates[0] if len(candidates) == 1 else None

    def _candidates(self, entry: int, clock: int, date: str | None) -> list[int]:
        """The comments written before ``entry`` at ``clock`` (and on ``date``, as the page words it)."""
        written = self._written
        found = [each for each in self._by_clock.get(clock, ()) if each != entry and written.is_before(each, entry)]
        if date is None:
            return found
        return [each for each in found if (time := written.time(each)) and fold(date) in fold(time.raw)]
