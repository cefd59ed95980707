"""Atom with replies of any depth."""

from tests.sources.feeds.writing import codes, read_whole, tree

HEAD = "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>"


def entry(name: str, text: str, answers: str = "", href: str = "") -> str:
    reply = f"<thr:in-reply-to ref='{answers}' href='{href}'/>" if answers else ""
    return f"<entry><id>{name}</id><content>{text}</content>{reply}</entry>"


def test_replies_stand_below_what_they_answer_in_whatever_order() -> None:
    reading = read_whole(
        HEAD
        + entry("urn:x:3", "Third", "urn:x:2")
        + entry("urn:x:2", "Second", "urn:x:1")
        + entry("urn:x:1", "The post")
        + entry("urn:y", "Another post")
        + "</feed>"
    )
    assert reading.shape == "atom"
    first, second = reading.posts
    assert tree(first) == [("urn:x:2", None, "Second"), ("urn:x:3", "urn:x:2", "Third")]
    assert (first.id, first.sections[0].body.text) == ("urn:x:1", "The post")
    assert (second.id, second.comments) == ("urn:y", ())


def test_a_post_that_is_not_in_the_feed_is_known_by_its_address() -> None:
    page = "https://quay.example.org/2020/tide/"
    reading = read_whole(
        HEAD
        + f"<title>Comments on: Tide</title><link href='{page}'/>"
        + f"<entry><id>{page}#g8</id><link rel='alternate' href='{page}#comment-8'/><content>To the reply</content>"
        + f"<thr:in-reply-to ref='{page}#g7' href='{page}#comment-7'/></entry>"
        + f"<entry><id>{page}#g6</id><link rel='alternate' href='{page}#comment-6'/><content>To the post</content>"
        + f"<thr:in-reply-to ref='https://quay.example.org/?p=3' href='{page}'/></entry></feed>"
    )
    assert [(post.url, post.title) for post in reading.posts] == [(page, "Tide")]
    assert tree(reading.posts[0]) == [
        ("comment-7", None, ""),
        ("comment-8", "comment-7", "To the reply"),
        ("comment-6", None, "To the post"),
    ]
    assert codes(reading) == ["parent-missing"]


def test_replies_in_a_circle_are_kept() -> None:
    reading = read_whole(HEAD + entry("urn:a", "A", "urn:b") + entry("urn:b", "B", "urn:a") + "</feed>")
    assert tree(reading.posts[0]) == [("urn:a", None, "A"), ("urn:b", "urn:a", "B")]
    assert codes(reading) == ["parent-loop"]


def test_twenty_thousand_replies_to_replies() -> None:
    chain = (entry(f"urn:{n}", "x", f"urn:{n - 1}") for n in range(20_000, 0, -1))
    post = read_whole(HEAD + "".join(chain) + entry("urn:0", "Post") + "</feed>").posts[0]
    assert [comment.id for comment in post.comments[-2:]] == ["urn:19999", "urn:20000"]
    assert post.comments[-1].parent == "urn:19999"


def test_xhtml_text_is_markup_and_plain_text_is_not() -> None:
    reading = read_whole(
        HEAD
        + "<entry><id>urn:1</id><title type='html'>A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title><content type='xhtml'>"
        + "<div xmlns='http://www.w3.org/1999/xhtml'><p>One <em>two</em></p><p>three</p></div></content></entry>"
        + "<entry><id>urn:2</id><title>1 &lt; 2</title><content type='text'>a &lt;b&gt; c</content></entry></feed>"
    )
    assert [(post.title, post.sections[0].body.text) for post in reading.posts] == [
        ("A & B", "One two\n\nthree"),
        ("1 < 2", "a <b> c"),
    ]


def test_an_address_tells_a_comment() -> None:
    page = "https://quay.example.org/tide.html"
    reading = read_whole(
        HEAD + f"<entry><id>a</id><link href='{page}#comment-4'/><content>Hm</content></entry>"
        f"<entry><id>b</id><link href='{page}'/><title>Tide</title></entry></feed>"
    )
    assert [(post.title, tree(post)) for post in reading.posts] == [("Tide", [("comment-4", None, "Hm")])]


def test_atom_0_3() -> None:
    reading = read_whole(
        """<?xml version="1.0" encoding="UTF-8"?><feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Quay</title>
<entry><title mode="escaped" type="text/html">Ebb &amp;amp; flow</title><id>tag:quay.example.org,2004:1</id>
<link rel="alternate" type="text/html" href="https://quay.example.org/ebb.html"/><issued>2004-05-06T07:08:09-05:00</issued>
<modified>2004-05-07T07:08:09Z</modified><author><name>Mara</name><email>m@private.example.net</email></author>
<content type="text/html" mode="escaped">&lt;p&gt;Low.&lt;/p&gt;</content></entry></feed>"""
    )
    post = reading.posts[0]
    assert (post.title, post.sections[0].body.text) == ("Ebb & flow", "Low.")
    assert post.published is not None
    assert post.published.iso == "2004-05-06T07:08:09-05:00"
    assert "private.example.net" not in repr(reading)


def test_the_titles_of_comments_name_their_posts() -> None:
    entries = "".join(
        f"<entry><title>{title}</title><link rel='alternate' href='https://quay.example.org/{slug}/comment-page-2/"
        f"#comment-{number}'/><id>{number}</id><author><name>Ada</name></author><content>High?</content></entry>"
        for title, slug, number in (("Comment on The tide by Ada", "the-tide", 7), ("Else", "rope", 9))
    )
    reading = read_whole(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Comments for Quay</title>{entries}</feed>")
    assert [(post.title, post.url) for post in reading.posts] == [
        ("The tide", "https://quay.example.org/the-tide/"),
        (None, "https://quay.example.org/rope/"),
    ]
