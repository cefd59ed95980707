"""Who answers whom inside the text: "@12:57", "Anon 10:45", a name, words of another entry.

Threads of blogs are two levels deep, so their readers say in words what they answer. What is found is a guess, and
precision goes before recall: where two entries could be meant, none is.
"""

from collections.abc import Mapping, Sequence

from probreader.domain.post import Post
from probreader.domain.references.clocks import ClockFinder
from probreader.domain.references.found import Reference, ReferenceKind
from probreader.domain.references.names import NameFinder
from probreader.domain.references.quotations import find_quotations
from probreader.domain.references.written import Written

__all__ = ["Reference", "ReferenceKind", "answered", "find_references"]


def find_references(post: Post) -> dict[int, tuple[Reference, ...]]:
    """The references in the comments of ``post``, by the index of the comment among its sections and comments.

    Those of one comment stand in the order of their offsets and do not overlap; a comment without any has no key.
    """
    written = Written(post)
    clocks, names = ClockFinder(written), NameFinder(written)
    quotations = find_quotations(written)
    found = {}
    for entry in written.comments:
        references = [*clocks.find(entry), *names.find(entry), *quotations.get(entry, ())]
        if references:
            found[entry] = _apart(references)
    return found


def _apart(references: list[Reference]) -> tuple[Reference, ...]:
    """Without those that overlap one found by a surer sign: times before names before quotations."""
    kept: list[Reference] = []
    for reference in references:
        if all(reference.end <= other.start or other.end <= reference.start for other in kept):
            kept.append(reference)
    return tuple(sorted(kept, key=lambda reference: reference.start))


def answered(references: Mapping[int, Sequence[Reference]], sections: int) -> dict[int, int]:
    """For each comment with references the one entry it answers: the first comment referred to, else the section.

    ``sections`` is how many of the entries are sections. Links lead to what was written before, so they form no loop.
    """
    return {
        entry: next((each.target for each in found if each.target >= sections), found[0].target)
        for entry, found in references.items()
    }
