"""XML that is broken, cut off or made to hurt: what was whole is kept, with a problem, in bounded time."""

import time

import pytest
from tests.sources.feeds.writing import codes, read_whole, tree

from probreader.sources import read

PATIENCE = 20
"""Seconds of the processor: far more than what is bounded takes, far less than what grows with the square."""
HEAD = "<?xml version='1.0'?>\n<rss version='2.0'><channel><title>Quay</title>\n"
ITEM = "<item><title>Tide {0}</title><link>https://quay.example.org/{0}</link><description>Low</description></item>\n"
END = "</channel></rss>"
WHOLE = HEAD + "".join(ITEM.format(n) for n in range(3)) + END


def titles(data: bytes) -> list[str | None]:
    return [post.title for post in read(data).posts]


def test_a_cut_anywhere_keeps_what_was_whole() -> None:
    data = WHOLE.encode()
    ends = [WHOLE.index(f"/{n}</link>") + len(f"/{n}</link><description>Low</description></item>") for n in range(3)]
    for cut in range(len(HEAD) + 1, len(data) - len("</rss>")):
        reading = read(data[:cut])
        assert [post.title for post in reading.posts] == [f"Tide {n}" for n in range(3) if ends[n] <= cut]
        assert codes(reading) == ["cut-off"], cut


def test_a_cut_in_the_head_never_raises() -> None:
    for cut in range(len(HEAD) + 1):
        assert not read(WHOLE.encode()[:cut]).posts


def test_a_cut_off_file_says_where() -> None:
    problem = read((HEAD + ITEM.format(0) + "<item><tit").encode()).problems[0]
    assert (problem.code, problem.line) == ("cut-off", 4)
    assert "line 4, column" in problem.message


def test_text_after_the_end() -> None:
    reading = read_whole(WHOLE + "\n<b>cached</b>")
    assert len(reading.posts) == 3
    assert codes(reading) == ["text-after-end"]


def test_white_space_and_a_mark_before_the_declaration() -> None:
    assert titles(b"\xef\xbb\xbf\n \n" + WHOLE.encode()) == ["Tide 0", "Tide 1", "Tide 2"]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1251", "windows-1251"), ("koi8-r", "KOI8-R"), ("utf-8", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16-be", "x")],
)
def test_declared_encodings(encoding: str, name: str) -> None:
    text = HEAD.replace("version='1.0'", f"version='1.0' encoding='{name}'", 1)
    text += "<item><title>Прилив</title></item>" + END
    assert titles(text.encode(encoding)) == ["Прилив"]


def test_japanese() -> None:
    text = HEAD.replace("'1.0'", "'1.0' encoding='Shift_JIS'", 1) + "<item><title>満ち潮</title></item>" + END
    assert titles(text.encode("shift_jis")) == ["満ち潮"]


def test_mixed_encodings_are_read_as_what_they_are() -> None:
    data = (
        HEAD.encode() + b"<item><title>Caf\xe9 \xe2\x80\x9ctide\xe2\x80\x9d \x93low\x94</title></item>" + END.encode()
    )
    reading = read(data)
    assert reading.posts[0].title == "Café “tide” “low”"
    assert [(problem.code, problem.line) for problem in reading.problems] == [("encoding-guessed", 3)]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("a&nbsp;b", "a b"),
        ("R&D; S&L", "R&D; S&L"),
        ("&hellip;&eacute;", "…é"),
        ("it&#146;s", "it’s"),
        ("a&#11;b&#0;c&#xb;", "abc"),
        ("&#55357;&#56832;", "😀"),
        ("&#xD83D;&#xDE00; &#xD83D;", "😀 \N{REPLACEMENT CHARACTER}"),
        ("&#x110000;", "\N{REPLACEMENT CHARACTER}"),
        ("a\x00b\x1fc\x0c", "abc"),
        ("&unknown;", "&unknown;"),
        ("<![CDATA[&nbsp;&lt;]]>&lt;", "<<"),
        ("&#34;&quot;&#39;", '""\''),
    ],
)
def test_what_sloppy_writers_write(written: str, read_as: str) -> None:
    assert titles((HEAD + f"<item><title>{written}</title></item>" + END).encode()) == [read_as]


def test_borders_of_pieces_change_nothing() -> None:
    from probreader.domain.post import Problem
    from probreader.sources.feeds.decoding import texts
    from probreader.sources.feeds.wellformed import well_formed

    text = "<rss>&nbsp;<![CDATA[ &nbsp; ]]]]>&hellip;&#55357;&#56832;é&amp;<a b='&#38;'/><![CDATA[x]]>&</rss>"
    data = text.encode()
    problems: list[Problem] = []

    def mended(size: int) -> str:
        pieces = (data[at : at + size] for at in range(0, len(data), size))
        return "".join(well_formed(texts(pieces, "x", problems), "x", problems))

    whole = mended(len(data))
    assert {mended(size) for size in range(1, 40)} == {whole}
    assert not problems


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def chain(length: int) -> str:
    return '<!ENTITY l0 "x">' + "".join(f'<!ENTITY l{n} "&l{n - 1};">' for n in range(1, length))


