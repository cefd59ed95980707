"""Search: what matches, in which order, where the matches are shown, and that nothing typed can break it."""

import re
import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from probreader.domain.post import Author, Timestamp
from probreader.domain.queries import Fault, Query, parse
from probreader.domain.scripts import has_script
from probreader.errors import QueryError
from probreader.library import EntryKind, Hit, Library
from probreader.library.text_index import expression

from .builders import add, comment, post, section


def ids(hits: list[Hit]) -> list[str]:
    return [hit.entry_id for hit in hits]


def matched(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.spans]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Three posts that searches below know."""
    with Library.open(tmp_path_factory.mktemp("shelf") / "library.db") as library:
        add(
            library,
            post(
                "older",
                section("o-s", "I write C++ and foo-bar, naïve café prose.", "Programming"),
                comment("o-1", None, "Otters like rivers", "Ann Other", published=Timestamp("2020-01-01", "x")),
                comment("o-2", "o-1", "rivers of otters, OTTERS of rivers"),
                title="On otters",
                date="2020-01-01",
                author=Author("Jim Brown"),
            ),
            post("newer", comment("n-1", None, "An otter, a badger"), title="Badger day", date="2021-01-01"),
            post("undated", comment("u-1", None, "otters without a date"), title="otters do", title_inferred=True),
        )
        yield library


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("otters", ["older", "o-1", "o-2", "u-1"]),
        ("OTTERS", ["older", "o-1", "o-2", "u-1"]),
        ("otter", ["n-1"]),
        ("otters rivers", ["o-1", "o-2"]),
        ("rivers otters rivers", ["o-1", "o-2"]),
        ('"otters of rivers"', ["o-2"]),
        ('"rivers of otters" like', []),
        ('"otters, of RIVERS"', ["o-2"]),
        ("otters-of-rivers", ["o-2"]),
        ("badger", ["newer", "n-1"]),
        ("cafe", ["o-s"]),
        ("NAÏVE", ["o-s"]),
        ("C++", ["o-s"]),
        ("foo-bar", ["o-s"]),
        ("bar-foo", []),
        ("programming prose", ["o-s"]),
        ("ann", ["o-1"]),
        ("other rivers", ["o-1"]),
        ("jim", ["older"]),
        ("* otters -- rivers !", ["o-1", "o-2"]),
        ("otters AND rivers", []),
        ("otters NOT", []),
        ("without", ["u-1"]),
        ("", []),
        ("  \n ", []),
        ("***", []),
        ('"', []),
        ('""', []),
        ('"otters of', ["o-2"]),
        ('otters"rivers"', ["o-1", "o-2"]),
    ],
)
def test_what_matches(shelf: Library, query: str, expected: list[str]) -> None:
    assert ids(shelf.search(query)) == expected
    assert shelf.count(query) == len(expected)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ott", ["n-1", "older", "o-1", "o-2", "u-1"]),
        ("ott ", []),
        ("rivers o", ["o-1", "o-2"]),
        ("o rivers", []),
        ('"rivers of ott', ["o-2"]),
        ('"rivers of ott"', []),
        ("foo-ba", ["o-s"]),
        ("foo-", ["o-s"]),
        ("CAF", ["o-s"]),
        ("caf́", ["o-s"]),
        ("otter,", ["n-1"]),
    ],
)
def test_as_you_type_the_last_word_may_go_on(shelf: Library, query: str, expected: list[str]) -> None:
    assert ids(shelf.search(query, as_you_type=True)) == expected
    assert shelf.count(query, as_you_type=True) == len(shelf.search(query, as_you_type=True))


def test_a_hit_tells_where_it_is(shelf: Library) -> None:
    title, entry, *_ = shelf.search("otters")
    day = Timestamp("2020-01-01", "raw 2020-01-01")
    assert title == Hit("older", "On otters", "older", EntryKind.POST, "Jim Brown", day, "On otters", ((3, 9),))
    assert (entry.kind, entry.author, entry.published) == ("comment", "Ann Other", Timestamp("2020-01-01", "x"))
    (part,) = shelf.search("prose")
    assert (part.kind, part.author, part.published) == ("section", None, day)


def test_the_first_hits_are_the_limit(shelf: Library) -> None:
    assert ids(shelf.search("otters", limit=2)) == ["older", "o-1"]
    assert ids(shelf.search("ott", limit=1, as_you_type=True)) == ["n-1"]
    assert shelf.search("otters", limit=0) == []
    assert shelf.search("otters", limit=-1) == []
    assert len(shelf.search("otters", limit=10**30)) == 4


def test_an_inferred_title_is_shown_but_not_found(library: Library) -> None:
    add(library, post("p", section("s", "words"), title="words", title_inferred=True, author=Author("Ann")))
    assert ids(library.search("words")) == ["s"]
    assert [(hit.kind, hit.snippet, hit.spans) for hit in library.search("ann")] == [("post", "words", ())]


def test_of_one_moment_what_came_first_is_found_first(library: Library) -> None:
    add(library, post("p", comment("a", text="x"), comment("b", text="x")))
    add(library, post("p", comment("a", text="x"), comment("a1", "a", "x"), comment("b", text="x")))
    assert ids(library.search("x")) == ["a", "b", "a1"]


@pytest.mark.parametrize(
    ("query", "shown", "found"),
    [
        ("otters rivers", "Otters like rivers", ["Otters", "rivers"]),
        ("foo-bar cafe", "I write C++ and foo-bar, naïve café prose.", ["foo-bar", "café"]),
        ("programming", "Programming", ["Programming"]),
        ("programming prose", "I write C++ and foo-bar, naïve café prose.", ["prose"]),
        ("ann", "Otters like rivers", []),
        ("jim", "On otters", []),
    ],
)
def test_a_snippet_shows_the_matches(shelf: Library, query: str, shown: str, found: list[str]) -> None:
    hit = shelf.search(query)[0]
    assert (hit.snippet, matched(hit)) == (shown, found)


def test_a_snippet_is_a_window_between_words(library: Library) -> None:
    add(library, post("p", comment("a", text=f"{'before ' * 50}\n\nneedle\n{'after ' * 50}needle")))
    (hit,) = library.search("needle")
    assert hit.snippet == f"…{'before ' * 5}  needle {'after ' * 18}after…"
    assert matched(hit) == ["needle"]


def test_a_snippet_of_one_long_word(library: Library) -> None:
    add(library, post("p", comment("a", text="x" * 500)))
    (hit,) = library.search("x" * 500)
    assert hit.snippet == "x" * 160 + "…"
    assert matched(hit) == ["x" * 160]


def test_a_snippet_in_a_text_without_spaces(library: Library) -> None:
    add(library, post("p", comment("a", text=f"{'-' * 300}needle{'-' * 300}")))
    (hit,) = library.search("needle")
    assert hit.snippet == f"…{'-' * 40}needle{'-' * 114}…"
    assert matched(hit) == ["needle"]


ODD = [
    "C++",
    "foo-bar",
    '"x',
    "AND",
    "*",
    "NEAR(a b",
    "a:b",
    "^a",
    "{a b}: c",
    "(",
    "a OR",
    "-",
    "''",
    "a\x00b",
    "\udcff",
    "%",
    "/a+/",
    "author:a",
    "label:a*",
    'title:"a',
    "is:op",
    "is:",
    "on:2021",
    "depth:>1",
    "thread:(a",
    "replies-to:a",
    ")",
    "OR",
    "-/(/",
    "has:replies",
]


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from(ODD)).map(" ".join)
    | st.text(st.characters(categories=["Cs", "Cc", "Mn", "Lo"]), max_size=9)
)
@example('"' * 1001)
@example("otters " * 5000)
@example(" ".join(map(str, range(3000))))
@example("x" * 100_000)
@example("\U0010ffff\ufffe\u202e")
def test_nothing_typed_raises(shelf: Library, query: str) -> None:
    for as_you_type in (False, True):
        parsed = parse(query, as_you_type=as_you_type)
        if isinstance(parsed, Fault):
            assert 0 <= parsed.start <= parsed.end <= len(query)
            with pytest.raises(QueryError) as caught:
                shelf.search(query, as_you_type=as_you_type)
            assert (str(caught.value), caught.value.start) == (parsed.message, parsed.start)
        else:
            hits = shelf.search(query, as_you_type=as_you_type)
            assert len(hits) == shelf.count(query, as_you_type=as_you_type)


WORDS = st.lists(st.sampled_from(["a", "b", "ab", "ba", "c"]), max_size=6)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(WORDS, WORDS, st.integers(2001, 2003)), min_size=1, max_size=5),
    st.lists(WORDS.filter(bool), min_size=1, max_size=3),
    st.booleans(),
)
def test_hits_are_those_a_plain_search_finds(
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[tuple[list[str], list[str], int]],
    phrases: list[list[str]],
    as_you_type: bool,
) -> None:
    query = " ".join(f'"{" ".join(phrase)}"' for phrase in phrases)
    query = query[:-1] if as_you_type else query

    def spans(words: list[str]) -> list[set[int]]:
        """The words each phrase covers; the last word of the last phrase may be a prefix."""
        covered = []
        for number, phrase in enumerate(phrases):
            found: set[int] = set()
            open_end = as_you_type and number == len(phrases) - 1
            for start in range(len(words) - len(phrase) + 1):
                part = words[start : start + len(phrase)]
                last = part[-1].startswith(phrase[-1]) if open_end else part[-1] == phrase[-1]
                if part[:-1] == phrase[:-1] and last:
                    found.update(range(start, start + len(phrase)))
            covered.append(found)
        return covered

    expected = []
    for number, (heading, words, year) in sorted(enumerate(entries), key=lambda item: (-item[1][2], item[0])):
        if all(one or two for one, two in zip(spans(heading), spans(words), strict=True)):
            covered = set().union(*spans(words)) or set().union(*spans(heading))
            expected.append((str(number), year, covered))

    path = tmp_path_factory.mktemp("plain") / "library.db"
    with Library.open(path) as library:
        posts = [
            post(str(number), section(str(number), " ".join(words), " ".join(heading)), date=str(year))
            for number, (heading, words, year) in enumerate(entries)
        ]
        add(library, *posts)
        hits = library.search(query, as_you_type=as_you_type)
    shown = []
    for hit in hits:
        offsets = {offset for start, end in hit.spans for offset in range(start, end)}
        starts = [match for match in range(len(hit.snippet)) if match == 0 or hit.snippet[match - 1] == " "]
        covered = {number for number, start in enumerate(starts) if start in offsets}
        shown.append((hit.entry_id, int(hit.published.iso) if hit.published else 0, covered))
    assert shown == expected


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60), st.data())
def test_matches_are_shown_where_the_index_sees_them(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    words = text.split()
    query = data.draw(st.sampled_from(words)) if words else "x"
    assume(not has_script(query))
    path = tmp_path_factory.mktemp("text") / "library.db"
    with Library.open(path) as library:
        add(library, post("p", section("s", text)))
        hits = library.search(f'"{query.replace(chr(34), " ")}"')
    parsed = parse(f'"{query.replace(chr(34), " ")}"')
    assert isinstance(parsed, Query)
    connection = sqlite3.connect(path)
    sql = "SELECT highlight(entry_index, 0, '<<<', '>>>') FROM entry_index WHERE entry_index MATCH ?"
    whole = [] if parsed.root is None else [text for (text,) in connection.execute(sql, (expression(parsed.root),))]
    connection.close()
    shown = []
    for hit in hits:
        pieces, last = [], 0
        for start, end in hit.spans:
            pieces += [hit.snippet[last:start], "<<<", hit.snippet[start:end], ">>>"]
            last = end
        shown.append("".join((*pieces, hit.snippet[last:])))
    assert shown == [re.sub(r"\s", " ", text) for text in whole]
