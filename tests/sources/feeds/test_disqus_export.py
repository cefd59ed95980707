"""Disqus's export: threads first, then posts that name them."""

from tests.sources.feeds.writing import codes, read_whole, tree

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<category dsq:id="1"><forum>quay</forum><title>General</title></category>"""
NOBODY = "<author><email>x@private.example.net</email><name>Opener</name><isAnonymous>true</isAnonymous></author>"


def thread(number: int, title: str) -> str:
    return f"""<thread dsq:id="{number}"><id>page-{number}</id><forum>quay</forum><category dsq:id="1"/>
<link>https://quay.example.org/{number}/</link><title>{title}</title><message/>
<createdAt>2020-01-01T00:00:00Z</createdAt>{NOBODY}<ipAddress>192.0.2.9</ipAddress>
<isClosed>false</isClosed><isDeleted>false</isDeleted></thread>"""


def post(
    number: int, text: str, page: int = 1, parent: int | None = None, *, spam: bool = False, gone: bool = False
) -> str:
    answered = f'<parent dsq:id="{parent}"/>' if parent else ""
    return f"""<post dsq:id="{number}"><id>wp_id={number}</id><message><![CDATA[{text}]]></message>
<createdAt>2020-01-02T10:00:{number:02}Z</createdAt><isDeleted>{str(gone).lower()}</isDeleted>
<isSpam>{str(spam).lower()}</isSpam><author><email>p@private.example.net</email><name>Reader {number}</name>
<isAnonymous>false</isAnonymous><username>reader{number}</username></author><ipAddress>192.0.2.8</ipAddress>
<thread dsq:id="{page}"/>{answered}</post>"""


def test_posts_stand_in_the_threads_they_name() -> None:
    reading = read_whole(
        HEAD
        + thread(1, "Tide")
        + thread(2, "Nobody said a word")
        + thread(3, "Crane &amp; rope")
        + post(11, "<p>One</p><p>and <b>two</b></p>")
        + post(12, "In the other", page=3)
        + post(13, "Below", parent=11)
        + post(14, "Buy", spam=True)
        + "</disqus>"
    )
    assert reading.shape == "disqus-export"
    assert [(p.title, p.url, tree(p)) for p in reading.posts] == [
        (
            "Tide",
            "https://quay.example.org/1/",
            [("comment-11", None, "One\n\nand two"), ("comment-13", "comment-11", "Below")],
        ),
        ("Crane & rope", "https://quay.example.org/3/", [("comment-12", None, "In the other")]),
    ]
    assert codes(reading) == ["spam-left-out"]
    assert "private.example.net" not in repr(reading)
    assert "192.0.2" not in repr(reading)


def test_a_deleted_post_with_replies_stays_as_removed() -> None:
    reading = read_whole(HEAD + thread(1, "Tide") + post(11, "", gone=True) + post(12, "Why?", parent=11) + "</disqus>")
    first, second = reading.posts[0].comments
    assert (first.removed, first.body.text, second.parent) == (True, "", "comment-11")


def test_posts_of_a_thread_that_is_not_there() -> None:
    reading = read_whole(HEAD + post(11, "One", page=9) + "</disqus>")
    assert [(p.id, p.url, tree(p)) for p in reading.posts] == [("disqus-9", None, [("comment-11", None, "One")])]
    assert codes(reading) == ["post-missing"]


def test_threads_of_one_page_are_one_post() -> None:
    again = thread(2, "Tide").replace("https://quay.example.org/2/", "http://www.quay.example.org/1?utm_source=x")
    reading = read_whole(HEAD + thread(1, "Tide") + again + post(11, "One") + post(12, "Two", page=2) + "</disqus>")
    assert [[comment.id for comment in p.comments] for p in reading.posts] == [["comment-11", "comment-12"]]


def test_lines_of_old_exports_stay() -> None:
    reading = read_whole(HEAD + thread(1, "Tide") + post(11, "One\ntwo\n\nthree <b>x</b>") + "</disqus>")
    assert reading.posts[0].comments[0].body.text == "One\ntwo\n\nthree x"
