"""Feeds and answers of services as JSON."""

import json

import pytest
from tests.sources.feeds.writing import codes, read_whole, tree

from probreader.domain.post import Author
from probreader.sources import Reading

PAGE = "http://harbour.example.blogspot.com/2019/05/old-crane.html"


def gdata_comment(number: int, text: str, parent: int | None = None) -> dict[str, object]:
    related = f"http://www.blogger.com/feeds/7/42/comments/default/{parent}"
    links = [{"rel": "alternate", "type": "text/html", "href": f"{PAGE}?showComment=1#c{number}", "title": ""}]
    links += [{"rel": "related", "type": "application/atom+xml", "href": related}] if parent else []
    return {
        "id": {"$t": f"tag:blogger.com,1999:blog-7.post-{number}"},
        "published": {"$t": f"2019-05-19T10:{number}:00.000+01:00"},
        "title": {"type": "text", "$t": text[:8]},
        "content": {"type": "html", "$t": text},
        "link": links,
        "author": [{"name": {"$t": "Ada"}, "email": {"$t": "noreply@blogger.com"}}],
        "thr$in-reply-to": {
            "xmlns$thr": "http://purl.org/syndication/thread/1.0",
            "href": PAGE,
            "ref": "tag:blogger.com,1999:blog-7.post-42",
        },
        "gd$extendedProperty": [{"name": "blogger.itemClass", "value": "pid-1"}],
    }


@pytest.mark.parametrize("wrapping", ["{}", "// API callback\ngdata.io.handleScriptLoaded({});", "show({})"])
def test_blogger_s_feed_as_json(wrapping: str) -> None:
    feed = {
        "version": "1.0",
        "encoding": "UTF-8",
        "feed": {
            "xmlns": "http://www.w3.org/2005/Atom",
            "id": {"$t": "tag:blogger.com,1999:blog-7.post42..comments"},
            "title": {"type": "text", "$t": "Comments on Harbour Notes: The Old Crane"},
            "link": [{"rel": "alternate", "type": "text/html", "href": PAGE}],
            "openSearch$totalResults": {"$t": "2"},
            "entry": [gdata_comment(12, "Low &amp; <i>high</i>", parent=11), gdata_comment(11, "Blue?")],
        },
    }
    reading = read_whole(wrapping.replace("{}", json.dumps(feed)))
    post = reading.posts[0]
    assert (reading.shape, reading.problems) == ("blogger-feed", ())
    assert (post.title, post.url, post.declared_comments) == ("The Old Crane", PAGE, 2)
    assert tree(post) == [("c11", None, "Blue?"), ("c12", "c11", "Low & high")]


def test_json_feed() -> None:
    reading = read_whole(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [
                    {
                        "id": "https://quay.example.org/tide",
                        "url": "https://quay.example.org/tide",
                        "title": "Tide & crane",
                        "content_html": "<p>One</p><p>Two</p>",
                        "date_published": "2020-01-02T09:00:00Z",
                        "authors": [{"name": "Mara", "url": "https://mara.example.org/"}],
                        "tags": ["Sea"],
                    },
                    {"id": "2", "content_text": "1 < 2\n& so on"},
                ],
            }
        )
    )
    first, second = reading.posts
    assert reading.shape == "json-feed"
    assert (first.title, first.author, first.labels) == (
        "Tide & crane",
        Author("Mara", "https://mara.example.org/"),
        ("Sea",),
    )
    assert first.sections[0].body.text == "One\n\nTwo"
    assert (second.id, second.sections[0].body.text) == ("2", "1 < 2\n& so on")


def rest_comment(number: int, text: str, parent: int = 0, post: int = 3, **more: object) -> dict[str, object]:
    return {
        "id": number,
        "post": post,
        "parent": parent,
        "author": 0,
        "author_name": f"Reader {number}",
        "author_url": "",
        "date": "2020-01-03T11:00:05",
        "date_gmt": "2020-01-03T10:00:05",
        "content": {"rendered": f"<p>{text}</p>\n"},
        "link": f"https://quay.example.org/tide/#comment-{number}",
        "status": "approved",
        "type": "comment",
        "author_avatar_urls": {"24": "https://img.example.org/a"},
    } | more


