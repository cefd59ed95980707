"""Pages of WordPress themes of twenty years; every tree is written by hand."""

from tests.sources.html.trees import codes, read_both, rows, the_post

SHAPE = "wordpress-html"

KUBRICK = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x"><html><head>
<title>The Allotment &raquo; Blog Archive &raquo; On Slugs</title>
<meta name="generator" content="WordPress 1.5.2" /></head><body>
<div id="header"><h1><a href="http://allotment.example.org/">The Allotment</a></h1></div>
<div id="content"><div class="navigation"><div class="alignleft">&laquo; <a
href="/2005/07/rain/">Rain</a></div></div>
<div class="post" id="post-12">
<h2><a href="http://allotment.example.org/2005/08/slugs/" rel="bookmark"
title="Permanent Link: On Slugs">On Slugs</a></h2>
<div class="entrytext"><p>They came <em>at night</em>.</p><p>All of them.</p>
<p class="postmetadata alt"><small>This entry was posted on Tuesday, August 2nd, 2005 at 9:15 pm and is filed under
<a href="http://allotment.example.org/category/pests/" title="View all posts in Pests" rel="category tag">Pests</a>.
</small></p></div></div>
<h3 id="comments">3 Responses to &#8220;On Slugs&#8221;</h3>
<ol class="commentlist">
<li class="alt" id="comment-7"><cite><a href="http://berta.example.org" rel="external nofollow">Berta</a></cite> Says:
<br /><small class="commentmetadata"><a href="#comment-7" title="">August 3rd, 2005 at 5:04 pm</a> </small>
<p>Beer traps: they work.</p><p>Trust me.</p></li>
<li class="" id="comment-9"><cite>Ottokar</cite> Says:
<br /><small class="commentmetadata"><a href="#comment-9" title="">August 4th, 2005 at 12:30 am</a> </small>
<p>Says: who?</p></li>
<li class="alt" id="comment-11"><cite>Berta</cite> Says:
<br /><small class="commentmetadata"><a href="#comment-11" title="">August 4th, 2005 at 12:05 pm</a> </small>
<p>I say.</p></li>
</ol><h3 id="respond">Leave a Reply</h3><form id="commentform"><textarea></textarea></form></div></body></html>"""


def test_kubrick_of_2005() -> None:
    post = the_post(KUBRICK, SHAPE)
    assert post.title == "On Slugs"
    assert post.url == "http://allotment.example.org/2005/08/slugs/"
    assert post.labels == ("Pests",)
    assert post.declared_comments == 3
    assert post.published is not None
    assert post.published.iso == "2005-08-02T21:15"
    assert [section.body.text for section in post.sections] == ["They came at night.\n\nAll of them."]
    assert rows(post) == [
        (1, "comment-7", "Berta", "2005-08-03T17:04", "Beer traps: they work.\n\nTrust me."),
        (1, "comment-9", "Ottokar", "2005-08-04T00:30", "Says: who?"),
        (1, "comment-11", "Berta", "2005-08-04T12:05", "I say."),
    ]
    assert post.comments[0].author is not None
    assert post.comments[0].author.url == "http://berta.example.org"
    assert post.comments[0].permalink == "http://allotment.example.org/2005/08/slugs/#comment-7"


CLASSIC = """<html><head><title>Stilles Wasser &raquo; Der Brunnen</title></head><body>
<h1 id="header"><a href="http://wasser.example.org">Stilles Wasser</a></h1><div id="content">
<h2>March 2, 2005</h2><div class="post"><h3 class="storytitle" id="post-4"><a
href="http://wasser.example.org/archives/4" rel="bookmark">Der Brunnen</a></h3>
<div class="meta">Filed under: <a href="http://wasser.example.org/?cat=1" rel="category
tag">Garten</a> &#8212; Lise @ 8:00 pm</div>
<div class="storycontent"><p>Er ist tief.</p></div><div class="feedback">
<a href="http://wasser.example.org/archives/4#comments">Comments (2)</a></div></div>
<h2 id="comments">2 Comments</h2><ol id="commentlist">
<li id="comment-1"><p>Wie tief?<br />Sehr?</p>
<p><cite>Comment by <a href="http://moritz.example.org" rel="external">Moritz</a> &#8212; March 3, 2005 @ <a
href="#comment-1">3:07 pm</a></cite> | <a href="/wp-admin/post.php">Edit This</a></p></li>
<li id="comment-3"><p>[...] so deep [...]</p><p><cite>Trackback by <a href="http://x.example.org">X</a> &#8212; March
3, 2005 @ <a href="#comment-3">3:08 pm</a></cite></p></li>
<li id="comment-2"><p>Tief.</p><p><cite>Comment by Lise &#8212; March 3, 2005 @ <a
href="#comment-2">3:09 pm</a></cite></p></li></ol></body></html>"""


def test_the_classic_theme_puts_the_author_below_the_text() -> None:
    post = the_post(CLASSIC, SHAPE)
    assert post.title == "Der Brunnen"
    assert post.labels == ("Garten",)
    assert rows(post) == [
        (1, "comment-1", "Moritz", "2005-03-03T15:07", "Wie tief?\nSehr?"),
        (1, "comment-2", "Lise", "2005-03-03T15:09", "Tief."),
    ]


def comment(number: int, depth: int, name: str, text: str, inner: str = "", more: str = "") -> str:
    """A comment of WordPress 5 with its replies."""
    replies = f'<ol class="children">{inner}</ol>' if inner else ""
    return f"""<li id="comment-{number}" class="comment {more} even thread-even depth-{depth}">
