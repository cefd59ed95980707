"""Posts that the library holds already, joined with what a reading gives of them."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from probreader.domain.counting import counts_of
from probreader.domain.editing import edited_sections
from probreader.domain.joining import Joined, join
from probreader.domain.post import Post
from probreader.library import aliases, bodies, merging, post_rows
from probreader.library.entry_writing import store_entries
from probreader.library.identifying import held_post, post_of
from probreader.library.merging import Held
from probreader.library.readings import Reading, note

MOST_ROUNDS = 3
"""Times a post is joined with one reading of it; seldom more than one is needed."""


def store_joined(reading: Reading, post: Post, numbers: Sequence[int], *, is_first: bool) -> tuple[int, bool]:
    """Store what is given of the post with these ``numbers``, one at least; the one it has then, and if it was changed.

    ``is_first`` tells that it is not counted yet.
    """
    connection = reading.connection
    number, *others = numbers
    held = merging.held_entries(connection, number)
    joined, views = _joined(reading, number, held, others, post)
    held = merging.held_entries(connection, number) if others else held
    _rename(connection, number, joined)
    held = _one_row_each(reading, held, joined)
    post_rows.update(connection, number, joined.post)
    if is_first or number not in reading.posts:
        note(reading, number, joined.post.id, counts_of(post))
    reading.posts[number].post_id = joined.post.id
    return number, store_entries(reading, number, joined, post, held, views)


def _joined(
    reading: Reading, number: int, held: dict[str, Held], others: Sequence[int], given: Post
) -> tuple[Joined, dict[int, bodies.Sections]]:
    """All the library holds of the post, and of ``others`` that are it, joined with what is ``given``.

    And what each source shows of the body.
    """
    connection = reading.connection
    post = post_of(connection, number, [item.row for item in held.values()])
    own = merging.own_ids(connection, number, reading.source)
    views = bodies.views_of(connection, number)
    same: dict[str, str] = {}
    for other in others:
        joined = join(post, held_post(connection, other))
        post, same, own = joined.post, {**same, **joined.same}, set()
        _absorb(reading, number, other, post.id, views)
    known = aliases.entry_ids(connection, number)
    given, edited = _shown(reading, number, given, views, known)
    joined = _settled(post, given, own, known, [view for source, view in views.items() if source != reading.source])
    earlier = {**known, **same, **edited}
    same = {**{id_: joined.same.get(kept, kept) for id_, kept in earlier.items()}, **joined.same}
    present = {section.id for section in joined.post.sections} | {comment.id for comment in joined.post.comments}
    aliases.forget_entries(connection, number, known.keys() & present)
    if given.id != joined.post.id and aliases.post_number(connection, given.id) is None:
        aliases.remember_post(connection, given.id, number)
    return Joined(joined.post, {id_: kept for id_, kept in same.items() if id_ not in present}), views


def _absorb(reading: Reading, number: int, other: int, post_id: str, views: dict[int, bodies.Sections]) -> None:
    """Let ``other``, which is the same post, be no more; ``views`` of the body come to be those of both."""
    piece = reading.posts.pop(other, None)
    for source, view in bodies.views_of(reading.connection, other).items():
        if source != reading.source or piece is not None:
            views[source] = views.get(source, ()) + view
    merging.absorb(reading.connection, number, other, reading.index, reading.imported)
    if piece is not None:
        note(reading, number, post_id, piece.found)


def _shown(
    reading: Reading, number: int, given: Post, views: dict[int, bodies.Sections], known: Mapping[str, str]
) -> tuple[Post, dict[str, str]]:
    """``given`` with all the body that the source shows, and ids of sections that it has edited since it was read last.

    ``views`` comes to hold it, and is stored.
    """
    before = views.pop(reading.source, ())
    elsewhere = [section for view in views.values() for section in view]
    edited: dict[str, str] = {}
    if number in reading.posts:
        ids = {section.id for section in given.sections}
        sections = (*(section for section in before if section.id not in ids), *given.sections)
    else:
        edited = edited_sections(before, given.sections, elsewhere, known)
        sections = tuple(replace(one, id=edited.get(one.id, one.id)) for one in given.sections)
    views[reading.source] = sections
    bodies.store(reading.connection, number, views)
    return replace(given, sections=sections), edited


def _settled(
    held: Post, given: Post, own: Collection[str], known: Mapping[str, str], views: Sequence[bodies.Sections]
) -> Joined:
    """What comes of joining, such that joining once more changes nothing.

    What a reading tells of one part of a post may show where another part of it belongs.
    """
    joined = join(held, given, own, known, views)
    for _ in range(MOST_ROUNDS):
        again = join(joined.post, given, own, {**known, **joined.same}, views)
        if again.post == joined.post:
            break
        joined = Joined(
            again.post, {**{id_: again.same.get(kept, kept) for id_, kept in joined.same.items()}, **again.same}
        )
    return joined


def _rename(connection: sqlite3.Connection, number: int, joined: Joined) -> None:
    """Let what the post was known by lead to it."""
    (old_id,) = connection.execute("SELECT id FROM post WHERE post = ?", (number,)).fetchone()
    if old_id != joined.post.id:
        aliases.remember_post(connection, old_id, number)


def _one_row_each(reading: Reading, held: dict[str, Held], joined: Joined) -> dict[str, Held]:
    """``held`` by the ids the entries have now; of rows that are one entry now one is left."""
    left: dict[str, Held] = {}
    for id_, item in sorted(held.items(), key=lambda pair: pair[0] in joined.same):
        present = joined.same.get(id_, id_)
        if present in left:
            merging.drop(reading.connection, item, left[present].entry, reading.index)
        else:
            left[present] = item
    return left
