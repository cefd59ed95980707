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


THEME = """<article class='blog-post hentry'><h1 class='post-title'>Descaling</h1>
<div class='post-body'>Vinegar, or lemons?</div></article><section id='comments' class='comments'><h3>1 comment</h3>
<ol><li class='comment' id='c1001'><div class='comment-block'><cite class='user'>Ines</cite>
<p class='comment-content'>Lemons.</p></div></li></ol></section>
<aside><div class='widget HTML'><article class='cmm-item'><h2 class='entry-title'><a
href='https://kettle.blogspot.example/2005/01/x.html?showComment=1104537600000#c9001'>Jo</a></h2></article></div></aside>
"""


def test_recent_comments_in_the_margin_are_no_posts() -> None:
    found = only_post(page(THEME, address="https://kettle.blogspot.example/descaling"))
    assert found.title == "Descaling"
    assert told_of(found) == [("c1001", None, "Ines", None, "Lemons.")]


CITED = """<a name='comments'></a><h3 id='comments'>1 comment:</h3><ol class='commentlist'><li>
<a name='comment-1001001'></a><cite><a href='http://www.blogger.com/profile/77'>Ines</a></cite> Says:
<small class='commentmetadata'><a href='#comment-1001001'>6 June 2006 at 22:45</a></small>
<p>Lemons.</p></li></ol>"""


def test_a_template_after_a_theme_of_wordpress() -> None:
    body = f"<div class='post'><h3 class='post-title'>Descaling</h3><div class='post-body'>Oh.</div></div>{CITED}"
    assert told_of(only_post(page(body))) == [("c1001001", None, "Ines", "2006-06-06T22:45", "Lemons.")]


def test_a_title_that_leads_to_another_site_is_no_address() -> None:
    body = (
        "<div class='post'><h2 class='post-title'><a href='http://jo.example.org/x'>Descaling</a></h2>"
        "<div class='post-body'>Oh.</div><p class='post-footer'>posted by Ada @ <a title='permanent link' "
        "href='http://kettle.blogspot.example/2006/06/descaling.html'>6/26/2006 09:46:00 AM</a></p></div>"
    )
    bare = page(body).replace(
        b"<link href='https://kettle.blogspot.example/2006/06/descaling.html' rel='canonical'/>", b""
    )
    found = only_post(bare)
    assert found.url == "http://kettle.blogspot.example/2006/06/descaling.html"
    assert found.published is not None
    assert found.published.iso == "2006-06-26T09:46:00"


def test_a_heading_of_the_fourth_rank_is_a_title_where_no_other_is() -> None:
    body = (
        "<div class='post'><h4>Descaling</h4>Oh.<br/><br/>Ah.<p class='posted'>posted by Ada at <a "
        "href='http://kettle.blogspot.example/2006/06/descaling.html'>9:46 AM</a></p></div>"
    )
    found = only_post(page(body))
    assert found.author is not None
    assert (found.title, found.author.name) == ("Descaling", "Ada")
    assert [section.body.text for section in found.sections] == ["Oh.\n\nAh."]
