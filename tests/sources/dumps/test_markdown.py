"""html2text and markdownify: links tell instants and ids."""

from probreader.domain.post import Author
from probreader.domain.prose import Span, SpanKind

from .trees import codes, read_one, tree

HTML2TEXT = """#  [ The Weir ](https://weir.blogspot.example/)

## Sunday, 19 May 2019

###  Why the weir leaks

It leaks at both ends, and it has leaked at **both ends** for as long as
anybody who fishes there can remember.

Posted by  [ Oda Rush
](https://www.blogger.com/profile/1 "author profile") at
[08:05](https://weir.blogspot.example/2019/05/why-the-weir-leaks-and-how-
often.html "permanent link")

Labels: [water](https://weir.blogspot.example/search/label/water),
[mills](https://weir.blogspot.example/search/label/mills)

#### 3 comments:

  1. ![](//resources.blogblog.com/img/blank.gif)

Anonymous[19 May 2019 at 08:31](https://weir.blogspot.example/2019/05/why-the-
weir-leaks-and-how-often.html?showComment=1558251072586#c11)

It always has. Sorry, but _somebody_ has to say it, and so I say it again, as
often as I can.

1\\. One.

2\\. Two * three.

Reply[Delete](https://www.blogger.com/delete-
comment.g?blogID=1&postID=11)

Replies

     1. ![](//www.blogger.com/img/blogger_logo_round_35.png)

[Lock 4](https://www.blogger.com/profile/2)[19 May
2019 at 09:02](https://weir.blogspot.example/2019/05/why-the-weir-leaks-and-how-
often.html?showComment=1558252960034#c12)

See [the book](https://example.org/book_\\(2\\)).

[Delete](https://www.blogger.com/delete-comment.g?blogID=1&postID=12)

Replies

Reply

Reply

  2. ![](//resources.blogblog.com/img/blank.gif)

[Lock 4](https://www.blogger.com/profile/2)[19 May
2019 at 10:45](https://weir.blogspot.example/2019/05/why-the-weir-leaks-and-how-
often.html?showComment=1558259100465#c13)

> It always has.

No.

Reply[Delete](https://www.blogger.com/delete-comment.g?blogID=1&postID=13)

Replies

Reply

Add comment

Load more...

#### Post a Comment

[Newer Post](https://weir.blogspot.example/2020/01/newer.html "Newer Post")
"""


def test_html2text() -> None:
    reading, post = read_one(HTML2TEXT)
    assert reading.shape == "markdown"
    assert tree(post) == [
        (
            "Anonymous",
            None,
            "2019-05-19T07:31:12.586+00:00",
            "It always has. Sorry, but somebody has to say it, and so I say it again, as often as I can.\n\n1. One.\n\n"
            "2. Two * three.",
        ),
        ("Lock 4", 0, "2019-05-19T08:02:40.034+00:00", "See the book."),
        ("Lock 4", None, "2019-05-19T09:45:00.465+00:00", "It always has.\n\nNo."),
    ]
    assert [comment.id for comment in post.comments] == ["c11", "c12", "c13"]
    assert post.comments[1].author == Author("Lock 4", "https://www.blogger.com/profile/2")
    assert post.comments[1].body.spans == (Span(4, 12, SpanKind.LINK, "https://example.org/book_(2)"),)
    assert Span(26, 34, SpanKind.EMPHASIS) in post.comments[0].body.spans
    assert post.comments[2].body.spans[0] == Span(0, 14, SpanKind.QUOTE)
    assert post.url == "https://weir.blogspot.example/2019/05/why-the-weir-leaks-and-how-often.html"
    assert (post.title, post.labels, post.author) == ("Why the weir leaks", ("water", "mills"), Author("Oda Rush"))
    assert codes(reading) == []


def test_markdownify() -> None:
    text = """The Weir: Why the weir leaks

[The Weir](https://weir.blogspot.example/)
==========================================

Sunday, 19 May 2019
-------------------

### Why the weir leaks

It leaks.

#### 2 comments:

1. ![](//resources.blogblog.com/img/blank.gif)

   Anonymous[19 May 2019 at 08:31](https://weir.blogspot.example/2019/05/why.html?showComment=1558251072586#c11)

   It always has.

   [Reply](javascript:;)[Delete](https://www.blogger.com/delete-comment.g?blogID=1&postID=11)

   Replies

   - ![](//www.blogger.com/img/blogger_logo_round_35.png)

     [Lock 4](https://www.blogger.com/profile/2)[19 May 2019 at 09:02](https://weir.blogspot.example/2019/05/why.html?showComment=1558252960034#c12)

     See *there*.

     [Delete](https://www.blogger.com/delete-comment.g?blogID=1&postID=12)

     Replies

     Reply

   Reply

Add comment

#### Post a Comment
"""
    _, post = read_one(text)
    assert tree(post) == [
        ("Anonymous", None, "2019-05-19T07:31:12.586+00:00", "It always has."),
        ("Lock 4", 0, "2019-05-19T08:02:40.034+00:00", "See there."),
    ]
    assert post.title == "Why the weir leaks"
