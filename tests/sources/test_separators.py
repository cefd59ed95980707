import pytest

from probreader.sources.separators import is_separator, split_sections


@pytest.mark.parametrize(
    "line",
    [
        "******",
        "*****",
        "***",
        "--oo00oo--",
        "-----//-----",
        "---",
        "=====",
        "____",
        "~~~",
        "* * *",
        "—————",
        "-x-x-x-",
    ],
)
def test_separators(line: str) -> None:
    assert is_separator(line)
    assert is_separator(f"  {line} ")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "...",
        "…",
        "**",
        "--",
        "oo00oo",
        "xxx",
        "-o-",
        "!!!",
        "???",
        "10-0-0-0",
        "** no **",
        "1. ---",
        "<3 <3",
        ":-)",
    ],
)
def test_what_is_none(line: str) -> None:
    assert not is_separator(line)


def test_sections_are_what_stands_between() -> None:
    lines = ["***", "one", "***", "two", "", "2", "***", "", "***", "three", "***"]
    assert split_sections(lines) == [["one"], ["two", "", "2"], ["three"]]


def test_a_body_without_separators_is_one_section() -> None:
    assert split_sections(["one", "", "two"]) == [["one", "", "two"]]
    assert split_sections([]) == []
    assert split_sections(["", ""]) == []
