"""Two rows of the post table that turn out to be one post."""

import sqlite3
from contextlib import closing
from pathlib import Path

from probreader.library import Library, aliases, merging
from probreader.library.indexing import Indexing

from .builders import add, comment, post, source


def test_two_posts_that_had_one_id_of_old_may_become_one(library: Library, path: Path) -> None:
    add(library, post("p", comment("a", None, "One"), comment("b", None, "Two")), at=source("/a"))
    add(library, post("q", comment("a", None, "One"), comment("c", None, "Three")), at=source("/b"))
    with closing(sqlite3.connect(path)) as connection, connection:
        numbers = {name: number for number, name in connection.execute("SELECT post, id FROM post")}
        index = Indexing(connection)
        for name in ("p", "q"):
            entries = connection.execute("SELECT id, entry FROM entry WHERE post = ?", (numbers[name],))
            known = dict(entries.fetchall())
            aliases.remember_entries(connection, numbers[name], {"f" * 16: known["a"]})
        aliases.remember_entries(connection, numbers["q"], {"e" * 16: known["c"]})
        merging.absorb(connection, numbers["p"], numbers["q"], index, 2)
        index.finish()
        assert aliases.entry_ids(connection, numbers["p"]) == {"f" * 16: "a", "e" * 16: "c"}
        assert aliases.present_id(connection, "q") == "p"
        # Positions mean nothing after an absorption: the reading that found it writes them next.
        connection.execute("UPDATE entry SET position = 3 WHERE id = 'c'")
        connection.execute("UPDATE post SET comments = 3 WHERE id = 'p'")
