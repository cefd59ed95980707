"""Keys and titles that feeds do not spell out: which comment a link names, which post a feed of comments is of."""

import re
from urllib.parse import unquote, urlsplit

from probreader.domain.clean import clean_line
from probreader.domain.folding import fold

_FRAGMENT = re.compile(r"#(?:(c)|(?:li-|div-)?(comment)-?)([0-9]{1,30})\Z")
_BLOGGER_ID = re.compile(r"(?:post|page|comment)-?([0-9]{1,30})\Z")
_LAST_DIGITS = re.compile(r"/comments/(?:default|full|summary)/([0-9]{1,30})(?:[?#/]|\Z)")
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:_[0-9]{1,4})?(?:\.[a-z]{3,5})?\Z")
_ARTICLES = frozenset(("a", "the"))
_WORDPRESS = "Comments on: "
_LEADS = (_WORDPRESS, "Comments on ", "Comments for ")
_COMMENT = "Comment on "
_COMMENT_PAGE = re.compile(r"(?<=/)comment-page-[0-9]{1,6}/?\Z|[?&]cpage=[0-9]{1,6}\Z")
_LONGEST_TITLE = 1_000
_MOST_STARTS = 60
"""Words of a title at which the post's title is looked for."""


def comment_key(address: str | None) -> str | None:
    """``c4711`` or ``comment-12``: the comment that the fragment of ``address`` names; None when it names none."""
    match = _FRAGMENT.search(address or "")
    if match is None:
        return None
    return f"c{match[3]}" if match[1] else f"comment-{match[3]}"


def blogger_number(tag: str) -> str | None:
    """The digits of ``tag:blogger.com,1999:blog-12.post-34``; None when ``tag`` is no such id."""
    match = _BLOGGER_ID.search(tag)
    return match[1] if match else None


def blogger_comment(address: str | None) -> str | None:
    """The key of the comment whose own feed is at ``address``: ``.../comments/default/34``."""
    match = _LAST_DIGITS.search(address or "")
    return f"c{match[1]}" if match else None


def without_fragment(address: str) -> str:
    """``address`` up to its ``#``."""
    return address.partition("#")[0]


def post_of_comment(address: str) -> str:
    """``address`` of a comment as that of its post: without fragment, and without the page of comments it is on."""
    return _COMMENT_PAGE.sub("", without_fragment(address))


def title_of_comment(item_title: str, author: str | None, post_url: str) -> str | None:
    """The title of the post in that of a comment on it, such as ``Comment on A title by Ada``, in any language.

    None where it is not proven: by the post's address, or by WordPress's own English words.
    """
    title = clean_line(item_title[:_LONGEST_TITLE])
    if not author or not title.endswith(f" {author}"):
        return None
    head = title.removesuffix(f" {author}")
    words, _, last = head.rpartition(" ")
    slug = _slug(post_url)
    starts = [match.end() for match in re.finditer(r"\A| ", words)]
    for start in starts if slug and len(starts) <= _MOST_STARTS else ():
        if _words(words[start:]) == slug:
            return words[start:].strip()
    is_english = last == "by" and words.startswith(_COMMENT)
    return words.removeprefix(_COMMENT).strip() or None if is_english else None


def title_of_commented(feed_title: str | None, post_url: str | None) -> str | None:
    """The title of the post that a feed of comments is of, such as ``Comments on Ada's Blog: A title``.

    What leads to the title differs with the language and may name the blog; so the title is that end of the feed's
    title which the post's address repeats. None when no end is repeated, but for WordPress's own English words.
    """
    if not feed_title or not post_url or len(feed_title) > _LONGEST_TITLE:
        return None
    slug = _slug(post_url)
    for start in _starts(feed_title):
        words = _words(feed_title[start:])
        if slug and words[: len(slug)] == slug:
            return feed_title[start:].strip()
    return feed_title.removeprefix(_WORDPRESS).strip() or None if feed_title.startswith(_WORDPRESS) else None


def _starts(title: str) -> list[int]:
    leads = [len(lead) for lead in _LEADS if title.startswith(lead)]
    return [0, *leads, *(match.end() for match in re.finditer(r": |» | - |\"|“|«\s?", title))]


def _slug(url: str) -> list[str]:
    try:
        path = unquote(urlsplit(url).path).rstrip("/")
    except ValueError:
        return []
    last = path.rpartition("/")[2]
    return _words(_ENDING.sub("", last))


def _words(text: str) -> list[str]:
    bare = fold(text).replace("'", "")
    return [word for word in _WORD.findall(bare) if word not in _ARTICLES]
