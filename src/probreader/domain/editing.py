"""Which part of a source is another one edited, where neither has an id but its own words."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from probreader.domain.identity import is_fingerprint
from probreader.domain.matching import words_of
from probreader.domain.post import Author, Comment, Section

_RUN = 8
"""Letters and digits that two texts have in common by mere chance seldom enough."""
_MOST_LOOKED_AT = 16
"""Parts that are tried for one; a page on which everything is another is no edited one."""


def edited_sections(
    before: Sequence[Section],
    now: Sequence[Section],
    elsewhere: Sequence[Section] = (),
    known: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, str]:
    """By id of each section of ``now`` that was there ``before`` with other words: its id then.

    What other sources show (``elsewhere``) was not edited away. ``known`` tells what was found before.
    """
    ids = {section.id for section in now} | {section.id for section in elsewhere}
    words = {words_of(section.body.text) for section in elsewhere}
    absent = [one for one in before if one.id not in ids and words_of(one.body.text) not in words]
    there = {section.id for section in before}
    found: dict[str, str] = {}
    for one in now:
        if one.id in there or not absent or not is_fingerprint(one.id):
            continue
        old = next((each for each in absent if known.get(one.id) == each.id), None) or next(
            (each for each in absent[:_MOST_LOOKED_AT] if _is_alike(each.body.text, one.body.text)), None
        )
        if old is not None:
            found[one.id] = old.id
            absent.remove(old)
    return found


def edited_comments(
    before: Sequence[Comment], now: Sequence[Comment], own: Collection[str], same: Mapping[str, str]
) -> dict[str, str]:
    """By id of each comment of ``now`` that was there ``before`` with other words: its id then.

    Author, time and parent are as they were. ``own`` are ids of comments that no other source has, ``same`` tells of
    ids of ``now`` that are known under others.
    """
    there = {comment.id for comment in before}
    given = {same.get(comment.id, comment.id) for comment in now}
    absent: dict[tuple[object, ...], list[Comment]] = {}
    for comment in before:
        if comment.id in own and comment.id not in given and not comment.placeholder and is_fingerprint(comment.id):
            absent.setdefault(_circumstances(comment, {}), []).append(comment)
    found: dict[str, str] = {}
    for comment in now:
        id_ = same.get(comment.id, comment.id)
        if not absent or id_ in there or comment.placeholder or not is_fingerprint(id_):
            continue
        group = absent.get(_circumstances(comment, {**same, **found} if comment.parent else {}), [])
        for old in group[:_MOST_LOOKED_AT]:
            if _is_alike(old.body.text, comment.body.text):
                found[comment.id] = old.id
                group.remove(old)
                break
    return found


def _circumstances(comment: Comment, same: Mapping[str, str]) -> tuple[object, ...]:
    author: Author | None = comment.author
    parent = comment.parent
    return (
        None if parent is None else same.get(parent, parent),
        None if author is None else author.name,
        None if comment.published is None else comment.published.iso,
    )


def _is_alike(one: str, other: str) -> bool:
    """Whether half of the shorter text stands in the other one."""
    first, second = _runs(one), _runs(other)
    return 2 * len(first & second) >= min(len(first), len(second)) > 0


def _runs(text: str) -> set[str]:
    words = words_of(text)
    return {words[start : start + _RUN] for start in range(len(words) - _RUN + 1)}
