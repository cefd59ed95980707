"""What each part of the query language finds, what of it a snippet shows, and how hits are sorted."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from probreader.domain.post import Author, Timestamp
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.domain.queries import Query, parse
from probreader.library import Hit, HitOrder, Library

from .builders import add, comment, post, section, source

NEWEST_FIRST = "f5 f2 f1 fair fs f3 f4 walk ws w1 w2".split()
"""What the shelf below holds, by the times of the entries or else of their posts."""


def at(iso: str) -> Timestamp:
    return Timestamp(iso, f"raw {iso}")


def ids(hits: list[Hit]) -> list[str]:
    return [hit.entry_id for hit in hits]


def matched(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.spans]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two posts, fair and walk, with marks on some of their entries."""
    linked = replace(
        comment("f3", None, "See the map", "Zoë Meyer", published=at("T09:15")),
        body=Prose("See the map", (Span(8, 11, SpanKind.LINK, "https://map.example"),)),
    )
    owner = replace(comment("f4", "f3", "Thanks!"), author=Author("The Gardener", is_owner=True))
    fair = post(
        "fair",
        section("fs", "Jam, plants and a crème brûlée stall. Rain is no excuse.", "What to bring"),
        comment("f1", None, "I sold jam for £25", "Ann Other", published=at("2021-02-25T10:00")),
        comment("f2", "f1", "Jam is a scam. (Sorry, Ann.)", "Bob", published=at("2021-03-01T09:00:00+01:00")),
        linked,
        owner,
        comment("lost", None, placeholder=True),
        comment("f5", "lost", "Whose idea was rain?", "Ann Brown", published=at("2022-01-01")),
        title="The spring fair",
        author=Author("Jim Brown"),
        date="2021-02-24",
        labels=("Local news", "Été"),
    )
    walk = post(
        "walk",
        section("ws", "A walk in the rain", None),
        comment("w1", None, "Rainy rain", "Jim Brown", removed=True),
        comment("w2", None, "", "Ann Other", removed=True),
        title="A walk in the rain",
        title_inferred=True,
        date="2020",
        author=Author("Jim Brown"),
        labels=("Walks",),
    )
    with Library.open(tmp_path_factory.mktemp("shelf") / "library.db") as library:
        add(library, fair, walk)
        library.set_read("fair", ["fs", "f1", "f2", "f3", "f4", "f5"])
        library.bookmark("fair", "f2")
        library.bookmark("walk", "walk")
        yield library


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("jam -scam", ["fs", "f1"]),
        ("-jam in:comment", ["f3", "f4", "f5", "w1", "w2"]),
        ("jam OR rainy", ["fs", "f1", "f2", "w1"]),
        ("(jam OR rain) author:brown in:comment", ["f5", "w1"]),
        ("rain*", ["fs", "f5", "ws", "w1"]),
        ('"in the ra"*', ["ws"]),
        ("creme BRULEE", ["fs"]),
        ("author:ann", ["f1", "f5", "w2"]),
        ('author:"ann other"', ["f1", "w2"]),
        ("author:ot*", ["f1", "w2"]),
        ("author:jim", ["fair", "fs", "walk", "ws", "w1"]),
        ("author:zoe", ["f3"]),
        ("-author:jim -author:ann", ["f2", "f3", "f4"]),
        ("title:spring jam", ["fs", "f1", "f2"]),
        ("title:walk in:comment", ["w1", "w2"]),
        ("title:bring", []),
        ('title:"spring fair" in:post', ["fair", "fs"]),
        ("label:news in:post", ["fair", "fs"]),
        ('label:"local news" map', ["f3"]),
        ("label:ete map", ["f3"]),
        ("label:loc map", []),
        ("label:loc* map", ["f3"]),
        ("-label:news in:post", ["walk", "ws"]),
        ("in:post", ["fair", "fs", "walk", "ws"]),
        ("after:2021-03", ["f2", "f5"]),
        ("after:2021-02-25 before:2022", ["f1", "f2"]),
        ("before:2021", ["walk", "ws", "w1", "w2"]),
        ("on:2021-02 in:comment", ["f1", "f3", "f4"]),
        ("on:2021-02-25", ["f1"]),
        ("on:2020", ["walk", "ws", "w1", "w2"]),
        ("is:unread", ["ws", "w1", "w2"]),
        ("is:unread -is:removed", ["ws"]),
        ("is:bookmarked", ["f2", "walk"]),
        ("is:removed", ["w1", "w2"]),
        ("is:op in:comment", ["f4", "w1"]),
        ("is:op in:post", ["fair", "fs", "walk", "ws"]),
        ("is:new", []),
        ("has:link", ["f3"]),
        ("has:replies", ["fair", "f1", "f3", "walk"]),
        ("thread:(scam) in:post", ["fair", "fs"]),
        ("thread:scam author:ann", ["f1", "f5"]),
        ("-thread:scam in:post", ["walk", "ws"]),
        ("replies-to:(author:ann)", ["f2"]),
        ("replies-to:(author:jim) on:2021-02", ["f1", "f3"]),
        ("replies-to:(plants)", ["f1", "f3"]),
        ("replies-to:(in:comment)", ["f2", "f4"]),
        ("replies-to:(replies-to:(has:replies))", ["f2", "f4"]),
        ("depth:1 in:comment title:spring", ["f1", "f3"]),
        ("depth:>1", ["f2", "f4", "f5"]),
        ("depth:>=2 depth:<3", ["f2", "f4", "f5"]),
        ("depth:<1", ["fair", "fs", "walk", "ws"]),
        ("depth:<=0 jam", ["fs"]),
        (r"/£\d+/", ["f1"]),
        (r"/^jam\b/", ["fs", "f2"]),
        (r"/br[uû]l/", ["fs"]),
        ("/BRING$/", ["fs"]),
        ("/scam|map/ -has:link", ["f2"]),
        ("-/a/ in:comment", ["w2"]),
        ("/Ann/", ["f2"]),
    ],
)
def test_what_is_found(shelf: Library, query: str, expected: list[str]) -> None:
    expected = sorted(expected, key=NEWEST_FIRST.index)
    assert ids(shelf.search(query)) == expected
    assert shelf.count(query) == len(expected)
    parsed = parse(query)
    assert isinstance(parsed, Query)
    assert ids(shelf.search(parsed, limit=1)) == expected[:1]


