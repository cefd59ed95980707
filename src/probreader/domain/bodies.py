"""Two views of one post's body become one: the richer one, and what it lacks of the other."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from probreader.domain.identity import is_fingerprint
from probreader.domain.matching import TELLING, words_of
from probreader.domain.post import Comment, Section
from probreader.domain.weighing import richness

_Part = TypeVar("_Part", Section, Comment)


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


def joined_sections(
    held: Sequence[Section], given: Sequence[Section], own: Collection[str], *, is_own: bool
) -> tuple[tuple[Section, ...], dict[str, str]]:
    """The body, and the ids of sections whose words stand in another one."""
    base, other = (given, held) if is_own or _body_richness(given) > _body_richness(held) else (held, given)
    moved = _homes(other, base, whole_only=is_own)
    left = [section for section in other if section.id not in moved]
    back = {} if is_own else _homes(base, left, whole_only=False)
    views = {} if is_own else _views(base, other, moved)
    kept = [
        section if section.id in own else max([section, *views.get(section.id, ())], key=_section_richness)
        for section in base
        if section.id not in back
    ]
    return tuple(interleaved(kept, left)), {**{id_: back.get(home, home) for id_, home in moved.items()}, **back}


def _views(base: Sequence[Section], other: Sequence[Section], moved: Mapping[str, str]) -> dict[str, list[Section]]:
    """By id of each of ``base`` what ``other`` has of the same words, under the id that it has in ``base``."""
    words = {section.id: words_of(section.body.text) for section in base}
    views: dict[str, list[Section]] = {}
    for section in other:
        home = moved.get(section.id, section.id)
        if home == section.id or words_of(section.body.text) == words[home]:
            views.setdefault(home, []).append(replace(section, id=home))
    return views


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


def _section_richness(section: Section) -> tuple[int, int, int, int, str, str]:
    return *richness(section.body), section.heading or ""


def _body_richness(sections: Sequence[Section]) -> tuple[int, int, int, int, int]:
    parts = [richness(section.body) for section in sections]
    words, paragraphs, spans, lines = (sum(part[index] for part in parts) for index in range(4))  # type: ignore[misc]
    return words, len(parts), paragraphs, spans, lines
