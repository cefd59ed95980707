"""Pages of no known software whose comments are told in the words of schema.org."""

import json

from tests.sources.html.trees import codes, read_both, rows, the_post

SHAPE = "schema-html"

MICRODATA = """<!DOCTYPE html><html><head><title>Kelp - Tideline</title>
<link rel="canonical" href="https://tide.example.org/kelp"></head><body>
<article itemscope itemtype="https://schema.org/BlogPosting" itemref="tags"><h1 itemprop="headline">Kelp</h1>
<p>By <a itemprop="author" itemscope itemtype="https://schema.org/Person" href="/u/una"><span
itemprop="name">Una</span></a>, <time itemprop="datePublished" datetime="2020-02-01T09:00:00Z">1 Feb</time></p>
<div itemprop="articleBody"><p>It grows.</p></div><meta itemprop="interactionCount" content="UserComments:3">
<section><div id="r1" itemprop="comment" itemscope itemtype="https://schema.org/Comment">
<b itemprop="author">Ib</b> <a itemprop="url" href="#r1"><time itemprop="dateCreated"
datetime="2020-02-01T10:00">x</time></a>
<div itemprop="text"><p>How <em>fast</em>?</p>
<div id="r2" itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="creator" itemscope
itemtype="https://schema.org/Person"><span itemprop="name">Una</span></span><meta itemprop="dateCreated"
content="2020-02-01T11:00"><p itemprop="text">Half a metre a day.</p></div></div></div>
<div id="r3" itemprop="comment" itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Oda</b>
<link itemprop="parentItem" href="#r1"><meta itemprop="dateCreated" content="2020-02-02"><p itemprop="text">Less.</p>
</div></section></article><p id="tags"><a itemprop="keywords">sea</a> <a itemprop="keywords">weeds</a></p></body>
</html>"""


def test_microdata_nested_and_by_reference() -> None:
    post = the_post(MICRODATA, SHAPE)
    assert (post.title, post.url) == ("Kelp", "https://tide.example.org/kelp")
    assert post.author is not None
    assert post.author.name == "Una"
    assert post.published is not None
    assert post.published.iso == "2020-02-01T09:00:00+00:00"
    assert post.labels == ("sea", "weeds")
    assert post.declared_comments == 3
    assert [section.body.text for section in post.sections] == ["It grows."]
    assert rows(post) == [
        (1, "r1", "Ib", "2020-02-01T10:00", "How fast?"),
        (2, "r2", "Una", "2020-02-01T11:00", "Half a metre a day."),
        (2, "r3", "Oda", "2020-02-02", "Less."),
    ]
    assert post.comments[0].permalink == "https://tide.example.org/kelp#r1"


def linked(*scripts: str) -> str:
    """A page that shows nothing, with JSON-LD scripts."""
    inside = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return f"<!DOCTYPE html><html><head><title>x</title>{inside}</head><body><div id='app'></div></body></html>"


def reply(number: int, text: str, **more: object) -> dict[str, object]:
    """A comment as JSON-LD has it."""
    url = f"https://forum.example.org/t/9#p{number}"
    person = {"@type": "Person", "name": f"User {number}", "url": f"https://forum.example.org/u/{number}"}
    return {
        "@type": "Comment",
        "@id": url,
        "author": person,
        "datePublished": f"2021-03-0{number}",
        "text": text,
        **more,
    }


FORUM = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Person", "@id": "#una", "name": "Una"},
        {
            "@type": ["DiscussionForumPosting"],
            "mainEntityOfPage": {"@id": "https://forum.example.org/t/9"},
            "headline": "Tides &amp; moons",
            "author": {"@id": "#una"},
            "datePublished": "2021-03-01T08:00:00+01:00",
            "keywords": ["sea, deep", "moon"],
            "text": "<p>High.</p><p>Low.</p>",
            "interactionStatistic": [
                {"@type": "InteractionCounter", "interactionType": "https://schema.org/LikeAction",
                 "userInteractionCount": 40},
                {"@type": "InteractionCounter", "interactionType": {"@type": "CommentAction"},
                 "userInteractionCount": "4"},
            ],
            "comment": [reply(1, "One.\nTwo lines.", comment=reply(2, "a <b>b</b> &lt; c")), reply(3, "3 < 4 & so on")],
        },
        reply(4, "Late.", parentItem={"@id": "https://forum.example.org/t/9#p3"}),
    ],
}  # fmt: skip


