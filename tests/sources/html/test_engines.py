"""Both engines see the same, and neither is taken down."""

import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from time import process_time
from types import FrameType

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


def numbered(piece: str) -> Callable[[int], str]:
    """Text of a given size in which every piece has a number of its own."""
    return lambda size: "".join(piece.format(number) for number in range(10_000, 10_000 + size // (len(piece) + 3)))


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece))


HOSTILE: dict[str, Callable[[int], str]] = {
    "nested": repeated("<div>"),
    "comments": numbered("<div class=comment id=c{}>"),
    "comments in lists": numbered(
        "<ol><li class=comment id=c{}><cite class=user>A</cite><p class=comment-content>x</p>"
    ),
    "texts": repeated("<div class=comment-body>"),
    "attributes": numbered("<p a{0} b{0}>"),
    "attributes of one tag": lambda size: "<p " + numbered(" a{}")(size) + ">",
    "one line": repeated("x"),
    "links": repeated("<a href=http://"),
    "addresses": lambda size: "<div class=comment-body>" + repeated("<a href=http://a.b/>http://a.b/c</a> ")(size),
    "brackets": repeated("<"),
    "remarks": repeated("<!--"),
    "regions": repeated("<div class=comments>"),
    "authors": repeated("<dt>x"),
    "authors and items": repeated("<dt>x<li>y"),
    "items": repeated("<li>x"),
    "posts": repeated("<div class=post>"),
    "posts with titles": repeated("<div class=hentry><h2 class=entry-title>x</h2>"),
    "bodies": repeated("<div class=post-body>"),
    "emphasis": repeated("<b>"),
    "emphasis and paragraphs": repeated("<b><p>"),
    "kinds of emphasis": numbered("<font size={}><p>x"),
    "emphasis in the wrong order": repeated("<b><i></b>"),
    "end tags": lambda size: "<i><table>" + "<b>" * 900 + repeated("</i>")(size),
    "objects": repeated("<div itemscope itemprop=comment>x"),
    "threads of WordPress": numbered("<ol class=children><li class=comment id=comment-{}>x"),
    "dates": repeated("<span class=date>3 May 2019, 5:04 by x on y at z</span>"),
}
SIZE = 200_000


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_take_bounded_time(name: str) -> None:
    data = page(post(HOSTILE[name](SIZE)))
    start = process_time()
    read(data)
    assert process_time() - start < 30, "2 seconds of the processor where it has nothing else to do"


def calls_of(data: bytes) -> int:
    """How many functions are called while ``data`` is read: the work, whatever else the machine does."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        read(data)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_no_faster_than_a_hostile_page(name: str) -> None:
    small, large = (calls_of(page(post(HOSTILE[name](size)))) for size in (SIZE // 4, SIZE))
    # Four times the page took sixteen times the work, were it to grow with the square.
    assert large < 6 * small + 20_000


def test_nothing_is_left_out_of_the_pages() -> None:
    assert len(PAGES) > len(list(chain(TEMPLATES, CORPUS.glob("*.html"))))
