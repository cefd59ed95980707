"""Feeds and exports: which shape the first bytes speak for, and what reads it in pieces."""

import re

from probreader.sources.feeds import (
    atom,
    blogger,
    disqus_export,
    gdata_json,
    json_feed,
    rss,
    service_json,
    wordpress_export,
    wordpress_json,
)
from probreader.sources.sniffing import plain, root_of
from probreader.sources.streaming import Reader

_TAKEOUT = re.compile(rb"http://schemas\.google\.com/blogger/2018|<blogger:type>")
_BACKUP = re.compile(rb"\.archive</(?:\w{1,20}:)?id>|blogger/2008/kind#(?:template|settings)")
_BLOGGER = re.compile(rb"tag:blogger\.com,1999:|>Blogger</(?:\w{1,20}:)?generator>")
_WORDPRESS = re.compile(rb"http://wordpress\.org/export/|<wp:(?:wxr_version|post_id|comment_id|author)[\s>]")
_JSON_SHAPES: tuple[tuple[re.Pattern[bytes], str, Reader], ...] = (
    (re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org"), "json-feed", json_feed.read_feed),
    (re.compile(rb"\"kind\"\s*:\s*\"blogger#"), "blogger-json", service_json.read_blogger),
    (re.compile(rb"\"\$t\"\s*:"), "blogger-feed", gdata_json.read_feed),
    (
        re.compile(rb"\"rendered\"\s*:|\"raw_content\"\s*:|\"site_ID\"\s*:"),
        "wordpress-json",
        wordpress_json.read_answer,
    ),
    (re.compile(rb"\"response\"\s*:\s*\[|\"isSpam\"\s*:"), "disqus-json", service_json.read_disqus),
)


def reader_of(head: bytes) -> tuple[str, Reader] | None:
    """The shape of a source that begins with ``head``, and its reader; None for no XML or JSON of a known kind."""
    start = plain(head).lstrip()
    if not start.startswith(b"<"):
        return next(((shape, reader) for pattern, shape, reader in _JSON_SHAPES if pattern.search(start)), None)
    match root_of(start):
        case b"feed" | b"entry":
            return _atom(start)
        case b"rss" | b"rdf" | b"channel":
            return _rss(start)
        case b"disqus":
            return "disqus-export", disqus_export.read_export
    return None


def _rss(head: bytes) -> tuple[str, Reader]:
    if _WORDPRESS.search(head):
        return "wordpress-export", wordpress_export.read_export
    return "rss", rss.read_feed


def _atom(head: bytes) -> tuple[str, Reader]:
    if _TAKEOUT.search(head):
        return "blogger-takeout", blogger.read_export
    if _BACKUP.search(head):
        return "blogger-export", blogger.read_export
    if _BLOGGER.search(head):
        return "blogger-feed", blogger.read_feed
    return "atom", atom.read_feed
