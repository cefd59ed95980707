"""lynx, w3m and inscriptis: wrapped or not, indentation tells the depth."""

from probreader.domain.post import Author
from probreader.domain.prose import SpanKind

from .trees import codes, read_one, tree

LYNX = """   #[1]The Weir - Atom

[2]The Weir

Sunday, 19 May 2019

Why the weir leaks

   It leaks at both ends, and it has leaked at both ends for as long as
   anybody who fishes there can remember, which is not very long [9].
   Posted by [3]Oda Rush at [4]08:05

3 comments:

    1. Anonymous[5]19 May 2019 at 08:31
       It always has, and the reason is quite simple: nobody has ever laid
       a stone of it in forty years, they say [see the mill book].
       Ever since the mill.
       Reply[6]Delete
       Replies
         1. [7]Lock 4[8]19 May 2019 at 09:02
            See [9]the book. Page 7 has the whole of it, as far as it can
            be told by anybody, and so has page 8.
            [10]Delete
            Replies
                 Reply
            Reply
    2. [11]Lock 4[12]9 May 2020 at 10:45
       A list:
       1. One.
       2. Two.
       Reply[13]Delete
       Replies
            Reply

   Add comment
   Load more...

   [14]Newer Post [15]Older Post [16]Home

References

   Visible links:
   1. https://weir.blogspot.example/feeds/posts/default
   2. https://weir.blogspot.example/
   3. https://www.blogger.com/profile/1
   4. https://weir.blogspot.example/2019/05/why.html
   5. https://weir.blogspot.example/2019/05/why.html?showComment=1558251072586#c11
   6. https://www.blogger.com/delete-comment.g?blogID=1&postID=11
   7. https://www.blogger.com/profile/2
   8. https://weir.blogspot.example/2019/05/why.html?showComment=1558252960034#c12
   9. https://example.org/book
  10. https://www.blogger.com/delete-comment.g?blogID=1&postID=12
  11. https://www.blogger.com/profile/2
  12. https://weir.blogspot.example/2019/05/why.html?showComment=1589017500000#c13
  13. https://www.blogger.com/delete-comment.g?blogID=1&postID=13
  14. https://weir.blogspot.example/2020/01/newer.html
  15. https://weir.blogspot.example/2018/01/older.html
  16. https://weir.blogspot.example/
"""


def test_lynx_with_addresses() -> None:
    reading, post = read_one(LYNX)
    assert reading.shape == "lynx-text"
    assert tree(post) == [
        (
            "Anonymous",
            None,
            "2019-05-19T07:31:12.586+00:00",
            "It always has, and the reason is quite simple: nobody has ever laid a stone of it in forty years, they "
            "say [see the mill book].\nEver since the mill.",
        ),
        (
            "Lock 4",
            0,
            "2019-05-19T08:02:40.034+00:00",
            "See the book. Page 7 has the whole of it, as far as it can be told by anybody, and so has page 8.",
        ),
        ("Lock 4", None, "2020-05-09T09:45:00+00:00", "A list:\n1. One.\n2. Two."),
    ]
    assert [comment.id for comment in post.comments] == ["c11", "c12", "c13"]
    assert post.comments[1].author == Author("Lock 4", "https://www.blogger.com/profile/2")
    assert post.comments[0].permalink == "https://weir.blogspot.example/2019/05/why.html?showComment=1558251072586#c11"
    assert post.url == "https://weir.blogspot.example/2019/05/why.html"
    link = next(span for span in post.comments[1].body.spans if span.kind is SpanKind.LINK)
    assert (link.target, link.start) == ("https://example.org/book", 4)
    assert codes(reading) == []


def test_a_number_that_no_address_explains_is_a_word() -> None:
    _, post = read_one(LYNX)
    assert post.sections[0].body.text.endswith("which is not very long [9].")


def test_lynx_without_addresses() -> None:
    """``Lock 49 May``: the name's digit is told from the other ``Lock 4``'s or from the times around it."""
    text = LYNX.partition("References")[0]
    for number in range(1, 17):
        text = text.replace(f"[{number}]", "") if number != 9 else text.replace("See [9]", "See ")
    _, post = read_one(text)
    assert [(author, parent, time) for author, parent, time, _ in tree(post)] == [
        ("Anonymous", None, "2019-05-19T08:31"),
        ("Lock 4", 0, "2019-05-19T09:02"),
        ("Lock 4", None, "2020-05-09T10:45"),
    ]


