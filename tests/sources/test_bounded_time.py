"""No text makes a reader slow: time grows with length, whatever stands in it."""

import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any

import pytest

import probreader.domain
import probreader.sources
from probreader.sources import read
from probreader.sources.dates import (
    decide_order,
    read_date,
    read_iso,
    read_moment,
    read_mysql,
    read_rfc822,
    split_glued,
)
from probreader.sources.markers import (
    is_furniture,
    is_removed,
    languages_of,
    mark,
    read_chosen,
    read_heading,
    split_said,
)
from probreader.sources.plain import body_prose, comment_prose, tidy
from probreader.sources.separators import is_separator
from probreader.sources.titles import infer_title, reads_as_title

SIZE = 100_000
LIMIT = 1
"""Seconds for 100 KB: the limit for every pattern, here held to by what is built on them."""

HOSTILE = {
    "spaces": " " * SIZE,
    "digits": "1" * SIZE,
    "meta elements": "<meta " * (SIZE // 6),
    "XML declarations": "<?xml " * (SIZE // 6),
    "numbers": "1. " * (SIZE // 3),
    "item and spaces": "1." + " " * SIZE,
    "lines of spaces": "\n  " * (SIZE // 3),
    "lines of items": "\n1. " * (SIZE // 4),
    "brackets": "(" * SIZE,
    "addresses": "http://" * (SIZE // 7),
    "address and brackets": "http://a" + ")" * SIZE,
    "address and points": "http://a" + "." * SIZE,
    "slashes": "://" * (SIZE // 3),
    "stops": "." * SIZE,
    "stops and quotes": ".”" * (SIZE // 2),
    "letters": "a" * SIZE,
    "dates": "1 May 2019 " * (SIZE // 11),
    "glued dates": "a1 May 2019 at 1:0" * (SIZE // 18),
    "weekdays": "Monday, " * (SIZE // 8),
    "kinds of date words": "W, " * (SIZE // 3),
    "times": "1:0" * (SIZE // 3),
    "East Asian dates": "2016년 5월 7일 " * (SIZE // 12),
    "East Asian weekdays": "月" * SIZE,
    "groups of digits": "1,111" * (SIZE // 5),
    "stars": "*" * SIZE,
    "stars and a letter": "*" * SIZE + "a",
    "newlines": "\n" * SIZE,
    "newlines and text": ("\n" * 9 + "a") * (SIZE // 10),
    "lead-ins": ":-" * (SIZE // 2),
}
ON_LINES: list[Callable[[str], object]] = [
    read_date,
    read_moment,
    split_glued,
    read_iso,
    read_rfc822,
    read_mysql,
    lambda text: decide_order([text]),
    is_separator,
    is_furniture,
    is_removed,
    mark,
    read_heading,
    split_said,
    read_chosen,
    lambda text: languages_of([text]),
    reads_as_title,
    infer_title,
    tidy,
    comment_prose,
    lambda text: body_prose(text.split("\n")),
]
LINES_OF_SHAPES = {
    "headings": "1 comment:\n",
    "headings apart": "1 comment:\n\n\n\n",
    "top-level items": "  1. x\n",
    "reply items": "    1. x\n",
    "closed items": "  1. x\n\n    ReplyDelete\n",
    "empty items": "  1. ReplyDelete\n",
    "items of one word": "  1. Replies\n",
    "absent parents": "  1. Replies\n    1. Delete\n",
    "closing markers": "    ReplyDelete\n",
    "closing markers of replies": "      Delete\n",
    "lines over replies": "    Replies\n",
    "replies that hold none": "    ReplyDelete\n    Replies\n    1. x\n",
    "glued markers": "ReplyDeletex\nDeletex\n",
    "bare markers": "ReplyDelete\nDelete\n",
    "date headers": "\nMonday, 1 June 2020\n",
    "date lines": "Monday, 1 June 2020\n",
    "labels": "Showing posts with label X. Show all posts\n",
    "separators": "******\n",
    "furniture": "Home\n",
    "headings of sections": "Heading\n\n",
}
STARTS = {
    "": "",
    "outline": "Title\n\nBody.\n\n1 comment:\n\n  1. x\n\n    ReplyDelete\n",
    "replies": "Title\n\nBody.\n\n1 comment:\n\n  1. x\n\n    ReplyDelete\n    Replies\n    1. y\n\n      Delete\n",
    "extracted": "Body.\nOne.\nReplyDeleteMore.\n",
    "archive": "Monday, 1 June 2020\n\nTitle\n\n",
}


class TooSlowError(Exception):
    """An action was stopped."""


def _stop(*_: object) -> None:
    raise TooSlowError


@pytest.fixture(autouse=True)
def _no_action_runs_for_ever() -> Iterator[None]:
    """A pattern that backtracks without end fails its test instead of keeping it."""
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, 50 * LIMIT)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


def seconds(action: Callable[[], object]) -> float:
    """Processor time, the best of two, since others use the machine too."""
    times = []
    for _ in range(2):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_line_is_slow(text: str) -> None:
    for function in ON_LINES:
        assert seconds(partial(function, text)) < LIMIT, function


AnyPattern = re.Pattern[str] | re.Pattern[bytes]


def patterns(value: object) -> Iterator[AnyPattern]:
    """All compiled patterns in ``value``, however deep."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from patterns(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from patterns(part)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from patterns([getattr(value, field.name) for field in fields(value)])


def all_patterns() -> dict[str | bytes, AnyPattern]:
    modules = [
        importlib.import_module(module.name)
        for package in (probreader.domain, probreader.sources)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    return {pattern.pattern: pattern for module in modules for pattern in patterns(list(vars(module).values()))}


def test_the_patterns_are_found() -> None:
    assert len(all_patterns()) >= 15


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_pattern_is_slow(text: str) -> None:
    for pattern in all_patterns().values():
        subject: Any = text if isinstance(pattern.pattern, str) else text.encode()
        for method in (pattern.search, pattern.fullmatch, lambda text, pattern=pattern: [*pattern.finditer(text)]):
            assert seconds(partial(method, subject)) < LIMIT, pattern.pattern


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_no_text_is_slow_to_read(start: str, text: str) -> None:
    data = (start + text).encode()
    assert seconds(lambda: read(data)) < 5 * LIMIT


@pytest.mark.parametrize("line", LINES_OF_SHAPES.values(), ids=LINES_OF_SHAPES)
@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_time_grows_with_length(start: str, line: str) -> None:
    small, large = ((start + line * lines).encode() for lines in (500, 4_000))
    # Eight times the lines took 64 times as long, were the time to grow with the square.
    assert seconds(lambda: read(large)) < 24 * max(seconds(lambda: read(small)), 0.005)
