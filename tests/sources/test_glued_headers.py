from probreader.sources.glued_headers import read_headers


def headers(*lines: str) -> list[tuple[str, str | None] | None]:
    return [
        (glued.author, glued.dated.timestamp.iso if glued.dated.timestamp else None) if glued else None
        for glued in read_headers(lines).found
    ]


def test_a_name_that_ends_in_digits_leaves_a_day_of_two_where_nothing_says_else() -> None:
    assert headers("Old Spade 4719 May 2019 at 10:45") == [("Old Spade 47", "2019-05-19T10:45")]


def test_days_around_tell_where_a_name_ends() -> None:
    assert headers("Ada8 July 2016 at 10:00", "Sture 429 July 2016 at 21:02", "Ada10 July 2016 at 10:00") == [
        ("Ada", "2016-07-08T10:00"),
        ("Sture 42", "2016-07-09T21:02"),
        ("Ada", "2016-07-10T10:00"),
    ]
    assert headers("Ada28 July 2016 at 10:00", "Sture 429 July 2016 at 21:02", "Ada30 July 2016 at 10:00")[1] == (
        "Sture 4",
        "2016-07-29T21:02",
    )


def test_a_late_answer_does_not_take_a_digit_from_its_day() -> None:
    assert headers("Ada9 May 2019 at 10:00", "Maud29 May 2019 at 10:00", "Ada9 May 2019 at 12:00")[1] == (
        "Maud",
        "2019-05-29T10:00",
    )


def test_a_space_before_the_date_is_the_names() -> None:
    assert headers("Ada9 May 2019 at 10:00", "Kurt 29 May 2019 at 11:00") == [
        ("Ada", "2019-05-09T10:00"),
        ("Kurt 2", "2019-05-09T11:00"),
    ]


def test_text_is_no_header() -> None:
    assert headers("I saw it on 19 May 2019 at 10:45", "", "Ada said so", "x" * 500) == [None] * 4


def test_a_day_over_twelve_proves_the_order_of_all() -> None:
    found = read_headers(["Telmo30/12/14 9:15", "Rosaura11/02/15 21:45"], "es")
    assert not found.is_order_guessed
    assert [glued.dated.timestamp.iso for glued in found.found if glued and glued.dated.timestamp] == [
        "2014-12-30T09:15",
        "2015-02-11T21:45",
    ]


def test_an_order_that_nothing_proves_is_told() -> None:
    assert read_headers(["Telmo02/03/14 9:15", "Rosaura03/03/14 21:45"], "es").is_order_guessed
