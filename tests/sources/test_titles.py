import pytest

from probreader.sources.titles import infer_title, reads_as_title


@pytest.mark.parametrize(
    "line",
    [
        "Latest From Probation HQ",
        "Something's Got To Change",
        "What Next?",
        "Enough!",
        "Meanwhile...",
        "And then…",
        "Omnishambles Mark 2 - The Evidence",
        "A" * 120,
    ],
)
def test_titles(line: str) -> None:
    assert reads_as_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "It is over.",
        "He said “no.”",
        "Press release:-",
        "Dear all,",
        "As follows:",
        "***",
        "https://a.org",
        "A" * 121,
    ],
)
def test_what_reads_as_text(line: str) -> None:
    assert not reads_as_title(line)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", None),
        ("One short sentence. And another.", "One short sentence. And another."),
        ("This is the first sentence. This is another.", "This is the first sentence."),
        ("Is this really the first one? Yes.", "Is this really the first one?"),
        ("He said “this is the end.” Then he went.", "He said “this is the end.”"),
        ("A line\nand another line.", "A line"),
        ("Version 2.0 of the whole thing is here today.", "Version 2.0 of the whole thing is here today."),
        ("word " * 30, "word " * 15 + "word…"),
        ("a" * 100, "a" * 79 + "…"),
        ("b" * 80, "b" * 80),
    ],
)
def test_inferred_titles(text: str, title: str | None) -> None:
    assert infer_title(text) == title
    assert title is None or len(title) <= 80
