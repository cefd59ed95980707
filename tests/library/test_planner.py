"""Whatever way the planner takes, it finds what a plain reading of the texts finds, in the order of time."""

import re
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probreader.domain.post import Timestamp
from probreader.errors import SearchCancelledError
from probreader.library import Cancel, Library, completions, indexing, planner, relaxing

from .builders import add, comment, post, source

WORDS = ("a", "ab", "abc", "abd", "b", "ba", "Café", "cafe", "cafes", "caf\u00e9-ab", "I’ve", "ab, b.", "x1")
texts = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
times = st.sampled_from([None, "2020", "2020-05-01", "2020-05-01T10:00", "2020-05-01T10:00:30", "2021-01-01T00:00:00Z"])
entries = st.lists(st.tuples(texts, times), min_size=1, max_size=12)
asked_words = st.lists(st.sampled_from(("a", "ab", "b", "caf", "cafe", "abc", "i", "x")), min_size=1, max_size=2)
asked = st.lists(
    st.tuples(st.sampled_from(("", "-", "OR ")), asked_words, st.booleans()), min_size=1, max_size=3
).filter(lambda parts: not parts[0][0])


@pytest.fixture(params=["as it is", "in a hurry"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With the real thresholds, and with some so small that every way is taken in a small library."""
    if request.param == "in a hurry":
        for module, name, value in (
            (completions, "FEW_ENTRIES", 2),
            (completions, "FEW_WORDS", 1),
            (relaxing, "FEW_IN_PHRASE", 2),
            (planner, "FIRST_LOOK", 2),
            (planner, "SECOND_LOOK", 4),
            (indexing, "MOST_PENDING", 2),
            (indexing, "_MOST_DISORDER", 3),
        ):
            monkeypatch.setattr(module, name, value)
    return str(request.param)


def words_in(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.findall("[a-z0-9]+", plain)


def has(text: str, phrase: list[str], *, prefix: bool) -> bool:
    words = words_in(text)
    for start in range(len(words) - len(phrase) + 1):
        part = words[start : start + len(phrase)]
        if part[:-1] == phrase[:-1] and (part[-1].startswith(phrase[-1]) if prefix else part[-1] == phrase[-1]):
            return True
    return False


def written(parts: list[tuple[str, list[str], bool]]) -> str:
    """The query as it is typed; its last word is still being typed."""
    shown = []
    for at, (sign, words, is_phrase) in enumerate(parts):
        end = "" if at == len(parts) - 1 else '"'
        shown.append(sign + (f'"{" ".join(words)}{end}' if is_phrase or len(words) > 1 else words[0]))
    return " ".join(shown)


def holds(text: str, parts: list[tuple[str, list[str], bool]]) -> bool:
    """``a b OR c`` is ``(a b) OR c``."""
    groups: list[list[bool]] = [[]]
    for at, (sign, words, _) in enumerate(parts):
        found = has(text, words, prefix=at == len(parts) - 1 and sign != "-") != (sign == "-")
        if sign == "OR ":
            groups.append([])
        groups[-1].append(found)
    return any(map(all, groups))


def key(time: str | None) -> str:
    full = "" if time is None else time.rstrip("Z")
    return full + "0000-01-01T00:00:00"[len(full) :]


@pytest.mark.usefixtures("way")
@settings(max_examples=20, deadline=None)
@given(st.data())
def test_every_way_finds_the_same(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    sources = data.draw(st.lists(entries, min_size=1, max_size=3))
    path = tmp_path_factory.mktemp("plan") / "library.db"
    everything: list[tuple[str, str, str | None]] = []
    with Library.open(path) as library:
        for number, rows in enumerate(sources):
            made = [
                comment(f"{number}-{at}", None, text, published=None if time is None else Timestamp(time, "raw"))
                for at, (text, time) in enumerate(rows)
            ]
            add(library, post(f"p{number}", *made), at=source(f"/{number}"))
            everything += [(f"{number}-{at}", text, time) for at, (text, time) in enumerate(rows)]
        for parts in data.draw(st.lists(asked, min_size=1, max_size=5)):
            newest = sorted(everything, key=lambda item: key(item[2]), reverse=True)
            expected = [id_ for id_, text, _ in newest if holds(text, parts)]
            for limit in (1, 3, 50):
                found = [hit.entry_id for hit in library.search(written(parts), limit=limit, as_you_type=True)]
                assert found == expected[:limit], written(parts)
            assert library.count(written(parts), as_you_type=True) == len(expected)
    check_words(path)


def check_words(path: Path) -> None:
    """Every word of the index is counted."""
    with closing(sqlite3.connect(path)) as connection:
        missing = "SELECT term FROM entry_word WHERE term NOT IN (SELECT word FROM word)"
        assert connection.execute(missing).fetchall() == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("图书", ["c", "m"]),
        ("书", ["c", "m"]),
        ("图书馆 python", ["m"]),
        ("python图书", ["c", "m"]),
        ("图馆", []),
        ("도서관", ["k"]),
        ("관에서", ["k"]),
        ("สมุด", ["t"]),
        ("日本語", ["j"]),
        ("語", ["j"]),
        ("ニホン", ["j"]),
        ("-图书 python", ["n"]),
        ("图书 OR 도서", ["c", "m", "k"]),
        ("author:山田", ["j"]),
        ("author:图书", []),
    ],
)
def test_scripts_without_spaces_are_found_by_any_part(library: Library, query: str, expected: list[str]) -> None:
    add(
        library,
        post(
            "p",
            comment("c", None, "我们明天去图书馆看书"),
            comment("m", None, "Python 图书馆"),
            comment("n", None, "python"),
            comment("k", None, "도서관에서 책을 읽었습니다"),
            comment("t", None, "ห้องสมุดอยู่ที่ไหน"),
            comment("j", None, "これは日本語、ﾆﾎﾝ語", "山田太郎"),
        ),
    )
    assert [hit.entry_id for hit in library.search(query, as_you_type=True)] == expected
    assert library.count(query, as_you_type=True) == len(expected)


def test_parts_are_shown_where_they_stand(library: Library) -> None:
    add(library, post("p", comment("c", None, "我们去图书馆")))
    (hit,) = library.search("图书")
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["图书"]


def test_what_is_changed_or_joined_is_found_as_it_is_now(library: Library, path: Path) -> None:
    add(library, post("p", comment("a", None, "old 图书 words"), comment("b", None, "stays"), date="2020-01-01"))
    add(library, post("q", comment("z", None, "stays"), date="2020-06-01"), at=source("/q"))
    assert [hit.entry_id for hit in library.search("stays")] == ["z", "b"]
    add(library, post("p", comment("a", None, "new 日本 words"), comment("b", None, "stays"), date="2021-01-01"))
    assert [len(library.search(word)) for word in ("old", "图书", "new", "日本", "words")] == [0, 0, 1, 1, 1]
    # Without dates of their own they go with their post.
    assert [hit.entry_id for hit in library.search("stays")] == ["b", "z"]
    check_words(path)


def test_many_sources_are_found_when_all_are_there(path: Path) -> None:
    with Library.open(path) as library:
        with library.bulk():
            for number in range(3):
                add(library, post(f"p{number}", comment("c", None, "word")), at=source(f"/{number}"))
        assert len(library.search("word")) == 3


def test_what_was_not_indexed_is_when_the_library_is_opened_again(path: Path) -> None:
    with Library.open(path) as library:
        library._is_bulk = True
        add(library, post("p", comment("c", None, "word 图书")))
        assert library.search("word") == []
    with Library.open(path) as library:
        assert [len(library.search(query)) for query in ("word", "图书")] == [1, 1]


def test_a_search_is_given_up(library: Library) -> None:
    add(library, post("p", *(comment(f"c{number}", None, "word") for number in range(3000))))
    cancel = Cancel()
    assert len(library.search("word", cancel=cancel)) == 100
    cancel.cancel()
    with pytest.raises(SearchCancelledError):
        library.search("word", cancel=cancel)
    with pytest.raises(SearchCancelledError):
        library.count("word", cancel=cancel)
    assert library.count("word") == 3000


def test_a_search_that_runs_is_given_up(library: Library) -> None:
    add(library, post("p", *(comment(f"c{number}", None, "word " * 30) for number in range(3000))))
    cancel = Cancel()
    Timer(0.02, cancel.cancel).start()
    with pytest.raises(SearchCancelledError):
        count_for_ever(library, cancel)


def count_for_ever(library: Library, cancel: Cancel) -> None:
    while True:
        library.count("/w.*x/", cancel=cancel)


@pytest.mark.parametrize("offset", [0, 1, 3])
@pytest.mark.parametrize("limit", [None, 0, 2, 9])
def test_a_page_of_the_posts(library: Library, offset: int, limit: int | None) -> None:
    add(
        library,
        *(post(f"p{number}", date=f"2020-01-0{number + 1}", labels=("odd",) * (number % 2)) for number in range(4)),
    )
    for label in (None, "odd"):
        whole = library.posts(label=label)
        end = None if limit is None else offset + limit
        assert library.posts(label=label, offset=offset, limit=limit) == whole[offset:end]
        assert library.count_posts(label=label) == len(whole)
