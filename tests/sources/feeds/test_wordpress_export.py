"""WordPress's export: posts that hold their comments, and much that is not to be shown."""

from tests.sources.feeds.writing import codes, read_whole, tree

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Quay</title><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_id>2</wp:author_id><wp:author_login>mara</wp:author_login>
<wp:author_email>mara@quay.example.org</wp:author_email>
<wp:author_display_name><![CDATA[Mara Tern]]></wp:author_display_name></wp:author>"""
END = "</channel></rss>"


def item(content: str = "Text", comments: str = "", status: str = "publish", kind: str = "post") -> str:
    return f"""<item><title>Tide &amp; crane</title><link>https://quay.example.org/tide/</link>
<pubDate>Thu, 02 Jan 2020 09:00:00 +0000</pubDate><dc:creator><![CDATA[mara]]></dc:creator>
<guid isPermaLink="false">https://quay.example.org/?p=3</guid><description></description>
<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>3</wp:post_id><wp:post_date>2020-01-02 10:00:00</wp:post_date>
<wp:post_date_gmt>2020-01-02 09:00:00</wp:post_date_gmt><wp:status>{status}</wp:status>
<wp:post_type>{kind}</wp:post_type><category domain="category" nicename="sea"><![CDATA[Sea]]></category>
<category domain="post_tag" nicename="crane"><![CDATA[Cranes & co]]></category>
<category domain="post_format" nicename="aside"><![CDATA[Aside]]></category>{comments}</item>"""


def comment(number: int, text: str, parent: int = 0, approved: str = "1", kind: str = "", more: str = "") -> str:
    return f"""<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author><![CDATA[Reader {number}]]>
</wp:comment_author><wp:comment_author_email>r@reader.example.net</wp:comment_author_email>
<wp:comment_author_url>https://reader.example.net/</wp:comment_author_url>
<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_date>2020-01-03 11:00:05</wp:comment_date>
<wp:comment_date_gmt>2020-01-03 10:00:05</wp:comment_date_gmt><wp:comment_content><![CDATA[{text}]]>
</wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved><wp:comment_type>{kind}</wp:comment_type>
<wp:comment_parent>{parent}</wp:comment_parent>{more}</wp:comment>"""


def test_a_post_with_its_comments() -> None:
    comments = comment(7, "First") + comment(8, "Second") + comment(9, "Below the first", parent=7)
    reading = read_whole(HEAD + item(comments=comments) + END)
    post = reading.posts[0]
    assert (reading.shape, reading.problems) == ("wordpress-export", ())
    assert (post.id, post.url, post.title) == (
        "quay.example.org/tide",
        "https://quay.example.org/tide/",
        "Tide & crane",
    )
    assert post.author is not None
    assert post.author.name == "Mara Tern"
    assert post.published is not None
    assert post.published.iso == "2020-01-02T09:00:00+00:00"
    assert post.labels == ("Sea", "Cranes & co")
    assert tree(post) == [
        ("comment-7", None, "First"),
        ("comment-9", "comment-7", "Below the first"),
        ("comment-8", None, "Second"),
    ]
    first = post.comments[0]
    assert first.author is not None
    assert (first.author.name, first.author.url) == ("Reader 7", "https://reader.example.net/")
    assert first.published is not None
    assert first.published.iso == "2020-01-03T10:00:05+00:00"
    assert first.permalink == "https://quay.example.org/tide/#comment-7"


def test_what_is_not_of_the_discussion_is_counted() -> None:
    comments = (
        comment(1, "Kept", kind="comment")
        + comment(2, "Buy", approved="spam")
        + comment(3, "Sell", approved="spam")
        + comment(4, "Old", approved="trash")
        + comment(5, "New", approved="0")
        + comment(6, "Linked", kind="pingback")
        + comment(7, "Linked", kind="trackback")
        + comment(8, "Packed", kind="order_note")
    )
    picture = item(kind="attachment", comments=comment(9, "Nice"))
    reading = read_whole(HEAD + item(comments=comments) + item(status="draft") + picture + END)
    assert [tree(post) for post in reading.posts] == [[("comment-1", None, "Kept")]]
    assert {problem.code: problem.message.split()[0] for problem in reading.problems} == {
        "spam-left-out": "2",
        "trash-left-out": "1",
        "unapproved-left-out": "1",
        "pingbacks-left-out": "2",
        "drafts-left-out": "1",
        "others-left-out": "1",
        "attachments-left-out": "1",
    }


def test_empty_lines_part_paragraphs_and_ends_of_lines_stay() -> None:
    content = """One &amp; two
three

<!--more-->Four <em>five</em> [gallery ids="1"]

<ul>
<li>a</li>

<li>b</li>
</ul>
six

<pre>x

  y</pre>"""
    reading = read_whole(HEAD + item(content) + END)
    assert reading.posts[0].sections[0].body.text == (
        'One & two\nthree\n\nFour five [gallery ids="1"]\n\na\nb\n\nsix\n\nx\n\n  y'
    )


def test_the_block_editor_keeps_its_own_paragraphs() -> None:
    content = """<!-- wp:paragraph -->
<p>One
two</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>Three</p>
<!-- /wp:paragraph -->"""
    assert read_whole(HEAD + item(content) + END).posts[0].sections[0].body.text == "One two\n\nThree"


def test_the_post_s_author_is_known_among_the_commenters() -> None:
    mine = comment(1, "Mine", more="<wp:comment_user_id>2</wp:comment_user_id>")
    other = comment(2, "Not mine", more="<wp:comment_user_id>0</wp:comment_user_id>")
    authors = [c.author for c in read_whole(HEAD + item(comments=mine + other) + END).posts[0].comments]
    assert [author.is_owner for author in authors if author] == [True, False]


def test_repeated_ids_and_control_characters() -> None:
    comments = comment(1, "One\x0b two") + comment(1, "Another &#11; one") + comment(2, "Reply", parent=1)
    reading = read_whole(HEAD + item(comments=comments) + END)
    post = reading.posts[0]
    assert codes(reading) == ["repeated-id"]
    assert [(c.parent, c.body.text) for c in post.comments] == [
        (None, "One two"),
        ("comment-1", "Reply"),
        (None, "Another one"),
    ]


def test_no_e_mail_and_no_ip_address_is_kept() -> None:
    secret, address = "secret@private.example.net", "198.51.100.77"
    comments = comment(1, "One", more=f"<wp:comment_agent>{secret} {address}</wp:comment_agent>")
    for old, new in (("r@reader.example.net", secret), ("192.0.2.7", address), ("Reader 1", secret)):
        comments = comments.replace(old, new)
    by_ip = comment(2, "Two").replace("Reader 2", address).replace("https://reader.example.net/", f"mailto:{secret}")
    head = HEAD.replace("mara@quay.example.org", secret).replace("Mara Tern", secret)
    reading = read_whole(head + item(comments=comments + by_ip) + END)
    assert len(reading.posts[0].comments) == 2
    assert "secret" not in repr(reading)
    assert address not in repr(reading)


def test_prefixes_that_are_not_declared_are_understood() -> None:
    bare = '<rss version="2.0"><channel><wp:wxr_version>1.0</wp:wxr_version>'
    reading = read_whole(bare + item(comments=comment(1, "One")) + END)
    assert (reading.shape, tree(reading.posts[0])) == ("wordpress-export", [("comment-1", None, "One")])
