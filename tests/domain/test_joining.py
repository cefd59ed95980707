"""Views of one post become one post again, whatever they hold and in whatever order they are joined."""

from collections import Counter
from dataclasses import replace
from functools import reduce
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probreader.domain.identity import Fingerprints
from probreader.domain.joining import join
from probreader.domain.matching import contradict, is_same_post
from probreader.domain.post import Author, Certainty, Comment, Post, Section, Timestamp
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.domain.thread import arrange

ADDRESS = "blog.example.org/2020/05/otters"
LONG = "The river authority has counted the otters of the lower valley again, and they are eleven."


def zoned(minute: int) -> Timestamp:
    return Timestamp(f"2020-05-01T10:{minute:02}:00+00:00", f"10:{minute:02}")


def comment(name: str, parent: str | None = None, text: str = "", **more: object) -> Comment:
    values: dict[str, object] = {"certainty": Certainty.STATED, "author": None, "published": None, "permalink": None}
    return Comment(id=name, parent=parent, body=Prose(text), **(values | more))  # type: ignore[arg-type]


def post(name: str, *comments: Comment, body: str = LONG, **more: object) -> Post:
    values: dict[str, object] = {
        "url": None,
        "title": "Otters",
        "title_inferred": False,
        "author": None,
        "published": None,
        "updated": None,
        "labels": (),
        "declared_comments": None,
        "sections": (Section(Fingerprints(name).take("section", body), None, Prose(body)),),
    }
    return Post(id=name, comments=comments, **(values | more))  # type: ignore[arg-type]


def page_of(texts: list[str], parents: list[int | None]) -> Post:
    """All there is: ids, instants, authors, marked up text."""
    comments = [
        Comment(
            f"c{index}",
            None if parent is None else f"c{parent}",
            Certainty.STATED,
            Author(f"Author {index % 3}", f"https://example.org/{index % 3}"),
            zoned(index),
            f"https://{ADDRESS}?showComment=1#c{index}",
            Prose(text, (Span(0, 1, SpanKind.EMPHASIS),)),
        )
        for index, (text, parent) in enumerate(zip(texts, parents, strict=True))
    ]
    body = Prose(LONG, (Span(4, 9, SpanKind.LINK, "https://example.org"),))
    return replace(
        post(ADDRESS, *arrange(comments).comments, url=f"https://{ADDRESS}", published=zoned(0)),
        sections=(Section(Fingerprints(ADDRESS).take("section", LONG), None, body),),
        declared_comments=len(texts),
    )


def feed_of(page: Post, newest: int) -> Post:
    """The newest comments as plain text; who is answered but not there leaves a placeholder with its id."""
    known = sorted(page.comments, key=lambda one: one.published.iso if one.published else "")[-newest:]
    ids = {one.id for one in known}
    absent = dict.fromkeys(one.parent for one in known if one.parent is not None and one.parent not in ids)
    held = [comment(id_, placeholder=True) for id_ in absent] + [
        replace(one, body=Prose(one.body.text), author=Author(one.author.name) if one.author else None) for one in known
    ]
    return replace(page, comments=arrange(held).comments, labels=("rivers",), sections=(), declared_comments=newest)


def dump_of(page: Post, dropped: set[str]) -> Post:
    """Words and nesting alone; a dropped comment with replies leaves a placeholder, one without leaves nothing."""
    own = Fingerprints("Otters")
    ids = Fingerprints(own.take("post"))
    answered = {one.parent for one in page.comments if one.id not in dropped}
    kept = [one for one in page.comments if one.id not in dropped or one.id in answered]
    names = {one.id: ids.take("x", None if one.id in dropped else one.body.text) for one in kept}
    comments = [
        comment(
            names[one.id],
            names.get(one.parent or ""),
            "" if one.id in dropped else one.body.text.replace("'", "’").replace(" ", "\n"),
            placeholder=one.id in dropped,
        )
        for one in kept
    ]
    return post(ids.take("post"), *arrange(comments).comments, body=LONG.replace(",", " ,"))


@st.composite
def views(draw: st.DrawFn, *, repeated: bool = True) -> tuple[Post, list[Post]]:
    number = draw(st.integers(1, 9))
    texts = [f"It's comment {index} here" for index in range(number)]
    if repeated:
        texts = [draw(st.sampled_from([text, "Thanks", "☺"])) for text in texts]
    parents = [draw(st.none() | st.integers(0, index - 1)) if index else None for index in range(number)]
    page = page_of(texts, parents)
    unique = [one.id for one in page.comments if texts.count(one.body.text) == 1]
    dropped = draw(st.sets(st.sampled_from(unique))) if unique else set()
    return page, [page, feed_of(page, draw(st.integers(1, number))), dump_of(page, dropped)]


