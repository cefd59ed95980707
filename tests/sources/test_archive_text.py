from pathlib import Path

import pytest

from probreader.domain.post import Post
from probreader.sources import Reading, read

CORPUS = Path(__file__).parent / "corpus"


def reading_of(text: str) -> Reading:
    reading = read(text.encode())
    assert reading.shape == "archive-text"
    return reading


def bodies(post: Post) -> list[str]:
    return [section.body.text for section in post.sections]


def test_a_month() -> None:
    reading = read((CORPUS / "archive-month.txt").read_bytes())
    letter, no_day, untitled, last = reading.posts
    assert [post.title for post in reading.posts] == [
        "A Letter",
        "No Such Day",
        "This post has no title, so it goes straight from the date to its first sentence.",
        "The Last Line",
    ]
    assert [post.title_inferred for post in reading.posts] == [False, False, True, False]
    assert [post.published and post.published.iso for post in reading.posts] == [
        "2020-06-30",
        None,
        "2020-06-01",
        "2020-05-31",
    ]
    assert len(bodies(letter)) == 2
    assert "Tuesday, 30 June 2020\nthis date" in bodies(letter)[0]
    assert bodies(no_day) == ["June has thirty days."]
    assert len(bodies(untitled)) == 1
    assert bodies(last) == []
    assert all(post.labels == () for post in reading.posts)
    assert [(problem.code, problem.line) for problem in reading.problems] == [("impossible-date", 19)]


def test_a_page_of_one_label() -> None:
    (post,) = read((CORPUS / "archive-american.txt").read_bytes()).posts
    assert post.labels == ("Courts & Sentencing",)
    assert post.published is not None
    assert post.published.iso == "2020-05-07"


def test_labels_are_named_once_each() -> None:
    lines = "".join(f"Showing posts with label {label}. Show all posts\n" for label in ("A", "B.C", "A"))
    (post,) = reading_of(f"{lines}\nMonday, 1 June 2020\n\nTitle\n\nText.\n").posts
    assert post.labels == ("A", "B.C")


@pytest.mark.parametrize(
    "line",
    [
        "PSO - Crown Court - 23 February 2021",
        "23 February 2021",
        "February 23, 2021",
        "Tuesday, February 23, 2021",
        "On Tuesday, 23 February 2021",
        "Tuesday, 23 February 2021 at 10:45",
        "Criss Cross",
    ],
)
def test_lines_inside_a_text_open_no_post(line: str) -> None:
    (post,) = reading_of(f"Monday, 1 March 2021\n\nTitle\n\nBefore.\n\n{line}\n\nAfter.\n").posts
    assert bodies(post) == [f"Before.\n\n{line}\n\nAfter."]


def test_a_header_has_its_line_to_itself() -> None:
    (post,) = reading_of("Monday, 1 March 2021\n\nTitle\n\nBefore.\nSunday, 28 February 2021\n\nAfter.\n").posts
    assert bodies(post) == ["Before.\nSunday, 28 February 2021\n\nAfter."]


def test_a_post_of_a_single_day_may_hold_lines_like_the_markers() -> None:
    (post,) = reading_of("Monday, 1 March 2021\n\nTitle\n\nReplyDelete is glued.\n\nReplyDelete\n\nReplies\n").posts
    assert bodies(post) == ["ReplyDelete is glued.\n\nReplyDelete\n\nReplies"]


def test_a_post_read_twice_in_one_file_has_two_ids() -> None:
    text = "Monday, 1 March 2021\n\nTitle\n\nText.\n\n"
    first, second = reading_of(text * 2).posts
    assert first.id != second.id
    assert reading_of(text).posts[0].id == first.id


def test_a_post_keeps_its_id_when_its_text_changes() -> None:
    posts = [reading_of(f"Monday, 1 March 2021\n\nTitle\n\n{text}\n").posts[0] for text in ("One.", "Two.")]
    assert posts[0].id == posts[1].id
    assert posts[0].sections[0].id != posts[1].sections[0].id


def test_untitled_posts_of_one_day_are_told_apart_by_their_text() -> None:
    posts = [reading_of(f"Monday, 1 March 2021\n\n{text}\n").posts[0] for text in ("It was one.", "It was two.")]
    assert posts[0].id != posts[1].id


def test_equal_sections_of_two_posts_have_ids_of_their_own() -> None:
    first, second = reading_of("Monday, 1 March 2021\n\nA\n\nText.\n\nSunday, 28 February 2021\n\nB\n\nText.\n").posts
    assert first.sections[0].body == second.sections[0].body
    assert first.sections[0].id != second.sections[0].id


FOOTED = """\
The Orchard

Showing posts with label apples. Show all posts

Saturday, 31 October 2020

First

One.
Posted by Edith at 09:00 14 comments:
Email This
Labels: pears, apples
Without a title, this one begins at once.
Posted by Edith at 07:30 No comments:

Wednesday, 28 October 2020

Third

Three.
Posted by Edith at 18:45 1 comment:

Older Post Home
Subscribe to: Post Comments (Atom)

About Me

Edith
"""


def test_posts_of_one_day_are_told_apart_by_their_footers() -> None:
    reading = reading_of(FOOTED)
    assert [(problem.code, problem.line) for problem in reading.problems] == [("page-text", 1), ("page-text", 26)]
    assert [bodies(post) for post in reading.posts] == [
        ["One."],
        ["Without a title, this one begins at once."],
        ["Three."],
    ]
    assert [post.title if not post.title_inferred else None for post in reading.posts] == ["First", None, "Third"]
    assert [post.declared_comments for post in reading.posts] == [14, 0, 1]
    assert [post.published and post.published.iso for post in reading.posts] == [
        "2020-10-31T09:00",
        "2020-10-31T07:30",
        "2020-10-28T18:45",
    ]
    assert reading.posts[0].labels == ("pears", "apples")
    assert reading.posts[2].labels == ("apples",)
    assert all(post.author and post.author.name == "Edith" for post in reading.posts)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Posts mit dem Label Wasser werden angezeigt. Alle Posts anzeigen", "Samstag, 6. Juni 2015"),
        ("Affichage des articles dont le libellé est Wasser. Afficher tous les articles", "lundi 22 août 2011"),
        ("Mostrando entradas con la etiqueta Wasser. Mostrar todas las entradas", "sábado, 24 de julio de 2010"),
    ],
)
def test_labels_and_dates_of_other_languages(line: str, date: str) -> None:
    (post,) = reading_of(f"{line}\n\n{date}\n\nTitle\n\nText.\n").posts
    assert (post.labels, post.title) == (("Wasser",), "Title")
    assert post.published is not None


def test_a_count_below_a_post_is_no_text() -> None:
    first, second = reading_of(
        "Monday, 2 March 2021\n\nA\n\nText.\n\n12 comments:\n\nMonday, 1 March 2021\n\nB\n\nMore.\n"
    ).posts
    assert (bodies(first), first.declared_comments) == (["Text."], 12)
    assert (bodies(second), second.declared_comments) == (["More."], None)