@pytest.mark.parametrize("entities", [f'<!ENTITY l0 "ha">{LAUGHS}', chain(1_000)], ids=["laughs", "chain"])
def test_entities_of_its_own_are_never_expanded(entities: str) -> None:
    items = WHOLE.partition("\n")[2].replace("Low", "&l9;")
    reading = read_whole(f"<?xml version='1.0'?><!DOCTYPE rss [{entities}]>{items}")
    assert [post.sections[0].body.text for post in reading.posts] == ["&l9;"] * 3
    assert codes(reading) == ["doctype-refused"]


def test_a_chain_of_thirty_thousand_entities_hurts_nobody() -> None:
    start = time.process_time()
    items = WHOLE.partition("\n")[2].replace("Low", "&l29999;")
    assert read_whole(f"<?xml version='1.0'?><!DOCTYPE rss [{chain(30_000)}]>{items}").problems
    assert time.process_time() - start < PATIENCE


def test_a_file_on_the_disk_is_never_asked_for() -> None:
    doctype = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    reading = read_whole(doctype + WHOLE.partition("\n")[2].replace("Low", "&f;"))
    assert reading.posts[0].sections[0].body.text == "&f;"


def test_nesting_without_end() -> None:
    start = time.process_time()
    reading = read_whole(HEAD + ITEM.format(0) + "<item>" + "<a>" * 100_000 + "</a>" * 100_000 + "</item>" + END)
    assert len(reading.posts) == 1
    assert codes(reading) == ["too-deep"]
    assert time.process_time() - start < PATIENCE


@pytest.mark.parametrize(
    "part",
    [
        "<item a='" + "x" * 20_000_000 + "'/>",
        "<!--" + "x" * 20_000_000,
        "<item>" + "<a b='1'/>" * 150_000 + "</item>",
        "<item " + " ".join(f"a{n}='1'" for n in range(100_000)) + "/>",
        "<item><title>" + "&" * 1_000_000 + "</title></item>",
        "<item><title>" + "<![CDATA[" * 200_000 + "</title></item>",
        "<item><description>" + "&lt;!--" * 200_000 + "</description></item>",
    ],
    ids=["attribute", "remark", "elements", "attributes", "ampersands", "cdata", "remarks"],
)
def test_a_single_huge_part_takes_little_time(part: str) -> None:
    start = time.process_time()
    assert read_whole(HEAD + ITEM.format(0) + part + END).posts
    assert time.process_time() - start < PATIENCE


@pytest.mark.parametrize("line_end", ["\n", ""])
def test_an_error_costs_one_entry(line_end: str) -> None:
    bad = "<item><title>Bad</titel></item>\n"
    source = HEAD + ITEM.format(0) + bad + ITEM.format(1) + bad + ITEM.format(2) + END
    reading = read_whole(source.replace("\n", line_end))
    assert [post.title for post in reading.posts] == ["Tide 0", "Tide 1", "Tide 2"]
    assert codes(reading) == ["damaged-xml", "damaged-xml"]
    if line_end:
        assert [problem.line for problem in reading.problems] == [4, 6]


def test_an_error_in_a_large_file_costs_one_entry() -> None:
    many = "".join(ITEM.format(n) for n in range(6000))
    reading = read_whole(HEAD + many + "<item><b></item>" + many.replace("org/", "org/b") + END)
    assert len(reading.posts) == 12_000
    assert codes(reading) == ["damaged-xml"]


def test_errors_without_end_take_little_time() -> None:
    start = time.process_time()
    reading = read_whole(HEAD + "<item><a></item>" * 50_000 + END)
    assert len(reading.problems) < 200
    assert time.process_time() - start < PATIENCE


def test_no_root_at_all() -> None:
    assert codes(read_whole("<?xml version='1.0'?>\n<!-- nothing -->")) == ["not-a-discussion"]
    assert not read_whole("<?xml version='1.0'?><opml><body/></opml>").posts


def test_replies_are_kept_when_the_feed_is_cut_off() -> None:
    from tests.sources.feeds.writing import BLOGGER_HEAD, blogger_comment

    feed = BLOGGER_HEAD + blogger_comment(11, "One") + blogger_comment(12, "Two", parent=11)
    assert tree(read_whole(feed + "<entry>").posts[0]) == [("c11", None, "One"), ("c12", "c11", "Two")]