@settings(max_examples=60, deadline=None)
@given(views(repeated=False))
def test_views_in_any_order_are_the_post(drawn: tuple[Post, list[Post]]) -> None:
    page, parts = drawn
    expected = replace(page, labels=("rivers",))
    for order in permutations(parts):
        joined = reduce(lambda held, part: join(held, part).post, order)
        assert replace(joined, comments=()) == replace(expected, comments=())
        assert joined.comments == page.comments


@settings(max_examples=60, deadline=None)
@given(views())
def test_nothing_is_lost_where_several_say_the_same(drawn: tuple[Post, list[Post]]) -> None:
    """Which of several that say the same a view without ids and a view of a part mean cannot always be told."""
    page, parts = drawn
    said = Counter(one.body.text for one in page.comments)
    texts = {one.id: one.body.text for one in page.comments}
    for order in permutations(parts):
        joined = reduce(lambda held, part: join(held, part).post, order)
        assert {one.id: one.body.text for one in joined.comments if one.id in texts} == texts
        assert all(said[one.body.text] > 1 for one in joined.comments if one.id not in texts)
        if order[0] is page:
            assert joined.comments == page.comments


@settings(max_examples=40, deadline=None)
@given(views(repeated=False))
def test_a_view_once_more_changes_nothing(drawn: tuple[Post, list[Post]]) -> None:
    _, (_, feed, dump) = drawn
    joined = join(dump, feed)
    assert join(joined.post, dump, known=joined.same).post == joined.post
    assert join(joined.post, feed).post == joined.post


def test_a_real_comment_replaces_its_placeholder() -> None:
    joined = join(
        post("a", comment("c1", placeholder=True), comment("c2", "c1", "b")), post("a", comment("c1", None, "a"))
    )
    assert joined.post.comments == (comment("c1", None, "a"), comment("c2", "c1", "b"))


def test_a_stated_parent_wins() -> None:
    inferred = comment("c2", "c1", "b", certainty=Certainty.INFERRED)
    stated = comment("c2", None, "b")
    for first, second in ((inferred, stated), (stated, inferred)):
        joined = join(post("a", comment("c1"), first), post("a", comment("c1"), second))
        assert joined.post.comments == (comment("c1"), stated)


def test_a_text_that_any_source_holds_is_not_removed() -> None:
    removed = comment("c1", None, "This comment has been removed by the author, whoever that was.", removed=True)
    for first, second in ((removed, comment("c1", None, "Yes.")), (comment("c1", None, "Yes."), removed)):
        assert join(post("a", first), post("a", second)).post.comments == (comment("c1", None, "Yes."),)


def test_what_its_own_source_says_anew_counts() -> None:
    held = post("a", comment("c1", None, "A long text with a slip."), title="A long title")
    new = post("a", comment("c1", None, "A text."), title="A title")
    assert join(held, new, {"a", "c1", *(one.id for one in held.sections)}).post == new
    assert join(held, new).post.comments == held.comments


def test_comments_of_one_source_alone_stand_in_time() -> None:
    first = post("a", *(comment(f"c{n}", published=zoned(n)) for n in (1, 4, 5)))
    second = post("a", *(comment(f"c{n}", published=zoned(n)) for n in (2, 4)))
    for pair in ((first, second), (second, first)):
        assert [one.id for one in join(*pair).post.comments] == ["c1", "c2", "c4", "c5"]


def test_without_times_they_stand_by_their_neighbours() -> None:
    first = post("a", *map(comment, ("c1", "c4", "c5")))
    second = post("a", *map(comment, ("c1", "c2", "c4")))
    assert [one.id for one in join(first, second).post.comments] == ["c1", "c2", "c4", "c5"]


def test_sections_that_the_richer_body_lacks_are_kept() -> None:
    more = "A second part that only the text dump has, for whatever reason, and that nobody wants to lose."
    dump = post("0123456789abcdef", body=LONG)
    dump = replace(dump, sections=(*dump.sections, Section("1123456789abcdef", None, Prose(more))))
    page = post(
        ADDRESS, body=f"{LONG} And so they are, all of them, and the twelfth one too, wherever it may be now; long."
    )
    joined = join(page, dump)
    assert [one.body.text for one in joined.post.sections] == [page.sections[0].body.text, more]
    assert joined.same == {dump.sections[0].id: page.sections[0].id}


