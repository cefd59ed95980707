"""Addresses of comments come back as they were, whatever the address of their post."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.library.permalinks import shortened, whole

URL = "https://blog.example.org/2021/02/post.html"
URLS = st.sampled_from([None, "", URL, "#", "=", "?"])
REST = st.text("#?=c1", max_size=4)


@given(url=URLS, before=URLS, rest=REST, entry_id=st.sampled_from(["", "c1", "1", "#"]))
def test_every_address_comes_back(url: str | None, before: str | None, rest: str, entry_id: str) -> None:
    permalink = (before or "") + rest
    assert whole(shortened(permalink, url, entry_id), url, entry_id) == permalink


@pytest.mark.parametrize("rest", ["#c1", "?showComment=1613000000000#c1", "#comment-c1"])
def test_the_address_of_the_post_is_not_said_again(rest: str) -> None:
    kept = shortened(URL + rest, URL, "c1")
    assert kept is not None
    assert len(kept) <= len(rest)


def test_none_stays_none() -> None:
    assert whole(shortened(None, URL, "c1"), URL, "c1") is None


def test_without_its_post_an_address_is_not_made_up() -> None:
    assert whole(shortened(f"{URL}#c1", URL, "c1"), None, "c1") is None