<article id="div-comment-{number}" class="comment-body"><footer class="comment-meta">
<div class="comment-author vcard"><img alt='' src='https://gravatar.example.org/{number}' class='avatar avatar-32' />
<b class="fn">{name}</b> <span class="says">says:</span></div><div class="comment-metadata">
<a href="https://hedge.example.org/2019/cut/#comment-{number}"><time datetime="2019-05-19T10:{number}:00+01:00">19 May
2019 at 10:{number}</time></a> <span class="edit-link"><a class="comment-edit-link" href="x">Edit</a></span></div>
<em class="comment-awaiting-moderation">Your comment is awaiting moderation.</em></footer>
<div class="comment-content">{text}<div class="wpulike">+3</div></div>
<div class="reply"><a rel="nofollow" class="comment-reply-link" href="?replytocom={number}#respond">Reply</a></div>
</article>{replies}</li>"""


THREADED = f"""<!DOCTYPE html><html lang="en-GB"><head><title>The Cut - Hedge</title>
<link rel="canonical" href="https://hedge.example.org/2019/cut/" /><meta name="generator" content="WordPress 5.2" />
</head><body class="single single-post"><main><article id="post-3" class="post-3 post type-post hentry">
<header class="entry-header"><h1 class="entry-title">The Cut</h1><div class="entry-meta"><span class="byline">by
<span class="author vcard"><a class="url fn n" href="https://hedge.example.org/author/iva/">Iva</a></span></span>
<time class="entry-date published" datetime="2019-05-18T08:00:00+01:00">18 May</time>
<time class="updated" datetime="2019-05-20T09:30:00+01:00">20 May</time></div></header>
<div class="entry-content"><p>One metre.</p><hr /><p>In June.</p><div class="sharedaddy">Share this</div></div>
<footer class="entry-footer"><a href="/category/hedges" rel="category tag">Hedges</a>
<a href="/tag/birds" rel="tag">Birds</a></footer></article>
<div id="comments" class="comments-area"><h2
class="comments-title">6 thoughts on &ldquo;<span>The Cut</span>&rdquo;</h2>
<ol class="comment-list">
{
    comment(
        11,
        1,
        '<a href="https://una.example.org" class="url" rel="ugc">Una</a>',
        "<p>Why?</p>",
        comment(
            12,
            2,
            "Iva",
            "<p>Ask <a href='/council'>them</a>.</p>",
            comment(15, 3, "Una", "<blockquote><p>Ask them.</p></blockquote><p>I did.</p>"),
            "bypostauthor",
        )
        + comment(13, 2, "Pelle", "<p>Because.</p>"),
    )
}
<li id="comment-14" class="pingback even thread-odd depth-1"><div class="comment-body">Pingback:
<a href="https://other.example.org/" class="url">Other hedges</a></div></li>
{comment(16, 1, "Pelle", "<ul><li>one</li><li>two</li></ul>")}
</ol><nav class="comment-navigation"></nav></div></main>
<aside id="secondary"><ul id="recentcomments"><li class="recentcomments"><span class="comment-author-link">Pelle</span>
on <a href="https://hedge.example.org/2019/cut/#comment-16">The Cut</a></li></ul></aside></body></html>"""


def test_replies_stand_under_what_they_answer() -> None:
    parsed = read_both(THREADED, SHAPE)
    (post,) = parsed.posts
    assert rows(post) == [
        (1, "comment-11", "Una", "2019-05-19T10:11:00+01:00", "Why?"),
        (2, "comment-12", "Iva", "2019-05-19T10:12:00+01:00", "Ask them."),
        (3, "comment-15", "Una", "2019-05-19T10:15:00+01:00", "Ask them.\n\nI did."),
        (2, "comment-13", "Pelle", "2019-05-19T10:13:00+01:00", "Because."),
        (1, "comment-16", "Pelle", "2019-05-19T10:16:00+01:00", "one\ntwo"),
    ]
    assert [each.author.is_owner for each in post.comments if each.author] == [False, True, False, False, False]
    assert post.comments[1].permalink == "https://hedge.example.org/2019/cut/#comment-12"
    assert codes(parsed) == ["pingbacks-left-out"]


def test_what_the_page_says_of_the_post() -> None:
    post = the_post(THREADED, SHAPE)
    assert (post.id, post.url) == ("hedge.example.org/2019/cut", "https://hedge.example.org/2019/cut/")
    assert post.author is not None
    assert (post.author.name, post.author.url) == ("Iva", "https://hedge.example.org/author/iva/")
    assert post.published is not None
    assert post.updated is not None
    assert (post.published.iso, post.updated.iso) == ("2019-05-18T08:00:00+01:00", "2019-05-20T09:30:00+01:00")
    assert post.labels == ("Hedges", "Birds")
    assert post.declared_comments == 6
    assert [section.body.text for section in post.sections] == ["One metre.", "In June."]


def test_a_date_is_found_in_a_sentence_of_any_language() -> None:
    sentence = "Cet article a été publié le mardi 6 mai 2008 à 10:23 et est classé dans Divers. Suivez-nous."
    page = KUBRICK.replace("This entry was posted on Tuesday, August 2nd, 2005 at 9:15 pm and is filed under", sentence)
    post = the_post(page, SHAPE)
    assert post.published is not None
    assert post.published.iso == "2008-05-06T10:23"


def test_a_sign_before_the_date() -> None:
    page = """<html><head><meta name="generator" content="WordPress 2.0"></head><body><h1>Wasser</h1>
<ol id="commentlist"><li id="comment-3"><h3 class="commenttitle">Jan</h3>
<p class="commentmeta"> @ 2008-3-5 12:30</p>Tief.</li></ol></body></html>"""
    assert rows(the_post(page, SHAPE)) == [(1, "comment-3", "Jan", "2008-03-05T12:30", "Tief.")]


def test_a_text_in_what_other_themes_call_the_credits() -> None:
    page = """<html><head><meta name="generator" content="WordPress 3.9"></head><body><h1>Wasser</h1>
<ol class="commentlist"><li class="comment depth-1" id="li-comment-3"><div id="comment-3">
<div class="comment-author vcard"><span class="fn">Jan</span> <time>18/07/2013 | 4:20</time></div>
<div class="commentmetadata"><p>Tief.</p><div class="reply"><a class="comment-reply-link">Reply</a></div></div>
</div></li></ol></body></html>"""
    assert rows(the_post(page, SHAPE)) == [(1, "comment-3", "Jan", "2013-07-18T04:20", "Tief.")]
