"""Which comments of two posts are the same, and whether two posts are one, told from their words.

Sources that know addresses and ids need none of this. A text dump knows neither: what shows whose it is are its words,
which survive every converter though white space, quotation marks and list bullets do not.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from probreader.domain.folding import fold
from probreader.domain.identity import is_fingerprint
from probreader.domain.post import Author, Comment, Post, Section, Timestamp

TELLING = 40
"""Letters and digits that a text must have before it alone shows what it is taken from."""

OPENING = 60
"""Letters and digits of a body's beginning that tell posts apart well enough to look closer."""

_MOST_LOOKED_AT = 64
"""Comments with the same words that are tried for one; what says nothing but "Thanks" may come a thousand times."""

_NO_WORD = re.compile(r"[\W_]+")
_NO_ASCII_WORD = {code: None for code in range(128) if not chr(code).isalnum()}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


_Bodies = Sequence[Sequence[Section]]


def words_of(text: str) -> str:
    """The letters and digits of ``text``, folded; what has none (an emoji) stands for itself."""
    # Nearly all text in many languages is ASCII, and a table is ten times as fast as a pattern.
    words = text.lower().translate(_NO_ASCII_WORD) if text.isascii() else _NO_WORD.sub("", fold(text))
    return words or text.strip()


def body_words(sections: Sequence[Section]) -> str:
    """The letters and digits of a body."""
    return "".join(words_of(section.body.text) for section in sections)


def is_same_post(held: Post, given: Post, views: tuple[_Bodies, _Bodies] = ((), ())) -> bool:
    """Whether two posts, one of which has no address, are one; ``views`` are what their sources show of their bodies.

    Either their bodies have the same words; or their titles or the beginnings of their bodies do, and at least half of
    the comments of the one without an address, but two of them or all, are among the other's, which say more than
    "Thanks" unless the dates are known too and the bodies do not differ. Dates or titles that contradict each other
    part them in any case.
    """
    if contradict(held.published, given.published) or _other_title(held, given):
        return False
    posts = (held, views[0]), (given, views[1])
    sides = [{body_words(view) for view in (post.sections, *shown)} for post, shown in posts]
    if any(len(words) >= TELLING for words in sides[0] & sides[1]):
        return True
    openings = [{words[:OPENING] for words in side if len(words) >= TELLING} for side in sides]
    begins_alike = bool(openings[0] & openings[1])
    # Where titles and dates are one, and no body speaks against it, any comments will do.
    is_dated = held.published is not None and given.published is not None
    least = 0 if is_dated and (begins_alike or not all(openings)) else TELLING
    return (_same_title(held, given) or begins_alike) and _share_comments(held, given, least)


def _same_title(held: Post, given: Post) -> bool:
    titles = _titles(held, given)
    return titles is not None and titles[0] == titles[1]


def _other_title(held: Post, given: Post) -> bool:
    """Whether both state a title, and not the one with the blog's name about it."""
    titles = _titles(held, given)
    return titles is not None and titles[0] not in titles[1] and titles[1] not in titles[0]


def _titles(held: Post, given: Post) -> tuple[str, str] | None:
    """The words of both titles; None unless both are stated."""
    if held.title is None or given.title is None or held.title_inferred or given.title_inferred:
        return None
    return words_of(held.title), words_of(given.title)