TWO = (comment("c1", None, "One says this."), comment("c2", None, "And one says “that”."), comment("c3", None, "More."))


@pytest.mark.parametrize(
    ("dump", "expected"),
    [
        (
            post("0" * 16, comment("1" * 16, None, 'And one says "that".'), comment("2" * 16, None, "One says this.")),
            True,
        ),
        (post("0" * 16, comment("1" * 16, None, "One says this.")), True),
        (post("0" * 16, *(comment(str(n) * 16, None, f"Other {n}") for n in (1, 2)), body="x"), False),
        (post("0" * 16, comment("1" * 16, None, "One says this."), title="Elsewhere", body="Nothing"), False),
        (post("0" * 16, title=None), True),
        (post("0" * 16, title="The River Blog: Otters"), True),
        (post("0" * 16, title="Elsewhere"), False),
        (post("0" * 16, body="Nothing alike"), False),
        (post("0" * 16, published=Timestamp("2020-06-01", "1 June")), False),
        (post("0" * 16, published=Timestamp("2020-05-02", "2 May")), True),
    ],
)
def test_whether_a_dump_is_of_a_post(dump: Post, expected: bool) -> None:
    page = post(ADDRESS, *TWO, published=zoned(1))
    assert is_same_post(page, dump) is expected
    assert is_same_post(dump, page) is expected


def test_two_people_may_say_the_same() -> None:
    first, second = post("a", comment("c1", None, "Thanks")), post("a", comment("c2", None, "Thanks"))
    assert len(join(first, second).post.comments) == 2


def test_another_name_is_another_comment() -> None:
    first = post("a", comment("c1", None, "Thanks", author=Author("Ann")))
    second = post("a", comment("1" * 16, None, "Thanks", author=Author("Bob")))
    assert len(join(first, second).post.comments) == 2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2020-05-01T10:00", "2020-05-01T10:00:30", False),
        ("2020-05-01T10:00", "2020-05-01T10:02", True),
        ("2020-05-01T23:00", "2020-05-02T06:00:00+00:00", False),
        ("2020-05-01T10:00+02:00", "2020-05-01T08:00Z", False),
        ("2020-05-01", "2020-05-02", True),
        ("T10:00", "2020-05-02", False),
    ],
)
def test_times_that_cannot_be_one(one: str, other: str, expected: bool) -> None:
    assert contradict(Timestamp(one, one), Timestamp(other, other)) is expected


def test_a_hundred_thousand_equal_comments_take_no_time() -> None:
    held = [comment(f"{n:016x}", None, "x", author=Author("Ann")) for n in range(100_000)]
    new = [comment(f"c{n}", None, "x", author=Author("Bob")) for n in range(100_000)]
    assert len(join(post("a", *held), post("a", *new)).post.comments) == 200_000


def test_words_that_two_sources_give_under_two_ids_are_the_richer_ones_at_once() -> None:
    plain = post("0" * 16, body=LONG)
    marked = Prose(LONG, (Span(4, 9, SpanKind.LINK, "https://example.org"),))
    rich = replace(plain, sections=(Section("f" * 16, None, marked),))
    more = Section(
        "e" * 16, None, Prose("A part that only one of them has, so that its body is the richer one of both.")
    )
    held = replace(plain, sections=(*plain.sections, more))
    joined = join(held, rich)
    assert joined.post.sections == (Section(plain.sections[0].id, None, marked), more)
    assert join(joined.post, rich, known=joined.same).post == joined.post


def test_many_thanks_show_no_more_than_one() -> None:
    page = post(ADDRESS, *(comment(f"c{n}", None, "Thanks!") for n in range(10)), body="Otters. " * 20)
    dump = post("0" * 16, *(comment(f"{n:016x}", None, "Thanks!") for n in range(10)), body="More otters. " * 20)
    assert not is_same_post(page, dump)
    assert not is_same_post(dump, page)


def test_many_thanks_show_nothing_where_bodies_differ() -> None:
    """Blogs have posts of one title on one day, and readers who say the same."""
    date = Timestamp("2020-05-01", "1 May")
    thanks = [comment(f"{n:016x}", None, "Thanks!") for n in range(3)]
    page = post(ADDRESS, *(comment(f"c{n}", None, "Thanks!") for n in range(3)), body="Otters. " * 20, published=date)
    other = post("0" * 16, *thanks, body="Badgers have been seen. " * 20, published=date)
    assert not is_same_post(page, other)
    assert not is_same_post(other, page)
    assert is_same_post(page, replace(other, sections=page.sections))
    assert is_same_post(page, replace(other, sections=()))
