"""Text, page, or structured data: told from the first bytes, never from a name."""

import re
from enum import StrEnum

from probreader.sources.mhtml import is_mhtml

HEAD = 64 * 1024
"""Bytes that are enough to tell."""

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|article|section|ol|dl|table|main)\s[^<>]{0,500}>",
    re.IGNORECASE,
)
_XML = re.compile(rb"<\?xml|<(?:rss|feed|rdf:RDF|disqus|channel|ns0:feed|atom:feed)[\s>]", re.IGNORECASE)


class Kind(StrEnum):
    """What a source is made of."""

    PAGE = "page"
    XML = "xml"
    JSON = "json"
    MHTML = "mhtml"
    TEXT = "text"


def kind_of(head: bytes) -> Kind:
    """The kind of a source that begins with ``head`` (:data:`HEAD` bytes, or fewer when it is shorter)."""
    start = _plain(head).lstrip()
    if _PAGE.match(start):
        return Kind.PAGE
    if _XML.match(start):
        return Kind.PAGE if _is_xhtml(start) else Kind.XML
    if start[:1] in (b"{", b"["):
        return Kind.JSON
    if start[:1] == b"<" and _PAGE.search(start):
        return Kind.PAGE
    return Kind.MHTML if is_mhtml(start) else Kind.TEXT


def _plain(head: bytes) -> bytes:
    """``head`` without its byte order mark, and without the NULs of UTF-16."""
    for mark in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].replace(b"\0", b"") if mark != _MARKS[0] else head[len(mark) :]
    return head


def _is_xhtml(start: bytes) -> bool:
    return _PAGE.search(start[:2048]) is not None and not re.search(rb"<(?:rss|feed|rdf:RDF|disqus)[\s>]", start[:2048])
