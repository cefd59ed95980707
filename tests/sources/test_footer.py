import pytest

from probreader.domain.post import Timestamp
from probreader.sources.footer import read_footer, read_labels, read_posted, with_time

DAY = Timestamp("2019-05-19", "Sunday, 19 May 2019")


@pytest.mark.parametrize(
    ("line", "author", "time", "declared"),
    [
        ("Posted by Maud Tilling at 08:05", "Maud Tilling", "08:05", None),
        ("Posted by Corwin Hale at 8:10 AM", "Corwin Hale", "8:10 AM", None),
        ("Posted by Edith Quince at 09:00 14 comments:", "Edith Quince", "09:00", 14),
        ("Posted by Edith Quince at 07:30 No comments:", "Edith Quince", "07:30", 0),
        ("Posted by at", None, None, None),
        ("Posted by at 3 comments:", None, None, 3),
        ("Eingestellt von Hannelore Brück um 07:40", "Hannelore Brück", "07:40", None),
        ("Eingestellt von um Keine Kommentare:", None, None, 0),
        ("Publié par à", None, None, None),
        ("Publié par Maxime Lavoie à 20 h 05", "Maxime Lavoie", "20 h 05", None),
        ("Publicado por Amparo Llorente en 19:00", "Amparo Llorente", "19:00", None),
        ("작성자: 오하늘 시간: 오후 4:38", "오하늘", "오후 4:38", None),
        ("작성자: 시간:", None, None, None),
        ("Αναρτήθηκε από Θανάσης Ρούσσος στις 6:20 μ.μ.", "Θανάσης Ρούσσος", "6:20 μ.μ.", None),
    ],
)
def test_author_time_and_count(line: str, author: str | None, time: str | None, declared: int | None) -> None:
    posted = read_posted(line)
    assert posted is not None
    assert (posted.author, posted.time, posted.declared) == (author, time, declared)


@pytest.mark.parametrize(
    "line",
    [
        "Posted by the gate, as the law demands, was a notice that nobody had read.",
        "Postedby",
        "작성자",
        "A letter posted by Ada at 08:05",
    ],
)
def test_sentences_are_no_footer(line: str) -> None:
    assert read_posted(line) is None


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Labels: hedges, council, wildlife & birds", ("hedges", "council", "wildlife & birds")),
        ("Labels: , ,", ()),
        ("Labels:", ()),
        ("Libellés : four à pain, patrimoine", ("four à pain", "patrimoine")),
        ("Etiquetas: huevos, huevos", ("huevos",)),
        ("Ετικέτες ελιές, χωριό", ("ελιές", "χωριό")),
        ("Tagged kiln, cracks", ("kiln", "cracks")),
        ("Tagged sheep were found on the hill.", None),
        ("Labels are for jars", None),
    ],
)
def test_labels(line: str, labels: tuple[str, ...] | None) -> None:
    assert read_labels(line) == labels


def test_a_footer_is_all_that_stands_below_the_body() -> None:
    lines = ["Body.", "", "Posted by Ada at 08:05", "Email This", "Labels: a, b", ""]
    footer = read_footer(lines, 0, len(lines))
    assert (footer.start, footer.author, footer.labels) == (2, "Ada", ("a", "b"))


def test_links_that_share_are_no_footer_alone() -> None:
    lines = ["Body.", "Facebook"]
    assert read_footer(lines, 0, len(lines)).start == len(lines)


def test_a_mobile_page_signs_a_post_without_a_word() -> None:
    footer = read_footer(["Body.", "Maud Tilling at 08:05", "Share"], 0, 3)
    assert (footer.start, footer.author, footer.time) == (1, "Maud Tilling", "08:05")
    assert read_footer(["Body.", "Maud Tilling at 08:05"], 0, 2).author is None


@pytest.mark.parametrize(
    ("time", "iso"),
    [("08:05", "2019-05-19T08:05"), ("8:05 PM", "2019-05-19T20:05"), ("25:99", "2019-05-19"), (None, "2019-05-19")],
)
def test_a_day_is_as_precise_as_its_footer(time: str | None, iso: str) -> None:
    stamp = with_time(DAY, time)
    assert stamp is not None
    assert stamp.iso == iso
    assert with_time(None, time) is None
