"""Blogger pages whose templates mark no part of the post: tables, bare headings, engines' own classes."""

from tests.sources.html.blogger_pages import only_post, told_of

from probreader.domain.post import Post
from probreader.sources import read

HEAD = (
    "<html><head><title>Kettle Pages: Descaling</title><meta name='generator' content='Blogger'></head>"
    "<body><table><tr><td><h2>Kettle Pages</h2>"
)
ANCHORS = f"""{HEAD}<h3>Monday, March 17, 2003</h3><p><b>Descaling</b></p><p>Vinegar, or lemons?</p><p>I wait.</p>
<p><em>posted by Ada at <a href="http://kettle.blogspot.example/2003/03/descaling.html" title="permanent link">10:10 AM
</a></em></p><a name="comments"></a><h4>2 Comments:</h4>
<a name="c104567890123456789"></a> At <a href="#c104567890123456789">3/17/2003 10:20 AM</a>,
<a href="http://www.blogger.com/profile/77">Ines</a> said...<br><p>Lemons.<br>Really.</p><hr>
<a name="c104567890123456799"></a> At <a href="#c104567890123456799">3/18/2003 11:20 AM</a>, Anonymous said...<br>
<p>No.</p><hr><a href="http://www.blogger.com/comment.g?blogID=1&postID=9">Post a Comment</a></td></tr></table>"""
POSTS = f"""{HEAD}</td><td><div class="posts"><a name="1"></a><h3>Monday, March 17, 2003</h3><h2><font color="#000080">
 Descaling </font></h2><p><div style="clear:both;"></div><p><br />Vinegar, or <a href="/l">lemons</a>?<br /></p>
<blockquote><br />I wait.<br /></blockquote></p><span class="byline">posted by Ada at
<a href="http://kettle.example.org/k/2003/03/descaling.asp">3/17/2003 06:42:03 AM</a></span><div class="blogComments">
&nbsp;<br /><b><i>Comments:</i></b><div class="blogComment">&nbsp;<br /><a name="104567890123456789"></a> Lemons.<BR>
<div class="byline"><a href="http://kettle.example.org/k/2003/03/descaling.asp#104567890123456789"
title="permanent link">#</a> posted by <a href="http://www.blogger.com/profile/77">Ines</a>: 5:37 PM</div></div></div>
</div></td></tr></table>"""
CLASSES = f"""{HEAD}</td><td><div class="blog-entry"><h2 class="date">Monday, March 17, 2003</h2><h3>Descaling</h3>
<div class="entry-body"><p>Vinegar, or lemons?</p><p>I wait.</p><p class="blogger-labels">Labels: <a rel="tag"
href="/tea">tea</a></p></div><p class="meta">Posted by Ada at
<a href="http://kettle.blogspot.example/2003/03/descaling.html">10:10 AM</a></p></div><div id="comments">
<h4>1 comment:</h4><dl id="comments-block"><dt id="c104567890123456789"><a name="c104567890123456789"></a>
<a href="http://www.blogger.com/profile/77">Ines</a> said...</dt><dd><p>Lemons.</p></dd></dl></div></td></tr></table>"""
BARE = """<html><head><title>Descaling</title></head><body><div id="content"><h1>Descaling</h1><p>Vinegar, or lemons?
</p><p>I wait.</p><div id="blogComments"><a name="c104567890123456789"></a><div class="blogComment">
<div class="blogCommentByline">Comment by <a href="http://www.blogger.com/profile/77">Ines</a> on
<a href="#c104567890123456789" title="Comment permalink">October 21, 2008 12:53 AM</a></div>
<div class="blogCommentBody">Lemons.</div></div><div class="blogCommentsClosed">Closed.</div></div></div></body>"""


def head_of(post: Post) -> tuple[str | None, str | None, str | None]:
    """Title, author and time."""
    author, published = post.author, post.published
    return post.title, None if author is None else author.name, None if published is None else published.iso


def text_of(post: Post) -> list[str]:
    return [section.body.text for section in post.sections]


def test_bare_anchors_part_the_comments() -> None:
    found = only_post(ANCHORS.encode())
    assert head_of(found) == ("Descaling", "Ada", "2003-03-17T10:10")
    assert found.url == "http://kettle.blogspot.example/2003/03/descaling.html"
    assert text_of(found) == ["Vinegar, or lemons?\n\nI wait."]
    assert told_of(found) == [
        ("c104567890123456789", None, "Ines", "2003-03-17T10:20", "Lemons.\nReally."),
        ("c104567890123456799", None, "Anonymous", "2003-03-18T11:20", "No."),
    ]


def test_a_post_in_the_cell_of_a_table() -> None:
    found = only_post(POSTS.encode())
    assert head_of(found) == ("Descaling", "Ada", "2003-03-17T06:42:03")
    assert found.url == "http://kettle.example.org/k/2003/03/descaling.asp"
    assert text_of(found) == ["Vinegar, or lemons?\n\nI wait."]
    assert told_of(found) == [("c104567890123456789", None, "Ines", "T17:37", "Lemons.")]


def test_a_post_in_classes_of_nobody_else() -> None:
    found = only_post(CLASSES.encode())
    assert head_of(found) == ("Descaling", "Ada", "2003-03-17T10:10")
    assert text_of(found) == ["Vinegar, or lemons?\n\nI wait."]
    assert found.labels == ("tea",)
    assert told_of(found) == [("c104567890123456789", None, "Ines", None, "Lemons.")]


def test_what_stands_above_the_comments_is_the_post_where_nothing_else_tells() -> None:
    reading = read(BARE.encode())
    (found,) = reading.posts
    assert [problem.code for problem in reading.problems] == ["post-inferred"]
    assert (found.title, text_of(found)) == ("Descaling", ["Vinegar, or lemons?\n\nI wait."])
    assert told_of(found) == [("c104567890123456789", None, "Ines", "2008-10-21T00:53", "Lemons.")]
