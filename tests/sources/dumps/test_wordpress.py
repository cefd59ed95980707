"""WordPress pages as the converters of whole pages leave them."""

import pytest

from .trees import Line, codes, read_one, tree

HEAD = (
    "Skip to content\n\nRiver Notes\n\nMenu\n\nPosted on May 12, 2012 by Rowan Pike\n\nThe Landing\n\n"
    "The ferry is closed, and nobody at the county office can say when it will open again, since the planks are gone "
    "and the hut stands crooked.\n\nShare this:\n\n"
)
TREE: list[Line] = [
    ("Ada Finch", None, "2012-05-12T07:03", "I crossed there."),
    ("Tam", 0, "2012-05-12T13:16", "What years?"),
    ("B.", None, "2012-05-13T07:42", "No."),
]
INDENTED = (
    "3 thoughts on “The Landing”\n\n 1. Pingback: Reeds » Links for the week\n\n"
    " 2. Ada Finch{a}    I crossed there.\n{like}    Reply\n"
    "      1. Tam{b}         What years?\n{like}         Reply\n"
    " 3. B.{c}    No.\n{like}    Reply\n\nLeave a Reply\n"
)


def filled(said: str, indent: str = "    ", like: str = "") -> str:
    """The page with headers in the form of ``said``, in which ``@`` is the date and ``|`` a line's end."""
    dates = ("May 12, 2012 at 7:03 am", "May 12, 2012 at 1:16 pm", "May 13, 2012 at 7:42 am")
    a, b, c = (said.replace("@", date).replace("|", "\n") for date in dates)
    inner = b.replace("\n    ", "\n         ")
    return HEAD + INDENTED.format(a=a, b=inner, c=c, like=like)


@pytest.mark.parametrize("said", [" says:|    @|", " says|    @|", " on @ said:|", " Says:|    @|"])
def test_headers_and_depths(said: str) -> None:
    _, post = read_one(filled(said))
    assert tree(post) == TREE
    assert post.declared_comments == 3


@pytest.mark.parametrize("like", ["\n    LikeLiked by 1 person\n\n", "    Like\n    Liked by 2 people\n"])
def test_buttons_below_comments(like: str) -> None:
    _, post = read_one(filled(" says:|    @|", like=like))
    assert tree(post) == TREE


@pytest.mark.parametrize(
    "said",
    ["\nsays:\n@\n", "\nsays\n@\n", "\n on \n@\n \nsaid:\n", " says:\n@\n", " on @ said:\n", "\n on \n@\nsaid:\n"],
)
def test_pages_that_lost_their_lists(said: str) -> None:
    dates = ("May 12, 2012 at 7:03 am", "May 12, 2012 at 1:16 pm")
    headers = [said.replace("@", date) for date in dates]
    text = (
        f"{HEAD}2 Responses to “The Landing”\nPingback:\nReeds » Links for the week\nAda{headers[0]}One.\n\n\n"
        f"Like\n\nLiked by\n1\nperson\n\nReply\n↓\nTam{headers[1]}Two.\n\nReply\n↓\nLeave a Reply\n"
    )
    reading, post = read_one(text)
    assert tree(post) == [("Ada", None, "2012-05-12T07:03", "One."), ("Tam", None, "2012-05-12T13:16", "Two.")]
    assert "parents-inferred" in codes(reading)


def test_words_of_blogger_inside_a_comment() -> None:
    text = filled(" says:|    @|").replace("What years?", "Delete\n\n         Replies\n\n         are what I want.")
    _, post = read_one(text)
    assert [parent for _, parent, *_ in tree(post)] == [None, 0, None]


def test_a_name_that_looks_like_an_item_of_a_list() -> None:
    comments = "".join(
        f"{name}\n12 May 2012 at 0{hour}:03\nWords.\nReply\nDelete\n" for hour, name in enumerate("ABCD")
    )
    text = f"The Landing\n\nThe ferry is closed.\n\n6 comments:\n{comments}"
    text += "1. FC Heron\n12 May 2012 at 06:03\nOne.\nReply\nDelete\n"
    text += "Replies\nTam\n12 May 2012 at 07:03\nTwo.\nDelete\nReplies\nReply\nReply\nAdd comment\n"
    _, post = read_one(text)
    assert [parent for _, parent, *_ in tree(post)] == [None, None, None, None, None, 4]


def answers(*times: str) -> list[int | None]:
    """The parents of comments that were written at ``times`` and whose lists are lost."""
    comments = "".join(f"Ada says:\nMay 12, 2012 at {time} am\nWords.\n\nReply\n" for time in times)
    reading, post = read_one(f"{HEAD}9 Responses to “The Landing”\n\n{comments}\nLeave a Reply\n")
    assert "parents-inferred" in codes(reading)
    return [parent for _, parent, *_ in tree(post)]


def test_a_comment_older_than_the_one_above_proves_that_one_an_answer() -> None:
    assert answers("1:00", "2:00", "5:00", "6:00", "3:00", "4:00", "9:00") == [None, None, 1, 1, None, None, None]


def test_times_that_prove_nothing() -> None:
    assert answers("1:00", "2:00", "5:00") == [None, None, None]
    assert answers("9:00", "8:00", "7:00", "6:00") == [None] * 4
