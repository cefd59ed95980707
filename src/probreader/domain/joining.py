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

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from operator import itemgetter
from types import MappingProxyType

from probreader.domain.bodies import interleaved, joined_body
from probreader.domain.editing import edited_comments
from probreader.domain.identity import is_fingerprint
from probreader.domain.matching import moment_of, same_comments
from probreader.domain.post import Certainty, Comment, Post, Section, Timestamp
from probreader.domain.thread import arrange
from probreader.domain.weighing import larger_count, richer_address, richer_author, richer_time, richness


@dataclass(frozen=True, slots=True)
class Joined:
    """Two posts as one."""

    post: Post
    same: Mapping[str, str]
    """Ids of sections and comments that are now known under another id, which stands for each."""


def join(
    held: Post,
    given: Post,
    own: Collection[str] = frozenset(),
    known: Mapping[str, str] = MappingProxyType({}),
    views: Sequence[Sequence[Section]] | None = None,
) -> Joined:
    """``held`` and ``given``, two views of one post, as one post that loses nothing of either.

    ``own`` names what ``held`` has from an earlier reading of the source of ``given`` alone: ids of comments and
    sections, and of the post itself. There what is said anew counts, richer or not. ``known`` is what earlier joins
    said of ids of comments in ``given`` (:attr:`Joined.same`). ``views`` are the bodies that all other sources show;
    None when ``held`` is all that is known of them.
    """
    is_own = held.id in own
    edited = edited_comments(held.comments, given.comments, own, known)
    given = replace(given, comments=tuple(_placed(given.comments, held.comments, {**known, **edited})))
    same = same_comments(held.comments, given.comments)
    own = {same.get(id_, id_) for id_ in own}
    comments = _joined_comments(
        _placed(held.comments, given.comments, same), _placed(given.comments, held.comments, same), own, is_own=is_own
    )
    comments, emptied = _without_emptied(comments, (*held.comments, *given.comments), same)
    others = views if views is not None else [] if is_own else [held.sections]
    sections, moved = joined_body([*others, given.sections], held.sections)
    same = {**{id_: same.get(old, old) for id_, old in edited.items()}, **same, **emptied, **moved}
    return Joined(_joined_head(held, given, is_own=is_own, sections=sections, comments=comments), same)


def _joined_head(
    held: Post, given: Post, *, is_own: bool, sections: tuple[Section, ...], comments: tuple[Comment, ...]
) -> Post:
    titled = _titled(held, given, is_own=is_own)
    return Post(
        id=_enduring(held.id, given.id),
        url=richer_address(held.url, given.url, is_own=is_own),
        title=titled.title,
        title_inferred=titled.title_inferred,
        author=richer_author(held.author, given.author, is_own=is_own),
        published=richer_time(held.published, given.published, is_own=is_own),
        updated=richer_time(held.updated, given.updated, is_own=is_own),
        labels=tuple(dict.fromkeys((*held.labels, *given.labels))),
        declared_comments=larger_count(held.declared_comments, given.declared_comments, is_own=is_own),
        sections=sections,
        comments=comments,
    )


def _enduring(held: str, given: str) -> str:
    """One that came with a source over a fingerprint; of two fingerprints the smaller one, whichever was first."""
    if is_fingerprint(held) == is_fingerprint(given):
        return min(held, given) if is_fingerprint(held) else held
    return given if is_fingerprint(held) else held


def _titled(held: Post, given: Post, *, is_own: bool) -> Post:
    """The one whose title counts."""
    if held.title is None or given.title is None or held.title_inferred != given.title_inferred:
        return given if (held.title is None or held.title_inferred) and given.title is not None else held
    if is_own:
        return given
    return max(held, given, key=lambda post: (not is_fingerprint(post.id), len(post.title or ""), post.title or ""))


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
            is_known = (id_, parent) == (comment.id, comment.parent)
            renamed[id_] = comment if is_known else replace(comment, id=id_, parent=parent)
    return list(renamed.values())


