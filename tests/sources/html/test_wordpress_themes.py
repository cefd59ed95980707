"""Every theme and plugin shows the same kind of thread in its own way; each tree is written by hand."""

import pytest
from tests.sources.html.trees import codes, read_both, rows
from tests.sources.html.wordpress_themes import BLOCKS_ARTICLE, THEMES

ARTICLE = """<div class="post hentry" id="post-9"><h1 class="entry-title">Post title</h1><div class="entry-meta">
<span class="meta-prep">Posted on</span> <a href="https://b.example.org/p" rel="bookmark"><span
class="entry-date">August 1, 2012</span></a> by <span class="author vcard"><a class="url fn n"
href="https://b.example.org/a">Aut Hor</a></span></div><div class="entry-content"><p>Body text.</p></div>
<div class="entry-utility">This entry was posted in <a href="x" rel="category tag">Cat</a></div></div>"""

Row = tuple[int, int, str | None, str | None, str]

# Depth, number, author, time and text of each comment; how many the page declares.
TREES: dict[str, tuple[int | None, list[Row]]] = {
    "twentyten": (
        2,
        [(1, 5, "Ada", "2012-08-03T17:04", "One\n\nTwo"), (2, 6, "Aut Hor", "2012-08-03T18:04", "Reply one")],
    ),
    "twentyeleven": (1, [(1, 5, "Ada", "2012-08-03T17:04:00+00:00", "One")]),
    "twentytwelve": (
        1,
        [(1, 5, "Ada", "2012-08-03T17:04:00+00:00", "One"), (1, 7, "Bob", "2012-08-04T17:04:00+00:00", "Two")],
    ),
    "block": (
        2,
        [(1, 5, "Ada", "2022-08-03T17:04:00+02:00", "One"), (2, 6, "Bob", "2022-08-04T17:04:00+02:00", "Two")],
    ),
    "genesis": (
        None,
        [(1, 5, "Ada", "2015-08-03T17:04:00+00:00", "One"), (2, 6, "Bob", "2015-08-04T17:04:00+00:00", "Two")],
    ),
    "thesis": (None, [(1, 5, "Ada", "2009-08-03T17:04", "One"), (1, 6, "Bob", "2009-08-04T17:04", "Two")]),
    "wpdiscuz": (
        3,
        [
            (1, 5, "Ada", "2021-08-03T17:04", "One"),
            (2, 6, "Aut Hor", "2021-08-04T17:04", "Two"),
            (3, 7, "Ada", "2021-08-05T17:04", "Three"),
        ],
    ),
    "p2": (None, [(1, 5, "Ada", "2010-08-03T17:04", "One"), (2, 6, "Bob", "2010-08-03T18:04", "Two")]),
    "disqus": (None, [(1, 5, "Ada", None, "One"), (2, 6, "Bob", None, "Two")]),
    "divi": (2, [(1, 5, "Ada", "2016-08-03T17:04", "One"), (2, 6, "Bob", "2016-08-04T05:04", "Two")]),
    "avada": (2, [(1, 5, "Ada", "2016-08-03T17:04", "One"), (2, 6, "Bob", "2016-08-04T17:04", "Two")]),
    "canvas": (2, [(1, 5, "Ada", "2010-08-03T17:04", "One"), (2, 6, "Bob", "2010-08-04T17:04", "Two")]),
    "sandbox": (2, [(1, 5, "Ada", "2007-08-03T17:04", "One\n\nTwo"), (1, 6, "Bob", "2007-08-04T17:04", "Three")]),
    "default27": (2, [(1, 5, "Ada", "2009-08-03T17:04", "One\n\nTwo"), (2, 6, "Bob", "2009-08-04T17:04", "Three")]),
    "newspaper": (1, [(1, 5, "Ada", "2016-08-03T17:04", "One")]),
    "kubrick-de": (2, [(1, 5, "Ada", "2005-08-03T17:04", "One"), (1, 6, "Bob", "2005-08-04T17:04", "Two")]),
    "idc": (2, [(1, 5, "Ada", None, "One"), (2, 6, "Bob", None, "Two")]),
    "children-outside": (
        2,
        [
            (1, 5, "Ada", None, "One"),
            (2, 6, "Bob", None, "Two"),
            (3, 7, "Cy", None, "Three"),
            (1, 8, "Di", None, "Four"),
        ],
    ),
    "meta-below": (None, [(1, 5, "Ada", "2005-08-03T17:04", "One"), (1, 6, "Bob", "2005-08-04T17:04", "Two")]),
    "wc5": (None, [(1, 5, "Ada", "2016-08-03T17:04", "One"), (2, 6, "Bob", "2016-08-04T17:04", "Two")]),
}


