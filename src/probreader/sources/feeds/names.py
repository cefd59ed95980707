"""The languages of feeds and exports by their namespaces, and short names for what they say."""

_MOST_NAMES = 10_000
_PREFIXES = {
    "http://purl.org/syndication/thread/1.0": "thr:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/slash/": "slash:",
    "http://wellformedweb.org/CommentAPI/": "wfw:",
    "http://wellformedweb.org/commentAPI/": "wfw:",
    "http://disqus.com/disqus-internals": "dsq:",
    "http://www.disqus.com/": "dsq:",
    "http://schemas.google.com/blogger/2018": "blogger:",
    "http://schemas.google.com/g/2005": "gd:",
    "http://www.w3.org/2007/app": "app:",
    "http://purl.org/atom/app#": "app:",
    "http://a9.com/-/spec/opensearchrss/1.0/": "openSearch:",
    "http://a9.com/-/spec/opensearch/1.1/": "openSearch:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    # Plain words: the languages of feeds themselves, in all their versions.
    "http://www.w3.org/2005/Atom": "",
    "https://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://disqus.com": "",
}
_WORDPRESS = "http://wordpress.org/export/"


class Names(dict[str, str]):
    """Tags and attributes as the parser gives them, to short names: ``entry``, ``thr:in-reply-to``, ``wp:status``.

    What belongs to no namespace of the table has a colon before its name, so that it is never taken for another.
    """

    def __missing__(self, tag: str) -> str:
        short = _short(tag)
        if len(self) < _MOST_NAMES:
            self[tag] = short
        return short


def _short(tag: str) -> str:
    if not tag.startswith("{"):
        return tag
    address, _, local = tag[1:].rpartition("}")
    if (prefix := _PREFIXES.get(address)) is not None:
        return prefix + local
    if address.removeprefix("https").removeprefix("http").startswith(_WORDPRESS.removeprefix("http")):
        return ("excerpt:" if "excerpt" in address else "wp:") + local
    return f":{local}"
