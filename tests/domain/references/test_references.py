"""Who answers whom inside the text: what a person finds in the annotated threads, and nothing else."""

import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.post import Author, Certainty, Comment, Post, Section, Timestamp
from probreader.domain.prose import Prose
from probreader.domain.references import ReferenceKind, answered, find_references

from .threads import Annotated, annotated

THREADS = annotated()


def found_in(post: Post) -> set[tuple[int, str, int]]:
    entries: tuple[Section | Comment, ...] = (*post.sections, *post.comments)
    return {
        (entry, entries[entry].body.text[each.start : each.end], each.target)
        for entry, references in find_references(post).items()
        for each in references
    }


@pytest.mark.parametrize("thread", THREADS, ids=lambda thread: thread.name)
def test_no_reference_is_found_that_a_person_does_not_see(thread: Annotated) -> None:
    assert found_in(thread.post) - thread.expected == set()


def test_most_references_are_found() -> None:
    expected = sum(len(thread.expected) for thread in THREADS)
    found = sum(len(found_in(thread.post) & thread.expected) for thread in THREADS)
    assert found >= 0.9 * expected


def comment(label: str, text: str, parent: str | None = None, name: str = "Anonymous", time: str = "") -> Comment:
    published = Timestamp(f"2019-05-19T{time}", f"19 May 2019 at {time}") if time else None
    return Comment(label, parent, Certainty.STATED, Author(name), published, None, Prose(text))


def post_of(*comments: Comment, body: str = "The post itself has little to say.") -> Post:
    return Post("p", None, None, False, None, None, None, (), None, (Section("s", None, Prose(body)),), comments)


def targets(post: Post) -> dict[int, list[int]]:
    return {entry: [each.target for each in found] for entry, found in find_references(post).items()}


def test_a_reply_that_names_its_author_means_the_comment_above_it() -> None:
    post = post_of(
        comment("a", "one", name="Ida"),
        comment("b", "two", name="Ida"),
        comment("b1", "Ida, no.", "b"),
        comment("c", "Ida, which of the two?"),
    )
    assert targets(post) == {3: [2]}


def test_what_was_written_later_is_never_meant() -> None:
    post = post_of(comment("a", "@12:57 before it was said", time="12:00"), comment("b", "said", time="12:57"))
    assert targets(post) == {}


def test_reading_order_is_not_the_order_of_writing() -> None:
    post = post_of(
        comment("a", "first", time="10:00"),
        comment("a1", "@10:30 a reply further up", "a", time="11:00"),
        comment("b", "second", time="10:30"),
    )
    assert targets(post) == {2: [3]}


def test_a_placeholder_is_never_meant() -> None:
    gone = Comment("a", None, Certainty.STATED, None, Timestamp("T12:57", "12:57"), None, Prose(""), placeholder=True)
    assert targets(post_of(gone, comment("b", "@12:57 hello", time="13:00"))) == {}


def test_an_address_is_no_quotation() -> None:
    address = "https://example.org/one/two/three/four/five/six/seven/eight/nine"
    post = post_of(comment("a", f"see {address}"), comment("b", f'"see" {address}'))
    assert targets(post) == {}


def test_words_that_everybody_repeats_are_nobodys() -> None:
    creed = "we will not be moved from this place until it is ours"
    post = post_of(*(comment(f"c{at}", f'"{creed}" {at}') for at in range(40)))
    assert targets(post) == {}


def test_what_a_comment_answers_is_the_first_comment_it_refers_to() -> None:
    post = post_of(
        comment("a", "I would not have thought that of anybody in this town.", time="10:00"),
        comment("b", '"Whoever reads this has nothing to do with it all." @10:00 indeed.', time="10:10"),
        body="Whoever reads this has nothing to do with it all.",
    )
    assert answered(find_references(post), 1) == {2: 1}


def test_a_deep_thread_of_one_author_is_read_in_a_moment() -> None:
    comments = [
        comment(str(at), "@Ida 10:10 yes", str(at - 1) if at else None, name="Ida" if at % 2 else "Per", time="10:10")
        for at in range(20_000)
    ]
    assert len(find_references(post_of(*comments))) > 0


@given(
    st.lists(
        st.tuples(
            st.text("@:. \n\"'ab1234567890" + string.punctuation, max_size=60), st.sampled_from(["10:10", "10:11", ""])
        ),
        max_size=12,
    )
)
def test_references_lead_back_in_time_and_stand_apart(written: list[tuple[str, str]]) -> None:
    texts = [f"{text} @{time}" if time else text for text, time in written]
    post = post_of(*(comment(str(at), text, time=written[at][1]) for at, text in enumerate(texts)))
    for entry, found in find_references(post).items():
        assert all(each.target < entry for each in found)
        assert all(left.end <= right.start for left, right in pairwise(found))
        assert all(each.kind in ReferenceKind and 0 <= each.start < each.end <= len(texts[entry - 1]) for each in found)
