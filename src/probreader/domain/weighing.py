"""Which of two things said of one post or comment is the richer one; every rule is a total order.

With ``is_own`` both come from one source, read before and now: then what it says now counts, if it says anything.
"""

from probreader.domain.matching import moment_of, words_of
from probreader.domain.post import Author, Timestamp
from probreader.domain.prose import Prose


def richer_address(held: str | None, given: str | None, *, is_own: bool) -> str | None:
    """The address to keep: a plain one over one with parameters, https over http, then the shorter."""
    if held is None or given is None or is_own:
        return given or held
    return min(held, given, key=lambda url: ("?" in url, not url.startswith("https:"), len(url), url))


def richer_author(held: Author | None, given: Author | None, *, is_own: bool) -> Author | None:
    """The author to keep: one with a profile over a bare name."""
    if held is None or given is None or is_own:
        return given or held
    return max(held, given, key=lambda author: (author.url is not None, author.is_owner, author.name, author.url or ""))


def richer_time(held: Timestamp | None, given: Timestamp | None, *, is_own: bool) -> Timestamp | None:
    """The time to keep: one with a zone over one without, over a date, over a time alone; then the more precise."""
    if held is None or given is None or is_own:
        return given or held
    return max(held, given, key=_precision)


def _precision(timestamp: Timestamp) -> tuple[bool, bool, int, str, str]:
    moment = moment_of(timestamp)
    is_zoned = moment is not None and moment.tzinfo is not None
    return is_zoned, moment is not None, len(timestamp.iso), timestamp.iso, timestamp.raw


def larger_count(held: int | None, given: int | None, *, is_own: bool) -> int | None:
    """The number of declared comments to keep."""
    if held is None or given is None or is_own:
        return held if given is None else given
    return max(held, given)


def richness(prose: Prose) -> tuple[int, int, int, int, str]:
    """Words, then paragraphs, which dumps lose, then markup; then the one that is not broken into lines."""
    text = prose.text
    return len(words_of(text)), text.count("\n\n"), len(prose.spans), -text.count("\n"), text
