"""The tags of a page, taken apart as the HTML standard's tokenizer does it, without parsing the page."""

import re

_W = r" \t\n\r\f"
"""White space as the standard has it: a no-break space, or a vertical tab, is part of a tag's name."""
_ATTRIBUTES = (
    rf"(?:[{_W}/]*+[^{_W}/>][^{_W}/>=]*+"
    rf"""(?:[{_W}]*+=[{_W}]*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^{_W}>"'][^{_W}>]*+)?+)?+)*+"""
)
_RAW = "script|style|xmp|iframe|noembed|noframes|textarea|title"
_PLAIN = rf"""(?:[{_W}]++[a-z][a-z0-9:_-]*+(?:=(?:"[^"]*+"|'[^']*+'|[a-z0-9:_./-]++))?+)*+[{_W}]*+"""
"""Attributes as nearly all are written."""
_FLAT = rf"</?(?:br|hr|img|meta|p)(?=[{_W}/>]){_PLAIN}/?>"
"""Tags of elements that never nest in one another; in a drawing they end the drawing."""
_OPENING = rf"<(?!{_RAW}|svg|math|plaintext)([a-z][a-z0-9]*+)(?=[{_W}>]){_PLAIN}>"


_LIGHT = rf"(?:[^<]++|{_FLAT}|{_OPENING}(?:[^<]++|{_FLAT}|{_OPENING}[^<]*+</\2>)*+</\1>)*+"
"""What nests nothing: text, such tags, and elements that hold only these, or elements of text."""
_TOKEN = (
    rf"(?:<(?:!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))"
    rf"|(?P<raw>(?ai:{_RAW}))(?=[{_W}/>]){_ATTRIBUTES}[{_W}/]*+>"
    rf"(?P<content>(?:[^<]++|<(?!/(?ai:(?P=raw))[{_W}/>]))*+)"
    rf"|(?P<tag>/?[a-zA-Z][^{_W}/>]*+){_ATTRIBUTES}(?P<slash>[{_W}/]*+)(?:>|\Z)|[!?/][^>]*+)|<|\Z)"
)
ALL = re.compile(_TOKEN)
"""Every tag, comment and declaration. The last four groups: an element whose content is no markup, that content; else
the name of the tag, with its ``/`` at an end tag, and the slashes at its end."""
DEEP = re.compile(_LIGHT + _TOKEN)
"""The same, each together with what stands before it and nests nothing."""
EMPHASIS = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Elements that go on behind the end of what they stand in, until their own end."""
TAG_OF_EMPHASIS = re.compile(
    rf"</?(?:{'|'.join(sorted(EMPHASIS))})(?=[{_W}/>]){_ATTRIBUTES}[{_W}/]*+(?:>|\Z)", re.IGNORECASE
)


def lowered(name: str) -> str:
    """``name`` with the letters A to Z in lower case and all others as they are, as names of elements are compared."""
    return name.lower() if name.isascii() else name.encode("utf-8", "surrogatepass").lower().decode("utf-8", "replace")
