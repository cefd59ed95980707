"""The quick way to prose comes to what the parser of pages comes to."""

from hypothesis import given, settings
from hypothesis import strategies as st

from probreader.sources.feeds.simple_markup import read_simple
from probreader.sources.html.markup import prose_of_markup

BASE = "https://quay.example.org/tide/"
PIECES = st.sampled_from(
    [
        *(
            "<br />",
            "<br>",
            "<BR/>",
            "<p>",
            "</p>",
            "<i>",
            "</i>",
            "<b>",
            "</b>",
            "<em>",
            "</em>",
            "<strong>",
            "</strong>",
        ),
        *("<blockquote>", "</blockquote>", '<a href="https://a.example.org/?x=1&amp;y=2" rel="nofollow">', "</a>"),
        *("<a href='/rope'>", "<a name='x'>", "<a href='javascript:x()'>", "<div>", "</div>", "<u>", "</u>"),
        *("&amp;", "&lt;", "&nbsp;", "&eacute;", "&copy", "&#146;", "&#8217;", "& ", "<", ">", " < ", "<3"),
        *(
            " ",
            "\n",
            "\t",
            "  \n ",
            "tide",
            "and rope.",
            "https://b.example.org/x.",
            "http://",
            "x\u200by",
            "\xa0",
            "ſ",
        ),
        *("\u202e", "é", "漢字", "\u00ad", "*", "-----", "1. "),
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
@settings(max_examples=400, deadline=None)
def test_both_ways_agree(markup: str) -> None:
    simple = read_simple(markup, BASE)
    if simple is not None:
        assert simple == prose_of_markup(markup, BASE)


def test_what_comments_consist_of_is_simple() -> None:
    for markup in (
        "Low &amp; high<br /><br />and <i>so</i> on",
        "<p>One <a href='https://a.example.org' rel='nofollow'>there</a>.</p>\n<p>Two</p>",
        "<blockquote><p>Said</p></blockquote><p>Yes</p>",
        "No tag at all",
    ):
        assert read_simple(markup, None) is not None
