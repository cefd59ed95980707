"""Blogger templates by other people: classes of WordPress themes, bylines in sentences, dates in odd places."""

from tests.sources.html.blogger_pages import ADDRESS, only_post, page, told_of

FIRST, SECOND = "104567890123456789", "104567890123456799"
PROFILE = "http://www.blogger.com/profile/77"
THREAD = [
    (f"c{FIRST}", None, "Ines", "2013-03-03T15:00", "Lemons."),
    (f"c{SECOND}", None, "Bo", "2013-03-13T16:00", "No."),
]
POST = "<div class='post'><h3 class='post-title'>Descaling</h3><div class='post-body'>Oh.</div></div>"


def test_a_sentence_names_the_author() -> None:
    comments = (
        f"<div class='comment' id='c{FIRST}'>Comment by <a href='{PROFILE}'>Ines</a>: <p>Lemons.</p>"
        f"<small>March 3, 2013 3:00 PM</small></div><div class='comment' id='c{SECOND}'>Comment by Bo: <p>No.</p>"
        "<small>March 13, 2013 4:00 PM</small></div>"
    )
    assert told_of(only_post(page(f"{POST}<div id='comments'>{comments}</div>"))) == THREAD


def test_a_cite_holds_a_sentence_with_the_time() -> None:
    comments = (
        f"<li id='c{FIRST}'><p>Lemons.</p><cite>Posted by <a href='{PROFILE}'>Ines</a> on <a href='#c{FIRST}'>"
        f"March 3, 2013 3:00 PM</a></cite></li><li id='c{SECOND}'><p>No.</p><cite>Posted by Bo on "
        f"<a href='#c{SECOND}'>March 13, 2013 4:00 PM</a></cite></li>"
    )
    assert told_of(only_post(page(f"{POST}<div id='comments'><ol>{comments}</ol></div>"))) == THREAD


def test_marks_of_a_theme_of_wordpress() -> None:
    comments = "".join(
        f"<li class='comment' id='comment-{number}'><div class='comment-head'><span class='name'>{name}</span>"
        f"<span class='date'>{date}</span></div><div class='comment-entry'>{text}</div></li>"
        for number, name, date, text in (
            (FIRST, f"<a href='{PROFILE}'>Ines</a>", "March 3, 2013 at 3:00 PM", "Lemons."),
            (SECOND, "Bo", "March 13, 2013 at 4:00 PM", "No."),
        )
    )
    body = (
        "<div id='header'><h1>The Kettle Pages</h1></div><div class='post'><h2><a href='/d'>Descaling</a></h2>"
        "<p class='date'>Posted by Ada on Mar 3, 2013</p><div class='entry'><p>Oh.</p></div><p class='tags'>Labels: "
        f"<a rel='tag' href='/t'>tea</a></p></div><div id='comments'><ol class='commentlist'>{comments}</ol></div>"
    )
    found = only_post(page(body))
    assert found.author is not None
    assert found.published is not None
    assert (found.title, found.author.name, found.published.iso) == ("Descaling", "Ada", "2013-03-03")
    assert [section.body.text for section in found.sections] == ["Oh."]
    assert found.labels == ("tea",)
    assert told_of(found) == THREAD


def test_a_date_and_a_name_in_lines_around_the_post() -> None:
    body = (
        "<div class='post hentry'><h3 class='post-title entry-title'>Descaling</h3><div class='post-info'>Posted on "
        "<span class='timestamp'>Sunday, March 3, 2013</span></div><div class='meta-con'><span class='author'>By "
        f"<a href='{PROFILE}' title='author profile'>Ada</a></span></div><div class='post-body'>Oh.</div></div>"
    )
    found = only_post(page(body))
    assert found.author is not None
    assert found.published is not None
    assert (found.author.name, found.author.url, found.published.iso) == ("Ada", PROFILE, "2013-03-03")


