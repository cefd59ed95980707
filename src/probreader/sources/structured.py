"""Feeds and exports: which shape the first bytes speak for, and what reads it in pieces."""

import re

from probreader.sources.feeds import atom, blogger, disqus_export, wordpress_export
from probreader.sources.streaming import Reader

_ROOT = re.compile(rb"<(?![!?])(?:[A-Za-z_][A-Za-z0-9_.-]*:)?([A-Za-z_][A-Za-z0-9_.-]*)[\s>/]")
_TAKEOUT = re.compile(rb"http://schemas\.google\.com/blogger/2018|<blogger:type>")
_BACKUP = re.compile(rb"\.archive</(?:\w+:)?id>|blogger/2008/kind#(?:template|settings)")
_WORDPRESS = re.compile(rb"http://wordpress\.org/export/|<wp:(?:wxr_version|post_id|comment_id|author)[\s>]")
_BLOGGER = re.compile(rb"tag:blogger\.com,1999:|>Blogger</(?:\w+:)?generator>")


def reader_of(head: bytes) -> tuple[str, Reader] | None:
    """The shape of a source that begins with ``head``, and its reader; None for no XML or JSON of a known kind."""
    plain = head.replace(b"\0", b"")
    root = _ROOT.search(plain)
    match root and root[1].lower():
        case b"feed" | b"entry":
            return _atom(plain)
        case b"rss" | b"rdf" | b"channel":
            return _rss(plain)
        case b"disqus":
            return "disqus-export", disqus_export.read_export
    return None


def _rss(head: bytes) -> tuple[str, Reader] | None:
    if _WORDPRESS.search(head):
        return "wordpress-export", wordpress_export.read_export
    return None


def _atom(head: bytes) -> tuple[str, Reader]:
    if _TAKEOUT.search(head):
        return "blogger-takeout", blogger.read_export
    if _BACKUP.search(head):
        return "blogger-export", blogger.read_export
    if _BLOGGER.search(head):
        return "blogger-feed", blogger.read_feed
    return "atom", atom.read_feed
