"""The library beside raw FTS5 on the same discussions, in one run: ``python benchmarks/library.py [COMMENTS] [FILE]``.

Import with its index; the size of the file; search as one types, keystroke by keystroke, over queries common and rare;
the first page of the post list. FILE is kept, and read again when it is there. Times are those of the processor, as
others use the machine too; medians in milliseconds.
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from made_up import Writer

from probreader.domain.post import Post, Source
from probreader.library import Library

COMMENTS = 100_000
HITS = 50
QUERIES = 200
_RAW = """
CREATE TABLE raw (id INTEGER PRIMARY KEY, text TEXT);
INSERT INTO raw SELECT row_number() OVER (ORDER BY second, -entry), text FROM library.entry_order
    JOIN library.entry USING (entry) ORDER BY second, -entry;
CREATE VIRTUAL TABLE raw_index USING fts5 (
    text, content = 'raw', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO raw_index (raw_index, rank) VALUES ('hashsize', 67108864);
INSERT INTO raw_index (raw_index) VALUES ('rebuild');
"""
_RAW_HITS = """
SELECT rowid, snippet(raw_index, 0, '<', '>', '…', 30) FROM raw_index WHERE raw_index MATCH ?
ORDER BY rowid DESC LIMIT 50
"""


class Measured:
    """Posts on their way into the library, and what they hold; the time it takes to make them up is not counted."""

    def __init__(self, posts: Iterator[Post]) -> None:
        self._posts = posts
        self.seconds = 0.0
        self.comments = self.bytes = self.posts = 0

    def __iter__(self) -> Iterator[Post]:
        while True:
            start = time.process_time()
            post = next(self._posts, None)
            if post is not None:
                self.posts += 1
                self.comments += len(post.comments)
                bodies = [*(part.body for part in post.sections), *(part.body for part in post.comments)]
                self.bytes += sum(len(body.text.encode()) for body in bodies)
            self.seconds += time.process_time() - start
            if post is None:
                return
            yield post


def milliseconds(action: Callable[[], object]) -> float:
    start = time.thread_time()
    action()
    return (time.thread_time() - start) * 1000


def bring_in(path: Path, comments: int) -> None:
    posts = Measured(Writer().posts(comments))
    with Library.open(path) as library:
        start = time.process_time()
        library.add_while_read("made-up", posts, lambda: (Source("made-up", "made-up", "0", 0), []))
        seconds = time.process_time() - start - posts.seconds
    size = path.stat().st_size
    print(f"{posts.comments:,} comments in {posts.posts:,} posts, {posts.bytes / 1e6:.0f} MB of text")
    print(f"import       {posts.comments / seconds:9,.0f} comments/s    budget 25,000")
    print(f"library file {size / posts.bytes:9.2f} x the text      budget 2.1")


def make_raw(library: Path, path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("ATTACH ? AS library", (str(library),))
    start = time.process_time()
    for statement in _RAW.split(";\n"):
        connection.execute(statement)
    print(f"raw FTS5, table and index built: {time.process_time() - start:.0f} s")
    return connection


def words_by_rank(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    words = [
        word for (word,) in connection.execute("SELECT word FROM word WHERE word GLOB '[a-z]*' ORDER BY entries DESC")
    ]
    connection.close()
    return words


def queries(words: list[str]) -> Iterator[tuple[str, str]]:
    """Kinds and queries; a word's rank is drawn evenly on a logarithmic scale, so that common ones are many."""
    dice = random.Random(50)

    def word(least: int = 0) -> str:
        return words[int(max(least, len(words) ** dice.random()) - 1)]

    while True:
        yield "word", word()
        yield "several", f"{word()} {word()}"
        yield "phrase", f'"{word()} {word()}"'
        yield "one letter", dice.choice("abcdefghilmnoprstuvw")
        yield "several", f"{word()} {word()} {word()}"
        yield "operators", f"{word()} -{word(100)}"
        yield "operators", f"after:20{dice.randint(10, 22)} {word()}"
        yield "operators", f"{word()} in:comment depth:>1"
        yield "operators", f"{word()} OR {word()}"
        yield "no hit", word()[:3] + "qqx"


def plain(query: str) -> bool:
    return not any(sign in query for sign in ("-", ":", " OR "))


def expression(query: str) -> str:
    """The query for raw FTS5; what is typed goes on, unless a quote has ended it."""
    if query.startswith('"'):
        return query if query.count('"') == 2 else query + '"*'
    words = [f'"{word}"' for word in query.split()]
    return " ".join(words) + "*" * (not query.endswith(" "))


def search(path: Path, raw: sqlite3.Connection) -> None:
    keystrokes: dict[str, list[float]] = {}
    ratios, slow = [], []
    asked = queries(words_by_rank(path))
    with Library.open(path) as library:
        library.search("warm", as_you_type=True)
        for kind, query in (next(asked) for _ in range(QUERIES)):
            for end in range(1, len(query) + 1):
                typed = query[:end]
                taken = milliseconds(lambda typed=typed: ask(library, typed, as_you_type=True))
                keystrokes.setdefault(kind, []).append(taken)
                slow.append((taken, typed))
            if plain(query):
                whole = query + " " * (not query.endswith('"'))
                ours = min(milliseconds(lambda whole=whole: ask(library, whole)) for _ in range(3))
                theirs = min(
                    milliseconds(lambda whole=whole: raw.execute(_RAW_HITS, (expression(whole),)).fetchall())
                    for _ in range(3)
                )
                ratios.append(ours / theirs)
    everything = sorted(value for values in keystrokes.values() for value in values)
    print(f"{len(everything):,} keystrokes of {QUERIES} queries, first {HITS} hits with snippets, budget 10 and 30 ms")
    for kind, values in sorted(keystrokes.items()):
        print(f"  {kind:>10}: median {median(values):6.2f}  worst {max(values):7.2f}")
    rank = [everything[int(len(everything) * part)] for part in (0.95, 0.99)]
    print(
        f"  {'all':>10}: median {median(everything):6.2f}  worst {everything[-1]:7.2f}"
        f"  95 % {rank[0]:.2f}  99 % {rank[1]:.2f}"
    )
    print("  slowest:", ", ".join(f"{typed!r} {taken:.0f}" for taken, typed in sorted(slow, reverse=True)[:6]))
    ratios.sort()
    print(f"whole words beside raw FTS5: median {median(ratios):.2f} x, worst {ratios[-1]:.2f} x, budget 1.5 x")


def ask(library: Library, query: str, *, as_you_type: bool = False) -> object:
    from probreader.errors import QueryError

    try:
        return library.search(query, HITS, as_you_type=as_you_type)
    except QueryError as error:
        return error


def first_page(path: Path) -> None:
    def ours() -> None:
        with Library.open(path) as library:
            library.posts(limit=HITS)

    def bare() -> None:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection.close()

    opened, floor = (median(milliseconds(action) for _ in range(9)) for action in (ours, bare))
    with Library.open(path) as library:
        print(
            f"opened, with the first page of {library.count_posts():,} posts: {opened - floor:.2f} ms over SQLite, "
            "budget 30"
        )


def marks(path: Path) -> None:
    connection = sqlite3.connect(path)
    most = "SELECT post.id, entry.id FROM (SELECT post FROM post ORDER BY comments DESC LIMIT 1) JOIN post USING (post)"
    rows = connection.execute(f"{most} JOIN entry USING (post) WHERE kind = 'comment' LIMIT 10000").fetchall()
    connection.close()
    with Library.open(path) as library:
        ids = [entry_id for _, entry_id in rows]
        times = [milliseconds(lambda read=read: library.set_read(rows[0][0], ids, read)) for read in (True, False)]
    print(f"{len(ids):,} entries marked read: {times[0]:.0f} ms, unread again: {times[1]:.0f} ms; budget 200")


def main() -> None:
    comments = int(sys.argv[1]) if len(sys.argv) > 1 else COMMENTS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[2] if len(sys.argv) > 2 else f"{folder}/library.db").absolute()
        if not path.exists():
            bring_in(path, comments)
        search(path, make_raw(path, Path(folder) / "raw.db"))
        first_page(path)
        marks(path)


if __name__ == "__main__":
    main()
