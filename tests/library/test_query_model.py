"""Queries made at random find in small libraries what a plain reading of the posts finds, entry by entry."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probreader.domain.post import Author, Comment, Post, Section, Timestamp
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.library import HitOrder, Library

from .builders import add, comment, post, section

WORDS = ("a", "b", "ab", "ba", "c")
DATES = (None, "2020", "2020-02", "2020-02-25", "2021-01-01", "2021-01-01T10:30", "2021-02-03T23:00:00+02:00")
LINK = Span(0, 1, SpanKind.LINK, 'https://x.example/\'"link"')

some_words = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
names = st.sampled_from([None, "Ann A", "Bob", "b ab"])
dates = st.sampled_from(DATES)


# Posts


@st.composite
def comments(draw: st.DrawFn, post_number: int) -> list[Comment]:
    made: list[Comment] = []
    path: list[str] = []
    for number in range(draw(st.integers(0, 5))):
        del path[draw(st.integers(0, len(path))) :]
        name = draw(names)
        one = comment(
            f"{post_number}c{number}",
            path[-1] if path else None,
            draw(some_words.map(lambda words: words.replace(" ", "\n", 1))),
            published=None if (date := draw(st.sampled_from([*DATES, "T10:30"]))) is None else Timestamp(date, "raw"),
            removed=draw(st.booleans()),
        )
        one = replace(one, author=None if name is None else Author(name, is_owner=draw(st.booleans())))
        if one.body.text and draw(st.booleans()):
            one = replace(one, body=Prose(one.body.text, (LINK,)))
        if draw(st.integers(0, 5)) == 0:
            one = replace(one, placeholder=True, author=None, body=Prose(""), removed=False)
        made.append(one)
        path.append(one.id)
    return made


@st.composite
def shelves(draw: st.DrawFn) -> list[Post]:
    made = []
    for number in range(draw(st.integers(1, 4))):
        name = draw(names)
        sections = [
            section(f"{number}s{at}", draw(some_words), draw(st.none() | some_words.filter(bool)))
            for at in range(draw(st.integers(0, 2)))
        ]
        made.append(
            post(
                f"p{number}",
                *sections,
                *draw(comments(number)),
                title=draw(st.none() | some_words.filter(bool)),
                title_inferred=draw(st.booleans()),
                author=None if name is None else Author(name),
                date=draw(dates),
                labels=tuple(draw(st.lists(st.sampled_from(["a", "b c", "Ab"]), max_size=2, unique=True))),
            )
        )
    return made


# What is asked: nested tuples, their text, and what they mean


word = st.sampled_from(WORDS)
leaves = st.one_of(
    st.tuples(st.just("word"), st.lists(word, min_size=1, max_size=3), st.booleans()),
    st.tuples(st.sampled_from(["author", "label", "title"]), st.lists(word, min_size=1, max_size=2), st.booleans()),
    st.tuples(st.just("in"), st.sampled_from(["post", "comment"])),
    st.tuples(st.just("is"), st.sampled_from(["unread", "bookmarked", "removed", "op"])),
    st.tuples(st.just("has"), st.sampled_from(["link", "replies"])),
    st.tuples(
        st.sampled_from(["after", "before", "on"]),
        st.sampled_from(["2020", "2021", "2020-02", "2021-01", "2020-02-25", "2021-01-01", "2022"]),
    ),
    st.tuples(st.just("depth"), st.sampled_from(["", "=", "<", "<=", ">", ">="]), st.integers(0, 3)),
    st.tuples(st.just("regex"), st.sampled_from(["a+b", "^b", "a.?b$", "(?:ab)+ c", r"\bb\b", "A|c", r"\s[^a]"])),
)
Asked = tuple[Any, ...]
asked = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["not", "thread", "replies-to"]), inner),
        st.tuples(st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3)),
    ),
    max_leaves=6,
)


def text_of(query: Asked) -> str:
    """``query`` as a user writes it."""
    match query:
        case ("word", words, prefix):
            return f"{_quoted(words)}{'*' if prefix else ''}"
        case ("author" | "label" | "title" as field, words, prefix):
            return f"{field}:{_quoted(words)}{'*' if prefix else ''}"
        case ("regex", source):
            return f"/{source}/"
        case ("depth", relation, number):
            return f"depth:{relation}{number}"
        case ("not", inner):
            return f"-{_grouped(inner)}"
        case ("thread" | "replies-to" as name, inner):
            return f"{name}:({text_of(inner)})"
        case ("and", parts):
            return " ".join(map(_grouped, parts))
        case ("or", parts):
            return " OR ".join(map(_grouped, parts))
        case (str(field), str(value)):
            return f"{field}:{value}"
    raise AssertionError(query)


def _quoted(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f'"{" ".join(words)}"'


def _grouped(query: Asked) -> str:
    return f"({text_of(query)})" if query[0] in ("and", "or", "not") else text_of(query)


@dataclass
class Entry:
    """What can be found, as a reader of the posts sees it."""

    id: str
    post: Post
    heading: str
    author: str
    text: str
    part: Section | Comment | None = None
    depth: int = 0
    above: tuple["Entry", ...] = ()
    replied_to: bool = False

    @property
    def comment(self) -> Comment | None:
        return self.part if isinstance(self.part, Comment) else None


def entries_of(one: Post) -> list[Entry]:
    author = one.author.name if one.author else ""
    whole = Entry(one.id, one, "" if one.title_inferred else one.title or "", author, "")
    whole.replied_to = any(not part.placeholder for part in one.comments)
    body = [Entry(part.id, one, part.heading or "", "", part.body.text, part) for part in one.sections]
    found = [whole, *body]
    by_id: dict[str, Entry] = {}
    for part in one.comments:
        entry = Entry(part.id, one, "", part.author.name if part.author else "", part.body.text, part)
        if part.parent is None:
            entry.above, entry.depth = (whole, *body), 1
        else:
            parent = by_id[part.parent]
            entry.above, entry.depth, parent.replied_to = (parent,), parent.depth + 1, True
        by_id[part.id] = entry
        found.append(entry)
    return found


RELATIONS: dict[str, Callable[[int, int], bool]] = {
    "": operator.eq,
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass
class Shelf:
    entries: list[Entry]
    read: set[str]
    bookmarked: set[str]

    def holds(self, query: Asked, entry: Entry) -> bool:
        """Whether ``query`` finds ``entry``; a placeholder is never found."""
        if entry.comment is not None and entry.comment.placeholder:
            return False
        match query:
            case ("word", words, prefix):
                return any(_stand(words, prefix, part) for part in (entry.heading, entry.author, entry.text))
            case ("author", words, prefix):
                by_post = entry.comment is None and entry.post.author is not None
                return _stand(words, prefix, entry.post.author.name if by_post and entry.post.author else entry.author)
            case ("label", words, prefix):
                return any(_stand(words, prefix, label) for label in entry.post.labels)
            case ("title", words, prefix):
                return _stand(words, prefix, entry.post.title or "")
            case ("in", kind):
                return (entry.comment is None) is (str(kind) == "post")
            case ("is", state):
                return self._is(state, entry)
            case ("has", "replies"):
                return entry.replied_to
            case ("has", "link"):
                return entry.part is not None and LINK in entry.part.body.spans
            case ("after" | "before" | "on" as relation, date):
                return _dated(relation, date, entry)
            case ("depth", relation, number):
                return bool(RELATIONS[relation](entry.depth, number))
            case ("regex", source):
                pattern = re.compile(source, re.IGNORECASE | re.MULTILINE)
                return any(pattern.search(part) for part in (entry.heading, entry.text))
            case ("not", inner):
                return not self.holds(inner, entry)
            case ("and", parts):
                return all(self.holds(part, entry) for part in parts)
            case ("or", parts):
                return any(self.holds(part, entry) for part in parts)
            case ("thread", inner):
                return any(self.holds(inner, other) for other in self.entries if other.post is entry.post)
            case ("replies-to", inner):
                return entry.comment is not None and any(self.holds(inner, other) for other in entry.above)
        raise AssertionError(query)

    def _is(self, state: str, entry: Entry) -> bool:
        match state:
            case "unread":
                return entry.part is not None and entry.id not in self.read
            case "bookmarked":
                return entry.id in self.bookmarked
            case "removed":
                return entry.comment is not None and entry.comment.removed
        if entry.comment is None:
            return True
        writer = entry.comment.author
        return writer is not None and (
            writer.is_owner or (entry.post.author is not None and entry.post.author.name == writer.name)
        )


def _stand(words: list[str], prefix: bool, text: str) -> bool:
    there = text.lower().split()
    for start in range(len(there) - len(words) + 1):
        *first, last = there[start : start + len(words)]
        if first == words[:-1] and (last.startswith(words[-1]) if prefix else last == words[-1]):
            return True
    return False


def _dated(relation: str, date: str, entry: Entry) -> bool:
    published = entry.comment.published if entry.comment is not None else None
    if published is None or published.iso[0] == "T":
        published = entry.post.published
    if published is None:
        return False
    if relation == "on":
        return published.iso.startswith(date)
    return published.iso < date if relation == "before" else published.iso >= date


@settings(max_examples=200, deadline=None)
@given(shelves(), st.lists(asked, min_size=1, max_size=8), st.data())
def test_what_is_found_is_what_a_plain_reading_finds(
    tmp_path_factory: pytest.TempPathFactory, posts: list[Post], queries: list[Asked], data: st.DataObject
) -> None:
    entries = [entry for one in posts for entry in entries_of(one)]
    chosen = st.sets(st.sampled_from([entry.id for entry in entries]))
    shelf = Shelf(entries, data.draw(chosen), data.draw(chosen))
    file = tmp_path_factory.mktemp("model") / "library.db"
    with Library.open(file) as library:
        add(library, *posts)
        mark(library, shelf)
        for query in queries:
            text = text_of(query)
            expected = [entry.id for entry in entries if shelf.holds(query, entry)]
            for order in HitOrder:
                found = [hit.entry_id for hit in library.search(text, order=order)]
                assert sorted(found) == sorted(expected), text
                if order is HitOrder.NEWEST:
                    assert found == in_order(shelf, expected), text
            assert library.count(text) == len(expected)
            assert library.count(text, most=1) == min(1, len(expected))


def in_order(shelf: Shelf, ids: list[str]) -> list[str]:
    """``ids`` by their own times or else their posts', the newest first; in UTC where the zone is known."""

    def key(entry: Entry) -> str:
        own = [entry.comment.published] if entry.comment else []
        isos = [time.iso for time in (*own, entry.post.published) if time is not None and time.iso[0] != "T"]
        iso = isos[0].replace("T23:00:00+02:00", "T21:00:00") if isos else ""
        return iso + "0000-01-01T00:00:00"[len(iso) :]

    return [entry.id for entry in sorted(shelf.entries, key=key, reverse=True) if entry.id in set(ids)]


def mark(library: Library, shelf: Shelf) -> None:
    for entry in shelf.entries:
        if entry.id in shelf.read:
            library.set_read(entry.post.id, [entry.id])
        if entry.id in shelf.bookmarked:
            library.bookmark(entry.post.id, entry.id)


def test_the_model_can_tell(tmp_path: Path) -> None:
    """The plain reading itself, on a post read by a person."""
    one = post("p", section("s", "a b"), comment("c", None, "ab", "Bob"), comment("d", "c", "c"), title="ba")
    shelf = Shelf(entries_of(one), {"s"}, {"d"})

    def found(*query: Any) -> list[str]:
        return [entry.id for entry in shelf.entries if shelf.holds(query, entry)]

    assert found("word", ["a"], True) == ["s", "c"]
    assert found("replies-to", ("author", ["bob"], False)) == ["d"]
    assert found("replies-to", ("word", ["b"], False)) == ["c"]
    assert found("thread", ("title", ["ba"], False)) == ["p", "s", "c", "d"]
    assert found("is", "unread") == ["c", "d"]
