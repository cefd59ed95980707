"""Posts made by hand, and a library that holds them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from probreader.domain.post import Author, Certainty, Comment, Post, Section, Source, Timestamp
from probreader.domain.prose import Prose, Span
from probreader.library import Library
from probreader.sources import read
from probreader.tui.layout import Layout
from probreader.tui.thread import Thread

SEEDS = Path(__file__).parents[2] / "seeds"


def section(name: str, text: str = "", heading: str | None = None, *spans: Span) -> Section:
    return Section(name, heading, Prose(text, spans))


def comment(name: str, parent: str | None = None, text: str = "", author: str | None = None, **more: Any) -> Comment:
    values: dict[str, Any] = {"certainty": Certainty.STATED, "published": None, "permalink": None, **more}
    who = None if author is None else Author(author)
    return Comment(id=name, parent=parent, author=who, body=Prose(text), **values)


def post(name: str, *parts: Section | Comment, date: str | None = None, **more: Any) -> Post:
    values: dict[str, Any] = {
        "url": None,
        "title": None,
        "title_inferred": False,
        "author": None,
        "updated": None,
        "labels": (),
        "declared_comments": None,
        **more,
    }
    return Post(
        id=name,
        published=None if date is None else Timestamp(date, date),
        sections=tuple(part for part in parts if isinstance(part, Section)),
        comments=tuple(part for part in parts if isinstance(part, Comment)),
        **values,
    )


def library_of(path: Path, *posts: Post) -> Library:
    library = Library.open(path)
    if posts:
        library.add(Source("/blog/posts.txt", "blogger-text", "digest", 10), posts, ())
    return library


def library_of_seeds(path: Path) -> Library:
    library = Library.open(path)
    for seed in sorted(SEEDS.iterdir()):
        content = seed.read_bytes()
        reading = read(content)
        library.add(Source(seed.name, reading.shape, seed.stem, len(content)), reading.posts, reading.problems)
    return library


def tree(parents: Sequence[int | None], *, sections: int = 1, texts: Sequence[str] | None = None) -> Post:
    """A post whose comments are ``c0``, ``c1``, ... with the given parents, each the index of an earlier comment.

    The comments stand in pre-order, so a parent must be an ancestor-or-self of the comment before.
    """
    body = [section(f"s{number}", f"Section {number}") for number in range(sections)]
    comments = [
        comment(f"c{at}", None if parent is None else f"c{parent}", f"Comment {at}" if texts is None else texts[at])
        for at, parent in enumerate(parents)
    ]
    return post("p", *body, *comments)


def laid_out(thread: Thread, width: int) -> Layout:
    """The layout of a thread of which everything has been looked at."""
    layout = Layout(thread, width)
    layout.measure(0, len(thread.outline))
    return layout


@st.composite
def parent_lists(draw: st.DrawFn, max_size: int = 30) -> list[int | None]:
    """Parents of the comments of a random tree in pre-order."""
    parents: list[int | None] = []
    open_branch: list[int] = []
    for at in range(draw(st.integers(0, max_size))):
        kept = draw(st.integers(0, len(open_branch)))
        del open_branch[kept:]
        parents.append(open_branch[-1] if open_branch else None)
        open_branch.append(at)
    return parents


def garden() -> Post:
    """Two sections, seven comments; the second word of each text is its own.

    ```
    turnip    1          berry   2        elder   3
      leek    1.1          fig   2.1
        kale  1.1.1
      onion   1.2
    ```
    """
    return post(
        "garden",
        section("s1", "The spade is a tool."),
        section("s2", "The rake is another one."),
        comment("c1", None, "A turnip for Ann.", "Ann", published=Timestamp("2021-05-02T10:45", "x")),
        comment("c1a", "c1", "A leek for the soup.", "Bob"),
        comment("c1b", "c1a", "A kale salad.", "Cid"),
        comment("c1c", "c1", "An onion, or two.", "Dot"),
        comment("c2", None, "A berry for dinner.", "Eve", permalink="https://blog.example/garden#c2"),
        comment("c2a", "c2", "A fig, too.", "Fay"),
        comment("c3", None, "An elder tree."),
        date="2021-05-01",
        title="The Garden",
        url="https://blog.example/garden",
        labels=("plants", "tools"),
    )


GARDEN = ("spade", "rake", "turnip", "leek", "kale", "onion", "berry", "fig", "elder")
"""The word of each entry of :func:`garden`, in reading order."""


def three_posts() -> tuple[Post, Post, Post]:
    """The garden, a post with one comment, and one without title, date or comments; the newest first."""
    bees = post(
        "bees",
        section("b1", "On keeping bees in town."),
        comment("b2", None, "Honey is a fine thing.", "Gus"),
        date="2020-03-04",
        title="Bees",
        labels=("animals",),
    )
    return garden(), bees, post("bare", section("n1", "Nothing but a lone paragraph."))
