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
_DATA_ROOTS = frozenset((b"rss", b"feed", b"entry", b"rdf", b"disqus", b"channel"))
_REMARKS = re.compile(rb"\A(?:\s{0,999}<!--(?:[^-]|-(?!->))*+-->)*\s*+")
_ROOT = re.compile(rb"<(?:[A-Za-z_][A-Za-z0-9_.-]{0,60}:)?([A-Za-z_][A-Za-z0-9_.-]{0,60})[\s>/]")
# The call of a function, with a remark before it: how Blogger answers a script.
_CALL = re.compile(rb"(?://[^\n]{0,200}\n\s*)?[A-Za-z_$][A-Za-z0-9_$.]{0,200}\(\s*[{\[]")


class Kind(StrEnum):
    """What a source is made of."""

    PAGE = "page"
    XML = "xml"
    JSON = "json"
    MHTML = "mhtml"
    TEXT = "text"


def kind_of(head: bytes) -> Kind:
    """The kind of a source that begins with ``head`` (:data:`HEAD` bytes, or fewer when it is shorter)."""
    start = plain(head).lstrip()
    if start[:1] == b"<":
        body = start[_after_remarks(start) :]
        if _PAGE.match(body):
            return Kind.PAGE
        root = root_of(start)
        if root in _DATA_ROOTS or (start[:5] == b"<?xml" and root != b"html" and not _PAGE.search(start[:2048])):
            return Kind.XML
        return Kind.PAGE if _PAGE.search(start) else Kind.TEXT
    if start[:1] in (b"{", b"[") or _CALL.match(start):
        return Kind.JSON
    return Kind.MHTML if is_mhtml(start) else Kind.TEXT


def root_of(start: bytes) -> bytes:
    """The name of the first element in ``start``, in lower case and without its prefix; empty when there is none."""
    root = _ROOT.search(start, _after_remarks(start))
    return root[1].lower() if root else b""


def _after_remarks(start: bytes) -> int:
    remarks = _REMARKS.match(start)
    return remarks.end() if remarks else 0


def plain(head: bytes) -> bytes:
    """``head`` without its byte order mark, and without the NULs of UTF-16."""
    for mark in _MARKS:
        if head.startswith(mark):
            head = head[len(mark) :]
            break
    return head.replace(b"\0", b"") if b"\0" in head[:4] else head
