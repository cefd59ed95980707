import pytest

from probreader.sources.dates import read_date, split_glued


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Thursday 25 February 2021", "2021-02-25"),
        ("Sunday, 19 May 2019", "2019-05-19"),
        ("19 May 2019", "2019-05-19"),
        ("19 May 2019 at 10:45", "2019-05-19T10:45"),
        ("September 28, 2020 at 2:40 PM", "2020-09-28T14:40"),
        ("September 28, 2020 at 2:40\u202fPM", "2020-09-28T14:40"),
        ("Thursday, May 7, 2020", "2020-05-07"),
        ("1 Jan 2001", "2001-01-01"),
        ("9 Sept 2011", "2011-09-09"),
        ("29 February 2020", "2020-02-29"),
        ("1 June 2020 at 12:05 AM", "2020-06-01T00:05"),
        ("1 June 2020 at 12:05 PM", "2020-06-01T12:05"),
        ("1 June 2020 at 0:00", "2020-06-01T00:00"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(line: str, iso: str) -> None:
    dated = read_date(line)
    assert dated is not None
    assert dated.timestamp is not None
    assert dated.timestamp.iso == iso
    assert dated.timestamp.raw == line.replace("\u202f", " ")


@pytest.mark.parametrize(
    "line",
    [
        "30 February 2019",
        "Tuesday, 31 June 2020",
        "0 May 2019",
        "29 February 2019 at 10:45",
        "19 May 2019 at 24:00",
        "19 May 2019 at 10:60",
        "19 May 2019 at 13:00 PM",
        "19 May 2019 at 0:30 AM",
        "19 May 0000",
    ],
)
def test_an_impossible_date_is_a_date_without_a_time(line: str) -> None:
    dated = read_date(line)
    assert dated is not None
    assert (dated.timestamp, dated.raw) == (None, line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "10:45",
        "2:40 PM",
        "May 2019",
        "19 May",
        "19 Maybe 2019",
        "19 May 2019 and after",
        "on 19 May 2019",
        "19 May 2019.",
        "PSO - Crown Court - 23 February 2021",
        "19 mAy 2019",
        "119 May 2019",
        "19 May 20190",
        "١٩ May 2019",
    ],
)
def test_nothing_else_is_a_date(line: str) -> None:
    assert read_date(line) is None


def test_headers_written_alike_share_a_form() -> None:
    forms = [
        dated.form
        for line in (
            "Friday, 1 May 2020",
            "Saturday 2 May 2020",
            "3 May 2020",
            "Monday, May 4, 2020",
            "May 5, 2020",
            "6 May 2020 at 7:00",
        )
        if (dated := read_date(line))
    ]
    assert forms[0] == forms[1]
    assert len(set(forms)) == 5


@pytest.mark.parametrize(
    ("line", "author", "iso"),
    [
        ("Probation Officer19 May 2019 at 10:45", "Probation Officer", "2019-05-19T10:45"),
        ("Ada9 May 2019 at 8:05", "Ada", "2019-05-09T08:05"),
        ("ML2319 May 2019 at 10:45", "ML23", "2019-05-19T10:45"),
        ("Bob99 May 2019 at 10:45", "Bob9", "2019-05-09T10:45"),
        ("UnknownSeptember 28, 2020 at 2:40 PM", "Unknown", "2020-09-28T14:40"),
        ("김민수19 May 2019 at 10:45", "김민수", "2019-05-19T10:45"),
        ("Ada31 June 2019 at 10:45", "Ada", None),
    ],
)
def test_author_and_time_glued_together(line: str, author: str, iso: str | None) -> None:
    glued = split_glued(line)
    assert glued is not None
    assert glued[0] == author
    assert (glued[1].timestamp and glued[1].timestamp.iso) == iso


@pytest.mark.parametrize(
    "line",
    [
        "See you on 19 May 2019 at 10:45",
        "19 May 2019 at 10:45",
        "Probation Officer19 May 2019",
        "Probation Officer19 May 2019 at 10:45 or so",
        "It was 10:45",
        "",
    ],
)
def test_a_sentence_is_no_glued_header(line: str) -> None:
    assert split_glued(line) is None
