"""The comments of other blog engines, each with a small invented thread."""

ENGINES = {
    "typepad": """<div class="comments"><h3 class="comments-header">Comments</h3><div class="comments-content">
<div class="comment comment-odd" id="comment-6a00d8341"><div class="comment-content">
<span id="comment-6a00d8341-content"><p>One</p></span></div>
<p class="comment-footer">Posted by: <a rel="nofollow" href="http://ada.example.org">Ada</a> | <a
href="https://b.example.org/p/#comment-6a00d8341"><abbr>August 03, 2005 at 05:04 PM</abbr></a></p></div>
<div class="comment comment-even" id="comment-6a00d8342"><div class="comment-content"><p>Two</p></div>
<p class="comment-footer">Posted by: Bob | <a href="https://b.example.org/p/#comment-6a00d8342">August 04, 2005
at 05:04 PM</a></p></div></div></div>""",
    "mt3": """<div id="comments"><div class="comment" id="c12"><a id="c12"></a><p>One</p>
<p class="posted">Posted by: <a href="http://ada.example.org">Ada</a> at August 3, 2005 5:04 PM</p></div>
<div class="comment" id="c13"><p>Two</p><p class="posted">Posted by: Bob at August 4, 2005 5:04 PM</p></div>
</div>""",
    "mt4": """<div id="comments" class="comments"><h2 class="comments-header">2 Comments</h2>
<div class="comment" id="comment-12"><div class="inner"><div class="comment-header"><div class="asset-meta">
<span class="byline"><span class="vcard author"><a href="http://ada.example.org">Ada</a></span> said:</span>
</div></div><div class="comment-content"><p>One</p></div><div class="comment-footer"><a href="#comment-12">
<abbr class="published" title="2009-08-03T17:04:00+01:00">August 3, 2009 5:04 PM</abbr></a></div></div></div>
<div class="comment" id="comment-13"><div class="inner"><div class="comment-header"><span class="byline">
<span class="vcard author">Bob</span> replied to <a href="https://b.example.org/p/#comment-12">comment from
Ada</a></span></div><div class="comment-content"><p>Two</p></div><div class="comment-footer">
<a href="#comment-13"><abbr class="published" title="2009-08-04T17:04:00+01:00">x</abbr></a></div></div></div>
</div>""",
    "s9y": """<div class="serendipity_comments"><div class="serendipity_commentsTitle">Comments</div><a id="c12"></a>
<div id="serendipity_comment_12" class="serendipity_comment serendipity_comment_author_ada even"
style="padding-left: 0px"><div class="serendipity_commentBody">One</div><div class="serendipity_comment_source">
<a class="comment_source_trace" href="#c12">#1</a> <span class="comment_source_author">
<a href="http://ada.example.org">Ada</a>
</span> on <span class="comment_source_ctime">2005-08-03 17:04</span> (<a class="comment_reply"
href="#serendipity_CommentForm">Reply</a>)</div></div><a id="c13"></a>
<div id="serendipity_comment_13" class="serendipity_comment odd" style="padding-left: 20px">
<div class="serendipity_commentBody">Two</div><div class="serendipity_comment_source">
<a class="comment_source_trace" href="#c13">#1.1</a> <span class="comment_source_author">Bob</span> on <span
class="comment_source_ctime">2005-08-04 17:04</span></div></div><a id="c14"></a>
<div id="serendipity_comment_14" class="serendipity_comment even" style="padding-left: 0px">
<div class="serendipity_commentBody">Three</div><div class="serendipity_comment_source">
<span class="comment_source_author">Cy</span></div></div></div>""",
    "drupal": """<div id="comments"><h2 class="comments">Comments</h2><a id="comment-12"></a><div class="comment odd">
<div class="clear-block"><span class="submitted">Fri, 08/03/2009 - 17:04 — <a href="/user/ada">Ada</a></span>
<h3><a href="/node/1#comment-12" class="active">Subject one</a></h3><div class="content"><p>One</p></div></div>
<div class="links"><ul class="links"><li class="comment_reply first last">
<a href="/comment/reply/1/12">reply</a></li></ul></div></div><div class="indented"><a id="comment-13"></a>
<div class="comment even"><span class="submitted">Sat, 08/15/2009 - 17:04 — <span class="username">Bob</span>
</span><h3><a href="/node/1#comment-13">Re</a></h3><div class="content"><p>Two</p></div></div></div>
<a id="comment-14"></a><div class="comment odd">
<span class="submitted">Sun, 08/16/2009 - 17:04 — <span class="username">Cy</span></span><div class="content">
<p>Three</p></div></div></div>""",
    "dotclear": """<div id="comments"><h3>Commentaires</h3><dl><dt id="c12" class="odd first">
<a href="#c12" class="comment-number">1.</a> Le mercredi 3 août 2005, 17:04 par <a
href="http://ada.example.org" rel="nofollow">Ada</a></dt><dd class="odd first"><p>One</p></dd><dt id="c13">
<a href="#c13" class="comment-number">2.</a> Le jeudi 4 août 2005, 17:04 par Bob</dt><dd><p>Two</p></dd></dl>
</div>""",
    "hn": """<table class="comment-tree"><tr class="athing comtr" id="101"><td><table><tr><td class="ind" indent="0">
<img src="s.gif" height="1" width="0"></td><td class="votelinks"></td><td class="default"><div>
<span class="comhead">
<a href="user?id=ada" class="hnuser">ada</a> <span class="age" title="2019-08-03T17:04:00 1564851840">
<a href="item?id=101">3 years ago</a>
</span> <span class="navs">| <a href="#103" class="clicky">next</a> <a class="togg clicky" id="101" n="2"
href="javascript:void(0)">[–]</a></span></span></div><br><div class="comment">
<div class="commtext c00">One<p>more</p></div><div class="reply"><p><font size="1"><u>
<a href="reply?id=101">reply</a></u></font></p></div></div></td></tr></table></td></tr>
<tr class="athing comtr" id="102"><td><table><tr><td class="ind" indent="1">
<img src="s.gif" height="1" width="40"></td><td class="default"><div><span class="comhead">
<a href="user?id=bob" class="hnuser">bob</a> <span class="age" title="2019-08-04T17:04:00 1">
<a href="item?id=102">3 years ago</a></span></span></div><br><div class="comment">
<div class="commtext c00">Two</div></div></td></tr></table></td></tr><tr class="athing comtr" id="103"><td>
<table><tr><td class="ind" indent="0"><img width="0"></td><td class="default"><span class="comhead">
<a class="hnuser">cy</a></span><div class="comment"><div class="commtext">Three</div></div></td></tr></table>
</td></tr></table>""",
    "b2evo": """<h4>2 comments</h4><div class="bComment"><a name="c12"></a>
<div class="bCommentTitle">Comment from: <strong>Ada</strong> [Visitor]</div><div class="bCommentText">
<p>One</p></div><div class="bCommentSmallPrint"><a href="#c12">Permalink</a> 08/23/05 @ 17:04</div></div>
<div class="bComment"><a name="c13"></a><div class="bCommentTitle">Comment from: Bob [Visitor]</div>
<div class="bCommentText"><p>Two</p></div><div class="bCommentSmallPrint">08/24/05 @ 17:04</div></div>""",
    "livejournal": """<div id="comments"><div class="b-tree-twig b-tree-twig-1" style="margin-left:0px">
<div class="b-leaf comment-wrap" id="ljcmt101"><span class="ljuser"><a href="http://ada.example.org/"><b>ada</b></a>
</span> <span class="b-leaf-createdtime">August 3 2013, 17:04:00</span><div class="b-leaf-article">One</div></div></div>
<div class="b-tree-twig b-tree-twig-2" style="margin-left:30px"><div class="b-leaf comment-wrap" id="ljcmt102">
<span class="ljuser"><b>bob</b></span> <span class="b-leaf-createdtime">August 4 2013, 17:04:00</span>
<div class="b-leaf-article">Two</div></div></div></div>""",
}
