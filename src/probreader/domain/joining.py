"""Several sources of one post (page, feed, export, text dump) become one: field by field the richer one wins.

Each rule picks the greater by a total order, so that neither the order of reading nor reading again changes what comes
of it:

- a title that a source states over an inferred one; of several the one of the source that knows the post's address;
- a time with a zone over one without, that over a date, a date over a time alone; then the more precise one;
- an author with a profile over a bare name;
- a parent that is stated over an inferred one, and among equals a reply over a top-level comment: a flat page knows
  of no replies;
- a text over a removed or absent one (what any source still holds is not lost), then the one with more words, then the
  one with more markup; the same for the body, of which also stays what the richer one lacks;
- the larger number of declared comments: comments come in, so that the larger is the later one, and it errs on the side
  of telling that some are missing;
- labels of both.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate
from operator import itemgetter
from types import MappingProxyType
from typing import TypeVar

from probreader.domain.identity import is_fingerprint
from probreader.domain.matching import TELLING, moment_of, same_comments, words_of
from probreader.domain.post import Author, Certainty, Comment, Post, Section, Timestamp
from probreader.domain.prose import Prose
from probreader.domain.thread import arrange

_Part = TypeVar("_Part", Section, Comment)


@dataclass(frozen=True, slots=True)
class Joined:
    """Two posts as one."""

    post: Post
    same: Mapping[str, str]
    """Ids of sections and comments that are now known under another id, which stands for each."""


def join(
    held: Post, given: Post, own: Collection[str] = frozenset(), known: Mapping[str, str] = MappingProxyType({})
) -> Joined:
    """``held`` and ``given``, two views of one post, as one post that loses nothing of either.

    ``own`` names what ``held`` has from an earlier reading of the source of ``given`` alone: ids of comments and
    sections, and of the post itself. There what is said anew counts, richer or not. ``known`` is what earlier joins
    said of ids in ``given`` (:attr:`Joined.same`).
    """
    given = replace(
        given,
        sections=_present(given.sections, known),
        comments=tuple(_placed(given.comments, held.comments, known)),
    )
    same = same_comments(held.comments, given.comments)
    own = {same.get(id_, id_) for id_ in own}
    is_own = held.id in own
    comments = _joined_comments(
        _placed(held.comments, given.comments, same), _placed(given.comments, held.comments, same), own, is_own=is_own
    )
    comments, emptied = _without_emptied(comments, (*held.comments, *given.comments), same)
    sections, moved = _joined_sections(held.sections, given.sections, own, is_own=is_own)
    return Joined(
        _joined_head(held, given, is_own=is_own, sections=sections, comments=comments), same | emptied | moved
    )


def interleaved(base: Sequence[_Part], extra: Sequence[_Part]) -> list[_Part]:
    """``base``, with each of ``extra`` that it lacks put after the part that it followed in ``extra``."""
    ids = {part.id for part in base}
    following: dict[str | None, list[_Part]] = {}
    anchor = None
    for part in extra:
        if part.id in ids:
            anchor = part.id
        else:
            following.setdefault(anchor, []).append(part)
    together = following.get(None, [])
    for part in base:
        together.append(part)
        together.extend(following.get(part.id, ()))
    return together


def _joined_head(
    held: Post, given: Post, *, is_own: bool, sections: tuple[Section, ...], comments: tuple[Comment, ...]
) -> Post:
    titled = _titled(held, given, is_own=is_own)
    return Post(
        id=min(held.id, given.id, key=lambda id_: (is_fingerprint(id_), id_ != held.id)),
        url=_address(held.url, given.url, is_own=is_own),
        title=titled.title,
        title_inferred=titled.title_inferred,
        author=_author(held.author, given.author, is_own=is_own),
        published=_time(held.published, given.published, is_own=is_own),
        updated=_time(held.updated, given.updated, is_own=is_own),
        labels=tuple(dict.fromkeys((*held.labels, *given.labels))),
        declared_comments=_declared(held.declared_comments, given.declared_comments, is_own=is_own),
        sections=sections,
        comments=comments,
    )


def _titled(held: Post, given: Post, *, is_own: bool) -> Post:
    """The one whose title counts."""
    if held.title is None or given.title is None or held.title_inferred != given.title_inferred:
        return given if (held.title is None or held.title_inferred) and given.title is not None else held
    if is_own:
        return given
    return max(held, given, key=lambda post: (not is_fingerprint(post.id), len(post.title or ""), post.title or ""))


def _address(held: str | None, given: str | None, *, is_own: bool) -> str | None:
    if held is None or given is None or is_own:
        return given or held
    return min(held, given, key=lambda url: ("?" in url, not url.startswith("https:"), len(url), url))


def _author(held: Author | None, given: Author | None, *, is_own: bool) -> Author | None:
    if held is None or given is None or is_own:
        return given or held
    return max(held, given, key=lambda author: (author.url is not None, author.is_owner, author.name, author.url or ""))


def _time(held: Timestamp | None, given: Timestamp | None, *, is_own: bool) -> Timestamp | None:
    if held is None or given is None or is_own:
        return given or held
    return max(held, given, key=_precision)


def _precision(timestamp: Timestamp) -> tuple[bool, bool, int, str, str]:
    moment = moment_of(timestamp)
    is_zoned = moment is not None and moment.tzinfo is not None
    return is_zoned, moment is not None, len(timestamp.iso), timestamp.iso, timestamp.raw


def _declared(held: int | None, given: int | None, *, is_own: bool) -> int | None:
    if held is None or given is None or is_own:
        return held if given is None else given
    return max(held, given)


def _present(sections: Sequence[Section], known: Mapping[str, str]) -> tuple[Section, ...]:
    """``sections`` under the ids they are known by; of several that came to stand in one the first stays."""
    present: dict[str, Section] = {}
    for section in sections:
        id_ = known.get(section.id, section.id)
        present.setdefault(id_, replace(section, id=id_))
    return tuple(present.values())


def _placed(comments: Sequence[Comment], others: Sequence[Comment], same: Mapping[str, str]) -> list[Comment]:
    """``comments`` under the ids they are known by; what was known by its words alone stands where ``others`` state.

    What says the same may have been taken for it in another place.
    """
    renamed = _renamed(comments, same)
    words_alone = {same[comment.id] for comment in comments if comment.id in same}
    stated = {one.id: one for one in others if one.certainty is Certainty.STATED and not one.placeholder}
    return [
        _where(one, place) if one.id in words_alone and (place := stated.get(one.id)) is not None else one
        for one in renamed
    ]


def _renamed(comments: Iterable[Comment], same: Mapping[str, str]) -> list[Comment]:
    """``comments`` under the ids they are known by; of several that came to bear one id the first real one stays."""
    if not same:
        return list(comments)
    renamed: dict[str, Comment] = {}
    for comment in comments:
        id_ = same.get(comment.id, comment.id)
        parent = None if comment.parent is None else same.get(comment.parent, comment.parent)
        if id_ not in renamed or renamed[id_].placeholder:
            renamed[id_] = replace(comment, id=id_, parent=parent)
    return list(renamed.values())


def _joined_comments(
    held: Sequence[Comment], given: Sequence[Comment], own: Collection[str], *, is_own: bool
) -> tuple[Comment, ...]:
    known = {comment.id: comment for comment in held}
    joined = dict(known)
    for comment in given:
        old = known.get(comment.id)
        joined[comment.id] = comment if old is None or comment.id in own else _joined_comment(old, comment)
    base, extra = (given, held) if is_own or _fullness(given) > _fullness(held) else (held, given)
    ordered = [joined[comment.id] for comment in interleaved(base, extra)]
    added = joined.keys() - {comment.id for comment in base}
    if not added and base is given and is_own:
        return tuple(ordered)
    arranged = arrange(_in_time(ordered, added))
    if arranged.looped:
        # The two contradict each other: what was held stands, which is a tree and stays one.
        arranged = arrange([_where(one, known.get(one.id, one)) for one in _in_time(ordered, added)])
    return arranged.comments


def _where(comment: Comment, place: Comment) -> Comment:
    return replace(comment, parent=place.parent, certainty=place.certainty)


def _without_emptied(
    comments: tuple[Comment, ...], before: Sequence[Comment], same: Mapping[str, str]
) -> tuple[tuple[Comment, ...], dict[str, str]]:
    """``comments`` without placeholders made of words that nothing stands below any more, and what is in their place.

    That is what the first comment that stood below answers now, or that comment itself.
    """
    answered: set[str | None] = set()
    left: list[Comment] = []
    emptied: set[str] = set()
    for comment in reversed(comments):
        if comment.placeholder and comment.id not in answered and is_fingerprint(comment.id):
            emptied.add(comment.id)
        else:
            answered.add(comment.parent)
            left.append(comment)
    if not emptied:
        return comments, {}
    places = {comment.id: comment.parent for comment in left}
    instead: dict[str, str] = {}
    for comment in before:
        child, parent = same.get(comment.id, comment.id), same.get(comment.parent or "", comment.parent)
        if parent in emptied and child in places:
            instead.setdefault(parent, places[child] or child)
    return tuple(reversed(left)), instead


def _fullness(comments: Sequence[Comment]) -> tuple[int, int]:
    """How much of the thread's order a source knows."""
    real = [comment for comment in comments if not comment.placeholder]
    return len(real), sum(moment_of(comment.published) is not None for comment in real)


