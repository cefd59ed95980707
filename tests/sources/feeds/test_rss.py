"""RSS of every age: posts, and comments as WordPress writes them."""

from tests.sources.feeds.writing import read_whole, tree

HEAD = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<atom:link href="https://quay.example.org/feed/" rel="self"/>"""
END = "</channel></rss>"


def test_a_feed_of_posts() -> None:
    reading = read_whole(
        HEAD
        + """<title>Quay</title><link>https://quay.example.org</link><item><title>Tide &amp;amp; crane</title>
<link>https://quay.example.org/tide/</link><comments>https://quay.example.org/tide/#comments</comments>
<dc:creator><![CDATA[Mara]]></dc:creator><pubDate>Thu, 02 Jan 2020 09:00:00 +0100</pubDate>
<category><![CDATA[Sea]]></category><guid isPermaLink="false">https://quay.example.org/?p=3</guid>
<description><![CDATA[Short &#8230;]]></description>
<content:encoded><![CDATA[<p>Long.</p><p>Longer.</p>]]></content:encoded>
<slash:comments>4</slash:comments></item>
<item><title>Rope</title><link>https://quay.example.org/rope/</link><author>m@private.example.net (Mara T.)</author>
<description>&lt;b&gt;Only&lt;/b&gt; this</description></item>
<item><guid>https://quay.example.org/knot/</guid><author>m@private.example.net</author><description>Knot</description></item>"""
        + END
    )
    assert reading.shape == "rss"
    first, second, third = reading.posts
    assert (first.title, first.labels, first.declared_comments) == ("Tide & crane", ("Sea",), 4)
    assert first.published is not None
    assert first.published.iso == "2020-01-02T09:00:00+01:00"
    assert first.sections[0].body.text == "Long.\n\nLonger."
    assert second.sections[0].body.text == "Only this"
    assert [post.author and post.author.name for post in reading.posts] == ["Mara", "Mara T.", None]
    assert third.url == "https://quay.example.org/knot/"
    assert "private.example.net" not in repr(reading)


def test_a_feed_of_comments_newest_first() -> None:
    page = "https://quay.example.org/tide/"
    reading = read_whole(
        HEAD
        + f"""<title>Comments on: Ebb, flow</title><link>{page}</link>
<item><title>By: Ada</title><link>{page}#comment-8</link><dc:creator>Ada</dc:creator>
<pubDate>Thu, 02 Jan 2020 11:00:00 +0000</pubDate><guid isPermaLink="false">https://quay.example.org/?p=3#comment-8</guid>
<description>In reply to Bo.</description>
<content:encoded><![CDATA[<p>In reply to <a href="{page}#comment-7">Bo</a>.</p><p>Yes.</p>]]></content:encoded></item>
<item><title>By: Bo</title><link>{page}#comment-7</link><dc:creator>Bo</dc:creator>
<pubDate>Thu, 02 Jan 2020 10:00:00 +0000</pubDate><description>High?</description></item>"""
        + END
    )
    post = reading.posts[0]
    assert (post.title, post.url) == ("Ebb, flow", page)
    assert tree(post) == [("comment-7", None, "High?"), ("comment-8", "comment-7", "In reply to Bo.\n\nYes.")]


def test_rss_1_0() -> None:
    reading = read_whole(
        """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://quay.example.org"><title>Quay</title></channel>
<item rdf:about="https://quay.example.org/tide/"><title>Tide</title><dc:date>2005-03-04T05:06+02:00</dc:date>
<description>Low.</description></item></rdf:RDF>"""
    )
    post = reading.posts[0]
    assert (post.title, post.url) == ("Tide", "https://quay.example.org/tide/")
    assert post.published is not None
    assert post.published.iso == "2005-03-04T05:06+02:00"


def test_rss_0_91_with_its_document_type() -> None:
    reading = read_whole(
        """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Q</title>
<item><title>Caf&eacute;&nbsp;R&D</title><link>https://quay.example.org/a</link></item></channel></rss>"""
    )
    assert (reading.posts[0].title, reading.problems) == ("Café R&D", ())


def test_posts_with_one_address_are_all_kept() -> None:
    item = "<item><link>https://quay.example.org/a</link><description>{0}</description></item>"
    reading = read_whole("<rss><channel>" + item.format("x") + item.format("y") + END)
    assert [post.id for post in reading.posts] == ["quay.example.org/a", "quay.example.org/a-2"]
    assert [problem.code for problem in reading.problems] == ["repeated-id"]


def test_a_feed_without_posts_says_so() -> None:
    reading = read_whole("<rss version='2.0'><channel><title>Quay</title></channel></rss>")
    assert (reading.shape, reading.posts, [p.code for p in reading.problems]) == ("rss", (), ["no-posts"])


def test_a_feed_of_all_comments_names_their_posts() -> None:
    items = "".join(
        f"<item><title>{title}</title><link>https://quay.example.org/{slug}/comment-page-1/#comment-{number}</link>"
        f"<dc:creator>Ada</dc:creator><description>High?</description></item>"
        for title, slug, number in (
            ("Comment on The tide by Ada", "the-tide", 7),
            ("Kommentar zu Ebbe von Ada", "ebbe", 8),
            ("Something else", "rope", 9),
        )
    )
    reading = read_whole(f"{HEAD}<title>Comments for Quay</title><link>https://quay.example.org</link>{items}{END}")
    assert [(post.title, post.url) for post in reading.posts] == [
        ("The tide", "https://quay.example.org/the-tide/"),
        ("Ebbe", "https://quay.example.org/ebbe/"),
        (None, "https://quay.example.org/rope/"),
    ]


def test_one_problem_tells_of_all_posts_without_comments() -> None:
    items = "".join(
        f"<item><title>{name}</title><link>https://quay.example.org/{name}/</link><slash:comments>4</slash:comments>"
        "</item>"
        for name in ("tide", "rope", "knot")
    )
    (problem,) = read_whole(f"{HEAD}<title>Quay</title>{items}{END}").problems
    assert problem.code == "comments-missing"
    assert "3 posts declare 12 comments" in problem.message