def test_what_no_source_gives_any_more_is_removed(library: Library) -> None:
    add(library, post("p", comment("a", text="x"), comment("b", text="x")))
    add(library, post("p", comment("a", text="x")), at=source(digest="d2"))
    assert ids(library.search("is:removed")) == ["b"]
    assert ids(library.search("x -is:removed")) == ["a"]


def test_what_came_after_a_post_was_visited_is_new(library: Library) -> None:
    add(library, post("p", comment("a", text="x")), post("q", comment("c", text="x")))
    add(library, post("p", section("s", "x"), comment("a", text="x"), comment("b", text="x")), at=source(digest="d2"))
    assert ids(library.search("is:new")) == ["s", "b"]
    assert ids(library.search("x -is:new")) == ["a", "c"]
    library.visit("p")
    assert library.search("is:new") == []


@pytest.mark.parametrize(
    ("query", "shown", "found"),
    [
        ("(jam OR scam) in:comment author:bob", "Jam is a scam. (Sorry, Ann.)", ["Jam", "scam"]),
        ("author:bob", "Jam is a scam. (Sorry, Ann.)", []),
        (r"/\w+\./ author:bob", "Jam is a scam. (Sorry, Ann.)", ["scam.", "Ann."]),
        (r"jam /am\b|sc/ author:bob", "Jam is a scam. (Sorry, Ann.)", ["Jam", "sc", "am"]),
        ("-jam -scam author:bob OR on:2022", "Whose idea was rain?", []),
        ("title:spring in:post", "The spring fair", ["spring"]),
        ("title:rain in:post is:bookmarked", "A walk in the rain", ["rain"]),
        ("/BRING/", "What to bring", ["bring"]),
        ("thread:scam fair", "The spring fair", ["fair"]),
    ],
)
def test_a_snippet_shows_what_matches(shelf: Library, query: str, shown: str, found: list[str]) -> None:
    hit = shelf.search(query)[0]
    assert (hit.snippet, matched(hit)) == (shown, found)


def test_orders(library: Library) -> None:
    add(
        library,
        post("old", comment("o1", text="tea and tea"), comment("o2", text="tea " + "with milk " * 40), date="2020"),
        post("new", section("ns", "tea " + "with scones " * 20), title="On tea", date="2021"),
        post("undated", comment("u1", text="a tea")),
    )
    assert ids(library.search("tea")) == ["new", "ns", "o1", "o2", "u1"]
    assert ids(library.search("tea", order=HitOrder.OLDEST)) == ["o1", "o2", "new", "ns", "u1"]
    assert ids(library.search("tea", order=HitOrder.BEST))[:2] == ["new", "o1"]
    assert ids(library.search("tea -scones", 1, HitOrder.BEST)) == ["new"]
    assert ids(library.search("in:post", order=HitOrder.BEST)) == ["new", "ns", "old", "undated"]


def test_words_in_an_authors_name_weigh_more_than_in_the_text(library: Library) -> None:
    filler = "some other words altogether " * 3
    add(library, post("p", comment("text", text=f"robin {filler}"), comment("name", None, filler, "Robin")))
    assert ids(library.search("robin", order=HitOrder.BEST)) == ["name", "text"]


def test_no_text_of_the_user_becomes_sql(library: Library) -> None:
    add(library, post("p", comment("a", text="x"), title="x", labels=("it's",)))
    for value in ("'", '"', "x') OR 1 --", 'x" OR x:', "* ) NEAR(", "%", "?1", ":name"):
        for field in ("", "author:", "label:", "title:"):
            for quoted in (f'{field}"{value}', f"{field}x{value}"):
                parsed = parse(quoted)
                if isinstance(parsed, Query):
                    assert len(library.search(parsed)) == library.count(parsed)
    assert ids(library.search("label:it's in:comment")) == ["a"]


def test_a_long_query_is_not_too_long_for_sqlite(shelf: Library) -> None:
    words = [f"w{number}" for number in range(190)]
    assert shelf.search(" ".join(words)) == []
    assert len(shelf.search(" OR ".join([*words[:99], "jam"]))) == 3
    assert len(shelf.search(" ".join(f"-{word}" for word in words[:99]))) == 11
    assert shelf.search(" ".join(f"author:{word}" for word in words[:99])) == []
    assert len(shelf.search("-(w1 OR " * 16 + "jam" + ")" * 16)) == 3
    assert len(shelf.search("(author:w1 OR is:new OR " * 16 + "/jam/" + ")" * 16)) == 3
    assert len(shelf.search("-(label:w1 author:ann title:w1 replies-to:-(" * 5 + "jam" + "))" * 5)) == 11
    assert shelf.search("thread:(" * 15 + "jam" + ")" * 15) != []
    assert shelf.search("replies-to:(" * 15 + "jam" + ")" * 15) == []