def page(comments: str, article: str = ARTICLE) -> str:
    """A page of one post with ``comments`` below it."""
    return (
        '<!DOCTYPE html><html><head><title>Post title | Blog</title><link rel="canonical" '
        'href="https://b.example.org/p/"><meta name="generator" content="WordPress 3.4"></head>'
        f'<body class="single">{article}{comments}</body></html>'
    )


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_every_theme_gives_its_thread(theme: str) -> None:
    article = BLOCKS_ARTICLE if theme == "block" else ARTICLE
    (post,) = read_both(page(THEMES[theme], article), "wordpress-html").posts
    declared, tree = TREES[theme]
    assert rows(post) == [(depth, f"comment-{number}", *rest) for depth, number, *rest in tree]
    assert post.declared_comments == declared
    assert post.comments[0].author is not None
    assert post.comments[0].author.is_owner is False
    assert (post.title, post.labels) == ("Post title", ("Cat",))
    assert post.author is not None
    assert post.author.name == "Aut Hor"
    assert [section.body.text for section in post.sections] == ["Body text."]


@pytest.mark.parametrize("theme", ["twentyten", "wpdiscuz"])
def test_the_owner_is_marked(theme: str) -> None:
    (post,) = read_both(page(THEMES[theme]), "wordpress-html").posts
    assert [comment.author.is_owner for comment in post.comments[:2] if comment.author] == [False, True]


def test_day_and_month_show_in_the_other_dates_of_the_page() -> None:
    comments = "".join(
        f'<li id="comment-{day}"><cite class="fn">Ada</cite><small class="commentmetadata">{day:02}/06/2008 at 10:45 am'
        f"</small><p>Text</p></li>"
        for day in (5, 7, 23)
    )
    (post,) = read_both(page(f'<ol class="commentlist">{comments}</ol>'), "wordpress-html").posts
    assert [row[3] for row in rows(post)] == ["2008-06-05T10:45", "2008-06-07T10:45", "2008-06-23T10:45"]


def test_a_time_that_cannot_be_read_is_said_and_not_invented() -> None:
    comment = (
        '<li id="comment-5"><cite class="fn">Ada</cite><span class="comment-date">Stardate 41153.7</span><p>Hi</p></li>'
    )
    parsed = read_both(page(f'<ol class="commentlist">{comment}</ol>'), "wordpress-html")
    assert rows(parsed.posts[0]) == [(1, "comment-5", "Ada", None, "Hi")]
    assert codes(parsed) == ["date-unread"]


def test_one_page_of_several_says_that_it_holds_a_part() -> None:
    comments = (
        '<h3 id="comments">90 Responses</h3><ol class="commentlist"><li id="comment-5"><cite class="fn">Ada</cite>'
        '<p>Hi</p></li></ol><p class="nav"><a href="https://b.example.org/p/comment-page-1/#comments">Older</a></p>'
    )
    (problem,) = read_both(page(comments), "wordpress-html").problems
    assert problem.code == "comments-missing"
    assert "a part" in problem.message


def test_an_index_gives_every_post_without_comments() -> None:
    posts = "".join(
        f'<article class="post hentry"><h2 class="entry-title"><a href="https://b.example.org/{name}/" rel="bookmark">'
        f'{name}</a></h2><time class="entry-date" datetime="2019-02-0{day}T10:00:00+00:00">x</time>'
        f'<div class="entry-content"><p>Text {day}</p></div></article>'
        for name, day in (("two", 2), ("one", 1))
    )
    head = '<title>Blog</title><meta name="generator" content="WordPress 5">'
    found = read_both(f"<html><head>{head}</head><body>{posts}</body></html>", "wordpress-html").posts
    assert [(post.id, post.title, post.published and post.published.iso) for post in found] == [
        ("b.example.org/two", "two", "2019-02-02T10:00:00+00:00"),
        ("b.example.org/one", "one", "2019-02-01T10:00:00+00:00"),
    ]


def test_json_ld_fills_what_the_theme_does_not_say() -> None:
    dated = '"datePublished":"2020-02-02","commentCount":7'
    told = f'{{"@type":"BlogPosting","headline":"Bare","author":{{"name":"Iva"}},{dated}}}'
    bare = '<article class="post"><h1>Bare</h1><div class="entry-content"><p>Text</p></div></article>'
    comments = '<ol class="commentlist"><li id="comment-5"><cite class="fn">Ada</cite><p>Hi</p></li></ol>'
    (post,) = read_both(
        page(comments, f'<script type="application/ld+json">{told}</script>{bare}'), "wordpress-html"
    ).posts
    assert post.author is not None
    assert post.published is not None
    assert (post.author.name, post.published.iso, post.declared_comments) == ("Iva", "2020-02-02", 7)
