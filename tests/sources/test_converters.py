"""Random threads, written as pages, converted to text by the real converters, and read back.

A converter that is not installed skips its test. None is needed to use or to develop probreader: their dumps are in
``tests/corpus``. To try one: ``pip install html2text inscriptis markdownify html-text beautifulsoup4 resiliparse``.
"""

import importlib
import importlib.util
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probreader.sources import read

from . import discussions as written
from .discussions import Discussion

Convert = Callable[[str], str]


def _named(module: str, name: str, **options: Any) -> Convert:
    convert = getattr(importlib.import_module(module), name)
    return lambda page: str(convert(page, **options))


CONVERTERS: dict[str, Callable[[], Convert]] = {
    "html2text": lambda: _named("html2text", "html2text"),
    "inscriptis": lambda: _named("inscriptis", "get_text"),
    "markdownify": lambda: _named("markdownify", "markdownify"),
    "html_text": lambda: _named("html_text", "extract_text"),
    "resiliparse": lambda: _named("resiliparse.extract.html2text", "extract_plain_text", main_content=False),
    "bs4": lambda: lambda page: str(importlib.import_module("bs4").BeautifulSoup(page, "html.parser").get_text("\n")),
}
SENTENCES = st.lists(
    st.sampled_from("the lane baths will close in spring and nobody asked those who swim there".split()),
    min_size=3,
    max_size=12,
).map(lambda words: f"{' '.join(words).capitalize()}.")


def discussions() -> st.SearchStrategy[Discussion]:
    return written.discussions(2, st.lists(st.lists(SENTENCES, min_size=1, max_size=1), min_size=1, max_size=2))


def told(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", CONVERTERS)
@settings(deadline=None, max_examples=30)
@given(st.data())
def test_what_a_converter_leaves_of_a_thread_is_read(name: str, data: st.DataObject) -> None:
    """Every comment whose words the converter kept is found once, and below the comment it replies to."""
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed")
    discussion = data.draw(discussions().filter(lambda drawn: len(drawn.comments) > 1))
    dump = CONVERTERS[name]()(written.blogger_page(discussion))
    (post,) = read(dump.encode()).posts
    texts = {comment.id: told(comment.body.text) for comment in post.comments}
    found = Counter((texts[c.id], None if c.parent is None else texts[c.parent]) for c in post.comments)
    wanted = Counter(
        (told(c.plain), None if c.parent is None else told(discussion.comments[c.parent].plain))
        for c in discussion.comments
        if told(c.plain) in told(dump)
    )
    assert found == wanted
