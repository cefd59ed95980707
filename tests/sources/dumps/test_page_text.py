"""Lines with markers of their own: what a browser copies, BeautifulSoup, html-text."""

import pytest

from probreader.domain.post import Certainty

from .trees import codes, read_one, tree

HEAD = (
    "The Weir\n\nSunday, 19 May 2019\n\nWhy the weir leaks\n\nIt leaks at both ends.\n\nPosted by Oda Rush at 08:05\n\n"
)

TREE = [
    ("Anonymous", None, "2019-05-19T08:31", "It always has.\n\nEver since the mill."),
    ("Oda Rush", 0, "2019-05-19T09:02", "Since which mill?"),
    ("Lock 7", 0, "2019-05-19T09:10", "The second."),
    ("Lock 7", None, "2019-05-19T10:45", "Reply with a plan, or Delete yourself."),
]


def test_what_a_browser_copies() -> None:
    """Nobody but the owner is shown ``Delete``, so a reply has no word of its own; ``Reply`` ends their list."""
    text = HEAD + (
        "4 comments:\n\nAnonymous\n19 May 2019 at 08:31\nIt always has.\n\nEver since the mill.\n\nReply\n\nReplies\n\n"
        "Oda Rush\n19 May 2019 at 09:02\nSince which mill?\n\nLock 7\n19 May 2019 at 09:10\nThe second.\n\nReply\n\n"
        "Lock 7\n19 May 2019 at 10:45\nReply with a plan, or Delete yourself.\n\nReply\n\nAdd comment\nLoad more...\n"
        "Newer Post Older Post Home\nSubscribe to: Post Comments (Atom)\nAbout Me\nOda Rush\n"
    )
    reading, post = read_one(text)
    assert reading.shape == "page-text"
    assert tree(post) == TREE
    assert codes(reading) == []
    assert (post.title, post.declared_comments) == ("Why the weir leaks", 4)
    assert post.published is not None
    assert post.published.iso == "2019-05-19"
    assert post.author is not None
    assert post.author.name == "Oda Rush"
    assert [section.body.text for section in post.sections] == ["It leaks at both ends."]


@pytest.mark.parametrize("gap", ["\n", "\n\n\n\n", "\n \n\t\n"], ids=["none", "empty", "white"])
def test_each_text_node_on_a_line(gap: str) -> None:
    rows = (
        "4 comments:|Anonymous|19 May 2019 at 08:31|It always has.|Ever since the mill.|Reply|Delete|Replies|Oda Rush|"
        "19 May 2019 at 09:02|Since which mill?|Delete|Replies|Reply|Lock 7|19 May 2019 at 09:10|The second.|Delete|"
        "Replies|Reply|Reply|Lock 7|19 May 2019 at 10:45|Reply with a plan, or Delete yourself.|Reply|Delete|Replies|"
        "Reply|Add comment|Load more...|Post a Comment|Newer Post|Older Post|Home|Blog Archive|2019|(1)|May"
    )
    _, post = read_one(HEAD + rows.replace("|", gap))
    found = [(author, parent, time, text.replace("\n\n", "\n")) for author, parent, time, text in tree(post)]
    assert found == [(author, parent, time, text.replace("\n\n", "\n")) for author, parent, time, text in TREE]


def test_author_and_date_on_a_line() -> None:
    text = HEAD + (
        "4 comments:\n\nAnonymous 19 May 2019 at 08:31\n\nIt always has.\n\nEver since the mill.\n\nReply Delete\n"
        "Replies\n\nOda Rush 19 May 2019 at 09:02\n\nSince which mill?\n\nDelete\nReplies\n\nReply\n\n"
        "Lock 7 19 May 2019 at 09:10\n\nThe second.\n\nDelete\nReplies\n\nReply\n\nReply\n\n"
        "Lock 7 19 May 2019 at 10:45\n\nReply with a plan, or Delete yourself.\n\nReply Delete\nReplies\n\nReply\n\n"
        "Add comment\nLoad more...\n"
    )
    _, post = read_one(text)
    assert tree(post) == TREE