def test_json_ld_with_a_graph() -> None:
    post = the_post(linked(f"//<![CDATA[\n{json.dumps(FORUM)}\n//]]>"), SHAPE)
    assert (post.title, post.url, post.declared_comments) == ("Tides & moons", "https://forum.example.org/t/9", 4)
    assert post.author is not None
    assert post.author.name == "Una"
    assert post.labels == ("sea", "deep", "moon")
    assert [section.body.text for section in post.sections] == ["High.\n\nLow."]
    assert rows(post) == [
        (1, "p1", "User 1", "2021-03-01", "One.\nTwo lines."),
        (2, "p2", "User 2", "2021-03-02", "a b < c"),
        (1, "p3", "User 3", "2021-03-03", "3 < 4 & so on"),
        (2, "p4", "User 4", "2021-03-04", "Late."),
    ]


def test_a_broken_script_is_a_problem_and_the_rest_is_read() -> None:
    broken = ["{,}", "[" * 100_000, '{"@type": "Thing", "size": ' + "9" * 5_000 + "}"]
    parsed = read_both(linked(*broken, json.dumps(FORUM)), SHAPE)
    assert codes(parsed) == ["json-ld-unreadable", "json-ld-unreadable"]
    assert len(parsed.posts[0].comments) == 4


def test_a_thread_of_fifty_levels() -> None:
    nested = reply(1, "50")
    for depth in range(49, 0, -1):
        nested = reply(1, str(depth), **{"@id": f"https://forum.example.org/t/9#d{depth}", "comment": [nested]})
    post = the_post(linked(json.dumps({"@type": "BlogPosting", "headline": "Deep", "comment": nested})), SHAPE)
    assert [(row[0], row[4]) for row in rows(post)] == [(depth, str(depth)) for depth in range(1, 51)]


def test_a_forum_that_calls_every_message_a_posting() -> None:
    messages = "".join(
        f"""<div id="post_{number}" itemscope itemtype="http://schema.org/DiscussionForumPosting" class="crawler-post">
<span itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="https://f.example.org/u/{name}"
><span itemprop="name">{name}</span></a></span><time itemprop="datePublished" datetime="2018-01-0{number}T00:00:00Z">
</time><div itemprop="articleBody"><p>{text}</p></div></div>"""
        for number, name, text in ((1, "ann", "Question."), (2, "bo", "Answer."), (3, "ann", "Thanks."))
    )
    page = f'<html><head><title>T</title><link rel="canonical" href="https://f.example.org/t/1"></head><body>{messages}</body>'
    post = the_post(page, SHAPE)
    assert [section.body.text for section in post.sections] == ["Question."]
    assert [row[1:3] + row[4:] for row in rows(post)] == [("post_2", "bo", "Answer."), ("post_3", "ann", "Thanks.")]


def test_a_link_from_another_page_is_no_comment_though_it_is_marked_as_one() -> None:
    comment = 'itemprop="comment" itemscope itemtype="http://schema.org/Comment"'
    page = (
        '<article itemscope itemtype="http://schema.org/BlogPosting"><h1 itemprop="headline">Tea</h1>'
        '<div itemprop="articleBody">Body.</div><div id="comments"><h2>2 Comments</h2><ol>'
        f'<li id="comment-4"><div {comment}><p>Pingback: <a href="http://jo.example.org/">Jo</a></p></div></li>'
        f'<li><div id="comment-5" {comment}><span itemprop="author">Ada</span><div itemprop="text">One</div></div></li>'
        "</ol></div></article>"
    )
    parsed = read_both(page, "schema-html")
    assert rows(parsed.posts[0]) == [(1, "comment-5", "Ada", None, "One")]
    assert parsed.posts[0].declared_comments == 2
    assert codes(parsed) == []
