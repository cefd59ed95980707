"""Several views of one post's body become one: the richest, and what it lacks of the others.

What comes of it depends on the views alone, in whatever order they came.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from types import MappingProxyType
from typing import Any, TypeVar

from probreader.domain.identity import is_fingerprint
from probreader.domain.matching import TELLING, words_of
from probreader.domain.post import Comment, Section
from probreader.domain.weighing import richness

_Part = TypeVar("_Part", Section, Comment)
_NOTHING: Mapping[str, str] = MappingProxyType({})


def interleaved(base: Sequence[_Part], extra: Sequence[_Part], homes: Mapping[str, str] = _NOTHING) -> list[_Part]:
    """``base``, with each of ``extra`` that it lacks put after the part that it followed in ``extra``.

    ``homes`` tells of parts of ``extra`` that are not lacking, under which id ``base`` has them.
    """
    ids = {part.id for part in base}
    following: dict[str | None, list[_Part]] = {}
    anchor = None
    for part in extra:
        present = homes.get(part.id, part.id)
        if present in ids:
            anchor = present
        elif part.id not in homes:
            following.setdefault(anchor, []).append(part)
    together = following.get(None, [])
    for part in base:
        together.append(part)
        together.extend(following.get(part.id, ()))
    return together


def joined_body(
    views: Iterable[Sequence[Section]], held: Sequence[Section] = ()
) -> tuple[tuple[Section, ...], dict[str, str]]:
    """The body that ``views`` show, and the ids of sections whose words stand in another one.

    ``held`` is what was there before: of it stays what no view shows, and whose words stand nowhere.
    """
    ordered = sorted(views, key=_rank, reverse=True)
    body: list[Section] = []
    moved: dict[str, str] = {}
    for view in ordered:
        body = _with(body, view, moved)
    body = _in_best_form(body, ordered, moved)
    shown = {section.id for section in body}
    body = _with(body, [section for section in held if section.id in shown or section.id not in moved], moved)
    return tuple(body), {id_: _home(id_, moved) for id_ in moved}


def _with(body: Sequence[Section], view: Sequence[Section], moved: dict[str, str]) -> list[Section]:
    """``body`` and what it lacks of ``view``; ``moved`` comes to tell where what it does not lack stands."""
    homes = _homes(view, body)
    left = [section for section in view if section.id not in homes]
    ids = {section.id for section in body}
    back = _homes(body, [section for section in left if section.id not in ids])
    moved.update(homes)
    moved.update(back)
    kept = [section for section in body if section.id not in back]
    return interleaved(kept, view, {id_: back.get(home, home) for id_, home in homes.items()})


def _home(id_: str, moved: Mapping[str, str]) -> str:
    seen = {id_}
    while (further := moved.get(id_)) is not None and further not in seen:
        id_ = further
        seen.add(id_)
    return id_


def _in_best_form(
    body: Sequence[Section], views: Sequence[Sequence[Section]], moved: Mapping[str, str]
) -> list[Section]:
    """``body``, each section as the view shows it that has the most markup about its words."""
    words = {section.id: words_of(section.body.text) for section in body}
    forms: dict[str, list[Section]] = {section.id: [section] for section in body}
    for view in views:
        for section in view:
            home = section.id if section.id in words else _home(section.id, moved)
            if words_of(section.body.text) == words.get(home):
                forms[home].append(replace(section, id=home))
    return [max(forms[section.id], key=_section_richness) for section in body]


def _homes(sections: Sequence[Section], body: Sequence[Section]) -> dict[str, str]:
    """By id of each of ``sections`` whose words stand in ``body``: the id of the section in which they begin.

    Few words show nothing unless they are all of a section.
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
        elif len(own) >= TELLING and (start := whole.find(own)) >= 0:
            homes[section.id] = body[bisect_right(starts, start) - 1].id
    return homes


def _section_richness(section: Section) -> tuple[Any, ...]:
    return *richness(section.body), section.heading or ""


def _rank(view: Sequence[Section]) -> tuple[Any, ...]:
    """A total order, so that nothing depends on what came first."""
    parts: list[tuple[Any, ...]] = [richness(section.body) for section in view]
    words, paragraphs, spans, lines = (sum(part[index] for part in parts) for index in range(4))
    content = [(section.body.text, section.heading or "", section.id) for section in view]
    return words, len(parts), paragraphs, spans, lines, content