def test_one_word_for_reply_and_replies() -> None:
    """German says ``Antworten`` for both; after replies that were not listed it ends their list."""
    text = (
        "Samstag, 6. Juni 2015\n\nDer Zaun\n\nEr steht schief.\n\n4 Kommentare:\n\n"
        "Anonym\n6. Juni 2015 um 10:23\nSchon lange.\nAntworten\nLöschen\nAntworten\n"
        "Ida\n6. Juni 2015 um 10:30\nWie lange?\nLöschen\nAnonym\n6. Juni 2015 um 10:40\nSehr lange.\nLöschen\n"
        "Antworten\nKuno\n6. Juni 2015 um 11:00\nAntworten\n\nhilft nicht.\nAntworten\nLöschen\nKommentar hinzufügen\n"
    )
    _, post = read_one(text)
    assert tree(post) == [
        ("Anonym", None, "2015-06-06T10:23", "Schon lange."),
        ("Ida", 0, "2015-06-06T10:30", "Wie lange?"),
        ("Anonym", 0, "2015-06-06T10:40", "Sehr lange."),
        ("Kuno", None, "2015-06-06T11:00", "Antworten\n\nhilft nicht."),
    ]


def test_action_words_among_a_comments_words() -> None:
    text = HEAD + (
        "2 comments:\nAda\n19 May 2019 at 08:31\nTwo words:\nDelete\nit.\nBob\n19 May 2019 at 01:00\nis a quote.\n"
        "Delete\nReply\nDelete\nCy\n19 May 2019 at 08:40\nReply\nReply\nDelete\nAdd comment\n"
    )
    _, post = read_one(text)
    assert tree(post) == [
        ("Ada", None, "2019-05-19T08:31", "Two words:\nDelete\nit.\nBob\n19 May 2019 at 01:00\nis a quote.\nDelete"),
        ("Cy", None, "2019-05-19T08:40", "Reply"),
    ]


def test_pager_between_heading_and_comments() -> None:
    text = HEAD + (
        "345 comments:\n\n1 – 200 of 345 Newer› Newest»\n\nAda\n19 May 2019 at 08:31\nOne.\nReply\nDelete\n"
        "Bob\n19 May 2019 at 08:33\nTwo.\nReply\nDelete\n1 – 200 of 345 Newer› Newest»\nPost a Comment\n"
    )
    reading, post = read_one(text)
    assert tree(post) == [
        ("Ada", None, "2019-05-19T08:31", "One."),
        ("Bob", None, "2019-05-19T08:33", "Two."),
    ]
    assert codes(reading) == ["comments-missing"]


def test_wordpress_without_indentation_is_told_to_be_unsure() -> None:
    text = (
        "The Kiln | Ash\nAsh\nThe Kiln\nPosted on July 8, 2017 by Ros\nIt cracked.\n3 Responses to The Kiln\n"
        "Dov says:\nJuly 8, 2017 at 9:02 pm\nCold air.\nReply\nRos says:\nJuly 8, 2017 at 9:30 pm\nA crack only.\n"
        "Reply\nPingback: Tips | Glaze\nIm says:\nJuly 9, 2017 at 7:15 am\nNo.\nReply\nLeave a Reply\nComment\n"
    )
    reading, post = read_one(text)
    assert tree(post) == [
        ("Dov", None, "2017-07-08T21:02", "Cold air."),
        ("Ros", None, "2017-07-08T21:30", "A crack only."),
        ("Im", None, "2017-07-09T07:15", "No."),
    ]
    assert {comment.certainty for comment in post.comments} == {Certainty.INFERRED}
    assert "parents-inferred" in codes(reading)
    assert post.title == "The Kiln"


def test_wordpress_without_says() -> None:
    text = (
        "The Kiln | Ash\nThe Kiln\nIt cracked.\n2 Comments\n\nDov\n\nJuly 8, 2017 at 9:02 pm\n\nCold air.\n\nReply\n\n"
        "Ros on July 8, 2017 at 9:30 pm said:\n\nA crack only.\n\nReply\n\nLeave a Reply\n"
    )
    _, post = read_one(text)
    assert tree(post) == [
        ("Dov", None, "2017-07-08T21:02", "Cold air."),
        ("Ros", None, "2017-07-08T21:30", "A crack only."),
    ]
