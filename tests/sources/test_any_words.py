"""Whatever words and signs stand on a line, the functions that read it answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from probreader.sources.dates import (
    decide_order,
    read_date,
    read_iso,
    read_moment,
    read_mysql,
    read_rfc822,
    split_glued,
)
from probreader.sources.dates.tokens import tokens_of
from probreader.sources.markers import (
    LANGUAGES,
    is_furniture,
    is_removed,
    languages_of,
    mark,
    read_chosen,
    read_heading,
    split_said,
)

PIECES = [
    *"0 1 9 19 31 32 99 100 1999 2019 2562 20190 ² ١٩ ۱۹ １９".split(),
    *"May Mai mai maja мая Μαΐου listopada tháng_5 พ.ค. 5月 5월 年 日 Mon Sonntag Чт".replace("_", " ").split(),
    *"at um de à kl. klo в AM pm π.μ. 오전 下午 h Uhr г. UTC Z +01:00 -0730 T th er".split(),
    *" . , : / - ( ) ' ’ – · | “ ” « » … # ： 、".split(),
    " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{RIGHT-TO-LEFT MARK}", "", "Ada", "İ", "ß", "ﬁ",
]  # fmt: skip
PHRASES = [
    *PIECES,
    *(line for words in LANGUAGES for line in (*words.titled, *words.counts, *words.said, *words.label)),
]
LINES = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
WORDED = st.text(max_size=80) | st.lists(st.sampled_from(PHRASES), max_size=5).map("".join)


@settings(max_examples=500)
@given(line=LINES)
def test_dates_are_read_or_refused(line: str) -> None:
    for dated in (read_date(line), read_moment(line)):
        if dated:
            assert dated.raw == " ".join(line.split()) or line.endswith(dated.raw)
            assert dated.timestamp is None or dated.timestamp.raw
    glued = split_glued(line)
    assert glued is None or glued[0]
    assert decide_order([line, line]) == decide_order([line])
    for stamp in (read_iso(line), read_rfc822(line), read_mysql(line)):
        assert stamp is None or stamp.iso
    tokens = tokens_of(" ".join(line.split()))
    assert tokens is None or len(tokens.kinds) == len(tokens.texts)


@settings(max_examples=500)
@given(line=WORDED)
def test_lines_of_words_are_read_or_refused(line: str) -> None:
    heading = read_heading(line)
    assert heading is None or heading.count is None or heading.count >= 0
    assert heading is None or heading.languages
    author = split_said(line)
    assert author is None or author == author.strip()
    chosen = read_chosen(line)
    assert chosen is None or chosen.name
    assert mark(line) is None or line.strip()
    assert set(languages_of([line])) <= set(LANGUAGES)
    for answer in (is_furniture(line), is_removed(line)):
        assert answer in (True, False)
