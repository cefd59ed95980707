"""Flat pages: a line that says who spoke, the words, the date."""

from .trees import read_one, tree

HEAD = "Monday, June 06, 2005\n\nThe ferry\n\nIt is late.\n\nposted by Cor at 8:10 AM\n\n"
TREE = [
    ("Anonymous", None, "2005-06-06T09:46", "Mine never came."),
    ("Lena", None, "2005-06-06T10:02", "He said...\n\nand I wrote it down...\n\nnothing."),
]


def test_dates_below() -> None:
    text = HEAD + (
        "2 Comments:\n\nAnonymous said...\n\nMine never came.\n\nJune 06, 2005 9:46 AM\n\n"
        "Lena said...\n\nHe said...\n\nand I wrote it down...\n\nnothing.\n\nJune 06, 2005 10:02 AM\n\n"
        "Post a Comment\n\n<< Home\n\nLinks to this post:\n"
    )
    _, post = read_one(text)
    assert tree(post) == TREE


def test_dates_above() -> None:
    text = HEAD + (
        "2 Comments:\n\nAnonymous said...\nJune 06, 2005 9:46 AM\nMine never came.\n\n"
        "Lena said...\nJune 06, 2005 10:02 AM\nHe said...\n\nand I wrote it down...\n\nnothing.\n\nPost a Comment\n"
    )
    _, post = read_one(text)
    assert tree(post) == TREE


def test_time_before_the_name() -> None:
    text = HEAD + (
        "2 Comments:\n\nAt 9:46 AM, June 06, 2005, Anonymous said…\n\nMine never came.\n\n"
        "At 10:02 AM, Lena said…\n\nNothing.\n\nPost a Comment\n\n<< Home\n"
    )
    _, post = read_one(text)
    assert tree(post) == [TREE[0], ("Lena", None, "T10:02", "Nothing.")]


def test_times_alone_and_names_on_lines_of_their_own() -> None:
    text = HEAD + (
        "2\ncomments:\n\nAnonymous\nsaid...\nMine never came.\n9:46 AM\nDelete\n\nLena\nsaid...\nNothing.\n10:02 AM\n"
        "Post a Comment\n"
    )
    _, post = read_one(text)
    assert tree(post) == [
        ("Anonymous", None, "T09:46", "Mine never came."),
        ("Lena", None, "T10:02", "Nothing."),
    ]
    assert post.declared_comments == 2


def test_words_for_icons_before_the_names() -> None:
    text = HEAD + (
        "2 comments:\n\nAnonymous Anonymous said...\nMine never came.\nJune 6, 2005 at 9:46 AM [icon_delete13.gif]\n\n"
        "Blogger Lena said...\nNothing.\nJune 6, 2005 at 10:02 AM [icon_delete13.gif]\n\nPost a Comment\n"
    )
    _, post = read_one(text)
    assert tree(post) == [
        ("Anonymous", None, "2005-06-06T09:46", "Mine never came."),
        ("Lena", None, "2005-06-06T10:02", "Nothing."),
    ]


def test_date_glued_to_the_next_name() -> None:
    text = HEAD + (
        "3 comments:\n\nAnonymous said...\nMine never came.\nJune 6, 2005 at 9:46 AM Lena said...\nNothing.\n"
        "June 6, 2005 at 10:02 AM Cor said... This comment has been removed by the author. June 6, 2005 at 11:00 AM\n"
        "Post a Comment\n"
    )
    _, post = read_one(text)
    assert [(author, time) for author, _, time, _ in tree(post)] == [
        ("Anonymous", "2005-06-06T09:46"),
        ("Lena", "2005-06-06T10:02"),
        ("Cor", "2005-06-06T11:00"),
    ]


def test_without_dates() -> None:
    text = (
        HEAD
        + "Comments\n\nAnonymous said...\nMine never came.\nLena said...\nNothing.\n\nStill nothing.\nPost a Comment\n"
    )
    _, post = read_one(text)
    assert tree(post) == [
        ("Anonymous", None, None, "Mine never came."),
        ("Lena", None, None, "Nothing.\n\nStill nothing."),
    ]


def test_words_that_end_in_said_are_a_comments_own() -> None:
    text = HEAD + (
        "3 comments:\nAnonymous said...\nThe old skipper said...\nthat it sank.\nJune 6, 2005 at 9:46 AM\n"
        "Lena said...\nNo.\nJune 6, 2005 at 10:02 AM\nCor said...\nYes.\nJune 6, 2005 at 11:00 AM\nPost a Comment\n"
    )
    _, post = read_one(text)
    assert [(author, text) for author, _, _, text in tree(post)] == [
        ("Anonymous", "The old skipper said...\nthat it sank."),
        ("Lena", "No."),
        ("Cor", "Yes."),
    ]
