"""Flat comments, as templates from 2003 on write them."""

import pytest
from tests.sources.html.blogger_pages import only_post, page, post, told_of

TWO = [
    ("c1001", None, "Ines", "T22:45", "Lemons. They smell better."),
    ("c1002", None, "Anonymous", "T23:05", "Vinegar is cheaper.\nMuch cheaper."),
]
INES = "<a href='http://www.blogger.com/profile/77' rel='nofollow'>Ines</a>"
LAYOUT = """<h4>2 comments:</h4><dl id='comments-block'>
<dt class='comment-author' id='c1001'><a name='c1001'></a>{ines}
said...
</dt><dd class='comment-body'><p>Lemons. They smell better.</p></dd>
<dd class='comment-footer'><span class='comment-timestamp'><a href='#c1001' title='comment permalink'>
10:45 PM
</a><span class='item-control blog-admin pid-7'><a class='comment-delete'
 href='http://www.blogger.com/delete-comment.g?blogID=1&postID=1001' title='Delete Comment'><img src='t.gif'/></a>
</span></span></dd>
<dt class='comment-author' id='c1002'><a name='c1002'></a>Anonymous said...
</dt><dd class='comment-body'><p>Vinegar is cheaper.<br/>Much cheaper.</p></dd>
<dd class='comment-footer'><span class='comment-timestamp'><a href='#c1002' title='comment permalink'>11:05 PM</a>
</span></dd></dl><p class='comment-footer'><a href='http://www.blogger.com/comment.g?blogID=1'>Post a Comment</a>
</p>"""
INDENTED = """<h4>2 comments:</h4><div id='Blog1_comments-block-wrapper'>
<dl class='avatar-comment-indent' id='comments-block'>
<dt class='comment-author ' id='c1001'><a name='c1001'></a><div class="avatar-image-container vcard"><span dir="ltr">
<a href="http://www.blogger.com/profile/77" class="avatar-hovercard"><img src="p.jpg" alt="" title="Ines"></a></span>
</div>
{ines} said...</dt><dd class='comment-body' id='Blog1_cmt-1001'><p>
Lemons. They smell better.
</p></dd><dd class='comment-footer'><span class='comment-timestamp'>
<a href='#c1001' title='comment permalink'>10:45 PM</a></span></dd>
<dt class='comment-author ' id='c1002'><a name='c1002'></a><div class="avatar-image-container avatar-stock">
<span dir="ltr"><img src="b.gif" alt="" title="Anonymous"></span></div>
Anonymous
said...</dt><dd class='comment-body' id='Blog1_cmt-1002'><p>
Vinegar is cheaper.<br />Much cheaper.
</p></dd><dd class='comment-footer'><span class='comment-timestamp'>
<a href='#c1002' title='comment permalink'>11:05 PM</a></span></dd></dl></div>"""
COMMENT_IDS = """<h4>2 comments:</h4><dl id='comments-block'>
<dt class='comment-author' id='comment-1001'><a name='comment-1001'></a>{ines} said...</dt>
<dd class='comment-body'><p>Lemons. They smell better.</p></dd>
<dd class='comment-footer'><span class='comment-timestamp'><a href='#comment-1001' title='comment permalink'>
10:45 PM</a></span></dd>
<dt class='comment-author' id='comment-1002'><a name='comment-1002'></a>Anonymous said...</dt>
<dd class='comment-body'><p>Vinegar is cheaper.<br/>Much cheaper.</p></dd>
<dd class='comment-footer'><span class='comment-timestamp'><a href='#comment-1002' title='comment permalink'>
11:05 PM</a></span></dd></dl>"""
CLASSIC = """<h4>2 Comments:</h4><dl id="comments-block">
<dt class="comment-poster" id="c1001"><a name="c1001"></a>{ines} said...</dt>
<dd class="comment-body"><p>Lemons. They smell better.</p></dd>
<dd class="comment-timestamp"><a href="#1001" title="comment permalink">10:45 PM</a>
<span class="item-control admin-1 pid-7"><a style="border:none;" href="http://www.blogger.com/delete-comment.g?blogID=1&postID=1001"
title="Delete Comment" ><span class="delete-comment-icon">&nbsp;</span></a></span></dd>
<dt class="comment-poster" id="c1002"><a name="c1002"></a>Anonymous said...</dt>
<dd class="comment-body"><p>Vinegar is cheaper.<br/>Much cheaper.</p></dd>
<dd class="comment-timestamp"><a href="#1002" title="comment permalink">11:05 PM</a></dd></dl>
<p class="comment-timestamp">
<a class="comment-link" href="http://www.blogger.com/comment.g?blogID=1">Post a Comment</a></p>
<a name="links"></a><h4>Links to this post:</h4><dl id="comments-block"></dl>"""
TIME_FIRST = """<h4>2 Comments:</h4><dl id="comments-block">
<dt class="comment-data" id="c1001"><a name="c1001"></a>At <a href="#c1001" title="comment permalink">10:45 PM</a>,
{ines} said&#8230;</dt><dd class="comment-body"><p>Lemons. They smell better.</p></dd>
<dt class="comment-data" id="c1002"><a name="c1002"></a>At <a href="#c1002" title="comment permalink">11:05 PM</a>,
Anonymous said&#8230;</dt><dd class="comment-body"><p>Vinegar is cheaper.<br/>Much cheaper.</p></dd></dl>"""
TEXT_FIRST = """<h4>2 Comments:</h4>
<div class="blogComment"><a name="c1001"></a>Lemons. They smell better.<br/>
<div class="byline"><a href="#c1001" title="permanent link">#</a> posted by {ines} : 10:45 PM</div></div>
<div class="blogComment"><a name="c1002"></a>Vinegar is cheaper.<br/>Much cheaper.<br/>
<div class="byline"><a href="#c1002" title="permanent link">#</a> posted by Anonymous : 11:05 PM</div></div>"""
CONTAINED = """<h3 class='title'>2 comments:</h3><div id='comments-block'>
<div class='comment' id='c1001'><div class='avatar-image-container'><img src='p.jpg'/></div><div class='comment-block'>
<div class='comment-author'>{ines} said...</div><div class='comment-body'>Lemons. They smell better.</div>
<div class='comment-footer'><span class='comment-timestamp'><a href='#c1001' title='comment permalink'>10:45 PM</a>
</span></div></div></div>
<div class='comment' id='c1002'><div class='comment-block'>
<div class='comment-author'>Anonymous said...</div><div class='comment-body'>Vinegar is cheaper.<br/>Much cheaper.</div>
<div class='comment-footer'><span class='comment-timestamp'><a href='#c1002' title='comment permalink'>11:05 PM</a>
</span></div></div></div></div>"""
INNER = """<h4>2 comments:</h4><div id='comment_block'>
<div class='blog-admin' id='c1001'><div class='comment_inner'><div class='comment_header'>
<div class='comment_avatar_wrap'><div class='comment_avatar'><img alt='avatar' src='p.jpg'/></div>
<a class='comment_reply' href='#r_c1001' id='rc1001'>Reply</a></div><div class='clear'></div></div>
<div class='comment_body'><div class='comment_name'>{ines}</div>
<span class='comment_service'><span class='comment_date'>
<a href='#c1001' title='comment permalink'>10:45 PM</a></span></span>
<p>Lemons. They smell better.</p></div><div class='comment_child'></div></div></div>
<div class='blog-admin' id='c1002'><div class='comment_inner'><div class='comment_header'></div>
<div class='comment_body'><div class='comment_name'>Anonymous</div>
<span class='comment_service'><span class='comment_date'>
<a href='#c1002' title='comment permalink'>11:05 PM</a></span></span>
<p>Vinegar is cheaper.<br/>Much cheaper.</p></div></div></div></div>"""
BYLINES = """<div id="blogComments"><a name="c1001"></a><div class="blogComment">
<div class="blogCommentByline">Comment by {ines} on <a href="#c1001" title="Comment permalink">10:45 PM</a></div>
<div class="blogCommentBody">Lemons. They smell better.</div></div>
<a name="c1002"></a><div class="blogComment">
<div class="blogCommentByline">Comment by Anonymous on <a href="#c1002" title="Comment permalink">11:05 PM</a></div>
<div class="blogCommentBody">Vinegar is cheaper.<br/>Much cheaper.</div></div></div>"""
POSTINFO = """<h3>Comments:</h3><dl id="comments-block">
<dt class="postinfo" id="c1001"><a name="c1001"></a>{ines} said...</dt>
<dd class="comment-body"><p>Lemons. They smell better.</p></dd>
<dd class="comment-timestamp"><a href="#1001" title="comment permalink">10:45 PM</a></dd>
<dt class="postinfo" id="c1002"><a name="c1002"></a>Anonymous said...</dt>
<dd class="comment-body"><p>Vinegar is cheaper.<br/>Much cheaper.</p></dd>
<dd class="comment-timestamp"><a href="#1002" title="comment permalink">11:05 PM</a></dd></dl>"""
ARTICLES = """<h3 class='title'>2 Comments</h3><div class='comments-content'>
<article class='comment-block' id='c1001'><strong>{ines}</strong><div class='sb-meta'>10:45 PM</div>
<div>Lemons. They smell better.</div></article>
<article class='comment-block' id='c1002'><strong>Anonymous</strong><div class='sb-meta'>11:05 PM</div>
<div>Vinegar is cheaper.<br/>Much cheaper.</div></article></div>"""
LISTED = """<h3 class="comments">2 responses</h3><ul class="commentlist">
<li class="alt item" id="comment-1001"><div class="commententry">{ines} said:<br />
<span><a href="#comment-1001" title="Comment Permalink">10:45 PM</a></span>
<p>Lemons. They smell better.</p></div></li>
<li class="item" id="comment-1002"><div class="commententry">Anonymous said:<br />
<span><a href="#comment-1002" title="Comment Permalink">11:05 PM</a></span>
<p>Vinegar is cheaper.<br/>Much cheaper.</p></div></li></ul>"""
BARE = """<h4>2 Comments:</h4><p><a name="c1001"></a>{ines} said...<br/>Lemons. They smell better.<br/>
<a href="#c1001">10:45 PM</a></p><p><a name="c1002"></a>Anonymous said...<br/>Vinegar is cheaper.<br/>Much cheaper.<br/>
<a href="#c1002">11:05 PM</a></p>"""
TEMPLATES = {
    name.lower(): text
    for name, text in list(globals().items())
    if name.isupper() and isinstance(text, str) and "{ines}" in text
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_gives_the_same_comments(template: str) -> None:
    read = only_post(page(post(TEMPLATES[template].format(ines=INES))))
    assert told_of(read) == TWO
    assert [comment.author.url if comment.author else "" for comment in read.comments] == [
        "http://www.blogger.com/profile/77",
        None,
    ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_post_stays_apart_from_its_comments(template: str) -> None:
    read = only_post(page(post(TEMPLATES[template].format(ines=INES))))
    assert (read.title, [section.body.text for section in read.sections]) == ("Descaling", ["Vinegar, or lemons?"])
    assert read.declared_comments in (2, None)
