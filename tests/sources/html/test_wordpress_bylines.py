"""Names, times and notices in the comments of WordPress themes that put them into lines without marks of their own."""

import pytest
from tests.sources.html.test_wordpress_themes import page
from tests.sources.html.trees import read_both, rows

ADA = "<a href='http://ada.example.org' class='url'>Ada</a>"
LINK = "https://b.example.org/p/#comment-"
WAITS = "Your comment is awaiting moderation."

BYLINES = {
    "strokes": f"""<ul><li class="comment" id="comment-5"><p class="comment_meta"><span class="comment_num">
<a href="#comment-5">1</a></span> <strong>{ADA}</strong> <span class="comment_time">// Mar 3, 2013 at 4:04 pm</span></p>
<div class="entry"><p>One</p></div></li><li class="comment" id="comment-6"><p class="comment_meta">
<strong>Bob</strong> <span class="comment_time">// Mar 4, 2013 at 4:04 pm</span></p><div class="entry"><p>Two</p></div>
</li></ul>""",
    "notice": f"""<ol class="commentlist"><li id="comment-5"><cite>{ADA}</cite> Says: <em>{WAITS}</em><br />
<small class="commentmetadata"><a href="#comment-5">March 3rd, 2013 at 4:04 pm</a></small><p>One</p></li>
<li id="comment-6">#2 <cite>Bob</cite> Says: {WAITS} <br /><small class="commentmetadata"><a href="#comment-6">
March 4th, 2013 at 4:04 pm</a></small><p>Two</p></li></ol>""",
    "held": f"""<ol class="commentlist"><li><div id="comment-5"><p class="commentmetadata"><a href="#comment-5">
March 3rd, 2013 at 4:04 pm</a></p><div class="comment_holder"><cite>{ADA}</cite> says:<p>{WAITS}</p><p>One</p></div>
</div></li><li><div id="comment-6"><p class="commentmetadata"><a href="#comment-6">March 4th, 2013 at 4:04 pm</a></p>
<div class="comment_holder"><cite>Bob</cite> says:<p>Two</p></div></div></li></ol>""",
    "dotted": f"""<ol><li class="comment depth-1" id="comment-5"><p class="author"><span>{ADA}</span>
&bull; <a href="{LINK}5">March 3, 2013 4:04 pm</a></p><div class="comment-text"><p>One</p></div></li>
<li class="comment depth-1" id="comment-6"><p class="author"><span>Bob</span> &bull; <a href="{LINK}6">March 4, 2013
4:04 pm</a></p><div class="comment-text"><p>Two</p></div></li></ol>""",
    "slashes": f"""<div class="comment" id="comment-5"><div class="comment-body"><p>One</p></div>
<p class="comment-meta">
{ADA} / March 3rd, 2013, 4:04 pm / <a href="#comment-5">#</a></p></div><div class="comment" id="comment-6">
<div class="comment-body"><p>Two</p></div><p class="comment-meta">Bob / March 4th, 2013, 4:04 pm /
<a href="#comment-6">#</a></p></div>""",
    "media": f"""<div class="comment depth-1" id="comment-5"><div class="media-body"><div class="media-heading">
<strong>{ADA}</strong> <small><time datetime="2013-03-03T16:04">3 March</time></small></div><p>One</p></div></div>
<div class="comment depth-1" id="comment-6"><div class="media-body"><div class="media-heading"><strong>Bob</strong>
<small><time datetime="2013-03-04T16:04">4 March</time></small></div><p>Two</p></div></div>""",
}
THREAD = [
    (1, "comment-5", "Ada", "2013-03-03T16:04", "One"),
    (1, "comment-6", "Bob", "2013-03-04T16:04", "Two"),
]


@pytest.mark.parametrize("theme", sorted(BYLINES))
def test_the_line_over_or_below_a_comment_is_understood(theme: str) -> None:
    (post,) = read_both(page(BYLINES[theme]), "wordpress-html").posts
    assert rows(post) == THREAD


