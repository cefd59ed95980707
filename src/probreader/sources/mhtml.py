"""Web archives of one file (MHTML), as Chrome and Internet Explorer save a page: RFC 2557, RFC 2045.

The pictures and styles beside the page are passed over. Nothing here recurses: parts in parts wait in a list.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import HeaderParser

_LONGEST_HEAD = 16 * 1024
"""Bytes in which the header of a part must end."""
_MOST_PARTS = 2_000
_HEAD = re.compile(rb"\A(?:[\w-]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,20}){1,40}", re.ASCII)
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_WEB = ("http://", "https://")


def is_mhtml(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is a web archive: a mail header that names several related parts."""
    match = _HEAD.match(head.lstrip()[:_LONGEST_HEAD])
    return match is not None and b"multipart/related" in match.group().lower()


def page_of(data: bytes) -> bytes | None:
    """The page in the web archive ``data``, in UTF-8 where its part names an encoding; None when it holds none.

    The address that its part bears is put in front, in the form in which browsers write it into a saved page.
    """
    waiting = [data.lstrip()]
    seen = 0
    while waiting and seen < _MOST_PARTS:
        part = waiting.pop(0)
        seen += 1
        header, body = _split(part)
        kind = header.get_content_type()
        if kind in ("text/html", "application/xhtml+xml"):
            return _with_address(header, _decoded(header, body))
        if kind.startswith("multipart/") and (boundary := header.get_boundary()):
            waiting = [*_parts(body, boundary), *waiting]
    return None


def _split(part: bytes) -> tuple[Message, bytes]:
    end = _END_OF_HEAD.search(part, 0, _LONGEST_HEAD)
    if end is None:
        return Message(), part
    return HeaderParser().parsestr(part[: end.start()].decode("latin-1")), part[end.end() :]


def _parts(body: bytes, boundary: str) -> Iterator[bytes]:
    delimiter = b"--" + boundary.encode("latin-1", "replace")
    pieces = body.split(delimiter, _MOST_PARTS)
    for piece in pieces[1:]:
        if piece.startswith(b"--"):
            return
        yield piece.lstrip(b" \t").removeprefix(b"\r").removeprefix(b"\n")


def _decoded(header: Message, body: bytes) -> bytes:
    encoding = str(header.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "quoted-printable":
        body = quopri.decodestring(body)
    elif encoding == "base64":
        try:
            body = base64.b64decode(body)
        except binascii.Error:
            return b""
    charset = header.get_content_charset()
    try:
        return body if charset in (None, "utf-8") else body.decode(charset, "replace").encode()
    except LookupError:
        return body


def _with_address(header: Message, page: bytes) -> bytes:
    address = "".join(str(header.get("Content-Location", "")).split())
    if not address.startswith(_WEB) or "--" in address:
        return page
    return f"<!-- saved from url=({len(address):04}){address} -->\n".encode() + page