def test_comments_of_the_wordpress_rest_interface() -> None:
    answer = [rest_comment(8, "Below", parent=7), rest_comment(7, "First"), rest_comment(9, "Ping", type="pingback")]
    reading = read_whole(json.dumps(answer))
    post = reading.posts[0]
    assert reading.shape == "wordpress-json"
    assert post.url == "https://quay.example.org/tide/"
    assert tree(post) == [("comment-7", None, "First"), ("comment-8", "comment-7", "Below")]
    assert post.comments[0].published is not None
    assert post.comments[0].published.iso == "2020-01-03T10:00:05+00:00"
    assert codes(reading) == ["pingbacks-left-out"]


def test_posts_of_the_wordpress_rest_interface_with_their_replies() -> None:
    post = {
        "id": 3,
        "date_gmt": "2020-01-02T09:00:00",
        "link": "https://quay.example.org/tide/",
        "title": {"rendered": "Tide &#038; crane"},
        "content": {"rendered": "<p>Low.</p>"},
        "_embedded": {
            "author": [{"id": 1, "name": "Mara"}],
            "replies": [[rest_comment(7, "First")]],
            "wp:term": [[{"taxonomy": "category", "name": "Sea"}], [{"taxonomy": "post_tag", "name": "Cranes"}]],
        },
    }
    read = read_whole(json.dumps([post])).posts[0]
    assert (read.title, read.labels, read.author) == ("Tide & crane", ("Sea", "Cranes"), Author("Mara"))
    assert tree(read) == [("comment-7", None, "First")]


def test_disqus_s_interface() -> None:
    def post(number: int, text: str, parent: int | None = None) -> dict[str, object]:
        return {
            "id": str(number),
            "thread": "5",
            "parent": parent,
            "message": f"<p>{text}</p>",
            "createdAt": f"2020-01-03T10:00:{number:02}",
            "author": {"name": "Ada", "isAnonymous": False},
            "isSpam": False,
            "isDeleted": False,
            "isApproved": True,
        }

    reading = read_whole(json.dumps({"cursor": {}, "code": 0, "response": [post(12, "Two", 11), post(11, "One")]}))
    assert reading.shape == "disqus-json"
    assert tree(reading.posts[0]) == [("comment-11", None, "One"), ("comment-12", "comment-11", "Two")]


def test_blogger_s_interface() -> None:
    comment = {
        "kind": "blogger#comment",
        "id": "12",
        "post": {"id": "42"},
        "inReplyTo": {"id": "11"},
        "published": "2019-05-19T10:45:12+01:00",
        "content": "Yes",
        "author": {"displayName": "Ada"},
    }
    reading = read_whole(json.dumps({"kind": "blogger#commentList", "items": [comment]}))
    assert reading.shape == "blogger-json"
    assert tree(reading.posts[0]) == [("c11", None, ""), ("c12", "c11", "Yes")]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ('{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1"', "damaged-json"),
        ('{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000, "too-deep"),
        ('{"some": "thing"}', "not-a-discussion"),
        ("[1, 2, 3]", "not-a-discussion"),
    ],
)
def test_json_that_cannot_be_read(source: str, code: str) -> None:
    reading = read_whole(source)
    assert (reading.posts, codes(reading)) == ((), [code])


WRONG: tuple[object, ...] = (None, 1, "x", [], {}, [None], {"rendered": None}, 10**400, "\ud800")


def texts(reading: Reading) -> list[str]:
    """The texts of all comments, none of which holds half a character."""
    found = [comment.body.text for post in reading.posts for comment in post.comments]
    "".join(found).encode()
    return found


@pytest.mark.parametrize("field", rest_comment(7, "x"))
def test_a_value_of_the_wrong_kind_hurts_no_other_comment_of_wordpress(field: str) -> None:
    for wrong in WRONG:
        reading = read_whole(json.dumps([rest_comment(7, "Odd") | {field: wrong}, rest_comment(8, "Sound")]))
        assert reading.shape == "wordpress-json"
        assert "Sound" in texts(reading)


@pytest.mark.parametrize("field", gdata_comment(11, "x"))
def test_a_value_of_the_wrong_kind_hurts_no_other_comment_of_blogger(field: str) -> None:
    for wrong in WRONG:
        entries = [gdata_comment(11, "Odd") | {field: wrong}, gdata_comment(12, "Sound")]
        feed = {"id": {"$t": "tag:blogger.com,1999:blog-7.post42..comments"}, "entry": entries}
        reading = read_whole(json.dumps({"feed": feed}))
        assert reading.shape == "blogger-feed"
        assert "Sound" in texts(reading)
