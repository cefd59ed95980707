"""Blogger's feeds: one of a post's comments, one of a blog's comments, one of posts."""

from tests.sources.feeds.writing import BLOGGER_HEAD, blogger_comment, codes, read_whole, tree

from probreader.domain.post import Author

PAGE = "http://harbour.example.blogspot.com/2019/05/old-crane.html"
OF_POST = f"""{BLOGGER_HEAD}<id>tag:blogger.com,1999:blog-7.post42..comments</id>
<title type='text'>Comments on Harbour Notes: The Old Crane</title>
<link rel='alternate' type='text/html' href='{PAGE}'/>
<author><name>Mara</name><uri>http://www.blogger.com/profile/1</uri></author>"""


def test_comments_of_a_post_newest_first_become_its_thread() -> None:
    reading = read_whole(
        OF_POST
        + "<openSearch:totalResults>3</openSearch:totalResults>"
        + blogger_comment(13, "Gone since &lt;i&gt;May&lt;/i&gt;.", parent=11)
        + blogger_comment(12, "Rust &amp;amp; paint&lt;br /&gt;mostly")
        + blogger_comment(11, "Was it blue?")
        + "</feed>"
    )
    post = reading.posts[0]
    assert reading.shape == "blogger-feed"
    assert (post.id, post.url) == ("harbour.example.blogspot.com/2019/05/old-crane.html", PAGE)
    assert (post.title, post.title_inferred, post.declared_comments) == ("The Old Crane", False, 3)
    assert tree(post) == [
        ("c11", None, "Was it blue?"),
        ("c13", "c11", "Gone since May."),
        ("c12", None, "Rust & paint\nmostly"),
    ]
    assert post.comments[0].published is not None
    assert post.comments[0].published.iso == "2019-05-19T10:11:00+01:00"
    assert post.comments[0].permalink == f"{PAGE}?showComment=1558260000000#c11"
    assert not reading.problems
    assert "noreply" not in repr(reading)


def test_a_removed_comment_keeps_the_words_that_stand_for_it() -> None:
    removed = "<gd:extendedProperty name='blogger.contentRemoved' value='true'/>"
    text = "This comment has been removed by the author."
    comment = read_whole(OF_POST + blogger_comment(5, text, more=removed) + "</feed>").posts[0].comments[0]
    assert (comment.removed, comment.body.text) == (True, text)


def test_a_summary_stands_for_missing_content() -> None:
    entry = blogger_comment(5, "Only this much").replace("content", "summary")
    assert tree(read_whole(OF_POST + entry + "</feed>").posts[0]) == [("c5", None, "Only this much")]


def test_the_owner_is_known_by_the_profile() -> None:
    entry = blogger_comment(5, "Mine").replace(
        "<name>Reader 5</name>", "<name>Mara</name><uri>http://www.blogger.com/profile/1</uri>"
    )
    comment = read_whole(OF_POST + entry + "</feed>").posts[0].comments[0]
    assert comment.author == Author("Mara", "http://www.blogger.com/profile/1", is_owner=True)


def test_a_page_of_a_feed_says_that_it_is_a_part() -> None:
    counts = (
        "<openSearch:totalResults>60</openSearch:totalResults><openSearch:itemsPerPage>25</openSearch:itemsPerPage>"
    )
    reading = read_whole(OF_POST + counts + blogger_comment(5, "One") + "</feed>")
    assert codes(reading) == ["comments-missing"]
    assert "made to hold only a part" in reading.problems[0].message


def test_an_absent_parent_gets_a_placeholder() -> None:
    reading = read_whole(OF_POST + blogger_comment(5, "Yes", parent=4) + "</feed>")
    assert tree(reading.posts[0]) == [("c4", None, ""), ("c5", "c4", "Yes")]
    assert codes(reading) == ["parent-missing"]


def test_comments_of_a_blog_are_parted_by_post() -> None:
    head = f"{BLOGGER_HEAD}<id>tag:blogger.com,1999:blog-7.comments</id><title>Harbour Notes</title>"
    other = blogger_comment(12, "Low tide", post=43).replace("old-crane", "low-tide")
    reading = read_whole(head + blogger_comment(11, "Blue") + other + blogger_comment(13, "Red") + "</feed>")
    assert [(post.url, post.title, [comment.id for comment in post.comments]) for post in reading.posts] == [
        (PAGE, None, ["c11", "c13"]),
        ("http://harbour.example.blogspot.com/2019/05/low-tide.html", None, ["c12"]),
    ]


def test_a_feed_of_posts() -> None:
    reading = read_whole(
        f"""{BLOGGER_HEAD}<id>tag:blogger.com,1999:blog-7</id><title>Harbour Notes</title>
<entry><id>tag:blogger.com,1999:blog-7.post-42</id><published>2019-05-19T08:10:00.001+01:00</published>
<updated>2019-05-20T08:10:00.000+01:00</updated>
<category scheme='http://www.blogger.com/atom/ns#' term='cranes'/>
<category scheme='http://www.blogger.com/atom/ns#' term='history'/>
<title type='text'>The Old Crane</title>
<content type='html'>&lt;p&gt;It stood.&lt;/p&gt;&lt;p&gt;*****&lt;/p&gt;&lt;p&gt;It fell.&lt;/p&gt;</content>
<link rel='replies' type='text/html' href='{PAGE}#comment-form' title='3 Comments'/>
<link rel='alternate' type='text/html' href='{PAGE}' title='The Old Crane'/>
<author><name>Mara</name></author><thr:total>3</thr:total></entry></feed>"""
    )
    post = reading.posts[0]
    assert (post.title, post.url, post.labels) == ("The Old Crane", PAGE, ("cranes", "history"))
    assert post.author == Author("Mara")
    assert [section.body.text for section in post.sections] == ["It stood.", "It fell."]
    assert post.declared_comments == 3
    assert post.updated is not None
    assert post.updated.iso == "2019-05-20T08:10:00+01:00"
