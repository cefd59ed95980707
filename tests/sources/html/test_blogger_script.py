"""Comments that a page holds as data for its script, and pages that hold nothing but a script."""

import pytest
from tests.sources.html.blogger_pages import ADDRESS, only_post, page, post, told_of

from probreader.sources import read
from probreader.sources.html.script_values import read_value

ITEMS = r"""<h4>2 comments:</h4><script>(function() { var items = [
{'id': '47110', 'body': 'One\x3cbr\x3e two \x26amp; three',
'timestamp': '1326400000000', 'permalink': 'ADDRESS?showComment\x3d1326400000000#c47110',
'author': {'name': 'Ada',
'profileUrl': 'https://www.blogger.com/profile/7'}, 'displayTime': 'January 12, 2012'},
{"id":"47111",
"parentId":"47110",
"body":"Hat \ud83c\udfa9","timestamp":"1326400100000","author":{"name":"Bea"}}]; })();</script>""".replace(
    "ADDRESS", ADDRESS
)


def test_data_for_the_script_are_comments() -> None:
    assert told_of(only_post(page(post(ITEMS)))) == [
        ("c47110", None, "Ada", "2012-01-12T20:26:40+00:00", "One\ntwo & three"),
        ("c47111", "c47110", "Bea", "2012-01-12T20:28:20+00:00", "Hat 🎩"),
    ]


def test_a_page_that_was_not_drawn_says_what_to_do() -> None:
    reading = read(page("<div id='content'></div><script src='/dynamicviews/1/js/comments.js'></script>"))
    assert reading.posts == ()
    assert [problem.code for problem in reading.problems] == ["nothing-shown"]


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("[]", []),
        ('{"a": [1, true], \'b\': "x\\"y"}', {"a": ["1", "true"], "b": 'x"y'}),
        ("['cut off", None),
        ("nothing", None),
        ("[" * 100_000, None),
    ],
)
def test_values_of_scripts(script: str, value: object) -> None:
    assert read_value(script, 0) == value


CLASSIC = """<div id="header"><h1 id="blog-title">The Kettle Pages</h1></div>
<h2 class="date-header">Tuesday, June 06, 2006</h2><div class="post"><a name="11"></a>
<h3 class="post-title">Descaling</h3><div class="post-body"><div>Vinegar?</div></div><p class="post-footer"><em>
posted by Ines @
<a href="http://kettle.blogspot.example/2006/06/descaling.html" title="permanent link">10:45 PM</a></em></p></div>
<div id="comments"><h4>1 Comments:</h4><dl id="comments-block"><dt class="comment-poster" id="c114970">
<a name="c114970"></a><span class="comment-icon anon-comment-icon"><img src="x.gif" alt="Anonymous" /></span>&nbsp;Ada
said...</dt><dd class="comment-body"><p>Lemons.</p></dd><dd class="comment-timestamp"><a href="#c114970"
title="comment permalink">11:05 PM</a></dd></dl></div>"""


def test_a_page_of_a_classic_template_names_its_post_in_the_footer() -> None:
    data = page(CLASSIC).replace(f"<link href='{ADDRESS}' rel='canonical'/>".encode(), b"")
    read_post = only_post(data)
    assert read_post.url == "http://kettle.blogspot.example/2006/06/descaling.html"
    assert read_post.author
    assert read_post.author.name == "Ines"
    assert told_of(read_post) == [("c114970", None, "Ada", "T23:05", "Lemons.")]
    assert read_post.comments[0].permalink == f"{read_post.url}#c114970"