def test_posts_and_comments_of_2003() -> None:
    page_of = f"{ADDRESS}#"
    body = f"""<div class="blogPost"><div class="DateHeader">Monday, March 03, 2003</div><a name="9001">&nbsp;</a><br>
<span class="PostTitle">Descaling</span><br>Vinegar.<br><br>I wait.<br/><div class="byline">
<a href="{page_of}9001" title="permanent link">#</a> posted by Ada @ 10:10 AM</div></div>
<div class="blogComments">Comments:<div class="blogComment"><a name="{FIRST}"></a>Lemons.<br>Really.<br/>
<div class="byline"><a href="{page_of}{FIRST}" title="permanent link">#</a> posted by <a href="{PROFILE}">Ines</a> :
10:20 AM</div></div></div>"""
    found = only_post(page(body))
    assert found.author is not None
    assert found.published is not None
    assert (found.title, found.author.name, found.published.iso) == ("Descaling", "Ada", "2003-03-03T10:10")
    assert [section.body.text for section in found.sections] == ["Vinegar.\n\nI wait."]
    assert told_of(found) == [(f"c{FIRST}", None, "Ines", "T10:20", "Lemons.\nReally.")]


def test_json_ld_names_the_author_where_the_template_does_not() -> None:
    told = '{"@type":"BlogPosting","headline":"Descaling","author":{"name":"Ada"},"dateModified":"2019-03-04"}'
    found = only_post(page(f"<script type='application/ld+json'>{told}</script>{POST}"))
    assert found.author is not None
    assert found.updated is not None
    assert (found.author.name, found.updated.iso) == ("Ada", "2019-03-04")


def test_a_dynamic_view_saved_when_it_was_drawn() -> None:
    body = (
        "<div id='header'><h1>The Kettle Pages</h1></div><div class='article hentry'><h1 class='title entry-title'>"
        f"<a href='{ADDRESS}' rel='bookmark'>Descaling</a></h1><div class='ribbon-piece date'><abbr class='published' "
        "title='2013-03-03T14:45:00.000Z'>Mar 3</abbr></div><div class='article-content entry-content'><p>Oh.</p></div>"
        "<div class='footer'><p class='publish-info'>Posted 3rd March 2013 by <a class='url fn' "
        f"href='{PROFILE}'>Ada</a></p><div class='item-labels'>Labels: <a href='/t' rel='tag'>tea</a></div></div></div>"
    )
    found = only_post(page(body).replace(b"<body>", b"<body class='sidebar loading'>"))
    assert found.author is not None
    assert found.published is not None
    assert (found.title, found.author.name, found.published.iso) == ("Descaling", "Ada", "2013-03-03T14:45:00+00:00")
    assert [section.body.text for section in found.sections] == ["Oh."]
    assert found.labels == ("tea",)


def test_short_names_of_classes_in_themes_of_2021() -> None:
    comments = "".join(
        f"<li class='c' id='c{number}'><div class='cmAv'></div><div class='cmIn'><div class='cmBd'><div class='cmHr'>"
        f"<span class='n'><bdi>{name}</bdi></span><span class='date'><a href='{ADDRESS}?showComment={time}#c{number}'>"
        f"March</a></span></div><div class='cmCo'>{text}</div></div><div class='cmAc'><a>Reply</a></div></div></li>"
        for number, name, time, text in (
            (FIRST, "Ines", 1362322800000, "Lemons."),
            (SECOND, "Bo", 1363190400000, "No."),
        )
    )
    post = "<article class='hentry'><h1 class='postTitle'>Descaling</h1><div class='post-body'>Oh.</div></article>"
    found = only_post(page(f"{post}<section class='comments' id='comments'><ol>{comments}</ol></section>"))
    assert found.title == "Descaling"
    assert told_of(found) == [
        (f"c{FIRST}", None, "Ines", "2013-03-03T15:00:00+00:00", "Lemons."),
        (f"c{SECOND}", None, "Bo", "2013-03-13T16:00:00+00:00", "No."),
    ]


def test_a_heading_in_words_of_its_own_declares_by_its_only_number() -> None:
    comments = (
        f"<div id='comments'><h4>View 1 comments</h4><dl><dt id='c{FIRST}'>Ines said...</dt><dd>Lemons.</dd></dl>"
    )
    assert only_post(page(f"{POST}{comments}</div>")).declared_comments == 1
