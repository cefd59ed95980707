"""Both engines see the same, and neither is taken down."""

from itertools import chain
from pathlib import Path
from time import perf_counter

import pytest
from tests.sources.html.blogger_pages import page, post
from tests.sources.html.test_blogger_archive import ARCHIVE
from tests.sources.html.test_blogger_flat import INES, TEMPLATES
from tests.sources.html.test_blogger_threaded import comment, thread

from probreader.sources import read
from probreader.sources.html.dom import Engine, Visit, is_extravagant, parse
from probreader.sources.html.extravagance import DEEPEST
from probreader.sources.html.reading import read_page

CORPUS = Path(__file__).parents[2] / "corpus" / "pages"
PAGES = {
    **{name: page(post(text.format(ines=INES))).decode() for name, text in TEMPLATES.items()},
    "archive": page(ARCHIVE).decode(),
    "threaded": page(
        thread(comment(10001, "Ada", "One <b>bold <i>word</b>.</i>", comment(10002, "Bea", "Two.")))
    ).decode(),
    **{path.stem: path.read_text("utf-8", "replace") for path in sorted(CORPUS.glob("*.html"))},
}


@pytest.mark.parametrize("name", PAGES)
def test_the_slow_engine_reads_the_same(name: str) -> None:
    assert read_page(PAGES[name], Engine.LEXBOR) == read_page(PAGES[name], Engine.JUSTHTML)


SELECTORS = (
    "a", ".b", "#c", "a.b", "p, .b, [href]", "div > p", "ol > div > li.comment", 'a[href*="show"]', '[id^="c"]',
    '[itemprop~="name"]', "div .b a", '.b, .x[title="a, b"]', 'meta[name="x"][content="y"]',
)  # fmt: skip
TANGLE = (
    '<meta name="x" content="y"><div class="b x" id="c" title="a, b"><p class="b"><a href="?show" class="b q">t</a>'
    '<ol><div><li class="comment" itemprop="name text">u</div></ol><div id="cc"><p><b class="b"><a>v</a></b></div>'
    "</div>"
)


@pytest.mark.parametrize("selector", SELECTORS)
def test_selectors_find_the_same_in_both(selector: str) -> None:
    found = [
        [(one.tag, one.attributes) for one in parse(TANGLE, engine).select(selector)]
        for engine in (Engine.LEXBOR, Engine.JUSTHTML)
    ]
    assert found[0]
    assert found[0] == found[1]


NESTING = [
    "<div>", "<div><!--</div>-->", '<div title="</div>">', "<svg><td>", "<span><div></span></div>",
    "<div><table></div></table>", "<div><select></div></select>", "<div><object></div></object>",
    "<div><script></div></script>", "<div><textarea></div></textarea>", "<div><![CDATA[</div>]]>", "<a><div></a>",
    "<math><mi><div></math></div></mi>", "<svg><foreignObject><div></svg></div></foreignObject><td>",
    "<svg><title><div></svg></title></div>", "<font><table></font></table>", "<ruby><rt><div></ruby></div>",
    "<DIV><!-- </div> --!>", "<li><dd>", "<dt><li>x", "<span><li></span><span><dt></span>", "<LI><b><DD>",
    "<div></div\xa0>", "<div></div\x0b>", "<div><p title='</div>'>",
    "<div><a title=</div>>x</a>", "<a title='<!--'><div><a title='-->'>",
    "<svg><td/></td>",
]  # fmt: skip


@pytest.mark.parametrize("piece", NESTING)
def test_no_end_tag_hides_how_deep_a_page_nests(piece: str) -> None:
    text = piece * 3_000
    assert is_extravagant(text)
    assert depth_of(text) > DEEPEST


def test_letters_beyond_ascii_are_none_of_a_name() -> None:
    assert is_extravagant("<blink></blin\u212a>" * 3_000), "the sign for kelvin is a k in lower case"


def depth_of(text: str) -> int:
    depth = deepest = 0
    for visit, _, _ in parse(text, Engine.JUSTHTML).walk(lambda _: True):
        depth += {Visit.OPEN: 1, Visit.CLOSE: -1, Visit.TEXT: 0}[visit]
        deepest = max(deepest, depth)
    return deepest


@pytest.mark.parametrize(
    "piece",
    [
        "<p>x", "<li>x", "<li><span>x", "<dt>x<dd>y", "<dl><dd>x<ul><li>y</ul></dl>", "<ul><li><div>x</li></ul>",
        "<br>", "<div>x</div>", "<svg><path d='m'/><title>a</title></svg>", "<!-- <div> --><b>x</b>",
        "<script>if (a < b) { '<div>' }</script>", "<P><FONT size=1>x</FONT></P>", "<table><tr><td>x</table>",
        '<div title="a>b"></div>', "<a href=x>y</a>", "<textarea><div></textarea>", "<ul><li>x</ul>",
    ],
)  # fmt: skip
def test_ordinary_markup_goes_to_the_fast_engine(piece: str) -> None:
    assert not is_extravagant(piece * 3_000)


def test_many_attributes_go_to_the_bounded_engine() -> None:
    assert is_extravagant("<p " + " ".join(f"a{number}" for number in range(25_000)) + ">")


def test_emphasis_without_an_end_makes_no_millions_of_elements() -> None:
    text = "<p>" + "".join(f"<b id={number}>" for number in range(900)) + "</p>" + "<p>word" * 20_000
    root = parse(text)
    assert root.text().count("word") == 20_000
    assert len(root.select("b")) == 0


HOSTILE = {
    "nested": "<div>" * 40_000,
    "comments": "".join(f"<div class=comment id=c{number}>" for number in range(10_000, 16_000)),
    "attributes": "<p " + " ".join(f"a{number}" for number in range(25_000)) + ">",
    "one line": "x" * 200_000,
    "links": "<a href=http://" * 13_000,
    "addresses": "<div class=comment-body>" + "<a href=http://a.b/>http://a.b/c</a> " * 5_000,
    "brackets": "<" * 200_000,
    "remarks": "<!--" * 50_000,
    "regions": "<div class=comments>" * 9_000,
    "authors": "<dt>x" * 20_000,
    "posts": "<div class=post>" * 9_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_take_bounded_time(name: str) -> None:
    data = page(post(HOSTILE[name]))
    start = perf_counter()
    read(data)
    assert perf_counter() - start < 12, "some ten times what it takes on an idle machine"


def test_nothing_is_left_out_of_the_pages() -> None:
    assert len(PAGES) > len(list(chain(TEMPLATES, CORPUS.glob("*.html"))))
