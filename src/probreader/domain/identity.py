"""Ids that endure: an entry read again has the same id, so bookmarks and read marks survive.

A permalink or the source's own id comes first. What has neither gets a fingerprint of what does not change when the
page is read again: post, author, time, text, and the ordinal among equals.
"""

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit

FINGERPRINT_LENGTH = 16
"""Hexadecimal digits: 64 bits, so that a million entries collide with a chance of 3 in 10^8."""

_FINGERPRINT = re.compile(rf"[0-9a-f]{{{FINGERPRINT_LENGTH}}}(?:-[0-9]{{1,9}})?")

_WHITE_SPACE = b" \t\n\v\f\r"
_NO_BREAK_SPACE = "\xa0".encode()


def fingerprint(*parts: str | None) -> str:
    """A short stable digest of ``parts``; None and the empty string differ.

    ASCII white space and no-break spaces do not count: a page read by another way has them in other places.
    """
    return _digest(_normal(parts))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:FINGERPRINT_LENGTH]


def _normal(parts: Iterable[str | None], before: bytes = b"") -> bytes:
    """``before`` and ``parts`` without white space, each behind its length, so that no two lists of them look alike."""
    pieces = [before]
    for part in parts:
        if part is None:
            pieces.append(b"-")
            continue
        content = part.encode("utf-8", "replace").translate(None, _WHITE_SPACE)
        if not part.isascii() and _NO_BREAK_SPACE in content:
            content = content.replace(_NO_BREAK_SPACE, b"")
        pieces.append(b"%d:" % len(content))
        pieces.append(content)
    return b"".join(pieces)


def is_fingerprint(id_: str) -> bool:
    """Whether ``id_`` was made of words by :class:`Fingerprints`, and did not come with the source."""
    return _FINGERPRINT.fullmatch(id_) is not None


class Fingerprints:
    """Fingerprints made distinct by the ordinal among equals; one instance a post."""

    def __init__(self, *context: str | None) -> None:
        """Every fingerprint taken is as if its parts followed those of ``context``."""
        self._context = _normal(context)
        self._counts: dict[str, int] = {}

    def take(self, *parts: str | None) -> str:
        """The fingerprint of ``parts``, with ``-2``, ``-3``, ... appended when the same was taken before."""
        base = _digest(_normal(parts, self._context))
        count = self._counts[base] = self._counts.get(base, 0) + 1
        return base if count == 1 else f"{base}-{count}"


_BLOGGER_HOST = re.compile(r"([a-z0-9-]{1,63})\.blogspot\.[a-z]{2,3}(?:\.[a-z]{2})?")
_PAGE_OF_COMMENTS = re.compile(r"/comment-page-[0-9]+/?\Z")
# What tells how a page is shown, who sent the reader, or which comment to jump to; never which post it is.
_PASSING = frozenset("m showcomment commentpage spref replytocom cpage amp fbclid gclid share".split())


def address_id(url: str) -> str | None:
    """The id of the post at ``url``: its address without what differs between views of it; None for no web address.

    Scheme, ``www.``, fragment, a trailing slash, the country of a ``blogspot`` host, and parameters such as ``m=1``,
    ``showComment`` and ``utm_source`` do not count.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    if blogger := _BLOGGER_HOST.fullmatch(host):
        host = f"{blogger[1]}.blogspot.com"
    path = _PAGE_OF_COMMENTS.sub("", parts.path).rstrip("/")
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if _tells_post(name)]
    return host + port + path + (f"?{urlencode(sorted(query))}" if query else "")


def _tells_post(name: str) -> bool:
    name = name.lower()
    return name not in _PASSING and not name.startswith("utm_")
