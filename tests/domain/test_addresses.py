"""What may be opened, and where it really leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.domain.addresses import address_of


@pytest.mark.parametrize(
    "target",
    [
        *(
            "",
            " ",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "java\tscript:alert(1)",
            "JAVASCRIPT:x",
            "-h",
            "--help",
        ),
        *("data:text/html,x", "ftp://example.org/x", "http:///path", "http://", "https:example.org", "//example.org/x"),
        *("http://exa mple.org", "http://example.org/\x1b[31m", "http://example.org\n-x", "vbscript:x", "mailto:", "x"),
        *("mailto:nobody", "mailto:a@b@example.org", "http://[::1", "http://example.org:99999/", "about:blank"),
        *("http://example.org\\@evil.example/", 'http://example.org/"x'),
        "http://" + "a" * 70 + ".example/",
    ],
)
def test_what_is_never_opened(target: str) -> None:
    assert address_of(target) is None


@pytest.mark.parametrize(
    ("target", "url", "host"),
    [
        ("https://blog.example.org/a?b=c#d", "https://blog.example.org/a?b=c#d", "blog.example.org"),
        ("HTTP://Example.ORG:8080/Ü", "http://example.org:8080/Ü", "example.org"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
        # The first letter is Cyrillic.
        ("https://\u0430pple.example/", "https://xn--pple-43d.example/", "xn--pple-43d.example"),
        ("http://[::1]:80/", "http://[::1]:80/", "::1"),
        # What would fill in a mail is left out.
        ("mailto:a@example.org?cc=b@example.org&body=x", "mailto:a@example.org", "example.org"),
        ("mailto:ann@example.org", "mailto:ann@example.org", "example.org"),
        (" https://example.org/ ", "https://example.org/", "example.org"),
    ],
)
def test_where_it_leads(target: str, url: str, host: str) -> None:
    opened = address_of(target)
    assert opened is not None
    assert (opened.url, opened.host) == (url, host)


@pytest.mark.parametrize(
    ("target", "text", "is_deceptive"),
    [
        ("https://example.org/a", "this page", False),
        ("https://example.org/a", "example.org", False),
        ("https://www.example.org/a", "https://example.org/b", False),
        ("https://evil.example/a", "https://example.org/a", True),
        ("https://evil.example/a", "example.org", True),
        ("https://example.org@evil.example/", "my page", True),
        ("https://example.org/", "e.g. this. And that", False),
    ],
)
def test_a_text_that_names_another_host_is_told(target: str, text: str, is_deceptive: bool) -> None:
    opened = address_of(target, text)
    assert opened is not None
    assert opened.is_deceptive is is_deceptive


@given(st.text(), st.text())
def test_any_words_are_opened_as_web_or_mail_or_not_at_all(target: str, text: str) -> None:
    opened = address_of(target, text)
    assert opened is None or opened.url.startswith(("http://", "https://", "mailto:"))
