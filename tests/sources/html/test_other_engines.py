"""Comments of other blog engines, told by marks that several of them share."""

import pytest
from tests.sources.html.engine_pages import ENGINES
from tests.sources.html.trees import read_both, rows

Row = tuple[int, str, str | None, str | None, str]

TREES: dict[str, list[Row]] = {
    "typepad": [
        (1, "comment-6a00d8341", "Ada", "2005-08-03T17:04", "One"),
        (1, "comment-6a00d8342", "Bob", "2005-08-04T17:04", "Two"),
    ],
    "mt3": [(1, "c12", "Ada", "2005-08-03T17:04", "One"), (1, "c13", "Bob", "2005-08-04T17:04", "Two")],
    "mt4": [
        (1, "comment-12", "Ada", "2009-08-03T17:04:00+01:00", "One"),
        (2, "comment-13", "Bob", "2009-08-04T17:04:00+01:00", "Two"),
    ],
    "s9y": [
        (1, "serendipity_comment_12", "Ada", "2005-08-03T17:04", "One"),
        (2, "serendipity_comment_13", "Bob", "2005-08-04T17:04", "Two"),
        (1, "serendipity_comment_14", "Cy", None, "Three"),
    ],
    "drupal": [
        (1, "comment-12", "Ada", "2009-08-03T17:04", "One"),
        (2, "comment-13", "Bob", "2009-08-15T17:04", "Two"),
        (1, "comment-14", "Cy", "2009-08-16T17:04", "Three"),
    ],
    "dotclear": [(1, "c12", "Ada", "2005-08-03T17:04", "One"), (1, "c13", "Bob", "2005-08-04T17:04", "Two")],
    "hn": [
        (1, "101", "ada", "2019-08-03T17:04:00", "One\n\nmore"),
        (2, "102", "bob", "2019-08-04T17:04:00", "Two"),
        (1, "103", "cy", None, "Three"),
    ],
    "livejournal": [
        (1, "ljcmt101", "ada", "2013-08-03T17:04:00", "One"),
        (2, "ljcmt102", "bob", "2013-08-04T17:04:00", "Two"),
    ],
    "b2evo": [(1, "c12", "Ada", "2005-08-23T17:04", "One"), (1, "c13", "Bob", "2005-08-24T17:04", "Two")],
}


def page(comments: str) -> str:
    """A page of one post with ``comments`` below it."""
    return (
        '<!DOCTYPE html><html><head><title>Title here - Blog</title><link rel="canonical" '
        'href="https://b.example.org/p/"></head><body><div class="entry"><h2 class="entry-header">Title here</h2>'
        f'<div class="entry-body"><p>Body.</p></div></div>{comments}</body></html>'
    )


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_every_engine_gives_its_thread(engine: str) -> None:
    (post,) = read_both(page(ENGINES[engine]), "comments-html").posts
    assert rows(post) == TREES[engine]
    assert post.title == "Title here"
    assert [section.body.text for section in post.sections] == ["Body."]


def test_what_drupal_says_of_a_post() -> None:
    article = """<div id="header"><h1 id="site-name">Blog</h1></div><h1 id="page-title">Post</h1>
<article class="node"><p class="submitted">Submitted by <a class="username">Iva</a> on
<span property="dc:date" content="2013-03-03T15:45:00+00:00">Sun, 03/03/2013 - 15:45</span></p>
<div class="field field-name-body"><p>Text.</p></div><div class="field field-name-field-tags">Tags: <a href="/t">tea</a>
</div></article>"""
    body = f"<html><head><title>Post | Blog</title></head><body>{article}{ENGINES['drupal']}</body></html>"
    (post,) = read_both(body, "comments-html").posts
    assert post.author is not None
    assert post.published is not None
    assert (post.title, post.author.name, post.published.iso) == ("Post", "Iva", "2013-03-03T15:45:00+00:00")
    assert [section.body.text for section in post.sections] == ["Text."]
    assert post.labels == ("tea",)


def test_movable_type_before_2005() -> None:
    body = """<div id="banner"><h1>Blog</h1></div><div class="blog"><h2 class="date">August 03, 2004</h2>
<div class="blogbody"><h3 class="title">Post</h3><p>Text.</p><a name="more"></a><p>More.</p>
<span class="posted">Posted by Iva at August 3, 2004 03:45 PM</span></div><div class="comments-head">Comments</div>
<div class="comments-body"><p>One</p><span class="comments-post">Posted by: <a href="http://ada.example.org">Ada</a> at
August 3, 2004 05:04 PM</span></div><div class="comments-body"><p>Two</p><span class="comments-post">Posted by: Bob at
August 4, 2004 05:04 PM</span></div><div class="comments-head">Post a comment</div><div class="comments-body">
<form action="mt-comments.cgi"><input name="author"></form></div></div>"""
    (post,) = read_both(
        f"<html><head><title>Blog: Post</title></head><body>{body}</body></html>", "comments-html"
    ).posts
    assert post.author is not None
    assert post.published is not None
    assert (post.title, post.author.name, post.published.iso) == ("Post", "Iva", "2004-08-03T15:45")
    assert [section.body.text for section in post.sections] == ["Text.\n\nMore."]
    assert [row[2:] for row in rows(post)] == [("Ada", "2004-08-03T17:04", "One"), ("Bob", "2004-08-04T17:04", "Two")]
