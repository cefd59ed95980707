"""Reading a source again tells what is new, changed and gone since, and forgets nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from probreader.domain.counting import Counts
from probreader.domain.post import Problem, Source
from probreader.domain.prose import Prose, Span, SpanKind
from probreader.errors import NotFoundError
from probreader.library import Changes, Library

from .builders import add, comment, dump, post, section, source

FIRST = post("p", section("s", "The body."), comment("a", text="otters"), comment("b", text="badgers"), title="Title")
LATER = post(
    "p", section("s", "The body."), comment("a", text="OTTERS and voles"), comment("c", "a", "new"), title="Title"
)
READ = replace(source(), reader="1")


def test_what_came_with_a_post_is_not_new(library: Library) -> None:
    added = add(library, FIRST)
    assert library.history("p").new == frozenset()
    assert library.summary("p").new == 0
    assert [line.comments for line in added.ledger] == [Changes(new=2)]
    assert [line.body for line in added.ledger] == [Changes(new=1)]


def test_what_a_later_reading_brings_changes_and_withdraws_is_told(library: Library) -> None:
    add(library, FIRST)
    library.set_read("p", ["a", "b"])
    library.bookmark("p", "b", "a note", ["tag"])
    (line,) = add(library, LATER).ledger
    assert line.comments == Changes(new=1, changed=1, removed=1)
    assert line.body == Changes()
    history = library.history("p")
    assert (set(history.new), set(history.changed), set(history.gone)) == ({"c"}, {"a"}, {"b"})
    assert library.summary("p").new == 1
    (earlier,) = library.earlier_texts("p", "a")
    assert (earlier.heading, earlier.body, earlier.replaced) == (None, Prose("otters"), history.changed["a"])
    assert [(one.id, one.removed, one.body.text) for one in library.post("p").comments] == [
        ("a", False, "OTTERS and voles"),
        ("c", False, "new"),
        ("b", True, "badgers"),
    ]
    assert library.read_entries("p") == {"a", "b"}
    assert [(mark.entry_id, mark.note, mark.tags) for mark in library.bookmarks()] == [("b", "a note", ("tag",))]


def test_a_thread_opens_with_what_happened_to_its_entries(library: Library) -> None:
    add(library, FIRST)
    frame = library.thread("p")
    assert (frame.new, frame.changed, frame.gone) == ((), (), ())
    add(library, replace(LATER, sections=(*LATER.sections, section("t", "More of it."))))
    frame = library.thread("p")
    assert frame.outline.ids == ("s", "t", "a", "c", "b")
    assert (frame.new, frame.changed, frame.gone) == ((1, 3), (2,), (4,))
    library.visit("p")
    frame = library.thread("p")
    assert (frame.new, frame.changed, frame.gone) == ((), (2,), (4,))


def test_every_earlier_text_is_kept_in_order_with_its_marks(library: Library) -> None:
    link = Span(0, 3, SpanKind.LINK, "https://x.example")
    for text in ("one", "two", "three", "one"):
        add(library, post("p", replace(comment("a"), body=Prose(text, (link,)))))
    assert [each.body for each in library.earlier_texts("p", "a")] == [
        Prose(text, (link,)) for text in ("one", "two", "three")
    ]


def test_another_way_to_set_the_same_words_is_no_change(library: Library) -> None:
    add(library, post("p", comment("a", text="one two “three”")))
    (line,) = add(library, post("p", comment("a", text='one\ntwo "three"'))).ledger
    assert line.comments == Changes()
    assert library.earlier_texts("p", "a") == []


def test_an_earlier_title_is_kept(library: Library) -> None:
    add(library, FIRST)
    add(library, replace(FIRST, title="A better title"))
    assert [each.heading for each in library.earlier_texts("p", "p")] == ["Title"]


def test_nothing_is_new_after_a_visit_until_more_arrives(library: Library) -> None:
    add(library, FIRST)
    add(library, LATER)
    library.visit("p")
    assert (library.history("p").new, library.summary("p").new) == (frozenset(), 0)
    more = replace(LATER, comments=(*LATER.comments, comment("d")))
    add(library, more)
    assert library.history("p").new == {"d"}
    assert library.summary("p").new == 1


def test_a_visit_of_nothing_new_writes_nothing(library: Library, path: Path) -> None:
    add(library, FIRST)
    library.visit("p")
    before = dump(path)
    library.visit("p")
    assert dump(path) == before


def test_what_comes_in_one_import_is_not_new(library: Library) -> None:
    number = library.next_import()
    for location, each in (("/a", FIRST), ("/b", LATER)):
        given = replace(source(location), reader="1")
        library.add_while_read(location, [each], lambda given=given: (given, ()), number)  # type: ignore[misc]
    assert library.history("p").new == frozenset()
    add(library, replace(LATER, comments=(*LATER.comments, comment("d"))), at=source("/c"))
    assert library.history("p").new == {"d"}


def test_a_comment_in_place_of_its_placeholder_is_new(library: Library) -> None:
    add(library, post("p", comment("a", placeholder=True), comment("b", "a")))
    (line,) = add(library, post("p", comment("a", text="here"), comment("b", "a"))).ledger
    assert line.comments == Changes(new=1)
    assert library.history("p").new == {"a"}


def test_what_a_comment_said_before_it_was_removed_stays_readable(library: Library) -> None:
    add(library, FIRST)
    gone = comment("a", text="This comment has been removed by the author.", removed=True)
    (line,) = add(library, post("p", FIRST.sections[0], gone, FIRST.comments[1], title="Title")).ledger
    assert line.comments == Changes(removed=1)
    found = library.post("p").comments[0]
    assert (found.removed, found.body.text) == (True, "otters")


def test_a_section_that_is_gone_says_so(library: Library) -> None:
    add(library, post("p", section("s1", "one"), section("s2", "two")))
    (line,) = add(library, post("p", section("s1", "one"), section("s3", "three"))).ledger
    assert line.body == Changes(new=1, removed=1)
    assert [(part.id, part.removed) for part in library.post("p").sections] == [
        ("s1", False),
        ("s2", True),
        ("s3", False),
    ]
    add(library, post("p", section("s1", "one"), section("s2", "two"), section("s3", "three")))
    assert not any(part.removed for part in library.post("p").sections)


def test_the_ledger_is_kept(library: Library) -> None:
    problem = Problem("comments-missing", "One is missing.", 3)
    given = replace(
        LATER, declared_comments=4, comments=(*LATER.comments, comment("x", placeholder=True), comment("y", "x"))
    )
    add(library, FIRST)
    add(library, given, problems=[problem])
    (ledger,) = library.ledger("p")
    (line,) = ledger.posts
    assert (ledger.location, ledger.shape, ledger.problems) == ("/blog/a.txt", "blogger-text", (problem,))
    assert line.counts == Counts(declared=4, found=3, replies=2, orphans=1, inferred=0, sections=1)
    assert line.comments == Changes(new=2, changed=1, removed=0)
    assert add(library, given, problems=[problem]).unchanged
    assert library.ledger("p") == [ledger]


def test_a_ledger_tells_of_every_source(library: Library) -> None:
    add(library, FIRST, post("q"))
    add(library, FIRST, at=source("/b"))
    first, second = library.ledger("p")
    assert [line.post_id for line in first.posts] == ["p"]
    assert (first.posts[0].others, second.posts[0].others) == (("/b",), ("/blog/a.txt",))
    with pytest.raises(NotFoundError):
        library.ledger("nothing")


def test_an_unchanged_source_need_not_be_read(library: Library) -> None:
    library.add(READ, [FIRST], [])
    known = library.unchanged(READ.location, "1", lambda: (READ.digest, READ.size))
    assert known is not None
    assert [(line.post_id, line.comments) for line in known.posts] == [("p", Changes())]
    for other in (("/other", "1", READ.digest), (READ.location, "2", READ.digest), (READ.location, "1", "d2")):
        assert library.unchanged(other[0], other[1], lambda digest=other[2]: (digest, READ.size)) is None  # type: ignore[misc]
    assert library.add(READ, [], []).unchanged
    assert library.post("p") == FIRST


def test_a_source_of_no_known_reader_is_read_each_time(library: Library) -> None:
    add(library, FIRST)
    assert library.unchanged("/blog/a.txt", "", lambda: ("d1", 10)) is None


def test_a_source_is_read_again_when_another_says_something_else(library: Library) -> None:
    """Else what only the other one said would stay for good."""
    longer = replace(FIRST, comments=(comment("a", text="otters and much more"), FIRST.comments[1]))
    one, two = READ, Source("/b", "blogger-html", "d9", 10, "1")
    library.add(one, [FIRST], [])
    library.add(two, [longer], [])
    assert library.add(one, [FIRST], []).unchanged
    assert library.unchanged(one.location, "1", lambda: (one.digest, one.size)) is not None
    library.add(replace(two, digest="d10"), [replace(longer, comments=())], [])
    assert library.unchanged(one.location, "1", lambda: (one.digest, one.size)) is None
    assert not library.add(one, [FIRST], []).unchanged
    assert library.post("p").comments == FIRST.comments
    assert library.unchanged(one.location, "1", lambda: (one.digest, one.size)) is not None


def test_a_post_that_a_source_no_longer_holds_is_not_among_what_it_gives(library: Library) -> None:
    library.add(READ, [FIRST, post("q")], [])
    library.add(replace(READ, digest="d2"), [FIRST], [])
    assert library.add(replace(READ, digest="d2"), [], []).post_ids == ("p",)
    assert library.post("q") == post("q")


PARAGRAPH = "The river authority has counted the otters of the lower valley again, and they are eleven."


def test_an_edited_section_is_the_same_section_with_another_text(library: Library) -> None:
    second = section("2" * 16, "Another part of it, which nobody touches.")
    add(library, post("p", section("1" * 16, PARAGRAPH), second))
    library.set_read("p", ["1" * 16])
    library.bookmark("p", "1" * 16, "a note")
    edited = post(
        "p",
        section("3" * 16, PARAGRAPH.replace("eleven", "twelve") + " That is one more."),
        second,
    )
    (line,) = add(library, edited).ledger
    assert line.body == Changes(changed=1)
    assert [(part.id, part.removed) for part in library.post("p").sections] == [("1" * 16, False), ("2" * 16, False)]
    assert library.post("p").sections[0].body == edited.sections[0].body
    assert [each.body.text for each in library.earlier_texts("p", "1" * 16)] == [PARAGRAPH]
    assert library.earlier_texts("p", "3" * 16) == library.earlier_texts("p", "1" * 16)
    assert library.read_entries("p") == {"1" * 16}
    assert [mark.entry_id for mark in library.bookmarks()] == ["1" * 16]
    assert add(library, edited).unchanged


def test_an_edited_comment_without_an_id_is_the_same_comment(library: Library) -> None:
    reply = comment("2" * 16, "1" * 16, "A reply.")
    add(library, post("p", comment("1" * 16, None, PARAGRAPH, "Ann"), reply))
    edited = post("p", comment("3" * 16, None, f"{PARAGRAPH} Twelve!", "Ann"), replace(reply, parent="3" * 16))
    (line,) = add(library, edited).ledger
    assert line.comments == Changes(changed=1)
    assert [(one.id, one.parent) for one in library.post("p").comments] == [("1" * 16, None), ("2" * 16, "1" * 16)]
    assert [each.body.text for each in library.earlier_texts("p", "1" * 16)] == [PARAGRAPH]
    assert add(library, edited).unchanged


def test_what_somebody_else_says_is_no_edit(library: Library) -> None:
    add(library, post("p", comment("1" * 16, None, PARAGRAPH, "Ann")))
    add(library, post("p", comment("3" * 16, None, f"{PARAGRAPH} Twelve!", "Bob")))
    assert {one.id: one.removed for one in library.post("p").comments} == {"1" * 16: True, "3" * 16: False}


def test_what_another_source_still_shows_was_not_edited_away(library: Library) -> None:
    first, later = post("p", section("1" * 16, PARAGRAPH)), post("p", section("3" * 16, f"Now: {PARAGRAPH[:80]} many."))
    add(library, first)
    add(library, first, at=source("/b"))
    add(library, later)
    assert {part.id for part in library.post("p").sections} == {"1" * 16, "3" * 16}
    assert not any(part.removed for part in library.post("p").sections)
    add(library, later, at=source("/b"))
    assert [(part.id, part.removed) for part in library.post("p").sections if not part.removed] == [("3" * 16, False)]


def test_what_is_new_in_a_post_that_turns_out_to_be_another_stays_new(library: Library) -> None:
    body = section("1" * 16, PARAGRAPH)
    anonymous = post("0" * 16, body, comment("a", text="one"), title="Otters")
    add(library, anonymous)
    add(library, replace(anonymous, comments=(*anonymous.comments, comment("b", text="two"))))
    library.visit("0" * 16)
    add(
        library,
        replace(anonymous, comments=(*anonymous.comments, comment("b", text="two"), comment("c", text="three"))),
    )
    page = replace(anonymous, id="blog.example.org/otters", url="https://blog.example.org/otters")
    add(library, page, at=source("/page.html"))
    assert library.history(page.id).new == {"c"}