def _in_time(comments: Sequence[Comment], added: AbstractSet[str]) -> list[Comment]:
    """``comments``, those ``added`` put by time among their siblings where all of these have times and stand by them.

    The order within each group of siblings alone is meant.
    """
    children: dict[str | None, list[Comment]] = {}
    for comment in comments:
        children.setdefault(comment.parent, []).append(comment)
    for parent, siblings in children.items():
        if not added.isdisjoint(comment.id for comment in siblings):
            children[parent] = _siblings_in_time(siblings, added)
    return [comment for siblings in children.values() for comment in siblings]


def _siblings_in_time(siblings: list[Comment], added: AbstractSet[str]) -> list[Comment]:
    timed = [(time, comment) for comment in siblings if (time := _sortable(comment.published)) is not None]
    comparable = len(timed) == len(siblings) and len({time.tzinfo is None for time, _ in timed}) == 1
    known = [time for time, comment in timed if comment.id not in added] if comparable else []
    if not comparable or known != sorted(known):
        return siblings
    return [comment for _, comment in sorted(timed, key=itemgetter(0))]


def _sortable(timestamp: Timestamp | None) -> datetime | None:
    """The moment, when it is known to the minute."""
    return moment_of(timestamp) if timestamp is not None and "T" in timestamp.iso else None