def _share_comments(held: Post, given: Post, least: int) -> bool:
    """Whether enough comments of the one are the other's; by their words alone these must say ``least`` letters."""
    sides = sorted((held, given), key=lambda post: (not is_fingerprint(post.id), len(post.comments)))
    dump, other = ([comment for comment in post.comments if not comment.placeholder] for post in sides)
    ids = {comment.id for comment in other}
    by_words = {mine for mine, _ in _pairs(dump, other)}
    shared = [comment for comment in dump if comment.id in ids or comment.id in by_words]
    if not shared or len(shared) < min(len(dump), max(2, (len(dump) + 1) // 2)):
        return False
    if len(by_words) < len(shared):
        return True
    # What is said again and again shows no more than what is said once.
    return sum(map(len, {words_of(comment.body.text) for comment in shared})) >= least


def same_comments(held: Sequence[Comment], given: Sequence[Comment]) -> dict[str, str]:
    """Of each two comments that are one under two ids the id that gives way, and the one that stays.

    An id that came with the source stays; of two fingerprints the smaller does, whichever was read first. Comments
    that both have ids of their source are never taken for one: two people may say the same.
    """
    return dict(_ranked(*pair) for pair in _pairs(held, given))


def _ranked(one: str, other: str) -> tuple[str, str]:
    """The id that gives way, and the one that stays."""
    first, second = sorted((one, other), key=lambda id_: (is_fingerprint(id_), id_))
    return second, first


def _pairs(held: Sequence[Comment], given: Sequence[Comment]) -> list[tuple[str, str]]:
    """Ids of comments with the same words, one to one; equal ids are none of them.

    Where several say the same, first those go together that are answered by the same, then those whose parents are one,
    then replies with replies; in the end the order of occurrence decides.
    """
    sides = {comment.id: comment for comment in held}, {comment.id: comment for comment in given}
    ids = sides[0].keys() & sides[1].keys()
    # What one of them only has a placeholder for may stand in it under another id.
    real = {id_ for id_ in ids if not (sides[0][id_].placeholder or sides[1][id_].placeholder)}
    waiting, asking = _by_words(held, real), _by_words(given, real)
    shared = [words for words in asking if words in waiting]
    several = {words: None for words in shared if len(waiting[words]) + len(asking[words]) > 2}
    known = {id_: id_ for id_ in ids}
    pairs: list[tuple[str, str]] = []

    def note(found: Iterator[tuple[str, str]]) -> None:
        for mine, theirs in found:
            known[theirs] = mine
            pairs.append((mine, theirs))

    for words in (words for words in shared if words not in several):
        note(_paired(waiting[words], asking[words], _any_place))
    note(_answered(sides, dict(known)))
    for words in several:
        for side, group in ((0, waiting[words]), (1, asking[words])):
            taken = {pair[side] for pair in pairs}
            group[:] = [comment for comment in group if comment.id not in taken]
        for likeness in (partial(_same_parent, known), _same_level, _any_place):
            note(_paired(waiting[words], asking[words], likeness))
    return pairs


def _answered(
    sides: tuple[Mapping[str, Comment], Mapping[str, Comment]], known: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Pairs of what those answer that are one; ``known`` are these, and it comes to hold the pairs that are found.

    Each has the words of the other, or one of them is a placeholder.
    """
    taken = set(known.values())
    stack = [(mine, theirs) for theirs, mine in known.items()]
    while stack:
        mine, theirs = stack.pop()
        above = sides[0].get(sides[0][mine].parent or ""), sides[1].get(sides[1][theirs].parent or "")
        if above[0] is None or above[1] is None or above[0].id in taken or above[1].id in known:
            continue
        if (is_fingerprint(above[0].id) or is_fingerprint(above[1].id)) and _may_stand_for(above[0], above[1]):
            taken.add(above[0].id)
            known[above[1].id] = above[0].id
            stack.append((above[0].id, above[1].id))
            yield above[0].id, above[1].id


def _may_stand_for(held: Comment, given: Comment) -> bool:
    if held.placeholder or given.placeholder:
        return True
    return words_of(held.body.text) == words_of(given.body.text) and _may_be_one(held, given)


def _by_words(comments: Sequence[Comment], but: Collection[str]) -> dict[str, list[Comment]]:
    groups: dict[str, list[Comment]] = {}
    for comment in comments:
        if comment.id not in but and not comment.placeholder:
            groups.setdefault(words_of(comment.body.text), []).append(comment)
    return groups


def _paired(
    waiting: list[Comment], asking: list[Comment], is_alike: Callable[[Comment, Comment], bool]
) -> Iterator[tuple[str, str]]:
    """Pairs taken out of the two lists."""
    left = []
    for comment in asking:
        for index in range(min(len(waiting), _MOST_LOOKED_AT)):
            if _may_be_one(waiting[index], comment) and is_alike(waiting[index], comment):
                yield waiting.pop(index).id, comment.id
                break
        else:
            left.append(comment)
    asking[:] = left


def _same_parent(parents: Mapping[str, str], held: Comment, given: Comment) -> bool:
    if held.parent is None or given.parent is None:
        return held.parent == given.parent
    return parents.get(given.parent) == held.parent


def _same_level(held: Comment, given: Comment) -> bool:
    return (held.parent is None) == (given.parent is None)


def _any_place(_held: Comment, _given: Comment) -> bool:
    return True


def _may_be_one(held: Comment, given: Comment) -> bool:
    return (
        (is_fingerprint(held.id) or is_fingerprint(given.id))
        and not contradict(held.published, given.published)
        and not _other_name(held.author, given.author)
    )


def _other_name(one: Author | None, other: Author | None) -> bool:
    return one is not None and other is not None and words_of(one.name) != words_of(other.name)


def contradict(one: Timestamp | None, other: Timestamp | None) -> bool:
    """Whether two times cannot be one: at most a minute apart where their zones are known or both unknown, else a day.

    A time without a date, and one that is absent, contradicts nothing.
    """
    if one is None or other is None:
        return False
    first, second = moment_of(one), moment_of(other)
    if first is None or second is None:
        return False
    zoned = first.tzinfo is not None, second.tzinfo is not None
    if zoned[0] == zoned[1] and "T" in one.iso and "T" in other.iso:
        return abs(first - second) > timedelta(minutes=1)
    return abs(first.date() - second.date()) > timedelta(days=0 if zoned == (False, False) else 1)


def moment_of(timestamp: Timestamp | None) -> datetime | None:
    """The time as a value, with a zone where it has one; None when it has no whole date."""
    if timestamp is None or not _DATE.match(timestamp.iso):
        return None
    try:
        return datetime.fromisoformat(timestamp.iso)
    except ValueError:
        return None
