"""Pages of several posts, and what a page says of a post."""

from tests.sources.html.blogger_pages import only_post, page, shape

from probreader.sources import read

HOST = "https://kettle.blogspot.example"
ARCHIVE = f"""<div class='blog-posts hfeed'><div class='status-msg-body'>Showing posts with label <b>tea</b>.</div>
<div class='date-outer'><h2 class='date-header'><span>Tuesday, June 6, 2006</span></h2><div class='date-posts'>
<div class='post-outer'><div class='post hentry'><a name='77'></a>
<h3 class='post-title entry-title'><a href='{HOST}/2006/06/second.html'>Second</a></h3>
<div class='post-body entry-content'>One.<br/>*****<br/>Two. <a href='/2006/05/first.html'>Earlier</a></div>
<div class='post-footer'><span class='post-author vcard'>Posted by <span class='fn'>Ines</span></span>
<span class='post-comment-link'>
<a class='comment-link' href='{HOST}/2006/06/second.html#comments'>12 comments</a></span>
<span class='post-labels'>Labels: <a href='{HOST}/search/label/tea' rel='tag'>tea</a>,
<a href='{HOST}/search/label/lime' rel='tag'>lime</a></span></div></div></div>
<div class='post-outer'><div class='post hentry'>
<h3 class='post-title entry-title'><a href='{HOST}/2006/06/also.html'>Also that day</a></h3>
<div class='post-body entry-content'>Three.</div>
<div class='post-footer'><a class='timestamp-link' href='{HOST}/2006/06/also.html'><abbr class='published'
 title='2006-06-06T08:00:00+02:00'>08:00</abbr></a></div></div></div></div></div>
<div class='date-outer'><h2 class='date-header'><span>Monday, May 1, 2006</span></h2><div class='date-posts'>
<div class='post-outer'><div class='post hentry'><h3 class='post-title entry-title'>
<a href='{HOST}/2006/05/first.html'>First</a></h3><div class='post-body entry-content'>Four.</div></div>
</div></div></div>
</div><div class='sidebar'><div class='widget Label'><a rel='tag' href='{HOST}/search/label/other'>other</a></div>
<div class='PopularPosts'><div class='post-body'>Not a post.</div></div></div>"""


def test_every_post_has_its_own_day_address_labels_and_count() -> None:
    reading = read(page(ARCHIVE, address=f"{HOST}/search/label/tea"))
    assert reading.problems == ()
    assert shape(reading) == [("Second", 0), ("Also that day", 0), ("First", 0)]
    second, also, first = reading.posts
    assert [post.url for post in reading.posts] == [
        f"{HOST}/2006/06/second.html",
        f"{HOST}/2006/06/also.html",
        f"{HOST}/2006/05/first.html",
    ]
    assert second.published
    assert (second.published.iso, second.published.raw) == ("2006-06-06", "Tuesday, June 6, 2006")
    assert also.published
    assert also.published.iso == "2006-06-06T08:00:00+02:00"
    assert first.published
    assert first.published.iso == "2006-05-01"
    assert (second.labels, second.declared_comments, also.declared_comments) == (("tea", "lime"), 12, None)
    assert [section.body.text for section in second.sections] == ["One.", "Two. Earlier"]


def test_links_of_a_body_are_seen_from_the_page() -> None:
    second = read(page(ARCHIVE, address=f"{HOST}/search/label/tea")).posts[0]
    assert [span.target for span in second.sections[1].body.spans] == [f"{HOST}/2006/05/first.html"]


def test_a_page_without_a_title_of_its_own_takes_that_of_the_window_without_the_name_of_the_blog() -> None:
    body = "<div id='header'><h1>The Kettle Pages</h1></div><div class='post'><div class='post-body'>Words.</div></div>"
    read_post = only_post(page(body))
    assert (read_post.title, read_post.title_inferred) == ("Descaling", False)


def test_buttons_and_footers_are_not_in_the_body() -> None:
    body = (
        "<div class='post'><h3 class='post-title'>Descaling</h3><div class='post-body'>Words."
        "<div class='post-share-buttons'>Share</div><div class='post-footer'>Posted by Ines</div>"
        "<div id='related-posts'>Others</div><div class='linkwithin_div'>You might like</div>"
        "<script>x</script></div></div>"
    )
    assert [section.body.text for section in only_post(page(body)).sections] == ["Words."]


def test_a_static_page_has_a_post_and_no_comments() -> None:
    read_post = only_post(
        page(
            "<div class='post hentry'><h3 class='post-title entry-title'>About</h3>"
            "<div class='post-body entry-content'>Who we are.</div></div>",
            address=f"{HOST}/p/about.html",
        )
    )
    assert (read_post.title, read_post.url, read_post.comments) == ("About", f"{HOST}/p/about.html", ())


def test_teasers_beside_a_post_are_no_posts_and_the_comments_stay_with_it() -> None:
    teaser = f"<div class='post-outer'><h3 class='post-title'><a href='{HOST}/2005/01/x.html'>Older</a></h3></div>"
    comments = (
        "<div id='comments'><dl id='comments-block'><dt class='comment-author' id='c10001'>Ada said...</dt>"
        "<dd class='comment-body'><p>Lemons.</p></dd></dl></div>"
    )
    body = "<div class='post hentry'><h3 class='post-title'>Descaling</h3><div class='post-body'>Words.</div></div>"
    read_post = only_post(page(teaser + body + comments + teaser))
    assert (read_post.title, [comment.id for comment in read_post.comments]) == ("Descaling", ["c10001"])


def test_an_index_of_one_post_gives_the_address_of_the_post() -> None:
    address = "https://kettle.blogspot.example/2006/06/descaling.html"
    body = (
        "<div class='mobile-date-outer'><div class='date-header'>Tuesday, June 6, 2006</div>"
        f"<div class='mobile-post-outer'><a href='{address}?m=1'><h3 class='mobile-index-title'>Descaling</h3>"
        "<div class='post-body'>Oh.</div></a></div></div>"
    )
    (post,) = read(page(body, address="https://kettle.blogspot.example/?m=1")).posts
    assert (post.title, post.url) == ("Descaling", address)


def test_json_ld_names_the_author_of_every_post_of_an_index() -> None:
    script = (
        '<script type="application/ld+json">{{"@type":"BlogPosting","headline":"{}","author":{{"name":"{}"}}}}</script>'
    )
    posts = "".join(
        f"<div class='post'>{script.format(title, author)}<h3 class='post-title'>{title}</h3>"
        "<div class='post-body'>Oh.</div></div>"
        for title, author in (("Tea", "Ada"), ("Lime", "Bo"))
    )
    found = read(page(posts, address="https://kettle.blogspot.example/")).posts
    assert [(post.title, post.author and post.author.name) for post in found] == [("Tea", "Ada"), ("Lime", "Bo")]
