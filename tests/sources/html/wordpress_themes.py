"""The comment lists of WordPress themes and plugins of twenty years, each with a small invented thread."""

THEMES = {
    "twentyten": """<div id="comments"><h3 id="comments-title">2 Responses to <em>Post title</em></h3><ol
class="commentlist">
<li class="comment even thread-even depth-1" id="li-comment-5"><div id="comment-5">
<div class="comment-author vcard">
<img alt='' src='http://g/a' class='avatar avatar-40 photo' height='40' width='40' /> <cite class="fn">
<a href='http://ada.example.org' rel='external nofollow' class='url'>Ada</a>
</cite> <span class="says">says:</span></div><div class="comment-meta commentmetadata">
<a href="https://b.example.org/p/#comment-5">August 3, 2012 at 5:04 pm</a> <a class="comment-edit-link"
href="x">(Edit)</a></div><div class="comment-body"><p>One</p><p>Two</p></div><div class="reply">
<a class='comment-reply-link' href='/p/?replytocom=5#respond' onclick='x'>Reply</a></div></div>
<ul class='children'>
<li class="comment byuser comment-author-autx bypostauthor odd alt depth-2" id="li-comment-6">
<div id="comment-6"><div class="comment-author vcard">
<cite class="fn">Aut Hor</cite> <span class="says">says:</span></div><div class="comment-meta commentmetadata">
<a href="https://b.example.org/p/#comment-6">August 3, 2012 at 6:04 pm</a></div><div class="comment-body">
<p>Reply one</p></div></div></li></ul></li></ol></div>""",
    "twentyeleven": """<div id="comments"><h2
id="comments-title">One thought on &ldquo;<span>Post title</span>&rdquo;</h2>
<ol class="commentlist"><li class="comment even depth-1" id="li-comment-5">
<article id="comment-5" class="comment"><footer class="comment-meta"><div class="comment-author vcard">
<img alt="" class="avatar"/><span class="fn"><a href='http://ada.example.org' class='url'>Ada</a>
</span> on <a href="https://b.example.org/p/#comment-5">
<time pubdate datetime="2012-08-03T17:04:00+00:00">August 3, 2012 at 5:04 pm</time>
</a> <span class="says">said:</span></div></footer><div class="comment-content"><p>One</p></div>
<div class="reply"><a class="comment-reply-link" href="?replytocom=5#respond">Reply <span>&darr;</span></a>
</div></article></li></ol></div>""",
    "twentytwelve": """<div id="comments" class="comments-area">
<h2 class="comments-title">One thought on &ldquo;<span>Post title</span>&rdquo;</h2><ol class="commentlist">
<li class="comment even depth-1" id="li-comment-5"><article id="comment-5" class="comment">
<header class="comment-meta comment-author vcard"><img alt="" class="avatar"/><cite class="fn">
<a href='http://ada.example.org' class='url'>Ada</a> <span> Post author</span></cite>
<a href="https://b.example.org/p/#comment-5">
<time datetime="2012-08-03T17:04:00+00:00">August 3, 2012 at 5:04 pm</time></a></header>
<section class="comment-content comment"><p>One</p><p class="edit-link"><a href=x>Edit</a></p></section>
<div class="reply"><a class="comment-reply-link" href="?replytocom=5#respond">Reply</a></div></article></li>
<li class="comment even depth-1" id="li-comment-7"><article id="comment-7" class="comment">
<header class="comment-meta comment-author vcard"><cite><b class="fn">Bob</b> <span>Post author</span></cite>
<a href="https://b.example.org/p/#comment-7"><time datetime="2012-08-04T17:04:00+00:00">x</time></a></header>
<p class="comment-awaiting-moderation">Your comment is awaiting moderation.</p>
<section class="comment-content comment"><p>Two</p></section></article></li></ol></div>""",
    "block": """<div class="wp-block-comments">
<h2 id="comments" class="wp-block-comments-title">2 responses to &#8220;Post title&#8221;</h2>
<ol class="wp-block-comment-template"><li id="comment-5" class="comment even thread-even depth-1">
<div class="wp-block-columns"><div class="wp-block-column"><div class="wp-block-avatar">
<img alt='Ada Avatar' class='avatar wp-block-avatar__image' src="x"/></div></div><div class="wp-block-column">
<div class="has-small-font-size wp-block-comment-author-name">
<a rel="external nofollow ugc" href="https://ada.example.org" target="_self">Ada</a></div>
<div class="wp-block-comment-date has-small-font-size"><time datetime="2022-08-03T17:04:00+02:00">
<a href="https://b.example.org/p/#comment-5">August 3, 2022</a></time></div>
<div class="wp-block-comment-edit-link"><a>Edit</a></div><div class="wp-block-comment-content"><p>One</p></div>
<div class="wp-block-comment-reply-link has-small-font-size">
<a rel="nofollow" class="comment-reply-link" href="?replytocom=5#respond">Reply</a></div></div></div><ol>
<li id="comment-6" class="comment odd alt depth-2"><div class="wp-block-comment-author-name">Bob</div>
<div class="wp-block-comment-date"><time datetime="2022-08-04T17:04:00+02:00">
<a href="https://b.example.org/p/#comment-6">August 4</a></time></div><div class="wp-block-comment-content">
<p>Two</p></div></li></ol></li></ol><nav class="wp-block-comments-pagination">
<a href="https://b.example.org/p/comment-page-1/#comments"
class="wp-block-comments-pagination-previous">Older</a></nav></div>""",
    "genesis": """<div class="entry-comments" id="comments"><h3>Comments</h3><ol class="comment-list">
<li class="comment even thread-even depth-1" id="comment-5">
<article id="article-comment-5" itemprop="comment" itemscope itemtype="https://schema.org/Comment">
<header class="comment-header">
<p class="comment-author" itemprop="author" itemscope itemtype="https://schema.org/Person">
<img alt='' class='avatar'/><span class="comment-author-name" itemprop="name">
<a href="http://ada.example.org" class="comment-author-link" rel="external nofollow" itemprop="url">Ada</a>
</span> <span class="says">says</span></p><p class="comment-meta">
<time class="comment-time" datetime="2015-08-03T17:04:00+00:00" itemprop="datePublished">
<a href="https://b.example.org/p/#comment-5" class="comment-time-link" itemprop="url">August 3, 2015 at 5:04
pm</a></time></p></header><div class="comment-content" itemprop="text"><p>One</p></div>
<div class="comment-reply"><a class="comment-reply-link" href="?replytocom=5#respond">Reply</a></div></article>
<ul class="children"><li class="comment odd depth-2" id="comment-6">
<article itemprop="comment" itemscope itemtype="https://schema.org/Comment"><header class="comment-header">
<p class="comment-author"><span itemprop="name">Bob</span> <span class="says">says</span></p>
<p class="comment-meta"><time datetime="2015-08-04T17:04:00+00:00">x</time></p></header>
<div class="comment-content" itemprop="text"><p>Two</p></div></article></li></ul></li></ol></div>""",
    "thesis": """<div id="comments"><div class="comments_intro"><p>
<span>2</span> comments&#8230; read them below or <a href="#respond">add one</a></p></div><dl id="comment_list">
<dt class="comment even thread-even depth-1" id="comment-5">
<a href="#comment-5" class="comment_num" title="Permalink to this comment" rel="nofollow">1</a> <span
class="avatar"><img alt=""/></span><span class="comment_author">
<a href='http://ada.example.org' class='url'>Ada</a></span> <span class="comment_time">
<a href="#comment-5" title="Permalink to this comment">August 3, 2009 at 5:04 pm</a></span></dt>
<dd class="comment even thread-even depth-1"><div class="format_text" id="comment-body-5"><p>One</p>
<p class="reply"><a class='comment-reply-link' href='x'>Reply</a></p></div></dd>
<dt class="comment odd" id="comment-6"><span class="comment_author">Bob</span> <span class="comment_time">
<a href="#comment-6">August 4, 2009 at 5:04 pm</a></span></dt><dd class="comment odd">
<div class="format_text" id="comment-body-6"><p>Two</p></div></dd></dl></div>""",
    "wpdiscuz": """<div id="comments" class="comments-area"><div id="wpdcom" class="wpdiscuz_unauth wpd-default">
<div id="wpd-threads" class="wpd-thread-wrapper"><div class="wpd-thread-head"><div class="wpd-thread-info">
<span class='wpdtc' title='3'>3</span> Comments</div></div><div class="wpd-thread-list">
<div id='wpd-comm-5_0' class='comment even thread-even depth-1 wpd-comment wpd_comment_level-1'>
<div class="wpd-comment-wrap wpd-blog-guest"><div class="wpd-comment-left"><div class="wpd-avatar">
<img alt='Ada' src='x' class='avatar'/></div></div><div id="comment-5" class="wpd-comment-right">
<div class="wpd-comment-header"><div class="wpd-comment-author">
<a href='http://ada.example.org' rel='noreferrer ugc nofollow' target='_blank'>Ada</a></div>
<div class="wpd-comment-date" title="August 3, 2021 5:04 pm"><i class='far fa-clock'></i> 2 years ago</div>
<div class="wpd-comment-link wpd-hidden"><span><i data-wpd-clipboard='https://b.example.org/p/#comment-5'></i>
</span></div></div><div class="wpd-comment-text"><p>One</p></div><div class="wpd-comment-footer">
<div class="wpd-vote"><div class='wpd-vote-result' title='3'>3</div></div><div class="wpd-reply-button">
<span>Reply</span></div></div></div></div><div id='wpdiscuz_form_anchor-5_0'></div>
<div id='wpd-comm-6_5' class='comment odd alt depth-2 wpd-comment wpd-reply wpd_comment_level-2'>
<div class="wpd-comment-wrap wpd-blog-post_author"><div id="comment-6" class="wpd-comment-right">
<div class="wpd-comment-header"><div class="wpd-comment-author">Aut Hor</div>
<div class="wpd-comment-date" title="August 4, 2021 5:04 pm">2 years ago</div><div class="wpd-reply-to"><i>
</i> Reply to&nbsp; <a href='#comment-5' class=''>Ada</a></div></div><div class="wpd-comment-text"><p>Two</p>
</div></div></div><div id='wpd-comm-7_6' class='comment even depth-3 wpd-comment wpd-reply wpd_comment_level-3'>
<div class="wpd-comment-wrap"><div id="comment-7"><div class="wpd-comment-author">Ada</div>
<div class="wpd-comment-date" title="August 5, 2021 5:04 pm">x</div><div class="wpd-comment-text"><p>Three</p>
</div></div></div></div></div></div></div></div></div></div>""",
    "p2": """<ul class="commentlist inlinecomments"><li class="comment byuser depth-1" id="comment-5">
<img alt='' class='avatar'/><h4>
<a href="http://ada.example.org" rel="external nofollow" class="url">Ada</a> <span class="meta">5:04 pm
<em>on</em> August 3, 2010 <span class="actions">
<a class="thepermalink" href="https://b.example.org/p/#comment-5" title="Permalink">Permalink</a> | <a
class='comment-reply-link' href='x'>Reply</a></span></span></h4>
<div id="commentcontent-5" class="commentcontent"><p>One</p></div><ul class="children">
<li class="comment depth-2" id="comment-6">
<h4>Bob <span class="meta">6:04 pm <em>on</em> August 3, 2010 <span class="actions">
<a class="thepermalink" href="https://b.example.org/p/#comment-6">Permalink</a></span></span></h4>
<div id="commentcontent-6" class="commentcontent"><p>Two</p></div></li></ul></li></ul>""",
    "disqus": """<div id="disqus_thread"><div id="dsq-content"><ul id="dsq-comments">
<li class="comment even thread-even depth-1" id="dsq-comment-5">
<div id="dsq-comment-header-5" class="dsq-comment-header"><cite id="dsq-cite-5">
<a id="dsq-author-user-5" href="http://ada.example.org" target="_blank">Ada</a></cite></div>
<div id="dsq-comment-body-5" class="dsq-comment-body">
<div id="dsq-comment-message-5" class="dsq-comment-message"><p>One</p></div></div><ul class="children">
<li class="comment depth-2" id="dsq-comment-6"><div class="dsq-comment-header"><cite id="dsq-cite-6">
<span id="dsq-author-user-6">Bob</span></cite></div><div class="dsq-comment-body">
<div class="dsq-comment-message"><p>Two</p></div></div></li></ul></li><li class="post pingback">
<p>Pingback: <a href="http://x">Other</a></p></li></ul></div></div>""",
    "divi": """<section id="comment-wrap"><h1 id="comments" class="page_title">2 Comments</h1><ol
class="commentlist clearfix">
<li class="comment even depth-1" id="li-comment-5"><article id="comment-5" class="comment-body clearfix">
<div class="comment_avatar"><img alt="Ada"/></div><div class="comment_postinfo"><span class="fn">
<a href="http://ada.example.org" class="url">Ada</a>
</span> <span class="comment_date">on August 3, 2016 at 5:04 pm</span></div><div class="comment_area">
<div class="comment-content clearfix"><p>One</p><span class="reply-container">
<a class="comment-reply-link" href="x">Reply</a></span></div></div></article><ul class="children">
<li class="comment odd depth-2" id="li-comment-6"><article id="comment-6" class="comment-body clearfix">
<div class="comment_postinfo">
<span class="fn">Bob</span> <span class="comment_date">on August 4, 2016 at 5:04 am</span></div>
<div class="comment_area"><div class="comment-content clearfix"><p>Two</p></div></div></article></li></ul></li>
</ol></section>""",
    "avada": """<div id="comments" class="comments-container"><div class="fusion-title">
<h3 class="title-heading-left">2 Comments</h3></div><ol class="comment-list commentlist">
<li class="comment even depth-1" id="comment-5"><div class="the-comment"><div class="avatar">
<img alt='' class='avatar'/></div><div class="comment-box"><div class="comment-author meta"><strong>
<a href='http://ada.example.org' class='url'>Ada</a>
</strong>August 3, 2016 at 5:04 pm<a rel="nofollow" class="comment-reply-link" href="?replytocom=5#respond"> -
Reply</a></div><div class="comment-text"><p>One</p></div></div></div><ul class="children">
<li class="comment odd depth-2" id="comment-6"><div class="the-comment"><div class="comment-box">
<div class="comment-author meta">
<strong>Bob</strong> August 4, 2016 at 5:04 pm <a class="comment-reply-link" href="x"> - Reply</a></div>
<div class="comment-text"><p>Two</p></div></div></div></li></ul></li></ol></div>""",
    "canvas": """<div id="comments"><h3>2 Responses to <em>Post title</em></h3><ol class="commentlist">
<li class="comment even depth-1"><a name="comment-5"></a><div id="li-comment-5" class="comment-container">
<div class="avatar"><img/></div><div class="comment-head"><span class="name">
<a href='http://ada.example.org'>Ada</a>
</span> <span class="date">August 3, 2010 at 5:04 pm</span> <span class="perma">
<a href="https://b.example.org/p/#comment-5" title="Direct link">#</a></span> <span class="edit"></span></div>
<div class="comment-entry" id="comment-5"><p>One</p><div class="reply"><a class='comment-reply-link'>Reply</a>
</div></div></div><ul class="children"><li class="comment odd depth-2"><a name="comment-6"></a>
<div id="li-comment-6" class="comment-container"><div class="comment-head">
<span class="name">Bob</span> <span class="date">August 4, 2010 at 5:04 pm</span></div>
<div class="comment-entry" id="comment-6"><p>Two</p></div></div></li></ul></li></ol></div>""",
    "sandbox": """<div id="comments"><div id="comments-list" class="comments"><h3><span>2</span> Comments</h3><ol>
<li id="comment-5" class="comment c-y2007 c-m08 alt c1"><div class="comment-author vcard"><img class="avatar"/>
<span class="fn n"><a href="http://ada.example.org" class="url">Ada</a></span></div>
<div class="comment-meta">Posted August 3, 2007 at 5:04 pm <span class="meta-sep">|</span> <a href="#comment-5"
title="Permalink to this comment">Permalink</a></div><p>One</p><p>Two</p></li>
<li id="comment-6" class="comment c2"><div class="comment-author vcard"><span class="fn n">Bob</span></div>
<div class="comment-meta">Posted August 4, 2007 at 5:04 pm <span class="meta-sep">|</span> <a
href="#comment-6">Permalink</a></div><p>Three</p></li></ol></div></div>""",
    "default27": """<h3 id="comments">2 Responses to &#8220;Post title&#8221;</h3><ol class="commentlist">
<li class="comment even thread-even depth-1" id="comment-5"><div id="div-comment-5" class="comment-body">
<div class="comment-author vcard"><img alt='' class='avatar'/><cite class="fn">
<a href='http://ada.example.org' class='url'>Ada</a></cite> <span class="says">says:</span></div>
<div class="comment-meta commentmetadata">
<a href="https://b.example.org/p/#comment-5">August 3, 2009 at 5:04 pm</a>&nbsp;&nbsp;</div><p>One</p><p>Two</p>
<div class="reply"><a rel='nofollow' class='comment-reply-link' href='x'>Reply</a></div></div>
<ul class='children'><li class="comment odd alt depth-2" id="comment-6">
<div id="div-comment-6" class="comment-body"><div class="comment-author vcard">
<cite class="fn">Bob</cite> <span class="says">says:</span></div><div class="comment-meta commentmetadata">
<a href="https://b.example.org/p/#comment-6">August 4, 2009 at 5:04 pm</a></div><p>Three</p></div></li></ul>
</li></ol>""",
    "newspaper": """<div class="comments" id="comments"><div class="td-comments-title-wrap"><h4
class="td-comments-title">
<span>1 COMMENT</span></h4></div><ol class="comment-list"><li class="comment" id="comment-5"><article><footer>
<img alt='' class='avatar'/><cite><a href='http://ada.example.org' class='url'>Ada</a></cite>
<a class="comment-link" href="#li-comment-5"><time pubdate="1470243840">August 3, 2016 At 5:04 pm</time></a>
</footer><div class="comment-content"><p>One</p></div><div class="comment-meta" id="comment-5">
<a class='comment-reply-link'>Reply</a></div></article></li></ol></div>""",
    "kubrick-de": """<h3 id="comments">2 Reaktionen zu &#8220;Post title&#8221;</h3><ol class="commentlist">
<li class="alt" id="comment-5"><cite>Ada</cite> schreibt: <br /><small class="commentmetadata">
<a href="#comment-5" title="">3. August 2005 um 17:04</a> </small><p>One</p></li><li id="comment-6"><cite>
<a href="http://x.example.org">Bob</a></cite> sagt:<br /><small class="commentmetadata">
<a href="#comment-6" title="">4. August 2005 um 17:04</a></small><p>Two</p></li></ol>""",
    "idc": """<div id="idc-container"><div id="idc-cover"><div
id="IDCommentsHead"><h3>Comments (<span>2</span>)</h3></div>
<div class="idc-thread" id="idc-thread-5"><div class="idc-c" id="IDComment5"><div class="idc-c-h">
<div class="idc-c-h-inner"><a class="idc-avatar"><img/></a><p>
<a href="http://intensedebate.com/people/ada" class="idc-a">Ada</a> <span>&middot;</span> <span
class="idc-time">812 weeks ago</span></p></div></div><div class="idc-c-t" id="IDComment-CommentText5">
<div class="idc-c-t-inner"><p>One</p></div></div><div class="idc-c-b">Reply</div></div><div class="idc-thread">
<div class="idc-c" id="IDComment6"><div class="idc-c-h"><p>Bob</p></div><div class="idc-c-t"><p>Two</p></div>
</div></div></div></div></div><div id="idc-noscript"></div>""",
    "children-outside": """<h3 id="comments">2 Responses</h3><ol class="commentlist"><li id="comment-5"><cite
class="fn">Ada</cite>
<div class="comment-content">One</div></li><ul class="children"><li id="comment-6"><cite class="fn">Bob</cite>
<div class="comment-content">Two</div></li><ul class="children"><li id="comment-7"><cite class="fn">Cy</cite>
<div class="comment-content">Three</div></li></ul></ul><li id="comment-8"><cite class="fn">Di</cite>
<div class="comment-content">Four</div></li></ol>""",
    "meta-below": """<div id="comments"><ol class="commentlist"><li id="comment-5"><div
class="commenttext"><p>One</p></div>
<p class="commentmeta">Posted by <a href="http://ada.example.org">Ada</a> on August 3, 2005 at 5:04 pm | <a
href="#comment-5">Permalink</a></p></li><li id="comment-6"><div class="commenttext"><p>Two</p></div>
<p class="commentmeta">Posted by Bob on August 4, 2005 at 5:04 pm | <a href="#comment-6">Permalink</a></p></li>
</ol></div>""",
    "wc5": """<div id="wpcomm"><div class="wc-thread-wrapper">
<div id="wc-comm-5_0" class="comment even thread-even depth-1 wc-comment wc-blog-guest wc_comment_level-1">
<div class="wc-comment-left"><img/></div><div id="comment-5" class="wc-comment-right">
<div class="wc-comment-header"><div class="wc-comment-author"><a href='http://ada.example.org'>Ada</a></div>
<div class="wc-comment-link"></div></div><div class="wc-comment-text"><p>One</p></div>
<div class="wc-comment-footer"><div class="wc-vote-link">+</div>
<div class="wc-comment-date">August 3, 2016 5:04 pm</div></div></div>
<div id="wc-comm-6_5" class="comment odd depth-2 wc-comment wc-reply wc_comment_level-2">
<div id="comment-6" class="wc-comment-right"><div class="wc-comment-header">
<div class="wc-comment-author">Bob</div></div><div class="wc-comment-text"><p>Two</p></div>
<div class="wc-comment-footer"><div class="wc-comment-date">August 4, 2016 5:04 pm</div></div></div></div></div>
</div></div>""",
}

BLOCKS_ARTICLE = """<main class="wp-block-group"><h1 class="wp-block-post-title">Post title</h1><div
class="wp-block-post-date">
<time datetime="2022-08-01T10:00:00+02:00"><a href="https://b.example.org/p/">August 1, 2022</a></time></div>
<p>by</p><div class="wp-block-post-author"><div class="wp-block-post-author__content">
<p class="wp-block-post-author__name">Aut Hor</p></div></div><div class="taxonomy-category wp-block-post-terms">
<a href="x" rel="tag">Cat</a></div><div class="entry-content wp-block-post-content"><p>Body text.</p></div>
</main>"""
