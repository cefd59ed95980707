"""A thread as its references see it: texts, authors, and when things were written."""

import re
from datetime import datetime
from functools import cached_property

from probreader.domain.folding import fold
from probreader.domain.post import Comment, Post, Section, Timestamp

_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.h](\d{2})(?!\d)(?::\d{2})?\s?([ap])?", re.IGNORECASE)
_ISO_CLOCK = re.compile(r"T(\d{2}):(\d{2})")
_WORD = re.compile(r"\w+")

NAMELESS = frozenset(
    "anonymous anon anonymus anonyme anonym anonymer anonimo anoniem anonimowy anonim anonymni nimeton unknown "
    "unbekannt inconnu desconocido desconhecido sconosciuto onbekend guest "
    "аноним анонимный неизвестно 匿名 익명".split()
)
"""What stands, folded, where nobody gave a name."""


class Written:
    """The entries of a post (sections, then comments) with what references are looked up by."""

    def __init__(self, post: Post) -> None:
        self.entries: tuple[Section | Comment, ...] = (*post.sections, *post.comments)
        self.sections = len(post.sections)
        self.texts = [entry.body.text for entry in self.entries]
        self.index = {comment.id: at for at, comment in enumerate(post.comments, self.sections)}
        self._tops = list(range(len(self.entries)))
        for at in self.comments:
            parent = self.parent(at)
            if parent is not None:
                self._tops[at] = self._tops[parent]
        self._moments = [self._moment_of(at) for at in range(len(self.entries))]

    @property
    def comments(self) -> range:
        """The indices of the comments."""
        return range(self.sections, len(self.entries))

    def comment(self, entry: int) -> Comment:
        """The comment at ``entry``.

        Raises:
            TypeError: a section stands there.
        """
        found = self.entries[entry]
        if not isinstance(found, Comment):
            raise TypeError(f"entry {entry} is no comment")
        return found

    def parent(self, entry: int) -> int | None:
        """The index of the comment that ``entry`` replies to; None when that is the post."""
        parent = self.comment(entry).parent
        return None if parent is None else self.index[parent]

    @cached_property
    def is_flat(self) -> bool:
        """Whether no comment replies to another: then nothing but the words says who is answered."""
        return all(self.parent(entry) is None for entry in self.comments)

    def top(self, entry: int) -> int:
        """The index of the top-level comment that ``entry`` is or stands below."""
        return self._tops[entry]

    def name(self, entry: int) -> str | None:
        """The folded name of a comment's author; None for a nameless one."""
        author = self.comment(entry).author
        folded = None if author is None else fold(author.name)
        return None if folded in NAMELESS else folded

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Every word that is somewhere written in lower case: no such word is surely a name."""
        return frozenset(word for text in self.texts for word in _WORD.findall(text) if word.islower())

    def time(self, entry: int) -> Timestamp | None:
        """When a comment was written, as its source says it."""
        return self.comment(entry).published

    def day(self, entry: int) -> str | None:
        """The day of a comment, ``2019-05-19``; None when it is not known."""
        time = self.time(entry)
        return None if time is None or time.iso.startswith("T") else time.iso[:10]

    def clock(self, entry: int) -> int | None:
        """Minutes after midnight as the page showed them; None without a time of day.

        The source's own words come first: the instant may be given in another zone than the page's.
        """
        time = self.time(entry)
        if time is None or "T" not in time.iso:
            return None
        shown = _CLOCK.search(time.raw)
        if shown is not None and (minutes := minutes_of(*shown.groups())) is not None:
            return minutes
        told = _ISO_CLOCK.search(time.iso)
        return None if told is None else minutes_of(told[1], told[2], None)

    def twelve_hours(self, entry: int) -> bool:
        """Whether the page shows hours twice, a.m. and p.m."""
        time = self.time(entry)
        shown = None if time is None else _CLOCK.search(time.raw)
        return shown is not None and shown[3] is not None

    def moment(self, entry: int) -> datetime | None:
        """When a comment was written, without its zone; None when day or time of day is not known."""
        return self._moments[entry]

    def _moment_of(self, entry: int) -> datetime | None:
        """For comparing; a zone is left out, as all times of a thread come from one source's clock."""
        found = self.entries[entry]
        if not isinstance(found, Comment) or found.published is None or "T" not in found.published.iso[1:]:
            return None
        try:
            return datetime.fromisoformat(found.published.iso).replace(tzinfo=None)
        except ValueError:
            # What a library holds need not have come from a source.
            return None

    def is_before(self, entry: int, other: int) -> bool:
        """Whether ``entry`` was surely written before ``other``: earlier by their times, else higher on the page."""
        if entry < self.sections or other < self.sections:
            return entry < other
        mine, theirs = self._moments[entry], self._moments[other]
        if mine is None or theirs is None or mine == theirs:
            return entry < other
        return mine < theirs


def minutes_of(hour: str, minute: str, half: str | None) -> int | None:
    """Minutes after midnight, None if impossible; ``half`` is the a of a.m. or the p of p.m., None for 24 hours."""
    hours, minutes = int(hour), int(minute)
    if minutes > 59 or hours > (12 if half else 23):
        return None
    if half:
        hours = hours % 12 + (12 if half in "pP" else 0)
    return hours * 60 + minutes
