"""Posts that the library does not hold yet: there is nothing to compare, so their rows are written as they come."""

from probreader.domain.counting import counts_of
from probreader.domain.post import Post
from probreader.library import post_rows
from probreader.library.entry_writing import insert_entries, rows_of
from probreader.library.post_rows import PostRow
from probreader.library.readings import GivenPost, Reading
from probreader.library.values import EntryKind


def store_new(reading: Reading, post: Post, row: PostRow) -> None:
    """Store ``post``, which stands in the table of posts as ``row`` and which no post of the library is.

    Raises:
        ValueError: its comments are not in reading order.
    """
    found = counts_of(post)
    number = post_rows.insert(reading.connection, post, row, reading.imported, found)
    reading.posts_new += 1
    given = reading.posts[number] = GivenPost(post.id, found)
    given.counts[EntryKind.COMMENT]["new"] = found.found
    given.counts[EntryKind.SECTION]["new"] = found.sections
    rows = list(rows_of(post))
    entries = range(reading.last_entry + 1, reading.last_entry + 1 + len(rows))
    insert_entries(reading, number, zip(entries, rows, strict=True))
    # The first row is the post's own.
    reading.given.note(number, entries[1:])
    reading.entries_new += len(rows) - 1
    reading.last_entry += len(rows)