W3M = """The Weir

Sunday, 19 May 2019

Why the weir leaks

It leaks at both ends, and it has leaked at both ends for as long as anybody who
fishes there can remember, which is not very long.
Posted by Oda Rush at 08:05

11 comments:

"""


def w3m_item(number: int, replies: str = "") -> str:
    """A top-level comment as w3m shows it: the text begins one column further right from the tenth on."""
    margin = " " * (4 if number < 100 else 5)
    lines = ["[blank]", f"Ada19 May 2019 at 08:{number:02}", "", f"Number {number}.", "", "ReplyDelete"]
    lines += ["Replies", "    Reply"] if not replies else ["Replies"]
    text = f"{number:2}. " + f"\n{margin}".join(lines) + "\n"
    return text + replies


def test_w3m() -> None:
    reply = (
        "     1. [blogger_lo]\n        Bob19 May 2019 at 09:02\n\n        Yes.\n\n        Delete\n        Replies\n"
        "            Reply\n"
    )
    items = [w3m_item(number, reply + "        Reply\n" if number in (1, 10) else "") for number in range(1, 12)]
    reading, post = read_one(W3M + "".join(items) + "\nAdd comment\nLoad more...\n")
    assert reading.shape == "w3m-text"
    found = tree(post)
    assert [place for place, line in enumerate(found) if line[1] is not None] == [1, 11]
    assert [line[1] for line in found if line[1] is not None] == [0, 10]
    assert found[12] == ("Ada", None, "2019-05-19T08:11", "Number 11.")
    assert codes(reading) == ["comments-extra"]
    assert post.sections[0].body.text == (
        "It leaks at both ends, and it has leaked at both ends for as long as anybody who fishes there can remember, "
        "which is not very long."
    )


def test_inscriptis() -> None:
    item = "                 {}. {}\n\n                  {}\n\n                  {}\n"
    reply = "                           {}. {}\n\n                            {}\n\n                            {}\n"
    words = (
        "What a long story it is, and how often it has been told by people who were not there at all when it began. "
        * 2
    )
    text = (
        "      The Weir\n\n        Sunday, 19 May 2019\n\n          Why the weir leaks\n\n            It leaks.\n\n"
        "          3 comments:\n\n"
        + item.format(1, "Ada19 May 2019 at 08:31", words.strip(), "ReplyDelete")
        + "                    Replies\n"
        + reply.format(1, "Bob19 May 2019 at 09:02", "Yes.", "Delete")
        + "                              Replies\n                                    Reply\n"
        + "                          Reply\n"
        + item.format(2, "Ada19 May 2019 at 10:45", "Done.", "ReplyDelete")
        + "                    Replies\n                          Reply\n"
        + "              Add comment\n              Load more...\n"
    )
    reading, post = read_one(text)
    assert reading.shape == "inscriptis-text"
    assert tree(post) == [
        ("Ada", None, "2019-05-19T08:31", words.strip()),
        ("Bob", 0, "2019-05-19T09:02", "Yes."),
        ("Ada", None, "2019-05-19T10:45", "Done."),
    ]


def test_wordpress_in_lynx_is_as_deep_as_it_is_indented() -> None:
    text = """   Ash and Glaze

Why did it crack?

   Opened the kiln at noon and found eleven bowls out of twelve cracked
   from rim to foot. The twelfth had stuck to the shelf, as ever, and I
   have no idea.

4 Responses to Why did it crack?

    1. Dov says:
       July 8, 2017 at 9:02 pm
       Cold air.
       Reply
          + Ros says:
            July 8, 2017 at 9:30 pm
            A crack only.
            Reply
               o Dov says:
                 July 8, 2017 at 9:41 pm
                 Plenty.
                 Reply
    2. Pingback: Tips | Glaze
    3. Im says:
       July 9, 2017 at 7:15 am
       No.
       Reply

Leave a Reply

   Comment
   _____________________________________________
"""
    _, post = read_one(text)
    assert tree(post) == [
        ("Dov", None, "2017-07-08T21:02", "Cold air."),
        ("Ros", 0, "2017-07-08T21:30", "A crack only."),
        ("Dov", 1, "2017-07-08T21:41", "Plenty."),
        ("Im", None, "2017-07-09T07:15", "No."),
    ]
    assert post.title == "Why did it crack?"