@pytest.mark.parametrize(
    "notice",
    ["Dein Kommentar wartet auf Freischaltung.", "(Yorumunuz onaylandıktan sonra yayınlanacaktır.)",
     "התגובה שלך ממתינה לאישור.", "您的评论正在等待审核."],
)  # fmt: skip
def test_a_notice_in_another_language_is_no_word_of_the_comment(notice: str) -> None:
    comment = f'<li id="comment-5"><cite class="fn">Ada</cite><p>One</p><em>{notice}</em></li>'
    (post,) = read_both(page(f'<ol class="commentlist">{comment}</ol>'), "wordpress-html").posts
    assert [row[4] for row in rows(post)] == ["One"]


def test_a_comment_about_moderation_keeps_its_words() -> None:
    text = f"{WAITS} It said so for a week."
    comment = f'<li id="comment-5"><cite class="fn">Ada</cite><p>{text}</p></li>'
    (post,) = read_both(page(f'<ol class="commentlist">{comment}</ol>'), "wordpress-html").posts
    assert [row[4] for row in rows(post)] == [text]


def test_the_name_of_the_blog_is_not_the_title() -> None:
    article = (
        '<div id="masthead"><h1><a href="/">Blog</a></h1></div><div id="content"><h2>Post title</h2>'
        '<h4>March 3, 2013 &middot; <a href="#comments">2 Comments</a></h4><div class="entry"><p>Body text.</p></div>'
    )
    (post,) = read_both(page(f"{BYLINES['held']}</div>", article), "wordpress-html").posts
    assert post.published is not None
    assert (post.title, post.published.iso) == ("Post title", "2013-03-03")
    assert [section.body.text for section in post.sections] == ["Body text."]


def test_a_title_in_the_head_of_the_page_is_that_of_the_post() -> None:
    article = (
        '<header id="masthead" class="site-header"><p class="site-title">Blog</p>'
        '<h1 class="entry-title">Post title</h1></header><article class="post hentry">'
        '<div class="entry-content"><p>Body text.</p></div><div class="author-bio">'
        "<h2>Published by Iva</h2></div></article>"
    )
    (post,) = read_both(page(BYLINES["held"], article), "wordpress-html").posts
    assert post.title == "Post title"


def test_an_index_names_the_author_behind_the_date() -> None:
    posts = "".join(
        f'<div class="post"><h2><a href="https://b.example.org/{name}/" rel="bookmark">{name}</a></h2>'
        f'<small>March {day}th, 2013 by Iva</small><div class="entry"><p>Text</p></div>'
        f'<p><a href="https://b.example.org/{name}/#comments">{day} Comments &#187;</a></p></div>'
        for name, day in (("two", 5), ("one", 4))
    )
    head = '<title>Blog</title><meta name="generator" content="WordPress 2.5">'
    parsed = read_both(f"<html><head>{head}</head><body>{posts}</body></html>", "wordpress-html")
    assert [(post.author and post.author.name, post.published and post.published.iso) for post in parsed.posts] == [
        ("Iva", "2013-03-05"),
        ("Iva", "2013-03-04"),
    ]
    assert [post.declared_comments for post in parsed.posts] == [5, 4]
    assert parsed.problems == ()


@pytest.mark.parametrize("widget", ["crp_related", "sociable", "shareaholic-canvas", "kk-star-ratings", "OUTBRAIN"])
def test_what_plugins_add_to_a_post_is_none_of_its_words(widget: str) -> None:
    article = (
        '<div class="post"><h2 class="entry-title">Post title</h2><div class="entry"><p>Body text.</p>'
        f'<div class="{widget}">Share, rate, read on.</div></div></div>'
    )
    (post,) = read_both(page(BYLINES["held"], article), "wordpress-html").posts
    assert [section.body.text for section in post.sections] == ["Body text."]