def _joined_comments(
    held: Sequence[Comment], given: Sequence[Comment], own: Collection[str], *, is_own: bool
) -> tuple[Comment, ...]:
    known = {comment.id: comment for comment in held}
    joined = dict(known)
    for comment in given:
        old = known.get(comment.id)
        if old is None or comment.id in own:
            joined[comment.id] = comment if old is None else _said_anew(old, comment)
        else:
            joined[comment.id] = _joined_comment(old, comment)
    base, extra = (given, held) if is_own or _fullness(given) > _fullness(held) else (held, given)
    ordered = [joined[comment.id] for comment in interleaved(base, extra)]
    added = joined.keys() - {comment.id for comment in base}
    if not added and base is given and is_own:
        return tuple(ordered)
    ordered = _in_time(ordered, added, is_own=is_own)
    arranged = arrange(ordered)
    if arranged.looped:
        # The two contradict each other: what was held stands, which is a tree and stays one.
        arranged = arrange([_where(one, known.get(one.id, one)) for one in ordered])
    return arranged.comments


def _said_anew(old: Comment, new: Comment) -> Comment:
    """What one source says of a comment now; one that was removed keeps what it said."""
    return replace(new, body=old.body) if new.removed and old.body.text else new


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


def _in_time(comments: Sequence[Comment], added: AbstractSet[str], *, is_own: bool) -> list[Comment]:
    """``comments``, siblings put by time where all of these have times; the order within each group alone is meant.

    What one source gives stands as it gives it, but for those ``added``, which are put by time where the others stand
    so. What several give stands by time wherever it was first, unless the thread runs the other way.
    """
    children: dict[str | None, list[Comment]] = {}
    for comment in comments:
        children.setdefault(comment.parent, []).append(comment)
    times = {parent: _times(siblings) for parent, siblings in children.items()}
    is_rising = not is_own and sum(map(_rise, times.values())) >= 0
    for parent, siblings in children.items():
        moments = times[parent]
        known = [time for time, one in zip(moments, siblings, strict=False) if one.id not in added]
        is_touched = is_rising or not added.isdisjoint(comment.id for comment in siblings)
        if moments and is_touched and (is_rising or known == sorted(known)):
            ranked = sorted(zip(moments, siblings, strict=True), key=itemgetter(0))
            children[parent] = [comment for _, comment in ranked]
    return [comment for siblings in children.values() for comment in siblings]


def _times(siblings: Sequence[Comment]) -> list[datetime]:
    """The times of all of them; none unless all have one, and all can be compared."""
    times = [time for one in siblings if (time := _sortable(one.published)) is not None]
    is_comparable = len(times) == len(siblings) and len({time.tzinfo is None for time in times}) == 1
    return times if is_comparable else []


def _rise(times: Sequence[datetime]) -> int:
    """How many more are followed by a later one than by an earlier one."""
    return sum((later > earlier) - (later < earlier) for earlier, later in pairwise(times))


def _sortable(timestamp: Timestamp | None) -> datetime | None:
    """The moment, when it is known to the minute."""
    return moment_of(timestamp) if timestamp is not None and "T" in timestamp.iso else None


def _joined_comment(held: Comment, given: Comment) -> Comment:
    if held == given:
        return held
    if held.placeholder != given.placeholder:
        return given if held.placeholder else held
    placed = max(held, given, key=_placing)
    spoken = held if held.body == given.body else max(held, given, key=_spoken)
    return Comment(
        id=held.id,
        parent=placed.parent,
        certainty=placed.certainty,
        author=richer_author(held.author, given.author, is_own=False),
        published=richer_time(held.published, given.published, is_own=False),
        permalink=richer_address(held.permalink, given.permalink, is_own=False),
        body=spoken.body,
        removed=held.removed and given.removed,
        placeholder=held.placeholder,
    )


def _placing(comment: Comment) -> tuple[bool, bool, bool, str]:
    """How well a source knows what a comment answers; a placeholder made of words alone may stand for anything."""
    parent = comment.parent
    is_reply = parent is not None
    return comment.certainty is Certainty.STATED, is_reply, is_reply and not is_fingerprint(parent or ""), parent or ""


def _spoken(comment: Comment) -> tuple[bool, tuple[int, int, int, int, str]]:
    return not comment.removed, richness(comment.body)
