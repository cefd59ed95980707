"""Oddities of Blogger's templates from the time before 2007."""

from tests.sources.html.blogger_pages import only_post, page, post, told_of

ICONS = """<h4>1 Comments:</h4><dl id="comments-block"><dt class="comment-poster" id="c1001"><a name="c1001"></a>
<span style="line-height:16px" class="comment-icon blogger-comment-icon"><img src="b16.gif" alt="Blogger"></span>
&nbsp;<a href="http://www.blogger.com/profile/77" rel="nofollow">Ines</a> said...</dt>
<dd class="comment-body"><p>Lemons.</p></dd>
<dd class="comment-timestamp"><a href="#c1001" title="comment permalink">10:45 PM</a></dd></dl>"""
BACKLINKS = """<a name="links"></a><h4>Links to this post:</h4><dl id="comments-block">
<dt class="comment-title"><a href="http://pots.example.org/" rel="nofollow">On pots</a></dt>
<dd class="comment-body">Read about lemons elsewhere.<br><span class="comment-poster"><em>posted by Jo @ 5:05 PM</em>
</span></dd></dl>"""
BARE = f"""<html><head><title>The Kettle Pages: Descaling</title><meta name="generator" content="Blogger"></head><body>
<h2 class="date-header">Tuesday, June 06, 2006</h2><div class="post"><h3 class="post-title">Descaling</h3>
<div class="post-body"><div>Vinegar, or lemons?</div></div>
<p class="post-footer"><em>posted by Ada at <a href="http://kettle.blogspot.example/2006/06/descaling.html"
title="permanent link">9:46 AM</a></em></p></div><a name="comments"></a><h3>1 Comments:</h3><dl>
<dt id="c1001001"><a name="c1001001"></a> At <a href="#c1001001" title="comment permalink">10:45 PM</a>,
<a href="http://www.blogger.com/profile/77">Ines</a> said...</dt><dd><p>Lemons.</p>
<a href="http://www.blogger.com/delete-comment.g?blogID=1&postID=1001001"><img src="trash.gif"></a></dd></dl>
{BACKLINKS}</body></html>""".encode()


def test_an_icon_is_no_name_and_a_link_from_elsewhere_no_comment() -> None:
    assert told_of(only_post(page(post(ICONS + BACKLINKS)))) == [("c1001", None, "Ines", "T22:45", "Lemons.")]


def test_a_page_without_classes_for_comments() -> None:
    found = only_post(BARE)
    assert told_of(found) == [("c1001001", None, "Ines", "T22:45", "Lemons.")]
    assert found.declared_comments == 1


def test_the_line_below_the_post_names_author_time_and_address() -> None:
    found = only_post(BARE)
    assert found.author is not None
    assert found.author.name == "Ada"
    assert found.published is not None
    assert found.published.iso == "2006-06-06T09:46"
    assert found.url == "http://kettle.blogspot.example/2006/06/descaling.html"
