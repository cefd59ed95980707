"""Adding a reading to the library: what is known is joined with what is given, and nothing is ever lost.

An entry that no source gives any more stays, marked ``gone``, beside the entry it used to follow.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from probreader.domain.post import Post, Problem, Source
from probreader.library import history, ledgers, post_rows, presence, source_rows
from probreader.library.identifying import posts_alike, same_posts
from probreader.library.indexing import Indexing
from probreader.library.known_posts import MOST_ROUNDS, store_joined
from probreader.library.marks.settling import settle
from probreader.library.new_posts import store_new
from probreader.library.readings import Reading
from probreader.library.values import Added, EntryKind, PostLedger

Finish = Callable[[], tuple[Source, Sequence[Problem]]]
"""What is known of a source when its posts have been taken: its digest, its size, and all that was wrong with it."""


def add(
    connection: sqlite3.Connection,
    location: str,
    posts: Iterable[Post],
    finish: Finish,
    now: str,
    imported: int | None,
    *,
    index_new: bool = True,
) -> Added:
    """Store what is read of the source at ``location``, in the caller's transaction, as its ``posts`` are taken.

    ``now`` is an ISO 8601 time in UTC. ``imported`` is the number of the import that this is a part of; None for one
    of its own. What is already stored alike is not written again. Without ``index_new`` what is new is found when it is
    indexed later.

    Raises:
        ValueError: a post's comments are not in reading order.
    """
    before = connection.total_changes
    (last,) = connection.execute("SELECT coalesce(max(entry), 0) FROM entry").fetchone()
    number, is_known = source_rows.number_of(connection, location, now)
    imported = history.next_import(connection) if imported is None else imported
    with presence.given(connection, number, is_known=is_known) as given:
        reading = Reading(connection, number, imported, given, Indexing(connection), last)
        count = 0
        for post in posts:
            count += 1
            _store_post(reading, post)
        source, problems = finish()
        source_rows.store(reading, source)
        source_rows.store_problems(connection, number, problems)
        if presence.is_whole(source.shape, problems):
            for post_number, kind in given.mark_gone():
                reading.posts[post_number].counts[kind]["removed"] += 1
        reading.index.finish(index_new=index_new)
        _store_ledgers(reading)
        if is_known:
            ledgers.ask_again(connection, number, reading.retold | given.withdrawn)
        settle(connection, reading.posts)
        changes = connection.total_changes - before - given.changes
        if changes:
            history.note_import(connection, imported, now)
    ledger = _ledger(reading)
    return Added(
        posts_new=reading.posts_new,
        posts_known=count - reading.posts_new,
        entries_new=reading.entries_new,
        entries_known=reading.entries_known,
        problems=len(problems),
        unchanged=changes == 0,
        post_ids=tuple(item.post_id for item in reading.posts.values()),
        joined={item.post_id: item.others for item in ledger if item.others},
        ledger=ledger,
    )


def _store_post(reading: Reading, post: Post) -> None:
    """Store what is given of a post; what it adds to it may show that further ones are the same."""
    row = post_rows.row_of(post)
    numbers = same_posts(reading.connection, post, row)
    if not numbers:
        store_new(reading, post, row)
        return
    number, is_changed = store_joined(reading, post, numbers, is_first=True)
    for _ in range(MOST_ROUNDS):
        others = posts_alike(reading.connection, number) if is_changed else []
        if not others:
            break
        number, is_changed = store_joined(reading, post, [number, *others], is_first=False)


def _store_ledgers(reading: Reading) -> None:
    ledgers.store(
        reading.connection,
        reading.source,
        reading.imported,
        {
            number: (given.found, given.changes(EntryKind.COMMENT), given.changes(EntryKind.SECTION))
            for number, given in reading.posts.items()
        },
    )


def _ledger(reading: Reading) -> tuple[PostLedger, ...]:
    """What the ledger says of the posts of this reading, with the changes that it made itself."""
    posts = ledgers.posts_of(reading.connection, reading.source, reading.posts)
    return tuple(
        replace(line, comments=given.changes(EntryKind.COMMENT), body=given.changes(EntryKind.SECTION))
        for line, given in zip(posts, reading.posts.values(), strict=True)
    )