def _joined_comment(held: Comment, given: Comment) -> Comment:
    if held.placeholder != given.placeholder:
        return given if held.placeholder else held
    placed = max(held, given, key=_placing)
    spoken = max(held, given, key=lambda one: (not one.removed, *_richness(one.body)))
    return Comment(
        id=held.id,
        parent=placed.parent,
        certainty=placed.certainty,
        author=_author(held.author, given.author, is_own=False),
        published=_time(held.published, given.published, is_own=False),
        permalink=_address(held.permalink, given.permalink, is_own=False),
        body=spoken.body,
        removed=held.removed and given.removed,
        placeholder=held.placeholder,
    )


def _placing(comment: Comment) -> tuple[bool, bool, bool, str]:
    """How well a source knows what a comment answers; a placeholder made of words alone may stand for anything."""
    parent = comment.parent
    is_reply = parent is not None
    return comment.certainty is Certainty.STATED, is_reply, is_reply and not is_fingerprint(parent or ""), parent or ""


def _richness(prose: Prose) -> tuple[int, int, int, int, str]:
    """Words, then markup, then paragraphs; then the one that is not broken into lines."""
    text = prose.text
    return len(words_of(text)), len(prose.spans), text.count("\n\n"), -text.count("\n"), text


def _joined_sections(
    held: Sequence[Section], given: Sequence[Section], own: Collection[str], *, is_own: bool
) -> tuple[tuple[Section, ...], dict[str, str]]:
    """The body, and the ids of sections whose words stand in another one."""
    base, other = (given, held) if is_own or _body_richness(given) > _body_richness(held) else (held, given)
    moved = _homes(other, base, whole_only=is_own)
    left = [section for section in other if section.id not in moved]
    back = {} if is_own else _homes(base, left, whole_only=False)
    known = {section.id: section for section in other}
    kept = [
        section
        if is_own or section.id not in known or section.id in own
        else max(section, known[section.id], key=lambda one: (*_richness(one.body), one.heading or ""))
        for section in base
        if section.id not in back
    ]
    return tuple(interleaved(kept, left)), {**{id_: back.get(home, home) for id_, home in moved.items()}, **back}


def _homes(sections: Sequence[Section], body: Sequence[Section], *, whole_only: bool) -> dict[str, str]:
    """By id of each of ``sections`` whose words stand in ``body``: the id of the section in which they begin.

    Few words show nothing unless they are all of a section; with ``whole_only`` many do not either.
    """
    words = [words_of(section.body.text) for section in body]
    whole, ids = "".join(words), {section.id for section in body}
    starts = list(accumulate(map(len, words), initial=0))
    homes: dict[str, str] = {}
    for section in sections:
        own = words_of(section.body.text)
        if section.id in ids or not own or not is_fingerprint(section.id):
            continue
        if own in words:
            homes[section.id] = body[words.index(own)].id
        elif len(own) >= TELLING and not whole_only and (start := whole.find(own)) >= 0:
            homes[section.id] = body[bisect_right(starts, start) - 1].id
    return homes


def _body_richness(sections: Sequence[Section]) -> tuple[int, int, int, int, int]:
    parts = [_richness(section.body) for section in sections]
    words, spans, paragraphs, lines = (sum(part[index] for part in parts) for index in range(4))  # type: ignore[misc]
    return words, spans, len(parts), paragraphs, lines
