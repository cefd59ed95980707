"""What is known of one language's words."""

import re
from dataclasses import dataclass
from functools import cache

NUMBER = "#"
"""Stands for a number in a pattern of words."""
GAP = "…"
"""Stands in a pattern of words for a title, an author, a label or a period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's words. Where there are several spellings, the first is Blogger's present one."""

    code: str
    """BCP 47 tag."""
    seen: bool
    """True when the words were seen on real pages; False when they are known from translations alone."""
    reply: str
    """The action under a top-level comment."""
    delete: str
    """The action under every comment."""
    replies: str
    """The heading over the replies to a comment."""
    add: tuple[str, ...]
    """What opens or heads the form for a comment."""
    more: tuple[str, ...]
    """What loads further comments."""
    counts: tuple[str, ...]
    """Headings over the comments; ``#`` stands for how many there are. Without the colon that may follow."""
    single: tuple[str, ...] = ()
    """Such headings that say one without a digit."""
    none: tuple[str, ...]
    """Such headings that say that there are none."""
    bare: tuple[str, ...]
    """Such headings that do not say how many."""
    titled: tuple[str, ...] = ()
    """Headings that name the post too, for which ``…`` stands; one without ``#`` says one."""
    removed: frozenset[str]
    """What stands in place of a removed comment's text."""
    newer: tuple[str, ...]
    """The pager's link to newer posts."""
    older: tuple[str, ...]
    """The pager's link to older posts."""
    home: tuple[str, ...]
    """The pager's link to the first page."""
    subscribe: tuple[str, ...]
    """Beginnings of the line that names the feed, without the colon."""
    feed: tuple[str, ...] = ()
    """Names of the feed itself, where they stand on a line of their own."""
    posted: tuple[str, ...]
    """Beginnings of the line that says who wrote the post, without a colon."""
    label: tuple[str, ...]
    """The sentence over posts chosen by a label, for which ``…`` stands."""
    period: tuple[str, ...]
    """The sentence over posts chosen by a time or a search, for which ``…`` stands."""
    show_all: tuple[str, ...]
    """The link that ends such a line."""
    said: tuple[str, ...]
    """A flat page's line over a comment; ``…`` stands for the author. Dots or a colon follow it."""
    anonymous: tuple[str, ...]
    """Names that are none."""
    other: tuple[str, ...] = ()
    """Further whole lines that belong to the page and not to the discussion."""
    other_deletes: tuple[str, ...] = ()
    """Further spellings of ``delete``."""
    other_replies: tuple[str, ...] = ()
    """Further spellings of ``reply``, the action."""

    @property
    def deletes(self) -> tuple[str, ...]:
        """All spellings of the action under every comment."""
        return (self.delete, *self.other_deletes)

    @property
    def reply_actions(self) -> tuple[str, ...]:
        """All spellings of the action under a top-level comment."""
        return (self.reply, *self.other_replies)

    @property
    def heading(self) -> re.Pattern[str]:
        """Blogger's whole line over the comments; group ``count`` is absent when it says that there are none."""
        return _heading(self.counts, self.none)

    @property
    def furniture(self) -> frozenset[str]:
        """Whole lines below the comments that belong to the page and not to the discussion."""
        return _furniture(self)


@cache
def _heading(counts: tuple[str, ...], none: tuple[str, ...]) -> re.Pattern[str]:
    numbered = "|".join(dict.fromkeys(_spaced(count).replace(NUMBER, "[0-9]{1,9}") for count in counts))
    unnumbered = "|".join(map(_spaced, none))
    # The number is looked for ahead, so that one group holds it wherever the language puts it.
    return re.compile(rf"(?:(?=\D{{0,40}}(?P<count>[0-9]{{1,9}}))(?:{numbered})|{unnumbered})\s?[:：]")


def _spaced(words: str) -> str:
    return r"\s".join(re.escape(word).replace(rf"\{NUMBER}", NUMBER) for word in words.split(" "))


@cache
def _furniture(words: Words) -> frozenset[str]:
    links = (*words.newer, *words.older, *words.home)
    pagers = {
        " ".join(parts)
        for home in words.home
        for newer in ("", *words.newer)
        for older in ("", *words.older)
        if (parts := [part for part in (newer, older, home) if part])
    }
    return frozenset((*words.add, *words.more, *links, *pagers, *words.feed, *words.other))
