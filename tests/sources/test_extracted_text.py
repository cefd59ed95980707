import pytest

from probreader.domain.post import Certainty, Post
from probreader.sources import read


def post_of(text: str) -> Post:
    reading = read(text.encode())
    assert (reading.shape, reading.problems) == ("extracted-text", ())
    (post,) = reading.posts
    return post


def lines(text: str) -> str:
    """``text`` without empty lines: how paragraphs are parted is a matter of its own."""
    return "\n".join(line for line in text.split("\n") if line)


def texts(post: Post) -> list[str]:
    return [lines(comment.body.text) for comment in post.comments]


def test_every_line_is_a_paragraph_but_the_items_of_a_list() -> None:
    post = post_of("Body.\nMore.\n- one\n- two\nEnd.\nFirst.\nReplyDeleteSecond.\n1. one\n2. two")
    assert post.sections[0].body.text == "Body.\n\nMore.\n\n- one\n- two\n\nEnd."
    assert [comment.body.text for comment in post.comments] == ["First.\n\nSecond.\n\n1. one\n2. two"]


def test_the_last_line_before_a_marker_is_the_next_comments_first_paragraph() -> None:
    post = post_of("Body.\nMore body.\nOne a.\nReplyDeleteOne b.\nOne c.\nTwo a.\nDeleteThree a.\nReplyDeleteThree b.")
    assert lines(post.sections[0].body.text) == "Body.\nMore body."
    assert texts(post) == ["One a.\nOne b.\nOne c.", "Two a.", "Three a.\nThree b."]
    assert [comment.parent for comment in post.comments] == [None, post.comments[0].id, None]
    assert post.comments[1].certainty is Certainty.INFERRED


def test_a_last_comment_of_one_paragraph_leaves_its_marker_alone() -> None:
    assert texts(post_of("Body.\nOne.\nReplyDeleteTwo.\nReplyDelete")) == ["One.", "Two."]


@pytest.mark.parametrize(
    "line",
    [
        "Deleted files",
        "Delete the files",
        "Deletes",
        "Delete, then",
        "Delete: no",
        "Delete.",
        "Delete. Then go",
        "Delete!",
    ],
)
def test_words_that_begin_like_a_marker(line: str) -> None:
    assert texts(post_of(f"Body.\nOne.\nReplyDeleteMore.\n{line}\nTwo.\nDelete")) == [f"One.\nMore.\n{line}", "Two."]


@pytest.mark.parametrize(
    "glued", ["from link:", "- a point", "... and so", '"quoted"', "did you", "7 of them", "ßtraße", "(x)"]
)
def test_paragraphs_glued_to_a_marker(glued: str) -> None:
    assert texts(post_of(f"Body.\nOne.\nReplyDeleteMore.\nTwo.\nDelete{glued}\nmore")) == [
        "One.\nMore.",
        f"Two.\n{glued}\nmore",
    ]


def test_a_reply_above_the_first_comment_answers_one_that_is_missing() -> None:
    reading = read(b"Body.\nA reply.\nDeleteIts end.\nOne.\nReplyDeleteMore.")
    (post,) = reading.posts
    absent, reply, one = post.comments
    assert lines(post.sections[0].body.text) == "Body."
    assert (absent.placeholder, absent.body.text, absent.parent) == (True, "", None)
    assert (lines(reply.body.text), reply.parent, reply.certainty) == (
        "A reply.\nIts end.",
        absent.id,
        Certainty.INFERRED,
    )
    assert (lines(one.body.text), one.parent) == ("One.\nMore.", None)
    assert [(problem.code, problem.line) for problem in reading.problems] == [("parent-missing", 3)]


def test_a_marker_word_alone_in_the_body_is_text() -> None:
    post = post_of("Body.\nDelete\nEnd of it.\nOne.\nReplyDeleteMore.")
    assert lines(post.sections[0].body.text) == "Body.\nDelete\nEnd of it."
    assert texts(post) == ["One.\nMore."]


@pytest.mark.parametrize(
    ("top", "reply"),
    [
        ("RépondreSupprimer", "Supprimer"),
        ("RépondreEffacer", "Effacer"),
        ("AntwortenLöschen", "Löschen"),
        ("ResponderEliminar", "Eliminar"),
        ("ResponderExcluir", "Excluir"),
        ("RispondiElimina", "Elimina"),
        ("BeantwoordenVerwijderen", "Verwijderen"),
        ("OdpowiedzUsuń", "Usuń"),
        ("ОтветитьУдалить", "Удалить"),
        ("ΑπάντησηΔιαγραφή", "Διαγραφή"),
        ("YanıtlaSil", "Sil"),
        ("답글삭제", "삭제"),
        ("返信削除", "削除"),
        ("回复删除", "删除"),
        ("回覆刪除", "刪除"),
        ("SvaraRadera", "Radera"),
        ("OdpovědětVymazat", "Vymazat"),
        ("VálaszTörlés", "Törlés"),
        ("BalasHapus", "Hapus"),
    ],
)
@pytest.mark.parametrize("space", ["", "\n"], ids=["glued", "own-lines"])
def test_markers_of_other_languages(top: str, reply: str, space: str) -> None:
    post = post_of(f"Body.\nOne.\n{top}{space}More.\nTwo.\n{reply}{space}Further.\nThree.\n{top}")
    assert lines(post.sections[0].body.text) == "Body."
    assert texts(post) == ["One.\nMore.", "Two.\nFurther.", "Three."]
    assert [comment.parent for comment in post.comments] == [None, post.comments[0].id, None]


def test_a_word_that_begins_like_a_short_marker() -> None:
    assert texts(post_of("Body.\nOne.\nYanıtlaSilMore.\nSilah yok.\nTwo.\nSilEnd.")) == [
        "One.\nMore.\nSilah yok.",
        "Two.\nEnd.",
    ]


def test_markers_on_lines_of_their_own_leave_lines_that_begin_like_them() -> None:
    assert texts(post_of("Body.\nOne.\nReplyDelete\nMore.\nDeleteKey is worn.\nTwo.\nDelete\nEnd.")) == [
        "One.\nMore.\nDeleteKey is worn.",
        "Two.\nEnd.",
    ]


def test_where_markers_stand_alone_one_in_the_body_is_told() -> None:
    reading = read(b"Body.\nDelete\nEnd of it.\nOne.\nReplyDelete\nMore.")
    assert lines(reading.posts[0].sections[0].body.text) == "Body.\nDelete\nEnd of it."
    assert [(problem.code, problem.line) for problem in reading.problems] == [("marker-in-body", 2)]


def test_what_belongs_to_the_page_is_not_the_body() -> None:
    reading = read(b"Body.\nSubscribe to:\nPost Comments (Atom)\n3 comments:\nOne.\nReplyDeleteTwo.\nReplyDelete")
    (post,) = reading.posts
    assert [section.body.text for section in post.sections] == ["Body."]
    assert post.declared_comments == 3
    assert [problem.code for problem in reading.problems] == ["comments-missing"]


def test_the_inferred_title_is_not_taken_out_of_the_body() -> None:
    post = post_of("This is the first sentence. This is the next.\nOne.\nReplyDelete")
    assert (post.title, post.title_inferred) == ("This is the first sentence.", True)
    assert post.sections[0].body.text.startswith("This is the first sentence.")
    assert post.published is None


def test_a_text_that_begins_with_a_comment_has_no_body() -> None:
    post = post_of("One.\nReplyDeleteMore.")
    assert (post.title, post.title_inferred, post.sections) == (None, False, ())
    assert texts(post) == ["One.\nMore."]
